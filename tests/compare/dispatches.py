"""Short dispatches, read by the machine or by hand, as a ledger would give them out, and the events that they make.

find_events(
    dispatch("Russian troops captured Malynivka, the Defence Ministry said.", outlet="Harbour Post", day=2),
    dispatch("Украинские войска вышли из Малиновки.", outlet="Листок", day=3, language="ru"),
)
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.compare.events import make_events
from reportedly.compare.memory import Memory
from reportedly.compare.traits import comparables
from reportedly.flow import read_text
from reportedly.ledger.projecting import source_id
from reportedly.model.comparable import Comparable
from reportedly.model.event import Event, Stance
from reportedly.model.held import HeldClaim
from reportedly.model.ids import claim_id, make_id
from reportedly.model.reading import Reading

FIRST = date(2025, 11, 30)
"""The day before day 1."""


def dispatch(text: str, *, outlet: str = "Example Herald", day: int = 3, language: str = "en") -> Reading:
    """The reading of a text that was published on a day of December 2025, by its number."""
    return read_text(text, outlet=outlet, published=FIRST + timedelta(days=day), language=language)


def compare(text: str, *, language: str = "en", day: int = 3) -> tuple[Comparable, ...]:
    """The claims of one dispatch as they are compared."""
    return comparables(hold(dispatch(text, language=language, day=day)))


def hold(reading: Reading, seq: int = 1) -> list[HeldClaim]:
    """The claims of a reading under the ids that every ledger gives them."""
    document, same = reading.document, Counter[tuple[int, int]]()
    held = []
    for claim in reading.claims:
        where = (claim.span.start, claim.span.end)
        id_ = claim_id(document.id, *where, same[where])
        same[where] += 1
        held.append(
            HeldClaim(
                claim=replace(claim, id=id_),
                document=document,
                document_id=make_id("document", document.id),
                sources={source.id: source for source in reading.sources},
                source_ids={source.id: source_id(source, document) for source in reading.sources},
                flags=(),
                made_by=reading.made_by,
                reading_id=make_id("reading", document.id),
                seq=seq,
            )
        )
    return held


def group(readings: Iterable[Reading]) -> list[list[tuple[Comparable, HeldClaim]]]:
    """The claims that are put together, each as it is compared and as it is held."""
    held_of: dict[str, HeldClaim] = {}
    memory = Memory()
    for number, reading in enumerate(readings, 1):
        held = hold(reading, number)
        held_of |= {each.claim.id: each for each in held}
        memory.add(comparables(held))
    return [[(each, held_of[each.claim]) for each in some] for some in memory.groups().values()]


def find_events(*readings: Reading) -> list[Event]:
    """The events of some dispatches, in the order of their first claims."""
    groups = sorted(group(readings), key=lambda pairs: pairs[0][0].rank)
    return [event for pairs in groups for event in make_events(pairs)]


def biggest(events: Sequence[Event]) -> Event:
    """The event of which most documents tell."""
    return max(events, key=lambda event: len({each.held.document.id for each in event.members}))


def count_lines(event: Event, stance: Stance = Stance.AFFIRMS) -> tuple[int, int]:
    """The least and the most lines of a stance; none where nobody takes it."""
    found = event.independent.get(stance)
    return (found.least, found.most) if found else (0, 0)
