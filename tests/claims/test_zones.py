"""How far a clock that a text names is ahead of Greenwich."""

from datetime import date

import pytest

from reportedly.claims.zones import offset_of


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("kyiv", date(2025, 12, 2), "+02:00"),
        ("kyiv", date(2025, 7, 2), "+03:00"),
        ("kyiv", date(2025, 3, 29), "+02:00"),
        ("kyiv", date(2025, 3, 30), "+03:00"),
        ("kyiv", date(2025, 10, 25), "+03:00"),
        ("kyiv", date(2025, 10, 26), "+02:00"),
        ("moscow", date(2025, 7, 2), "+03:00"),
        ("moscow", date(2025, 12, 2), "+03:00"),
        ("moscow", date(2012, 12, 2), ""),
        ("kyiv", date(1941, 12, 2), ""),
        ("vladivostok", date(2025, 12, 2), ""),
    ],
)
def test_offset_on_a_day(zone: str, day: date, offset: str) -> None:
    assert offset_of(zone, day) == offset
