"""Where results go, and how a long run shows that it goes on."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TextIO

import click

CLEAR_LINE = "\r\x1b[K"


def say(words: str) -> str:
    """Words from outside, such as a file's name, harmless for a terminal and on one line."""
    from reportedly.present.safe import disarm

    return disarm(words).replace("\n", "␊")


def wants_colour(out: TextIO) -> bool:
    """Is `out` a terminal, and does the user want colours there?"""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """The file at `path`, or standard output.

    Raises:
        click.FileError: if the file cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.FileError(str(path), hint=f"cannot be written: {error.strerror}") from error
    with file:
        yield file


@contextmanager
def open_export(path: Path | None, *, mark: bool = False) -> Iterator[TextIO]:
    """The file at `path`, which is there whole or not at all; or standard output. Line ends stay as they are written.

    Args:
        mark: begin a file with a byte-order mark, by which spreadsheets know UTF-8; a pipe gets none.

    Raises:
        click.FileError: if the file cannot be written.
    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(newline="\n")
        yield sys.stdout
        return
    special = path.exists() and not path.is_file()  # a pipe or a device is written to, never replaced
    target = path if special else path.resolve()
    unfinished = path if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with unfinished.open("w", encoding="utf-8-sig" if mark else "utf-8", errors="replace", newline="") as file:
            yield file
        if not special:
            if target.exists():
                shutil.copymode(target, unfinished)
            unfinished.replace(target)
    except BrokenPipeError:  # who reads a pipe may go away
        raise
    except OSError as error:
        raise click.FileError(str(path), hint=f"cannot be written: {error.strerror}") from error
    finally:
        if not special:
            unfinished.unlink(missing_ok=True)


class Progress:
    """One line on stderr that says which input is being read, and how far, if stderr is a terminal."""

    def __init__(self, total: int | None, stream: TextIO) -> None:
        self.total = total
        self.source = ""
        """The input that is being read."""
        self.documents = 0
        """How many of its documents are done."""
        self._stream = stream
        self._on = stream.isatty()
        self._number = 0

    def show(self, source: str) -> None:
        """Say that `source` is next."""
        self._number += 1
        self.source, self.documents = source, 0
        self._write()

    def step(self) -> None:
        """Say that one more document of the same input is done."""
        self.documents += 1
        self._write()

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._on:
            print(CLEAR_LINE, file=self._stream, end="", flush=True)

    def _write(self) -> None:
        if self._on:
            done = f" ({self.documents:,} done)" if self.documents else ""
            of = f" of {self.total}" if self.total else ""
            line = f"reading {self._number}{of}{done}: {say(self.source)}"
            print(CLEAR_LINE + line[: terminal_width() - 1], file=self._stream, end="", flush=True)


class Comparing:
    """One line on stderr that says how many documents have been compared, if stderr is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._on = stream.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.clear()

    def show(self, documents: int) -> None:
        """Say that so many are done."""
        if self._on:
            print(f"{CLEAR_LINE}comparing: {documents:,} documents done", file=self._stream, end="", flush=True)

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._on:
            print(CLEAR_LINE, file=self._stream, end="", flush=True)
