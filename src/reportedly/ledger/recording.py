"""What is written: entries of the record, and the rows by which they are found."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from reportedly.ledger.chain import bind
from reportedly.ledger.database import Database
from reportedly.ledger.projecting import Findable
from reportedly.ledger.rows import StoredDocument, digest, pack, write
from reportedly.ledger.words import bones_of_name, fold_words, list_endings, list_words
from reportedly.model.document import Document
from reportedly.model.held import EntryKind
from reportedly.model.place import Place

LONGEST = timedelta(days=31)
"""Longer intervals are kept apart, so that what happened on a day is not looked for among all that began before."""


def append(database: Database, kind: EntryKind, id_: str, subject: str | None, content: object) -> int:
    """Add an entry with its content to the end of the record; its number."""
    ((last, previous),) = database.ask("SELECT seq, hash FROM head")
    written = write(content)
    seq, at, content_sha256 = last + 1, datetime.now(UTC).isoformat(timespec="microseconds"), digest(written)
    database.ask(
        "INSERT INTO entry (seq, id, kind, subject, at, content_sha256, previous, hash)"
        " VALUES (:seq, :id, :kind, :subject, :at, :content_sha256, :previous, :hash)",
        {
            "seq": seq,
            "id": id_,
            "kind": kind.value,
            "subject": subject,
            "at": at,
            "content_sha256": content_sha256,
            "previous": bytes(previous),
            "hash": bind(seq, id_, kind.value, subject, at, content_sha256, bytes(previous)),
        },
    )
    database.ask("INSERT INTO content (seq, packed) VALUES (:seq, :packed)", {"seq": seq, "packed": pack(written)})
    return seq


def insert_document(
    database: Database,
    seq: int,
    id_: str,
    document: Document,
    stored: StoredDocument,
    *,
    replaces: int | None,
    is_old: bool,
) -> None:
    """The row by which a document is found; `is_old` if a later version is there already."""
    database.ask(
        "INSERT INTO document (number, id, sha256, raw_sha256, outlet, url, title, locator, language, published,"
        " captured_at, capture, replaces, until) VALUES (:number, :id, :sha256, :raw_sha256, :outlet, :url, :title,"
        " :locator, :language, :published, :captured_at, :capture, :replaces, :until)",
        {
            "number": seq,
            "id": id_,
            "sha256": document.id,
            "raw_sha256": document.raw_sha256,
            "outlet": document.outlet,
            "url": document.url,
            "title": document.title,
            "locator": document.locator,
            "language": document.language,
            "published": document.published and document.published.isoformat(),
            "captured_at": instant(document.captured_at),
            "capture": stored.capture,
            "replaces": replaces,
            "until": seq if is_old else None,
        },
    )
    said = " ".join(filter(None, (document.title, document.text, *document.captions, document.outlet)))
    words = list_words(said)
    database.index_words("document", [(seq, " ".join(words))])
    database.add_words(dict.fromkeys(words))


def instant(at: datetime | None) -> str | None:
    """An instant as it is stored: UTC, so that instants sort as texts do."""
    return at and at.astimezone(UTC).isoformat(timespec="microseconds")


def insert_claims(
    database: Database,
    claims: Sequence[tuple[int, Findable]],
    document: Document,
    *,
    document_number: int,
    reading_number: int,
    since: int,
    is_old: bool,
) -> None:
    """The rows by which claims of one reading are found, each with its place in the reading."""
    ((last,),) = database.ask("SELECT coalesce(max(number), 0) FROM claim")
    numbered = list(enumerate(claims, last + 1))
    shared = {
        "document": document_number,
        "reading": reading_number,
        "since": since,
        "until": since if is_old else None,
        "outlet": document.outlet,
        "language": document.language,
        "published": document.published and document.published.isoformat(),
    }
    rows = [{"number": number, "place": place, **shared, **claim_row(each)} for number, (place, each) in numbered]
    database.run_many(
        "INSERT INTO claim (number, id, document, reading, place_in_reading, since, until, kind, polarity, certainty,"
        " tense, presupposed, depth, verdict, corrected, outlet, language, published, earliest, latest, is_long, words)"
        " VALUES (:number, :id, :document, :reading, :place, :since, :until, :kind, :polarity, :certainty, :tense,"
        " :presupposed, :depth, :verdict, :corrected, :outlet, :language, :published, :earliest, :latest, :is_long,"
        " :words)",
        rows,
    )
    database.index_words("claim", [(number, each.words) for number, (_, each) in numbered])
    database.add_words(dict.fromkeys(word for _, each in claims for word in each.words.split()))
    found = [(number, each) for number, (_, each) in numbered]
    insert_sources(database, found)
    insert_places(database, found)
    database.run_many(
        "INSERT INTO claim_flag (claim, code) VALUES (:claim, :code)",
        [{"claim": number, "code": code} for number, each in found for code in each.flags],
    )


def claim_row(each: Findable) -> dict[str, object]:
    """The columns of a claim that come from the claim itself."""
    claim = each.judged.claim
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "tense": claim.tense.value,
        "presupposed": int(claim.presupposed),
        "depth": max(map(len, claim.chains), default=0),
        "verdict": each.judged.verdict and each.judged.verdict.value,
        "corrected": int(bool(each.judged.corrected)),
        "earliest": claim.time and claim.time.earliest.isoformat(),
        "latest": claim.time and claim.time.latest.isoformat(),
        "is_long": int(bool(claim.time and claim.time.latest - claim.time.earliest > LONGEST)),
        "words": each.words,
    }


def insert_sources(database: Database, claims: Sequence[tuple[int, Findable]]) -> None:
    """The links of the claims, and the sources that were not there yet."""
    uses = [(number, use) for number, each in claims for use in each.sources]
    names = {use.id: use.name for _, use in uses}
    numbers = number_new(database, "source", names)
    database.run_many(
        "INSERT INTO source (number, id, name, folded) VALUES (:number, :id, :name, :folded)",
        [
            {"number": number, "id": id_, "name": names[id_], "folded": fold_words(names[id_])}
            for id_, (number, is_new) in numbers.items()
            if is_new
        ],
    )
    database.run_many(
        "INSERT INTO source_name (ending, source) VALUES (:ending, :source)",
        [
            {"ending": ending, "source": number}
            for id_, (number, is_new) in numbers.items()
            if is_new
            for ending in list_endings(names[id_])
        ],
    )
    database.run_many(
        "INSERT INTO claim_source (claim, chain, link, source, type, identity, side, is_origin)"
        " VALUES (:claim, :chain, :link, :source, :type, :identity, :side, :is_origin)",
        [
            {
                "claim": number,
                "chain": use.chain,
                "link": use.link,
                "source": numbers[use.id][0],
                "type": use.type,
                "identity": use.identity,
                "side": use.side,
                "is_origin": int(use.is_origin),
            }
            for number, use in uses
        ],
    )


def insert_places(database: Database, claims: Sequence[tuple[int, Findable]]) -> None:
    """The places of the claims, and those that were not there yet."""
    uses = [(number, nth, use) for number, each in claims for nth, use in enumerate(each.places)]
    places = {use.id: use.place for _, _, use in uses}
    numbers = number_new(database, "place", places)
    new = [(number, places[id_], id_) for id_, (number, is_new) in numbers.items() if is_new]
    database.run_many(
        "INSERT INTO place (number, id, name, folded, bones, gazetteer_id, lat, lon, country)"
        " VALUES (:number, :id, :name, :folded, :bones, :gazetteer_id, :lat, :lon, :country)",
        [{"number": number, "id": id_, **place_row(place)} for number, place, id_ in new],
    )
    database.index_places(
        [(number, place.lat, place.lon) for number, place, _ in new if place.lat is not None and place.lon is not None]
    )
    database.run_many(
        "INSERT INTO claim_place (claim, nth, place, role) VALUES (:claim, :nth, :place, :role)",
        [
            {"claim": number, "nth": nth, "place": numbers[use.id][0], "role": use.place.role.value}
            for number, nth, use in uses
        ],
    )


def place_row(place: Place) -> dict[str, object]:
    """The columns of a place."""
    return {
        "name": place.name,
        "folded": fold_words(place.name),
        "bones": bones_of_name(place.name),
        "gazetteer_id": place.gazetteer_id,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
    }


def number_new(database: Database, table: str, ids: Iterable[str]) -> dict[str, tuple[int, bool]]:
    """The number of each id in `table`, and whether its row is still to be written."""
    numbers: dict[str, tuple[int, bool]] = {}
    ((last,),) = database.ask(f"SELECT coalesce(max(number), 0) FROM {table}")
    for id_ in ids:
        found = database.ask(f"SELECT number FROM {table} WHERE id = :id", {"id": id_})
        if not found:
            last += 1
        numbers[id_] = (found[0][0], False) if found else (last, True)
    return numbers
