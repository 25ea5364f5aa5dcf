"""What the words say of a place's edges: the outskirts of a town, the bank of a river."""

import re
from collections.abc import Iterator, Sequence

from reportedly.claims.relations import BEARINGS, Relation, RelationKind, target_before
from reportedly.model.annotation import PlaceName
from reportedly.model.span import Span

_SIDE = r"(?:(?P<compass>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)?(?:most)?)"
_OUTSKIRTS = re.compile(
    rf"(?P<words>\b(?:on|in|at|from|reached|entered|near)?\s*(?:the\s+)?(?:{_SIDE}\s+)?"
    r"(?:outskirts|suburbs?|edges?|approaches)\s+(?:of|to)\s+)(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?P<words>\bin\s+(?:the\s+)?(?:{_SIDE}\s+(?:part\s+)?of)\s+)(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?$",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\s+(?:micro-?district|district|neighbou?rhood|quarter|suburb|area|camp),?\s+"
    rf"(?:of|in|(?:in|on|at)\s+(?:the\s+)?(?:{_SIDE}\s+)?(?:(?:outskirts|edges?|fringes?|part|side|centre|center)\s+)?of)\s+"
    r"(?:(?:central|downtown|the\s+(?:city|town)\s+of)\s+)?",
    re.IGNORECASE,
)
_BANK = re.compile(
    rf"(?P<words>\b(?:on|along|from|to|at)?\s*(?:the\s+)?(?:(?P<bank>left|right)|{_SIDE})(?:\s+|-)bank\s+of\s+)"
    r"(?:the\s+)?(?:river\s+)?$",
    re.IGNORECASE,
)
_REACH = 70
"""Characters before a name in which such words are looked for."""


def read_edges(text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName]) -> Iterator[Relation]:
    """Every relation to an edge of a place that is named.

    Args:
        text: the document's text.
        sentence_starts: where the sentence begins in which each of `names` stands.
        names: in order of the text.
    """
    for anchor, name in enumerate(names):
        if name.adjective:
            continue
        if (quarter := _part_of_town(text, anchor, names)) is not None:
            yield quarter
            continue
        start = max(sentence_starts[anchor], name.start - _REACH)
        before = text[start : name.start]
        for kind, pattern in (
            (RelationKind.BANK, _BANK),
            (RelationKind.OUTSKIRTS, _OUTSKIRTS),
            (RelationKind.OUTSKIRTS, _PART),
        ):
            match = pattern.search(before)
            if match is None:
                continue
            words = Span.cut(text, start + match.start("words"), start + match.end("words"))
            facts = match.groupdict()
            compass, bank = facts["compass"], facts.get("bank")
            yield Relation(
                kind=kind,
                target=target_before(text, words, anchor, names, sentence_starts),
                anchor=anchor,
                bearing=BEARINGS[compass.lower()] if compass else None,
                bank=bank.lower() if bank else None,
                words=words,
            )
            break


def _part_of_town(text: str, anchor: int, names: Sequence[PlaceName]) -> Relation | None:
    """ "the X district of Y", "the X quarter on the eastern edge of Y": X is a part of Y."""
    if not anchor or names[anchor - 1].adjective:
        return None
    end = names[anchor - 1].end
    match = _QUARTER.fullmatch(text, end, names[anchor].start)
    if match is None:
        return None
    compass = match.group("compass")
    return Relation(
        kind=RelationKind.QUARTER,
        target=anchor - 1,
        anchor=anchor,
        bearing=BEARINGS[compass.lower()] if compass else None,
        words=Span.cut(text, end, names[anchor].start),
    )
