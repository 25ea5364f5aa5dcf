"""The side of a source that its own words leave open, where the text around it settles it; None where in doubt."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from reportedly.claims.identify import Description
from reportedly.claims.likeness import DraftSource
from reportedly.claims.noun_phrase import gather_phrase
from reportedly.claims.page import SUBJECTS, case_of
from reportedly.claims.referents import REACH_SENTENCES, Referent, Referents
from reportedly.claims.source_mention import Reader
from reportedly.model.annotation import Token
from reportedly.model.source import Identity, SourceType

_OFFICIALS = (SourceType.OFFICIAL, SourceType.MILITARY, SourceType.INSTITUTION)


def side_around(described: Description, referents: Referents) -> str | None:
    """The side of "its defence ministry", "the council's website", "Ankara, where a general spoke"."""
    head = described.head
    if head is None:
        return None
    side = _side_of_state(described, head, referents) or _side_of_owner(head, referents.reader)
    if side is None and described.type is SourceType.OFFICIAL:
        side = _side_of_capital(head, referents.reader)
    return side or _side_of_place(described, head, referents.reader)


def _side_of_place(described: Description, head: Token, reader: Reader) -> str | None:
    """The side that alone runs the town spoken of, for "the regional police", "the mayor" without a word more."""
    heads = reader.lists["heads"]
    spare = described.words - described.nouns - set(heads["local_words"])
    if spare or not described.nouns & set(heads["local_bodies"]) or reader.tree.child(head, "nmod", "nmod:poss"):
        return None
    named = [each for each in reader.found.place_names if not each.adjective]
    before = [each for each in named if each.end <= head.start]
    sides = {side for each in named if (side := reader.profile.side_of_region(each.text)) is not None}
    return reader.profile.side_of_region(before[-1].text) if before and len(sides) == 1 else None


def _side_of_state(described: Description, head: Token, referents: Referents) -> str | None:
    """ "Its" looks back to the nearest sentence that names a state; "the" only to one that is spoken of most."""
    tree, heads = referents.reader.tree, referents.reader.lists["heads"]
    if described.plural:
        return None
    owner = tree.child(head, "nmod:poss")
    if owner is not None:
        if owner.text.lower() != "its" or not described.nouns & set(heads["own_bodies"]):
            return None
        for reach in range(REACH_SENTENCES + 1):
            if states := _states_before(head, reach, referents):
                fights = any(referents.is_attacker(each.head) for each in states)
                sides = {each.description.side for each in states}
                alone = len({side for side in _count_sides(head, reach, referents) if side}) <= 1
                return sides.pop() if len(sides) == 1 and (alone or not fights) else None
        return None
    if not described.definite or not described.nouns & set(heads["state_bodies"]):
        return None
    if "-" in described.span.text or any(case_of(tree, each) != "of" for each in tree.children(head, "nmod")):
        return None  # "the rebel-run ministry", "the ministry in Gaza": the text says whose it is
    states = _states_before(head, REACH_SENTENCES, referents)
    sides = {each.description.side for each in states}
    if len(sides) != 1 or any(referents.is_attacker(each.head) for each in states):
        return None
    (side,) = sides
    if _count_sides(head, 0, referents).keys() - {side, None}:
        return None  # its own sentence speaks of another side
    said = _count_sides(head, REACH_SENTENCES, referents)
    return side if all(said[side] > times for other, times in said.items() if other not in (side, None)) else None


def _states_before(head: Token, reach: int, referents: Referents) -> Sequence[Referent]:
    """The states that are subjects in the last `reach` sentences before `head`."""
    first = bisect_left(referents.named, head.sentence - reach, key=lambda one: one.head.sentence)
    return [
        each
        for each in referents.named[first:]
        if each.head.index < head.index and each.subject and each.description.side and not each.description.plural
        if each.description.type is SourceType.INSTITUTION
    ]  # fmt: skip


def _count_sides(head: Token, reach: int, referents: Referents) -> Counter[str | None]:
    """How often each side is named, in whatever way, in the last `reach` sentences before `head`."""
    reader = referents.reader
    first = bisect_left(reader.tree.tokens, head.sentence - reach, key=lambda each: each.sentence)
    words = (each.text for each in reader.tree.tokens[first : head.index] if each.text[0].isupper())
    return Counter(reader.profile.side_of_name(word) for word in words)


def _side_of_owner(head: Token, reader: Reader) -> str | None:
    """The side that the text gave before to whoever owns the source: "the council's website"."""
    tree = reader.tree
    owner = tree.child(head, "nmod:poss") or tree.child(head, "nmod")
    if owner is None or owner.pos not in ("NOUN", "PROPN"):
        return None
    article = tree.child(owner, "det")
    if article is None or article.text.lower() not in reader.lists["articles"]["definite"]:
        return None
    for earlier in reversed(tree.tokens[: owner.index]):
        if earlier.lemma == owner.lemma and earlier.index != head.index:
            words = tree.span(gather_phrase(tree, earlier, earlier)).text
            if side := reader.profile.side_of_words(words):
                return side
    return None


def _side_of_capital(head: Token, reader: Reader) -> str | None:
    """The side of the capital that a clause is about: "Ankara, where a general spoke of …"."""
    verb = reader.tree.head(head)
    if head.relation not in SUBJECTS or verb is None or verb.relation not in ("acl:relcl", "acl"):
        return None
    place = reader.tree.head(verb)
    where = [each for each in reader.tree.children(verb) if each.text.lower() == "where"]
    return reader.profile.side_of_name(place.text) if place is not None and where else None


def settle_sides(drafts: Sequence[DraftSource], reader: Reader) -> None:
    """Gives unnamed officials the one side whose officials speak in the document, if one of their department spoke before.

    "Pentagon officials … a senior defence official": the same side's, as long as no other side's official is a source.
    """
    official = [each for each in drafts if each.described[0].type in _OFFICIALS]
    sides = {each.side for each in official} - {None}
    if len(sides) != 1:
        return
    (side,) = sides
    spoke: set[str] = set()
    for draft in official:
        departments = _departments(draft, reader)
        first = draft.described[0]
        nameless = (
            not draft.names and "official" in first.nouns and first.identity in (Identity.UNNAMED, Identity.COLLECTIVE)
        )
        if draft.side is not None:
            spoke |= departments
        elif nameless and departments & spoke and not _is_apart(first, reader):
            draft.settled = side


def _departments(draft: DraftSource, reader: Reader) -> set[str]:
    words = " ".join(each.span.text for each in draft.described).lower()
    return {name for name, marks in reader.lists["departments"].items() if any(mark in words for mark in marks)}


def _is_apart(description: Description, reader: Reader) -> bool:
    """Does the phrase itself say that the side is another one: "a Western defence official", "an army officer in Goma"?"""
    words = set(description.span.text.lower().replace("-", " ").split())
    apart = {*reader.lists["beside_a_side"], *reader.lists["rebels"], "un", "eu", "nato", "former", "retired", "ex"}
    head = description.head
    placed = head is not None and any(case_of(reader.tree, each) != "of" for each in reader.tree.children(head, "nmod"))
    return bool(words & apart) or placed
