"""On what grounds two claims are held to speak of the same happening."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.compare.deeds import DEEDS, HELD_BUILDINGS, RARE, Family, are_alike
from reportedly.compare.ground import UNSIDED
from reportedly.compare.place_signals import (
    TARGETS,
    Finding,
    nothing_of_place,
    other_place,
    place_beside,
    place_carried_on,
    place_contains,
    same_place,
)
from reportedly.compare.stems import list_names, share_of_words
from reportedly.compare.time_signals import same_days, told_anew, told_together
from reportedly.model.claim import Tense
from reportedly.model.comparable import Comparable
from reportedly.model.event import Evidence

STATIONS = frozenset({"station", "power", "refinery", "reactor"})
"""What may all be called a station."""
VICTIMS = frozenset({"civilians", "soldiers"})


@dataclass(frozen=True, slots=True)
class Signal:
    """One question to two claims."""

    ask: Callable[[Comparable, Comparable], Finding | None]
    weight: float

    @property
    def name(self) -> str:
        return self.ask.__name__


def same_deed(left: Comparable, right: Comparable) -> Finding | None:
    """Both tell the same deed."""
    if left.deed is None or left.deed != right.deed:
        return None
    return 1.0, f"both tell of the same: {left.deed}"


def like_deed(left: Comparable, right: Comparable) -> Finding | None:
    """They tell deeds that may be one in other words."""
    if left.deed == right.deed or not are_alike(left.deed, right.deed):
        return None
    return 1.0, f"{left.deed} and {right.deed} may be one"


def same_agent(left: Comparable, right: Comparable) -> Finding | None:
    """Both say that the same side does it, or that different ones do."""
    if left.agent is None or right.agent is None or (UNSIDED in left.agent) != (UNSIDED in right.agent):
        return None
    if left.agent == right.agent:
        return 1.0, f"both say that {left.agent}'s side does it"
    return -1.0, f"one says that {left.agent}'s side does it, the other {right.agent}'s"


def same_gain(left: Comparable, right: Comparable) -> Finding | None:
    """After both the same side holds the ground."""
    if left.gains is None or left.gains != right.gains:
        return None
    return 1.0, f"after both {left.gains}'s side holds it"


def same_objects(left: Comparable, right: Comparable) -> Finding | None:
    """Both name the same sort of thing that it is done to or with."""
    shared = [each for each in left.objects if each in right.objects]
    if not shared:
        return None
    return min(1.0, len(shared) / 2), f"both name: {', '.join(shared)}"


def other_objects(left: Comparable, right: Comparable) -> Finding | None:
    """Each names things that it is done to, and none that the other names; or one a building that is held, and the other none."""
    mine, theirs = ([name for name in each.objects if name in TARGETS] for each in (left, right))
    held = all(each.deed and DEEDS[each.deed].family is Family.GROUND for each in (left, right))
    if held and bool(mine) != bool(theirs) and HELD_BUILDINGS & set(mine + theirs):
        return -1.5, f"one is about the {(mine + theirs)[0]} alone"
    if not mine or not theirs or set(mine) & set(theirs) or set(mine) | set(theirs) <= STATIONS:
        return None
    return (-2.0 if held else -1.0), f"{mine[0]} and {theirs[0]} are different things"


def other_people(left: Comparable, right: Comparable) -> Finding | None:
    """The one tells of soldiers who came to harm, the other of civilians."""
    if not all(each.deed and DEEDS[each.deed].family is Family.TOLL for each in (left, right)):
        return None
    mine, theirs = (set(each.objects) & VICTIMS for each in (left, right))
    return None if not mine or not theirs or mine & theirs else (-1.0, "other people came to harm")


def rare_deed(left: Comparable, right: Comparable) -> Finding | None:
    """Both tell a deed of which there are few, so that within some days it is one."""
    if left.deed is None or left.deed != right.deed or left.deed not in RARE:
        return None
    return 1.0, f"there are few of its kind: {left.deed}"


def same_ground(left: Comparable, right: Comparable) -> Finding | None:
    """Both tell of who holds a place: one side's leaving and the other's taking are one."""
    if not all(each.deed and DEEDS[each.deed].family is Family.GROUND for each in (left, right)):
        return None
    if not are_alike(left.deed, right.deed) or is_of_region_alone(left, right):
        return None
    return 1.0, "both tell who holds it"


def is_of_region_alone(left: Comparable, right: Comparable) -> bool:
    """Do both claims name places, and one of them no settlement? In a region many towns change hands."""
    return bool(left.spots and right.spots) and any(
        all(spot.is_region for spot in each.spots) for each in (left, right)
    )


def same_numbers(left: Comparable, right: Comparable) -> Finding | None:
    """Both give the same number; an odd one tells more than two or three."""
    mine = {low for low, high, _ in left.numbers if low is not None and low == high}
    theirs = {low for low, high, _ in right.numbers if low is not None and low == high}
    shared = max(mine & theirs, default=None)
    if shared is None or shared < 2:
        return None
    return (1.0 if shared > 12 and shared % 10 else 0.5), f"both give the number {shared:g}"


def vague_toll(left: Comparable, right: Comparable) -> Finding | None:
    """Both tell of dead or hurt, and neither how many."""
    told = all(each.deed and DEEDS[each.deed].family is Family.TOLL for each in (left, right))
    if not told or left.numbers or right.numbers or names_beside_places(left, right):
        return None
    return -1.0, "neither says how many"


def words_in_common(left: Comparable, right: Comparable) -> Finding | None:
    """Both use the same words; only asked of claims in one language."""
    if left.language != right.language or not left.words or not right.words:
        return None
    share = share_of_words(left, right)
    if share < 0.2:
        return None
    shared = set(left.words) & set(right.words)
    return share, f"share {len(shared)} of {len(left.words)} and {len(right.words)} words"


def names_in_common(left: Comparable, right: Comparable) -> Finding | None:
    """Both claims hold the same names, beside those of their places."""
    shared = names_beside_places(left, right)
    if not shared:
        return None
    return min(1.5, len(shared) / 2), say_names(len(shared), "beside the place")


def say_names(number: int, where: str) -> str:
    """ "1 name around them is the same"."""
    return f"{number} {'name' if number == 1 else 'names'} {where} {'is' if number == 1 else 'are'} the same"


def names_beside_places(left: Comparable, right: Comparable) -> set[str]:
    """The names that stand in both claims; without those of their places where both have some."""
    shared = set(left.names) & set(right.names)
    if left.spots and right.spots:
        shared -= {bones for each in (left, right) for spot in each.spots for bones in list_names(spot.name)}
    return shared


def same_name(left: Comparable, right: Comparable) -> Finding | None:
    """Both name the same, which for one of them no place is known to be: a plant, a prison, a village in another script."""
    told = left.deed is not None and right.deed is not None
    if not told or (left.spots and right.spots) or not set(left.names) & set(right.names):
        return None
    return 1.0, "the same name stands in both, and of one of them no other place is known"


def names_around(left: Comparable, right: Comparable) -> Finding | None:
    """Their sentences hold the same names outside the claims, such as those of the sources."""
    shared = set(left.beside) & set(right.beside) - set(left.names) - set(right.names)
    if not shared:
        return None
    return min(1.0, len(shared) / 3), say_names(len(shared), "around them")


def same_wording(left: Comparable, right: Comparable) -> Finding | None:
    """One says nearly what the other says, word for word."""
    if left.language != right.language or min(len(left.words), len(right.words)) < 4:
        return None
    pairs = [set(zip(each.words, each.words[1:], strict=False)) for each in (left, right)]
    share = len(pairs[0] & pairs[1]) / min(map(len, pairs))
    if share < 0.6:
        return None
    return share, f"{share:.0%} of the shorter stand in the other in the same order"


def future_and_past(left: Comparable, right: Comparable) -> Finding | None:
    """One speaks of what is to come, the other of what was."""
    if (left.tense is Tense.FUTURE) == (right.tense is Tense.FUTURE):
        return None
    return -1.0, "one is still to come where the other has happened"


def untold_deed(left: Comparable, right: Comparable) -> Finding | None:
    """What the one tells is known, and of the other no word tells it."""
    if (left.deed is None) == (right.deed is None):
        return None
    return -1.0, "what one of them tells is not known"


def other_kind(left: Comparable, right: Comparable) -> Finding | None:
    """They are about different kinds of things, and no word tells that the deed is one."""
    if left.deed is not None and right.deed is not None:
        return None
    if left.kind is right.kind:
        return None
    return -1.0, f"one is about {left.kind}, the other about {right.kind}"


def a_view(left: Comparable, right: Comparable) -> Finding | None:
    """Both are views, demands or what no word calls a happening: of these few are one."""
    if left.deed is not None or right.deed is not None:
        return None
    return -1.0, "no word tells of a happening"


SIGNALS: Sequence[Signal] = (
    Signal(same_place, weight=1.5),
    Signal(place_carried_on, weight=1.6),
    Signal(place_contains, weight=1.2),
    Signal(place_beside, weight=1.5),
    Signal(nothing_of_place, weight=1.2),
    Signal(other_place, weight=3.5),
    Signal(same_days, weight=2.0),
    Signal(told_together, weight=0.4),
    Signal(told_anew, weight=2.5),
    Signal(same_deed, weight=1.4),
    Signal(like_deed, weight=1.4),
    Signal(same_agent, weight=0.6),
    Signal(same_gain, weight=0.4),
    Signal(same_objects, weight=1.0),
    Signal(other_objects, weight=1.1),
    Signal(other_people, weight=1.5),
    Signal(same_numbers, weight=1.8),
    Signal(vague_toll, weight=0.5),
    Signal(words_in_common, weight=1.8),
    Signal(names_in_common, weight=1.4),
    Signal(same_name, weight=1.0),
    Signal(names_around, weight=0.8),
    Signal(rare_deed, weight=1.9),
    Signal(same_ground, weight=1.7),
    Signal(same_wording, weight=3.0),
    Signal(future_and_past, weight=0.8),
    Signal(untold_deed, weight=1.1),
    Signal(other_kind, weight=1.1),
    Signal(a_view, weight=1.0),
)
"""Every ground, and what it counts."""

ASKED = tuple((signal.ask, signal.weight) for signal in SIGNALS)
"""The same for the innermost loop of comparing."""


BIAS = -3.2
"""What must be outweighed: most pairs that meet are not one happening."""


def weigh(left: Comparable, right: Comparable) -> tuple[Evidence, ...]:
    """What speaks for and against two claims speaking of one happening."""
    found = ((signal, signal.ask(left, right)) for signal in SIGNALS)
    return tuple(
        Evidence(signal=signal.name, weight=round(signal.weight * finding[0], 3), because=finding[1])
        for signal, finding in found
        if finding is not None
    )


def score(left: Comparable, right: Comparable) -> float:
    """Above 0 the two are held to speak of one happening."""
    found = [(weight, ask(left, right)) for ask, weight in ASKED]
    return BIAS + sum([weight * finding[0] for weight, finding in found if finding is not None])
