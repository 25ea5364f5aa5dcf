"""Which reader takes which file."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from reportedly.ingest.article import read_article
from reportedly.ingest.markdown import FRONT_MATTER, read_markdown
from reportedly.ingest.plain import read_plain
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

HTML_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of input."""

    name: str
    """What the user calls it after `--as`."""
    suffixes: tuple[str, ...]
    """Endings of file names, lower case, with the dot."""
    begins: Callable[[str], object]
    """Does a text begin as this kind does? Asked where no ending is known."""
    reader: Callable[[str, str], Document | Trouble]
    """Decoded text and the input's name to a document."""


# The first whose ending fits, else the first that the text begins like; plain text takes everything.
FORMATS: Sequence[Format] = (
    Format(name="html", suffixes=(".html", ".htm", ".xhtml"), begins=HTML_BEGINS.match, reader=read_article),
    Format(name="markdown", suffixes=(".md", ".markdown"), begins=FRONT_MATTER.match, reader=read_markdown),
    Format(name="text", suffixes=(".txt", ".text"), begins=lambda text: True, reader=read_plain),
)


def choose_format(source: str, text: str, kind: str | None = None) -> Format:
    """The format named `kind`, else the one that the file's name or beginning speaks for.

    Raises:
        KeyError: if there is no format of that name.
    """
    if kind is not None:
        return {each.name: each for each in FORMATS}[kind]
    suffix = PurePath(source).suffix.lower()
    named = next((each for each in FORMATS if suffix in each.suffixes), None)
    return named or next(each for each in FORMATS if each.begins(text))
