"""Which days a date phrase means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.date_rules import date_rules
from reportedly.claims.counting import COUNTERS, count_time
from reportedly.claims.resolving import resolve, said_day
from reportedly.claims.timex import Standpoint
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document
from reportedly.model.when import When

WEDNESDAY = date(2025, 12, 3)


def phrases(text: str) -> tuple[DatePhrase, ...]:
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    return DatePhrases().find([Document(text=text, language="en")], [found])[0]


def days(when: When | None) -> tuple[str, str] | None:
    return (str(when.earliest), str(when.latest)) if when else None


@pytest.mark.parametrize(
    ("words", "value", "earliest", "latest"),
    [
        ("on December 2", "2025-12-02", "2025-12-02", "2025-12-02"),
        ("on 14 October 2024", "2024-10-14", "2024-10-14", "2024-10-14"),
        ("at 18:30, August 3, 2024", "2024-08-03T18:30", "2024-08-03", "2024-08-03"),
        ("today, at 11 a.m.", "2025-12-03T11:00", "2025-12-03", "2025-12-03"),
        ("on 14.03", "2025-03-14", "2025-03-14", "2025-03-14"),
        ("on December 20", "2025-12-20", "2025-12-20", "2025-12-20"),
        ("on March 20", "2025-03-20", "2025-03-20", "2025-03-20"),
        ("in October 2021", "2021-10", "2021-10-01", "2021-10-31"),
        ("in June", "2025-06", "2025-06-01", "2025-06-30"),
        ("in 2014", "2014", "2014-01-01", "2014-12-31"),
        ("last year", "2024", "2024-01-01", "2024-12-31"),
        ("last month", "2025-11", "2025-11-01", "2025-11-30"),
        ("last week", "2025-W48", "2025-11-24", "2025-11-30"),
        ("so far this year", "2025", "2025-01-01", "2025-12-03"),
        ("in the first week of August", "2025-08", "2025-08-01", "2025-08-07"),
        ("in late November", "2025-11", "2025-11-21", "2025-11-30"),
        ("in mid-November", "2025-11", "2025-11-11", "2025-11-20"),
        ("in mid-2021", "2021", "2021-05-02", "2021-09-01"),
        ("in the first three months of 2024", "P3M", "2024-01-01", "2024-03-31"),
        ("in the last two months of last year", "P2M", "2024-11-01", "2024-12-31"),
        ("in the first ten days of November", "P10D", "2025-11-01", "2025-11-10"),
        ("in the opening weeks of 2024", "2024", "2024-01-01", "2024-05-01"),
        ("on the ninth of May", "2025-05-09", "2025-05-09", "2025-05-09"),
        ("last night", "2025-12-02TNI", "2025-12-02", "2025-12-03"),
        ("on Tuesday", "2025-12-02", "2025-12-02", "2025-12-02"),
        ("earlier on Wednesday", "2025-12-03", "2025-12-03", "2025-12-03"),
        ("last Wednesday", "2025-11-26", "2025-11-26", "2025-11-26"),
        ("on Tuesday morning", "2025-12-02TMO", "2025-12-02", "2025-12-02"),
        ("overnight", "2025-12-03TNI", "2025-12-02", "2025-12-03"),
        ("overnight into Tuesday", "2025-12-02TNI", "2025-12-01", "2025-12-02"),
        ("over the past day", "P1D", "2025-12-02", "2025-12-03"),
        ("in the past 24 hours", "PT24H", "2025-12-02", "2025-12-03"),
        ("in the past two weeks", "P2W", "2025-11-19", "2025-12-03"),
        ("since Monday", "2025-12-01", "2025-12-01", "2025-12-03"),
        ("since February", "2025-02", "2025-02-01", "2025-12-03"),
        ("since the start of October", "2025-10", "2025-10-01", "2025-12-03"),
        ("three weeks ago", "2025-W46", "2025-11-10", "2025-11-16"),
        ("five days ago", "2025-11-28", "2025-11-28", "2025-11-28"),
        ("two months ago", "2025-10", "2025-10-01", "2025-10-31"),
        ("between Monday and Wednesday", "2025-12-01/2025-12-03", "2025-12-01", "2025-12-03"),
        ("from November 20 to December 2", "2025-11-20/2025-12-02", "2025-11-20", "2025-12-02"),
        ("on November 9-11", "2025-11-09/2025-11-11", "2025-11-09", "2025-11-11"),
        ("over the weekend", "2025-W48-WE", "2025-11-29", "2025-11-30"),
        ("last summer", "2025-SU", "2025-06-01", "2025-08-31"),
        ("in the third quarter", "2025-Q3", "2025-07-01", "2025-09-30"),
        ("in the first half of 2025", "2025-H1", "2025-01-01", "2025-06-30"),
        ("in the week of November 12", "2025-W46", "2025-11-10", "2025-11-16"),
        ("in a second raid in a week", "P1W", "2025-11-26", "2025-12-03"),
        ("two days after December 1", "2025-12-03", "2025-12-03", "2025-12-03"),
        ("the day before last Tuesday", "2025-12-01", "2025-12-01", "2025-12-01"),
        ("since the start of the month", "2025-12", "2025-12-01", "2025-12-03"),
        ("in the early hours of Tuesday", "2025-12-02TMO", "2025-12-02", "2025-12-02"),
        ("overnight from Monday to Tuesday", "2025-12-01/2025-12-02", "2025-12-01", "2025-12-02"),
        ("on the night of Monday to Tuesday", "2025-12-01TNI/2025-12-02", "2025-12-01", "2025-12-02"),
        ("shortly before midnight on Monday", "2025-12-01T24:00", "2025-12-01", "2025-12-01"),
        ("after 6 a.m. on Monday", "2025-12-01T06:00", "2025-12-01", "2025-12-01"),
        ("as of 06:00", "2025-12-03T06:00", "2025-12-03", "2025-12-03"),
        ("as of 10:00 Moscow time on 2 December", "2025-12-02T10:00+03:00", "2025-12-02", "2025-12-02"),
        ("at 06:00 Kyiv time on December 2", "2025-12-02T06:00+02:00", "2025-12-02", "2025-12-02"),
        ("on July 2 at 06:00 (Kyiv time)", "2025-07-02T06:00+03:00", "2025-07-02", "2025-07-02"),
        ("on Tuesday at 14:30 GMT", "2025-12-02T14:30Z", "2025-12-02", "2025-12-02"),
        ("at 1400 local time on Tuesday", "2025-12-02T14:00", "2025-12-02", "2025-12-02"),
        ("at 0600 hours on Tuesday", "2025-12-02T06:00", "2025-12-02", "2025-12-02"),
        ("on Tuesday at around 6 a.m.", "2025-12-02T06:00", "2025-12-02", "2025-12-02"),
        (
            "from 8 p.m. on October 2 to 8 a.m. on October 3",
            "2025-10-02T20:00/2025-10-03T08:00",
            "2025-10-02",
            "2025-10-03",
        ),
        ("between 22:00 and 05:00 on Tuesday", "2025-12-01T22:00/2025-12-02T05:00", "2025-12-01", "2025-12-02"),
        ("on Monday from 20:00 to 22:00", "2025-12-01T20:00/2025-12-01T22:00", "2025-12-01", "2025-12-01"),
        ("on Monday from 22:00 until 02:00", "2025-12-01T22:00/2025-12-02T02:00", "2025-12-01", "2025-12-02"),
        ("on Monday between 20:00 and 22:00", "2025-12-01T20:00/2025-12-01T22:00", "2025-12-01", "2025-12-01"),
        (
            "overnight into December 3 from 23:00 to 07:10",
            "2025-12-02T23:00/2025-12-03T07:10",
            "2025-12-02",
            "2025-12-03",
        ),
        ("in the '80s", "198", "1980-01-01", "1989-12-31"),
        ("in the 1990s", "199", "1990-01-01", "1999-12-31"),
    ],
)
def test_counted_from_publication(words: str, value: str, earliest: str, latest: str) -> None:
    (phrase,) = phrases(f"It fell {words}.")
    when = resolve(phrase, WEDNESDAY)
    assert when is not None
    assert (when.value, str(when.earliest), str(when.latest)) == (value, earliest, latest)


@pytest.mark.parametrize(
    "words",
    [
        "by June 15",
        "for three days",
        "every day",
        "in recent days",
        "in the coming weeks",
        "two days earlier",
        "until Monday",
        "before February 2022",
        "at 07:15",
        "at 14:30 GMT",
        "from 22:00 to 05:00",
        "before 6 a.m. on Monday",
        "for the first time in a week",
        "recently",
        "last winter",
        "on February 30, 2025",
    ],
)
def test_dates_nothing(words: str) -> None:
    (phrase,) = phrases(f"It fell {words}.")
    assert resolve(phrase, WEDNESDAY) is None


def test_unknown_publication_leaves_only_full_dates() -> None:
    assert [days(resolve(each, None)) for each in phrases("On Tuesday, in May, in 2014, since 2014.")] == [
        None,
        None,
        ("2014-01-01", "2014-12-31"),
        None,
    ]


def test_weekday_ahead_with_a_future_verb() -> None:
    (phrase,) = phrases("Trams would run on Thursday.")
    assert days(resolve(phrase, WEDNESDAY, future=True)) == ("2025-12-04", "2025-12-04")


def test_quotation_counts_from_its_own_day() -> None:
    said, today = phrases("In a speech given yesterday she said: the harbour was blocked today.")
    anchor = said_day(said, WEDNESDAY)
    assert anchor == date(2025, 12, 2)
    assert days(resolve(today, WEDNESDAY, anchor=anchor)) == ("2025-12-02", "2025-12-02")


def test_a_century_and_a_broadcast_date_nothing() -> None:
    assert [resolve(each, WEDNESDAY) for each in phrases("the 21st century")] == [None]
    assert phrases("He told This Week that they had left.") == ()


def test_this_saturday_lies_ahead_unless_it_is_past() -> None:
    (phrase,) = phrases("this Saturday")
    assert days(resolve(phrase, WEDNESDAY)) == ("2025-12-06", "2025-12-06")
    assert days(resolve(phrase, WEDNESDAY, future=False)) == ("2025-11-29", "2025-11-29")


def test_a_day_just_over_is_meant_beside_a_verb_of_the_future() -> None:
    (phrase,) = phrases("They would rebuild what burned on November 20.")
    assert days(resolve(phrase, WEDNESDAY, future=True)) == ("2025-11-20", "2025-11-20")


def test_a_quarter_to_be_reported_is_the_nearest() -> None:
    (phrase,) = phrases("It will publish its third-quarter results.")
    assert days(resolve(phrase, WEDNESDAY, future=True)) == ("2025-07-01", "2025-09-30")


def test_every_rule_is_counted() -> None:
    names = {rule.name for language in ("en", "ru", "uk") if (rules := date_rules(language)) for rule in rules.rules}
    assert names | {"range"} == set(COUNTERS)


WORDS = st.sampled_from(
    "since by May 9 31 29 February 1900 2014 Tuesday night of the last two 999 years decades centuries ago earlier "
    "between and from to overnight into - , : 12 24 p.m. week next past winter quarter third early end 00:30".split(" ")
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.dates(), st.booleans())
def test_every_interval_is_one(text: str, published: date, future: bool) -> None:
    for phrase in phrases(text):
        when = resolve(phrase, published, future=future, anchor=published)
        assert when is None or when.earliest <= when.latest
        count_time(phrase.rule, phrase.values, Standpoint(None))
