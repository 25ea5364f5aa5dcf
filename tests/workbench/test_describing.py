"""The description of the API is of what it answers."""

import json
import re
from typing import Any

import jsonschema
import pytest

from reportedly.workbench.describing import describe
from reportedly.workbench.endpoints import ENDPOINTS
from scripts.write_api_page import PAGE, make_page
from tests.workbench.served import Served

ASKING = [each for each in ENDPOINTS if each.method == "GET" and each.shape is not None]
VALUES: dict[str, Any] = {"events-of": {"claim": "{claim}"}, "search": {"q": "Malynivka"}}


def test_it_is_json_and_names_every_endpoint(desk: Served) -> None:
    told = desk.get("openapi.json")
    assert told == json.loads(json.dumps(describe(ENDPOINTS))) and told["openapi"] == "3.1.0"
    named = {(method.upper(), path) for path, methods in told["paths"].items() for method in methods}
    assert named == {(each.method, f"/api/{each.path}") for each in ENDPOINTS} and len(named) == len(ENDPOINTS)
    operations = [each["operationId"] for methods in told["paths"].values() for each in methods.values()]
    assert len(set(operations)) == len(operations)


def test_everything_that_it_points_to_is_there(desk: Served) -> None:
    told = desk.get("openapi.json")
    pointed = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(told)))
    assert pointed and pointed <= set(told["components"]["schemas"])
    for schema in told["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("endpoint", ASKING, ids=lambda each: str(each.path))
def test_every_answer_has_the_shape_that_it_tells(desk: Served, endpoint: Any) -> None:
    event = desk.get("events", status="contested")["items"][0]["id"]
    claim = next(iter(desk.get(f"events/{event}")["cards"]))
    ids = {
        "claims/{id}": claim, "events/{id}": event, "history/{id}": event,
        "documents/{id}": desk.get("documents")["items"][0]["document"]["id"],
        "sources/{id}": desk.get("sources")["items"][0]["id"],
    }  # fmt: skip
    if endpoint.path == "imports/{id}":
        ids[endpoint.path] = desk.ask("POST", "/api/imports?name=x.txt", b"He said so.").json["id"]
    values = {name: str(each).format(claim=claim) for name, each in VALUES.get(endpoint.path, {}).items()}
    answer = desk.get(endpoint.path.replace("{id}", ids.get(endpoint.path, "")), **values)
    schemas = desk.get("openapi.json")["components"]["schemas"]
    schema = {"$ref": f"#/components/schemas/{endpoint.shape.__name__}", "components": {"schemas": schemas}}
    jsonschema.Draft202012Validator(schema).validate(answer)


def test_the_page_of_the_api_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == make_page(), "run `make docs`"


def test_every_endpoint_says_what_it_is_in_a_sentence() -> None:
    assert all(each.summary.endswith(".") for each in ENDPOINTS)
    parameters = [each for endpoint in ENDPOINTS for each in endpoint.parameters]
    assert all(each.words.endswith(".") or each.words.endswith("says where.") for each in parameters)
