"""Which mentions are one source: by name, by the noun that takes it up, by pronoun."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.claims.drafts import UNKNOWN_SPEAKER, Draft
from reportedly.claims.source_mention import SourceMention
from reportedly.model.annotation import Mention, MentionLabel, Token
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.reference.profile import PUBLISHERS, Profile
from reportedly.reference.slavic_script import has_cyrillic
from reportedly.reference.transliteration import latinise
from reportedly.slavic.describing import Description, describe
from reportedly.slavic.likeness import any_body, are_alike, are_other_offices, is_army, lemma_of, stand_for_each_other
from reportedly.slavic.phrases import cut_phrases
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.voices import span_of
from reportedly.slavic.words import feature

REACH_SENTENCES = 4
"""A pronoun, or a noun alone, takes up a source that spoke in these sentences before."""


REACH_IN_FULL = 15
"""The same of a description that repeats the words of an earlier one: "депутат Госдумы"."""
LONGEST_NAME_WORDS = 12
_CLEAR = (Identity.NAMED, Identity.PSEUDONYM)


_BODIES = (SourceType.INSTITUTION, SourceType.ORGANIZATION, SourceType.MILITARY, SourceType.OFFICIAL)


@dataclass(slots=True)
class _Draft:
    """A source as its mentions come in."""

    described: list[Description] = field(default_factory=list)

    @property
    def last(self) -> Description:
        return self.described[-1]

    @property
    def firm(self) -> list[Description]:
        """The mentions that are no pronouns."""
        return [each for each in self.described if not each.pronoun]

    @property
    def gender(self) -> str:
        return next((each.gender for each in self.firm if each.gender), "")

    @property
    def sentence(self) -> int:
        return next((each.head.sentence for each in reversed(self.described) if each.head is not None), -1)


def merge_voices(
    sheet: Sheet, drafts: Sequence[Draft], profile: Profile
) -> tuple[tuple[Source, ...], Mapping[tuple[int, int], str]]:
    """The sources of all drafts, and for each voice's span (start, end) the id of its source."""
    voices = [voice for draft in drafts for path in draft.paths for voice in path]
    unique = sorted({(voice.span.start, voice.span.end): voice for voice in voices}.items())
    merger = _Merger(sheet, profile)
    for key, voice in unique:
        merger.take(key, SourceMention(span=voice.span, head=voice.head, publishes=voice.publishes))
    return merger.sources()


