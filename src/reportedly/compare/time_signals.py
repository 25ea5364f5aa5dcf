"""What the times of two claims say of whether they speak of the same happening."""

import math
from datetime import date

from reportedly.compare.blocks import DAYS_BACK, days_of
from reportedly.compare.deeds import DEEDS, Family
from reportedly.compare.place_signals import Finding
from reportedly.model.comparable import Comparable

REPEATED = frozenset({Family.FIRE, Family.FIGHTING, Family.WRECK, Family.CAPTIVITY})
"""Of which there are many, one after the other."""
SAME_NEWS_DAYS = 1
"""What is told on one day and the next without a day is one piece of news."""


def same_days(left: Comparable, right: Comparable) -> Finding | None:
    """Both are said to have happened on days that overlap."""
    shared = overlap(left, right)
    if shared is None or not (left.earliest and right.earliest):
        return None
    longest = max((day_count(left), day_count(right)))
    share = 1.0 / math.sqrt(max(1.0, longest - 1.0))
    first, last = shared
    return share, f"both on {first}" if first == last else f"both between {first} and {last}"


def told_together(left: Comparable, right: Comparable) -> Finding | None:
    """One or both give no day; they were published within the days in which that is still one story."""
    shared = overlap(left, right)
    if shared is None or (left.earliest and right.earliest):
        return None
    if left.earliest or right.earliest or left.published is None or right.published is None or left.deed in DAYS_BACK:
        return 1.0, "told within the days in which it may have happened"
    gap = abs((left.published - right.published).days)
    within = "1 day" if gap <= 1 else f"{gap} days"
    return 1.0 - 1.5 * max(0, gap - SAME_NEWS_DAYS), f"told within {within}"


def told_anew(left: Comparable, right: Comparable) -> Finding | None:
    """The later says that it happened again, where the earlier was told on a day before: there is one in between."""
    earlier, later = sorted((left, right), key=lambda claim: claim.rank)
    if not later.is_again or earlier.is_again or later.deed is None or DEEDS[later.deed].family not in REPEATED:
        return None
    if (later.earliest and earlier.earliest) or not (earlier.published and later.published):
        return None
    return (-1.0, "the later tells of one more") if later.published > earlier.published else None


def overlap(left: Comparable, right: Comparable) -> tuple[date, date] | None:
    """The days that both may mean; None if there is none, or nothing is known of one."""
    one, other = days_of(left), days_of(right)
    if one is None or other is None:
        return None
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def day_count(claim: Comparable) -> int:
    """How many days the claim's time spans; 0 if it is not dated."""
    return (claim.latest - claim.earliest).days + 1 if claim.earliest and claim.latest else 0
