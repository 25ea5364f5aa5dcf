"""The lines of a long text file, decoded one by one: what is wrong with one does not touch the next."""

import codecs
import io
from collections.abc import Iterator
from typing import Self

from reportedly.ingest.decoding import BYTE_ORDER_MARKS, MAGIC, SURROGATE, guess_encoding
from reportedly.ingest.opening import Input

MAX_LINE_CHARACTERS = 5_000_000
MAX_ZERO_SHARE = 0.01
"""Of the first bytes. A few are damage, and are told with their lines; more of them are another kind of file."""
_SKIPPED_CHARACTERS = 65_536


class LineError(ValueError):
    """A line cannot be read. The next one can."""


class Lines(Iterator[str]):
    """The lines of an input, with their line ends; to be used with `with`.

    `next` raises a `LineError` for a line that is too long, that holds zero bytes, or that is in another encoding; the
    `next` after that goes on. It raises `OSError` and its like where the file cannot be read any further.

    Args:
        newline: as `open` takes it; `\\n` leaves all other line ends to the lines.
    """

    def __init__(self, taken: Input, encoding: str, *, newline: str = "") -> None:
        self._raw = taken.open()
        self._file = io.TextIOWrapper(self._raw, encoding, errors="surrogateescape", newline=newline)
        self.number = 0
        """Of the line that was read last, counted from 1."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def __next__(self) -> str:
        try:
            line = self._file.readline(MAX_LINE_CHARACTERS)
        except UnicodeError as error:  # UTF-16 has no way around a broken letter
            raise OSError(f"line {self.number + 1} is no {self._file.encoding.upper()}") from error
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == MAX_LINE_CHARACTERS and not line.endswith(("\n", "\r")):
            self._skip_rest()
            raise LineError(f"is longer than {MAX_LINE_CHARACTERS // 1_000_000} million characters")
        if "\x00" in line:
            raise LineError("holds zero bytes, so it is no text")
        if SURROGATE.search(line):
            raise LineError(f"is not written in {self._file.encoding.upper()} as the file begins; save it as UTF-8")
        return line

    def _skip_rest(self) -> None:
        while (rest := self._file.readline(_SKIPPED_CHARACTERS)) and not rest.endswith(("\n", "\r")):
            pass


def tell_encoding(taken: Input) -> str | None:
    """The encoding of a long text file, told by its first bytes; None if it is no text."""
    head = taken.head
    if any(head.startswith(begins) for begins, _ in MAGIC):
        return None
    if marked := next((name for mark, name in BYTE_ORDER_MARKS if head.startswith(mark)), None):
        return marked
    if head.count(0) > len(head) * MAX_ZERO_SHARE:
        return None
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return next(guess_encoding(head), None)
    return "utf-8"
