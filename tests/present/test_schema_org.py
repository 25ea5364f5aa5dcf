"""A fact-checking desk gets a claim, and never a rating."""

import json

from reportedly.present.schema_org import write_schema_org
from tests.present.held import hold, told


def test_a_claim_says_whose_it_is_and_where_it_appeared() -> None:
    graph = json.loads("".join(write_schema_org([*hold(), told(url="https://a.example/1")])))["@graph"]
    assert [each["@type"] for each in graph] == ["Claim"] * 4
    assert graph[0]["author"] == [{"@type": "Person", "@id": "reportedly:rp-S000000002", "name": "Ukrainian soldier"}]
    assert graph[2]["author"] == {"@type": "Organization", "name": "Example Herald"}
    assert graph[3]["appearance"]["url"] == "https://a.example/1" and "url" not in graph[0]["appearance"]


def test_there_is_no_rating() -> None:
    assert "ating" not in "".join(write_schema_org(hold()))
