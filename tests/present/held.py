"""Claims of a ledger made by hand, so that what is written is tested apart from what is stored."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from reportedly.model.document import Document
from reportedly.model.held import HeldClaim, HeldDocument, HeldPlace, HeldSource, Verdict
from reportedly.model.place import Place, PlaceRole
from reportedly.model.reading import Reading
from tests.present.conftest import MADE_BY, cut, dispatch

LASTING = ("rp-0000000001", "rp-0000000002", "rp-0000000003")
CAPTURED_AT = datetime(2025, 12, 3, 9, 30, tzinfo=UTC)


def hold(reading: Reading | None = None, **about: Any) -> list[HeldClaim]:
    """The claims of the dispatch, or of `reading`, under lasting ids, as a ledger gives them out."""
    read = reading or dispatch()
    ids = dict(zip((claim.id for claim in read.claims), LASTING, strict=False))
    flags = [
        replace(flag, claims=tuple(ids[id_] for id_ in flag.claims), because=tuple(ids[id_] for id_ in flag.because))
        for flag in read.flags
    ]
    return [
        HeldClaim(
            claim=replace(claim, id=ids[claim.id]),
            document=read.document,
            document_id="rp-000000000D",
            sources={source.id: source for source in read.sources},
            source_ids={source.id: f"rp-S00000000{number}" for number, source in enumerate(read.sources, 1)},
            flags=tuple(flag for flag in flags if ids[claim.id] in flag.claims),
            made_by=read.made_by,
            reading_id="rp-000000000R",
            seq=2,
            **about,
        )
        for claim in read.claims
    ]


def told(**about: Any) -> HeldClaim:
    """One claim of a document of which `about` is known."""
    return hold(replace(dispatch(), document=replace(dispatch().document, **about)))[1]


def placed(*places: Place) -> HeldClaim:
    """One claim with these places."""
    held = hold()[1]
    return replace(held, claim=replace(held.claim, places=places))


def spot(lat: float | None, lon: float | None, radius_km: float | None = 3.0, **about: Any) -> Place:
    """A settlement called Stepove."""
    known: dict[str, Any] = {"role": PlaceRole.AT, "name": "Stepove", "gazetteer_id": "geonames:1"}
    return Place(span=cut("Stepove"), lat=lat, lon=lon, radius_km=radius_km, **(known | about))


def judged() -> HeldClaim:
    """A claim that a person accepted, corrected and remarked on."""
    return replace(
        hold()[0], verdict=Verdict.ACCEPTED, corrected=("kind",), notes=("Checked by phone.",), together=(LASTING[1],)
    )


def inventory() -> Sequence[HeldSource | HeldDocument | HeldPlace]:
    """A source, a document and a place."""
    first, last = date(2025, 12, 1), date(2025, 12, 3)
    source = HeldSource(
        id="rp-S000000001", name="=Front Diary", types={"channel": 3, "outlet": 1}, identities={"named": 4},
        sides={"russia": 4}, claims=4, origin_of=1, documents=2, first=first, last=last,
    )  # fmt: skip
    document = HeldDocument(
        id="rp-000000000D", seq=1, added_at=CAPTURED_AT, claims=3, made_by=MADE_BY, replaces="rp-000000000C",
        document=Document(text="The army \x1b[2J said so.", outlet="Example Herald", url="https://a.example/1", published=last),
        replaced_by=None, capture=None,
    )  # fmt: skip
    place = HeldPlace(
        id="rp-P000000001", name="Stepove", gazetteer_id=None, lat=47.671234, lon=36.261234, country="UA", claims=1,
        documents=1, first=last, last=last,
    )  # fmt: skip
    return source, document, place
