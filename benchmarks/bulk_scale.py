"""What a larger archive costs, reckoned from one that was read and compared: core-hours, disk, and time on so many cores.

    python -m benchmarks.bulk_scale archive/ events/ --documents 100000000 --cores 2 64 256 1024

The rates are those that the manifests of the two folders hold: seconds of one core that each stage took over all workers, and
bytes of each table. Every stage but `connect` is reckoned to grow with the documents; that one is measured here.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reportedly.bulk.connecting import connect
from reportedly.bulk.status import Stage, Status, tell_status

HOUR_S = 3600
STAGES = ("take", "read", "block", "link", "sort", "group", "gather", "tell")
LINKS = 2_000_000


def list_stages(some: Sequence[Status]) -> dict[str, Stage]:
    """Each stage of an archive and of its events."""
    return {stage.stage: stage for status in some for stage in status.stages if stage.stage in STAGES}


def time_connecting() -> float:
    """Seconds that a million links take to be brought together, by links like those of small components."""
    random = np.random.default_rng(7)
    ends = random.integers(0, 1 << 50, LINKS)
    links = np.stack([ends, np.roll(ends, random.integers(1, 3))], axis=1)[random.random(LINKS) < 0.7]
    begun = time.process_time()
    connect([links])
    return (time.process_time() - begun) / len(links) * 1e6


def main() -> None:
    """Print the cost of a document, and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("events", type=Path)
    parser.add_argument("--documents", type=int, default=100_000_000)
    parser.add_argument("--cores", type=int, nargs="+", default=[2, 64, 256, 1024])
    chosen = parser.parse_args()
    archive, events = tell_status(chosen.archive), tell_status(chosen.events)
    stages = list_stages([archive, events])
    documents = stages["take"].counts["documents"]
    read = stages["read"].counts
    print(
        f"measured on {documents:,} documents, {read['words']:,} words, {read['claims']:,} claims:"
        f" {read['words'] / read['read']:.0f} words and {read['claims'] / read['read']:.1f} claims a document"
    )
    total_s = 0.0
    for name, stage in stages.items():
        each_s = stage.cpu_s / documents
        total_s += each_s * chosen.documents
        print(f"{name:8}{1000 * each_s:9.2f} ms a document {each_s * chosen.documents / HOUR_S:14,.0f} core-hours")
    print(f"{'all':8}{1000 * total_s / chosen.documents:9.2f} ms a document {total_s / HOUR_S:14,.0f} core-hours")
    for cores in chosen.cores:
        print(f"on {cores:,} cores {total_s / HOUR_S / cores:,.1f} hours")
    for name, size in (*archive.bytes_of.items(), *events.bytes_of.items()):
        print(
            f"{name:12}{size / documents:8,.0f} bytes a document {size / documents * chosen.documents / 1e9:10,.0f} GB"
        )
    links = stages["link"].counts["links"] / documents * chosen.documents
    million_s = time_connecting()
    print(
        f"connect, in one place: {links / 1e6:,.0f} million links, {million_s:.2f} s a million and about 100 bytes each:"
        f" {links / 1e6 * million_s / 60:,.0f} min, {links * 100 / 1e9:,.0f} GB of memory"
    )


if __name__ == "__main__":
    main()
