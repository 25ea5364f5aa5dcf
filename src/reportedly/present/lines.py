"""Claims as JSON Lines: one flat object a claim, with all that one needs to read it alone."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model.held import HeldClaim
from reportedly.present.contract import copy, make_plain, shape_claim, shape_document, shape_flag, shape_source
from reportedly.present.permalink import permalink
from reportedly.present.precision import round_claim
from reportedly.present.shapes import MadeByShape
from reportedly.present.words import say_sentence

LEFT_OUT = frozenset({"id", "text", "captions"})
"""Of a document: its id goes by another name, and its words are in `reportedly show` and `--format json`."""


def write_jsonl(claims: Iterable[HeldClaim], base: str | None = None) -> Iterator[str]:
    """A line for each claim.

    Args:
        base: address of a workbench for the permalinks.
    """
    for held in claims:
        yield write_object(make_line(held, base)) + "\n"


def make_line(held: HeldClaim, base: str | None) -> dict[str, Any]:
    """The claim in the contract's form, with its sources, its flags, and what is known of its document."""
    claim = held.claim
    used = dict.fromkeys(link.source for chain in claim.chains for link in chain)
    document = make_plain(shape_document(held.document))
    return {
        "claim_id": claim.id,
        "permalink": permalink(claim.id, base),
        "on_whose_word": say_sentence(claim, held.sources, held.document.outlet),
        **make_plain(shape_claim(round_claim(claim))),
        "sources": [make_plain(shape_source(held.sources[id_])) for id_ in used],
        "flags": [make_plain(shape_flag(flag)) for flag in held.flags],
        "verdict": held.verdict,
        "corrected": list(held.corrected),
        "notes": list(held.notes),
        "together": list(held.together),
        "apart": list(held.apart),
        "document_id": held.document_id,
        "document_sha256": document["id"],
        **{name: value for name, value in document.items() if name not in LEFT_OUT},
        "reading_id": held.reading_id,
        "seq": held.seq,
        "made_by": make_plain(copy(MadeByShape, held.made_by)),
    }


def write_object(thing: object) -> str:
    """JSON on one line, in the letters of its words."""
    return json.dumps(thing, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
