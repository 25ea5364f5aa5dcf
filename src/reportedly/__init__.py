"""Who claims what in conflict reporting: on whose word, where, when, how firmly.

from reportedly import read_text
reading = read_text("The channel, citing a serviceman, said that the village was lost.")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.errors import ReportedlyError, UnreadableError
    from reportedly.flow import add_paths, find_events, read_path, read_paths, read_text
    from reportedly.ledger.opening import open_ledger
    from reportedly.model.event import Event
    from reportedly.model.reading import Reading
    from reportedly.model.trouble import Trouble

__version__ = "0.1.0"

__all__ = [
    "Event",
    "Reading",
    "ReportedlyError",
    "Trouble",
    "UnreadableError",
    "add_paths",
    "find_events",
    "open_ledger",
    "read_path",
    "read_paths",
    "read_text",
]

_HOMES = {
    "Event": "reportedly.model.event",
    "Reading": "reportedly.model.reading",
    "ReportedlyError": "reportedly.errors",
    "Trouble": "reportedly.model.trouble",
    "UnreadableError": "reportedly.errors",
    "add_paths": "reportedly.flow",
    "find_events": "reportedly.flow",
    "open_ledger": "reportedly.ledger.opening",
    "read_path": "reportedly.flow",
    "read_paths": "reportedly.flow",
    "read_text": "reportedly.flow",
}


def __getattr__(name: str) -> Any:
    # Late, so that `reportedly --help` does not wait for a parser that it does not use.
    if name not in _HOMES:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
