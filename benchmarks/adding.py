"""How much of adding is reading: documents of real text, read alone and added to a new ledger, in one run.

    python -m benchmarks.adding FILE… --documents 1000 --db postgresql://…

FILE is anything that `reportedly add` reads. The goal is that at least 95 % of the time goes into reading.
"""

import argparse
import itertools
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from reportedly.flow.adding import Addition, Means, add_incoming
from reportedly.flow.reading import read_document
from reportedly.ingest.language import refuse
from reportedly.ingest.loading import load_source
from reportedly.ledger.opening import open_ledger
from reportedly.model.document import Document


def read_languages(files: list[str], most: int) -> list[Document]:
    """The first documents in a language that is read."""
    outcomes = itertools.chain.from_iterable(load_source(name) for name in files)
    fit = (each for each in outcomes if isinstance(each, Document) and not refuse(each.language or "en"))
    return list(itertools.islice(fit, most))


def main() -> None:
    """Print the seconds of both, and the share of reading."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--db", help="an empty ledger; by default a new file")
    arguments = parser.parse_args()
    documents = read_languages(arguments.files, arguments.documents)
    for document in documents[:5]:
        read_document(document)  # what is loaded late is loaded now
    read_s = added_s = 0.0
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        ledger = stack.enter_context(open_ledger(arguments.db or Path(folder) / "new.db", create=True))
        # In turn, piece by piece, so that whatever else the machine does falls on both.
        for piece in pieces(documents, 20):
            begun = time.perf_counter()
            for document in piece:
                read_document(document)
            between = time.perf_counter()
            incoming = ((document, None) for document in piece)
            added = [each for each in add_incoming(ledger, "", incoming, Means()) if isinstance(each, Addition)]
            read_s, added_s = read_s + between - begun, added_s + time.perf_counter() - between
            assert len(added) == len(piece)
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words:,} words")
    print(f"reading alone {read_s:.1f} s, adding {added_s:.1f} s: {read_s / added_s:.1%} of adding is reading")


def pieces(documents: list[Document], size: int) -> Iterator[list[Document]]:
    """`documents` in lists of `size`."""
    for start in range(0, len(documents), size):
        yield documents[start : start + size]


if __name__ == "__main__":
    main()
