"""What changed from one telling to a later one that rests on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportedly.compare.carrying import make_spot
from reportedly.compare.places import distance, is_same
from reportedly.compare.reuse import is_earlier
from reportedly.model.claim import Certainty
from reportedly.model.event import Change, ChangeKind, Event, Stance, StepKind
from reportedly.model.held import HeldClaim
from reportedly.model.place import Place, PlaceRole
from reportedly.model.quantity import Quantity
from reportedly.model.source import Identity

FIRMNESS: Mapping[Certainty, int] = {Certainty.POSSIBLE: 0, Certainty.PROBABLE: 1, Certainty.CERTAIN: 2}
MOVED_KM = 10.0
"""Two points that lie nearer to each other may be one place, written otherwise."""
QUOTED = 120
"""Code points of a claim that are shown."""

Finding = str | None
Comparison = Callable[[HeldClaim, HeldClaim], Finding]


def trace_changes(event: Event) -> tuple[Change, ...]:
    """What later tellings of an event say otherwise than the earlier ones on which they rest, in order."""
    found = []
    for earlier, later in list_retellings(event):
        for kind, compare in CHANGES.items():
            if because := compare(earlier, later):
                found.append(Change(kind=kind, earlier=earlier.claim.id, later=later.claim.id, because=because))
    return tuple(dict.fromkeys(found))


def list_retellings(event: Event) -> Iterator[tuple[HeldClaim, HeldClaim]]:
    """Each telling with a later one that cites it, carries it on or has its words; and the same source's word told again."""
    held = {member.held.claim.id: member.held for member in event.members if member.stance is not Stance.DENIES}
    told = list(held.values())
    by_document: dict[str, list[HeldClaim]] = {}
    for each in told:
        by_document.setdefault(each.document.id, []).append(each)
    seen = set()
    for step in event.steps:
        if step.kind not in (StepKind.CITATION, StepKind.WORDING) or step.claim not in held:
            continue
        for earlier in by_document.get(step.start, ())[:1]:
            seen.add((earlier.claim.id, step.claim))
            yield earlier, held[step.claim]
    first_of: dict[str, HeldClaim] = {}
    for each in told:
        for origin in sorted(origins(each)):
            earlier = first_of.setdefault(origin, each)
            pair = (earlier.claim.id, each.claim.id)
            if pair not in seen and earlier.document.id != each.document.id and not is_earlier(each, earlier):
                seen.add(pair)
                yield earlier, each


def origins(held: HeldClaim) -> set[str]:
    """The lasting ids of those on whose word a claim is made in the end; of nobody in particular none."""
    ends = (chain[-1].source for chain in held.claim.chains)
    return {held.source_ids[end] for end in ends if held.sources[end].identity is not Identity.UNSPECIFIED}


def attribution_dropped(earlier: HeldClaim, later: HeldClaim) -> Finding:
    """The earlier telling names on whose word it speaks, the later says the same in its own voice."""
    if not origins(earlier) or later.claim.chains:
        return None
    names = ", ".join(dict.fromkeys(earlier.sources[chain[-1].source].name for chain in earlier.claim.chains))
    return f"{say(earlier)} on the word of {names}; {say(later)} in its own voice"


def certainty_raised(earlier: HeldClaim, later: HeldClaim) -> Finding:
    """What was possible or probable has become more certain."""
    before, after = FIRMNESS.get(earlier.claim.certainty), FIRMNESS.get(later.claim.certainty)
    if before is None or after is None or after <= before:
        return None
    return f"{earlier.claim.certainty} in {say(earlier)}; {later.claim.certainty} in {say(later)}"


def number_grown(earlier: HeldClaim, later: HeldClaim) -> Finding:
    """A later telling gives a greater number of the same; a newer figure of the same source on a later day is none."""
    if origins(earlier) & origins(later) and earlier.document.published != later.document.published:
        return None
    for one in earlier.claim.quantities:
        for other in later.claim.quantities:
            if one.unit == other.unit and is_greater(other, one) and len(same_unit(later, other)) == 1:
                return f"“{one.span.text}” in {say(earlier)}; “{other.span.text}” in {say(later)}"
    return None


def is_greater(one: Quantity, other: Quantity) -> bool:
    """Is all that the one may be above all that the other may be? Two figures of one claim count different things."""
    return one.low is not None and other.high is not None and one.low > other.high


def same_unit(held: HeldClaim, quantity: Quantity) -> Sequence[Quantity]:
    """The quantities of a claim that count the same."""
    return [each for each in held.claim.quantities if each.unit == quantity.unit]


def place_moved(earlier: HeldClaim, later: HeldClaim) -> Finding:
    """The later telling puts it at another place."""
    one, other = place_of(earlier), place_of(later)
    if one is None or other is None:
        return None
    before, after = make_spot(one), make_spot(other)
    apart_km = distance(before, after)
    if before.is_region or after.is_region or is_same(before, after) or apart_km is None or apart_km <= MOVED_KM:
        return None
    return f"“{one.span.text}” in {say(earlier)}; “{other.span.text}”, {apart_km:.0f} km away, in {say(later)}"


def place_of(held: HeldClaim) -> Place | None:
    """The first place at which a claim says that it happens."""
    return next((place for place in held.claim.places if place.role is not PlaceRole.REFERENCE), None)


def say(held: HeldClaim) -> str:
    """A telling in words: its own, who published it and when."""
    words = " ".join(held.claim.span.text.split())
    words = words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + "…"
    published = f", {held.document.published}" if held.document.published else ""
    return f"“{words}” ({held.document.outlet or 'an unnamed publisher'}{published})"


CHANGES: Mapping[ChangeKind, Comparison] = {
    ChangeKind.ATTRIBUTION_DROPPED: attribution_dropped,
    ChangeKind.CERTAINTY_RAISED: certainty_raised,
    ChangeKind.NUMBER_GROWN: number_grown,
    ChangeKind.PLACE_MOVED: place_moved,
}
"""What may change, and how it is seen."""
