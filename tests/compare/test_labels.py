"""What an event is called."""

from collections.abc import Sequence
from typing import Any

import pytest

from reportedly.compare.deeds import DEEDS
from reportedly.compare.labels import FROM_PLACE, LONGEST, NOUNS, OF_PLACE, make_label
from tests.compare.pairs import KUPIANSK, make


def call(*told: dict[str, Any], text: str = "x", blamed: str | None = None, placed: bool = True) -> str:
    """The label of an event of such claims."""
    return make_label([make(**each) for each in told], KUPIANSK if placed else None, text, blamed)


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ([{}], "Strike in Kupiansk"),
        ([{"objects": ("market",)}, {"objects": ("market", "drone")}], "Strike (market) in Kupiansk"),
        ([{"objects": ("market",)}, {}, {}], "Strike in Kupiansk"),
        ([{"deed": "withdraw"}], "Withdrawal from Kupiansk"),
        ([{"deed": "capture"}, {"deed": "withdraw"}, {"deed": "capture"}], "Capture of Kupiansk"),
        ([{"deed": "kill"}], "Deaths in Kupiansk"),
    ],
)
def test_deed_object_and_place(told: Sequence[dict[str, Any]], label: str) -> None:
    assert call(*told) == label


def test_a_happening_without_a_place_and_the_side_that_is_blamed() -> None:
    assert call({"deed": "exchange"}, placed=False) == "Exchange of prisoners"
    assert call({}, blamed="Russia's side") == "Strike in Kupiansk, by Russia's side"


def test_where_no_deed_is_told_the_words_stand_for_it_cut_to_a_line() -> None:
    assert call({"deed": None}, text="Peace\n is  near") == "Peace is near"
    long = call({"deed": None}, text="peace " * 60)
    assert len(long) <= LONGEST and long.endswith("…")


@pytest.mark.parametrize("deed", DEEDS)
def test_every_deed_has_a_noun(deed: str) -> None:
    assert call({"deed": deed}).startswith(NOUNS[deed])


def test_the_tables_name_deeds_only() -> None:
    assert (OF_PLACE | FROM_PLACE | NOUNS.keys()) <= DEEDS.keys()
