"""Bad luck with one input. The next one goes on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why one input could not be read. A value: it is counted and shown, never raised."""

    source: str
    """The input as the user named it."""
    message: str
    """What is wrong with it and what to do, in one line, without the input's name."""
