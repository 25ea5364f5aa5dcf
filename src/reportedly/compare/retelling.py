"""What changed from one telling to a later one that rests on it."""

from collections.abc import Iterator

from reportedly.model.event import Change, Event


def trace_changes(event: Event) -> tuple[Change, ...]:
    """What later tellings of an event say otherwise than the earlier ones on which they rest."""
    return tuple(find_changes(event))


def find_changes(event: Event) -> Iterator[Change]:
    """One after the other."""
    yield from ()
