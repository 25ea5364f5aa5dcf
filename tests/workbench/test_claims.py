"""Claims through the API: pages, one in full, and the ledger as it stood."""

from tests.workbench.served import Served


def test_a_page_of_claims_goes_on_where_it_ended(desk: Served) -> None:
    whole = desk.get("claims")
    assert len(whole["items"]) == 5 and whole["after"] is None
    first = desk.get("claims", limit=2)
    second = desk.get("claims", limit=2, after=first["after"])
    assert [*first["items"], *second["items"]] == whole["items"][:4]


def test_filters_are_the_ledgers(desk: Served) -> None:
    (denied,) = desk.get("claims", polarity="negative")["items"]
    assert denied["text"] == "Malynivka had been lost" and denied["sides"] == ["ukraine"]
    assert len(desk.get("claims", side=["russia", "ukraine"])["items"]) == 3
    assert desk.get("claims", q="Malinivka")["notes"]  # a slip, and that it was taken for one is told


def test_order_is_as_asked(desk: Served) -> None:
    days = [each["document"]["published"] for each in desk.get("claims", sort="published", order="oldest")["items"]]
    assert days == sorted(days) and len(set(days)) > 2


def test_unknown_filters_are_refused(desk: Served) -> None:
    status, words = desk.refused("claims", colour="red")
    assert status == 400 and "'colour'" in words and "side" in words


def test_a_claim_has_its_event_and_its_log(desk: Served) -> None:
    (card,) = desk.get("claims", polarity="negative")["items"]
    page = desk.get(f"claims/{card['id'][3:].lower()}")
    assert page["card"] == card
    assert page["event"]["status"] == "contested" and page["event"]["claims"] == 4
    assert page["log"][0]["what"].startswith("first read")


def test_other_things_are_no_claims(desk: Served) -> None:
    document = desk.get("documents")["items"][0]["document"]["id"]
    assert desk.refused(f"claims/{document}") == (404, f"{document} is a document, and no claim")
    assert desk.refused("claims/rp-ZZZZZZZZZZ")[0] == 404
    assert desk.refused("claims/what?")[0] == 404


def test_an_earlier_entry_shows_what_stood_then(case: Served) -> None:
    before = case.get("state")["seq"]
    claim = case.get("claims", polarity="negative")["items"][0]["id"]
    case.review("correct", claim, field="kind", value="strike")
    assert case.get(f"claims/{claim}")["card"]["kind"] == "strike"
    assert case.get(f"claims/{claim}", at=before)["card"]["kind"] == "control"
    assert case.get("claims", at=0)["items"] == []
    status, words = case.refused(f"claims/{claim}", at=1)
    assert status == 404 and "after entry 1" in words


def test_the_log_tells_what_happened_up_to_an_entry(case: Served) -> None:
    before = case.get("state")["seq"]
    claim = case.get("claims", polarity="negative")["items"][0]["id"]
    case.review("accept", claim, why="checked")
    assert "why: checked" in case.get(f"history/{claim}")["items"][-1]["details"]
    assert len(case.get(f"history/{claim}", at=before)["items"]) == 1


def test_words_of_others_come_as_they_are(case: Served) -> None:
    """Escaping is the page's: the API changes no letter, and says that it is JSON."""
    hostile = b'<script>alert(1)</script> Officials said that "Malynivka" & <b>Kyiv</b> had been shelled on Tuesday.\n'
    case.upload("x.txt", hostile, outlet="<img src=x onerror=alert(1)>", published="2025-12-03")
    answer = case.ask("GET", "/api/documents")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json["items"][0]["document"]["outlet"] == "<img src=x onerror=alert(1)>"
