"""The way of a document on one page: load it, annotate it, assemble its reading."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, tzinfo
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.stages import STAGES, annotate
from reportedly.claims.assemble import read
from reportedly.claims.language import Language
from reportedly.errors import UnreadableError
from reportedly.ingest.folders import list_inputs
from reportedly.ingest.language import refuse
from reportedly.ingest.loading import Given, demand_one, load_source, load_text
from reportedly.model.annotation import Layer
from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.model.trouble import Trouble
from reportedly.reference.gazetteer import Gazetteer

NAME_ANOTHER = "if that is wrong, say which with --language, for example: --language en"
MAX_UNBROKEN = 5_000
"""The parser's time grows with the square of what it must cut up at once: so many take seconds."""
UNBROKEN = re.compile(rf"\S{{{MAX_UNBROKEN + 1}}}")

Progress = Callable[[str], object]
"""Told the name of each input before it is read."""


def read_paths(
    paths: Iterable[str | PathLike[str]],
    *,
    kind: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
    language: str | None = None,
    columns: Mapping[str, str] | None = None,
    channel: str | None = None,
    timezone: tzinfo | None = None,
    profile: str | None = None,
    gazetteer: str | PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Iterator[Reading | Trouble]:
    """Read every document in each of `paths`, in order: files, folders with all that lies in them, `-` for standard input.

    Args:
        kind: name of a row of `FORMATS`, such as `telegram`; by default the name or the beginning of each file tells.
        outlet: who published them; stands above what the files say, like `published` and `language`.
        published: the calendar day from which "yesterday" is counted.
        language: ISO 639-1; by default the text tells.
        columns: which column or field of a table holds what, by the names of `COLUMNS`: `{"text": "body"}`.
        channel: the public name of the Telegram channel whose export is read, for the addresses of its posts.
        timezone: where the calendar day of an instant is counted; by default the language tells.
        profile: name or path of a conflict profile; by default the document's places and actors choose.
        gazetteer: an import made with `reportedly gazetteer import --to`, or a folder of imports, to be used beside the
            packed gazetteer instead of the user's own.
        progress: told the name of each input before it is read.
    """
    given = Given(
        outlet=outlet,
        published=published,
        language=language,
        columns=columns or {},
        channel=channel,
        timezone=timezone,
    )
    for source in (source for path in paths for source in list_inputs(fspath(path))):
        if progress:
            progress(source)
        for document in load_source(source, kind=kind, given=given):
            outcome = reject_unread(document, source)
            yield (
                outcome
                if isinstance(outcome, Trouble)
                else read_document(outcome, profile=profile, gazetteer=gazetteer)
            )


def read_path(
    path: str | PathLike[str],
    *,
    kind: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
    language: str | None = None,
    profile: str | None = None,
    gazetteer: str | PathLike[str] | None = None,
) -> Reading:
    """Read a file that holds one document; the arguments are those of `read_paths`.

    Raises:
        UnreadableError: if the file cannot be read, or holds several documents.
    """
    given = Given(outlet=outlet, published=published, language=language)
    source = fspath(path)
    document = reject_unread(demand_one(load_source(source, kind=kind, given=given), source), source)
    return read_document(demand(document), profile=profile, gazetteer=gazetteer)


def read_text(
    text: str,
    *,
    outlet: str | None = None,
    published: date | None = None,
    language: str | None = None,
    profile: str | None = None,
    gazetteer: str | PathLike[str] | None = None,
) -> Reading:
    """Read a text; the arguments are those of `read_paths`.

    Raises:
        UnreadableError: if the text is empty or in a language that is not read.
    """
    given = Given(outlet=outlet, published=published, language=language)
    document = reject_unread(load_text(text, given=given), "the text")
    return read_document(demand(document), profile=profile, gazetteer=gazetteer)


def read_document(
    document: Document, *, profile: str | None = None, gazetteer: str | PathLike[str] | None = None
) -> Reading:
    """Read a document that is already at hand; the arguments are those of `read_paths`.

    Raises:
        GazetteerError: if a file of places is missing or damaged.
    """
    places = Gazetteer.open(None if gazetteer is None else Path(gazetteer))
    (found,) = annotate([document], [PlaceNames(places) if each.makes is Layer.PLACE_NAME else each for each in STAGES])
    return read(document, found, profile=profile, gazetteer=places, language=language_of(document))


def language_of(document: Document) -> Language[Any] | None:
    """How the document's language answers what differs from language to language; None for English."""
    if document.language not in ("ru", "uk"):
        return None
    from reportedly.slavic.language import SLAVIC  # whoever reads English alone need not load it

    return SLAVIC


def reject_unread(document: Document | Trouble, source: str) -> Document | Trouble:
    """The document, or why it is not read."""
    if isinstance(document, Trouble) or not (refusal := why_unread(document)):
        return document
    which = f"{document.locator}: " if document.locator else ""
    return Trouble(source=source, message=which + refusal)


def why_unread(document: Document, way_out: str = NAME_ANOTHER) -> str | None:
    """Why a document is not read, in words; None if it is.

    Args:
        way_out: what to do if its language is another than was thought.
    """
    if document.language and (refusal := refuse(document.language)):
        return f"{refusal}; {way_out}"
    if UNBROKEN.search(document.text):
        return f"holds over {MAX_UNBROKEN:,} characters without a space, which is code or data; take them out"
    return None


def demand(document: Document | Trouble) -> Document:
    """The document, or the trouble with it raised."""
    if isinstance(document, Trouble):
        raise UnreadableError(document.source, document.message)
    return document
