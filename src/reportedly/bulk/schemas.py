"""The columns of every Parquet table of an archive: their names are an interface and only ever grow."""

from collections.abc import Mapping

import pyarrow as pa

from reportedly.present import event_table, table

WORDS, LIST = pa.string(), pa.list_(pa.string())
COUNT, POINT, DAY, IS = pa.int32(), pa.float64(), pa.date32(), pa.bool_()

TYPES: Mapping[str, pa.DataType] = {
    **dict.fromkeys(("lat", "lon", "radius_km"), POINT),
    **dict.fromkeys(("happened_from", "happened_to", "published", "published_from", "published_to"), DAY),
    **dict.fromkeys(("depth", "span_start", "span_end", "claims", "documents"), COUNT),
    **dict.fromkeys(("affirms_least", "affirms_most", "affirms_claims"), COUNT),
    **dict.fromkeys(("denies_least", "denies_most", "denies_claims", "qualifies_claims"), COUNT),
    **dict.fromkeys(("origin", "origin_identity", "sides", "places", "quantities", "flags"), LIST),
    **dict.fromkeys(("affirms_bottleneck", "affirms_sides", "denies_bottleneck", "denies_sides"), LIST),
    **dict.fromkeys(("qualifies_sides", "concessions", "changes", "outlets", "claim_ids"), LIST),
    "presupposed": IS,
}
"""Of those columns of CSV that hold no words."""

OF_LEDGERS = frozenset({"permalink", "verdict", "corrected", "notes"})
"""Columns of CSV that say what only a ledger knows."""

CLAIM_COLUMNS = {name: make for name, make in table.COLUMNS.items() if name not in OF_LEDGERS}
EVENT_COLUMNS = {name: make for name, make in event_table.COLUMNS.items() if name not in OF_LEDGERS}


def type_columns(names: Mapping[str, object]) -> list[tuple[str, pa.DataType]]:
    """Each name with its type."""
    return [(name, TYPES.get(name, WORDS)) for name in names]


SCHEMAS: Mapping[str, pa.Schema] = {
    # What came in. `document_id` is the short id, `id` the digest by which documents are told apart; instants are ISO 8601.
    "documents": pa.schema(
        [
            *[(name, WORDS) for name in ("document_id", "id", "text", "url", "outlet", "title", "author")],
            ("published", DAY),
            *[(name, WORDS) for name in ("published_at", "captured_at", "archive_url", "forwarded_from", "locator")],
            ("language", WORDS),
            ("captions", LIST),
            ("raw_sha256", WORDS),
        ]
    ),
    # One row a document. `reading` is the JSON of a ledger's readings; null with the reason in `unread`.
    "readings": pa.schema([("document_id", WORDS), ("claims", COUNT), ("unread", WORDS), ("reading", WORDS)]),
    # One row a claim: the columns of `reportedly claims --format csv`, with types.
    "claims": pa.schema(type_columns(CLAIM_COLUMNS)),
    # One row a claim as it is compared, without formulas.
    "comparables": pa.schema([("document_id", WORDS), ("claim_id", WORDS), ("comparable", WORDS)]),
    # One row a claim and blocking key; sorted by bucket. `claim` is the number that `claim_id` spells.
    "blocks": pa.schema([("bucket", pa.int16()), ("key", pa.int64()), ("claim", pa.int64()), ("comparable", WORDS)]),
    # Claims as they are compared, by the bucket of their component.
    "sorted": pa.schema([("bucket", pa.int16()), ("component", pa.int64()), ("comparable", WORDS)]),
    # Documents with claims that are grouped with others, by the bucket of the group.
    "gathered": pa.schema(
        [
            ("bucket", pa.int16()),
            ("document", WORDS),
            ("reading", WORDS),
            ("groups", pa.list_(pa.int64())),
            ("comparables", LIST),
        ]
    ),
    # One row an event: the columns of `reportedly events --format csv`, with types, and the contract's JSON.
    "events": pa.schema([*type_columns(EVENT_COLUMNS), ("event", WORDS)]),
    # One row a claim of an event. `group_id` is the claim after which claims of one happening are named.
    "members": pa.schema(
        [
            *[(name, WORDS) for name in ("event_id", "claim_id", "document_id", "group_id", "stance", "side")],
            ("concession", IS),
            ("because", WORDS),
        ]
    ),
}
