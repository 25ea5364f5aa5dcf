"""What our drawings are made of: numbers that are short, and words that fit."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.present.words import one_line

Point = tuple[float, float]

WIDE = frozenset("WF")
"""Letters as wide as they are high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in a drawing, in pixels."""

    x: str
    y: str
    words: str
    anchor: str = "start"
    """On which side of the point they stand, as SVG names it."""


def px(number: float) -> str:
    """Pixels to a tenth, as short as they can be written."""
    return f"{round(number, 1) + 0.0:g}"


def fit(text: str, widths: int) -> str:
    """`text` on one line, cut to so many widths of a common letter."""
    line, used = one_line(text), 0
    for number, letter in enumerate(line):
        used += measure(letter)
        if used > widths:
            return cut(line[:number], widths)
    return line


def cut(line: str, widths: int) -> str:
    """What is left of a line that is too long, with the sign that it goes on."""
    while line and measure(line) > widths - 1:
        line = line[:-1]
    return line.rstrip() + "…"


def measure(text: str) -> int:
    """The width of a text in widths of a common letter, about."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in WIDE else 1
        for letter in text
    )


def curve(points: Sequence[Point]) -> str:
    """A path through points: a soft curve to every second one, straight on to the next."""
    parts = [f"M{px(points[0][0])} {px(points[0][1])}"]
    for number, (x, y) in enumerate(points[1:], 1):
        before_x, before_y = points[number - 1]
        middle = (before_x + x) / 2
        if number % 2:
            parts.append(f"C{px(middle)} {px(before_y)} {px(middle)} {px(y)} {px(x)} {px(y)}")
        else:
            parts.append(f"H{px(x)}")
    return "".join(parts)


def bow(start: Point, end: Point, depth: float) -> str:
    """A path from one point to another that swings out to the right."""
    right = max(start[0], end[0]) + depth
    return (
        f"M{px(start[0])} {px(start[1])}C{px(right)} {px(start[1])} {px(right)} {px(end[1])} {px(end[0])} {px(end[1])}"
    )
