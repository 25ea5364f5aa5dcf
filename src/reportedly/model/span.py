"""Where something stands in a text."""

from dataclasses import dataclass
from typing import Self

from reportedly.errors import SpanError


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a document's text.

    Raises:
        SpanError: if the offsets are reversed or do not fit the length of `text`.
    """

    start: int
    """Code points into `Document.text`, from 0, inclusive."""
    end: int
    """Code points into `Document.text`, exclusive."""
    text: str
    """Always `Document.text[start:end]`."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or len(self.text) != self.end - self.start:
            raise SpanError(self.start, self.end, self.text)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Do the two share at least one character?"""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Does `other` lie wholly inside?"""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """Cut `text` from `start` to `end`, white space at both edges left out."""
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return cls(start=start, end=end, text=text[start:end])
