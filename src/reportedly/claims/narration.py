"""What has a text spoken of when it comes to a date phrase, and from which day does that phrase count?

News counts from its day of publication, and remembers the day, the month, the quarter that it spoke of last. A history
moves along: in "On 1 September 1939 … On the 17th of September … the next spring" each time is the one nearest to the
last that was told. A text is read as a history if its dates of years gone by, with month or season, are many, and far
more than the times that hang on the day of publication ("today", "on Tuesday", "last week", a year next to its own).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.claims.counting import count_time
from reportedly.claims.tense_words import speaks_of_future
from reportedly.claims.time_units import DAYS_IN
from reportedly.claims.timex import Standpoint, Timex
from reportedly.model.annotation import DatePhrase
from reportedly.model.span import Span

# From the first day of a year to the last.
YEAR_SPAN_DAYS = frozenset({364, 365})
# After so many sentences "the previous day" no longer counts from the day that the text spoke of.
# Chosen of 2, 3, 4 and 6 on the development half of three TIMEX3 sets; `benchmarks/times.py` measures it again.
FORGOTTEN_AFTER = 4
# The two numbers that follow were chosen by reading articles.
# So near to a day of another year that the text has just told, a month or day without a year is of that year.
SAME_TALE_DAYS = 31
# So near to the publication as well, it may be of either: such dates stand in articles on anniversaries.
NEWS_DAYS = 45
DATED = frozenset({"date", "weekday", "deictic", "unit", "shift", "season"})

# So many dates of years gone by, and so many times more than times that hang on the day of publication, make
# a history: fewer may be the background of news. Of 132 English news reports none is taken for a history, of 15
# Ukrainian histories all are (development halves).
FEWEST_DATES = 3
TIMES_AS_MANY = 3
# Rules whose phrases speak from the day of publication, in a history too.
FROM_PUBLICATION = frozenset({"deictic", "span", "overnight"})
HANGS_ON_PUBLICATION = FROM_PUBLICATION | {"weekday", "unit", "part"}
# What lasts longer has no day from which days count.
FINE_DAYS = 2
Stretch = tuple[date, date]
"""First and last day of the time to which a history has come."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date phrase with what the text has told before it."""

    phrase: DatePhrase
    standpoint: Standpoint
    """`future` is what the words around the phrase tell, `there` and `around` what went before it."""
    timex: Timex | None


def tell(
    text: str, sentences: Sequence[Span], phrases: Sequence[DatePhrase], published: date | None, language: str
) -> Iterator[Told]:
    """Each of `phrases`, counted in the order of the text.

    Args:
        text: of the whole document, in which `sentences` and `phrases` have their offsets.
        sentences: in order; a phrase that lies in none of them is passed over.
        phrases: in order.
        published: the day of publication, in the source's time zone.
        language: ISO 639-1, lower case.
    """
    placed = _place(sentences, phrases)
    if is_history(phrases, published):
        return _tell_history([phrase for phrase, _ in placed], published)
    return _tell_news(text, sentences, placed, published, language)


def _place(sentences: Sequence[Span], phrases: Sequence[DatePhrase]) -> list[tuple[DatePhrase, int]]:
    """Each phrase with the number of its sentence."""
    placed, number = [], 0
    for phrase in phrases:
        while number < len(sentences) and sentences[number].end < phrase.end:
            number += 1
        if number < len(sentences) and sentences[number].holds(phrase):
            placed.append((phrase, number))
    return placed


def _tell_news(
    text: str,
    sentences: Sequence[Span],
    placed: Sequence[tuple[DatePhrase, int]],
    published: date | None,
    language: str,
) -> Iterator[Told]:
    standpoint, last = Standpoint(published), 0
    dated: tuple[date, int] | None = None
    for phrase, number in placed:
        if number - last > FORGOTTEN_AFTER:
            standpoint = replace(standpoint, there=None, around=None)
        sentence = sentences[number]
        # A past verb does not keep "asked it to answer by October 31" from lying ahead: only a tree can tell that.
        future = speaks_of_future(text, sentence.start, phrase.start, phrase.end, sentence.end, language) or None
        named = lacks_year(phrase)
        here = replace(standpoint, future=future)
        if named and not future and dated and number - dated[1] <= FORGOTTEN_AFTER:
            here = _in_tale(here, phrase, dated[0])
        timex = count_time(phrase.rule, phrase.values, here)
        yield Told(phrase, here, timex)
        if timex and timex.earliest and timex.latest:
            standpoint, last = _go_on(standpoint, phrase, timex), number
            goes_on = bool(named and dated and timex.earliest.year == dated[0].year)
            if goes_on or {"year", "month"} <= phrase.values.keys():
                dated = timex.earliest, number


def _in_tale(standpoint: Standpoint, phrase: DatePhrase, dated: date) -> Standpoint:
    """The same, with the year of a day or month without one that follows on `dated`, a day with its year."""
    values, now = phrase.values, standpoint.now
    if now is None or dated.year == now.year or standpoint.year is not None:
        return standpoint
    timex = count_time(phrase.rule, values, standpoint)
    told = count_time(phrase.rule, values, replace(standpoint, year=dated.year))
    if not timex or not timex.earliest or not told or not told.earliest:
        return standpoint
    if abs((told.earliest - dated).days) > SAME_TALE_DAYS or timex.earliest == told.earliest:
        return standpoint
    if abs((timex.earliest - now).days) <= NEWS_DAYS:
        return replace(standpoint, two_years=True)
    return replace(standpoint, year=dated.year)


