"""Inputs to documents: open, tell the kind, take out the texts, put what the user says in its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.ingest.decoding import normalize
from reportedly.ingest.formats import choose_format
from reportedly.ingest.language import tell_language
from reportedly.ingest.opening import Input, open_input
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says about documents. It stands above what they say of themselves."""

    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    """ISO 639-1, lower case."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Which column or field of a table holds what."""


def load_source(source: str, *, kind: str | None = None, given: Given | None = None) -> Iterator[Document | Trouble]:
    """Every document in the file `source`, or in standard input if it is `-`; at least one outcome.

    Args:
        kind: name of a row of `FORMATS`; by default the file's name or beginning tells.
    """
    taken = open_input(source)
    if isinstance(taken, Trouble):
        yield taken
    else:
        yield from load_input(taken, kind=kind, given=given)


def load_input(taken: Input, *, kind: str | None = None, given: Given | None = None) -> Iterator[Document | Trouble]:
    """Every document in what came in; the arguments are those of `load_source`."""
    given = given or Given()
    for outcome in choose_format(taken, kind).read(taken, given.columns):
        yield outcome if isinstance(outcome, Trouble) else settle(outcome, given)


def load_text(text: str, *, source: str = "the text", given: Given | None = None) -> Document | Trouble:
    """Take `text` as a document of plain text."""
    if not text.strip():
        return Trouble(source=source, message="is empty; nothing to read")
    return settle(Document(text=normalize(text)), given or Given())


def settle(document: Document, given: Given) -> Document:
    """Put what was given in its place, and tell the language."""
    return replace(
        document,
        language=given.language or tell_language(document.text) or document.language or "en",
        outlet=given.outlet or document.outlet,
        published=given.published or document.published,
    )


def demand_one(outcomes: Iterable[Document | Trouble], source: str) -> Document | Trouble:
    """The only document among `outcomes`; trouble if there are more."""
    first, *more = [outcome for outcome, _ in zip(outcomes, range(2), strict=False)]
    return Trouble(source=source, message="holds several documents; read them one after the other") if more else first
