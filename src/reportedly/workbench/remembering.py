"""An answer that stays the same as long as what it is made of does."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """The last answer, and for which state of the ledger it was made. Whoever comes while it is made waits for it."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._made: tuple[Hashable, T] | None = None

    def get(self, state: Hashable, make: Callable[[], T]) -> T:
        """What was made for this state, made now if it was not."""
        with self._guard:
            if self._made is None or self._made[0] != state:
                self._made = (state, make())
            return self._made[1]
