"""WACZ packages: WARC files in a ZIP archive, with a list of what they must be. Nothing is ever written to disk."""

import json
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, BinaryIO, cast

from reportedly.ingest.addresses import shorten
from reportedly.ingest.archive import Inside, Outcomes, read_warc
from reportedly.ingest.digests import begin_digest, fits, spells
from reportedly.ingest.opening import HEAD_BYTES, Input
from reportedly.ingest.packing import MAX_RATIO, RATIO_FROM_BYTES, is_packed, unpack
from reportedly.ingest.warc_records import Cut, read_records
from reportedly.model.trouble import Trouble

LISTING, LISTING_DIGEST = "datapackage.json", "datapackage-digest.json"

BEGINS = re.compile(rb"PK\x03\x04.{26}(?:archive/|indexes/|pages/|datapackage(?:-digest)?\.json)", re.S)
"""The first file in the package, as its own head names it."""

OUTSIDE = re.compile(r"/|[A-Za-z]:")
"""How a path begins that starts at the root of a disk."""

MAX_LIST_BYTES = 10_000_000
MAX_DIRECTORY_BYTES = 2_000_000
"""The longest table of contents: some ten thousand files. It is held in memory as a whole."""

BLOCK_BYTES = 1 << 20
PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
AFTER = "make the package again"
DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError)
"""What `zipfile` raises for files that are damaged, locked or packed in a way it does not know."""


class Wary:
    """A file whose reader cannot be made to take in a table of contents of any length at once.

    Once `opened` is set, it is we who ask, and know how much.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.opened = file, False

    def read(self, size: int = -1) -> bytes:
        """As a file's.

        Raises:
            OSError: if that is more than a table of contents may have.
        """
        if self.opened:
            return self.file.read(size)
        data = self.file.read(MAX_DIRECTORY_BYTES + 1 if size < 0 else min(size, MAX_DIRECTORY_BYTES + 1))
        if len(data) > MAX_DIRECTORY_BYTES:
            raise OSError("its table of contents is too long")
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        """As a file's."""
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        """As a file's."""
        return self.file.tell()

    def seekable(self) -> bool:
        """It is."""
        return True


def is_wacz(head: bytes) -> bool:
    """Does a file that begins like this hold a WACZ package?"""
    return BEGINS.match(head) is not None


def read_wacz(taken: Input, columns: Mapping[str, str], inside: Inside, cut: Cut = read_records) -> Outcomes:
    """Every document in a WACZ package whose digests are right, file by file.

    Args:
        cut: what cuts a WARC file into its records.
    """
    try:
        with taken.open() as file, zipfile.ZipFile(wary := Wary(file)) as package:
            wary.opened = True
            yield from read_package(package, taken, columns, inside, cut)
    except DAMAGE as error:
        message = f"is no package that can be read ({shorten(str(error), 80)}); get the file again"
        yield Trouble(source=taken.source, message=message)


def read_package(
    package: zipfile.ZipFile, taken: Input, columns: Mapping[str, str], inside: Inside, cut: Cut
) -> Outcomes:
    """The documents of an open package.

    Raises:
        zipfile.BadZipFile and the like: if it is damaged.
    """
    files = {each.filename: each for each in package.infolist()}
    for name, each in files.items():
        if wrong := refuse_file(each):
            yield Trouble(source=taken.source, message=f"holds {shorten(name)!r}, which {wrong}; it is not read")
    listed = read_listing(package, files, taken.size)
    if isinstance(listed, str):
        yield Trouble(source=taken.source, message=listed)
        return
    warcs = [name for name in files if is_listed_place(name) and not refuse_file(files[name])]
    if not warcs:
        yield Trouble(source=taken.source, message="holds no WARC file in its folder archive/; " + AFTER)
    for name in warcs:
        if wrong := check_file(package, files[name], listed.get(name)):
            yield Trouble(source=taken.source, message=f"holds {shorten(name)!r}, which {wrong}; it is not read")
            continue
        inner = open_inner(package, files[name], taken)
        warc = unpack(inner) if is_packed(inner) else inner
        if isinstance(warc, Trouble):
            yield warc
        else:
            yield from read_warc(warc, columns, inside, cut)


def refuse_file(file: zipfile.ZipInfo) -> str | None:
    """Why a file in the package is not touched, in words."""
    name = file.orig_filename
    if OUTSIDE.match(name) or "\\" in name or "\x00" in name or ".." in name.split("/"):
        return "would lie outside the package"
    if stat.S_ISLNK(file.external_attr >> 16):
        return "is a link to another file"
    if file.flag_bits & 1 or file.compress_type not in PACKINGS:
        return "is locked, or packed in a way that cannot be unpacked"
    if file.file_size > max(RATIO_FROM_BYTES, MAX_RATIO * file.compress_size):
        return f"unpacks to over {MAX_RATIO} times its size"
    return None


def is_listed_place(name: str) -> bool:
    """Does a WARC file stand under this name?"""
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def read_listing(package: zipfile.ZipFile, files: Mapping[str, zipfile.ZipInfo], size: int) -> dict[str, str] | str:
    """The digest that the package names for each of its files; in words, why none of them can be trusted.

    Raises:
        zipfile.BadZipFile and the like: if it is damaged.
    """
    if sum(each.file_size for each in files.values()) > max(RATIO_FROM_BYTES, MAX_RATIO * size):
        return f"would unpack to over {MAX_RATIO} times its size; nothing in it is read"
    texts: dict[str, bytes] = {}
    for name in (LISTING, LISTING_DIGEST):
        if name in files and not refuse_file(files[name]):
            with package.open(files[name]) as file:
                texts[name] = file.read(MAX_LIST_BYTES)
    if LISTING not in texts:
        return f"holds no {LISTING} to check its files by; " + AFTER
    signed = parse_object(texts.get(LISTING_DIGEST, b"{}"))
    listing = parse_object(texts[LISTING])
    if signed is None or listing is None:
        return f"holds a {LISTING} or {LISTING_DIGEST} that cannot be understood; " + AFTER
    if LISTING_DIGEST in texts and not fits(str(signed.get("hash")), texts[LISTING]):
        return f"has been changed: {LISTING} is not what {LISTING_DIGEST} says; nothing in it is read"
    resources = listing.get("resources")
    entries = [each for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    return {str(each.get("path")): str(each.get("hash")) for each in entries}


def parse_object(data: bytes) -> dict[str, Any] | None:
    """A JSON object; None if it is none."""
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return parsed if isinstance(parsed, dict) else None


def check_file(package: zipfile.ZipFile, file: zipfile.ZipInfo, named: str | None) -> str | None:
    """Why a WARC file is not what the package says it is, in words."""
    hasher = begin_digest(named or "")
    if named is None:
        return f"{LISTING} does not name"
    if hasher is None:
        return f"has no digest in {LISTING} that can be checked"
    try:
        with package.open(file) as stream:
            while block := stream.read(BLOCK_BYTES):
                hasher.update(block)
    except DAMAGE as error:
        return f"is damaged ({shorten(str(error), 80)})"
    return None if spells(named, hasher.digest()) else f"is not what {LISTING} says (its digest is wrong)"


def open_inner(package: zipfile.ZipFile, file: zipfile.ZipInfo, taken: Input) -> Input:
    """A WARC file in the package, as something that came in."""

    def reopen() -> BinaryIO:
        return cast(BinaryIO, package.open(file))

    with reopen() as stream:
        head = stream.read(HEAD_BYTES)
    return Input(
        source=f"{taken.source}/{file.filename}",
        name=f"{taken.name}/{file.filename}",
        head=head,
        size=file.file_size,
        open=reopen,
    )
