"""Events through the API."""

from pathlib import Path

from tests.workbench.served import Served, fill, serve


def test_events_come_in_lines_the_newest_first(desk: Served) -> None:
    told = desk.get("events")
    assert told["is_all"] and [each["status"] for each in told["items"]] == ["single-source", "contested"]
    (contested,) = desk.get("events", status="contested", min_documents=2)["items"]
    assert contested["claims"] == 4 and contested["denied_by"] == ["ukraine"]
    assert desk.get("events", limit=1)["is_all"] is False
    assert (told["looked_at"], desk.get("events", limit=1)["looked_at"]) == (2, 1)
    none = desk.get("events", status="conceded")
    assert none["items"] == [] and none["is_all"] and none["looked_at"] == 1  # one is told by a single claim


def test_one_event_is_told_in_full_by_its_own_and_its_claims_ids(desk: Served) -> None:
    link = desk.get("events", status="contested")["items"][0]
    page = desk.get(f"events/{link['id']}")
    assert page["event"]["id"] == link["id"] and len(page["cards"]) == 4
    assert page["link"] == f"http://desk.example/e/{link['id']}"
    assert page["colours"] == desk.get("start")["colours"]
    claims = list(page["cards"])
    assert desk.get(f"events/{claims[1]}")["event"] == page["event"]
    assert set(desk.get("events-of", claim=claims)["events"]) == set(claims)


def test_what_leads_to_no_event_is_told(desk: Served) -> None:
    document = desk.get("documents")["items"][0]["document"]["id"]
    status, words = desk.refused(f"events/{document}")
    assert status == 404 and "leads to no event" in words


def test_an_event_has_the_log_of_its_claims(desk: Served) -> None:
    link = desk.get("events", status="contested")["items"][0]
    log = desk.get(f"history/{link['id']}")["items"]
    assert len(log) == 4 and [each["seq"] for each in log] == sorted(each["seq"] for each in log)


def test_an_event_is_told_by_the_claims_that_stood_then(case: Served) -> None:
    link = case.get("events", status="contested")["items"][0]
    full = case.get(f"events/{link['id']}")
    entry_of = {id_: card["seq"] for id_, card in full["cards"].items()}
    first, *_, last = sorted(entry_of.values())
    then = case.get(f"events/{link['id']}", at=last - 1)
    assert set(then["cards"]) == {id_ for id_, seq in entry_of.items() if seq < last}
    assert case.get("events", at=first)["items"][0]["claims"] == 1
    assert case.refused(f"events/{link['id']}", at=first - 1)[0] == 404
    assert case.get("events", at=0)["items"] == []


def test_an_event_at_an_entry_has_its_claims_as_they_then_were(case: Served) -> None:
    before = case.get("state")["seq"]
    link = case.get("events", status="contested")["items"][0]
    claim = next(iter(case.get(f"events/{link['id']}")["cards"]))
    case.review("note", claim, why="look again")
    case.wait_compared()
    assert case.get(f"events/{claim}")["cards"][claim]["notes"] == ["look again"]
    assert case.get(f"events/{claim}", at=before)["cards"][claim]["notes"] == []


def test_a_merge_by_a_person_makes_one_event_of_two(case: Served) -> None:
    one, other = (each["id"] for each in case.get("events")["items"])
    claims = [next(iter(case.get(f"events/{id_}")["cards"])) for id_ in (one, other)]
    review = case.review("merge", *claims)
    case.wait_compared()
    assert len(case.get("events")["items"]) == 1
    assert case.get(f"events/{one}")["event"] == case.get(f"events/{other}")["event"]
    case.review("withdraw", review["review"])
    case.wait_compared()
    assert len(case.get("events")["items"]) == 2


def test_what_others_add_is_compared_by_itself(tmp_path: Path) -> None:
    from tests.present.happenings import DAILY, HERALD, POST

    ledger = fill(str(tmp_path / "case.db"), HERALD)
    with serve(ledger) as served:
        served.wait_compared()
        fill(ledger, DAILY, POST)
        served.bench.worker.wake()
        from tests.workbench.served import until

        until(lambda: served.get("events", status="contested")["items"], bool)
