"""What stands in a column of a Parquet file, as a row of JSON would hold it: words, a number, or nothing."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pyarrow as pa
from pyarrow import types

from reportedly.ingest.columns import RowError
from reportedly.ingest.lines import MAX_LINE_CHARACTERS

WORDS = (
    types.is_string,
    types.is_large_string,
    types.is_string_view,
    types.is_binary,
    types.is_large_binary,
    types.is_binary_view,
)
"""Older programs write words as bytes, without saying that they are words."""

DAY_ONE = date(1970, 1, 1)
SECONDS_ONE = datetime(1970, 1, 1, tzinfo=UTC)
A_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
MILLISECONDS_A_DAY = 86_400_000
UUID_NAME, UUID_BYTES = "arrow.uuid", 16

Take = Callable[[Any], str | int | float | None]
"""What a value of PyArrow is. It raises `RowError` for one that cannot be told."""


def choose_take(kind: pa.DataType) -> Take | None:
    """What tells the values of this type; None if they are neither words nor numbers, such as lists and durations."""
    if types.is_dictionary(kind):
        return choose_take(kind.value_type)
    if isinstance(kind, pa.BaseExtensionType):
        return take_uuid if kind.extension_name == UUID_NAME else choose_take(kind.storage_type)
    if any(is_kind(kind) for is_kind in WORDS):
        return take_text
    if types.is_timestamp(kind):
        return take_instants(kind)
    return next((take for is_kind, take in TAKES if is_kind(kind)), None)


def unwrap(value: pa.Scalar) -> pa.Scalar | None:
    """The value itself, where a dictionary or a type of somebody's own stands around it; None if there is none.

    Raises:
        pa.ArrowException: if it points to nothing.
    """
    while value is not None and value.is_valid and isinstance(value, pa.DictionaryScalar | pa.ExtensionScalar):
        value = value.value
    return value if value is not None and value.is_valid else None


def take_text(value: pa.Scalar) -> str:
    """Words.

    Raises:
        RowError: if they are too long, or no UTF-8.
    """
    data = value.as_buffer()
    too_long = RowError(f"is longer than {MAX_LINE_CHARACTERS // 1_000_000} million characters")
    if data.size > 4 * MAX_LINE_CHARACTERS:  # no character has more bytes than four
        raise too_long
    try:
        text: str = data.to_pybytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RowError("is not written in UTF-8") from error
    if len(text) > MAX_LINE_CHARACTERS:
        raise too_long
    return text


def take_uuid(value: pa.Scalar) -> str:
    """A UUID as it is written."""
    return str(UUID(bytes=value.as_buffer().to_pybytes()[:UUID_BYTES]))


def take_float(value: pa.Scalar) -> float | None:
    """A number. Some programs write one that is no number where they have nothing."""
    number = float(value.as_py())
    return None if math.isnan(number) else number


def take_day(value: pa.Scalar) -> str:
    """A calendar day.

    Raises:
        RowError: if no calendar has it.
    """
    days = value.value if types.is_date32(value.type) else value.value // MILLISECONDS_A_DAY
    try:
        return (DAY_ONE + timedelta(days=days)).isoformat()
    except OverflowError as error:
        raise RowError("says a day that is in no calendar") from error


def take_instants(kind: pa.DataType) -> Take:
    """What tells instants, in the zone that their column names; without one it is a day with its hour."""
    zone, a_second = find_zone(kind.tz) if kind.tz else None, A_SECOND[kind.unit]

    def take(value: pa.Scalar) -> str:
        try:
            instant = SECONDS_ONE + timedelta(microseconds=value.value * 1_000_000 // a_second)
            return (instant.astimezone(zone) if zone else instant.replace(tzinfo=None)).isoformat()
        except OverflowError as error:
            raise RowError("says a day that is in no calendar") from error

    return take


def find_zone(name: str) -> tzinfo:
    """The zone of a column; UTC if the machine does not know it: the instant is right all the same."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    try:
        return timezone(datetime.strptime(name, "%z").utcoffset() or timedelta())
    except ValueError:
        return UTC


TAKES: tuple[tuple[Callable[[pa.DataType], bool], Take], ...] = (
    (types.is_integer, lambda value: int(value.as_py())),
    (types.is_floating, take_float),
    (types.is_decimal, lambda value: f"{value.as_py():f}"),
    (types.is_date, take_day),
    (types.is_null, lambda value: None),
)
"""By the type of a column, what tells its values."""
