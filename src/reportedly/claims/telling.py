"""From which day does a text count its times: from that of publication, or from the day to which it has come?

News speaks from its day of publication. A history moves along: in "On 1 September 1939 … On the 17th of September
… the next spring" each time is the one nearest to the last one that was told. A text is read as a history if its
dates that name a year gone by, with month or season, are many, and far more than the times that hang on the day of
publication ("today", "on Tuesday", "last week", a year next to that of publication).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.claims.counting import count_time
from reportedly.claims.time_units import DAYS_IN
from reportedly.claims.timex import Standpoint, Timex
from reportedly.model.annotation import DatePhrase

# So many dates of years gone by, and so many times more than times that hang on the day of publication, make
# a history: fewer may be the background of news. Of 132 English news reports none is taken for a history, of 15
# Ukrainian histories all are (development halves).
FEWEST_DATES = 3
TIMES_AS_MANY = 3
# Rules whose phrases speak from the day of publication, in a history too.
FROM_PUBLICATION = frozenset({"deictic", "span", "overnight"})
HANGS_ON_PUBLICATION = FROM_PUBLICATION | {"weekday", "unit", "part"}


@dataclass(frozen=True, slots=True)
class Told:
    """The time to which a history has come."""

    earliest: date
    latest: date

    @property
    def middle(self) -> date:
        """From here the days of a year lie nearest in that year."""
        return self.earliest + (self.latest - self.earliest) // 2


def count_all(
    phrases: Sequence[DatePhrase], published: date | None, futures: Sequence[bool | None]
) -> list[Timex | None]:
    """What each of a document's date phrases says; None where that cannot be told.

    Args:
        phrases: all those of a document, in order.
        published: the day of publication, in the source's time zone.
        futures: for each phrase, whether its verb speaks of what is to come; None if no verb tells.
    """
    history = is_history(phrases, published)
    told = _first_told(phrases) if history else None
    there, counted = None if history else published, list[Timex | None]()
    for phrase, future in zip(phrases, futures, strict=True):
        if not history or phrase.rule in FROM_PUBLICATION:
            timex = count_time(phrase.rule, phrase.values, Standpoint(published, future, there))
        elif told is None:
            timex = count_time(phrase.rule, phrase.values, Standpoint(None))
        elif _is_finer(phrase, told):
            timex = None
        else:
            standpoint = Standpoint(told.middle, None, told.middle, telling=True)
            timex = count_time(phrase.rule, phrase.values, standpoint)
        counted.append(timex)
        if timex is None or timex.earliest is None or timex.latest is None:
            continue
        there = timex.earliest if timex.earliest == timex.latest else there
        if told is not None:
            told = _move(told, phrase, Told(timex.earliest, timex.latest))
    return counted


def _move(told: Told, phrase: DatePhrase, new: Told) -> Told:
    """Where a history has come after one more phrase.

    A year alone moves it on only to the one beside it ("since the treaty of 1920" is a look aside),
    and "the year before" is a look back.
    """
    if phrase.rule in FROM_PUBLICATION or phrase.rule in {"decade", "century"}:
        return told
    years = new.middle.year - told.middle.year
    if phrase.rule in {"unit", "shift"} and phrase.values.get("unit") == "Y":
        return new if years >= 0 else told
    year_alone = phrase.rule == "date" and "month" not in phrase.values
    return told if year_alone and abs(years) > 1 else new


def is_history(phrases: Sequence[DatePhrase], published: date | None) -> bool:
    """Does the text tell of years gone by, rather than of what is new on the day of publication?"""
    if published is None:
        return True
    gone = sum(_is_gone(each, published) for each in phrases)
    new = sum(
        each.rule in HANGS_ON_PUBLICATION
        or each.values.get("toward") == "ago"
        or int(each.values.get("year", "0")) >= published.year - 1
        for each in phrases
    )
    return gone >= FEWEST_DATES and gone > TIMES_AS_MANY * new


def _is_dated(phrase: DatePhrase) -> bool:
    return "year" in phrase.values and ("month" in phrase.values or "season" in phrase.values)


def _is_gone(phrase: DatePhrase, published: date) -> bool:
    if phrase.rule == "before_christ":
        return True
    return _is_dated(phrase) and int(phrase.values["year"]) < published.year - 1


def _first_told(phrases: Sequence[DatePhrase]) -> Told | None:
    for phrase in phrases:
        if _is_dated(phrase):
            timex = count_time(phrase.rule, phrase.values, Standpoint(None))
            if timex and timex.earliest and timex.latest:
                return Told(timex.earliest, timex.latest)
    return None


def _is_finer(phrase: DatePhrase, told: Told) -> bool:
    """ "Two days later", where only a month or a year has been told."""
    coarse = (told.latest - told.earliest).days > 2
    return phrase.rule == "shift" and coarse and ("part" in phrase.values or phrase.values.get("unit") in DAYS_IN)
