"""What each filter means."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reportedly.ledger.columns import LONGEST
from reportedly.ledger.conditions import (
    NOTHING,
    Condition,
    begins_with_id,
    column_fits,
    has_row,
    in_few,
    in_list,
    is_one_of,
    none_of_them,
)
from reportedly.ledger.database import Database, Values
from reportedly.ledger.naming import as_id, find_outlets, find_places
from reportedly.ledger.query import Lack, Query, ReviewState
from reportedly.ledger.searching import understand
from reportedly.ledger.words import fold_words
from reportedly.model.ids import next_beginning
from reportedly.reference.other_names import other_names

FIRST_DAY, LAST_DAY = "0000", "9999-99"
"""Before and after every day, as texts sort."""
HAPPENS_THERE = "u.role <> 'reference'"

Filter = Callable[[Query, Database], Condition | None]


def fit_text(query: Query, database: Database) -> Condition | None:
    """Has the words, or words near enough, in what is claimed, in the names of its sources or of its places."""
    if query.text is None:
        return None
    sought = understand(query.text, database)
    if not sought.groups:
        return Condition(test=NOTHING, numbers=none_of_them(), notes=sought.notes)
    tests, values = sought.test_words("c.words")
    return Condition(
        test=tests,
        numbers=f"SELECT rowid AS claim FROM claim_words WHERE {database.matches('claim_words', 'match')}",
        values={**values, "match": database.write_match(sought.groups)},
        is_exact=False,
        words=tuple(word for group in sought.groups for term in group for word in term.words),
        notes=sought.notes,
    )


def fit_ids(query: Query, database: Database) -> Condition | None:
    """Has one of the ids, or an id that begins so."""
    return begins_with_id("c.id", "id", query.ids, "SELECT c.number AS claim FROM claim c WHERE {test}")


def fit_documents(query: Query, database: Database) -> Condition | None:
    """Stands in a document with one of the ids, or with an id that begins so."""
    inner = begins_with_id("d.id", "document", query.documents, "")
    if inner is None:
        return None
    test = f"c.document IN (SELECT d.number FROM document d WHERE {inner.test})"
    return Condition(test=test, numbers=f"SELECT c.number AS claim FROM claim c WHERE {test}", values=inner.values)


def fit_places(query: Query, database: Database) -> Condition | None:
    """Names one of the places, in whatever role."""
    if not query.places:
        return None
    numbers: list[int] = []
    notes: list[str] = []
    for name in query.places:
        found, note = find_places(name, database)
        numbers += found
        notes += note
    test, values = in_list("u.place", "place", numbers)
    return has_row("claim_place", test, values, tuple(notes))


def fit_circle(query: Query, database: Database) -> Condition | None:
    """Has a place in the circle, by the great-circle distance of its point; the rim counts, to a millimetre.

    A place named only to say where another one is does not count: of what is said of 16 km from Kramatorsk nothing
    is said of Kramatorsk.
    """
    if query.circle is None:
        return None
    numbers, values = database.places_in_circle(query.circle)
    return lies_among("in_circle", numbers, values, database)


def fit_box(query: Query, database: Database) -> Condition | None:
    """Has a place in the box, its edges included; as with a circle not one named only to say where another is."""
    if query.box is None:
        return None
    box = query.box
    values: dict[str, Any] = {"south": box.south, "north": box.north, "west": box.west, "east": box.east}
    parts = [database.places_in_box("west", "east")]
    if box.west > box.east:  # it falls into two at the 180th meridian
        values |= {"far_east": 180.0, "far_west": -180.0}
        parts = [database.places_in_box("west", "far_east"), database.places_in_box("far_west", "east")]
    return lies_among("in_box", " UNION ALL ".join(parts), values, database)


def lies_among(name: str, numbers: str, values: Values, database: Database) -> Condition:
    """That something of the claim happened at one of the places whose numbers the SQL selects."""
    test, values = in_few("u.place", name, numbers, values, database)
    return has_row("claim_place", f"{HAPPENS_THERE} AND {test}", values)


def fit_happened(query: Query, database: Database) -> Condition | None:
    """May have happened on one of the days: its interval overlaps them. A claim without a time never fits."""
    first, last = query.happened_from, query.happened_to
    if first is None and last is None:
        return None
    values = {
        "happened_from": first.isoformat() if first else FIRST_DAY,
        "happened_to": last.isoformat() if last else LAST_DAY,
        "began_from": (first - LONGEST).isoformat() if first and first.toordinal() > LONGEST.days else FIRST_DAY,
    }
    overlaps = "c.earliest <= :happened_to AND c.latest >= :happened_from"
    return Condition(
        test=overlaps,
        # Short intervals that overlap the days began shortly before: the index need not be walked from its beginning.
        numbers=f"SELECT c.number AS claim FROM claim c WHERE c.earliest >= :began_from AND {overlaps}"
        f" UNION ALL SELECT c.number FROM claim c WHERE c.is_long = 1 AND c.earliest < :began_from AND {overlaps}",
        values=values,
        bounds={"c.earliest": "c.earliest <= :happened_to"},
    )


def fit_published(query: Query, database: Database) -> Condition | None:
    """Stands in a document that was published on one of the days."""
    first, last = query.published_from, query.published_to
    if first is None and last is None:
        return None
    values = {
        "published_from": first.isoformat() if first else FIRST_DAY,
        "published_to": last.isoformat() if last else LAST_DAY,
    }
    test = "c.published BETWEEN :published_from AND :published_to"
    return replace(column_fits(test, values), bounds={"c.published": test})


def fit_sources(query: Query, database: Database) -> Condition | None:
    """Is said on the word of one of the sources: by a name, by the beginning of any word of a name, or by a short id."""
    if not query.sources:
        return None
    parts: list[str] = []
    values: dict[str, Any] = {}
    asked_for = [name for typed in query.sources for name in (typed, *(() if as_id(typed) else other_names(typed)))]
    for nth, typed in enumerate(asked_for):
        if begins := as_id(typed):
            values |= {f"source_{nth}": begins, f"source_{nth}_end": next_beginning(begins)}
            parts.append(f"SELECT number FROM source WHERE id >= :source_{nth} AND id < :source_{nth}_end")
        elif folded := fold_words(typed):
            values |= {f"source_{nth}": folded, f"source_{nth}_end": next_beginning(folded)}
            parts.append(
                f"SELECT source AS number FROM source_name WHERE ending >= :source_{nth} AND ending < :source_{nth}_end"
            )
    if not parts:
        return Condition(test=NOTHING, numbers=none_of_them())
    test, asked = in_few("u.source", "source_is", " UNION ".join(parts), values, database)
    return has_row("claim_source", test, asked)


def fit_sides(query: Query, database: Database) -> Condition | None:
    """Has a source of one of the sides, anywhere in its chains."""
    if not query.sides:
        return None
    test, values = in_list("u.side", "side", [side.casefold() for side in query.sides])
    return has_row("claim_source", test, values)


def fit_source_types(query: Query, database: Database) -> Condition | None:
    """Has a source of one of the types, anywhere in its chains."""
    if not query.source_types:
        return None
    test, values = in_list("u.type", "source_type", query.source_types)
    return has_row("claim_source", test, values)


def fit_kinds(query: Query, database: Database) -> Condition | None:
    """Is of one of the kinds."""
    return is_one_of("c.kind", "kind", query.kinds)


def fit_certainties(query: Query, database: Database) -> Condition | None:
    """Is stated as firmly as one of these."""
    return is_one_of("c.certainty", "certainty", query.certainties)


def fit_polarities(query: Query, database: Database) -> Condition | None:
    """Says that it is so, or that it is not."""
    return is_one_of("c.polarity", "polarity", query.polarities, is_common=True)


def fit_tenses(query: Query, database: Database) -> Condition | None:
    """Is said of one of the times."""
    return is_one_of("c.tense", "tense", query.tenses, is_common=True)


def fit_flags(query: Query, database: Database) -> Condition | None:
    """Has one of the flags."""
    if not query.flags:
        return None
    test, values = in_list("u.code", "flag", query.flags)
    return has_row("claim_flag", test, values)


def fit_languages(query: Query, database: Database) -> Condition | None:
    """Stands in a document in one of the languages."""
    return is_one_of("c.language", "language", [language.casefold() for language in query.languages])


def fit_outlets(query: Query, database: Database) -> Condition | None:
    """Stands in a document of one of the outlets, whatever the case, accents and apostrophes of the name."""
    if not query.outlets:
        return None
    return is_one_of("c.outlet", "outlet", find_outlets(query.outlets, database)) or Condition(
        test=NOTHING, numbers=none_of_them()
    )


REVIEW_TESTS = {
    ReviewState.ACCEPTED: "c.verdict = 'accepted'",
    ReviewState.REJECTED: "c.verdict = 'rejected'",
    ReviewState.CORRECTED: "c.corrected = 1",
    ReviewState.OPEN: "c.verdict IS NULL",
}


def fit_reviews(query: Query, database: Database) -> Condition | None:
    """Is what people made of it. Where nothing is asked nothing is left out: a rejected claim shows its verdict."""
    if not query.reviews:
        return None
    tests = [REVIEW_TESTS[state] for state in dict.fromkeys(query.reviews)]
    numbers = " UNION ALL ".join(f"SELECT c.number AS claim FROM claim c WHERE {test}" for test in tests)
    return Condition(test=f"({' OR '.join(tests)})", numbers=None if ReviewState.OPEN in query.reviews else numbers)


LACK_TESTS = {
    Lack.PLACE: (
        "(SELECT u.claim FROM claim_place u JOIN place p ON p.number = u.place WHERE u.claim = c.number"
        f" AND {HAPPENS_THERE} AND p.lat IS NOT NULL LIMIT 1) IS NULL"
    ),
    Lack.DAY: "c.earliest IS NULL",
}


def fit_lacks(query: Query, database: Database) -> Condition | None:
    """Is said to have happened nowhere on the map, or on no days. So many are that no index is worth its while."""
    if not query.lacks:
        return None
    return Condition(test=" AND ".join(LACK_TESTS[lack] for lack in dict.fromkeys(query.lacks)))


FILTERS: Sequence[Filter] = (
    fit_text, fit_ids, fit_documents, fit_places, fit_circle, fit_box, fit_happened, fit_published, fit_sources,
    fit_sides, fit_source_types, fit_kinds, fit_certainties, fit_polarities, fit_tenses, fit_flags, fit_languages,
    fit_outlets, fit_reviews, fit_lacks,
)  # fmt: skip


def list_conditions(query: Query, database: Database) -> list[Condition]:
    """A condition for each question that is asked."""
    return [condition for each in FILTERS if (condition := each(query, database)) is not None]
