"""How long the pages of a Parquet file are, by its table of contents and by their own heads.

A column lies in pieces, one in each group of rows, and a piece is some pages, each with its head.
"""

import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from reportedly.bulk.thrift import Fields, ShortError, Structure, ThriftError

ENDS = b"PAR1"
TAIL_BYTES = 8
MAX_CONTENTS_BYTES = 10_000_000
"""The longest table of contents. It is held in memory as a whole, many times as long."""
MAX_PAGE_BYTES = 256_000_000
FEW_BYTES, MAX_HEAD_BYTES = 4_096, 1_000_000

# The numbers of fields, by the definition of the format.
GROUPS, COLUMNS, CONTENTS = 4, 1, 3
COLUMN_LENGTH, FIRST_PAGE, DICTIONARY_PAGE = 7, 9, 11
KIND, UNPACKED, PACKED = 1, 2, 3
DICTIONARY = 2
"""The kind of a page that holds values which rows point to."""


class PageError(OSError):
    """A Parquet file is damaged, or has pages that are longer than they may be."""


def check_pages(file: BinaryIO, contents: Fields, columns: Sequence[int]) -> int:
    """How long, unpacked, the longest page of values is that rows point to, in bytes. All pages are looked at.

    Args:
        columns: their numbers among those that are stored; only their pages count.

    Raises:
        PageError: if one is longer than it may be, or goes beyond its place; or if there is no telling.
    """
    try:
        pieces = list_pieces(contents, columns)
        return max((check_piece(file, start, start + length) for start, length in pieces), default=0)
    except ThriftError as error:
        raise PageError(f"the head of a page cannot be understood: {error}") from error
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise PageError("its table of contents lacks something") from error


def read_contents(file: BinaryIO) -> Fields:
    """The table of contents at the end of a file.

    Raises:
        PageError: if there is none, or it is too long, or cannot be understood.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - TAIL_BYTES))
    tail = file.read(TAIL_BYTES)
    length = int.from_bytes(tail[:4], "little")
    if len(tail) < TAIL_BYTES or not tail.endswith(ENDS) or length > size - TAIL_BYTES:
        raise PageError("it does not end as a Parquet file does")
    if length > MAX_CONTENTS_BYTES:
        raise PageError("its table of contents is too long")
    file.seek(size - TAIL_BYTES - length)
    try:
        return Structure(file.read(length)).take_fields()
    except ThriftError as error:
        raise PageError(f"its table of contents cannot be understood: {error}") from error


def list_pieces(contents: Fields, columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each piece of these columns begins, and its length."""
    for group in contents[GROUPS]:
        for column in columns:
            piece = group[COLUMNS][column][CONTENTS]
            start = piece[FIRST_PAGE]
            if 0 < piece.get(DICTIONARY_PAGE, 0) < start:
                start = piece[DICTIONARY_PAGE]
            yield start, piece[COLUMN_LENGTH]


def check_piece(file: BinaryIO, start: int, end: int) -> int:
    """As `check_pages`, of a part of a file.

    Raises:
        PageError: as `check_pages`.
        ThriftError: if a head cannot be understood.
    """
    if start < 0:
        raise PageError("a page lies before the beginning")
    longest = 0
    while start < end:
        head, length = take_head(file, start, end)
        start += length + head[PACKED]
        if head[PACKED] < 0 or head[UNPACKED] < 0 or start > end:
            raise PageError("a page goes beyond its place")
        if head[UNPACKED] > MAX_PAGE_BYTES:
            raise PageError(f"a page has over {MAX_PAGE_BYTES // 1_000_000} MB; write it anew with shorter ones")
        if head[KIND] == DICTIONARY:
            longest = max(longest, head[UNPACKED])
    return longest


def take_head(file: BinaryIO, start: int, end: int) -> tuple[Fields, int]:
    """The head of the page that begins there, and its length.

    Raises:
        ThriftError: if it is none, or too long.
    """
    few = min(FEW_BYTES, end - start)
    file.seek(start)
    head = Structure(file.read(few))
    try:
        return head.take_fields(), head.length
    except ShortError:
        file.seek(start)
        head = Structure(file.read(min(MAX_HEAD_BYTES, end - start)))
        return head.take_fields(), head.length
