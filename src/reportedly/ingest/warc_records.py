"""The records of a WARC file, one after the other, within bounds.

The library's own iterator reads lines of any length, takes a file that breaks off for one that ends, and writes its
warnings to stderr; so the cutting is done here, and only the heads are the library's.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from reportedly.ingest.opening import HEAD_BYTES, MAX_BYTES, Input
from reportedly.ingest.packing import BROKEN

MAX_HEAD_BYTES = 65_536
"""The longest head of a record, or of the answer in it."""

SKIP_BYTES = 1 << 20
BEGINS = b"WARC/"
REST = "what stands before that was read; get the file again for the rest"

Keep = Callable[[Mapping[str, str]], bool]
"""By a record's head, is its block asked for?"""


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


Cut = Callable[[Input, Keep], Iterator[Record | str]]
"""The records in a file, in order; in words what is wrong with it, where reading ends."""


def is_warc(head: bytes) -> bool:
    """Does a file that begins like this, once unpacked, hold WARC records?"""
    return head.startswith(BEGINS)


def read_records(taken: Input, keep: Keep) -> Iterator[Record | str]:
    """The records in `taken`, in order; in words what is wrong with the file, where reading ends."""
    try:
        with taken.open() as file:
            yield from cut_records(file, keep)
    except EOFError:
        yield f"breaks off; {REST}"
    except BROKEN as error:
        yield f"is damaged ({error}); {REST}"


def cut_records(stream: BinaryIO, keep: Keep) -> Iterator[Record | str]:
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
            yield f"holds something that is no record; {REST}"
            return
        wanted = int(length) if int(length) <= MAX_BYTES else HEAD_BYTES
        block = take_bytes(stream, wanted) if keep(head) else b""
        skip_bytes(stream, int(length) - len(block))
        yield Record(head=head, length=int(length), block=block)


def take_head(stream: BinaryIO) -> bytes:
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


def take_bytes(stream: BinaryIO, length: int) -> bytes:
    """Exactly so many bytes.

    Raises:
        EOFError: if there are fewer.
    """
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def skip_bytes(stream: BinaryIO, length: int) -> None:
    """Pass over exactly so many bytes, a block at a time.

    Raises:
        EOFError: if there are fewer.
    """
    while length > 0:
        length -= len(take_bytes(stream, min(length, SKIP_BYTES)))
