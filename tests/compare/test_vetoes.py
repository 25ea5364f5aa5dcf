"""What two claims of one happening never are."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.vetoes import VETOES, is_vetoed
from reportedly.model.claim import Kind, Tense
from tests.compare.pairs import KUPIANSK, MALYNIVKA, NAMESAKE, REGION, make, on, pair

NIGHT = {"earliest": on(2), "latest": on(3)}
NEXT_NIGHT = {"earliest": on(3), "latest": on(4)}
TAKEN = {"deed": "capture", "gains": "russia"}
LONG = ("shop", "shell", "morn", "owner")
THANKS = ("much", "obliged", "your", "attention")
SPEECH = tuple(f"word{number}" for number in range(12))
MEETING: dict[str, Any] = {"deed": "talk", "spots": ()}


@pytest.mark.parametrize(
    ("veto", "one", "other"),
    [
        ("kept_apart", {}, {"apart": ("rp-1",)}),
        ("different_places", {}, {"spots": (MALYNIVKA,)}),
        ("different_places", {"spots": (MALYNIVKA,)}, {"spots": (NAMESAKE,)}),
        ("different_days", {"day": 2}, {"day": 3}),
        ("different_days", NIGHT, NEXT_NIGHT),
        ("different_days", {"day": None, "told": 1}, {"day": None, "told": 9}),
        ("different_days", {"day": 1}, {"day": None, "told": 9}),
        ("different_days", {"deed": "capture", "day": 1}, {"deed": "withdraw", "day": 28}),
        ("different_days", {**TAKEN, "day": 1}, {**TAKEN, "day": 12, "gains": "ukraine"}),
        ("different_days", {"deed": "enter", "day": 1}, {"deed": "capture", "day": 3}),
        ("different_days", {**TAKEN, "day": None}, {"deed": "withdraw", "tense": Tense.FUTURE, "day": 9}),
        ("taken_and_left", {**TAKEN, "agent": "russia"}, {"deed": "withdraw", "agent": "russia"}),
        ("too_little_in_common", {"deed": None, "words": THANKS}, {"deed": None, "words": THANKS, "told": 6}),
        ("different_deeds", {"deed": "kill"}, {"deed": "injure"}),
        ("different_deeds", {"deed": "strike"}, {"deed": "damage"}),
        ("different_deeds", {"deed": "strike"}, {"deed": "kill"}),
        ("a_view_and_a_deed", {"kind": Kind.POSITION, "deed": None}, {}),
        ("past_and_future", {"tense": Tense.FUTURE, "day": None}, {}),
        ("different_days", {**MEETING, "day": None}, {**MEETING, "day": None, "told": 6}),
        ("different_people", {**MEETING, "names": ("mkrn", "Slts")}, {**MEETING, "names": ("mkrn", "trmp")}),
        ("too_little_in_common", {"deed": None, "words": ("rain", "fell", "all")}, {"deed": None, "words": ("snow", "fell")}),
        ("too_little_in_common", {"deed": None, "words": ("rain",)}, {"deed": None, "words": ("дожд",), "language": "ru"}),
    ],
)  # fmt: skip
def test_each_is_enough(veto: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    left, right = pair(one, other)
    asked = {each.__name__: each for each in VETOES}
    assert asked[veto](left, right) and asked[veto](right, left)
    assert is_vetoed(left, right)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({}, {"spots": ()}),
        ({}, {"spots": (REGION,)}),
        ({"spots": (MALYNIVKA,)}, {"spots": (replace(MALYNIVKA, gazetteer_id="geonames:9"),)}),
        (NIGHT, NIGHT),
        (NIGHT, {"day": 3}),
        ({"day": 3}, {"day": None, "told": 4}),
        ({"deed": "capture", "day": 1}, {"deed": "withdraw", "day": 5}),
        ({**TAKEN, "day": 1}, {**TAKEN, "deed": "withdraw", "day": 12}),
        ({"day": None, "told": 1, "words": LONG}, {"day": None, "told": 7, "words": LONG}),
        ({"deed": "capture", "tense": Tense.FUTURE, "day": None}, {"deed": "withdraw"}),
        ({"tense": Tense.FUTURE}, {}),
        ({"deed": "attack"}, {"deed": "strike"}),
        ({**MEETING, "names": ("mkrn", "Slts")}, {**MEETING, "names": ("Slts", "mkrn")}),
        ({"deed": None, "words": ("rain", "fell")}, {"deed": None, "words": ("rain", "fell", "hard")}),
        ({"deed": None, "words": THANKS}, {"deed": None, "words": THANKS, "told": 4}),
        ({"deed": None, "words": SPEECH, "day": None}, {"deed": None, "words": SPEECH, "told": 6, "day": None}),
        ({"deed": None, "kind": Kind.POSITION, "words": SPEECH}, {"words": SPEECH}),
        ({**TAKEN, "agent": "russia"}, {"deed": "withdraw", "agent": "ukraine"}),
    ],
)
def test_nothing_speaks_against_these(one: dict[str, Any], other: dict[str, Any]) -> None:
    left, right = pair(one, other)
    assert not is_vetoed(left, right) and not is_vetoed(right, left)


def test_a_namesake_that_may_be_a_mistake_parts_nothing() -> None:
    unsure = (replace(MALYNIVKA, is_sure=False),), (replace(NAMESAKE, is_sure=False),)
    assert not is_vetoed(*pair({"spots": unsure[0]}, {"spots": unsure[1]}))


def test_a_place_that_is_only_carried_on_parts_nothing() -> None:
    carried = (replace(KUPIANSK, is_carried=True),)
    assert not is_vetoed(*pair({"spots": carried}, {"spots": (MALYNIVKA,)}))


@given(st.data())
def test_it_does_not_matter_who_is_asked_first(data: st.DataObject) -> None:
    said = st.fixed_dictionaries(
        {
            "deed": st.sampled_from([None, "strike", "kill", "capture", "withdraw", "talk"]),
            "day": st.sampled_from([None, 1, 3]),
            "spots": st.sampled_from([(), (KUPIANSK,), (MALYNIVKA,), (NAMESAKE,), (REGION,)]),
            "names": st.sampled_from([(), ("mkrn",), ("mkrn", "Slts"), ("trmp", "Slts", "mkrn")]),
            "words": st.sampled_from([(), ("rain", "fell"), ("rain", "snow"), ("snow",)]),
            "language": st.sampled_from(["en", "ru"]),
            "tense": st.sampled_from(Tense),
        }
    )
    left, right = make("rp-1", **data.draw(said)), make("rp-2", **data.draw(said))
    assert is_vetoed(left, right) is is_vetoed(right, left)
