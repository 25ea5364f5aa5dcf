"""Whom "the group" means, on which side a governor is, and who speaks where a call sign stands."""

from datetime import date

import pytest

from reportedly.flow import read_text
from reportedly.model.reading import Reading

DAY = date(2024, 12, 3)


def read(text: str) -> Reading:
    return read_text(text, outlet="Example Herald", published=DAY, language="en")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sudan's paramilitary Rapid Support Forces have seized the airport, the force said on Saturday.", "Rapid Support Forces"),
        ("Hamas released three hostages, the group said on Telegram.", "Hamas"),
        ("Israel bombed a school held by Hamas, the army said. The group said it was a lie.", "Hamas"),
    ],
)  # fmt: skip
def test_the_group_is_the_armed_party_just_named(text: str, name: str) -> None:
    assert name in {source.name for source in read(text).sources}


@pytest.mark.parametrize(
    "text",
    [
        "The army fought Hezbollah and Hamas on Monday. The group said it had won.",
        "Amnesty International visited the camp held by Hamas. The group said the prisoners were well.",
        "The bank met the council on Monday. The group said it was content.",
    ],
)
def test_of_two_neither_is_meant(text: str) -> None:
    assert {source.name for source in read(text).sources} == {"group"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Drones hit a depot in the Tver region overnight, Governor Igor Rudenya said.", "russia"),
        ("Drones hit depots in the Tver and Sumy regions overnight, Governor Ivan Petrov said.", None),
        ("Drones hit a depot overnight, Governor Ivan Petrov said.", None),
    ],
)
def test_a_governor_is_of_the_side_that_runs_the_region(text: str, side: str | None) -> None:
    (source,) = read(f"{text} Ukraine and Russia are at war.").sources
    assert source.side == side


def test_a_trailing_source_is_somebody_whatever_the_parser_takes_for_passive() -> None:
    text = (
        "Russian troops hold most of the town, but the station is still in Ukrainian hands, a Ukrainian sergeant with"
        " the call sign Lys said by phone."
    )
    assert all("said" not in source.name for source in read(text).sources)


@pytest.mark.parametrize("name", ["Moskva", "Novocherkassk"])
def test_a_ship_is_no_town(name: str) -> None:
    reading = read(f"The cruiser {name} was hit by two missiles, the navy said. The {name} was destroyed, it said.")
    assert not [place for claim in reading.claims for place in claim.places]
