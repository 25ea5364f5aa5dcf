"""What every request is answered from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.tally.tally import Tally
from reportedly.workbench.importing import Imports
from reportedly.workbench.keeping_views import Views, name_ledger
from reportedly.workbench.ledgers import Ledgers
from reportedly.workbench.reaching import Reaches
from reportedly.workbench.remembering import Remembered
from reportedly.workbench.shapes import DeskShape, SourcesShape
from reportedly.workbench.working import Worker

MOST_BYTES = 2_000_000_000
"""The longest file that is taken, if nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A ledger with all that works on it."""

    ledger: str
    """Where it lies, without a password."""
    who: str
    """Under which name reviews are written."""
    base: str
    """The address to which permalinks lead."""
    roads: Path | None
    """The file of roads that the user gave."""
    most_bytes: int
    ledgers: Ledgers
    tally: Tally
    worker: Worker
    imports: Imports
    views: Views
    counts: Remembered[tuple[int, int]] = field(default_factory=Remembered)
    """How many documents and claims stand, by the number of the last entry."""
    colours: Remembered[dict[str, str]] = field(default_factory=Remembered)
    reaches: Reaches = field(default_factory=Reaches)
    desk: Remembered[DeskShape] = field(default_factory=Remembered)
    sources: Remembered[SourcesShape] = field(default_factory=Remembered)
    """The last page of sources, by the number of the last entry and what was asked."""

    def close(self) -> None:
        """End all work between two documents."""
        self.imports.stop()
        self.worker.stop()
        self.ledgers.close()


@contextmanager
def open_bench(
    address: str, *, who: str, base: str, roads: Path | None = None, most_bytes: int = MOST_BYTES
) -> Iterator[Bench]:
    """The bench of a ledger that is there, at work until it is closed."""
    ledgers = Ledgers(address)
    tally = Tally()
    worker = Worker(ledgers, tally)
    bench = Bench(
        ledger=name_ledger(address),
        who=who,
        base=base,
        roads=roads,
        most_bytes=most_bytes,
        ledgers=ledgers,
        tally=tally,
        worker=worker,
        imports=Imports(ledgers, worker.wake),
        views=Views(address),
    )
    bench.worker.start()
    bench.imports.start()
    try:
        yield bench
    finally:
        bench.close()
