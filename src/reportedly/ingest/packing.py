"""Packed inputs: opened without asking, and never to an absurd size."""

import gzip
import io
import zlib
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reportedly.ingest.opening import HEAD_BYTES, Input
from reportedly.model.trouble import Trouble

GZIP = b"\x1f\x8b"
SUFFIX = ".gz"

MAX_UNPACKED_BYTES = 16_000_000_000
MAX_RATIO = 200
"""Posts and articles pack to a fifth or a twentieth; what unpacks to so many times its size is a trap."""
RATIO_FROM_BYTES = 50_000_000
"""Below this no size is absurd: a table of one row repeated packs very well."""

BROKEN = (OSError, EOFError, zlib.error)
"""What reading an input may raise: it is gone, cut off, damaged, or unpacks to an absurd size."""


class TooBigError(OSError):
    """An input unpacks to an absurd size."""


class Unpacked(io.RawIOBase):
    """The bytes in a gzip file, and no more of them than is sane."""

    def __init__(self, packed: BinaryIO, size: int) -> None:
        self._packed, self._size, self._most = packed, size, most_unpacked(size)
        self._file = gzip.GzipFile(fileobj=packed)
        self._taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # what BufferedReader hands in
        data = self._file.read1(len(buffer))  # `read` would lose what stands before a break
        buffer[: len(data)] = data
        self._taken += len(data)
        if self._taken > self._most:
            raise TooBigError(f"it unpacks to over {self._most // 1_000_000} MB from {self._size // 1000} kB")
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
            self._packed.close()
        super().close()


def most_unpacked(size: int) -> int:
    """How many bytes may come out of a file of so many."""
    return min(MAX_UNPACKED_BYTES, max(RATIO_FROM_BYTES, MAX_RATIO * size))


def is_packed(taken: Input) -> bool:
    """Does the input begin as gzip does?"""
    return taken.head.startswith(GZIP)


def unpack(taken: Input) -> Input | Trouble:
    """What is in a gzip file, as if it had come in unpacked."""

    def reopen() -> io.BufferedReader:
        return io.BufferedReader(Unpacked(taken.open(), taken.size), HEAD_BYTES)

    head = b""
    try:
        with reopen() as file:
            while len(head) < HEAD_BYTES and (block := file.read1(HEAD_BYTES - len(head))):
                head += block
    except BROKEN as error:
        if not head:
            return Trouble(
                source=taken.source, message=f"cannot be unpacked ({error}); it may be damaged or no gzip file"
            )
    bare = taken.name[: -len(SUFFIX)] if Path(taken.name).suffix.lower() == SUFFIX else taken.name
    return replace(taken, name=bare, head=head, open=reopen, packed=taken)
