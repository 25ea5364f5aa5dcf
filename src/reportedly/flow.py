"""The way of a document on one page: load it, annotate it, assemble its reading."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from os import PathLike, fspath
from pathlib import Path

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.stages import STAGES, annotate
from reportedly.claims.assemble import read
from reportedly.errors import UnreadableError
from reportedly.ingest.loading import Given, load_path, load_text
from reportedly.model.annotation import Layer
from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.model.trouble import Trouble
from reportedly.reference.gazetteer import Gazetteer

Progress = Callable[[str], object]
"""Told the name of each input before it is read."""


def read_paths(
    paths: Iterable[str | PathLike[str]],
    *,
    kind: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
    language: str | None = None,
    profile: str | None = None,
    gazetteer: str | PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Iterator[Reading | Trouble]:
    """Read each of `paths` (`-` is standard input), one outcome each, in order.

    Args:
        kind: `text`, `markdown` or `html`; by default the name or the beginning of each file tells.
        outlet: who published them; stands above what the files say, like `published` and `language`.
        published: the calendar day from which "yesterday" is counted.
        language: ISO 639-1; by default the text tells.
        profile: name or path of a conflict profile; by default the document's places and actors choose.
        gazetteer: an import made with `reportedly gazetteer import --to`, or a folder of imports, to be used beside the
            packed gazetteer instead of the user's own.
        progress: told the name of each input before it is read.
    """
    given = Given(outlet=outlet, published=published, language=language)
    for path in paths:
        source = fspath(path)
        if progress:
            progress(source)
        document = load_path(source, kind=kind, given=given)
        yield (
            document if isinstance(document, Trouble) else read_document(document, profile=profile, gazetteer=gazetteer)
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
    """Read one file; the arguments are those of `read_paths`.

    Raises:
        UnreadableError: if the file cannot be read.
    """
    given = Given(outlet=outlet, published=published, language=language)
    document = demand(load_path(fspath(path), kind=kind, given=given))
    return read_document(document, profile=profile, gazetteer=gazetteer)


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
    return read_document(demand(load_text(text, given=given)), profile=profile, gazetteer=gazetteer)


def read_document(
    document: Document, *, profile: str | None = None, gazetteer: str | PathLike[str] | None = None
) -> Reading:
    """Read a document that is already at hand; the arguments are those of `read_paths`.

    Raises:
        GazetteerError: if a file of places is missing or damaged.
    """
    places = Gazetteer.open(None if gazetteer is None else Path(gazetteer))
    (found,) = annotate([document], [PlaceNames(places) if each.makes is Layer.PLACE_NAME else each for each in STAGES])
    return read(document, found, profile=profile, gazetteer=places)


def demand(document: Document | Trouble) -> Document:
    """The document, or the trouble with it raised."""
    if isinstance(document, Trouble):
        raise UnreadableError(document.source, document.message)
    return document