class _Merger:
    """The sources of one document."""

    def __init__(self, sheet: Sheet, profile: Profile) -> None:
        self._sheet, self._profile = sheet, profile
        self._drafts: list[_Draft] = []
        self._of: dict[tuple[int, int], _Draft] = {}
        self._unknown: list[Span] = []
        self._keys: list[tuple[int, int]] = []

    def take(self, key: tuple[int, int], mention: SourceMention) -> None:
        """Puts a mention to the source that it means; mentions come in the order of the text."""
        new = describe(self._sheet, mention)
        draft = self._find(new)
        if draft is None and new.pronoun:
            named = self._named_before(new)
            if named is None:
                self._unknown.append(mention.span)
                self._keys.append(key)
                return
            draft = self._find(named) or self._add(named)
        if draft is None:
            draft = self._add()
        draft.described.append(new)
        self._of[key] = draft

    def sources(self) -> tuple[tuple[Source, ...], dict[tuple[int, int], str]]:
        """What has come in."""
        found: list[Source] = []
        ids: dict[tuple[int, int], str] = {}
        for number, draft in enumerate(self._drafts, 1):
            found.append(self._source(f"s{number}", draft))
            ids |= {key: f"s{number}" for key, each in self._of.items() if each is draft}
        if self._unknown:
            name = f"s{len(found) + 1}"
            found.append(
                Source(
                    id=name,
                    name=UNKNOWN_SPEAKER,
                    type=SourceType.UNSPECIFIED,
                    identity=Identity.UNNAMED,
                    mentions=tuple(self._unknown),
                )
            )
            ids |= dict.fromkeys(self._keys, name)
        return tuple(found), ids

    def _add(self, first: Description | None = None) -> _Draft:
        draft = _Draft([first] if first else [])
        self._drafts.append(draft)
        return draft

    def _find(self, new: Description) -> _Draft | None:
        apart = [each for each in self._drafts if not any(_overlap(new.span, old.span) for old in each.described)]
        recent = sorted(apart, key=lambda each: -each.last.span.start)
        if new.head is None:
            return next(
                (each for each in recent if each.last.head is None and each.last.text.lower() == new.text.lower()), None
            )
        if new.pronoun:
            return next((each for each in recent if self._fits(new, each)), None)
        if same := next((each for each in recent if any(self._is_same(new, old) for old in each.firm)), None):
            return same
        if titled := next((each for each in recent if self._holds_office(new, each)), None):
            return titled
        return next((each for each in recent if self._takes_up(new, each)), None)

    def _fits(self, pronoun: Description, draft: _Draft) -> bool:
        """May the pronoun stand for this source, near enough before it?"""
        if not draft.firm or pronoun.head is None or pronoun.head.sentence - draft.sentence > REACH_SENTENCES:
            return False
        them = draft.firm[-1]
        if pronoun.plural:
            return them.plural or any(each.plural for each in draft.firm)
        if them.plural or them.type in (SourceType.DOCUMENT, *PUBLISHERS):
            return False
        singular = them.person or them.type in PUBLISHERS or draft.gender == pronoun.gender
        return (
            singular
            and (not pronoun.gender or draft.gender in ("", pronoun.gender))
            and them.identity is not Identity.UNSPECIFIED
        )

    def _is_same(self, new: Description, old: Description) -> bool:
        if is_army(new) and is_army(old) and new.side == old.side:
            return True
        if new.known is not None and old.known is not None:
            return new.known.name == old.known.name
        if new.name is None or old.name is None:
            return (
                new.identity is not Identity.UNNAMED
                and not new.name
                and not old.name
                and new.text.lower() == old.text.lower()
            )
        if new.person != old.person and new.nouns and old.nouns:
            return False
        return are_alike(
            new.name, old.name, person=new.person or old.person, language=self._sheet.document.language or "ru"
        )

    def _holds_office(self, new: Description, draft: _Draft) -> bool:
        """ "Российский президент … Путин": a name behind a title that nobody else of that side bears."""
        if new.known is None or not new.known.person or new.side is None or any(each.name for each in draft.firm):
            return False
        offices = self._offices(_Draft([new]))
        return any(each.side == new.side and each.nouns & offices and not each.plural for each in draft.firm)

    def _takes_up(self, new: Description, draft: _Draft) -> bool:
        """ "Ведомство", "комбат", "собеседник агентства": the source of that sort that spoke last."""
        if new.name or new.plural or not new.nouns or not draft.firm or new.head is None:
            return False
        last = draft.firm[-1]
        same = len(new.words) > 1 and any(new.words <= each.words for each in draft.firm)
        reach = REACH_IN_FULL if same else REACH_SENTENCES + 2
        if last.plural or last.head is None or new.head.sentence - draft.sentence > reach:
            return False
        nouns = {noun for each in draft.firm for noun in each.nouns} | {lemma_of(each) for each in draft.firm}
        if are_other_offices(new.nouns, nouns):
            return False
        alike = bool(new.nouns & nouns) or stand_for_each_other(new.nouns, nouns | self._offices(draft))
        alike = alike or (len(new.words) == 1 and new.words <= {word for each in draft.firm for word in each.words})
        if not alike and not (
            new.type is last.type
            and last.name
            and (new.type in PUBLISHERS or (new.type is SourceType.INSTITUTION and new.nouns <= any_body()))
            and len(new.words) == 1
        ):
            return False
        old = {word for each in draft.firm for word in each.words} | nouns
        spare = {word for word in new.words if word not in old} - new.nouns - self._idle()
        spare = {word for word in spare if not new.side or self._profile.side_of_name(word) != new.side}
        if new.side and last.side and new.side != last.side:
            return False
        return not spare or (last.identity is Identity.UNNAMED and alike and not new.words - new.nouns - self._idle())

    def _idle(self) -> set[str]:
        return set(
            "агентство издание канал газета видання агенція тот этот цей той государство страна держава країна".split()
        )

    def _offices(self, draft: _Draft) -> set[str]:
        """What somebody known may be called: "президент" for a president."""
        offices = {
            word for each in draft.firm if each.known and each.known.office for word in each.known.office.split()
        }
        return {"президент", "глава"} if "president" in offices else set()

    def _named_before(self, pronoun: Description) -> Description | None:
        """The person of that gender whom the text named last before a pronoun, if it is near."""
        head = pronoun.head
        if head is None or pronoun.plural:
            return None
        people = [
            each for each in self._sheet.found.mentions if each.label is MentionLabel.PERSON and each.end <= head.start
        ]
        for person in reversed(people):
            token = self._token(person)
            if token is None or head.sentence - token.sentence > 2:
                return None
            described = describe(self._sheet, self._in_full(person, token))
            if feature(token, "Case") in ("Nom", "") and described.gender in ("", pronoun.gender):
                return described
        return None

    def _in_full(self, person: Mention, token: Token) -> SourceMention:
        """The person with the titles that stand before the name."""
        piece = self._sheet.piece(token)
        for phrase in cut_phrases(piece.tokens) if piece is not None else ():
            if any(each.index == token.index for each in phrase.tokens) and feature(phrase.head, "Case") in ("Nom", ""):
                return SourceMention(span=span_of(self._sheet, phrase), head=phrase.head)
        return SourceMention(span=Span(start=person.start, end=person.end, text=person.text), head=token)

    def _token(self, person: Mention) -> Token | None:
        tokens = self._sheet.found.tokens
        at = bisect_left(tokens, person.start, key=lambda each: each.start)
        return tokens[at] if at < len(tokens) and tokens[at].start < person.end else None

    def _source(self, number: str, draft: _Draft) -> Source:
        firm = draft.firm or draft.described
        best = max(firm, key=_says_most)
        told = [each.type for each in firm if each.type is not SourceType.UNSPECIFIED]
        titled = [each.type for each in firm if each.nouns and each.type is not SourceType.UNSPECIFIED]
        clear = (wanted for wanted in _CLEAR if any(each.identity is wanted for each in firm))
        spans = sorted({(each.span.start, each.span.end): each.span for each in draft.described}.items())
        return Source(
            id=number,
            name=self._name(best),
            type=best.type if best.known else next(iter((*titled, *told)), best.type),
            identity=next(clear, best.identity),
            side=next((each.side for each in (best, *firm) if each.side), None),
            mentions=tuple(span for _, span in spans),
            known_as=self._known_as(firm, best),
        )

    def _name(self, best: Description) -> str:
        """The fullest mention in the nominative, at most twelve words."""
        return " ".join((best.text or best.span.text).split()[:LONGEST_NAME_WORDS])

    def _known_as(self, firm: Sequence[Description], best: Description) -> str | None:
        """The profile's name of it, else a person's name in Latin letters."""
        known = next((each.known.name for each in firm if each.known), None)
        if known is not None or not best.person or not best.name or best.head is None:
            return known
        return latinise(best.name, self._sheet.language(best.head)) if has_cyrillic(best.name) else None


def _overlap(one: Span, other: Span) -> bool:
    """ "Источник «Волны»" is not «Волна»."""
    return one.start < other.end and other.start < one.end


def _says_most(description: Description) -> tuple[bool, bool, int]:
    """By which the mention is chosen that names a source: a name, then who it is, then more words."""
    words = min(len(description.text.split()), LONGEST_NAME_WORDS)
    return bool(description.name), description.identity is Identity.NAMED, words
