"""Claims as schema.org `Claim`, for a fact-checking desk. There is no rating: that is a person's to give."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model.held import HeldClaim
from reportedly.model.source import Identity, Source, SourceType
from reportedly.present.annotations import address_of
from reportedly.present.lines import write_object
from reportedly.present.permalink import permalink
from reportedly.present.words import say_sentence

PEOPLE = frozenset({SourceType.MILITARY, SourceType.EXPERT, SourceType.CIVILIAN, SourceType.OFFICIAL})


def write_schema_org(claims: Iterable[HeldClaim], base: str | None = None) -> Iterator[str]:
    """One JSON-LD graph with a `Claim` for each claim.

    Args:
        base: address of a workbench for the permalinks.
    """
    return write_graph(make_claim(held, base) for held in claims)


def write_graph(things: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One JSON-LD graph of these things."""
    between = "\n"
    yield '{"@context":"https://schema.org","@graph":['
    for thing in things:
        yield between + write_object(thing)
        between = ",\n"
    yield "\n]}\n"


def make_claim(held: HeldClaim, base: str | None) -> dict[str, Any]:
    """The claim, whose it is as reported, and where it appeared. In its own voice it is the publisher's."""
    origins = {chain[-1].source: held.sources[chain[-1].source] for chain in held.claim.chains}
    authors = [make_author(source, base, held) for source in origins.values()]
    made = {
        "@type": "Claim",
        "@id": permalink(held.claim.id, base),
        "text": held.claim.span.text,
        "description": say_sentence(held.claim, held.sources, held.document.outlet),
        "author": authors or make_publisher(held),
        "appearance": make_work(held, base),
    }
    return drop_unknown(made)


def make_work(held: HeldClaim, base: str | None) -> dict[str, Any]:
    """The document in which the claim stands."""
    document = held.document
    return drop_unknown(
        {
            "@type": "CreativeWork",
            "@id": permalink(held.document_id, base, route="d"),
            "url": address_of(document),
            "headline": document.title,
            "datePublished": document.published and document.published.isoformat(),
            "inLanguage": document.language,
            "archivedAt": document.archive_url,
            "publisher": make_publisher(held),
        }
    )


def make_publisher(held: HeldClaim) -> dict[str, Any] | None:
    """Who published the document, if that is known."""
    return {"@type": "Organization", "name": held.document.outlet} if held.document.outlet else None


def make_author(source: Source, base: str | None, held: HeldClaim) -> dict[str, Any]:
    """The source to whom the claim goes back: a person only where one particular person is meant."""
    is_person = source.type in PEOPLE and source.identity in (Identity.NAMED, Identity.PSEUDONYM, Identity.UNNAMED)
    kind = "Person" if is_person else "Organization" if source.identity is Identity.NAMED else "Thing"
    return {"@type": kind, "@id": permalink(held.source_ids[source.id], base, route="s"), "name": source.name}


def drop_unknown(about: dict[str, Any]) -> dict[str, Any]:
    """What is known."""
    return {name: value for name, value in about.items() if value is not None}
