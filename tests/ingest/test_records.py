"""Rows become documents, and a bad row is told with its number while the next goes on."""

import gzip
import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.columns import COLUMNS
from reportedly.ingest.lines import MAX_LINE_CHARACTERS
from reportedly.ingest.loading import Given, load_input
from reportedly.ingest.opening import hold_bytes
from tests.ingest.conftest import Load

ROW = {
    "id": 12,
    "Text": "The village is ours.",
    "headline": "News",
    "link": "https://herald.example/12",
    "outlet": "Example Herald",
    "byline": "Ada",
    "date": "2025-12-03",
    "lang": "EN",
    "forwarded_from": "Quiet Harbour",
    "archive_url": "https://archive.example/12",
    "captured_at": "2025-12-05T10:00:00Z",
    "reach": [1, 2],
}


def test_a_line_is_a_document(load: Load) -> None:
    ((document,), troubles) = load(json.dumps(ROW) + "\n", "posts.jsonl")
    assert not troubles
    assert (document.text, document.title, document.author) == ("The village is ours.", "News", "Ada")
    assert (document.url, document.outlet, document.language) == ("https://herald.example/12", "Example Herald", "en")
    assert (document.published, document.published_at) == (date(2025, 12, 3), None)
    assert (document.locator, document.forwarded_from) == ("Example Herald:12", "Quiet Harbour")
    assert document.archive_url == "https://archive.example/12"
    assert document.captured_at == datetime(2025, 12, 5, 10, tzinfo=UTC)


def test_without_an_id_the_address_stays_the_same_and_without_an_outlet_the_file_tells_ids_apart(load: Load) -> None:
    documents, _ = load(
        '{"text":"One.","url":"https://a.example"}\n{"text":"Two.","id":"x"}\n{"text":"Three."}', "a.jsonl"
    )
    assert [each.locator for each in documents] == ["https://a.example", "a.jsonl:x", None]


@pytest.mark.parametrize(
    ("written", "day", "instant"),
    [
        ("2025-12-03T21:30:00Z", date(2025, 12, 3), datetime(2025, 12, 3, 21, 30, tzinfo=UTC)),
        ("2025-12-04T01:30:00+04:00", date(2025, 12, 4), datetime(2025, 12, 3, 21, 30, tzinfo=UTC)),
        ("2025-12-03T21:30", date(2025, 12, 3), None),
        ("2025-12-03", date(2025, 12, 3), None),
        ("", None, None),
    ],
)
def test_only_what_says_its_zone_is_an_instant(
    load: Load, written: str, day: date | None, instant: datetime | None
) -> None:
    ((document,), _) = load(json.dumps({"text": "The village is ours.", "date": written}), "a.jsonl")
    assert (document.published, document.published_at) == (day, instant)


def test_a_bad_row_is_told_and_the_next_goes_on(load: Load) -> None:
    rows = [
        '{"text":"One."}',
        '{"text":',
        "7",
        '{"text":"  "}',
        '{"text":["a"]}',
        '{"text":"x","date":"04.12.2025"}',
        "",
        '{"text":' + "[" * 200_000,
        '{"text":"x","id":' + "9" * 10_000 + "}",
        '{"text":"a\\u0000"}\x00',
        '{"text":"Eleven."}',
    ]
    documents, troubles = load("\r\n".join(rows), "a.jsonl")
    assert [each.text for each in documents] == ["One.", "Eleven."]
    says = (
        "no JSON",
        "no object",
        "no text",
        "no words in 'text'",
        "--column published=",
        "nested",
        "no JSON",
        "zero bytes",
    )
    lines = (2, 3, 4, 5, 6, 8, 9, 10)
    assert len(troubles) == len(says)
    for line, words, trouble in zip(lines, says, troubles, strict=True):
        assert trouble.startswith(f"line {line} ") and words in trouble


def test_a_line_that_does_not_end_is_refused_by_its_number(load: Load) -> None:
    data = '{"text":"One."}\n{"text":"' + "a" * (2 * MAX_LINE_CHARACTERS) + '"}\n{"text":"Three."}\n'
    documents, (trouble,) = load(data, "a.jsonl")
    assert [each.text for each in documents] == ["One.", "Three."]
    assert trouble == "line 2 is longer than 5 million characters"


def test_a_missing_column_is_told_once_with_the_way_out(load: Load) -> None:
    documents, (trouble,) = load('{"words":"One.","day":"x"}\n' * 3, "a.jsonl")
    assert not documents
    assert "line 1 and 2 more" in trouble and "day, words" in trouble and "--column text=" in trouble
    ((document,), _) = load('{"words":"One.","text":"Two."}', "a.jsonl", given=Given(columns={"text": "words"}))
    assert document.text == "One."
    assert "'body' among" in load("words\nOne.\n", "a.csv", given=Given(columns={"text": "body"}))[1][0]


def test_a_column_may_be_left_out(load: Load) -> None:
    ((document,), _) = load('{"text":"One.","date":"soon"}', "a.jsonl", given=Given(columns={"published": ""}))
    assert document.published is None


