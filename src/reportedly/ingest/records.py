"""The records of a WARC file, one after the other, within bounds.

The library's own iterator reads lines of any length, takes a file that breaks off for one that ends, and writes its
warnings to stderr; so the cutting is done here, and only the heads are the library's.
"""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from reportedly.ingest.opening import HEAD_BYTES, MAX_BYTES, Input
from reportedly.ingest.unpacking import GZIP_BEGINS

MAX_HEAD_BYTES = 65_536
"""The longest head of a record, or of the answer in it."""

MAX_RATIO = 200
"""How much longer a file may be unpacked. Pages pack to a fifth; a thousandth is a bomb."""

FREE_BYTES = 100_000_000
"""Up to this length a file may be packed as well as it likes."""

SKIP_BYTES = 1 << 20
BEGINS = b"WARC/"

Keep = Callable[[Mapping[str, str]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a WARC file."""

    head: Mapping[str, str]
    """Its named fields, names in lower case."""
    length: int
    """Of its block, in bytes."""
    block: bytes = field(repr=False)
    """The block; its beginning if it is longer than one document may be; empty if nobody asked for it."""

    @property
    def whole(self) -> bool:
        """Is the block here from end to end?"""
        return len(self.block) == self.length

    def get(self, name: str) -> str:
        """The field of this name; empty if there is none."""
        return self.head.get(name, "")


class Bounded(io.RawIOBase):
    """A stream that fails, rather than go on, after `most` bytes."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile, most: int) -> None:
        self.stream, self.most, self.taken = stream, most, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]  # what a reader hands in
        data = self.stream.read(len(buffer))
        self.taken += len(data)
        if self.taken > self.most:
            raise OSError(f"it unpacks to over {self.most / 1_000_000:.0f} MB")
        buffer[: len(data)] = data
        return len(data)


def is_warc(head: bytes) -> bool:
    """Does a file that begins like this hold WARC records, packed or not?"""
    if head.startswith(GZIP_BEGINS):
        try:
            head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, len(BEGINS))
        except zlib.error:
            return False
    return head.startswith(BEGINS)


def read_records(taken: Input, keep: Keep) -> Iterator[Record | str]:
    """The records in `taken`, in order; in words what is wrong with the file, where reading ends.

    Args:
        keep: by a record's head, is its block asked for?
    """
    try:
        with taken.open() as file:
            if not taken.head.startswith(GZIP_BEGINS):
                yield from cut_records(io.BufferedReader(Bounded(file, taken.size), SKIP_BYTES), keep)
                return
            most = max(FREE_BYTES, MAX_RATIO * taken.size)
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield from cut_records(io.BufferedReader(Bounded(unpacked, most), SKIP_BYTES), keep)
    except EOFError:
        yield "breaks off; what stands before that was read, get the file again for the rest"
    except (OSError, zlib.error) as error:
        yield f"is damaged ({error}); what stands before that was read, get the file again for the rest"


def cut_records(stream: io.BufferedReader, keep: Keep) -> Iterator[Record | str]:
    """The records of an unpacked stream, as `read_records`.

    Raises:
        EOFError: if it ends within a record.
        OSError, zlib.error: if it is damaged.
    """
    while True:
        line = stream.readline(MAX_HEAD_BYTES)
        if not line:
            return
        if not line.strip():
            continue
        head = read_head(line + take_head(stream)) if line.startswith(BEGINS) else {}
        length = head.get("content-length", "")
        if not (length.isascii() and length.isdecimal() and len(length) < 16):
            yield "holds something that is no record; what stands before it was read, get the file again for the rest"
            return
        wanted = int(length) if int(length) <= MAX_BYTES else HEAD_BYTES
        block = take_bytes(stream, wanted) if keep(head) else b""
        skip_bytes(stream, int(length) - len(block))
        yield Record(head=head, length=int(length), block=block)


def take_head(stream: io.BufferedReader) -> bytes:
    """The rest of a head, up to the empty line; nothing if it is too long to be one."""
    lines, length = [], 0
    while (line := stream.readline(MAX_HEAD_BYTES)).strip():
        lines.append(line)
        length += len(line)
        if length > MAX_HEAD_BYTES:
            return b""
    if not line:
        raise EOFError
    return b"".join(lines)


def read_head(data: bytes) -> dict[str, str]:
    """The named fields of a head, after its first line; names in lower case, the first of a name counts."""
    from warcio.statusandheaders import StatusAndHeadersParser

    try:
        parsed = StatusAndHeadersParser([], verify=False).parse(io.BytesIO(data + b"\r\n"))
    except EOFError:
        return {}
    return {name.lower(): value.strip() for name, value in reversed(parsed.headers)}


def take_bytes(stream: io.BufferedReader, length: int) -> bytes:
    """Exactly so many bytes.

    Raises:
        EOFError: if there are fewer.
    """
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def skip_bytes(stream: io.BufferedReader, length: int) -> None:
    """Pass over exactly so many bytes, a block at a time.

    Raises:
        EOFError: if there are fewer.
    """
    while length > 0:
        length -= len(take_bytes(stream, min(length, SKIP_BYTES)))
