"""Which bytes are text, and in which encoding."""

import codecs
import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from reportedly.ingest.opening import Input
from reportedly.model.trouble import Trouble

MAGIC: Sequence[tuple[bytes, str]] = (
    (b"%PDF-", "is a PDF; save its text, for example with pdftotext, and read that"),
    (b"PK\x03\x04", "is a ZIP archive or an office document; unpack it, or export it as text or HTML"),
    (b"\x1f\x8b", "is a gzip archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "is an office document; export it as text or HTML"),
    (b"{\\rtf", "is a rich text document; export it as plain text"),
    (b"\x89PNG", "is a picture; only text is read"),
    (b"\xff\xd8\xff", "is a picture; only text is read"),
    (b"GIF8", "is a picture; only text is read"),
    (b"SQLite format 3\x00", "is a database; export the text from it"),
)
"""How files that people mistake for text begin, and the way out."""

BYTE_ORDER_MARKS: Sequence[tuple[bytes, str]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""In this order: the mark of UTF-32 begins like that of UTF-16."""

GUESSED = ("cp1252", "cp1251", "koi8_r", "cp1256", "cp1255")
"""The encodings that are weighed where none is declared: one or two an alphabet. More of them only look like each other."""

DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.I
)
GUESS_BYTES = 200_000
SURROGATE = re.compile("[\ud800-\udfff]")


def decode_input(taken: Input) -> tuple[str, str] | Trouble:
    """The text of a whole input, and the SHA-256 of its bytes in hexadecimal."""
    data = taken.read()
    if isinstance(data, Trouble):
        return data
    text = decode(data, taken.source)
    return text if isinstance(text, Trouble) else (text, hashlib.sha256(data).hexdigest())


def decode(data: bytes, source: str) -> str | Trouble:
    """Turn bytes into text: line ends become `\\n`, a byte-order mark goes, nothing else changes."""
    for begins, message in MAGIC:
        if data.startswith(begins):
            return Trouble(source=source, message=message)
    marked = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if marked is None and b"\x00" in data:
        return Trouble(source=source, message="is no text (it holds zero bytes); export it as text in UTF-8")
    for encoding in [marked] if marked else chain(["utf-8"], declared_in(data), guess_encoding(data)):
        try:
            text = normalize(data.decode(encoding))
        except (UnicodeError, LookupError):
            continue
        return text if text.strip() else Trouble(source=source, message="is empty; nothing to read")
    return Trouble(source=source, message="has an encoding that cannot be told; save it as UTF-8")


def normalize(text: str) -> str:
    """Make line ends `\\n` and leave a byte-order mark out.

    A lone surrogate cannot be written to any file again, so the replacement character stands for it.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return SURROGATE.sub("\ufffd", text)


def declared_in(data: bytes) -> list[str]:
    """The encoding that a page names in its first lines, if it does."""
    found = DECLARED.search(data[:4096])
    return [found.group(1).decode("ascii")] if found else []


def guess_encoding(data: bytes) -> Iterator[str]:
    """The encoding in which the bytes look most like a language, if there is one. Loaded only when it is asked for."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESS_BYTES], cp_isolation=list(GUESSED), threshold=0.2).best()
    if best is not None:
        yield best.encoding
