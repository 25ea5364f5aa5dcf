"""A comparer as plain as can be: claims of one kind at one place on one day of publication are one happening."""

import hashlib
import heapq
from collections.abc import Collection

from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.query import Query
from reportedly.ledger.store import Book
from reportedly.model.comparable import Comparable, Spot
from reportedly.model.held import HeldClaim, Verdict

RULES = "plain 1"


def compare(ledger: SqlLedger, at_once: int = 100) -> int:
    """Compare what changed; how many documents were looked at."""
    seen = 0
    while ledger.has_changes():
        with ledger.comparing() as book:
            seen += compare_some(book, at_once)
    return seen


def compare_some(book: Book, at_once: int) -> int:
    """Compare at most so many documents, and those claims whose neighbours changed."""
    changed = book.changed(at_once)
    assert len(changed.documents) <= at_once
    touched = set(changed.blocks)
    for document in changed.documents:
        before = book.kept(document)
        now = {each.claim: each for each in map(make_comparable, book.held(document)) if each is not None}
        touched |= {key for each in (*before.values(), *now.values()) for key in list_blocks(each)}
        book.drop(before.keys() - now.keys())
        book.keep([(each, list_blocks(each)) for each in now.values()])
    settle_groups(book, touched)
    book.settle(changed)
    return len(changed.documents)


def settle_groups(book: Book, blocks: Collection[int]) -> None:
    """Put every claim under these blocks into the group of the first that it meets, and those after it whose place changed."""
    waiting = [(each.rank, each.claim, each) for each in book.sharing(blocks)]
    heapq.heapify(waiting)
    done: set[str] = set()
    while waiting:
        rank, claim, each = heapq.heappop(waiting)
        if claim in done:
            continue
        done.add(claim)
        first = book.sharing(list_blocks(each))[0]
        group = claim if first.claim == claim else book.groups_of([first.claim])[first.claim]
        if book.groups_of([claim]).get(claim) != group:
            book.regroup({claim: group})
            for other in book.sharing(list_blocks(each), after=rank):
                heapq.heappush(waiting, (other.rank, other.claim, other))


def make_comparable(held: HeldClaim) -> Comparable | None:
    """A claim as it is compared; None if a person rejected it."""
    claim, document = held.claim, held.document
    if held.verdict is Verdict.REJECTED:
        return None
    return Comparable(
        claim=claim.id,
        document=document.id,
        rank=f"{document.published} {document.id} {claim.span.start:09} {claim.span.end:09} {claim.id}",
        kind=claim.kind,
        deed=None,
        polarity=claim.polarity,
        certainty=claim.certainty,
        tense=claim.tense,
        language=document.language,
        published=document.published,
        spots=tuple(Spot(name=place.name, gazetteer_id=place.gazetteer_id) for place in claim.places),
        words=tuple(claim.span.text.casefold().split()),
        together=held.together,
        apart=held.apart,
    )


def list_blocks(comparable: Comparable) -> set[int]:
    """One for each place."""
    return {
        int.from_bytes(
            hashlib.sha256(f"{comparable.kind} {spot.name} {comparable.published}".encode()).digest()[:8],
            "big",
            signed=True,
        )
        for spot in comparable.spots
    }


def list_groups(ledger: SqlLedger, **asked: object) -> list[tuple[str, list[str]]]:
    """The name of each group, and its claims."""
    return [(name, [each.claim for each, _ in claims]) for name, claims in ledger.groups(Query(**asked))]  # type: ignore[arg-type] # whatever a query takes
