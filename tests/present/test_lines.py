"""A line of JSON says by itself what is claimed and on whose word."""

import json

import jsonschema

from reportedly.present.contract import reading_schema
from reportedly.present.lines import write_jsonl
from tests.present.held import hold, judged, placed, spot


def test_the_first_fields_are_the_id_and_the_permalink() -> None:
    for line, held in zip(write_jsonl(hold(), "https://desk.example"), hold(), strict=True):
        assert line.endswith("\n") and line.count("\n") == 1
        read = json.loads(line)
        assert list(read)[:2] == ["claim_id", "permalink"]
        assert (read["claim_id"], read["permalink"]) == (held.claim.id, f"https://desk.example/c/{held.claim.id}")


def test_a_line_holds_the_contracts_claim_sources_and_flags() -> None:
    schema = reading_schema()
    for line in write_jsonl(hold()):
        read = json.loads(line)
        for name, shape in (("sources", "SourceShape"), ("flags", "FlagShape")):
            for each in read[name]:
                jsonschema.validate(each, schema | {"$ref": f"#/$defs/{shape}"})
        claim = {field: read[field] for field in schema["$defs"]["ClaimShape"]["properties"]}
        jsonschema.validate(claim, {"$ref": "#/$defs/ClaimShape", "$defs": schema["$defs"]})
        assert {link["source"] for chain in read["chains"] for link in chain} == {
            each["id"] for each in read["sources"]
        }


def test_the_document_is_known_without_its_text() -> None:
    read = json.loads(next(write_jsonl(hold())))
    assert (read["outlet"], read["published"], read["document_id"]) == ("Example Herald", "2025-12-03", "rp-000000000D")
    assert read["document_sha256"] == hold()[0].document.id
    assert read["text"] == "Fresh columns clashed near Stepove"


def test_what_people_said_and_a_coarse_point() -> None:
    read = json.loads(next(write_jsonl([judged()])))
    assert (read["verdict"], read["corrected"], read["notes"]) == ("accepted", ["kind"], ["Checked by phone."])
    read = json.loads(next(write_jsonl([placed(spot(48.123456, 36.987654, 60.0))])))
    assert (read["places"][0]["lat"], read["places"][0]["lon"]) == (48.1, 37.0)
