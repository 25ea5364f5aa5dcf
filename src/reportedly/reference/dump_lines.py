"""The lines of a file of places, plain or packed, one by one and never the whole file in memory."""

import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from reportedly.errors import DumpError

MOST_LINE_BYTES = 64 * 1024
"""GeoNames cuts its list of alternate names at 10,000 characters; what is longer than this is no row."""
MOST_UNPACKED_BYTES = 16 * 1024**3
"""Ten times all of GeoNames."""
MOST_RATIO = 100
"""Tables of names pack to a fifth or a tenth; what unpacks to so many times its size is a trap."""
_RATIO_FROM_BYTES = 64 * 1024**2
_READ_BYTES = 1024 * 1024
BATCH_LINES = 5_000
"""Stored at once: what an interruption may cost."""
_BATCH_BYTES = 16 * 1024**2
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError)
"""What the readers of packed files raise for damage, passwords and unknown methods."""
_ENDINGS = (".txt", ".tsv", ".csv")


class DumpFile:
    """A plain, gzipped or zipped file of lines, open for reading; to be used with `with`.

    Raises:
        DumpError: here or while reading, if the file is missing, damaged, or unpacks to an absurd size.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._raw: BinaryIO = path.open("rb")
            self.size_bytes = path.stat().st_size
        except OSError as error:
            raise DumpError(str(path), f"it cannot be read ({error.strerror})") from error
        self._unpacked_bytes = 0
        try:
            self._file = io.BufferedReader(_unpack(self._raw, path), _READ_BYTES)  # type: ignore[type-var]  # zipfile's and gzip's are readable raw files
        except DumpError:
            self._raw.close()
            raise
        except _BROKEN as error:
            self._raw.close()
            raise DumpError(str(path), f"it is damaged or cannot be unpacked ({error})") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._raw.close()

    @property
    def position_bytes(self) -> int:
        """How much of the file, as it lies on the disk, has been read."""
        return min(self._raw.tell(), self.size_bytes)

    def lines(self) -> Iterator[bytes | None]:
        """Each line without its end; None for one that is too long to be a row."""
        while True:
            try:
                line = self._file.readline(MOST_LINE_BYTES + 1)
                long = len(line) > MOST_LINE_BYTES
                rest = line
                while long and rest and not rest.endswith(b"\n"):
                    rest = self._file.readline(_READ_BYTES)
                    self._count(rest)
            except _BROKEN as error:
                raise DumpError(str(self.path), f"it is cut short or damaged ({error}); fetch it again") from error
            if not line:
                return
            self._count(line)
            yield None if long else line.rstrip(b"\r\n")

    def _count(self, read: bytes) -> None:
        self._unpacked_bytes += len(read)
        if self._unpacked_bytes > _RATIO_FROM_BYTES and self._unpacked_bytes > MOST_RATIO * self.size_bytes:
            raise DumpError(str(self.path), f"it unpacks to more than {MOST_RATIO} times its size")
        if self._unpacked_bytes > MOST_UNPACKED_BYTES:
            raise DumpError(str(self.path), f"it unpacks to more than {MOST_UNPACKED_BYTES // 1024**3} GiB")


def in_batches(lines: Iterator[bytes | None]) -> Iterator[list[bytes | None]]:
    """`lines` in lots of some thousands, fewer if they are long."""
    batch: list[bytes | None] = []
    size_bytes = 0
    for line in lines:
        batch.append(line)
        size_bytes += len(line or b"")
        if len(batch) == BATCH_LINES or size_bytes > _BATCH_BYTES:
            yield batch
            batch, size_bytes = [], 0
    if batch:
        yield batch


def decode_line(line: bytes | None, first: bool) -> str:
    """The text of a line, the file's first one without a byte order mark. A ValueError in words if it is none."""
    if line is None:
        raise ValueError("longer than any row")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"no UTF-8 at byte {error.start}") from error
    if _CONTROL.search(text):
        raise ValueError("holds control characters")
    return text.removeprefix("\ufeff") if first else text


def fingerprint(path: Path) -> str:
    """What changes when the file does: its size, the time of its last change, and its first and last megabyte."""
    if path.exists() and not path.is_file():
        raise DumpError(str(path), "it cannot be read (it is no file)")
    try:
        facts = path.stat()
        digest = hashlib.blake2b(digest_size=16)
        with path.open("rb") as file:
            digest.update(file.read(_READ_BYTES))
            file.seek(max(0, facts.st_size - _READ_BYTES))
            digest.update(file.read(_READ_BYTES))
    except OSError as error:
        raise DumpError(str(path), f"it cannot be read ({error.strerror})") from error
    return f"{facts.st_size}:{facts.st_mtime_ns}:{digest.hexdigest()}"


def _unpack(raw: BinaryIO, path: Path) -> BinaryIO:
    magic = raw.read(4)
    raw.seek(0)
    if magic.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=raw)  # type: ignore[return-value]  # typeshed parts it from BinaryIO
    if magic.startswith(b"PK"):
        archive = zipfile.ZipFile(raw)
        return archive.open(_choose_member(archive, path))  # type: ignore[return-value]  # as above
    return raw


def _choose_member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The table among a zip's files: the one called like the archive, else the largest; no readme, no list of codes."""
    tables = [
        info
        for info in archive.infolist()
        if info.filename.lower().endswith(_ENDINGS)
        and not info.filename.lower().rpartition("/")[2].startswith(("readme", "iso-"))
    ]
    if not tables:
        raise DumpError(str(path), f"the archive holds no table ({', '.join(_ENDINGS)})")
    named = [info for info in tables if Path(info.filename).stem.lower() == path.stem.lower()]
    return max(named or tables, key=lambda info: info.file_size)
