"""What happened to a thing is told from the record, the earliest first."""

from dataclasses import replace

import pytest

from reportedly.errors import UnknownIdError
from reportedly.ledger.differing import tell_word_changes
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.verdicts import Happening
from reportedly.model.claim import Certainty
from reportedly.model.review import Action
from tests.ledger.eventful import CAPTURE, SECRET, list_claims, make_eventful, review
from tests.ledger.readings import KYIV, MADE_BY, MALYNIVKA, make_many, make_reading


def told(happenings: list[Happening] | tuple[Happening, ...] | object) -> str:
    assert isinstance(happenings, list)
    return "\n".join("\n  ".join((each.what, *each.details)) for each in happenings)


def test_a_document_tells_how_it_came_and_what_became_of_it(ledger: SqlLedger) -> None:
    made = make_eventful(ledger)
    happenings = ledger.history(made.document)
    assert [each.entry.seq for each in happenings] == sorted(each.entry.seq for each in happenings)
    words = told(happenings)
    for expected in (
        f"document {made.document} added",
        "captured: 2025-12-03 09:30:00+00:00",
        "read by reportedly 0.0, tagger 1, places 1\n  2 claims",
        "read by reportedly 0.1, tagger 1, places 1\n  1 claim: 0 came, 1 went, 0 changed, 1 stayed",
        "corrected by Ada",
        "why: seen on paper too",
        f"{made.later} takes its place\n  title: What happened → none",
        "[- 12 -] [+ 14 +]",
    ):
        assert expected in words, words
    assert f"it takes the place of {made.document}" in told(ledger.history(made.later))


def test_a_claim_tells_what_was_read_and_what_people_made_of_it(ledger: SqlLedger) -> None:
    """First certain and in Malynivka, then probable and in Kyiv; then somebody says that it was a fight."""
    reading = make_reading()
    claim = list_claims(ledger, ledger.add(reading.document, reading).id)[0]
    kyiv = replace(reading.claims[0].places[0], name=KYIV.name, gazetteer_id=KYIV.gazetteer_id)
    changed = replace(reading.claims[0], certainty=Certainty.PROBABLE, places=(kyiv,))
    ledger.add_reading(replace(reading, claims=(changed, *reading.claims[1:])))
    ledger.add_reading(replace(reading, claims=reading.claims[1:], flags=()))
    ledger.add_reading(reading)
    given = review(ledger, Action.CORRECT, claim, field="kind", value='"combat"', why="both fired")
    first, again, missing, back, corrected = ledger.history(claim)
    assert first.what.startswith("first read") and "on whose word: Front Diary, citing a soldier" in first.details
    assert again.details == (
        "certainty: certain → probable",
        f"places: at {MALYNIVKA.name} ({MALYNIVKA.gazetteer_id}) → at {KYIV.name} ({KYIV.gazetteer_id})",
    )
    assert missing.what.startswith("not in the reading")
    assert back.details[0] == "certainty: probable → certain"
    assert corrected.what == f"{claim}: corrected by Ada"
    assert corrected.details == (
        "kind: control → combat", 'correction: kind → "combat"', "why: both fired", f"review: {given}"
    )  # fmt: skip


def test_a_review_tells_that_it_was_taken_back(ledger: SqlLedger) -> None:
    made = make_eventful(ledger)
    assert [each.what for each in ledger.history(made.reviews[2])] == [
        f"{made.claims[1]}: accepted by Ada",
        f"{made.reviews[2]}: a review was taken back by Ada",
    ]


