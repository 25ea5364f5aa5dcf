"""How a claim stands to the happening of its event."""

from typing import Any

import pytest

from reportedly.compare.stance import judge_stances
from reportedly.model.claim import Polarity
from reportedly.model.event import Stance
from tests.compare.pairs import make

AFFIRMS, DENIES, QUALIFIES = Stance
NOT = {"polarity": Polarity.NEGATIVE}
TAKEN = {"deed": "capture", "gains": "russia"}
LEFT = {"deed": "withdraw", "gains": "russia"}
HELD = {"deed": "hold", "gains": "ukraine"}
PART = {"is_partial": True}


def dead(low: float | None, high: float | None = None, unit: str | None = "person") -> dict[str, Any]:
    """A toll."""
    return {"deed": "kill", "numbers": ((low, high, unit),)}


@pytest.mark.parametrize(
    ("told", "stances"),
    [
        ([{}, {}], [AFFIRMS, AFFIRMS]),
        ([{}, NOT], [AFFIRMS, DENIES]),
        ([{}, {"refers_to": "rp-0", **NOT}], [AFFIRMS, DENIES]),
        ([TAKEN, LEFT], [AFFIRMS, AFFIRMS]),
        ([TAKEN, HELD], [AFFIRMS, DENIES]),
        ([TAKEN, {**TAKEN, **NOT}, {**HELD, **NOT}], [AFFIRMS, DENIES, AFFIRMS]),
        ([HELD, TAKEN], [DENIES, AFFIRMS]),
        ([HELD], [AFFIRMS]),
        ([TAKEN, {**TAKEN, **PART}], [AFFIRMS, QUALIFIES]),
        ([{**TAKEN, **PART}], [AFFIRMS]),
        ([{**HELD, **PART}, TAKEN], [DENIES, AFFIRMS]),
        ([dead(12, 12), dead(9, 9)], [AFFIRMS, QUALIFIES]),
        ([dead(9, 9), dead(12, 12)], [AFFIRMS, AFFIRMS]),
        ([dead(12, 12), dead(9, None)], [AFFIRMS, AFFIRMS]),
        ([dead(None, 12), dead(9, 9)], [AFFIRMS, AFFIRMS]),
        ([{**dead(12, 12), **NOT}, dead(9, 9)], [DENIES, AFFIRMS]),
        ([dead(40, 40, "km"), dead(9, 9)], [AFFIRMS, AFFIRMS]),
    ],
)
def test_a_claim_affirms_denies_or_qualifies(told: list[dict[str, Any]], stances: list[Stance]) -> None:
    claims = [make(f"rp-{number}", **each) for number, each in enumerate(told)]
    origins = {claim.claim: frozenset({claim.claim}) for claim in claims}
    judged = judge_stances(claims, origins)
    assert [judged[claim.claim][0] for claim in claims] == stances
    assert all(why for _, why in judged.values())


def test_the_same_source_may_correct_its_toll() -> None:
    """Another who gives fewer than was given before qualifies it."""
    claims = [make("rp-0", **dead(12, 12)), make("rp-1", **dead(9, 9))]
    for others, stance in (({"mayor"}, AFFIRMS), ({"doctor"}, QUALIFIES)):
        origins = {"rp-0": frozenset({"mayor"}), "rp-1": frozenset(others)}
        assert judge_stances(claims, origins)["rp-1"][0] is stance
