"""May a mention and an earlier draft be one source? Where in doubt they stay two."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from reportedly.claims.identify import Description
from reportedly.claims.noun_phrase import same_nouns
from reportedly.model.source import Identity, SourceType
from reportedly.model.span import Span
from reportedly.reference.person_names import fold_person, plain_name
from reportedly.reference.profile import PUBLISHERS

LEAST_ALIKE = 85
"""Of 100 (RapidFuzz ratio of folded surnames); below it two romanisations are two people."""
REACH_SENTENCES = 2
"""A call sign takes up an unnamed person of the sentences just before, no further."""


@dataclass(slots=True)
class DraftSource:
    """A source in the making: its mentions so far, in order."""

    described: list[Description] = field(default_factory=list)
    pronouns: list[Span] = field(default_factory=list)
    settled: str | None = None
    """The side that the document as a whole gives it, where its own words give none."""

    @property
    def last(self) -> Description:
        return self.described[-1]

    @property
    def side(self) -> str | None:
        return next((each.side for each in self.described if each.side is not None), self.settled)

    @property
    def nouns(self) -> frozenset[str]:
        return frozenset().union(*(each.nouns for each in self.described))

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(each.words for each in self.described))

    @property
    def names(self) -> list[str]:
        return [each.name for each in self.described if each.name]


def is_same_source(new: Description, draft: DraftSource) -> bool:
    """May `new` be one more mention of `draft`, which the text has given before?"""
    if new.side and draft.side and new.side != draft.side:
        return False
    if new.name:
        return any(_same_name(new, old) for old in draft.described) or _names_the_unnamed(new, draft)
    if new.span.text.lower().startswith(("other", "another")):
        return False
    if new.identity is Identity.PSEUDONYM:
        return _unmasks(new, draft)
    if new.identity in (Identity.UNSPECIFIED, Identity.COLLECTIVE) and not new.definite:
        return any(_same_words(new, old) for old in draft.described)
    if new.definite or new.identity is Identity.NAMED:
        return _takes_up(new, draft)
    return False


def _same_name(new: Description, old: Description) -> bool:
    if new.known and old.known:
        return new.known.name == old.known.name
    if new.name is None:
        return False
    others = {plain_name(each) for each in (old.name, *old.aliases) if each}
    mine = {plain_name(each) for each in (new.name, *new.aliases) if each}
    if mine & others:
        return True
    if old.name is None:
        return False
    if new.person and old.person:
        return is_same_person(new.name, old.name)
    people = (new.person and new.human) or (old.person and old.human)
    return not people and (_abbreviates(new.name, old.name) or _abbreviates(old.name, new.name))


def is_same_person(one: str, other: str) -> bool:
    """May two spellings be one person's name: the surnames alike, the given names not at odds?"""
    left, right = fold_person(one).split(), fold_person(other).split()
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    if long[-len(short) :] == short or (len(short) == 1 and long[0] == short[0]):
        return True
    if not _alike(left[-1], right[-1]):
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    return _alike(left[0], right[0]) or (1 in (len(left[0]), len(right[0])) and left[0][0] == right[0][0])


def _alike(one: str, other: str) -> bool:
    return one == other if min(len(one), len(other)) < 5 else fuzz.ratio(one, other) >= LEAST_ALIKE


def _abbreviates(short: str, long: str) -> bool:
    """Is `short` the initials of `long`, or its first words ("UN Women", but not the mere town of a town's council)?"""
    words = [word for word in long.replace("-", " ").split() if word[:1].isupper()]
    if short.isupper() and 2 <= len(short) <= 8 and short == "".join(word[0] for word in words):
        return True
    brief, whole = plain_name(short).split(), plain_name(long).split()
    return 0 < len(brief) < len(whole) and whole[: len(brief)] == brief and (len(brief) > 1 or short.isupper())


def _names_the_unnamed(new: Description, draft: DraftSource) -> bool:
    """A call sign that a mention has given before, now alone: "Lys said"."""
    return new.name is not None and any(
        plain_name(new.name) in {plain_name(alias) for alias in old.aliases} for old in draft.described
    )


def _unmasks(new: Description, draft: DraftSource) -> bool:
    """ "A gunner under the call sign Lys" is the unnamed soldier of the sentence before."""
    if any(new.aliases & old.aliases for old in draft.described):
        return True
    last = draft.last
    if last.identity is not Identity.UNNAMED or last.plural or last.head is None or new.head is None:
        return False
    near = 0 <= new.head.sentence - last.head.sentence <= REACH_SENTENCES
    return near and new.type is last.type and _nouns_agree(new, draft) and new.side == last.side


def _same_words(new: Description, old: Description) -> bool:
    return (new.words, new.nouns, new.side, new.identity) == (old.words, old.nouns, old.side, old.identity)


def _takes_up(new: Description, draft: DraftSource) -> bool:
    """Does a description with "the" mean this earlier draft?"""
    last = draft.last
    if new.plural != last.plural or last.identity is Identity.UNSPECIFIED:
        return False
    if new.person != last.person and new.type is not SourceType.UNSPECIFIED:
        return False
    particular = new.words - ({plain_name(new.head.lemma)} if new.head else set())
    alike = new.type in PUBLISHERS and not particular and (new.type is last.type or _may_publish(last))
    alike = alike or _is_the_organization(new, last)
    if not _nouns_agree(new, draft) and not alike:
        return False
    names = {word for name in draft.names for word in plain_name(name).split()}
    known = {word for each in draft.described if each.known for word in plain_name(each.known.name).split()}
    if particular - draft.words - draft.nouns - names - known:
        return False
    # Without "the", a body is the same only under the same words: "Navy Command" is not "Air Force Command".
    return new.definite or any(new.words == old.words for old in draft.described)


def _is_the_organization(new: Description, last: Description) -> bool:
    """ "The organization" is the one just named, whatever its name says that it is: "Médecins Sans Frontières"."""
    bare = new.words == new.nouns == frozenset({"organization"}) or new.words == new.nouns == frozenset(
        {"organisation"}
    )
    if not bare or last.type is not SourceType.ORGANIZATION or last.name is None:
        return False
    return new.head is not None and last.head is not None and new.head.sentence - last.head.sentence <= REACH_SENTENCES


def _may_publish(named: Description) -> bool:
    """A bare name of which nothing else is known: "Al Sharq", taken up as "the channel"."""
    return named.name is not None and named.known is None and not named.nouns and named.type in PUBLISHERS


def _nouns_agree(new: Description, draft: DraftSource) -> bool:
    nouns = set(draft.nouns)
    for each in draft.described:
        if each.known:
            nouns |= set(plain_name(f"{each.known.office or ''} {each.known.name}").split())
    return bool(new.nouns & nouns) or same_nouns(new.nouns, frozenset(nouns))


def is_titled(description: Description, lists: Mapping[str, Any]) -> bool:
    """Does it name an office, or a rank, that somebody named soon after may hold?"""
    offices = {*lists["heads"]["unique_offices"], *lists["heads"]["heads_of"], *lists["heads"]["ranks"].values()}
    owners = {form for forms in lists["pronouns"].values() for form in forms}
    owned = description.span.text.split(" ")[0].lower() in owners
    return description.person and (owned or bool(description.nouns & offices))
