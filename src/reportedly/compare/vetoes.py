"""What two claims of one happening never are, however alike they are otherwise."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from reportedly.compare.blocks import CONCEDED_DAYS, TOLD_AGAIN_DAYS, days_of, odd_numbers
from reportedly.compare.carrying import VIEWS
from reportedly.compare.deeds import DEEDS, Family, are_alike
from reportedly.compare.places import Meeting, meet
from reportedly.compare.stems import share_of_words
from reportedly.model.claim import Tense
from reportedly.model.comparable import Comparable

Veto = Callable[[Comparable, Comparable], bool]

OF_PEOPLE = frozenset({"talk", "agree", "visit", "sanction", "supply"})
"""Deeds that are one only if the same people do them."""
TAKEN = frozenset({"capture", "enter", "advance"})
ON_THE_WAY = frozenset({"enter", "advance"})
FEWEST_PEOPLE = 2
SAME_PEOPLE = 0.35
"""Share of all names of two claims, those of places included, from which on they tell of the same people."""
SAME_WORDS = 0.6
"""Share of words from which on two claims that tell no deed may be one."""
ALIKE_WORDS = 0.4
"""The same where one of them tells a deed."""
VERBATIM = 0.8
"""Share of words from which on two claims are one utterance, whatever kind each was taken for."""
FEWEST_WORDS = 5
FEWEST_NAMES = 3
FORMULA_DAYS = 1
"""Within so many days what is short and tells no deed is said again by whoever reports it."""
UTTERANCE_DAYS = 7
"""The same for what is long."""
LONG_WORDS = 9
"""Stems that both share; so many are no formula."""
A_NIGHT = timedelta(days=1)
"""From its first day to its last."""
GROUND_DAYS = 7
"""A place is lost in the course of some days: one side withdraws before the other says that it has it."""


def kept_apart(left: Comparable, right: Comparable) -> bool:
    """A person said that they speak of different happenings."""
    return right.claim in left.apart or left.claim in right.apart


def different_places(left: Comparable, right: Comparable) -> bool:
    """Both name their place, and it is not the same: two places of one name among them."""
    found = meet(left, right)
    return found is not None and found.how is Meeting.APART and found.is_sure


def different_days(left: Comparable, right: Comparable) -> bool:
    """They cannot have happened on the same day; a place may change hands in the course of some days."""
    one, other = days_of(left), days_of(right)
    if one is None or other is None:
        return False
    if are_following_nights(left, right):
        return True
    if one[0] <= other[1] and other[0] <= one[1]:
        return False
    slack = slack_days(left, right)
    return (one[0] - other[1]).days > slack or (other[0] - one[1]).days > slack


def slack_days(left: Comparable, right: Comparable) -> int:
    """So many days may lie between two claims of one happening."""
    if any(each.tense is Tense.FUTURE and each.earliest for each in (left, right)):
        return 0
    if left.earliest and right.earliest and (left.deed in ON_THE_WAY) != (right.deed in ON_THE_WAY):
        return 0  # both dated: who enters on one day and takes it on another has done two things
    if is_about_ground(left) and is_about_ground(right):
        other = left.gains is not None and right.gains is not None and left.gains != right.gains
        return GROUND_DAYS if other else CONCEDED_DAYS
    if (left.earliest and right.earliest) or left.deed in OF_PEOPLE:
        return 0  # of a meeting and the next the same is said
    return TOLD_AGAIN_DAYS if is_told_again(left, right) else 0


def is_told_again(left: Comparable, right: Comparable) -> bool:
    """Do two claims give the same odd number, or half the same words? What was told may be told again in the days after."""
    return bool(set(odd_numbers(left)) & set(odd_numbers(right))) or share_of_words(left, right) >= SAME_WORDS


def are_following_nights(left: Comparable, right: Comparable) -> bool:
    """Do both name a night from one day to the next, and not the same? Two such nights share a day, and are two."""
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return False
    one, other = left.latest - left.earliest, right.latest - right.earliest
    return one == other == A_NIGHT and left.earliest != right.earliest


def different_deeds(left: Comparable, right: Comparable) -> bool:
    """The words tell two deeds that are never one: the dead are not the wounded, nor a strike its damage."""
    return are_alike(left.deed, right.deed) is False


def a_view_and_a_deed(left: Comparable, right: Comparable) -> bool:
    """One is a demand or an opinion, the other a happening."""
    if (left.kind in VIEWS) == (right.kind in VIEWS) or (left.deed and right.deed):
        return False
    return share_of_words(left, right) < VERBATIM or min(len(left.words), len(right.words)) < FEWEST_WORDS


def different_people(left: Comparable, right: Comparable) -> bool:
    """Both tell of a meeting, a visit or an agreement, and too few of the names are the same."""
    if left.deed not in OF_PEOPLE or right.deed not in OF_PEOPLE:
        return False
    mine, theirs = set(left.names), set(right.names)
    if min(len(mine - theirs), len(theirs - mine)) >= FEWEST_PEOPLE:
        return True  # the same president met one head of government, and the next
    return len(mine & theirs) < FEWEST_PEOPLE or len(mine & theirs) < SAME_PEOPLE * len(mine | theirs)


def taken_and_left(left: Comparable, right: Comparable) -> bool:
    """The same side takes it and leaves it."""
    if left.agent is None or left.agent != right.agent:
        return False
    return any(one.deed == "withdraw" and other.deed in TAKEN for one, other in ((left, right), (right, left)))


def past_and_future(left: Comparable, right: Comparable) -> bool:
    """One is still to come, the other was, and no day is given to both; an ordered withdrawal is told as one that is done."""
    if (left.tense is Tense.FUTURE) == (right.tense is Tense.FUTURE) or (
        is_about_ground(left) and is_about_ground(right)
    ):
        return False
    return not (left.earliest and right.earliest)


def too_little_in_common(left: Comparable, right: Comparable) -> bool:
    """Of one no word tells what happens, and they share too few of their words, or other names or numbers stand in them."""
    if left.deed is not None and right.deed is not None:
        return False
    if left.deed is right.deed and not is_same_utterance(left, right):
        return True
    shared, either = set(left.names) & set(right.names), set(left.names) | set(right.names)
    if left.language != right.language:
        return len(shared) < FEWEST_NAMES
    if share_of_words(left, right) < (SAME_WORDS if left.deed is right.deed else ALIKE_WORDS):
        return True
    told_apart = bool(left.numbers and right.numbers) and not set(left.numbers) & set(right.numbers)
    return told_apart or (min(len(left.names), len(right.names)) > 1 and len(shared) < SAME_WORDS * len(either))


def is_same_utterance(left: Comparable, right: Comparable) -> bool:
    """May two claims that tell no deed be one thing said? Formulas are said again on other days: "Thank you for your attention"."""
    if left.published is None or right.published is None:
        return True
    apart = abs((left.published - right.published).days)
    shared = len(set(left.words) & set(right.words))
    return apart <= (FORMULA_DAYS if shared < LONG_WORDS else UTTERANCE_DAYS)


VETOES: Sequence[Veto] = (
    different_deeds,
    kept_apart,
    different_days,
    a_view_and_a_deed,
    taken_and_left,
    past_and_future,
    different_places,
    different_people,
    too_little_in_common,
)
"""Each is enough; the quickest first."""


def is_vetoed(left: Comparable, right: Comparable) -> bool:
    """Can the two not speak of one happening?"""
    for veto in VETOES:  # noqa: SIM110 - the innermost loop of comparing
        if veto(left, right):
            return True
    return False


def is_about_ground(claim: Comparable) -> bool:
    """Does the claim say who holds a place?"""
    return claim.deed is not None and DEEDS[claim.deed].family is Family.GROUND
