"""How far a named time zone is from UTC."""

from datetime import date

import pytest

from reportedly.claims.zones import offset_of
from reportedly.reference.lexicon import lexicon


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("", date(2025, 12, 2), ""),
        ("Z", None, "Z"),
        ("+03:00", None, "+03:00"),
        ("kyiv", date(2025, 3, 29), "+02:00"),
        ("kyiv", date(2025, 3, 30), "+03:00"),
        ("kyiv", date(2025, 10, 25), "+03:00"),
        ("kyiv", date(2025, 10, 26), "+02:00"),
        ("kyiv", None, ""),
        ("kyiv", date(1990, 7, 1), ""),
        ("kyiv", date(1941, 12, 2), ""),
        ("london", date(2025, 7, 1), "+01:00"),
        ("new york", date(2025, 3, 8), "-05:00"),
        ("new york", date(2025, 3, 9), "-04:00"),
        ("new york", date(2025, 11, 2), "-05:00"),
        ("moscow", date(2025, 7, 1), "+03:00"),
        ("moscow", date(2012, 7, 1), "+04:00"),
        ("moscow", date(2010, 7, 1), "+04:00"),
        ("moscow", date(2010, 1, 1), "+03:00"),
    ],
)
def test_summer_time_follows_its_rule(zone: str, day: date | None, offset: str) -> None:
    assert offset_of(zone, day) == offset


def test_every_zone_of_the_lexicon_is_one() -> None:
    for zone in {zone for language in ("en", "ru", "uk") for zone in lexicon(language, "time")["zone"].values()}:
        assert offset_of(zone, date(2025, 12, 2)) in {"", "Z"} or len(offset_of(zone, date(2025, 12, 2))) == 6
