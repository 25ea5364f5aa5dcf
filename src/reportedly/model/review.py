"""What a person says about a claim or a document. It stands beside what was read, and never instead of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reportedly.errors import ReviewError


class Action(StrEnum):
    """What a review does."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    """Gives one field of a claim another value."""
    MERGE = "merge"
    """Says that claims speak of one happening."""
    SPLIT = "split"
    """Says that claims speak of different happenings."""
    NOTE = "note"
    GRAPHIC = "graphic"
    """Says of a document that it is hard to look at."""
    WITHDRAW = "withdraw"
    """Takes another review back."""


FEWEST_SUBJECTS = {Action.MERGE: 2, Action.SPLIT: 2}
"""One for every other action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One judgement, by whom and why.

    Raises:
        ReviewError: if it names too few or too many things, or corrects without a field.
    """

    action: Action
    subjects: tuple[str, ...]
    """The ids of what it is about: claims; what is graphic is a document, a note may be on anything, and what is withdrawn is a review."""
    who: str
    at: datetime
    """With its zone."""
    why: str | None = None
    field: str | None = None
    """Which field of the claim is corrected, by the contract's name."""
    value: str | None = None
    """What it is corrected to, as JSON."""

    def __post_init__(self) -> None:
        fewest = FEWEST_SUBJECTS.get(self.action, 1)
        if len(set(self.subjects)) < fewest or (fewest == 1 and len(self.subjects) > 1):
            raise ReviewError(
                self.action, f"needs {fewest}{'' if fewest == 1 else ' different ones or more'} to be about"
            )
        if (self.action is Action.CORRECT) != (self.field is not None) or (
            self.field is None and self.value is not None
        ):
            raise ReviewError(self.action, "a field and its value belong to a correction, and to nothing else")
        if self.action is Action.NOTE and not self.why:
            raise ReviewError(self.action, "has no words")
        if self.at.tzinfo is None or not self.who.strip():
            raise ReviewError(self.action, "must say who and when")
