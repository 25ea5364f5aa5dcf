"""The records of a packed WARC file, unpacked by FastWARC and cut by our own cutter.

FastWARC's iterator takes a file that breaks off for one that ends, lets the last length in a head count where others let
the first, and guesses where a head says none; so it cuts nothing here. What makes it quick is its unpacker, and that takes a
file without an end for one that ends as well. It is held to what our own reader says:

- A packed piece that nobody can foresee is put after the end of the file. If it comes out last, the file ended where it should.
- What is unpacked is handed out only once much more has been unpacked after it. So no record is given that our own reader,
  which loses what it was about to hand out where a file is damaged, would not give.
- Where anything is wrong, our own reader reads the file again, gives the records that have not been given, and says what it
  is. That is so too for zeros after the last record, which FastWARC takes for damage.

A file that is not packed is read by our own reader alone.
"""

import gzip
import io
import os
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from reportedly.errors import MissingExtraError
from reportedly.ingest import warc_records
from reportedly.ingest.opening import HEAD_BYTES, Input
from reportedly.ingest.packing import BROKEN, most_unpacked
from reportedly.ingest.warc_records import Keep, Record, cut_records

if TYPE_CHECKING:
    from fastwarc.stream_io import GzipReader

END_BYTES = 16
AHEAD_BYTES = 2 * HEAD_BYTES
"""Our own reader loses at most half of it where a file is damaged."""


class UnfinishedError(OSError):
    """A packed file does not end where it should, or unpacks to an absurd size."""


def read_records(taken: Input, keep: Keep) -> Iterator[Record | str]:
    """What `ingest.warc_records.read_records` gives, in less time.

    Raises:
        MissingExtraError: if FastWARC is not installed.
    """
    given = 0
    if taken.packed is not None:
        try:
            with io.BufferedReader(Foreseen(taken.packed), HEAD_BYTES) as file:
                for record in cut_records(file, keep):
                    yield record
                    given += 1
                return
        except BROKEN:
            pass
    yield from islice(warc_records.read_records(taken, keep), given, None)


class Foreseen(io.RawIOBase):
    """The bytes in a gzip file, of which it is known that they come out whole, and that more come after them.

    Raises:
        UnfinishedError: on reading, if the file does not end where it should, or unpacks to an absurd size.
        OSError: on reading, if it is damaged.
    """

    def __init__(self, packed: Input) -> None:
        unpacker, self._end = find_unpacker(), os.urandom(END_BYTES)
        self._file = packed.open()
        self._unpacker = unpacker(Followed(self._file, gzip.compress(self._end)))
        self._held, self._is_over = bytearray(), False
        self._left = most_unpacked(packed.size)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # what BufferedReader hands in
        while not self._is_over and len(self._held) <= AHEAD_BYTES:
            self._look_ahead()
        length = min(len(buffer), len(self._held) - (0 if self._is_over else AHEAD_BYTES))
        buffer[:length] = self._held[:length]
        del self._held[:length]
        return length

    def _look_ahead(self) -> None:
        data = self._unpacker.read(HEAD_BYTES)
        self._held += data
        self._left -= len(data)
        if self._left < 0:
            raise UnfinishedError("it unpacks to an absurd size")
        if not data:
            if not self._held.endswith(self._end):
                raise UnfinishedError("it breaks off")
            del self._held[-END_BYTES:]
            self._is_over = True

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


class Followed(io.RawIOBase):
    """A file, and after its last byte some more."""

    def __init__(self, file: BinaryIO, more: bytes) -> None:
        self._file, self._more = file, io.BytesIO(more)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._file.read(size) or self._more.read(size)

    def tell(self) -> int:
        return self._file.tell() + self._more.tell()


def find_unpacker() -> "type[GzipReader]":
    """FastWARC's reader of what is in a gzip file.

    Raises:
        MissingExtraError: if FastWARC is not installed.
    """
    try:
        from fastwarc.stream_io import GzipReader
    except ImportError as error:
        raise MissingExtraError("WARC files in bulk", "FastWARC", "bulk") from error
    return GzipReader
