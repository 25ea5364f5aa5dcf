"""Documents and sources through the API."""

from tests.workbench.served import Served


def test_documents_come_with_when_they_came_and_what_they_claim(desk: Served) -> None:
    page = desk.get("documents")
    assert len(page["items"]) == 5 and page["after"] is None
    assert all(each["is_read"] and each["claims"] == 1 and each["added_at"] for each in page["items"])
    assert [each["document"]["outlet"] for each in desk.get("documents", outlet="state wire")["items"]] == [
        "State Wire"
    ]
    first = desk.get("documents", limit=3)
    assert desk.get("documents", limit=3, after=first["after"])["items"] == page["items"][3:]


def test_filters_that_are_for_claims_are_left_aside_and_told(desk: Served) -> None:
    page = desk.get("documents", kind="strike", side="russia", language="ar")
    assert len(page["items"]) == 1 and "side, kind" in page["notes"][0]


def test_a_document_is_read_with_its_claims_and_their_events(desk: Served) -> None:
    (found,) = desk.get("documents", outlet="Evening Post")["items"]
    reader = desk.get(f"documents/{found['document']['id']}")
    (card,) = reader["cards"]
    assert reader["text"][card["start"] : card["end"]] == card["text"] == "Malynivka was captured"
    assert reader["events"][card["id"]]["claims"] == 4 and reader["unread"] is None
    assert reader["copies"] == [] or all(each["because"] for each in reader["copies"])


def test_offsets_are_code_points(case: Served) -> None:
    text = "🚀🚀 The spokesman said that Malynivka had been captured on Tuesday.\n"
    job = case.upload("x.txt", text.encode(), outlet="Example Herald", published="2025-12-03", language="en")
    reader = case.get(f"documents/{job['documents'][0]['id']}")
    assert reader["cards"] and all(
        reader["text"][each["start"] : each["end"]] == each["text"] for each in reader["cards"]
    )


def test_text_of_the_right_to_left_says_so(desk: Served) -> None:
    (found,) = desk.get("documents", language="ar")["items"]
    assert found["document"]["is_right_to_left"] and found["document"]["url"] is None  # it was a script


def test_a_document_in_a_language_that_is_not_read_says_why(case: Served) -> None:
    text = "قال المتحدث باسم الجيش إن المدينة قصفت ليلا وإن عشرات المدنيين قتلوا في الهجوم على السوق المركزي.\n" * 3
    job = case.upload("x.txt", text.encode(), outlet="صحيفة", published="2025-12-03")
    (found,) = case.get("documents", outlet="صحيفة")["items"]
    assert (found["is_read"], job["new"], job["claims"]) == (False, 1, 0)
    assert "not read yet" in case.get(f"documents/{found['document']['id']}")["unread"]


def test_a_version_that_was_replaced_says_so(case: Served) -> None:
    line = (
        '{"text": "Officials said that Malynivka had been %s on Tuesday.", "url": "https://a.example/1", "outlet": "A"}'
    )
    case.upload("a.jsonl", (line % "shelled").encode())
    job = case.upload("a.jsonl", (line % "captured").encode())
    assert (job["new"], job["versions"]) == (0, 1)
    newer = case.get(f"documents/{job['documents'][0]['id']}")
    older = case.get(f"documents/{newer['replaces']}")
    assert (
        older["replaced_by"] == newer["document"]["id"] and older["cards"] == [] and "later version" in older["unread"]
    )


def test_a_document_that_was_not_there_yet_is_told(desk: Served) -> None:
    document = desk.get("documents")["items"][0]["document"]["id"]
    assert desk.refused(f"documents/{document}", at=1)[0] == 404


def test_sources_come_the_most_named_first(desk: Served) -> None:
    names = [each["name"] for each in desk.get("sources")["items"]]
    assert names[0] == "Front Diary" and "General Staff" in names
    assert [each["name"] for each in desk.get("sources", polarity="negative")["items"]] == ["General Staff"]


def test_a_source_has_its_record_and_what_it_said(desk: Served) -> None:
    (link,) = desk.get("sources", polarity="negative")["items"]
    page = desk.get(f"sources/{link['id']}")
    assert page["source"] == link and page["record"]["name"] == "General Staff" and page["is_whole"]
    assert page["first"][0]["text"] == "Malynivka had been lost" and page["topics"] == {"control": 1}
    assert page["statuses"] == {"contested": 1} and page["spots"][0]["name"] == "Malynivka"
    assert desk.refused(f"sources/{link['id']}", at=1)[0] == 404
