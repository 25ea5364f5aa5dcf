"""When a claim says that something happened."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.date_rules import date_rules
from reportedly.annotate.grammar import Grammar
from reportedly.claims.counting import COUNTERS, count_time
from reportedly.claims.dating import choose_time, resolve, said_day
from reportedly.claims.timex import Standpoint
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document
from reportedly.model.tree import Tree
from reportedly.model.when import When

WEDNESDAY = date(2025, 12, 3)


def phrases(text: str) -> tuple[DatePhrase, ...]:
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    return DatePhrases().find([Document(text=text, language="en")], [found])[0]


def dated(text: str, verb: str, *, published: date = WEDNESDAY, future: bool = False) -> When | None:
    """When the happening of `verb` in `text` was."""
    document = Document(text=text, language="en")
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    (tokens,) = Grammar().find([document], [found])
    tree = Tree(text, Found({Layer.TOKEN: tokens}).tokens)
    predicate = next(token for token in tree.tokens if token.text == verb)
    return choose_time(phrases(text), tree, predicate, published, future=future)


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
        ("on Tuesday", "2025-12-02", "2025-12-02", "2025-12-02"),
        ("earlier on Wednesday", "2025-12-03", "2025-12-03", "2025-12-03"),
        ("last Wednesday", "2025-11-26", "2025-11-26", "2025-11-26"),
        ("on Tuesday morning", "2025-12-02TMO", "2025-12-02", "2025-12-02"),
        ("overnight", "2025-12-03TNI", "2025-12-02", "2025-12-03"),
        ("overnight into Tuesday", "2025-12-02", "2025-12-01", "2025-12-02"),
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
        ("in the 1990s", "199X", "1990-01-01", "1999-12-31"),
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


def test_time_of_the_happening_not_of_its_telling() -> None:
    """The railway said on Tuesday that its crews had cleared the tunnel on Monday."""
    text = test_time_of_the_happening_not_of_its_telling.__doc__ or ""
    assert days(dated(text, "cleared")) == ("2025-12-01", "2025-12-01")


def test_relative_clause_keeps_its_date() -> None:
    """The chapel, which they restored in February, collapsed on Tuesday."""
    text = test_relative_clause_keeps_its_date.__doc__ or ""
    assert days(dated(text, "collapsed")) == ("2025-12-02", "2025-12-02")


def test_deadline_dates_nothing() -> None:
    """They want to finish the tunnel by June 15."""
    assert dated(test_deadline_dates_nothing.__doc__ or "", "finish") is None


def test_noun_between_lends_its_date() -> None:
    """They lost two boats in a Sunday raid on the harbour."""
    assert days(dated(test_noun_between_lends_its_date.__doc__ or "", "lost")) == ("2025-11-30", "2025-11-30")


def test_days_earlier_count_from_the_date_before_them() -> None:
    """The town fell on November 20, and the bridge was destroyed two days earlier."""
    text = test_days_earlier_count_from_the_date_before_them.__doc__ or ""
    assert days(dated(text, "destroyed")) == ("2025-11-18", "2025-11-18")


def test_day_after_counts_back_for_what_came_first() -> None:
    """Rain flooded the camp on Tuesday, a day after the nurses left it."""
    text = test_day_after_counts_back_for_what_came_first.__doc__ or ""
    assert days(dated(text, "left")) == ("2025-12-01", "2025-12-01")
    assert days(dated(text, "flooded")) == ("2025-12-02", "2025-12-02")


def test_hour_joins_its_day() -> None:
    """On Tuesday the missile hit the plant at 09:40."""
    when = dated(test_hour_joins_its_day.__doc__ or "", "hit")
    assert when is not None
    assert when.value == "2025-12-02T09:40"


def test_a_night_behind_a_list_dates_its_verb() -> None:
    """The mayor said that the fleet had launched rockets and 12 balloons overnight."""
    text = test_a_night_behind_a_list_dates_its_verb.__doc__ or ""
    assert days(dated(text, "launched")) == ("2025-12-02", "2025-12-03")


def test_a_clause_with_so_has_its_own_day() -> None:
    """The dam will be repaired in 2027, so it is vital that the pumps hold."""
    assert dated(test_a_clause_with_so_has_its_own_day.__doc__ or "", "is", future=True) is None


def test_since_a_happening_lasts_to_this_day() -> None:
    """Hundreds have fled since the drought began in 2019."""
    text = test_since_a_happening_lasts_to_this_day.__doc__ or ""
    assert days(dated(text, "fled")) == ("2019-01-01", "2025-12-03")


def test_a_century_and_a_broadcast_date_nothing() -> None:
    assert [resolve(each, WEDNESDAY) for each in phrases("the 21st century")] == [None]
    assert phrases("He told This Week that they had left.") == ()


def test_a_yearly_day_is_no_day() -> None:
    """The fair was held on May 9 up until 2013."""
    assert dated(test_a_yearly_day_is_no_day.__doc__ or "", "held") is None


def test_this_saturday_lies_ahead_unless_it_is_past() -> None:
    (phrase,) = phrases("this Saturday")
    assert days(resolve(phrase, WEDNESDAY)) == ("2025-12-06", "2025-12-06")
    assert days(resolve(phrase, WEDNESDAY, future=False)) == ("2025-11-29", "2025-11-29")


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
