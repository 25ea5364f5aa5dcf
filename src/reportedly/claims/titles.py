"""Whom a title alone ("the president"), or a surname alone, means among those whom the text names."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reportedly.claims.identify import Description
from reportedly.claims.likeness import is_titled
from reportedly.claims.noun_phrase import same_nouns
from reportedly.claims.referents import LONGEST_QUOTATION, REACH_SENTENCES, Referents
from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon
from reportedly.reference.person_names import fold_person, plain_name


def find_titled(title: Description, referents: Referents) -> Description | None:
    """Whom "the president", "the institute" means: the last one named so before, or the first one soon after; else
    who, named anywhere, holds that office for that side.
    """
    if title.head is None:
        return None
    before = next((each.description for each in referents.before(title.head) if _bears(each.description, title)), None)
    if before is not None:
        return before
    after = [each for each in _soon_after(title, referents) if _bears(each, title)]
    if after and (title.side or len({each.name for each in after}) == 1):
        return after[0]
    holders = {
        each.description.known.name: each.description
        for each in referents.named
        if title.side and each.description.known and each.description.side == title.side
        if _holds_office(each.description.known.office or "", title)
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def find_party(described: Description, referents: Referents) -> Description | None:
    """Which armed party "the group", "the paramilitary force" means: the one that the text has just named, if it is one alone."""
    words = lexicon("en", "source")["parties"]
    bare = described.nouns <= set(words["nouns"]) and described.words - described.nouns <= set(words["armed"])
    if described.head is None or not described.nouns or not bare:
        return None
    named: dict[str, Description] = {}
    sentence = None
    for each in referents.before(described.head):
        them, stands = each.description, each.head.sentence
        if described.head.sentence - stands > 1 or (sentence is not None and stands != sentence):
            break
        if them.person or them.human or them.type.value not in words["types"]:
            continue
        if them.known is not None or (them.name and each.subject):
            sentence = stands
            named.setdefault(them.known.name if them.known else them.name or "", them)
    party = next(iter(named.values())) if len(named) == 1 else None
    return party if party is not None and party.known is not None and party.known.side else None


def find_in_full(surname: Description, referents: Referents) -> Description | None:
    """Whom a surname alone means: the one person of that surname whom the text has named in full before."""
    if surname.head is None or not surname.name or " " in surname.name:
        return None
    folded = fold_person(surname.name)
    found = [
        each.description
        for each in referents.before(surname.head)
        if each.description.human and each.description.person and " " in (each.description.name or "")
        if fold_person(each.description.name or "").split()[-1:] == [folded]
    ]
    names = {fold_person(each.name or "") for each in found}
    return max(found, key=lambda each: len(each.words)) if len(names) == 1 else None


def _soon_after(title: Description, referents: Referents) -> Iterator[Description]:
    """Whom the next sentences name with an office of their own: "the premier … Taoiseach X"."""
    head = title.head
    if head is None or not is_titled(title, referents.reader.lists):
        return
    disputed, words = _somebody_before(head, referents), title.span.text.lower()
    for each in referents.named[bisect_right(referents.named, head.index, key=lambda one: one.head.index) :]:
        if each.head.sentence - head.sentence > REACH_SENTENCES + LONGEST_QUOTATION:
            return
        if (
            referents.distance(head, each.head) <= REACH_SENTENCES
            and each.description.human
            and referents.quote_of(each.head) is None
            and (not disputed or each.description.span.text.lower().startswith(words))
        ):
            yield each.description


def _somebody_before(head: Token, referents: Referents) -> bool:
    """Has the text just named a person without telling what office is theirs?"""
    for each in referents.before(head):
        if referents.distance(each.head, head) > REACH_SENTENCES:
            return False
        them = each.description
        if (each.source or each.subject) and them.human and them.name and not them.nouns and not them.known:
            return True
    return False


def _bears(them: Description, title: Description) -> bool:
    """Is `them` called by the title, of the same rank, and for the same side or body?"""
    if them.person != title.person or them.plural or not (them.name or them.known):
        return False
    called = title.nouns & (them.nouns | set(plain_name(them.name or "").split()))
    known_for = them.known is not None and _holds_office(them.known.office or "", title)
    if not (called or known_for or same_nouns(title.nouns, them.nouns)) or not (
        title.side is None or them.side in (None, title.side)
    ):
        return False
    if not title.person:
        return True
    lesser = set(lexicon("en", "source")["heads"]["lesser"])
    if (them.words ^ title.words) & lesser:
        return False
    # "The head of MI6" is whoever is of MI6 too.
    return title.words - title.nouns <= them.words | them.nouns | set(plain_name(them.span.text).split())


def _holds_office(office: str, title: Description) -> bool:
    """Is the office what the title says and nothing else: "president", not "the president's doctor"?"""
    bare = re.split(r" (?:until|from|\d{4})", office)[0]
    if set(bare.split()) == title.words:
        return True
    plain = title.words <= title.nouns | {part for noun in title.nouns for part in noun.split("-")}
    one = frozenset({bare.replace(" ", "-")})
    return plain and (bool(one & title.nouns) or same_nouns(one, title.nouns))
