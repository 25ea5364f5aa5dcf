"""How long an English reading takes, stage by stage, and beside the parser alone: CPU seconds on one core, in one run.

    REPORTEDLY_EVAL=… python -m benchmarks.speed [--documents 241]

Each document is read by itself, as `reportedly read` does. The parser alone is spaCy's English pipeline as it installs,
loaded by itself, over the same texts; `without names` leaves out its recogniser and lemmatiser too. Of `assembling`, which
makes the reading from what the stages found, the last lines repeat two parts: weighing places and counting times. The
figures in words per second are for this machine, in passing; the ratios are what to compare.
"""

import argparse
import gzip
import json
import os
import resource
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import spacy

from benchmarks.languages import Clock
from reportedly.annotate.english import MODELS
from reportedly.annotate.stages import STAGES
from reportedly.claims.assemble import read
from reportedly.claims.geocode import locate
from reportedly.claims.narration import tell
from reportedly.model.annotation import Found, Layer
from reportedly.model.document import Document
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Gazetteer

CORPUS = "corpora/ukraine_articles_5countries_en.dev.jsonl.gz"
WARMING = 3
"""Documents that are read before the clock starts: what is loaded once is loaded then."""

STEPS = {
    Layer.SENTENCE: "sentences", Layer.QUOTE: "quotes", Layer.TOKEN: "grammar", Layer.ATTRIBUTION: "tagger",
    Layer.MENTION: "mentions", Layer.PLACE_NAME: "places", Layer.DATE_PHRASE: "dates", Layer.NUMBER_PHRASE: "numbers",
}  # fmt: skip
ASSEMBLING = "assembling"

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""What keeps the arithmetic of arrays on one core; it must be said before the process begins."""


def load(path: Path, most: int) -> Iterator[Document]:
    """The first documents of a corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(most), lines, strict=False):
            row = json.loads(line)
            published = date.fromisoformat(row["published"][:10])
            yield Document(text=row["text"], outlet=row["outlet"], published=published, language="en")


def read_in_steps(document: Document, clock: Clock, parts: Clock) -> None:
    """Reads a document as `flow` does, each step on the clock, and then two parts of the assembling once more."""
    found = Found()
    for stage in STAGES:
        (answer,) = clock.time(STEPS[stage.makes], partial(stage.find, [document], [found]))
        found = found.adding(stage.makes, answer)
    clock.time(ASSEMBLING, partial(read, document, found))
    tree = Tree(document.text, found.tokens)
    parts.time("places weighed", partial(locate, document, found, tree, Gazetteer.open()))
    told = tell(document.text, found.sentences, found.date_phrases, document.published, "en")
    parts.time("times counted", partial(list, told))


def time_parser(texts: Sequence[str]) -> tuple[float, float]:
    """The seconds of spaCy's pipeline, and of what is left of it without names."""
    nlp = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    go_through(nlp.pipe(texts[:WARMING]))
    clock = Clock()
    clock.time("whole", lambda: go_through(nlp.pipe(texts)))
    with nlp.select_pipes(disable=["ner", "lemmatizer", "attribute_ruler"]):
        clock.time("bare", lambda: go_through(nlp.pipe(texts)))
    return clock.seconds["whole"], clock.seconds["bare"]


def go_through(work: Iterable[object]) -> None:
    """Has `work` done, and forgets each of its answers at once."""
    for _ in work:
        pass


def main() -> None:
    """Print the times, each stage's share, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=241)
    options = parser.parse_args()
    if not ONE_THREAD.items() <= os.environ.items():
        os.execve(sys.executable, sys.orig_argv, {**os.environ, **ONE_THREAD})
    documents = list(load(Path(os.environ["REPORTEDLY_EVAL"]) / CORPUS, options.documents))
    words = sum(len(each.text.split()) for each in documents)
    for each in documents[:WARMING]:
        read_in_steps(each, Clock(), Clock())
    clock, parts = Clock(), Clock()
    for each in documents:
        read_in_steps(each, clock, parts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    reading, tagging = sum(clock.seconds.values()), clock.seconds[STEPS[Layer.ATTRIBUTION]]
    parsing, bare = time_parser([each.text for each in documents])

    def show(name: str, seconds: float, share: str = "") -> None:
        print(f"{name:18}{seconds:7.2f} s {words / max(1e-9, seconds):12,.0f} words/s  {share}")

    print(f"documents {len(documents)}, words {words}")
    show("parser alone", parsing)
    show("  without names", bare)
    show("whole reading", reading)
    for step, seconds in clock.seconds.items():
        show(f"  {step}", seconds, f"{seconds / reading:6.1%}")
    for part, seconds in parts.seconds.items():
        show(f"    {part}", seconds, f"{seconds / reading:6.1%}")
    print(f"ratio to the parser: reading {reading / parsing:.2f}, tagger {tagging / parsing:.2f}")
    print(f"ratio to the parser without names: reading {reading / bare:.2f}, tagger {tagging / bare:.2f}")
    print(f"most memory of the readings {memory:.0f} MiB")


if __name__ == "__main__":
    main()
