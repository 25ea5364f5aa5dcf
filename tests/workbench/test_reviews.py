"""Reviews through the API, by one server and seen by another."""

from collections.abc import Iterator

import pytest

from tests.workbench.served import WHO, Served, fill, serve


@pytest.fixture
def two(nowhere: str) -> Iterator[tuple[Served, Served]]:
    """Two servers of one ledger, in each store in turn."""
    ledger = fill(nowhere)
    with serve(ledger) as one, serve(ledger) as other:
        one.wait_compared()
        yield one, other


def test_what_one_judges_the_other_sees(two: tuple[Served, Served]) -> None:
    one, other = two
    claim = other.get("claims", polarity="negative")["items"][0]["id"]
    before = other.get("state")["seq"]
    reviewed = one.review("reject", claim, why="not said there")
    assert other.get("state")["seq"] == reviewed["seq"] == before + 1
    assert other.get(f"claims/{claim}")["card"]["verdict"] == "rejected"
    assert other.get("facets", review="rejected")["total"] == 1
    undone = other.review("withdraw", reviewed["review"])
    assert undone["cards"][0]["id"] == claim and undone["cards"][0]["verdict"] is None
    assert one.get(f"claims/{claim}")["card"]["verdict"] is None
    assert one.get("facets", review="rejected")["total"] == 0


def test_a_review_answers_with_the_claims_as_they_stand_now(case: Served) -> None:
    claim = case.get("claims", polarity="negative")["items"][0]["id"]
    (card,) = case.review("accept", claim)["cards"]
    assert (card["id"], card["verdict"]) == (claim, "accepted")
    assert WHO in case.get(f"history/{claim}")["items"][-1]["what"]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("kind", "strike", ("kind", "strike")), ("time", "2025-12-01/2025-12-02", ("when", "1 December 2025 to 2 December 2025")),
     ("place", "none", ("places", []))],
)  # fmt: skip
def test_a_correction_is_what_one_types_on_the_command_line(
    case: Served, field: str, value: str, told: tuple[str, object]
) -> None:
    claim = case.get("claims", polarity="negative")["items"][0]["id"]
    (card,) = case.review("correct", claim, field=field, value=value)["cards"]
    assert card[told[0]] == told[1] and card["corrected"]


WRONG = [
    ({"action": "correct", "subjects": ["{claim}"], "field": "kind", "value": "tank"}, 400),
    ({"action": "correct", "subjects": ["{claim}"], "field": "time", "value": "some day"}, 400),
    ({"action": "correct", "subjects": ["{claim}"]}, 400),
    ({"action": "merge", "subjects": ["{claim}"]}, 400),
    ({"action": "merge", "subjects": ["{claim}", "{claim}"]}, 400),
    ({"action": "note", "subjects": ["{claim}"]}, 400),
    ({"action": "praise", "subjects": ["{claim}"]}, 400),
    ({"action": "accept", "subjects": []}, 400),
    ({"action": "accept", "subjects": ["rp-ZZZZZZZZZZ"]}, 404),
    ({"action": "accept", "subjects": ["{document}"]}, 404),
    ({"action": "withdraw", "subjects": ["{claim}"]}, 400),
    ({"action": "accept", "subjects": ["{claim}"], "who": "Somebody else"}, 400),
    ([], 400),
]


@pytest.mark.parametrize(("sent", "status"), WRONG)
def test_what_is_no_review_is_told_and_nothing_is_written(case: Served, sent: object, status: int) -> None:
    claim = case.get("claims", polarity="negative")["items"][0]["id"]
    document = case.get("documents")["items"][0]["document"]["id"]
    before = case.get("state")["seq"]
    if isinstance(sent, dict):
        subjects = [each.format(claim=claim, document=document) for each in sent["subjects"]]
        sent = {**sent, "subjects": subjects}
    answer = case.post("reviews", sent)
    assert answer.status == status and answer.error
    assert case.get("state")["seq"] == before


def test_what_is_no_json_is_told(case: Served) -> None:
    told = case.ask("POST", "/api/reviews", b"{", Content_Type="application/json")
    assert told.status == 400 and "no JSON" in told.error
    assert case.ask("POST", "/api/reviews", b"\xff", Content_Type="application/json").status == 400
    assert case.ask("POST", "/api/reviews", b"{}", Content_Type="text/plain").status == 415


def test_too_much_json_is_refused(case: Served) -> None:
    answer = case.ask("POST", "/api/reviews", b'"' + b"x" * 300_000 + b'"', Content_Type="application/json")
    assert answer.status == 413 and "100 kB" in answer.error


def test_a_document_marked_as_hard_to_look_at_says_so(case: Served) -> None:
    document = case.get("documents")["items"][0]["document"]["id"]
    review = case.review("graphic", document, why="shows the dead")["review"]
    reader = case.get(f"documents/{document}")
    assert (reader["is_graphic"], reader["graphic_review"]) == (True, review)
    case.review("withdraw", review)
    assert case.get(f"documents/{document}")["is_graphic"] is False


@pytest.mark.parametrize(
    "sent",
    [
        {"action": "correct", "field": "chains", "value": '[[{"name": " ", "type": "official", "identity": "named"}]]'},
        {"action": "correct", "field": "chains", "value": "[[" * 9000},
        {"action": "note", "why": "  "},
    ],
)
def test_what_cannot_be_leaves_nothing_behind(case: Served, sent: dict[str, str]) -> None:
    claim, before = case.get("claims", polarity="negative")["items"][0]["id"], case.get("state")["seq"]
    answer = case.post("reviews", {**sent, "subjects": [claim]})
    assert answer.status == 400 and answer.error
    assert case.get("state")["seq"] == before


def test_a_source_that_a_person_named_goes_into_every_export(case: Served) -> None:
    claim = case.get("claims", polarity="negative")["items"][0]["id"]
    case.review("correct", claim, field="chains", value='[[{"name": "Ivan", "type": "official", "identity": "named"}]]')
    for form in ("json", "jsonl", "csv", "prov"):
        assert b"Ivan" in case.file("export/claims", format=form)