def test_sources_places_and_captures_tell_where_they_come_in(ledger: SqlLedger) -> None:
    ids = [ledger.add(each.document, each).id for each in make_many(2)]
    page = ledger.add(SECRET.document, SECRET, CAPTURE).id
    ((place,),) = ledger.database.ask("SELECT id FROM place WHERE name = 'Kyiv'")
    assert [each.what for each in ledger.history(place)] == [f"named in 1 claim of {id_}" for id_ in ids]
    ((source,),) = ledger.database.ask("SELECT id FROM source WHERE name = 'Front Diary'")
    assert [each.what for each in ledger.history(source)] == [f"named in 1 claim of {id_}" for id_ in ids]
    for named in (place, source):
        review(ledger, Action.NOTE, named, why="ask the desk")
        assert ledger.history(named)[-1].details[0] == "why: ask the desk"
    ((capture,),) = ledger.database.ask("SELECT id FROM entry WHERE kind = 'capture'")
    assert [each.what for each in ledger.history(capture)] == [
        f"web capture of {CAPTURE.url} added",
        f"document {page} taken from it",
    ]


def test_what_was_forgotten_tells_why(ledger: SqlLedger) -> None:
    made = make_eventful(ledger)
    added, forgotten = ledger.history(made.forgotten)
    assert added.what == "document added; its content was forgotten since"
    assert forgotten.what == f"{made.forgotten} forgotten at the wish of the court: order 12/34"
    assert "zyzzogeton" not in told([added, forgotten]).lower()


def test_what_is_not_there_has_no_history(ledger: SqlLedger) -> None:
    with pytest.raises(UnknownIdError):
        ledger.history("rp-0000000000")


def test_a_long_change_is_told_in_a_few_lines() -> None:
    before = [f"word{number}" for number in range(400)]
    after = [word if int(word[4:]) % 3 else f"other{word}" for word in before]
    lines = tell_word_changes(before, after)
    assert lines[0] == "text: 134 words came, 134 went"
    assert len(lines) == 10 and lines[-1] == "… and in 126 more places"
    assert all(len(line) < 400 for line in tell_word_changes(["x" * 5000], ["y" * 5000]))
    assert tell_word_changes(before, before) == []


def test_a_captures_bytes_come_back(ledger: SqlLedger) -> None:
    ledger.add(SECRET.document, SECRET, CAPTURE)
    ((capture,),) = ledger.database.ask("SELECT id FROM entry WHERE kind = 'capture'")
    assert ledger.capture(capture) == CAPTURE
    with pytest.raises(UnknownIdError):
        ledger.capture("rp-0000000000")


def test_what_was_read_by_others_is_to_be_read_again(ledger: SqlLedger) -> None:
    """Three documents: one read by an older version, one with another profile, one not at all; and one that stands no longer."""
    old, same, unread = make_many(3)
    ledger.add(old.document, replace(old, made_by=replace(MADE_BY, reportedly="older")))
    ledger.add(same.document, replace(same, made_by=replace(MADE_BY, profile="sudan")))
    ledger.add(unread.document)
    early = make_reading("It was quiet.", locator="a:1", made_by=replace(MADE_BY, model=None))
    late = make_reading("It is quiet.", locator="a:1")
    for each in (early, late):
        ledger.add(each.document, each)
    assert list(ledger.to_reread(lambda language: MADE_BY)) == [old.document, unread.document]
    assert len(list(ledger.to_reread(None))) == 4
    for document in ledger.to_reread(lambda language: MADE_BY):
        ledger.add_reading(replace(old, document=document))
    assert list(ledger.to_reread(lambda language: MADE_BY)) == []


def test_what_a_watched_address_answered_is_remembered(ledger: SqlLedger) -> None:
    assert ledger.last_asked("https://herald.example/feed") is None
    ledger.note_asked("https://herald.example/feed", '"1"', None, CAPTURE.captured_at)
    ledger.note_asked("https://herald.example/feed", None, "Wed, 03 Dec 2025 09:00:00 GMT", CAPTURE.captured_at)
    assert ledger.last_asked("https://herald.example/feed") == (None, "Wed, 03 Dec 2025 09:00:00 GMT")
    assert list(ledger.asked_at(["https://herald.example/feed", "https://other.example/"])) == [
        "https://herald.example/feed"
    ]
    assert ledger.verify().found == 0
