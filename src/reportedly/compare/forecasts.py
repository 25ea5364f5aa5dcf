"""What was said of the future, whether its day has come, and what was reported later. Nothing is decided here."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from reportedly.model.claim import Certainty, Kind, Tense
from reportedly.model.comparable import Comparable
from reportedly.model.event import Event, Member, Stance
from reportedly.model.forecast import Forecast, Ground, Later, Term
from reportedly.model.held import HeldClaim
from reportedly.model.when import shift_day
from reportedly.reference.word_lists import word_list

GRACE_DAYS = 7
"""What is reported so long after the horizon may still be of what happened before it."""
LANGUAGES = frozenset({"en", "ru", "uk"})
"""Those of which it is known how they word plans and demands."""

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")

Bucket = tuple[Kind, str]
"""Where a forecast looks for what was reported later: a kind with a place, or with an event."""
Reports = Mapping[Bucket, Sequence[tuple[Event, Member]]]


def find_forecasts(
    events: Iterable[Event],
    later: Iterable[Event],
    comparables: Mapping[str, Comparable],
    *,
    today: date,
) -> tuple[Forecast, ...]:
    """The forecasts in `events`, those whose day comes first at the head, with what `later` holds of each.

    An event is one forecast, however many tell it. The order of both does not matter.

    Args:
        later: where to look for what was reported afterwards; the same events among them.
        comparables: by the claim's id.
    """
    reported: dict[Bucket, list[tuple[Event, Member]]] = defaultdict(list)
    for event in later:
        for member in event.members:
            if member.held.claim.tense is not Tense.FUTURE:
                for bucket in list_buckets(event):
                    reported[bucket].append((event, member))
    found = [
        make_forecast(event, ahead, reported, comparables, today)
        for event in events
        if (ahead := [member for member in event.members if is_forecast(member.held)])
    ]
    return tuple(sorted(found, key=lambda each: (each.horizon or date.max, each.published or date.max, each.event.id)))


def is_forecast(held: HeldClaim) -> bool:
    """Does a claim say what will happen? A demand or a wish does not; a position does if it is a plan for a day."""
    claim = held.claim
    if claim.tense is not Tense.FUTURE:
        return False
    if claim.kind is Kind.POSITION:
        return claim.time is not None and is_plan(held)
    # What a voice leaves open is what it asks for or hopes, unless it says that it is planned.
    return claim.certainty is not Certainty.UNKNOWN or is_plan(held)


def is_plan(held: HeldClaim) -> bool:
    """Is it worded as a plan or a prediction, and not as a demand or a wish?"""
    language = held.document.language or "en"
    if language not in LANGUAGES:
        return False
    cues = [link.cue.text for chain in held.claim.chains for link in chain if link.cue]
    words = WORD.findall(" ".join((held.claim.span.text, *cues)))
    plans, demands = (word_list(language, "forecast", name) for name in ("plan", "demand"))
    return any(word in plans for word in words) and not any(word in demands for word in words)


def list_buckets(event: Event) -> Iterator[Bucket]:
    """The event itself, and its place by id, else by name."""
    yield event.kind, f"event {event.id}"
    if event.place is not None:
        yield event.kind, event.place.gazetteer_id or event.place.name.casefold()


def make_forecast(
    event: Event, ahead: Sequence[Member], reported: Reports, comparables: Mapping[str, Comparable], today: date
) -> Forecast:
    """What an event says of the future, and what was reported since."""
    members = sorted(ahead, key=when_published)
    published = members[0].held.document.published
    horizon = max((each.held.claim.time.latest for each in members if each.held.claim.time), default=None)
    later: tuple[Later, ...] = ()
    if published is not None:
        span = published, shift_day(horizon or today, GRACE_DAYS if horizon else 0)
        later = tuple(find_later(event, members, span, horizon, reported, comparables))
    reviewed = any(each.held.verdict or each.held.notes for each in members)
    answered = any(each.stance for each in later)
    return Forecast(
        event=event,
        members=tuple(members),
        published=published,
        horizon=horizon,
        term=Term.DUE if horizon is not None and horizon < today else Term.OPEN,
        grounds=(Ground.REVIEW,) * reviewed + (Ground.EVENT,) * answered,
        later=later,
    )


def when_published(member: Member) -> tuple[date, str]:
    """Sorts members by the day of publication; undated ones come last."""
    return member.held.document.published or date.max, member.held.claim.id


def find_later(
    event: Event,
    ahead: Sequence[Member],
    span: tuple[date, date],
    horizon: date | None,
    reported: Reports,
    comparables: Mapping[str, Comparable],
) -> Iterator[Later]:
    """What was reported of the place and kind within `span`: of each event the first that affirms or denies, else the first."""
    own = {each.held.document.id for each in ahead}
    compared = next((comparables[each.held.claim.id] for each in ahead if each.held.claim.id in comparables), None)
    found: dict[str, list[Later]] = defaultdict(list)
    for bucket in list_buckets(event):
        for other, member in reported.get(bucket, ()):
            if member.held.document.id not in own and is_within(member, span):
                after = comparables.get(member.held.claim.id)
                found[other.id].append(judge_later(other, member, compared, after, horizon))
    chosen: dict[str, Later] = {}
    for id_, laters in found.items():
        laters.sort(key=lambda each: when_published(each.member))
        deciding = [each for each in laters if each.stance is not None] or laters[:1]
        for each in deciding:
            chosen.setdefault(f"{id_} {each.stance}", each)
    yield from sorted(chosen.values(), key=lambda each: (*when_published(each.member), each.event.id))


def is_within(member: Member, span: tuple[date, date]) -> bool:
    """Was it published in these days, and not of what happened before them?"""
    day, time = member.held.document.published, member.held.claim.time
    return day is not None and span[0] <= day <= span[1] and (time is None or time.latest >= span[0])


def judge_later(
    event: Event, member: Member, ahead: Comparable | None, after: Comparable | None, horizon: date | None
) -> Later:
    """How something that was reported later stands to a forecast, and why."""
    stance, because = None, "of the same place and kind; nothing more is known of it"
    if ahead is not None and after is not None:
        reason = next((why for check in CHECKS if (why := check(ahead, after, horizon))), None)
        because = (
            f"of the same place and kind, but {reason}" if reason else f"the same place, kind and deed ({after.deed})"
        )
        if reason is None and member.stance is not Stance.QUALIFIES:
            stance = Stance.AFFIRMS if ahead.polarity is after.polarity else Stance.DENIES
    return Later(event=event, member=member, day=member.held.document.published, stance=stance, because=because)


def tells_no_deed(ahead: Comparable, after: Comparable, horizon: date | None) -> str | None:
    """Of one of the two no word tells what is done."""
    return None if ahead.deed and after.deed else "the words do not tell whether it is the same deed"


def is_another_deed(ahead: Comparable, after: Comparable, horizon: date | None) -> str | None:
    """Something else is done."""
    return None if ahead.deed == after.deed else f"another deed ({after.deed}, not {ahead.deed})"


def is_by_others(ahead: Comparable, after: Comparable, horizon: date | None) -> str | None:
    """Another side does it, or holds the place afterwards."""
    pairs = ((ahead.gains, after.gains), (ahead.agent, after.agent))
    one, other = next(((one, other) for one, other in pairs if one and other), (None, None))
    return None if one == other else f"of another side ({other}, not {one})"


def is_of_part(ahead: Comparable, after: Comparable, horizon: date | None) -> str | None:
    """Only a part is spoken of."""
    return "of a part only" if after.is_partial and not ahead.is_partial else None


def is_unsure(ahead: Comparable, after: Comparable, horizon: date | None) -> str | None:
    """It is said to be likely or possible, no more."""
    return None if after.certainty is Certainty.CERTAIN else f"said to be {after.certainty} only"


def is_too_late(ahead: Comparable, after: Comparable, horizon: date | None) -> str | None:
    """It happened after the last day that the forecast names."""
    late = horizon is not None and after.earliest is not None and after.earliest > horizon
    return "after the last day that the forecast names" if late else None


CHECKS: Sequence[Callable[[Comparable, Comparable, date | None], str | None]] = (
    tells_no_deed,
    is_another_deed,
    is_by_others,
    is_of_part,
    is_unsure,
    is_too_late,
)
"""What keeps a later report from answering a forecast; the first that holds is told."""
