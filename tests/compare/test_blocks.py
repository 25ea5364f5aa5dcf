"""Claims that may speak of one happening meet; and none meets all."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compare.blocks import UNDATED_DAYS, list_blocks
from reportedly.compare.signals import score
from reportedly.compare.vetoes import is_vetoed
from reportedly.model.comparable import Comparable
from tests.compare.pairs import KUPIANSK, MALYNIVKA, make, on, pair

WORDS = ("shop", "shell", "morn", "owner", "fled", "roof")


def share(left: Comparable, right: Comparable) -> bool:
    """Are the two kept under one block?"""
    return bool(set(list_blocks(left)) & set(list_blocks(right)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({}, {"deed": "attack"}),
        ({"deed": "capture"}, {"deed": "withdraw"}),
        ({}, {"spots": (), "beside": ("kpnsk",)}),
        ({}, {"day": None, "told": 3 + UNDATED_DAYS}),
        ({"deed": "exchange", "spots": ()}, {"deed": "exchange", "spots": (MALYNIVKA,)}),
        ({"deed": None, "words": WORDS}, {"deed": None, "words": WORDS}),
        ({"deed": None, "names": ("srsk", "mkrn")}, {"deed": None, "names": ("mkrn", "Slts", "srsk")}),
        ({"together": ("rp-2",), "told": 1, "day": None}, {"together": ("rp-1",), "told": 28, "spots": (MALYNIVKA,)}),
    ],
)
def test_these_meet(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert share(*pair(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"spots": (MALYNIVKA,)}),
        ({}, {"deed": "kill"}),
        ({"day": 1, "told": 1}, {"day": 20, "told": 20}),
        ({"deed": None}, {"deed": None}),
        ({"latest": on(28)}, {"latest": on(28)}),
    ],
)
def test_these_do_not(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Of the last the time is too long: it may be many happenings."""
    assert not share(*pair(one, other))


@settings(deadline=None)
@given(
    st.integers(1, 14),
    st.integers(0, 14),
    st.tuples(st.booleans(), st.booleans()),
    st.sampled_from([("strike", "strike"), ("attack", "strike"), ("capture", "withdraw"), ("withdraw", "withdraw")]),
    st.sampled_from([(), ((17.0, 17.0, "person"),)]),
)
def test_what_would_be_one_always_meets(
    day: int, later: int, dated: tuple[bool, bool], deeds: tuple[str, str], numbers: tuple[Any, ...]
) -> None:
    """However the days fall into stretches of four."""
    said: dict[str, Any] = {"numbers": numbers, "names": ("kpnsk", "srsk"), "words": WORDS}
    left, right = (
        make(f"rp-{nth}", deed=deed, told=told, day=told if is_dated else None, **said)
        for nth, (deed, told, is_dated) in enumerate(zip(deeds, (day, day + later), dated, strict=True))
    )
    if score(left, right) > 0 and not is_vetoed(left, right):
        assert share(left, right)


@given(st.lists(st.sampled_from(WORDS), unique=True).map(tuple), st.text(max_size=5).map(lambda name: (name,)))
def test_a_claim_is_kept_under_few_numbers_of_64_bits_the_same_each_time(
    words: tuple[str, ...], names: tuple[str, ...]
) -> None:
    claim = make(words=words, names=names, spots=(KUPIANSK, MALYNIVKA))
    blocks = list_blocks(claim)
    assert blocks == list_blocks(claim) and len(set(blocks)) == len(blocks) < 100
    assert all(-(2**63) <= each < 2**63 for each in blocks)


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        (
            {"deed": "intercept", "objects": ("aircraft",), "spots": ()},
            {"deed": "intercept", "objects": ("aircraft",)},
            True,
        ),
        ({"deed": "kill", "objects": ("hospital",), "spots": ()}, {"deed": "kill", "objects": ("hospital",)}, False),
        (
            {"deed": "kill", "numbers": ((23.0, 23.0, None),), "spots": ()},
            {"deed": "kill", "numbers": ((23.0, 23.0, None),)},
            True,
        ),
        (
            {"deed": "kill", "numbers": ((2.0, 2.0, None),), "spots": ()},
            {"deed": "kill", "numbers": ((2.0, 2.0, None),)},
            False,
        ),
    ],
    ids=["a thing", "a hospital, where people die", "an odd number", "a small number"],
)
def test_claims_meet_by_a_thing_or_a_number_too(one: dict[str, Any], other: dict[str, Any], met: bool) -> None:
    assert share(*pair(one, other)) is met


@pytest.mark.parametrize(("deed", "days", "met"), [("talk", 5, False), ("strike", 3, True), ("deploy", 12, True)])
def test_each_deed_has_its_days(deed: str, days: int, met: bool) -> None:
    left, right = pair(
        {"deed": deed, "day": None, "names": ("mkrn", "ptn")},
        {"deed": deed, "day": None, "told": 3 + days, "names": ("mkrn", "ptn")},
    )
    assert is_vetoed(left, right) is not met
