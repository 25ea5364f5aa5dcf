"""Inputs to documents: open, tell the kind, take out the texts, put what the user says in its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo

from reportedly.ingest.decoding import normalize
from reportedly.ingest.formats import FORMATS, Format, choose_format, claims_packed
from reportedly.ingest.instants import choose_day
from reportedly.ingest.language import tell_language
from reportedly.ingest.opening import Input, open_input
from reportedly.ingest.packing import BROKEN, is_packed, unpack
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

MAX_CHARACTERS = 2_000_000
"""The longest text that is read as one document: a thick book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says about documents. It stands above what they say of themselves, unless it only fills gaps."""

    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    """ISO 639-1, lower case."""
    fills_gaps: bool = False
    """Take the outlet and the day only where a document does not say them itself."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Which column or field of a table holds what, by the names of `COLUMNS`; empty for what is to be left out."""
    channel: str | None = None
    """The public name of the Telegram channel whose export this is, without an @."""
    timezone: tzinfo | None = None
    """Where the calendar day of an instant is counted; by default the language tells."""


def load_source(
    source: str, *, kind: str | None = None, given: Given | None = None, formats: Sequence[Format] = FORMATS
) -> Iterator[Document | Trouble]:
    """Every document in the file `source`, or in standard input if it is `-`, in order and the same each time.

    Args:
        kind: name of one of `formats`; by default the file's name or beginning tells.
        formats: what can be read; of those that fit a file the first is taken.
    """
    taken = open_input(source)
    if isinstance(taken, Trouble):
        yield taken
    else:
        yield from load_input(taken, kind=kind, given=given, formats=formats)


def load_input(
    taken: Input, *, kind: str | None = None, given: Given | None = None, formats: Sequence[Format] = FORMATS
) -> Iterator[Document | Trouble]:
    """Every document in what came in, or one trouble if there is none; the arguments are those of `load_source`."""
    given = given or Given()
    if is_packed(taken) and not claims_packed(taken, formats):
        unpacked = unpack(taken)
        if isinstance(unpacked, Trouble):
            yield unpacked
            return
        taken = unpacked
    empty = True
    for outcome in read_on(choose_format(taken, kind, formats), taken, given):
        empty = False
        yield outcome if isinstance(outcome, Trouble) else settle(outcome, given, source=taken.source)
    if empty:
        yield Trouble(source=taken.source, message="holds no text that could be read; if that is wrong, name its kind")


def read_on(form: Format, taken: Input, given: Given) -> Iterator[Document | Trouble]:
    """What a format finds in an input, up to where the input cannot be read any further."""
    named = {**given.columns, "channel": given.channel} if given.channel else given.columns
    try:
        yield from form.read(taken, named)
    except BROKEN as error:
        yield Trouble(
            source=taken.source,
            message=f"cannot be read to its end ({error}); what stands before was read, now get it anew",
        )


def load_text(text: str, *, source: str = "the text", given: Given | None = None) -> Document | Trouble:
    """Take `text` as a document of plain text."""
    if not text.strip():
        return Trouble(source=source, message="is empty; nothing to read")
    return settle(Document(text=normalize(text)), given or Given(), source=source)


def settle(document: Document, given: Given, *, source: str) -> Document | Trouble:
    """Put what was given in its place, and tell the language and the day; a text that is too long is refused."""
    if len(document.text) > MAX_CHARACTERS:
        which = f"{document.locator}: " if document.locator else ""
        most = f"at most {MAX_CHARACTERS // 1_000_000} million are read"
        return Trouble(
            source=source, message=f"{which}has {len(document.text):,} characters, and {most}; cut it into documents"
        )
    if given.fills_gaps:
        is_dated = document.published or document.published_at
        given = replace(given, outlet=document.outlet or given.outlet, published=None if is_dated else given.published)
    language = given.language or tell_language(document.text) or document.language or "en"
    return replace(
        document,
        language=language,
        outlet=given.outlet or document.outlet,
        published=settle_day(document, given, language),
    )


def settle_day(document: Document, given: Given, language: str) -> date | None:
    """The calendar day of publication where the source is at home."""
    if given.published or not document.published_at or (document.published and not given.timezone):
        return given.published or document.published
    return choose_day(document.published_at, given.timezone, language)


def demand_one(outcomes: Iterable[Document | Trouble], source: str) -> Document | Trouble:
    """The only document among `outcomes`; trouble if there are more."""
    first, *more = [outcome for outcome, _ in zip(outcomes, range(2), strict=False)]
    return Trouble(source=source, message="holds several documents; read them with read_paths") if more else first
