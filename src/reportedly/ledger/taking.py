"""How a document, its readings and people's reviews come into the record."""

from collections.abc import Mapping, Sequence

from reportedly.errors import ReviewError, UnknownIdError
from reportedly.ledger import rows
from reportedly.ledger.columns import instant, reading_columns
from reportedly.ledger.database import Database
from reportedly.ledger.judging import check_names, check_spans, judge
from reportedly.ledger.projecting import give_lasting_ids, make_findable
from reportedly.ledger.recognising import Version, key_of_place, look_up, versions_before
from reportedly.ledger.recording import append, insert_claims, insert_document
from reportedly.ledger.unpacking import ask_each, document_at, reading_at, reviews_of
from reportedly.model.capture import Capture
from reportedly.model.document import Document
from reportedly.model.held import Added, EntryKind, Outcome
from reportedly.model.ids import make_id
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review

SUBJECTS: Mapping[Action, Sequence[str]] = {
    Action.NOTE: ("claim", "entry", "source", "place"),
    Action.GRAPHIC: ("document",),
}
"""Where that is of which a review may speak; every other is of a claim."""


def add(database: Database, document: Document, reading: Reading | None, capture: Capture | None) -> Added:
    """Add a document that is new, with its reading and its capture. Inside `writing`."""
    if found := look_up(database, document):
        return found
    taken_from = add_capture(database, capture) if capture else None
    stored = rows.store_document(document, taken_from)
    id_ = make_id("document", document.id)
    before = versions_before(database, [document]).get(key_of_place(document))
    is_old = is_older(document, before)
    seq = append(database, EntryKind.DOCUMENT, id_, taken_from, stored)
    if before is not None and not is_old:
        end_document(database, before[0], seq)
    insert_document(
        database, seq, id_, document, stored, replaces=before[0] if before and not is_old else None, is_old=is_old
    )
    if reading is not None:
        write_reading(database, reading, seq, id_, is_old=is_old)
    if before is None:
        return Added(outcome=Outcome.NEW, id=id_)
    return Added(outcome=Outcome.VERSION, id=id_, replaces=None if is_old else before[1])


def is_older(document: Document, before: Version | None) -> bool:
    """Was it captured before what stands at its place now?"""
    return before is not None and before[2] is not None and (instant(document.captured_at) or "") < before[2]


def end_document(database: Database, number: int, seq: int) -> None:
    """From entry `seq` on another version stands; the claims of this one stand no longer."""
    for table, column in (("document", "number"), ("reading", "document"), ("claim", "document")):
        database.ask(
            f"UPDATE {table} SET until = :seq WHERE {column} = :number AND until IS NULL",
            {"seq": seq, "number": number},
        )


def add_capture(database: Database, capture: Capture) -> str:
    """Add a web capture, once however many documents come from it; its id."""
    id_ = make_id("capture", capture.url, instant(capture.captured_at) or "", capture.sha256)
    if not database.ask("SELECT 1 FROM entry WHERE id = :id", {"id": id_}):
        stored = rows.StoredCapture(
            url=capture.url,
            final_url=capture.final_url,
            captured_at=capture.captured_at,
            sha256=capture.sha256,
            warc=capture.warc,
        )
        append(database, EntryKind.CAPTURE, id_, None, stored)
    return id_


def write_reading(database: Database, reading: Reading, document: int, document_id: str, *, is_old: bool) -> str:
    """Add a reading of the document with this number; its id. What was read before stands no longer."""
    ((last,),) = database.ask("SELECT seq FROM head")
    id_ = make_id("reading", document_id, str(last + 1))
    seq = append(database, EntryKind.READING, id_, document_id, rows.store_reading(reading))
    lasting = give_lasting_ids(reading)
    database.ask(
        "UPDATE reading SET until = :seq WHERE document = :document AND until IS NULL",
        {"seq": seq, "document": document},
    )
    columns = reading_columns(seq, document, reading.made_by, seq if is_old else None)
    database.put_rows("reading", [columns])
    end_claims(database, document, seq, {claim.id for claim in lasting.claims})
    ids = [claim.id for claim in lasting.claims]
    reviewed = {subject for (subject,) in ask_each(database, "SELECT subject FROM review WHERE subject IN", ids)}
    found = [
        (place, make_findable(lasting, judge(claim, reviews_of(database, claim.id) if claim.id in reviewed else ())))
        for place, claim in enumerate(lasting.claims)
    ]
    insert_claims(
        database, found, reading.document, document_number=document, reading_number=seq, since=seq, is_old=is_old
    )
    return id_


