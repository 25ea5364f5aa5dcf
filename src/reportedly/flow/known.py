"""Events as far as they were compared: for those who must not wait until everything is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reportedly.compare.events import Pair, make_events
from reportedly.compare.traits import comparables
from reportedly.errors import UnknownIdError
from reportedly.flow.meant import walk
from reportedly.ledger.grouping import Group
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.store import Ledger
from reportedly.model.event import Event
from reportedly.model.held import HeldClaim
from reportedly.model.ids import make_id

SEVERAL = 2


def known_events(
    ledger: Ledger, query: Query, *, most_groups: int | None = None, of_several: bool = False
) -> Iterator[Event]:
    """Every event with a claim that fits, the newest first; nothing is compared for it.

    Args:
        query: with `at` each event is told by those of its claims that stood then, as it is put together now.
        of_several: leave out what only one claim tells of, on one chain.
        most_groups: so many groups of claims are looked at; of a large ledger that is what can be done at once.
    """
    now = query.at is None
    groups = ledger.groups(query, of_several=of_several) if now else groups_then(ledger, query, of_several=of_several)
    for _, pairs in islice(groups, most_groups):
        yield from make_events(pairs)


def known_event(ledger: Ledger, id_: str, *, at: int | None = None) -> Event:
    """The event with an id that begins so, or to which the claim with such an id belongs, as `find_event` has it.

    Args:
        at: as of `known_events`.

    Raises:
        UnknownIdError: if there is none, or none yet.
    """
    _, whole = ledger.find_id(id_)
    found = ledger.group(whole)
    pairs = found[1] if found is not None else ()
    event = pick_event(pairs if at is None else stood_then(ledger, pairs, at), whole)
    if event is None:
        raise UnknownIdError(id_, ())
    return event


def pick_event(pairs: Sequence[Pair], id_: str) -> Event | None:
    """Of the events of a group the one of this id, or to which the claim of this id belongs or gave its name."""
    for event in make_events(pairs) if pairs else ():
        claims = [member.held.claim.id for member in event.members]
        if id_ == event.id or any(id_ in (claim, make_id("event", claim)) for claim in claims):
            return event
    return None


def events_of(ledger: Ledger, claims: Sequence[str], *, at: int | None = None) -> Iterator[Event]:
    """The events to which these claims belong, each once; of claims that were not compared yet there is none."""
    wanted, seen = set(claims), set[str]()
    for claim in claims:
        if claim in seen or (found := ledger.group(claim)) is None:
            continue
        pairs = found[1] if at is None else stood_then(ledger, found[1], at)
        seen |= {each.claim for each, _ in found[1]}
        for event in make_events(pairs) if pairs else ():
            if not wanted.isdisjoint(member.held.claim.id for member in event.members):
                yield event


def groups_then(ledger: Ledger, query: Query, *, of_several: bool = False) -> Iterator[Group]:
    """The groups, as they are put together now, of the claims that stood and fitted at an earlier entry.

    Args:
        of_several: only those of several claims, or of one on several chains.
    """
    seen: set[str] = set()
    for held in walk(ledger.claims, replace(query, sort=Sort.PUBLISHED, after=None)):
        if held.claim.id in seen or (found := ledger.group(held.claim.id)) is None:
            continue
        seen |= {each.claim for each, _ in found[1]}
        if of_several and len(found[1]) == 1 and len(held.claim.chains) < SEVERAL:
            continue
        if pairs := stood_then(ledger, found[1], query.at):
            yield found[0], pairs


def stood_then(ledger: Ledger, pairs: Sequence[Pair], at: int | None) -> Sequence[Pair]:
    """Of the claims of a group those that stood after an earlier entry, as they then were."""
    if not pairs:
        return ()
    documents = tuple(dict.fromkeys(held.document_id for _, held in pairs))
    of_document: dict[str, dict[str, HeldClaim]] = {}
    for held in ledger.each_claim(Query(documents=documents, at=at)):
        of_document.setdefault(held.document.id, {})[held.claim.id] = held
    wanted = {each.claim for each, _ in pairs}
    return [
        (each, held[each.claim])
        for held in of_document.values()
        for each in comparables(tuple(held.values()))
        if each.claim in wanted
    ]
