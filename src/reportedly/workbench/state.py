"""What a screen needs before anything else, and how the ledger stands now."""

from collections import Counter

from reportedly import __version__
from reportedly.flow.examples import find_examples, list_examples
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.present.cards import list_sides
from reportedly.present.meanings import tell_meanings
from reportedly.present.page import choose_colours
from reportedly.workbench.answering import Asked
from reportedly.workbench.bench import Bench
from reportedly.workbench.counting import refresh
from reportedly.workbench.shapes import ProgressShape, StartShape, StateShape

LOOKED_AT = 200
"""Claims whose sides are counted to see who gets a colour."""


def tell_state(asked: Asked) -> StateShape:
    """How the ledger stands."""
    seq = asked.ledger.seq()
    documents, claims = asked.bench.counts.get(seq, lambda: count_now(asked.bench, asked.ledger))
    worker = asked.bench.worker
    # What came in just now is not looked at yet: nobody may take that for compared.
    comparing = worker.comparing or (ProgressShape(done=0, of=None) if worker.seen < seq else None)
    return StateShape(seq=seq, documents=documents, claims=claims, comparing=comparing, counting=not worker.is_counted)


def tell_start(asked: Asked) -> StartShape:
    """The same, with what does not change while one looks."""
    state, bench = tell_state(asked), asked.bench
    return StartShape(
        seq=state.seq,
        documents=state.documents,
        claims=state.claims,
        comparing=state.comparing,
        counting=state.counting,
        version=__version__,
        ledger=bench.ledger,
        who=bench.who,
        words=tell_meanings(),
        colours=choose_sides(bench, asked.ledger),
        has_roads=bench.roads is not None,
        has_sample=has_sample(asked.ledger),
    )


def count_now(bench: Bench, ledger: Ledger) -> tuple[int, int]:
    """The same as `count_all`, and soon where a ledger is large: the claims were counted before."""
    if not bench.worker.is_counted:
        return count_all(ledger)
    refresh(bench.tally, ledger)
    return ledger.documents(Query(limit=1, count=True)).total or 0, bench.tally.claims


def count_all(ledger: Ledger, at: int | None = None) -> tuple[int, int]:
    """How many documents and claims stand, or stood after an earlier entry."""
    one = Query(limit=1, count=True, at=at)
    return ledger.documents(one).total or 0, ledger.claims(one).total or 0


def choose_sides(bench: Bench, ledger: Ledger) -> dict[str, str]:
    """The colours of the two sides that are named most of late, the same on every screen."""
    return bench.colours.get(ledger.seq(), lambda: colour_latest(ledger))


def colour_latest(ledger: Ledger) -> dict[str, str]:
    """The colours as the claims that came in last have it."""
    counted: Counter[str] = Counter()
    for held in ledger.claims(Query(limit=LOOKED_AT)).items:
        counted.update(list_sides(held))
    return {side: colour for side, colour in choose_colours(counted).items() if side}


def has_sample(ledger: Ledger) -> bool:
    """Do the example dispatches come along, and are some of them not in the ledger?"""
    folder = find_examples()
    if not folder.is_dir():
        return False
    examples = list_examples(folder)
    outlets = tuple({each.outlet for each in examples})
    there = ledger.documents(Query(outlets=outlets, limit=1, count=True)).total or 0
    return there < len(examples)
