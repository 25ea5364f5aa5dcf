"""Instants are taken as they are written, and the day is the one that the publisher's calendar showed."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.instants import choose_day, parse_instant, parse_unix, stated_day

LATE = datetime(2025, 12, 3, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2025-12-03T21:30:00Z",
        "2025-12-03 23:30:00+02:00",
        "Wed, 03 Dec 2025 21:30:00 GMT",
        "Wed, 3 Dec 2025 23:30 +0200",
    ],
)
def test_an_instant_is_read_in_both_customs(text: str) -> None:
    assert parse_instant(text) == LATE


@pytest.mark.parametrize("text", ["2025-12-03", "2025-12-03T21:30", "yesterday", "", "Wed, 03 Dec 2025 21:30:00 -0000"])
def test_what_has_no_zone_is_no_instant(text: str) -> None:
    assert parse_instant(text) is None


@given(st.text())
def test_no_words_whatever_raise(text: str) -> None:
    parse_instant(text)
    parse_unix(text)


def test_seconds_may_be_digits() -> None:
    assert parse_unix("1764797400") == parse_unix(1764797400) == LATE
    assert [parse_unix(each) for each in (None, True, 1.5, "", "x", 10**20, "9" * 5000)] == [None] * 7


def test_the_day_is_counted_where_the_source_is_at_home() -> None:
    days = {language: choose_day(LATE, None, language) for language in ("uk", "ru", "en", None)}
    assert days == {"uk": date(2025, 12, 3), "ru": date(2025, 12, 4), "en": date(2025, 12, 3), None: date(2025, 12, 3)}
    assert choose_day(LATE, ZoneInfo("Asia/Tokyo"), "uk") == date(2025, 12, 4)


def test_the_ends_of_the_calendar_have_days() -> None:
    assert choose_day(datetime(9999, 12, 31, 23, 30, tzinfo=UTC), None, "ru") == date(9999, 12, 31)


def test_an_offset_says_which_day_it_was_at_home_and_utc_says_nothing() -> None:
    assert stated_day(datetime(2025, 12, 4, 1, 0, tzinfo=timezone(timedelta(hours=2)))) == date(2025, 12, 4)
    assert stated_day(LATE) is None and stated_day(None) is None
