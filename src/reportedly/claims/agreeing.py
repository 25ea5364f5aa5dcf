"""Does a date agree with the tense of its claim? What happened lies before the day of publication, what will behind it."""

from dataclasses import replace
from datetime import date

from reportedly.claims.counting import JUST_OVER_DAYS
from reportedly.claims.hanging import hangs_below, hangs_on
from reportedly.claims.narration import Told, lacks_year
from reportedly.claims.resolving import resolve
from reportedly.model.annotation import DatePhrase, Token
from reportedly.model.tree import Tree
from reportedly.model.when import When

# The text itself has the year in these: nothing was counted.
WRITTEN_YEAR = frozenset({"year", "to_year", "decade"})


def resolve_in_tense(
    phrase: DatePhrase,
    published: date | None,
    *,
    future: bool | None = None,
    anchor: date | None = None,
    told: Told | None = None,
) -> When | None:
    """As `resolve` has it; None if the days were counted, and a claim of that tense can have no such days.

    A year that only the words before made likely is counted anew. "Prices rose this year": up to the day of publication.
    A year that stands in the text stays: `claims/checks.py` says that it does not fit.
    """
    when = resolve(phrase, published, future=future, anchor=anchor, told=told)
    if when is None or published is None:
        return when
    counted = told is not None and not told.standpoint.telling and not phrase.values.keys() & WRITTEN_YEAR
    if told and counted and _is_contrary(when, published, future):
        bare = replace(told, standpoint=replace(told.standpoint, year=None, two_years=False))
        when = resolve(phrase, published, future=future, anchor=anchor, told=bare)
        if when is None or _is_contrary(when, published, future):
            return None
    # "They asked for an answer within the next 48 hours" speaks of days to come, whatever its tense.
    over = future is False and phrase.values.get("way") != "1"
    return replace(when, latest=published) if over and when.earliest <= published < when.latest else when


def is_stay(phrase: DatePhrase, tree: Tree, predicate: Token) -> bool:
    """ "She is in Rome from Friday to Sunday": told in the present, that lasts still or lies ahead."""
    ends = {phrase.values.get("from_rule"), phrase.values.get("to_rule")}
    return phrase.rule == "range" and ends <= {"weekday", "date"} and hangs_on(phrase, tree, predicate)


def is_of_another(
    phrase: DatePhrase, when: When, tree: Tree, predicate: Token, published: date, future: bool | None
) -> bool:
    """Does the tense of the claim part it from the date?"""
    # "He prepared the summit in May 2026": after a past verb a day to come is that of what it speaks of.
    if future is False and when.earliest > published:
        return not hangs_on(phrase, tree, predicate)
    if future is not None or when.latest >= published:
        return False
    # "The leaders meet in September", of a September to come, though the last one is nearer; not "in September, they meet",
    # as chronicles have it.
    behind = phrase.start > predicate.start and predicate.pos == "VERB"
    if behind and lacks_year(phrase) and (published - when.latest).days > JUST_OVER_DAYS:
        return True
    # "In 2020 the price fell, and demand is rising": what holds now does not share a day that is over.
    return not hangs_below(phrase, tree, predicate)


def _is_contrary(when: When, published: date, future: bool | None) -> bool:
    return when.earliest > published if future is False else bool(future) and when.latest < published
