"""What a document claims, and on whose word."""

from collections.abc import Container
from dataclasses import dataclass, replace

from reportedly.errors import ReadingError
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """The versions of everything that had a hand in a reading."""

    reportedly: str
    model: str | None
    """What finds who says what: `attribution-en-1`, `rules-ru-1`; None where English is read by rules alone."""
    gazetteer: str
    profile: str | None
    """The conflict profile in force; None if none fitted the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document, its sources, its claims and what is worth a second look.

    Raises:
        ReadingError: if a link names a source, or a flag a claim, that is not here.
    """

    document: Document
    made_by: MadeBy
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    flags: tuple[Flag, ...] = ()

    def __post_init__(self) -> None:
        sources = {source.id for source in self.sources}
        for claim in self.claims:
            for link in (link for chain in claim.chains for link in chain):
                if link.source not in sources:
                    raise ReadingError(f"claim {claim.id}", link.source)
        claims = {claim.id for claim in self.claims}
        for flag in self.flags:
            for missing in {*flag.claims, *flag.because} - claims:
                raise ReadingError(f"flag {flag.code}", missing)


def cut_down(reading: Reading, ids: Container[str]) -> Reading:
    """The reading with the claims of these ids alone, the sources that they name and the flags about them.

    A flag names, of the claims that it is about and that it rests on, those that are left.
    """
    claims = tuple(claim for claim in reading.claims if claim.id in ids)
    left = {claim.id for claim in claims}
    named = {link.source for claim in claims for chain in claim.chains for link in chain}
    flags = (
        replace(
            flag,
            claims=tuple(id_ for id_ in flag.claims if id_ in left),
            because=tuple(id_ for id_ in flag.because if id_ in left),
        )
        for flag in reading.flags
    )
    return replace(
        reading,
        claims=claims,
        sources=tuple(source for source in reading.sources if source.id in named),
        flags=tuple(flag for flag in flags if flag.claims),
    )
