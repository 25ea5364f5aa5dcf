"""Which reader takes which input."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.ingest import feed, preview, records, tables, telegram
from reportedly.ingest.archive import read_warc
from reportedly.ingest.article import read_article
from reportedly.ingest.decoding import decode_input
from reportedly.ingest.markdown import FRONT_MATTER, read_markdown
from reportedly.ingest.opening import Input
from reportedly.ingest.package import is_wacz, read_wacz
from reportedly.ingest.plain import read_plain
from reportedly.ingest.warc_records import is_warc
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

HTML_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)

ARCHIVES = frozenset({"warc", "wacz"})
"""The formats whose files hold files."""

JSON_LIST_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")

Outcomes = Iterator[Document | Trouble]
"""One outcome a document, in the input's order. What is wrong with one says so and the next goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of input."""

    name: str
    """What the user calls it after `--as`."""
    suffixes: tuple[str, ...]
    """Endings of file names, lower case, with the dot. One that ends in `.gz` wants the packed file as it is."""
    begins: Callable[[bytes], object]
    """Do these first bytes begin as this kind does? Asked where no ending is known, or where kinds share one."""
    read: Callable[[Input, Mapping[str, str]], Outcomes]
    """The documents in an input. It may raise what stands in `BROKEN` where the input breaks off.

    The mapping says which column or field holds what, by the names of `COLUMNS`; under `channel` stands the public name
    of a Telegram channel.
    """


def one_text(reader: Callable[[str, str], Document | Trouble]) -> Callable[[Input, Mapping[str, str]], Outcomes]:
    """The documents of a kind whose files hold one text each, from what makes a document of a decoded text."""

    def read(taken: Input, columns: Mapping[str, str]) -> Outcomes:
        decoded = decode_input(taken)
        if isinstance(decoded, Trouble):
            yield decoded
            return
        text, digest = decoded
        document = reader(text, taken.source)
        yield document if isinstance(document, Trouble) else replace(document, raw_sha256=digest)

    return read


# Of those whose ending fits, the first that the input begins like, else the last; without a known ending the first that
# it begins like. Plain text takes everything.
FORMATS: Sequence[Format] = (
    Format(name="telegram", suffixes=(".json",), begins=telegram.BEGINS.match, read=telegram.read_telegram),
    Format(name="preview", suffixes=(".html", ".htm"), begins=preview.BEGINS.search, read=preview.read_preview),
    Format(name="feed", suffixes=(".rss", ".atom", ".rdf", ".xml"), begins=feed.BEGINS.match, read=feed.read_feed),
    Format(name="html", suffixes=(".html", ".htm", ".xhtml"), begins=HTML_BEGINS.match, read=one_text(read_article)),
    Format(
        name="jsonl", suffixes=(".jsonl", ".ndjson"), begins=records.starts_with_object, read=records.read_json_lines
    ),
    Format(name="json", suffixes=(".json",), begins=JSON_LIST_BEGINS.match, read=records.read_json_list),
    # Without its ending a table cannot be told from a text with commas.
    Format(name="csv", suffixes=(".csv", ".tsv", ".tab"), begins=lambda head: False, read=tables.read_table),
    Format(
        name="markdown",
        suffixes=(".md", ".markdown"),
        begins=lambda head: FRONT_MATTER.match(head.decode("utf-8", "replace")),
        read=one_text(read_markdown),
    ),
    Format(
        name="warc",
        suffixes=(".warc",),
        begins=is_warc,
        read=lambda taken, columns: read_warc(taken, columns, read_inside),
    ),
    Format(
        name="wacz",
        suffixes=(".wacz",),
        begins=is_wacz,
        read=lambda taken, columns: read_wacz(taken, columns, read_inside),
    ),
    Format(name="text", suffixes=(".txt", ".text"), begins=lambda head: True, read=one_text(read_plain)),
)


def choose_format(taken: Input, kind: str | None = None, formats: Sequence[Format] = FORMATS) -> Format:
    """The one of `formats` named `kind`, else the one that the input's name or beginning speaks for.

    Raises:
        KeyError: if there is no format of that name.
    """
    if kind is not None:
        return {each.name: each for each in formats}[kind]
    named = [each for each in formats if taken.name.lower().endswith(each.suffixes)]
    fits = next((each for each in named or formats if each.begins(taken.head)), None)
    return fits or named[-1]


def claims_packed(taken: Input, formats: Sequence[Format] = FORMATS) -> bool:
    """Does one of `formats` want this packed file as it is?"""
    name = taken.name.lower()
    return any(name.endswith(suffix) for each in formats for suffix in each.suffixes if suffix.endswith(".gz"))


def read_inside(taken: Input, columns: Mapping[str, str]) -> tuple[str, Outcomes]:
    """The name of the format of something that lies in an archive, and its documents.

    An archive within an archive is refused: one can be made that holds itself.
    """
    chosen = choose_format(taken)
    if chosen.name in ARCHIVES:
        refusal = Trouble(source=taken.source, message="is an archive within an archive; take it out and read it alone")
        return chosen.name, iter((refusal,))
    return chosen.name, chosen.read(taken, columns)