def test_a_list_and_lines_in_a_file_called_json(load: Load) -> None:
    for data in ('[\n {"text": "One."},\n {"text": "Two."},\n 7]', '{"text":"One."}\n{"text":"Two."}\n7'):
        documents, (trouble,) = load(data, "a.json")
        assert [each.text for each in documents] == ["One.", "Two."] and "no object" in trouble
    assert "of a kind that is not known" in load('{\n "articles": []\n}', "a.json")[1][0]
    documents, (trouble,) = load('[{"text": "One."}, {"text": ', "a.json")
    assert len(documents) == 1 and "cut off" in trouble
    assert "nested" in load('[{"text":' + "[" * 100_000, "a.json")[1][0]


def test_a_row_of_a_table_is_a_document(load: Load) -> None:
    table = 'id,text,published\r\n1,"The ""village"",\r\nis ours.",2025-12-03\r\n\r\n2,Quiet.,\r\n'
    documents, troubles = load(table, "a.csv")
    assert not troubles
    assert [each.text for each in documents] == ['The "village",\nis ours.', "Quiet."]
    assert [each.published for each in documents] == [date(2025, 12, 3), None]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_delimiters_and_encodings_are_told(load: Load, delimiter: str, encoding: str) -> None:
    said = "Министерство заявило, что посёлок взят; бои продолжаются на окраинах второй день подряд."
    rows = [["outlet", "body", "day"], ["Пример", f'"{said}"', "2025-12-03"]] + [["Пример", f'"{said}"', ""]] * 3
    table = "\n".join(delimiter.join(row) for row in rows)
    documents, troubles = load(table.encode(encoding), "a.tsv", given=Given(columns={"published": "day"}))
    assert not troubles and len(documents) == 4
    assert (documents[0].text, documents[0].outlet, documents[0].published) == (said, "Пример", date(2025, 12, 3))


def test_a_bad_row_of_a_table_is_told_and_the_next_goes_on(load: Load) -> None:
    table = "id,text\n1,One.\n2,Two, and more\n3\n4,\n5,F\x00\n6," + "a" * (MAX_LINE_CHARACTERS + 9) + "\n7,Seven.\n"
    documents, troubles = load(table, "a.csv")
    assert [each.text for each in documents] == ["One.", "Seven."]
    says = ("line 3 has 3 cells", "line 4 has no text", "line 5 has no text", "line 6 holds zero", "line 7 is longer")
    assert all(trouble.startswith(words) for words, trouble in zip(says, troubles, strict=True))


def test_a_quote_that_is_never_closed_costs_no_more_than_five_million_characters(load: Load) -> None:
    table = 'text\nOne.\n"Two\n' + ("three " * 1000 + "\n") * 1000 + "last\n"
    documents, (trouble,) = load(table, "a.csv")
    assert documents[-1].text == "last" and "cannot be parted into cells" in trouble


def test_a_line_in_another_encoding_is_told(load: Load) -> None:
    data = b"text\nThe village is ours.\n" + b"a" * 70_000 + b"\n" + "Бой\n".encode("cp1251") + b"Quiet.\n"
    documents, (trouble,) = load(data, "a.csv")
    assert len(documents) == 3 and trouble.startswith("line 4 is not written in UTF-8")
    assert "no text that can be decoded" in load(bytes(range(256)) * 20, "a.jsonl")[1][0]


def test_half_a_letter_of_utf16_ends_the_file_with_one_line(load: Load) -> None:
    documents, (trouble,) = load("text\nOne.\n".encode("utf-16") + b"a", "a.csv")
    assert len(documents) == 1 and "cannot be read to its end" in trouble


def test_packed_tables_are_read_and_bombs_are_cut_off(load: Load) -> None:
    ((document,), _) = load(gzip.compress(b'{"text":"One."}'), "a.jsonl.gz")
    assert document.text == "One."
    documents, (trouble,) = load(gzip.compress(b"text\nOne.\n" + b" " * 60_000_000), "a.csv.gz")
    assert len(documents) == 1 and "unpacks to over 50 MB" in trouble


def test_a_second_reading_is_the_same(load: Load) -> None:
    data = "\n".join(json.dumps({**ROW, "id": number}) for number in range(5)) + "\nx\n"
    assert load(data, "a.jsonl") == load(data, "a.jsonl")


def test_a_rows_digest_does_not_depend_on_its_spaces(load: Load) -> None:
    documents, _ = load('{"text":"One.","id":1}\n{ "id": 1, "text": "One." }\n{"text":"One.","id":2}', "a.jsonl")
    first, second, third = (each.raw_sha256 for each in documents)
    assert first == second != third


@given(
    st.lists(
        st.dictionaries(st.sampled_from([name for names in COLUMNS.values() for name in names]), st.text()), max_size=4
    )
)
def test_no_rows_whatever_raise(rows: list[dict[str, str]]) -> None:
    data = "\n".join(map(json.dumps, rows))
    assert list(load_input(hold_bytes(data.encode(), source="a.jsonl")))


@given(st.text())
def test_no_table_whatever_raises(table: str) -> None:
    data = ("text,date\n" + table).encode("utf-8", "surrogatepass")
    assert list(load_input(hold_bytes(data, source="a.csv")))


def test_zones_of_offsets_are_kept(load: Load) -> None:
    ((document,), _) = load('{"text":"One.","date":"2025-12-04T01:30:00+04:00"}', "a.jsonl")
    assert document.published_at is not None and document.published_at.utcoffset() == timedelta(hours=4)
