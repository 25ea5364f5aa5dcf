"""How long a reading takes beside the parser alone, in one run: a ratio of CPU seconds on one core.

    REPORTEDLY_EVAL=… python benchmarks/speed.py [--documents 241]

The tagger alone is the attribution tagger on sentences and tokens already found, peeling included. Places are found beside
the parser's tokens and weighed, times found and counted, all names having been looked up before. The parser alone is
spaCy's English pipeline as it installs, over the same texts; `without names` leaves out its recogniser and lemmatiser too.
The figures in words per second are for this machine, in passing.
"""

import argparse
import gzip
import json
import os
import resource
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.english import load_parser
from reportedly.annotate.grammar import Grammar
from reportedly.annotate.mentions import Mentions
from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.annotate.tagger import Tagger
from reportedly.claims.assemble import read
from reportedly.claims.geocode import locate
from reportedly.claims.narration import Told, tell
from reportedly.model.annotation import Found, Layer
from reportedly.model.document import Document
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Gazetteer

CORPUS = "corpora/ukraine_articles_5countries_en.dev.jsonl.gz"


def load(path: Path, most: int) -> Iterator[Document]:
    """The first documents of a corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(most), lines, strict=False):
            row = json.loads(line)
            published = date.fromisoformat(row["published"][:10])
            yield Document(text=row["text"], outlet=row["outlet"], published=published, language="en")


def time_cpu(work: Iterable[object]) -> float:
    """CPU seconds that going through `work` takes."""
    start = time.process_time()
    for _ in work:
        pass
    return time.process_time() - start


def date_text(document: Document, found: Found) -> list[Told]:
    """The date phrases of a document, counted."""
    (phrases,) = DatePhrases().find([document], [found])
    return list(tell(document.text, found.sentences, phrases, document.published, "en"))


def main() -> None:
    """Print the times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=241)
    options = parser.parse_args()
    documents = list(load(Path(os.environ["REPORTEDLY_EVAL"]) / CORPUS, options.documents))
    before_tagger = (Sentences(), Grammar())
    words = sum(len(each.text.split()) for each in documents)
    nlp = load_parser()
    texts = [each.text for each in documents]
    for each in documents[:3]:  # what is loaded once is loaded before the clock starts
        read(each, annotate([each])[0])
    reading = time_cpu(read(each, annotate([each])[0]) for each in documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bases = [annotate([each], before_tagger)[0] for each in documents]
    tagging = time_cpu(Tagger().find([each], [base]) for each, base in zip(documents, bases, strict=True))
    named = [
        base.adding(Layer.MENTION, found) for base, found in zip(bases, Mentions().find(documents, bases), strict=True)
    ]
    finder, gazetteer = PlaceNames(), Gazetteer.open()
    found = finder.find(documents, named)
    placing = time_cpu(finder.find([each], [base]) for each, base in zip(documents, named, strict=True))
    placed = [base.adding(Layer.PLACE_NAME, names) for base, names in zip(named, found, strict=True)]
    trees = [Tree(each.text, base.tokens) for each, base in zip(documents, bases, strict=True)]
    weighing = time_cpu(locate(*each, gazetteer) for each in zip(documents, placed, trees, strict=True))
    dating = time_cpu(date_text(*each) for each in zip(documents, bases, strict=True))
    parsing = time_cpu(nlp.pipe(texts))
    with nlp.select_pipes(disable=["ner", "lemmatizer", "attribute_ruler"]):
        bare = time_cpu(nlp.pipe(texts))
    print(f"documents {len(documents)}, words {words}")
    print(f"parser alone      {parsing:6.1f} s  {words / parsing:6.0f} words/s")
    print(f"  without names   {bare:6.1f} s  {words / bare:6.0f} words/s")
    print(f"whole reading     {reading:6.1f} s  {words / reading:6.0f} words/s")
    print(f"tagger alone      {tagging:6.1f} s  {words / tagging:6.0f} words/s")
    print(f"places found      {placing:6.1f} s  {words / placing:6.0f} words/s")
    print(f"places weighed    {weighing:6.1f} s  {words / weighing:6.0f} words/s")
    print(f"  both together           {words / (placing + weighing):8.0f} words/s")
    print(f"times, both steps {dating:6.1f} s  {words / dating:6.0f} words/s")
    print(f"ratio to the parser: reading {reading / parsing:.2f}, tagger {tagging / parsing:.2f}")
    print(f"ratio to the parser without names: reading {reading / bare:.2f}, tagger {tagging / bare:.2f}")
    print(f"most memory of the readings {memory:.0f} MiB")


if __name__ == "__main__":
    main()
