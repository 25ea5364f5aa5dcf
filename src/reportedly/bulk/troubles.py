"""What went wrong with documents, counted by cause, with a few examples of each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.model.trouble import Trouble

EXAMPLES = 5
"""So many are shown of each cause."""
MOST_CAUSES = 100
"""More of them in one task count as one."""
OTHERS = "other causes"
LONGEST_EXAMPLE = 300

_PARTICULAR = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|\([^)]*\)|\bhttps?://\S+|\S*\d[\d,.]*\S*")
"""What differs from one document to the next: what is quoted, in parentheses, an address, a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One kind of trouble."""

    count: int
    examples: tuple[str, ...]
    """The input and what was wrong, in the order in which they came."""


Causes = Mapping[str, Cause]


class Counted:
    """Troubles as they come."""

    def __init__(self) -> None:
        self.causes: dict[str, Cause] = {}

    def add(self, trouble: Trouble) -> None:
        """Count one more."""
        said = f"{trouble.source}: {trouble.message}"[:LONGEST_EXAMPLE]
        self.put(name_cause(trouble.message), Cause(count=1, examples=(said,)))

    def put(self, name: str, cause: Cause) -> None:
        """Count some more of one kind."""
        if name not in self.causes and len(self.causes) >= MOST_CAUSES:
            name = OTHERS
        before = self.causes.get(name, Cause(count=0, examples=()))
        self.causes[name] = Cause(
            count=before.count + cause.count, examples=(*before.examples, *cause.examples)[:EXAMPLES]
        )


def name_cause(message: str) -> str:
    """What is wrong, without what is particular to the document."""
    return " ".join(_PARTICULAR.sub("…", message).split())[:LONGEST_EXAMPLE]


def merge(some: Iterable[Causes]) -> dict[str, Cause]:
    """All causes together, the commonest first."""
    counted = Counted()
    for causes in some:
        for name, cause in causes.items():
            counted.put(name, cause)
    return dict(sorted(counted.causes.items(), key=lambda each: -each[1].count))
