"""What a check of the ledger finds wrong, row by row."""

from collections.abc import Iterable, Mapping
from typing import Any

from reportedly.ledger.verdicts import Fault

SHOWN = 100
"""Faults that are named; the rest is counted."""
LONGEST = 60
"""Characters of a value in a fault."""


class Faults:
    """Faults in the order in which they were found."""

    def __init__(self) -> None:
        self.shown: list[Fault] = []
        self.found = 0

    def add(self, where: str, wrong: str) -> None:
        """Note that a row is not as it was written."""
        self.found += 1
        if self.found <= SHOWN:
            self.shown.append(Fault(where=where, wrong=wrong))

    def compare(self, where: str, expected: Mapping[str, Any], actual: Mapping[str, Any]) -> None:
        """Note what a row says otherwise than the record."""
        wrong = [
            f"{name} is {shorten(actual.get(name))} where the record has {shorten(value)}"
            for name, value in expected.items()
            if not is_same(value, actual.get(name))
        ]
        if wrong:
            self.add(where, "; ".join(wrong))

    def match(
        self, what: str, expected: Mapping[Any, Mapping[str, Any]], actual: Iterable[tuple[Any, Mapping[str, Any]]]
    ) -> None:
        """Note which rows are missing, added, or say something else.

        Args:
            what: begins the name of each row, which ends with its key.
            expected: the rows that the record gives, by key.
            actual: the rows that are there, with their keys.
        """
        seen = set()
        for key, row in actual:
            where = f"{what} {tell(key)}"
            if key not in expected or key in seen:
                self.add(where, "is there, though the record gives no such row")
            else:
                self.compare(where, expected[key], row)
            seen.add(key)
        for key in expected.keys() - seen:
            self.add(f"{what} {tell(key)}", "is missing")


def is_same(left: object, right: object) -> bool:
    """Are two values one, and of one type? A number that stands as text is another value."""
    if isinstance(left, str) and "\x00" in left:  # PostgreSQL's texts hold none, see `storable`
        return right in (left, left.replace("\x00", "\ufffd"))
    return type(left) is type(right) and left == right


def tell(key: Any) -> str:
    """A key in words."""
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def shorten(value: object) -> str:
    """A value that does not flood the screen."""
    said = repr(value)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
