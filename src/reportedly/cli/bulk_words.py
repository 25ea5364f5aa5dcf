"""What `reportedly bulk` says: how far it is, and what came of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from reportedly.cli.output import CLEAR_LINE, say, terminal_width

if TYPE_CHECKING:
    from reportedly.bulk.engines import Lost
    from reportedly.bulk.manifests import Manifest
    from reportedly.bulk.stages import Progress
    from reportedly.bulk.status import Stage, Status
    from reportedly.ledger.loading import Loading

STAGES: Mapping[str, tuple[str, str]] = {
    "take": ("taking in", "inputs"),
    "read": ("reading", "documents"),
    "block": ("blocking", "documents"),
    "link": ("comparing", "tasks"),
    "sort": ("sorting", "tasks"),
    "group": ("grouping", "tasks"),
    "gather": ("gathering", "tasks"),
    "tell": ("telling", "tasks"),
}
"""What each stage does, and what it counts."""

MINUTE_S, HOUR_S = 60, 3600
MOST_TROUBLES = 10
"""Causes that are shown; --format json has all."""


class StageLine:
    """One line on stderr that says how far a stage is, how fast it goes and how long it will take, if stderr is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._on = stream.isatty()

    def show(self, progress: "Progress") -> None:
        """Say how far a stage is."""
        self._write(say_progress(progress))

    def show_loading(self, loading: "Loading") -> None:
        """Say how far the loading is."""
        self._write(f"loading: {loading.new + loading.versions + loading.known:,} documents done")

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._on:
            print(CLEAR_LINE, file=self._stream, end="", flush=True)

    def _write(self, line: str) -> None:
        if self._on:
            print(CLEAR_LINE + line[: terminal_width() - 1], file=self._stream, end="", flush=True)


def say_progress(progress: "Progress") -> str:
    """One line: "reading: 12,000 of 20,000 documents, 5,920 words/s, about 22 min left"."""
    does, counted = STAGES[progress.stage]
    said = [f"{does}: {progress.done:,} of {progress.total:,} {counted}"]
    if words := progress.counts.get("words"):
        said.append(f"{words / max(progress.seconds, 1e-9):,.0f} words/s")
    if progress.left_s is not None and progress.done < progress.total:
        said.append(f"about {say_time(progress.left_s)} left")
    return ", ".join(said)


def say_time(seconds: float) -> str:
    """A time as one would say it."""
    if seconds < 2 * MINUTE_S:
        return f"{seconds:.0f} s"
    if seconds < 2 * HOUR_S:
        return f"{seconds / MINUTE_S:.0f} min"
    return f"{seconds / HOUR_S:.1f} h"


def say_lost(lost: "Lost") -> str:
    """What became of a task that killed its workers."""
    return f"task {lost.task} is not done: {lost.why}; run the command again, with fewer --workers or a smaller --shard"


def say_read(status: "Status") -> str:
    """What an archive holds after reading, and what was wrong."""
    stages = {each.stage: each for each in status.stages}
    take, counts = stages["take"], stages["read"].counts
    known = f", {counts['known']:,} known already" if counts.get("known") else ""
    unread = f", {counts['unread']:,} not read" if counts.get("unread") else ""
    first = (
        f"{take.counts.get('documents', 0):,} documents of {take.done:,} inputs: {counts.get('read', 0):,} read"
        f" ({counts.get('claims', 0):,} claims){known}{unread}"
    )
    return "\n".join([first, *say_troubles(status)])


def say_compared(made: "Manifest") -> str:
    """What came of comparing."""
    counts = made.counts
    known = ("single-source", "unsourced", "one-sided", "corroborated", "conceded", "contested", "circular")
    statuses = ", ".join(f"{counts[name]:,} {name}" for name in known if counts.get(name))
    return f"{counts.get('events', 0):,} events" + (f": {statuses}" if statuses else "")


def say_loaded(loading: "Loading") -> str:
    """What came of loading."""
    said = [f"{loading.new:,} new"]
    said += [f"{loading.versions:,} new versions"] if loading.versions else []
    said += [f"{loading.known:,} known already"] if loading.known else []
    said += [f"{loading.forgotten:,} forgotten before, left out"] if loading.forgotten else []
    compared = "compared already" if loading.is_compared else "`reportedly events` compares what is left"
    return f"{', '.join(said)}; {loading.claims:,} claims, {compared}"


def say_status(status: "Status") -> str:
    """All of it as lines."""
    lines = [say_stage(each) for each in status.stages]
    size = sum(status.bytes_of.values())
    parts = ", ".join(f"{name} {say_size(each)}" for name, each in status.bytes_of.items())
    lines.append(f"on the disk {say_size(size)}" + (f": {parts}" if parts else ""))
    return "\n".join([*lines, *say_troubles(status)])


def say_stage(stage: "Stage") -> str:
    """One stage: how far, what was counted, and how long it took one core."""
    of = f" of {stage.total:,}" if stage.total is not None else ""
    counts = ", ".join(f"{number:,} {name}" for name, number in stage.counts.items())
    rate = ""
    if words := stage.counts.get("words"):
        rate = f", {words / max(stage.cpu_s, 1e-9):,.0f} words/s a core"
    return (
        f"{stage.stage:9}{stage.done:,}{of}"
        + (f": {counts}" if counts else "")
        + (f" ({say_time(stage.cpu_s)} of a core{rate})" if stage.cpu_s else "")
    )


def say_troubles(status: "Status") -> Iterator[str]:
    """What was wrong, the commonest first, with an example each."""
    for number, (name, cause) in enumerate(status.troubles.items()):
        if number == MOST_TROUBLES:
            yield f"… and {len(status.troubles) - number:,} more causes; --format json shows all"
            return
        yield f"{cause.count:,} × {say(name)}"
        yield f"    {say(cause.examples[0])}"


def say_size(size: float) -> str:
    """Bytes as one would say them."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"


def write_status(status: "Status") -> str:
    """All of it as JSON."""
    return json.dumps(asdict(status), ensure_ascii=False, indent=2)
