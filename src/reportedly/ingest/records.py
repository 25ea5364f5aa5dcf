"""JSON Lines, and JSON files that are one list: each object a document."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.ingest.columns import RowError, choose_columns, make_document, say_no_text
from reportedly.ingest.json_parts import BrokenJsonError, Place, stream_parts
from reportedly.ingest.lines import LineError, Lines, tell_encoding
from reportedly.ingest.opening import HEAD_BYTES, Input
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

NO_TEXT_FILE = "is no text that can be decoded; export it anew, in UTF-8"


class Untold:
    """Rows without a column for the text: told once, at the end, however many they are."""

    def __init__(self, taken: Input, columns: Mapping[str, str]) -> None:
        self._taken, self._columns = taken, columns
        self._first: tuple[str, list[str]] | None = None
        self._more = 0

    def add(self, where: str, row: Mapping[str, object]) -> None:
        """Count a row."""
        if self._first is None:
            self._first = where, list(row)
        else:
            self._more += 1

    def tell(self) -> Iterator[Trouble]:
        """What is to be said, if anything."""
        if self._first is not None:
            where, names = self._first
            more = f" and {self._more:,} more" if self._more else ""
            yield Trouble(
                source=self._taken.source, message=f"{where}{more}: there is {say_no_text(names, self._columns)}"
            )


def read_json_lines(taken: Input, columns: Mapping[str, str]) -> Iterator[Document | Trouble]:
    """The document on each line that is not empty; what is wrong with a line is told with its number."""
    encoding = tell_encoding(taken)
    if encoding is None:
        yield Trouble(source=taken.source, message=NO_TEXT_FILE)
        return
    untold = Untold(taken, columns)
    with Lines(taken, encoding, newline="\n") as lines:
        while True:
            try:
                line = next(lines, None)
                if line is None:
                    break
                if not line.strip():
                    continue
                if document := read_row(parse_line(line), f"line {lines.number}", taken, columns, untold):
                    yield document
            except (LineError, RowError) as error:
                yield Trouble(source=taken.source, message=f"line {lines.number} {error}")
    yield from untold.tell()


def read_json_list(taken: Input, columns: Mapping[str, str]) -> Iterator[Document | Trouble]:
    """The documents in a JSON file that is a list of objects; one whose lines are objects is read as JSON Lines."""
    if not taken.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        if starts_with_object(taken.head):
            yield from read_json_lines(taken, columns)
        else:
            yield Trouble(
                source=taken.source,
                message="is JSON of a kind that is not known; a list of objects is read, or one object on each line",
            )
        return
    untold = Untold(taken, columns)
    try:
        for place, value in stream_parts(taken, is_entry):
            where = f"entry {int(place[0]) + 1}"
            try:
                if document := read_row(value, where, taken, columns, untold):
                    yield document
            except RowError as error:
                yield Trouble(source=taken.source, message=f"{where} {error}")
    except BrokenJsonError as error:
        yield Trouble(
            source=taken.source, message=f"is broken or cut off ({error}); what stands before was read, get it anew"
        )
    yield from untold.tell()


def is_entry(place: Place) -> bool:
    """Is this an entry of a list at the top?"""
    return len(place) == 1 and isinstance(place[0], int)


def starts_with_object(head: bytes) -> bool:
    """Is the first line an object by itself, as far as it can be seen?"""
    first, end, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not end and len(head) >= HEAD_BYTES:
        return first.startswith(b'{"')
    try:
        return first.startswith(b"{") and isinstance(parse_line(first.decode("utf-8", "replace")), dict)
    except RowError:
        return False


def parse_line(line: str) -> Any:
    """The JSON value on a line.

    Raises:
        RowError: if it is none.
    """
    try:
        return json.loads(line)
    except RecursionError as error:
        raise RowError("is nested too deep to be read") from error
    except ValueError as error:
        where = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        raise RowError(f"is no JSON{where}") from error


def read_row(row: object, where: str, taken: Input, columns: Mapping[str, str], untold: Untold) -> Document | None:
    """The document that an object is; None if it has no column for the text, which is counted.

    Raises:
        RowError: if it is no object, or one with a value that cannot be what its column says.
    """
    if not isinstance(row, dict):
        raise RowError("is no object with columns")
    chosen = choose_columns(row, columns)
    if "text" not in chosen:
        untold.add(where, row)
        return None
    return make_document(row, chosen, name=taken.name, raw_sha256=digest(row))


def digest(row: Mapping[str, object]) -> str:
    """SHA-256 of a row, however it was spaced and whatever stood first."""
    written = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
