"""What comes in is kept, with what was read in it, once."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportedly.flow.adding import Addition, Means, Rereading, add_paths, reread
from reportedly.ingest.loading import Given
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.model.held import Outcome
from reportedly.model.review import Action, Review
from reportedly.model.trouble import Trouble

NEWS = "Russian forces captured the village of Malynivka on Tuesday, the channel Front Diary said, citing a soldier.\n"
GERMAN = "Das Ministerium teilte mit, dass das Dorf gefallen ist und die Kämpfe am Rand der Stadt Kupjansk andauern.\n"
GIVEN = Given(outlet="Example Herald", published=date(2025, 12, 3))


def add_all(ledger: Ledger, *sources: Path | str, given: Given = GIVEN) -> list[Addition | Trouble]:
    return list(add_paths(ledger, [str(source) for source in sources], given=given))


def add_one(ledger: Ledger, source: Path, *, given: Given = GIVEN) -> Addition:
    (outcome,) = add_all(ledger, source, given=given)
    assert isinstance(outcome, Addition)
    return outcome


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_and_kept(ledger: Ledger, tmp_path: Path) -> None:
    addition = add_one(ledger, write(tmp_path, "a.txt", NEWS))
    assert addition.added.outcome is Outcome.NEW and addition.reading is not None
    (held,) = ledger.claims(Query()).items
    assert held.claim.span.text.startswith("Russian forces captured")
    assert held.document.captured_at is not None and held.document.raw_sha256 is not None
    assert held.document_id == addition.added.id


def test_the_same_bytes_from_the_same_outlet_change_nothing(ledger: Ledger, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", NEWS)
    first, seq = add_one(ledger, path), ledger.seq()
    again, copy = add_one(ledger, path), add_one(ledger, write(tmp_path, "b.txt", NEWS))
    assert {again.added.id, copy.added.id} == {first.added.id}
    assert {again.added.outcome, copy.added.outcome} == {Outcome.KNOWN}
    assert ledger.seq() == seq


def test_the_same_words_in_another_outlet_are_another_document(ledger: Ledger, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", NEWS)
    first, second = add_one(ledger, path), add_one(ledger, path, given=replace(GIVEN, outlet="Another Herald"))
    assert second.added.outcome is Outcome.NEW and second.added.id != first.added.id


def test_an_edited_file_is_a_new_version_and_its_claims_stand(ledger: Ledger, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", NEWS)
    first = add_one(ledger, path)
    second = add_one(ledger, write(tmp_path, "a.txt", NEWS.replace("captured", "entered")))
    assert (second.added.outcome, second.added.replaces) == (Outcome.VERSION, first.added.id)
    assert [held.document_id for held in ledger.claims(Query()).items] == [second.added.id]


def test_rows_of_one_table_are_no_versions_of_each_other(ledger: Ledger, tmp_path: Path) -> None:
    rows = [{"text": NEWS.replace("Malynivka", name), "outlet": "Herald"} for name in ("Lyman", "Izium", "Siversk")]
    path = write(tmp_path, "a.jsonl", "\n".join(json.dumps(row) for row in rows))
    outcomes = [each.added.outcome for each in add_all(ledger, path) if isinstance(each, Addition)]
    assert outcomes == [Outcome.NEW] * 3


def test_what_cannot_be_read_is_told_and_the_next_goes_on(ledger: Ledger, tmp_path: Path) -> None:
    good = write(tmp_path, "b.txt", NEWS)
    bad, addition = add_all(ledger, tmp_path / "none.txt", good)
    assert isinstance(bad, Trouble) and isinstance(addition, Addition)


def test_a_language_that_is_not_read_is_kept_found_and_read_later(ledger: Ledger, tmp_path: Path) -> None:
    addition = add_one(ledger, write(tmp_path, "a.txt", GERMAN))
    assert addition.reading is None and (addition.unread or "").startswith("is German: not read yet")
    (held,) = ledger.documents(Query(text="kupjansk")).items
    assert (held.id, held.made_by, held.claims) == (addition.added.id, None, 0)
    (left,) = reread(ledger)
    assert isinstance(left, Rereading) and left.reading is None and not left.is_new


def test_rereading_keeps_ids_and_what_people_said(ledger: Ledger, tmp_path: Path) -> None:
    add_one(ledger, write(tmp_path, "a.txt", NEWS))
    (before,) = ledger.claims(Query()).items
    assert list(reread(ledger)) == []
    now = datetime.now(UTC)
    ledger.review(
        Review(
            action=Action.CORRECT, subjects=(before.claim.id,), who="A. Reader", at=now, field="kind", value='"combat"'
        )
    )
    (same,) = reread(ledger, everything=True)
    assert isinstance(same, Rereading) and not same.is_new
    (other,) = reread(ledger, everything=True, means=Means(profile="world"))
    assert isinstance(other, Rereading) and other.is_new
    (after,) = ledger.claims(Query()).items
    assert (after.claim.id, after.claim.kind, after.corrected) == (before.claim.id, "combat", ("kind",))
    assert after.made_by.profile == "world" and after.reading_id != before.reading_id


def test_a_reader_that_fails_on_one_text_ends_nothing(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("no such number")

    monkeypatch.setattr("reportedly.flow.adding.read_document", fail)
    addition, trouble = add_all(ledger, write(tmp_path, "a.txt", NEWS))
    assert isinstance(addition, Addition) and addition.reading is None
    assert isinstance(trouble, Trouble) and "ZeroDivisionError" in trouble.message
    monkeypatch.undo()
    (read,) = reread(ledger)
    assert isinstance(read, Rereading) and read.reading is not None and read.reading.claims


def test_entries_of_a_feed_on_one_day_are_documents_of_their_own(ledger: Ledger, tmp_path: Path) -> None:
    entries = "".join(
        f"<item><guid>{number}</guid><link>https://herald.example/{number}</link>"
        f"<pubDate>Tue, 04 Mar 2025 0{number}:00:00 GMT</pubDate><description>{words}</description></item>"
        for number, words in enumerate(("The mayor said the bridge was hit.", "The governor denied it."), 1)
    )
    path = write(tmp_path, "feed.xml", f'<rss version="2.0"><channel><title>Herald</title>{entries}</channel></rss>')
    assert [each.added.outcome for each in add_all(ledger, path) if isinstance(each, Addition)] == [Outcome.NEW] * 2


def test_what_is_no_text_but_data_is_kept_and_not_read(ledger: Ledger, tmp_path: Path) -> None:
    addition = add_one(ledger, write(tmp_path, "a.txt", NEWS + "=" * 6000 + "\n"))
    assert addition.reading is None and "without a space" in (addition.unread or "")
    assert add_one(ledger, write(tmp_path, "b.txt", NEWS + "= " * 3000 + "\n")).reading is not None
