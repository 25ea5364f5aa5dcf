"""The public JSON keeps its shape."""

import json
from dataclasses import fields, replace
from typing import Any

import jsonschema
import pytest

from reportedly.model.claim import Claim
from reportedly.model.reading import Reading
from reportedly.present.contract import reading_schema, shape_reading, write_json


def test_what_is_written_keeps_to_the_schema(dispatch: Reading) -> None:
    schema = reading_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(write_json(dispatch)), schema)


@pytest.mark.parametrize("spoil", ["schema", "kind", "offset", "date"])
def test_the_schema_refuses_what_is_no_reading(dispatch: Reading, spoil: str) -> None:
    written = json.loads(write_json(dispatch))
    if spoil == "schema":
        written["schema"] = "reportedly.reading/2"
    elif spoil == "kind":
        written["claims"][0]["kind"] = "rumour"
    elif spoil == "offset":
        written["claims"][0]["start"] = -1
    else:
        written["document"]["published"] = 20251203
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, reading_schema())


def test_a_reading_is_one_line(dispatch: Reading) -> None:
    assert "\n" not in write_json(dispatch)


def test_a_claim_stands_at_the_level_of_its_span(dispatch: Reading) -> None:
    claim = json.loads(write_json(dispatch))["claims"][0]
    assert list(claim) == [
        "start", "end", "text", "id", "kind", "polarity", "certainty", "tense", "presupposed", "chains", "places", "time",
        "quantities", "actors",
    ]  # fmt: skip
    assert claim["chains"] == [
        [
            {
                "source": "s1",
                "mention": span("Front Diary", dispatch),
                "cue": span("said", dispatch),
                "because": "its verb is said",
            },
            {
                "source": "s2",
                "mention": span("a Ukrainian soldier", dispatch),
                "cue": span("citing", dispatch),
                "because": "",
            },
        ]
    ]
    assert claim["time"] is None
    assert {"text": "Stepove", "role": "near", "gazetteer_id": None, "country": None}.items() <= claim["places"][
        0
    ].items()


def test_days_are_iso_and_the_unknown_is_null(dispatch: Reading) -> None:
    written = json.loads(write_json(dispatch))
    assert written["document"]["published"] == "2025-12-03"
    assert written["document"]["url"] is None
    time = written["claims"][1]["time"]
    assert (time["value"], time["earliest"], time["latest"]) == ("2025-12-02", "2025-12-02", "2025-12-02")
    assert written["claims"][1]["quantities"][0]["high"] is None


def test_every_span_cuts_its_own_text(dispatch: Reading) -> None:
    written = json.loads(write_json(dispatch))
    seen = list(spans_in(written))
    assert len(seen) > 10
    assert all(each["text"] == dispatch.document.text[each["start"] : each["end"]] for each in seen)


def test_nothing_of_a_claim_is_left_out(dispatch: Reading) -> None:
    """A field that the model gains must be decided on here too."""
    shaped = shape_reading(dispatch).claims[0]
    assert {field.name for field in fields(Claim)} - {"span"} <= set(shaped.__struct_fields__)


def test_any_letter_comes_back(dispatch: Reading) -> None:
    odd = replace(dispatch, document=replace(dispatch.document, title="“Бій” \u202e\x1b[31m \u2028 </script> 🚀"))
    assert json.loads(write_json(odd))["document"]["title"] == odd.document.title


def span(words: str, reading: Reading) -> dict[str, object]:
    """Where `words` stand for the first time."""
    start = reading.document.text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def spans_in(value: object) -> list[dict[str, Any]]:
    """Every object with offsets, at any depth."""
    if isinstance(value, list):
        return [each for item in value for each in spans_in(item)]
    if not isinstance(value, dict):
        return []
    below = [each for item in value.values() for each in spans_in(item)]
    return [value, *below] if "start" in value else below