def lacks_year(phrase: DatePhrase) -> bool:
    """Does it name a month, or a day of one, and nothing that says of which year?"""
    return phrase.rule == "date" and not phrase.values.keys() & {"year", "which", "year_shift", "same_year"}


def _go_on(standpoint: Standpoint, phrase: DatePhrase, timex: Timex) -> Standpoint:
    """What the text speaks of after `phrase`."""
    first, last = timex.earliest, timex.latest
    if first is None or last is None:
        return standpoint
    days = (last - first).days
    if phrase.rule == "quarter" and standpoint.quarter is None:
        standpoint = replace(standpoint, quarter=(first.year, (first.month + 2) // 3))
    elif phrase.rule in {"date", "unit"} and days in YEAR_SPAN_DAYS:
        standpoint = replace(standpoint, quarter=None)
    if first == last:
        standpoint = replace(standpoint, there=first)
    if phrase.rule in DATED and days <= max(YEAR_SPAN_DAYS):
        standpoint = replace(standpoint, around=(first, last))
    return standpoint


def _tell_history(phrases: Sequence[DatePhrase], published: date | None) -> Iterator[Told]:
    told = _first_told(phrases)
    for phrase in phrases:
        here = _stand_in_history(phrase, told, published)
        timex = count_time(phrase.rule, phrase.values, here)
        yield Told(phrase, here, timex)
        if told and timex and timex.earliest and timex.latest:
            told = _move(told, phrase, (timex.earliest, timex.latest))


def _stand_in_history(phrase: DatePhrase, told: Stretch | None, published: date | None) -> Standpoint:
    if "in_a_week" in phrase.values:  # of which week, only news tells
        return Standpoint(None)
    if phrase.rule in FROM_PUBLICATION:
        return Standpoint(published, around=told)
    if told is None or _has_no_day(phrase, told):
        return Standpoint(None)
    middle = _middle(told)
    return Standpoint(middle, there=middle, telling=True)


def _middle(days: Stretch) -> date:
    """From here the days of a year lie nearest in that year."""
    return days[0] + (days[1] - days[0]) // 2


def _move(told: Stretch, phrase: DatePhrase, new: Stretch) -> Stretch:
    """Where a history has come after one more phrase.

    A year alone moves it on only to the one beside it ("since the treaty of 1920" is a look aside),
    and "the year before" is a look back.
    """
    if phrase.rule in FROM_PUBLICATION or phrase.rule in {"decade", "century"}:
        return told
    years = _middle(new).year - _middle(told).year
    if phrase.rule in {"unit", "shift"} and phrase.values.get("unit") == "Y":
        return new if years >= 0 else told
    year_alone = phrase.rule == "date" and "month" not in phrase.values
    return told if year_alone and abs(years) > 1 else new


def is_history(phrases: Sequence[DatePhrase], published: date | None) -> bool:
    """Does the text tell of years gone by, rather than of what is new on the day of publication?"""
    gone = sum(_is_gone(each, published) for each in phrases)
    new = sum(
        (each.rule in HANGS_ON_PUBLICATION and "in_a_week" not in each.values)
        or each.values.get("toward") == "ago"
        or (published is not None and int(each.values.get("year", "0")) >= published.year - 1)
        for each in phrases
    )
    return gone >= FEWEST_DATES and gone > TIMES_AS_MANY * new


def _is_dated(phrase: DatePhrase) -> bool:
    return "year" in phrase.values and ("month" in phrase.values or "season" in phrase.values)


def _is_gone(phrase: DatePhrase, published: date | None) -> bool:
    """Is it a date of a year gone by? Where nobody knows when the text was published, any year is."""
    if phrase.rule == "before_christ":
        return True
    return _is_dated(phrase) and (published is None or int(phrase.values["year"]) < published.year - 1)


def _first_told(phrases: Sequence[DatePhrase]) -> Stretch | None:
    for phrase in phrases:
        if _is_dated(phrase):
            timex = count_time(phrase.rule, phrase.values, Standpoint(None))
            if timex and timex.earliest and timex.latest:
                return timex.earliest, timex.latest
    return None


def _has_no_day(phrase: DatePhrase, told: Stretch) -> bool:
    """ "Two days later", where only a month or a year has been told; "on Friday", which may be the one before or after."""
    values = phrase.values
    weekday = "weekday" in {phrase.rule, values.get("from_rule"), values.get("to_rule")}
    if weekday and not values.keys() & {"there", "which"}:
        return True
    if (told[1] - told[0]).days <= FINE_DAYS:
        return False
    counted = phrase.rule in {"shift", "unit"} and values.get("unit") in DAYS_IN
    return counted or weekday or phrase.rule == "part" or (phrase.rule == "shift" and "part" in values)
