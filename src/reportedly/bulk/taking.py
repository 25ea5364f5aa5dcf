"""Inputs into documents: each input by itself, cut into shards that workers read one by one."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from reportedly.bulk.formats import BULK_FORMATS
from reportedly.bulk.layout import Layout, save_array
from reportedly.bulk.manifests import Manifest, Part, digest, load
from reportedly.bulk.settling import Key, key_of
from reportedly.bulk.tables import document_row, write_rows
from reportedly.bulk.troubles import Counted
from reportedly.flow.adding import locate, stamp
from reportedly.ingest.loading import Given, load_source
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

MOST_CHARACTERS = 4_000_000
"""Of the documents of a shard together, unless one alone has more: they are held in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTask:
    """One input."""

    name: str
    made_from: str
    source: str
    """The path, as it is opened."""
    kind: str | None
    given: Given
    since: datetime
    """What does not say when it was captured was captured when the archive first heard of the input."""
    shard_documents: int


@dataclass(frozen=True, slots=True)
class Take:
    """Takes the documents out of inputs."""

    root: Path
    stage = "take"

    def makes(self, task: TakeTask) -> list[Path]:
        """As `Work` asks for; which shards there are only the manifest tells."""
        return []

    def __call__(self, task: TakeTask) -> Manifest:
        """Cut one input into shards."""
        begun, counted, layout = time.process_time(), Counted(), Layout(self.root)
        incoming = locate(load_source(task.source, kind=task.kind, given=task.given, formats=BULK_FORMATS), task.source)
        documents = (stamp(each, task.since) for each in skip_troubles(incoming, counted))
        parts = [
            write_shard(layout, f"{task.name}-{number:05}", shard)
            for number, shard in enumerate(cut_shards(documents, task.shard_documents))
        ]
        before = load(layout.manifest(self.stage, task.name))
        if before is not None and not parts:  # it is gone, or cannot be opened now: what was taken of it stays
            parts = list(before.parts)
        return Manifest(
            task=task.name,
            made_from=task.made_from,
            counts={"documents": sum(part.documents for part in parts)},
            troubles=counted.causes,
            parts=tuple(parts),
            cpu_s=time.process_time() - begun,
        )


def skip_troubles(outcomes: Iterator[Document | Trouble], counted: Counted) -> Iterator[Document]:
    """The documents; what is wrong with others is counted."""
    for outcome in outcomes:
        if isinstance(outcome, Trouble):
            counted.add(outcome)
        else:
            yield outcome


def cut_shards(documents: Iterator[Document], most: int) -> Iterator[list[Document]]:
    """Some documents at a time, not too many and not too long together."""
    shard: list[Document] = []
    characters = 0
    for document in documents:
        if shard and (len(shard) >= most or characters + len(document.text) > MOST_CHARACTERS):
            yield shard
            shard, characters = [], 0
        shard.append(document)
        characters += len(document.text)
    if shard:
        yield shard


def write_shard(layout: Layout, name: str, documents: list[Document]) -> Part:
    """One shard, and the numbers by which its documents are told apart."""
    write_rows(layout.table("documents", name), "documents", map(document_row, documents))
    keys = np.array([key_of(each) for each in documents], dtype=Key)
    save_array(layout.keys(name), keys)
    return Part(name=name, digest=digest(each.id for each in documents), documents=len(documents))
