"""What became of what a source said. It measures reporting, not truth or honesty."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from reportedly.compare.events import PARTIES
from reportedly.compare.naming import call, is_one_name
from reportedly.compare.speakers import profile_of_event, sides_of_member
from reportedly.model.claim import ActorRole, Kind
from reportedly.model.event import Event, Line, Member, Stance, StepKind
from reportedly.model.record import LeadTime, Record, Share, Tally, Teller
from reportedly.reference.profile import Profile

LEAST_EVENTS = 5
"""Of four, even the narrowest interval, that of none or of all, spans half of all shares."""
Z = 1.959963984540054
"""Of the normal distribution, 95 % lie within so many standard deviations."""
LATEST = 10
LOSSES = frozenset({Kind.CASUALTY, Kind.DAMAGE})
"""Kinds of which a side tells figures of its enemy's, as of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one event that a source affirmed, seen from its first claim about it."""

    is_conceded: bool
    is_corroborated: bool
    is_contradicted: bool
    is_preceded: bool
    conceded_after_days: int | None = None
    """None if it was not conceded, or a day is unknown. Likewise `corroborated_after_days`."""
    corroborated_after_days: int | None = None

    @property
    def is_open(self) -> bool:
        """Did nothing become of it?"""
        return not (self.is_conceded or self.is_corroborated or self.is_contradicted or self.is_preceded)


def keep_record(
    source: Teller,
    events: Iterable[Event],
    *,
    least_events: int = LEAST_EVENTS,
) -> Record:
    """The track record of a source. The order of `events` does not matter, nor do those in which it is no origin."""
    outcomes: dict[Kind, list[Outcome]] = defaultdict(list)
    denied: Counter[Kind] = Counter()
    claims: Counter[Kind] = Counter()
    latest: list[tuple[date, str, Event]] = []
    for event in events:
        in_force = profile_of_event(event)
        own = [member for member in event.members if is_origin(member, event, source, in_force)]
        if not own:
            continue
        claims.update(member.held.claim.kind for member in own)
        days = [day for member in own if (day := member.held.document.published)]
        latest.append((max(days, default=date.min), event.id, event))
        if own[0].stance is Stance.AFFIRMS:
            outcomes[event.kind].append(follow(event, own, source, in_force))
        else:
            denied[event.kind] += 1
    latest.sort(key=lambda each: (each[0], each[1]), reverse=True)
    return Record(
        source=source,
        least_events=least_events,
        claims=dict(sorted(claims.items(), key=lambda item: (-item[1], item[0]))),
        total=add_up([each for kind in outcomes for each in outcomes[kind]], denied.total(), least_events),
        kinds={
            kind: add_up(outcomes[kind], denied[kind], least_events)
            for kind in Kind
            if outcomes.get(kind) or denied[kind]
        },
        latest=tuple(event for _, _, event in latest[:LATEST]),
    )


def is_origin(member: Member, event: Event, source: Teller, profile: Profile) -> bool:
    """Is a claim this source's word: the last link of a chain, or a channel or authority in its own voice?"""
    held = member.held
    if held.claim.chains:
        return any(held.source_ids.get(chain[-1].source) == source.id for chain in held.claim.chains)
    speaks = any(step.kind is StepKind.OWN_VOICE and step.claim == held.claim.id for step in event.steps)
    one, other = (call(name, None, profile) for name in (held.document.outlet or "", source.name))
    return speaks and is_one_name(one, other)


def follow(event: Event, own: Sequence[Member], source: Teller, profile: Profile) -> Outcome:
    """What became of an event after the first of the source's `own` claims about it."""
    first = own[0]
    sides = sides_of_member(first, profile)
    order = {member.held.claim.id: number for number, member in enumerate(event.members)}
    mine = {member.held.claim.id for member in own}
    concessions = [each for each in event.members if is_admission(each, sides)]
    conceding = {member.held.claim.id for member in concessions}
    supports = [
        support
        for line in list_independent(event, sides, profile)
        if (support := find_first(line, event, source.id, mine | conceding)) is not None
    ]

    def is_later(member: Member) -> bool:
        return order[member.held.claim.id] > order[first.held.claim.id]

    conceded = next(filter(is_later, concessions), None)
    corroborated = min(filter(is_later, supports), key=lambda each: order[each.held.claim.id], default=None)
    return Outcome(
        is_conceded=conceded is not None,
        is_corroborated=corroborated is not None,
        is_contradicted=any(is_contradiction(member, sides, profile) for member in event.members),
        is_preceded=any(not is_later(member) for member in (*concessions, *supports)),
        conceded_after_days=count_days(first, conceded),
        corroborated_after_days=count_days(first, corroborated),
    )


