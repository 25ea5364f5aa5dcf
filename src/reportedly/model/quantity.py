"""How many, as a text says it."""

from dataclasses import dataclass

from reportedly.errors import IntervalError
from reportedly.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its range and what it counts.

    Raises:
        IntervalError: if `high` lies below `low`.
    """

    span: Span
    value: float | None
    """The number given; None where only a range or "dozens" is given."""
    low: float | None
    """The least that the words allow. None if they set no lower bound."""
    high: float | None
    """The most that the words allow. None if they set no upper bound ("at least")."""
    unit: str | None = None
    """SI symbol, currency code, `%`, or what is counted in the singular (`soldier`)."""
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.high < self.low:
            raise IntervalError(self.span.text, self.low, self.high)