def end_claims(database: Database, document: int, seq: int, read_again: set[str]) -> None:
    """The claims of the reading before stand no longer, but for those that a person vouched for and that are not read again."""
    standing = database.ask(
        "SELECT number, id, verdict, corrected FROM claim WHERE document = :document AND until IS NULL",
        {"document": document},
    )
    gone = [
        number
        for number, id_, verdict, corrected in standing
        if id_ in read_again or not (verdict == "accepted" or corrected)
    ]
    database.run_many(
        "UPDATE claim SET until = :seq WHERE number = :number", [{"seq": seq, "number": number} for number in gone]
    )


def add_reading(database: Database, reading: Reading) -> str | None:
    """Add another reading of a document; None if it says, and is made by, what the last was. Inside `writing`."""
    found = database.ask(
        "SELECT number, id, until FROM document WHERE sha256 = :sha256", {"sha256": reading.document.id}
    )
    if not found:
        raise UnknownIdError(make_id("document", reading.document.id), ())
    number, id_, until = found[0]
    last = database.ask("SELECT max(number) FROM reading WHERE document = :number", {"number": number})[0][0]
    if last is not None:
        ((content_sha256,),) = database.ask("SELECT content_sha256 FROM entry WHERE seq = :seq", {"seq": last})
        if bytes(content_sha256) == rows.digest(rows.write(rows.store_reading(reading))):
            return None
    return write_reading(database, reading, number, id_, is_old=until is not None)


def add_review(database: Database, review: Review) -> str:
    """Add a review of claims or of a document, or the taking back of one; its id. Inside `writing`."""
    ((last,),) = database.ask("SELECT seq FROM head")
    id_ = make_id("review", *review.subjects, str(last + 1))
    about = subjects_of(database, review)
    seq = append(database, EntryKind.REVIEW, id_, review.subjects[0], review)
    database.run_many(
        "INSERT INTO review (number, subject, action) VALUES (:number, :subject, :action)",
        [{"number": seq, "subject": subject, "action": review.action.value} for subject in about],
    )
    for subject in about:
        judge_again(database, subject, seq)
    return id_


def subjects_of(database: Database, review: Review) -> Sequence[str]:
    """The ids of all that a review is about: with a taking back also what the review taken back was about.

    Raises:
        UnknownIdError: if one is not there.
        ReviewError: if it is not what such a review can be about.
    """
    about: list[str] = []
    for subject in review.subjects:
        if review.action is Action.WITHDRAW:
            touched = database.ask(
                "SELECT r.subject FROM review r JOIN entry e ON e.seq = r.number WHERE e.id = :id", {"id": subject}
            )
            if not touched:
                raise ReviewError(review.action, f"needs a review; {subject} is none")
            about += [subject, *(each for (each,) in touched)]
            continue
        tables = SUBJECTS.get(review.action, ("claim",))
        if not any(database.ask(f"SELECT 1 FROM {table} WHERE id = :id", {"id": subject}) for table in tables):
            if review.action is Action.GRAPHIC:
                raise ReviewError(review.action, f"needs a document; {subject} is none")
            raise UnknownIdError(subject, ())
        about.append(subject)
    return list(dict.fromkeys(about))


def judge_again(database: Database, claim: str, seq: int) -> None:
    """Let a claim stand as its reviews leave it now; one that is read no longer stands while a person vouches for it."""
    last = database.ask(
        "SELECT c.number, c.document, c.reading, c.place_in_reading, c.until IS NULL, r.until IS NULL FROM claim c"
        " JOIN reading r ON r.number = c.reading JOIN document d ON d.number = c.document"
        " WHERE c.id = :id AND d.until IS NULL ORDER BY c.number DESC LIMIT 1",
        {"id": claim},
    )
    if not last:
        return
    number, document_number, reading_number, place, stands, is_read = last[0]
    document = document_at(database, document_number)
    lasting = give_lasting_ids(reading_at(database, reading_number, document))
    judged = judge(lasting.claims[place], reviews_of(database, claim))
    check_spans(judged.claim, document.text)
    check_names(judged)
    if stands:
        database.ask("UPDATE claim SET until = :seq WHERE number = :number", {"seq": seq, "number": number})
    if is_read or judged.is_vouched_for:
        insert_claims(
            database,
            [(place, make_findable(lasting, judged))],
            document,
            document_number=document_number,
            reading_number=reading_number,
            since=seq,
            is_old=False,
        )
