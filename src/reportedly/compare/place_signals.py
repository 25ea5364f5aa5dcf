"""What the places of two claims say of whether they speak of the same happening."""

from reportedly.compare.blocks import odd_numbers
from reportedly.compare.carrying import AFTERMATH, PLACELESS, is_settled
from reportedly.compare.deeds import DEEDS, RARE, Family
from reportedly.compare.places import Meeting, meet
from reportedly.compare.stems import list_names
from reportedly.model.comparable import Comparable

Finding = tuple[float, str]
"""How strongly, from -1 to 1, and why."""

TARGETS = frozenset(
    "market hospital school home theatre station bridge dam power reactor refinery depot port ship airfield church hotel"
    " shop factory prison headquarters mine palace camp".split()
)
"""Objects that are hit, as opposed to what hits them and to people."""


def same_place(left: Comparable, right: Comparable) -> Finding | None:
    """Both name the same place."""
    found = meet(left, right)
    if found is None or found.how is not Meeting.SAME:
        return None
    return 1.0, f"both at {found.name}"


def place_carried_on(left: Comparable, right: Comparable) -> Finding | None:
    """One names the place, and the other goes on to speak of it without naming it again."""
    found = meet(left, right)
    if found is None or found.how is not Meeting.CARRIED:
        return None
    carried = [each for each in (left, right) if all(spot.is_carried for spot in each.spots)]
    follows = all(each.deed is not None and DEEDS[each.deed].family in AFTERMATH for each in carried)
    return (1.0 if follows else 0.8), f"both at {found.name}, which one of them names in a sentence before"


def place_contains(left: Comparable, right: Comparable) -> Finding | None:
    """One names a region in which the other's place lies."""
    found = meet(left, right)
    if found is None or found.how is not Meeting.WITHIN:
        return None
    return 1.0, f"one in {found.name}, the other within it"


def other_place(left: Comparable, right: Comparable) -> Finding | None:
    """As far as the sentences before tell, they are at different places."""
    found = meet(left, right)
    if found is None or found.how is not Meeting.APART:
        return None
    return -1.0, f"{found.name} are different places"


def place_beside(left: Comparable, right: Comparable) -> Finding | None:
    """One names a place, and its name stands in the other's sentence, which names no settlement of its own."""
    for one, other in ((left, right), (right, left)):
        if other.spots:
            continue
        for spot in one.spots:
            bones = set(list_names(spot.name))
            if bones and bones <= set(other.beside):
                own = bones <= set(other.names)
                return (1.0 if own else 0.6), f"the name of {spot.name} stands in the other's sentence"
    if is_settled((*left.spots, *right.spots)) or set(left.names) & set(right.names):
        return None
    if set(left.names) & set(right.beside) or set(right.names) & set(left.beside):
        return 0.6, "a name that stands in the one stands in the other's sentence"
    return None


def nothing_of_place(left: Comparable, right: Comparable) -> Finding | None:
    """What happens has a place, and no name of a place or anything else is in both."""
    if left.deed is None or right.deed is None or {left.deed, right.deed} & (PLACELESS | RARE):
        return None
    found = meet(left, right)
    if found is not None or place_beside(left, right) or set(left.names) & set(right.names):
        return None
    known = TARGETS | {"convoy", "aircraft"}
    if DEEDS[left.deed].family is Family.TOLL:
        known -= {"hospital"}  # where people die of what befell them elsewhere
    if set(left.objects) & set(right.objects) & known:
        return None
    if set(odd_numbers(left)) & set(odd_numbers(right)):
        return None
    return -1.0, "nothing says that they are at one place"
