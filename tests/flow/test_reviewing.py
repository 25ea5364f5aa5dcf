"""What a person types for a correction."""

import json
from datetime import date

import pytest

from reportedly.errors import ReviewError
from reportedly.flow import read_text
from reportedly.flow.reviewing import make_value
from reportedly.model.held import HeldClaim


@pytest.fixture(scope="module")
def held() -> HeldClaim:
    reading = read_text("Russian forces shelled Lyman on Tuesday, an officer said.", published=date(2025, 12, 3))
    return HeldClaim(
        claim=reading.claims[0],
        document=reading.document,
        document_id="rp-0000000000",
        sources={},
        source_ids={},
        flags=(),
        made_by=reading.made_by,
        reading_id="rp-0000000001",
        seq=1,
    )


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("kind", "strike", ("kind", "strike")),
        ("presupposed", "true", ("presupposed", True)),
        ("time", "none", ("time", None)),
        ("quantities", "[]", ("quantities", [])),
    ],
)
def test_words_become_json(held: HeldClaim, field: str, typed: str, stored: tuple[str, object]) -> None:
    name, value = make_value(held, field, typed)
    assert (name, json.loads(value)) == stored


def test_a_day_and_two_days_are_intervals_that_keep_the_words_of_the_text(held: HeldClaim) -> None:
    for typed, last in (("2025-12-01", "2025-12-01"), ("2025-12-01/2025-12-02", "2025-12-02")):
        time = json.loads(make_value(held, "time", typed)[1])
        assert (time["earliest"], time["latest"], time["span"]["text"]) == ("2025-12-01", last, "Tuesday")
    with pytest.raises(ReviewError, match="write 2025-12-02"):
        make_value(held, "time", "last week")
    with pytest.raises(ReviewError, match="ends before it begins"):
        make_value(held, "time", "2025-12-02/2025-12-01")


def test_a_place_is_an_entry_of_the_gazetteer_or_none(held: HeldClaim) -> None:
    name, value = make_value(held, "place", "geonames:703448")
    (place,) = json.loads(value)
    assert (name, place["name"], place["span"]["text"], place["country"]) == ("places", "Kyiv", "Lyman", "UA")
    assert place["because"] == "as a person corrected it"
    assert json.loads(make_value(held, "place", "none")[1]) == []
    with pytest.raises(ReviewError, match="knows no place"):
        make_value(held, "place", "geonames:1")