def is_admission(member: Member, sides: Collection[str]) -> bool:
    """Does another side than these say so against its own interest? What it says of its enemy's losses is no such thing."""
    if not member.is_concession or member.side in sides:
        return False
    claim = member.held.claim
    losers = {actor.side for actor in claim.actors if actor.role is ActorRole.PATIENT and actor.side}
    return claim.kind not in LOSSES or not losers or member.side in losers


def list_independent(event: Event, sides: Collection[str], profile: Profile) -> Iterator[Line]:
    """The lines that affirm an event and whose origin speaks for another side, or is a third party."""
    if Stance.AFFIRMS in event.independent:
        for line in event.independent[Stance.AFFIRMS].lines:
            if not set(line.sides) & set(sides) and (line.sides or is_third_party(line.path[0], profile)):
                yield line


def is_third_party(name: str, profile: Profile) -> bool:
    """Is it a body that the profile knows and that speaks for no side, such as the United Nations?"""
    known = profile.known(name)
    return known is not None and known.side is None and known.type in PARTIES


def find_first(line: Line, event: Event, source: str | None, but: Collection[str]) -> Member | None:
    """The first claim of a line that the source has no part in; those of `but` are left out."""
    for member in event.members:
        held = member.held
        named = {held.source_ids.get(link.source) for chain in held.claim.chains for link in chain}
        if held.claim.id in line.claims and held.claim.id not in but and (source is None or source not in named):
            return member
    return None


def is_contradiction(member: Member, sides: Collection[str], profile: Profile) -> bool:
    """Does a side deny it that opposes the source's? Where the source speaks for none, any side that denies it counts."""
    if member.stance is not Stance.DENIES:
        return False
    denying = sides_of_member(member, profile)
    return any(profile.opposed(one, other) for one in denying for other in sides) if sides else bool(denying)


def count_days(first: Member, then: Member | None) -> int | None:
    """Days between two publications; None if one is unknown."""
    if then is None or first.held.document.published is None or then.held.document.published is None:
        return None
    return max(0, (then.held.document.published - first.held.document.published).days)


def add_up(outcomes: Sequence[Outcome], denied: int, least_events: int) -> Tally:
    """The outcomes of some events, counted."""

    def share(number: int) -> Share:
        return make_share(number, len(outcomes), least_events)

    return Tally(
        events=len(outcomes),
        conceded=share(sum(each.is_conceded for each in outcomes)),
        corroborated=share(sum(each.is_corroborated for each in outcomes)),
        contradicted=share(sum(each.is_contradicted for each in outcomes)),
        preceded=share(sum(each.is_preceded for each in outcomes)),
        open=share(sum(each.is_open for each in outcomes)),
        until_conceded=measure_lead([each.conceded_after_days for each in outcomes], least_events),
        until_corroborated=measure_lead([each.corroborated_after_days for each in outcomes], least_events),
        denied=denied,
    )


def make_share(number: int, of: int, least_events: int) -> Share:
    """So many of so many; with its interval if there are enough."""
    if of < max(1, least_events):
        return Share(number=number, of=of)
    low, high = find_interval(number, of)
    return Share(number=number, of=of, low=low, high=high)


def find_interval(number: int, of: int) -> tuple[float, float]:
    """The Wilson score interval at 95 % of a share; `of` is at least 1.

    Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
    """
    share, square = number / of, Z * Z / of
    middle = (share + square / 2) / (1 + square)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    # At the ends the interval touches 0 and 1, which rounding must not miss.
    return 0.0 if number == 0 else max(0.0, middle - half), 1.0 if number == of else min(1.0, middle + half)


def measure_lead(days: Iterable[int | None], least_events: int) -> LeadTime:
    """The median and the range, if there are enough."""
    known = [each for each in days if each is not None]
    if len(known) < max(1, least_events):
        return LeadTime(events=len(known))
    return LeadTime(events=len(known), median_days=median(known), least_days=min(known), most_days=max(known))
