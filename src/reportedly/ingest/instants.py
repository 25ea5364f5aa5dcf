"""When something was published: instants as they are written, and the calendar day that they fall on."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONES: Mapping[str, str] = {"uk": "Europe/Kyiv", "ru": "Europe/Moscow"}
"""By language: where most of what is published in it is dated. Other languages are at home in many zones."""


def parse_instant(text: str) -> datetime | None:
    """The instant that an ISO 8601 or an e-mail date names; None if it is none, or says no zone."""
    try:
        instant = datetime.fromisoformat(text.strip())
    except ValueError:
        try:
            instant = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return instant if instant.tzinfo else None


def parse_unix(seconds: object) -> datetime | None:
    """The instant, in UTC, that is so many seconds after 1970, given as a number or its digits; None if it is none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | str):
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def parse_day(text: str | None) -> date | None:
    """The calendar day that an ISO date or date-time begins with; None if it is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def stated_day(instant: datetime | None) -> date | None:
    """The calendar day of an instant that is written with an offset from UTC: only at home does one write it so."""
    return instant.date() if instant and instant.utcoffset() != timedelta(0) else None


def choose_day(instant: datetime, zone: tzinfo | None, language: str | None) -> date:
    """The calendar day of `instant` in `zone`; without one, in the zone that goes with the language, else in UTC."""
    try:
        return instant.astimezone(zone or find_zone(language)).date()
    except OverflowError:  # in the first or the last hours of the calendar
        return instant.date()


def find_zone(language: str | None) -> tzinfo:
    """The zone of a language; UTC where there is none, or where the machine does not know it."""
    try:
        return ZoneInfo(ZONES[language]) if language and language in ZONES else UTC
    except ZoneInfoNotFoundError:
        return UTC
