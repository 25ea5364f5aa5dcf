"""The start, the desk and the search."""

import json
from pathlib import Path

from reportedly.ledger.opening import open_ledger
from tests.workbench.served import WHO, Served, serve


def test_the_start_tells_what_a_screen_needs(desk: Served) -> None:
    start = desk.get("start")
    assert (start["claims"], start["documents"], start["who"]) == (5, 5, WHO)
    assert start["colours"] == {"russia": "a", "ukraine": "b"}
    assert start["has_sample"] and not start["has_roads"]
    assert start["words"]["statuses"]["contested"]


def test_an_empty_ledger_has_an_empty_desk(tmp_path: Path) -> None:
    ledger = str(tmp_path / "case.db")
    open_ledger(ledger, create=True).close()
    with serve(ledger) as served:
        desk = served.get("desk")
        assert desk["since"] is None and not any(
            desk[each] for each in ("documents", "claims", "incoming", "contested")
        )
        assert served.get("start")["colours"] == {}
        assert served.get("facets")["total"] == 0 and served.get("places")["points"] == []


def test_the_desk_tells_what_came_in_and_what_it_changed(desk: Served) -> None:
    told = desk.get("desk")
    assert told["new_documents"] == told["documents"] == 5 and len(told["incoming"]) == 5
    assert [each["status"] for each in told["contested"]] == ["contested"]
    assert told["retold"] == told["unread"] == told["forecasts"] == []


def test_the_desk_tells_what_was_told_on_without_its_source(case: Served) -> None:
    """A copy says in its own voice what the first had on somebody's word."""
    captured = "Rebel fighters have captured the border town of Lashio"
    first = f"{captured}, the army spokesman Aung Min said.\n"
    case.upload("first.txt", first.encode(), outlet="Harbour Post", published="2024-05-06")
    assert case.get("desk")["retold"] == []
    case.upload(
        "copy.txt", f"{captured}. The road is closed.\n".encode(), outlet="Hill Courier", published="2024-05-07"
    )
    (retold,) = case.get("desk")["retold"]
    assert retold["changes"] == {"attribution-dropped": 1}


def test_the_desk_follows_the_ledger(case: Served) -> None:
    before = case.get("desk")
    claim = case.get("claims", polarity="negative")["items"][0]["id"]
    case.review("reject", claim)
    case.wait_compared()
    after = case.get("desk")
    assert after["seq"] == before["seq"] + 1 and before["contested"] and not after["contested"]


def test_the_desk_of_an_earlier_entry_is_as_it_then_was(desk: Served) -> None:
    now, then = desk.get("desk"), desk.get("desk", at=4)
    assert (then["seq"], then["documents"], then["claims"]) == (4, 2, 2) and not then["contested"]
    assert then["incoming"] == now["incoming"][-2:]
    assert desk.get("desk", at=0)["documents"] == 0


def test_one_field_finds_every_sort_of_thing(desk: Served) -> None:
    found = desk.get("search", q="Malynivka")["items"]
    assert {each["sort"] for each in found} == {"claim", "document", "event", "place"}
    assert {each["sort"] for each in desk.get("search", q="General Staff")["items"]} >= {"source"}


def test_it_finds_an_event_by_its_label_though_no_claim_has_its_words(desk: Served) -> None:
    (event,) = desk.get("events", status="contested")["items"]
    assert event["label"] == "Capture of Malynivka"
    told = desk.get("search", q="Capture of Malynivka")
    assert [each["id"] for each in told["items"]] == [event["id"]] and not told["notes"]


def test_if_nothing_is_called_so_the_events_at_the_place_are_offered(desk: Served) -> None:
    told = desk.get("search", q="Earthquake near Malynivka")
    assert [each["sort"] for each in told["items"]] == ["event"]
    assert "the newest at Malynivka" in told["notes"][0]
    assert desk.get("search", q="Earthquake near Nowhere")["items"] == []


def test_it_finds_across_scripts_and_slips_and_says_so(desk: Served) -> None:
    for typed in ("Малинівка", "Malinivka"):
        told = desk.get("search", q=typed)
        assert any(each["sort"] == "claim" for each in told["items"]), typed
        assert told["notes"], typed
    assert any(each["sort"] == "claim" for each in desk.get("search", q="المدينة")["items"])


def test_it_finds_a_thing_by_its_id_or_the_beginning_of_it(desk: Served) -> None:
    event = desk.get("events")["items"][0]["id"]
    for typed in (event, event[3:].lower(), event[:9]):
        assert {"sort": "event", "id": event} == {
            name: desk.get("search", q=typed)["items"][0][name] for name in ("sort", "id")
        }
    assert desk.get("search", q="rp-ZZZZZZZ")["items"] == []


def test_words_that_mean_nothing_find_nothing(desk: Served) -> None:
    told = desk.get("search", q="zzzzzzz")
    assert told["items"] == [] and told["notes"]
    assert desk.get("search", q="   ")["items"] == []
    assert desk.refused("search")[0] == 400


def test_the_desk_tells_what_was_compared_last(case: Served) -> None:
    """It is asked again and again while a document that opposes another comes in."""
    lines = [
        {"text": f"{who} said that Pokrovsk {what}.", "outlet": outlet, "published": "2025-12-03", "language": "en"}
        for who, what, outlet in (
            ("The Russian Defence Ministry", "had been captured", "State Wire"),
            ("The General Staff of Ukraine denied it and", "had not been captured", "Kyiv Daily"),
        )
    ]
    job = case.upload("lines.jsonl", "\n".join(map(json.dumps, lines)).encode())
    while case.get(f"imports/{job['id']}")["state"] in ("waiting", "reading"):
        case.get("desk")
    case.wait_compared()
    assert case.get("desk")["documents"] == case.get("state")["documents"]
    fresh = {each["id"] for each in case.get("events", status="contested")["items"]}
    assert {each["id"] for each in case.get("desk")["contested"]} >= fresh
