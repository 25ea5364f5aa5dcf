"""That it happened and that somebody did it are two events where it is disputed who."""

from typing import Any

import pytest

from reportedly.compare.blame import part_blame
from reportedly.model.claim import Polarity
from reportedly.reference.profile import load_profile
from tests.compare.pairs import make

UKRAINE = load_profile("ukraine")
KYIV, MOSCOW = "ukraine", "russia"
NOT = Polarity.NEGATIVE


def part(*told: tuple[str | None, str | None, Polarity], deed: str = "strike") -> list[list[int]]:
    """Which of the claims come together: of each the speaker's side, the side that is said to do it, and the polarity."""
    claims = [make(f"rp-{n}", agent=agent, polarity=polarity, deed=deed) for n, (_, agent, polarity) in enumerate(told)]
    speakers = {f"rp-{number}": speaker for number, (speaker, *_) in enumerate(told)}
    return [[int(each.claim[3:]) for each in some] for some in part_blame(claims, speakers, UKRAINE)]


SO = Polarity.POSITIVE


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ([(KYIV, MOSCOW, SO), (None, None, SO)], [[0, 1]]),
        ([(KYIV, MOSCOW, SO), (MOSCOW, KYIV, SO)], [[0], [1]]),
        ([(None, None, SO), (KYIV, MOSCOW, SO), (MOSCOW, MOSCOW, NOT)], [[0], [1, 2]]),
        ([(KYIV, MOSCOW, SO), (MOSCOW, None, NOT)], [[0, 1]]),
        ([(None, None, SO), (KYIV, MOSCOW, SO), (MOSCOW, None, NOT)], [[0], [1, 2]]),
        ([(KYIV, MOSCOW, SO), (MOSCOW, KYIV, SO), (None, None, SO)], [[0], [1], [2]]),
        ([(KYIV, MOSCOW, SO), (KYIV, None, NOT)], [[0, 1]]),
        ([(KYIV, None, SO), (MOSCOW, None, NOT)], [[0, 1]]),
        ([(None, "~rebels", SO), (KYIV, MOSCOW, SO)], [[0, 1]]),
    ],
)
def test_claims_are_parted_by_whom_they_blame(
    told: list[tuple[str | None, str | None, Polarity]], parts: list[list[int]]
) -> None:
    """A bare denial is put where the blame is: with what it denies."""
    assert part(*told) == parts


@pytest.mark.parametrize("deed", ["capture", "kill", "exchange"])
def test_who_took_a_place_is_no_blame(deed: str) -> None:
    assert part((KYIV, MOSCOW, SO), (MOSCOW, KYIV, SO), deed=deed) == [[0, 1]]


def test_a_death_is_parted_from_who_caused_it_where_he_denies_it() -> None:
    assert part((MOSCOW, None, SO), (MOSCOW, KYIV, SO), (KYIV, KYIV, NOT), deed="kill") == [[0], [1, 2]]


def test_every_claim_is_in_one_part() -> None:
    told: list[Any] = [(None, None, SO), (KYIV, MOSCOW, SO), (MOSCOW, None, NOT), (MOSCOW, KYIV, SO), (KYIV, None, NOT)]
    assert sorted(number for some in part(*told) for number in some) == list(range(len(told)))
