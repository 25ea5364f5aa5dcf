"""On what grounds two claims are held to speak of one happening."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.signals import BIAS, SIGNALS, score, weigh
from reportedly.model.claim import Kind, Tense
from reportedly.model.comparable import Comparable
from tests.compare.pairs import KUPIANSK, MALYNIVKA, REGION, make, on, pair

CARRIED = (replace(KUPIANSK, is_carried=True),)
NOWHERE: dict[str, Any] = {"spots": ()}
BARE: dict[str, Any] = {"deed": None, "kind": Kind.OTHER}
LONG = ("shop", "shell", "morn", "owner", "fled", "roof")

SPEAKS = [
    ("same_place", {}, {}),
    ("place_carried_on", {}, {"spots": CARRIED}),
    ("place_contains", {}, {"spots": (REGION,)}),
    ("other_place", {}, {"spots": (replace(MALYNIVKA, is_carried=True),)}),
    ("place_beside", {}, {**NOWHERE, "beside": ("kpnsk",)}),
    ("nothing_of_place", {}, NOWHERE),
    ("same_days", {}, {}),
    ("told_together", {"day": None}, {}),
    ("told_anew", {"day": None}, {"day": None, "told": 4, "is_again": True}),
    ("same_deed", {}, {}),
    ("like_deed", {"deed": "attack"}, {}),
    ("same_agent", {"agent": "russia"}, {"agent": "ukraine"}),
    ("same_gain", {"deed": "capture", "gains": "russia"}, {"deed": "withdraw", "gains": "russia"}),
    ("same_objects", {"objects": ("market",)}, {"objects": ("drone", "market")}),
    ("other_objects", {"objects": ("market",)}, {"objects": ("bridge",)}),
    ("same_numbers", {"numbers": ((17.0, 17.0, "person"),)}, {"numbers": ((17.0, 17.0, None),)}),
    ("vague_toll", {"deed": "kill"}, {"deed": "kill"}),
    ("words_in_common", {"words": LONG}, {"words": LONG[:4]}),
    ("names_in_common", {"names": ("kpnsk", "azvstl")}, {"names": ("azvstl", "kpnsk")}),
    ("same_name", {"names": ("azvstl",)}, {**NOWHERE, "names": ("azvstl",)}),
    ("names_around", {"beside": ("srsk",)}, {"beside": ("srsk", "krmln")}),
    ("other_people", {"deed": "kill", "objects": ("civilians",)}, {"deed": "kill", "objects": ("soldiers",)}),
    ("rare_deed", {"deed": "exchange"}, {"deed": "exchange"}),
    ("same_ground", {"deed": "capture"}, {"deed": "withdraw"}),
    ("same_wording", {"words": LONG}, {"words": LONG}),
    ("future_and_past", {"tense": Tense.FUTURE}, {}),
    ("untold_deed", BARE, {}),
    ("other_kind", BARE, {}),
    ("a_view", BARE, BARE),
]
"""A pair of claims for each signal, to which it answers."""


@pytest.mark.parametrize(("name", "one", "other"), SPEAKS)
def test_each_ground_is_given_in_words(name: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    left, right = pair(one, other)
    found = {each.signal: each for each in weigh(left, right)}
    assert name in found and found[name].weight != 0
    assert len(found[name].because.split()) >= 3
    assert {each.signal: each.weight for each in weigh(right, left)}.get(name) == found[name].weight


def test_every_signal_is_tried_here_and_says_what_it_asks() -> None:
    assert [each.name for each in SIGNALS] == list(dict.fromkeys(each.name for each in SIGNALS))
    assert {each.name for each in SIGNALS} == {name for name, *_ in SPEAKS}
    assert all((each.ask.__doc__ or "").strip().endswith(".") for each in SIGNALS)


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ({}, {}, True),
        ({}, {"deed": "attack"}, True),
        ({"deed": "capture", "gains": "russia"}, {"deed": "withdraw", "gains": "russia", "day": None}, True),
        ({"deed": "kill", "numbers": ((17.0, 17.0, None),)}, {"deed": "kill", "numbers": ((17.0, 17.0, None),)}, True),
        ({"deed": "exchange", "spots": ()}, {"deed": "exchange", "spots": ()}, True),
        ({}, {"day": None}, True),
        ({}, NOWHERE, False),
        (NOWHERE, NOWHERE, False),
        ({"day": None}, {"day": None, **NOWHERE}, False),
        (BARE, BARE, False),
    ],
)
def test_what_weighs_enough(one: dict[str, Any], other: dict[str, Any], are_one: bool) -> None:
    assert (score(*pair(one, other)) > 0) is are_one


CLAIMS = st.builds(
    make,
    st.just("rp-1"),
    deed=st.sampled_from([None, "strike", "attack", "kill", "capture", "withdraw", "exchange"]),
    day=st.sampled_from([None, 2, 3]),
    latest=st.sampled_from([on(3), on(9)]),
    spots=st.sampled_from([(), (KUPIANSK,), CARRIED, (MALYNIVKA,), (REGION,)]),
    names=st.lists(st.sampled_from(["kpnsk", "srsk", "krmln"]), max_size=3, unique=True).map(tuple),
    beside=st.lists(st.sampled_from(["kpnsk", "srsk", "krmln"]), max_size=3, unique=True).map(tuple),
    words=st.lists(st.sampled_from(LONG), max_size=6, unique=True).map(tuple),
    numbers=st.sampled_from([(), ((3.0, 3.0, None),), ((17.0, 17.0, "person"), (None, 4.0, None))]),
    objects=st.lists(st.sampled_from(["market", "bridge", "drone"]), max_size=2, unique=True).map(tuple),
    agent=st.sampled_from([None, "russia", "ukraine", "~rebels"]),
)


@given(CLAIMS, CLAIMS)
def test_the_score_is_what_the_reader_sees_and_the_same_from_both_sides(left: Comparable, right: Comparable) -> None:
    seen = sum(each.weight for each in weigh(left, right))
    assert score(left, right) == pytest.approx(BIAS + seen, abs=0.02)
    assert score(left, right) == pytest.approx(score(right, left))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"day": None}, {"day": None, "is_again": True}),
        ({}, {"told": 4, "is_again": True}),
        ({"day": None, "is_again": True}, {"day": None, "told": 4, "is_again": True}),
        ({"day": None, "is_again": True}, {"day": None, "told": 4}),
        ({"day": None, "deed": "kill"}, {"day": None, "told": 4, "deed": "kill", "is_again": True}),
    ],
    ids=["the same day", "both dated", "both again", "the earlier", "another who died"],
)
def test_again_parts_only_from_what_was_told_before(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert "told_anew" not in {each.signal for each in weigh(*pair(one, other))}


def test_what_is_told_days_apart_is_less_likely_one() -> None:
    scores = [score(*pair({"day": None}, {"day": None, "told": 3 + days})) for days in range(4)]
    assert scores[0] == scores[1] > scores[2] > scores[3]
    assert score(*pair({}, {"day": None, "told": 5})) == score(*pair({}, {"day": None}))


def test_in_a_region_many_towns_change_hands() -> None:
    told = {"deed": "capture", "spots": (REGION,)}, {"deed": "withdraw", "spots": (REGION,)}
    assert "same_ground" not in {each.signal for each in weigh(*pair(*told))}


def test_a_victim_with_a_name_is_no_vague_toll() -> None:
    told = {"deed": "injure", "names": ("zlZn",), "spots": ()}
    assert "vague_toll" not in {each.signal for each in weigh(*pair(told, told))}


def test_a_name_of_which_no_place_is_known_may_stand_in_the_sentence_alone() -> None:
    told = pair({"names": ("Cpln",), "spots": ()}, {"spots": (), "beside": ("Cpln",)})
    assert "place_beside" in {each.signal for each in weigh(*told)}


def test_a_station_may_be_of_trains_or_of_pipelines() -> None:
    told = pair({"objects": ("station",)}, {"objects": ("refinery",)})
    assert "other_objects" not in {each.signal for each in weigh(*told)}


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ({"day": None}, {"day": None, "told": 3}, "told within 1 day"),
        ({"day": None}, {"day": None, "told": 5}, "told within 2 days"),
        ({"beside": ("srsk",)}, {"beside": ("srsk",)}, "1 name around them is the same"),
        ({"names": ("azvstl",)}, {"names": ("azvstl",)}, "1 name beside the place is the same"),
        ({"names": ("azvstl", "krmln")}, {"names": ("azvstl", "krmln")}, "2 names beside the place are the same"),
    ],
)
def test_one_of_a_thing_is_told_as_one(one: dict[str, Any], other: dict[str, Any], words: str) -> None:
    assert words in {each.because for each in weigh(*pair(one, other))}
