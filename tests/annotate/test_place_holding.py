"""Who holds a place is said right beside its name, and a person is not held in these words."""

import pytest

from reportedly.annotate.place_holding import says_who_holds


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", " was not under the control of the rebels"),
        ("", " is in rebel hands"),
        ("", " remains in the hands of the army"),
        ("", " has been completely cleared of enemy troops"),
        ("", " came under a second large attack"),
        ("", " has been encircled"),
        ("Their troops hold most of ", ""),
        ("The brigade took the western outskirts of ", " on Monday"),
        ("They control almost half of ", ""),
        ("The rebels entered the centre of the town of ", ""),
    ],
)
def test_it_is_said(before: str, after: str) -> None:
    assert says_who_holds(f"{before}Marlow{after}.", len(before), len(before) + len("Marlow"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", " was cleared of charges"),
        ("", " was in the car"),
        ("", " has been under a lot of stress"),
        ("They took the letters of ", ""),
        ("He is the head of ", ""),
        ("Most of ", " slept"),
    ],
)
def test_it_is_not(before: str, after: str) -> None:
    assert not says_who_holds(f"{before}Marlow{after}.", len(before), len(before) + len("Marlow"))
