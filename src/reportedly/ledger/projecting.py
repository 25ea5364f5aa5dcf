"""By what a claim is found: the rows that are made of a reading, and can be made of it again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportedly.ledger.judging import Judged
from reportedly.ledger.words import fold_words
from reportedly.model.claim import Claim
from reportedly.model.comparable import Spot
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.ids import claim_id, make_id
from reportedly.model.place import Place
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceUse:
    """A link of a claim."""

    id: str
    name: str
    chain: int
    link: int
    type: str
    identity: str
    side: str | None
    is_origin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceUse:
    """A place of a claim."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """Everything by which one claim is found."""

    judged: Judged
    sources: tuple[SourceUse, ...]
    places: tuple[PlaceUse, ...]
    flags: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A claim as it is found from one entry of the record until another."""

    findable: Findable
    reading: int
    """The entry of the reading that holds it."""
    place: int
    """Its place there, from 0."""
    since: int
    until: int | None = None
    """None while it still stands so."""


def give_lasting_ids(reading: Reading) -> Reading:
    """The reading with its claims under the ids that they keep from reading to reading."""
    lasting = lasting_ids_of(reading.claims, reading.document.id)
    return replace(
        reading,
        claims=tuple(replace(claim, id=lasting[claim.id]) for claim in reading.claims),
        flags=tuple(rename_flag(flag, lasting) for flag in reading.flags),
    )


def lasting_ids_of(claims: Iterable[Claim], document: str) -> dict[str, str]:
    """The ids that claims of one reading keep, by the ids that it gave them.

    Args:
        document: `Document.id`.
    """
    earlier: Counter[tuple[int, int]] = Counter()
    lasting: dict[str, str] = {}
    for claim in claims:
        where = (claim.span.start, claim.span.end)
        lasting[claim.id] = claim_id(document, *where, earlier[where])
        earlier[where] += 1
    return lasting


def rename_flag(flag: Flag, lasting: Mapping[str, str]) -> Flag:
    """The flag with other ids for the claims that `lasting` knows; without those that it does not know."""
    return replace(
        flag,
        claims=tuple(lasting[each] for each in flag.claims if each in lasting),
        because=tuple(lasting[each] for each in flag.because if each in lasting),
    )


def make_findable(reading: Reading, judged: Judged) -> Findable:
    """Everything by which a claim of `reading` is found.

    Args:
        reading: with lasting ids.
    """
    sources = {source.id: source for source in (*reading.sources, *judged.sources)}
    claim = judged.claim
    uses = tuple(use_sources(claim, sources, reading.document))
    places = tuple(PlaceUse(id=place_id(place), place=place) for place in claim.places)
    named = [sources[link.source].name for chain in claim.chains for link in chain]
    words = [
        claim.span.text,
        *dict.fromkeys((*(use.name for use in uses), *named)),
        *(place.name for place in claim.places),
    ]
    return Findable(
        judged=judged,
        sources=uses,
        places=places,
        flags=tuple(dict.fromkeys(flag.code.value for flag in flags_about(claim.id, reading.flags))),
        words=fold_words(" ".join(words)),
    )


def use_sources(claim: Claim, sources: dict[str, Source], document: Document) -> Iterable[SourceUse]:
    """Each link of the claim, in order."""
    for number, chain in enumerate(claim.chains):
        for position, link in enumerate(chain):
            source = sources[link.source]
            yield SourceUse(
                id=source_id(source, document),
                name=called(source),
                chain=number,
                link=position,
                type=source.type.value,
                identity=source.identity.value,
                side=source.side,
                is_origin=position == len(chain) - 1,
            )


def source_id(source: Source, document: Document) -> str:
    """One id for one name in all documents; whoever is not named is somebody else in each."""
    folded = fold_words(called(source))
    if source.identity is Identity.NAMED and folded:
        return make_id("source", folded)
    return make_id("source", folded, document.id, source.id)


def called(source: Source) -> str:
    """What a ledger calls a source, in whichever language a document names it."""
    return source.known_as or source.name


def place_id(place: Place | Spot) -> str:
    """One id for one entry of a gazetteer; for what has none, for its name and where the text puts it."""
    if place.gazetteer_id:
        return make_id("place", place.gazetteer_id)
    return make_id("place", fold_words(place.name), str(place.lat), str(place.lon))


def flags_about(claim: str, flags: Iterable[Flag]) -> Iterable[Flag]:
    """The flags that are about this claim."""
    return (flag for flag in flags if claim in flag.claims)
