"""How fast each language is read: words a second on one core, by stage, and how long the first text of a process takes.

    python -m benchmarks.languages FILE… [--documents 300] [--language ru]

FILE holds JSON Lines, plain or gzipped: `lang` with `text`, or a text under its language's own name, as `text_uk`. The
first texts are read before the clock starts, since networks, dictionaries and gazetteer are loaded late; that time is what
`from nothing` says, of an invented sentence in a process of its own. CPU seconds, so that other processes do not count.
"""

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from reportedly.annotate.stages import STAGES
from reportedly.claims.assemble import read
from reportedly.flow.reading import language_of, read_document, why_unread
from reportedly.model.annotation import Found, Layer
from reportedly.model.document import Document

LANGUAGES = {
    "en": "Russian forces captured the village of Malynivka on Tuesday, the channel Front Diary said, citing a soldier.\n",
    "ru": "Во вторник армия взяла деревню Малиновка, сообщил канал «Дневник фронта» со ссылкой на солдата.\n",
    "uk": "У вівторок армія взяла село Малинівка, повідомив канал «Щоденник фронту» з посиланням на солдата.\n",
}
WARMING = 20
"""Texts of each language that are read before the clock starts."""

STEPS = {
    Layer.SENTENCE: "sentences", Layer.QUOTE: "sentences", Layer.TOKEN: "tokens", Layer.ATTRIBUTION: "tagger",
    Layer.MENTION: "tagger", Layer.PLACE_NAME: "places", Layer.DATE_PHRASE: "days and numbers",
    Layer.NUMBER_PHRASE: "days and numbers",
}  # fmt: skip
CLAIMS = "claims"

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""What keeps the arithmetic of arrays on one core; it must be said before the process begins."""

Answer = TypeVar("Answer")


def load(path: Path, most: int) -> Iterator[Document]:
    """The first texts of each language in a file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    count: defaultdict[str, int] = defaultdict(int)
    for row in (json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()):
        told = str(row.get("lang") or row.get("language") or "en")
        for language in LANGUAGES:
            text = row.get(f"text_{language}") or (row.get("text") if language == told else None)
            if text and count[language] < most:
                count[language] += 1
                published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
                document = Document(text=text, language=language, outlet=row.get("outlet"), published=published)
                if why_unread(document) is None:
                    yield document


class Clock:
    """Adds up the CPU seconds of each step."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def time(self, step: str, work: Callable[[], Answer]) -> Answer:
        """What `work` answers."""
        began = time.process_time()
        answer = work()
        self.seconds[step] += time.process_time() - began
        return answer


def time_steps(documents: Sequence[Document], clock: Clock) -> None:
    """Read every document step by step, as `read_document` does."""
    for document in documents:
        found = Found()
        for stage in STAGES:
            (answer,) = clock.time(STEPS[stage.makes], partial(stage.find, [document], [found]))
            found = found.adding(stage.makes, answer)
        clock.time(CLAIMS, partial(read, document, found, language=language_of(document)))


def time_start(language: str, runs: int) -> list[float]:
    """Wall seconds of `reportedly read` on one sentence, each time in a new process."""
    command = [sys.executable, "-m", "reportedly", "read", "-", "--format", "json"]
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(command, input=LANGUAGES[language].encode(), check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - began)
    return seconds


def main() -> None:
    """Print a block of lines for each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--documents", type=int, default=300, help="of each file and language")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--runs", type=int, default=3, help="of the first text in a process")
    given = parser.parse_args()
    if not ONE_THREAD.items() <= os.environ.items():
        os.execve(sys.executable, sys.orig_argv, {**os.environ, **ONE_THREAD})
    documents = [document for path in given.files for document in load(path, given.documents)]
    for language in LANGUAGES:
        own = [each for each in documents if each.language == language]
        if not own or given.language not in (None, language):
            continue
        for each in own[:WARMING]:
            read_document(each)
        clock = Clock()
        time_steps(own[WARMING:], clock)
        words = sum(len(each.text.split()) for each in own[WARMING:])
        print(f"{language}: {len(own[WARMING:])} documents, {words:,} words")
        for step, seconds in [("whole reading", sum(clock.seconds.values())), *clock.seconds.items()]:
            print(f"  {step:17}{seconds:7.2f} s {words / max(1e-9, seconds):9,.0f} words/s")
        print(f"  from nothing     {statistics.median(time_start(language, given.runs)):7.2f} s")


if __name__ == "__main__":
    main()
