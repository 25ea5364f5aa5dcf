"""Which bank of a river a town lies on."""

import pytest

from reportedly.reference.courses import bank_of


@pytest.mark.parametrize(
    ("river", "town", "side"),
    [
        ("water:dnipro", (49.0, 32.0), "right"),
        ("water:dnipro", (46.3, 33.3), "left"),
        ("water:dnipro", (47.57, 35.8), "left"),
        ("water:dnipro", (46.85, 35.37), "left"),
        ("water:siverskyi-donets", (48.72, 37.55), "right"),
        ("water:siverskyi-donets", (49.2, 37.85), "left"),
        ("water:oskil", (49.6, 38.2), "left"),
        ("water:oskil", (49.3, 37.2), "right"),
        ("water:litani", (33.27, 35.21), "left"),
        ("water:litani", (33.56, 35.37), "right"),
        ("water:nile", (30.06, 31.5), "right"),
    ],
)
def test_the_bank_is_told_looking_downstream(river: str, town: tuple[float, float], side: str) -> None:
    bank = bank_of(river, *town)
    assert bank is not None
    assert bank.side == side


def test_at_the_river_itself_nothing_is_said() -> None:
    assert bank_of("water:dnipro", 47.87, 35.09) is None


def test_far_from_the_river_nothing_is_said() -> None:
    assert bank_of("water:dnipro", 49.84, 24.03) is None


def test_of_a_river_whose_course_is_unknown_nothing_is_said() -> None:
    assert bank_of("water:volga", 55.8, 49.1) is None
