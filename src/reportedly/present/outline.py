"""Rows with indents, as a person wants them in a terminal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rich.padding import Padding
from rich.text import Text

from reportedly.present.safe import disarm
from reportedly.present.text import STYLES, make_console, trim_lines

INDENT = 4
BREAKS = re.compile(r"[^\S ]+")
"""What would break a row or set it in columns; the spaces behind an id stay."""


@dataclass(frozen=True, slots=True)
class Row:
    """Some words on a line of their own; without words an empty line."""

    words: str
    depth: int = 0
    """How many indents stand before it."""
    style: str | None = None
    """A key of `STYLES`."""


def write_outline(rows: Iterable[Row], *, width: int = 80, colour: bool = False) -> str:
    """The rows as text; whatever stands in them is harmless for a terminal.

    Args:
        width: columns of the terminal.
        colour: may escape sequences be used?
    """
    console = make_console(width, colour=colour)
    with console.capture() as captured:
        for row in rows:
            words = Text(disarm(BREAKS.sub(" ", row.words)), STYLES[row.style] if row.style else "")
            console.print(Padding(words, (0, 0, 0, INDENT * row.depth)))
    return trim_lines(captured.get())
