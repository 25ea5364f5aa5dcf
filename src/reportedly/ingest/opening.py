"""How bytes come in: bounded, and never with a traceback."""

import io
import stat
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, BinaryIO

from reportedly.model.trouble import Trouble

MAX_BYTES = 50_000_000
"""The longest single document. A book has a million; what is longer is an archive, a film or a mistake."""

MAX_STREAM_BYTES = 2_000_000_000
"""The most that is taken from standard input or a pipe; a file of many documents has no such limit."""

HEAD_BYTES = 65_536
"""How much of an input is looked at to tell its kind."""

COPIED_BYTES = 1_000_000

STDIN = "-"
"""The name under which standard input is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """Something that came in, of any length, and not yet read."""

    source: str
    """As the user named it."""
    name: str
    """The name whose ending tells the kind; a path or the last part of an address."""
    head: bytes
    """The first `HEAD_BYTES`."""
    size: int
    """In bytes, as stored: what is packed is longer once it is open."""
    open: Callable[[], BinaryIO]
    """From the beginning, each time anew; the file can be rewound. It may raise `OSError`."""
    packed: "Input | None" = None
    """What it is unpacked from; None if it came in as it is."""

    def read(self) -> bytes | Trouble:
        """All of it, if it can be one document."""
        if self.size > MAX_BYTES:
            return too_long(self.source, self.size)
        try:
            with self.open() as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            return Trouble(source=self.source, message=f"cannot be read ({error}); get the file anew")
        return too_long(self.source, None) if len(data) > MAX_BYTES else data


def open_input(source: str) -> Input | Trouble:
    """The file `source`, or standard input if it is `-`."""
    try:
        if source == STDIN:
            return keep_stream(sys.stdin.buffer, STDIN, STDIN)
        path = Path(source)
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return Trouble(source=source, message="is a folder, and no file in it can be read; name files")
        with path.open("rb") as file:
            if not stat.S_ISREG(status.st_mode):
                return keep_stream(file, source, path.name)
            head = file.read(HEAD_BYTES)
    except FileNotFoundError:
        if "://" in source:
            way_out = "`reportedly add` fetches addresses, those that begin with http:// or https://"
            return Trouble(source=source, message=f"is no file here; only {way_out}")
        return Trouble(source=source, message="is not there; check the name and the folder you are in")
    except PermissionError:
        return Trouble(source=source, message="you may not read this file; change its permissions or copy it")
    except (OSError, ValueError) as error:
        return Trouble(source=source, message=f"cannot be opened ({error}); check the name")
    return Input(source=source, name=path.name, head=head, size=status.st_size, open=lambda: path.open("rb"))


def keep_stream(stream: BinaryIO, source: str, name: str) -> Input | Trouble:
    """Standard input or a pipe, kept in a file without a name: it can be read once, and an input is opened anew.

    Raises:
        OSError: if the stream breaks, or the disk is full.
    """
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the input that is returned
    size = 0
    while block := stream.read(COPIED_BYTES):
        size += len(block)
        if size > MAX_STREAM_BYTES:
            kept.close()
            return too_long(source, None, MAX_STREAM_BYTES)
        kept.write(block)
    return hold_file(kept, size, source, name)


def hold_file(kept: IO[bytes], size: int, source: str, name: str) -> Input:
    """A file without a name as an input, which is read by one reader at a time."""
    kept.seek(0)
    head = kept.read(HEAD_BYTES)

    def reopen() -> BinaryIO:
        kept.seek(0)
        return io.BufferedReader(io.FileIO(kept.fileno(), closefd=False))

    return Input(source=source, name=name, head=head, size=size, open=reopen)


def hold_bytes(data: bytes, *, source: str, name: str = "") -> Input:
    """Bytes that are already at hand, such as a web page that was fetched or a record of an archive."""
    return Input(
        source=source,
        name=name or PurePath(source).name,
        head=data[:HEAD_BYTES],
        size=len(data),
        open=lambda: io.BytesIO(data),
    )


def too_long(source: str, size: int | None, limit: int = MAX_BYTES) -> Trouble:
    """What to say of an input over the limit."""
    most = f"{limit // 1_000_000} MB"
    have = f"has {size / 1_000_000:.0f} MB" if size else f"has over {most}"
    return Trouble(source=source, message=f"{have}, and at most {most} are read; cut it into single documents")
