"""Two sides' accounts of the same events, silence included, and what each speaks of that the other does not."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from reportedly.compare.speakers import (
    outlet_side,
    passing_sides,
    profile_in_force,
    profile_of_event,
    sides_of_member,
    spoken_for,
)
from reportedly.model.account import Account, Accounts, Answer, Divergence, Meanwhile, Telling, TwoSides
from reportedly.model.claim import Kind
from reportedly.model.event import Event, Member, Stance
from reportedly.model.held import HeldClaim, HeldDocument
from reportedly.model.when import shift_day
from reportedly.reference.profile import Profile

SILENT_AFTER_DAYS = 7
"""A week: weekly summaries have had their turn by then."""

ANSWERS: Mapping[Stance, Answer] = {
    Stance.AFFIRMS: Answer.ASSERTED,
    Stance.DENIES: Answer.DENIED,
    Stance.QUALIFIES: Answer.QUALIFIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """How much a side published, day by day."""

    days: tuple[date, ...] = ()
    """In order; those on which it published anything."""
    documents: tuple[int, ...] = (0,)
    """Published before each of the days, and in all: one more than there are days. Likewise `claims`."""
    claims: tuple[int, ...] = (0,)

    def between(self, first: date, last: date) -> tuple[int, int]:
        """Documents and claims from the first to the last day, both included."""
        begins, ends = bisect_left(self.days, first), bisect_right(self.days, last)
        return self.documents[ends] - self.documents[begins], self.claims[ends] - self.claims[begins]


def count_output(
    documents: Iterable[HeldDocument],
    claims: Iterable[HeldClaim],
    sides: Collection[str],
) -> Mapping[str, Output]:
    """How much each of `sides` published.

    A document is a side's if its outlet is, or if it holds a claim that is this side's word. Undated ones do not count.
    """
    published: dict[str, dict[date, set[str]]] = {side: defaultdict(set) for side in sides}
    said: dict[str, Counter[date]] = {side: Counter() for side in sides}
    for each in documents:
        side = outlet_side(each.document, profile_in_force(each.made_by))
        if side in published and each.document.published:
            published[side][each.document.published].add(each.id)
    for held in claims:
        day = held.document.published
        for side in spoken_for(held, profile_in_force(held.made_by)):
            if side in published and day:
                published[side][day].add(held.document_id)
                said[side][day] += 1
    return {side: add_up(published[side], said[side]) for side in sides}


def add_up(documents: Mapping[date, Collection[str]], claims: Mapping[date, int]) -> Output:
    """The documents and claims of each day, in running totals."""
    days = sorted({*documents, *claims})
    return Output(
        days=tuple(days),
        documents=(0, *accumulate(len(documents.get(day, ())) for day in days)),
        claims=(0, *accumulate(claims.get(day, 0) for day in days)),
    )


def compare_sides(
    events: Iterable[Event],
    sides: tuple[str, str],
    output: Mapping[str, Output],
    *,
    silent_after_days: int = SILENT_AFTER_DAYS,
    last_day: date | None = None,
) -> TwoSides:
    """Both sides' accounts of each event, and by kind how far they diverge. The order of `events` does not matter.

    Args:
        output: what each side published from the first day of the events on.
        last_day: the last day of which the ledger holds a document.
    """
    told = []
    for event in sorted(events, key=when_told):
        in_force = profile_of_event(event)
        one, other = (
            tell_account(event, side, output.get(side, Output()), in_force, silent_after_days, last_day)
            for side in sides
        )
        told.append(Accounts(event=event, accounts=(one, other)))
    return TwoSides(
        sides=sides, silent_after_days=silent_after_days, events=tuple(told), kinds=tuple(diverge(told, sides))
    )


def when_told(event: Event) -> tuple[date, date, str]:
    """Sorts events by the day on which something of them was published first; undated ones come last."""
    return first_published(event) or date.max, event.earliest or date.max, event.id


def first_published(event: Event) -> date | None:
    """The first day on which something of an event was published; None if no document of it is dated."""
    return min((day for member in event.members if (day := member.held.document.published)), default=None)


def tell_account(
    event: Event, side: str, output: Output, profile: Profile, silent_after_days: int, last_day: date | None
) -> Account:
    """What one side has to say of an event."""
    tellings = sorted(
        (telling for member in event.members if (telling := tell_part(member, side, profile))),
        key=lambda each: (each.day or date.max, each.member.held.claim.id),
    )
    answers = list(dict.fromkeys(telling.answer for telling in tellings))
    begins, meanwhile = first_published(event), None
    if begins is not None:
        ends = shift_day(begins, silent_after_days)
        if all(telling.day and telling.day > ends for telling in tellings):
            documents, claims = output.between(begins, ends)
            is_over = last_day is not None and last_day >= ends
            meanwhile = Meanwhile(first=begins, last=ends, documents=documents, claims=claims, is_over=is_over)
            answers.insert(0, Answer.SILENT if documents or claims else Answer.ABSENT)
    return Account(side=side, answers=tuple(answers), tellings=tuple(tellings), meanwhile=meanwhile)


def tell_part(member: Member, side: str, profile: Profile) -> Telling | None:
    """A claim as part of a side's account; None if it is no part of it."""
    day, sides = member.held.document.published, sides_of_member(member, profile)
    if side in sides:
        concedes = member.is_concession and member.side in (side, None)
        return Telling(day=day, answer=Answer.CONCEDED if concedes else ANSWERS[member.stance], member=member)
    if side in passing_sides(member.held, profile):
        return Telling(day=day, answer=Answer.RELAYED, member=member)
    return None


def diverge(told: Sequence[Accounts], sides: tuple[str, str]) -> Iterable[Divergence]:
    """By kind, the events of which only one side speaks, both, or neither. To pass on is to speak of it."""
    of_kind: dict[Kind, list[Accounts]] = defaultdict(list)
    for each in told:
        of_kind[each.event.kind].append(each)
    for kind in Kind:
        if not (events := of_kind.get(kind)):
            continue
        by_voices: dict[tuple[bool, bool], list[str]] = defaultdict(list)
        for each in events:
            one, other = each.accounts
            by_voices[bool(one.tellings), bool(other.tellings)].append(each.event.id)
        yield Divergence(
            kind=kind,
            only={sides[0]: tuple(by_voices[True, False]), sides[1]: tuple(by_voices[False, True])},
            both=tuple(by_voices[True, True]),
            neither=tuple(by_voices[False, False]),
        )
