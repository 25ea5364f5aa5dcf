"""An archive of documents, and the way from its inputs to readings: take, settle, read, block."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from reportedly.bulk.blocking import Block
from reportedly.bulk.engines import Engine, Lost
from reportedly.bulk.layout import Layout, alone_in, sweep, write_whole
from reportedly.bulk.manifests import Manifest, Part, digest, load
from reportedly.bulk.reading import Read
from reportedly.bulk.settling import Settled, settle
from reportedly.bulk.shards import ShardTask
from reportedly.bulk.stages import Staged, Told, run_stage
from reportedly.bulk.taking import Take, TakeTask
from reportedly.claims.assemble import name_makers
from reportedly.compare.rules import LANGUAGES, name_rules
from reportedly.errors import ArchiveError, StoredFormError
from reportedly.flow.adding import Means
from reportedly.ingest.folders import list_inputs
from reportedly.ingest.loading import Given
from reportedly.ledger.rows import read, write
from reportedly.reference.gazetteer import Gazetteer

SHARD_DOCUMENTS = 500
"""A worker takes some minutes for so many articles."""
LISTED = "inputs.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An input that the archive has heard of."""

    source: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How inputs are to be taken and read."""

    sources: Sequence[str]
    kind: str | None = None
    given: Given = field(default_factory=Given)
    means: Means = field(default_factory=Means)
    shard_documents: int = SHARD_DOCUMENTS


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder with documents and their readings, as far as they are there."""

    layout: Layout

    @classmethod
    def at(cls, root: Path) -> "Archive":
        """The archive in a folder.

        Raises:
            ArchiveError: if there is none.
        """
        archive = cls(Layout(root))
        if not (root / LISTED).is_file():
            raise ArchiveError(str(root), "holds no archive; make one with `reportedly bulk read INPUT… --out FOLDER`")
        return archive

    def listed(self) -> list[Listed]:
        """The inputs, in the order in which they were named first."""
        path = self.layout.root / LISTED
        try:
            return list(read(path.read_bytes(), tuple[Listed, ...])) if path.exists() else []
        except (OSError, StoredFormError) as error:
            raise ArchiveError(str(path), f"cannot be read ({error}); use another folder") from error

    def taken(self) -> list[Manifest]:
        """What came of each input that is taken, in order."""
        names = [name_input(number) for number in range(len(self.listed()))]
        found = (load(self.layout.manifest(Take.stage, name)) for name in names)
        return [manifest for manifest in found if manifest is not None]

    def shards(self) -> list[Part]:
        """All shards of documents, in the order in which they would be added to a ledger."""
        return [part for manifest in self.taken() for part in manifest.parts]

    def settled(self) -> Settled:
        """What is known or replaced among them."""
        return settle(self.layout, self.shards())

    def done(self, stage: str) -> dict[str, Manifest]:
        """What came of each shard in a stage, as far as it is done."""
        found = ((shard.name, load(self.layout.manifest(stage, shard.name))) for shard in self.shards())
        return {name: manifest for name, manifest in found if manifest is not None}


def name_input(number: int) -> str:
    """The input with this number, from 0."""
    return f"{number:06}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What did not come of a run."""

    lost: tuple[Lost, ...]
    """Tasks that killed their workers."""
    empty: tuple[tuple[str, str], ...]
    """Inputs of which nothing could be read, each with the reason."""


def read_archive(root: Path, asked: Asked, engine: Engine, told: Told) -> Outcome:
    """Read inputs into an archive, with what it holds already; what did not come of it.

    Raises:
        ArchiveError: if the folder cannot be used.
    """
    with alone_in(root):
        sweep(root)
        archive = Archive(Layout(root))
        taken = run_stage(engine, Take(root), list_tasks(archive, asked), archive.layout, told)
        shards, settled = archive.shards(), archive.settled()
        clean(archive.layout, {shard.name for shard in shards})
        sizes = {shard.name: shard.documents for shard in shards}
        reads = [
            ShardTask(
                name=shard.name,
                made_from=digest([shard.digest, settled.known.get(shard.name, ()), *name_readers(asked.means)]),
                known=tuple(settled.known.get(shard.name, ())),
            )
            for shard in shards
        ]
        readings = run_stage(engine, Read(root, asked.means), reads, archive.layout, told, sizes)
        blocks = run_stage(
            engine, Block(root), list_blocking(reads, readings), archive.layout, told, sizes_of(readings)
        )
        sweep(root)  # what workers left that died
        return Outcome(
            lost=(*taken.lost, *readings.lost, *blocks.lost), empty=tuple(list_empty(archive, taken.manifests))
        )


def list_empty(archive: Archive, taken: Iterable[Manifest]) -> Iterator[tuple[str, str]]:
    """Of these inputs those without any document, each with the first thing that was wrong."""
    names = {name_input(number): each.source for number, each in enumerate(archive.listed())}
    for each in taken:
        if not each.parts:
            first = next((example for cause in each.troubles.values() for example in cause.examples), "nothing to read")
            yield names[each.task], first.removeprefix(f"{names[each.task]}: ")


def list_tasks(archive: Archive, asked: Asked) -> list[TakeTask]:
    """The inputs that are asked for; those that are new are put on the archive's list."""
    listed = archive.listed()
    numbers = {each.source: number for number, each in enumerate(listed)}
    now = datetime.now(UTC)
    wanted = dict.fromkeys(str(Path(source).absolute()) for name in asked.sources for source in list_inputs(name))
    for source in wanted:
        if source not in numbers:
            numbers[source] = len(listed)
            listed.append(Listed(source=source, since=now))
    write_whole(archive.layout.root / LISTED, lambda path: path.write_bytes(write(tuple(listed))))
    return [
        TakeTask(
            name=name_input(numbers[source]),
            made_from=digest([source, *state_of(source), asked.kind, asked.given, asked.shard_documents]),
            source=source,
            kind=asked.kind,
            given=asked.given,
            since=listed[numbers[source]].since,
            shard_documents=asked.shard_documents,
        )
        for source in wanted
    ]


def state_of(source: str) -> tuple[object, ...]:
    """What tells that a file has changed."""
    try:
        status = Path(source).stat()
    except (OSError, ValueError):
        return ("not there",)
    return status.st_size, status.st_mtime_ns


def name_readers(means: Means) -> list[object]:
    """Everything that has a hand in readings that are made now."""
    places = Gazetteer.open(None if means.gazetteer is None else Path(means.gazetteer))
    return [means.profile, *(name_makers(places, means.profile, language) for language in LANGUAGES)]


def list_blocking(reads: Iterable[ShardTask], readings: Staged) -> list[ShardTask]:
    """The shards that are read, to be put under their keys."""
    known = {task.name: task.known for task in reads}
    return [
        ShardTask(name=each.task, made_from=digest([each.made_from, name_rules()]), known=known[each.task])
        for each in readings.manifests
    ]


def sizes_of(staged: Staged) -> Mapping[str, int]:
    """The documents of each shard."""
    return {each.task: each.counts.get("documents", 0) for each in staged.manifests}


def clean(layout: Layout, shards: Collection[str]) -> None:
    """Take away what is left of inputs that have changed since."""
    for table in ("documents", "readings", "claims", "comparables", "blocks"):
        for path in layout.tables(table):
            if path.stem not in shards:
                path.unlink(missing_ok=True)
