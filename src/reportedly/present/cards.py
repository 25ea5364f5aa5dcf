"""A claim of a ledger as a card: the sentence that a screen shows, with its evidence."""

from collections.abc import Mapping, Sequence

from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.flag import Flag
from reportedly.model.held import HeldClaim
from reportedly.model.place import Place
from reportedly.model.reading import MadeBy
from reportedly.present.annotations import address_of
from reportedly.present.contract import copy, flatten, shape_claim, shape_span, shape_spans
from reportedly.present.event_words import call
from reportedly.present.meanings import is_right_to_left
from reportedly.present.precision import judge_precision, round_claim, round_place
from reportedly.present.screen_shapes import (
    CardShape,
    DocumentHeadShape,
    FlagCardShape,
    PieceShape,
    PlaceCardShape,
)
from reportedly.present.words import (
    Piece,
    name_document,
    say_chains,
    say_details,
    say_gist,
    say_reason,
    say_sentence,
    say_when,
)


def make_card(held: HeldClaim) -> CardShape:
    """Everything that a card says about one claim; points are as coarse as their places."""
    claim, document = held.claim, held.document
    return copy(
        CardShape,
        shape_claim(round_claim(claim)),
        id=claim.id,
        document=head_document(document, held.document_id),
        voices=[shape_piece(piece, held.source_ids) for piece in say_chains(claim, held.sources, document.outlet)],
        gist=say_gist(claim),
        sentence=say_sentence(claim, held.sources, document.outlet),
        details=say_details(claim),
        depth=max(map(len, claim.chains), default=0),
        origins=name_origins(held),
        sides=list_sides(held),
        places=[shape_place(place) for place in claim.places],
        when=say_when(claim.time) if claim.time else None,
        flags=[shape_flag(flag, claim) for flag in held.flags],
        verdict=held.verdict,
        corrected=list(held.corrected),
        notes=list(held.notes),
        together=list(held.together),
        apart=list(held.apart),
        is_graphic=held.is_graphic,
        seq=held.seq,
        made_by=say_versions(held.made_by),
    )


def head_document(document: Document, id_: str) -> DocumentHeadShape:
    """A document without its text.

    Args:
        id_: the ledger's short id.
    """
    return copy(
        DocumentHeadShape,
        document,
        id=id_,
        sha256=document.id,
        name=call(name_document(document)),
        url=address_of(document),
        is_right_to_left=is_right_to_left(document.language),
    )


def shape_piece(piece: Piece, source_ids: Mapping[str, str]) -> PieceShape:
    """The words with their evidence, and the source by its lasting id."""
    return copy(
        PieceShape,
        piece,
        span=piece.span and shape_span(piece.span),
        source=source_ids.get(piece.source) if piece.source else None,
    )


def shape_place(place: Place) -> PlaceCardShape:
    """The place, rounded, with what the gazetteer made of it and why."""
    return flatten(
        PlaceCardShape,
        round_place(place),
        place.span,
        words=say_reason(place),
        precision=judge_precision(place),
    )


def shape_flag(flag: Flag, claim: Claim) -> FlagCardShape:
    """The flag with the words that it rests on, but for those of the claim itself."""
    own = (claim.span.start, claim.span.end)
    words = tuple(span for span in flag.words if (span.start, span.end) != own)
    return copy(FlagCardShape, flag, because=list(flag.because), words=shape_spans(words))


def name_origins(held: HeldClaim) -> list[str]:
    """Those who are said to know, each once."""
    return list(dict.fromkeys(call(held.sources[chain[-1].source].name) for chain in held.claim.chains))


def list_sides(held: HeldClaim) -> list[str]:
    """The sides of the sources, each once, the nearest to the reader first."""
    links = (link for chain in held.claim.chains for link in chain)
    sides: Sequence[str | None] = [held.sources[link.source].side for link in links]
    return [side for side in dict.fromkeys(sides) if side]


def say_versions(made: MadeBy) -> str:
    """The versions of everything that had a hand in a reading."""
    parts = (f"reportedly {made.reportedly}", made.model, made.gazetteer, made.profile)
    return " · ".join(part for part in parts if part)
