"""Events into rows of `events` and `members`."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reportedly.bulk.layout import Layout
from reportedly.bulk.schemas import EVENT_COLUMNS
from reportedly.bulk.tables import Row, write_rows
from reportedly.compare.events import Pair, make_events
from reportedly.model.event import Event, Member
from reportedly.present.contract import make_plain
from reportedly.present.event_contract import shape_event
from reportedly.present.event_table import make_row
from reportedly.present.lines import write_object


class EventTables:
    """The rows that one task makes."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter(events=0)
        self._events: list[Row] = []
        self._members: list[Row] = []

    def add(self, group: str, pairs: Sequence[Pair]) -> None:
        """Make the events of one group of claims."""
        for event in make_events(pairs):
            self.counts["events"] += 1
            self.counts[f"{event.status}"] += 1
            self._events.append(event_row(event))
            self._members += [member_row(event, member, group) for member in event.members]

    def save(self, out: Layout, part: str) -> None:
        """Write them as parts of the tables."""
        members, events = self.paths(out, part)
        write_rows(members, "members", self._members)
        write_rows(events, "events", self._events)

    @staticmethod
    def paths(out: Layout, part: str) -> list[Path]:
        """Where they lie."""
        return [out.table("members", part), out.table("events", part)]


def event_row(event: Event) -> Row:
    """The row of `events`."""
    row = make_row(event, None)
    return {
        **{name: make(row) for name, make in EVENT_COLUMNS.items()},
        "event": write_object(make_plain(shape_event(event))),
    }


def member_row(event: Event, member: Member, group: str) -> Row:
    """The row of `members`."""
    return {
        "event_id": event.id,
        "claim_id": member.held.claim.id,
        "document_id": member.held.document_id,
        "group_id": group,
        "stance": member.stance,
        "side": member.side,
        "concession": member.is_concession,
        "because": member.because,
    }
