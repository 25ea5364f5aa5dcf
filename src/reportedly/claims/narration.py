"""What a text speaks of when it comes to a date phrase: the day, the month, the quarter that went before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.claims.counting import count_time
from reportedly.claims.tense_words import speaks_of_future
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
    standpoint, number, last, years = Standpoint(published), 0, 0, dict[str, int]()
    dated: tuple[date, int] | None = None
    for phrase in phrases:
        while number < len(sentences) and sentences[number].end < phrase.end:
            number += 1
        if number == len(sentences) or not sentences[number].holds(phrase):
            continue
        if number - last > FORGOTTEN_AFTER:
            standpoint = replace(standpoint, there=None, around=None)
        sentence = sentences[number]
        # A past verb does not keep "asked it to answer by October 31" from lying ahead: only a tree can tell that.
        future = speaks_of_future(text, sentence.start, phrase.start, phrase.end, sentence.end, language) or None
        named = _day_of_year(phrase)
        here = replace(standpoint, future=future, year=years.get(named))
        if named and not future and dated and number - dated[1] <= FORGOTTEN_AFTER:
            here = _in_tale(here, phrase, dated[0])
        timex = count_time(phrase.rule, phrase.values, here)
        yield Told(phrase, here, timex)
        if timex and timex.earliest and timex.latest:
            standpoint, last = _go_on(standpoint, phrase, timex), number
            goes_on = bool(named and dated and timex.earliest.year == dated[0].year)
            if goes_on or {"year", "month"} <= phrase.values.keys():
                dated = timex.earliest, number
            if named:
                years.setdefault(named, timex.earliest.year)


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


def _day_of_year(phrase: DatePhrase) -> str:
    """The month, with its day, that a phrase names without a year; nothing if it names none."""
    values = phrase.values
    if phrase.rule != "date" or values.keys() & {"year", "which", "year_shift"}:
        return ""
    return f"{values.get('month', '')}-{values.get('day', '')}"


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
