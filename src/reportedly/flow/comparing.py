"""From the claims of a ledger to its events: what is new is compared with its neighbours, and no more."""

from collections.abc import Callable, Iterator

from reportedly.compare.blocks import list_blocks
from reportedly.compare.events import make_events
from reportedly.compare.grouping import regroup
from reportedly.compare.memory import Memory
from reportedly.compare.rules import name_rules
from reportedly.compare.traits import comparables
from reportedly.errors import OtherRulesError
from reportedly.flow.known import known_event, known_events
from reportedly.ledger.changes import Changed
from reportedly.ledger.query import Query
from reportedly.ledger.store import Book, Ledger
from reportedly.model.comparable import Comparable
from reportedly.model.event import Event
from reportedly.model.held import HeldClaim

AT_ONCE = 200
"""Documents that are compared together, while others who write wait."""

Progress = Callable[[int], object]
"""Told how many documents are compared."""


def compare_new(ledger: Ledger, progress: Progress | None = None) -> int:
    """Compare what came, went or changed in a ledger since it was compared last; of how many documents.

    Each lot of documents is compared wholly or not at all, so that a run that broke off goes on where it was.

    Raises:
        OtherRulesError: if others compare it by other rules meanwhile.
    """
    rules, done = name_rules(), 0
    while ledger.has_changes(rules):
        with ledger.comparing() as book:
            if book.rules != rules:
                if done:
                    raise OtherRulesError
                book.begin_anew(rules)
            changed = book.changed(AT_ONCE)
            compare_changed(book, changed)
            book.settle(changed)
        done += len(changed.documents)
        if progress:
            progress(done)
    return done


def compare_changed(book: Book, changed: Changed) -> None:
    """Compare the claims of some documents anew, and those whose neighbours they are or were."""
    gone: dict[Comparable, str | None] = {}
    new: list[Comparable] = []
    for document in changed.documents:
        before = book.kept(document)
        now = {each.claim: each for each in comparables(book.held(document))}
        if stale := [each for id_, each in before.items() if now.get(id_) != each]:
            groups = book.groups_of([each.claim for each in stale])
            gone |= {each: groups.get(each.claim) for each in stale}
            book.drop([each.claim for each in stale])
        new += [each for id_, each in now.items() if before.get(id_) != each]
    book.keep([(each, list_blocks(each)) for each in new])
    again = book.sharing(changed.blocks) if changed.blocks else ()
    book.regroup(regroup(new, gone, book, again))


def find_events(ledger: Ledger, query: Query | None = None, progress: Progress | None = None) -> Iterator[Event]:
    """Every event with a claim that fits, the newest first, after comparing what is new.

    Args:
        query: all claims by default. With `at` the ledger is compared as it then stood, all of it at once.
    """
    query = query or Query()
    if query.at is not None:
        yield from find_events_at(ledger, query)
        return
    compare_new(ledger, progress)
    yield from known_events(ledger, query)


def find_events_at(ledger: Ledger, query: Query) -> Iterator[Event]:
    """The same of the ledger as it stood after an earlier entry."""
    fitting = {held.claim.id for held in ledger.each_claim(query)}
    held_of: dict[str, HeldClaim] = {}
    by_document: dict[str, list[HeldClaim]] = {}
    for held in ledger.each_claim(Query(at=query.at)):
        held_of[held.claim.id] = held
        by_document.setdefault(held.document.id, []).append(held)
    memory = Memory()
    memory.add([each for some in by_document.values() for each in comparables(some)])
    groups = sorted(memory.groups().values(), key=lambda some: some[-1].rank, reverse=query.newest_first)
    for group in groups:
        if any(each.claim in fitting for each in group):
            yield from make_events([(each, held_of[each.claim]) for each in group])


def find_event(ledger: Ledger, id_: str, progress: Progress | None = None) -> Event:
    """The event with an id that begins so, or the one to which the claim with such an id belongs.

    An id whose event has become part of another leads to that one.

    Raises:
        UnknownIdError: if there is none.
    """
    compare_new(ledger, progress)
    return known_event(ledger, id_)
