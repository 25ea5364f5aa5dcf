"""What of a claim counts when it is asked whether another speaks of the same happening."""

from dataclasses import dataclass
from datetime import date

from reportedly.model.claim import Certainty, Kind, Polarity, Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place without the words that named it."""

    name: str
    gazetteer_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    is_sure: bool = True
    """Is it likely enough that this place of the name is meant, and no namesake?"""
    is_region: bool = False
    """Said to contain where it happened; the point is then that of the whole region."""
    is_carried: bool = False
    """Taken from a sentence before; this claim names no place itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """A claim as it is compared. Made of a reading by `compare/traits.py`, kept by a ledger beside the claim."""

    claim: str
    """The claim's lasting id."""
    document: str
    """`Document.id`."""
    rank: str
    """Sorts all claims of all ledgers in one order: by publication, then document, then place in the text."""
    kind: Kind
    deed: str | None
    """What happens, more closely than `kind` says it: a name of the table `DEEDS`; None if no word tells."""
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    language: str | None
    published: date | None
    earliest: date | None = None
    """First day on which it is said to have happened; None if the claim is not dated."""
    latest: date | None = None
    spots: tuple[Spot, ...] = ()
    """Where, the closest first. Empty: neither the claim nor what stands before it names a place."""
    agent: str | None = None
    """The side that is said to do it."""
    patient: str | None = None
    """The side that is said to suffer it."""
    gains: str | None = None
    """The side that holds the ground afterwards, for claims about ground."""
    is_partial: bool = False
    """Said of a part only: "90 percent of the town", "the outskirts"."""
    is_again: bool = False
    """Said to have happened before, and now once more: "again", "another strike"."""
    objects: tuple[str, ...] = ()
    """What it is done to or with, by names that do not hang on the language: `market`, `bridge`, `missile`."""
    numbers: tuple[tuple[float | None, float | None, str | None], ...] = ()
    """Least, most and unit of each quantity."""
    words: tuple[str, ...] = ()
    """Stems of the words that carry its meaning, in order."""
    names: tuple[str, ...] = ()
    """What the names in its own words keep in every script, those of its places included."""
    beside: tuple[str, ...] = ()
    """The same of the whole sentence."""
    refers_to: str | None = None
    """The claim of the same document that this one only speaks of: "Kyiv denied this"."""
    together: tuple[str, ...] = ()
    """Claims of which a person said that they speak of the same happening."""
    apart: tuple[str, ...] = ()
    """Claims of which a person said that they do not."""
