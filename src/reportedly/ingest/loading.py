"""One input to one document: open, decode, take out the text, see whether its language is read."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from reportedly.ingest.decoding import decode, normalize
from reportedly.ingest.formats import choose_format
from reportedly.ingest.language import refuse, tell_language
from reportedly.ingest.opening import open_bytes
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says about a document. It stands above what the document says of itself."""

    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    """ISO 639-1, lower case."""


def load_path(source: str, *, kind: str | None = None, given: Given | None = None) -> Document | Trouble:
    """Load the file `source`, or standard input if it is `-`.

    Args:
        kind: name of a row of `FORMATS`; by default the file's name or beginning tells.
    """
    data = open_bytes(source)
    if isinstance(data, Trouble):
        return data
    text = decode(data, source)
    if isinstance(text, Trouble):
        return text
    document = choose_format(source, text, kind).reader(text, source)
    if isinstance(document, Trouble):
        return document
    return settle(replace(document, raw_sha256=hashlib.sha256(data).hexdigest()), source, given or Given())


def load_text(text: str, *, source: str = "the text", given: Given | None = None) -> Document | Trouble:
    """Take `text` as a document of plain text."""
    if not text.strip():
        return Trouble(source=source, message="is empty; nothing to read")
    return settle(Document(text=normalize(text)), source, given or Given())


def settle(document: Document, source: str, given: Given) -> Document | Trouble:
    """Put what was given in its place; refuse a language that is not read."""
    language = given.language or tell_language(document.text) or document.language or "en"
    if refusal := refuse(language):
        return Trouble(source=source, message=refusal)
    return replace(
        document,
        language=language,
        outlet=given.outlet or document.outlet,
        published=given.published or document.published,
    )
