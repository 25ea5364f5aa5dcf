"""Our SQL as PostgreSQL's driver takes it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from reportedly.ledger.query import RIM_KM, Circle
from reportedly.ledger.words import Term
from reportedly.reference.outlines import EARTH_RADIUS_KM

SPECIAL = re.compile(
    r"""(?P<kept>'(?:[^']|'')*'|"(?:[^"]|"")*"|::)   # texts, names and casts may hold colons
    |:(?P<name>[A-Za-z_]\w*)
    |(?P<percent>%)""",
    re.VERBOSE,
)
NUL = "\x00"
INSTEAD_OF_NUL = "\ufffd"
"""PostgreSQL's texts hold no NUL. In the record, which is bytes, it stays."""
MAX_POSITION = 16_383
MAX_POSITIONS_OF_A_WORD = 255
MAX_VECTOR_BYTES = 900_000
"""PostgreSQL takes a little more than a million; no text that people wrote has so many different words."""

# As `reference.outlines.distance_km` has it, so that both databases draw the same circle.
DISTANCE_KM = (
    f"2 * {EARTH_RADIUS_KM} * asin(least(1.0, sqrt(sin(radians(:centre_lat - p.lat) / 2) ^ 2"
    " + cos(radians(p.lat)) * cos(radians(:centre_lat)) * sin(radians(:centre_lon - p.lon) / 2) ^ 2)))"
)


@lru_cache(maxsize=1024)
def name_values(sql: str) -> str:
    """`sql` with `%(name)s` for `:name`."""

    def translate(found: re.Match[str]) -> str:
        if found["name"]:
            return f"%({found['name']})s"
        return found[0].replace("%", "%%")

    return SPECIAL.sub(translate, sql)


def storable(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values with nothing in their texts that PostgreSQL does not take."""
    if not any(isinstance(value, str) and NUL in value for value in values.values()):
        return values
    return {
        name: value.replace(NUL, INSTEAD_OF_NUL) if isinstance(value, str) else value for name, value in values.items()
    }


def storable_row(values: Iterable[Any]) -> list[Any]:
    """The same of a row of values."""
    return [value.replace(NUL, INSTEAD_OF_NUL) if type(value) is str and NUL in value else value for value in values]


def write_array(pieces: Iterable[str]) -> str:
    """Pieces of words as PostgreSQL writes an array; the driver takes ten times as long."""
    return "{" + ",".join(f'"{piece}"' for piece in pieces) + "}"


def vectorise(words: str) -> str:
    """Folded words as PostgreSQL writes a `tsvector`, without its parser, which knows letters by the server's language.

    Beyond `MAX_POSITION` words are found singly, and not in phrases.
    """
    positions: dict[str, list[int]] = {}
    left = MAX_VECTOR_BYTES
    for position, word in enumerate(words.split(), 1):
        if word not in positions:
            left -= len(word.encode("utf-8")) + 4
            if left < 0:
                break
            positions[word] = []
        if position <= MAX_POSITION and len(positions[word]) < MAX_POSITIONS_OF_A_WORD:
            positions[word].append(position)
            left -= 2
    return " ".join(f"'{word}'" + (":" if at else "") + ",".join(map(str, at)) for word, at in positions.items())


def quote_term(term: Term) -> str:
    """A term as a `tsquery` has it."""
    *first, last = (f"'{word}'" for word in term.words)
    return " <-> ".join((*first, f"{last}:*" if term.is_beginning else last))


def write_circle(circle: Circle) -> tuple[str, Mapping[str, Any]]:
    """SQL that selects the `number`s of the places in a circle, its rim included, and its values."""
    # PostGIS takes the Earth for a little smaller than we do.
    sql = (
        "SELECT p.number FROM place_point g JOIN place p ON p.number = g.number WHERE ST_DWithin(g.point,"
        " CAST(ST_SetSRID(ST_MakePoint(:centre_lon, :centre_lat), 4326) AS geography), :reach_m, false)"
        f" AND {DISTANCE_KM} <= :rim_km"
    )
    return sql, {
        "centre_lat": circle.lat,
        "centre_lon": circle.lon,
        "rim_km": circle.radius_km + RIM_KM,
        "reach_m": (circle.radius_km + 1) * 1000,
    }
