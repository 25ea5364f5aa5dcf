"""A reading's claims as a ledger would hold them that nobody has judged yet."""

from reportedly.ledger.projecting import flags_about, give_lasting_ids, source_id
from reportedly.ledger.rows import StoredReading, read, restore_reading
from reportedly.model.document import Document
from reportedly.model.held import HeldClaim
from reportedly.model.ids import make_id
from reportedly.model.reading import Reading

NO_LEDGER = ""
"""The id of a reading that is in no ledger."""


def hold_claims(reading: Reading) -> list[HeldClaim]:
    """Each claim under its lasting id, in the order of the reading."""
    lasting, document = give_lasting_ids(reading), reading.document
    sources = {source.id: source for source in lasting.sources}
    source_ids = {source.id: source_id(source, document) for source in lasting.sources}
    return [
        HeldClaim(
            claim=claim,
            document=document,
            document_id=make_id("document", document.id),
            sources=sources,
            source_ids=source_ids,
            flags=tuple(flags_about(claim.id, lasting.flags)),
            made_by=lasting.made_by,
            reading_id=NO_LEDGER,
            seq=0,
        )
        for claim in lasting.claims
    ]


def restore(stored: str, document: Document) -> Reading:
    """The reading of a document from the JSON that is kept of it."""
    return restore_reading(read(stored.encode("utf-8"), StoredReading), document)
