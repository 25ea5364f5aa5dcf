"""CSV and its kin, with a header line: each row a document."""

import csv
from collections.abc import Iterator, Mapping, Sequence

from reportedly.ingest.columns import RowError, choose_columns, make_document, say_no_text
from reportedly.ingest.lines import MAX_LINE_CHARACTERS, LineError, Lines, tell_encoding
from reportedly.ingest.opening import Input
from reportedly.ingest.records import NO_TEXT_FILE, digest
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

DELIMITERS = ",;\t|"


def read_table(taken: Input, columns: Mapping[str, str]) -> Iterator[Document | Trouble]:
    """The document in each row under the header; what is wrong with a row is told with the number of its last line."""
    encoding = tell_encoding(taken)
    if encoding is None:
        yield Trouble(source=taken.source, message=NO_TEXT_FILE)
        return
    # The module's own bound, for all its readers, is shorter than an article.
    csv.field_size_limit(MAX_LINE_CHARACTERS)
    with Lines(taken, encoding) as lines:
        rows = csv.reader(lines, delimiter=choose_delimiter(taken.head.decode(encoding, "replace")))
        header: Sequence[str] | None = None
        while True:
            try:
                cells = next(rows, None)
                if cells is None:
                    return
                if not any(cells):
                    continue
                if header is None:
                    header = cells
                    chosen = choose_columns(header, columns)
                    if "text" not in chosen:
                        yield Trouble(source=taken.source, message=f"has {say_no_text(header, columns)}")
                        return
                    continue
                row = name_cells(header, cells)
                yield make_document(row, chosen, name=taken.name, raw_sha256=digest(row))
            except (LineError, RowError, csv.Error) as error:
                yield Trouble(source=taken.source, message=f"line {lines.number} {say_wrong(error)}")


def choose_delimiter(head: str) -> str:
    """What parts the columns of the header line into the most."""
    header = next((line for line in head.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda each: len(next(csv.reader([header], delimiter=each), ())))


def name_cells(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """What stands in each column; of columns with one name the first counts.

    Raises:
        RowError: if there are more cells than columns, so that one cannot tell which belongs where.
    """
    if len(cells) > len(header):
        raise RowError(f"has {len(cells)} cells under {len(header)} columns; put quotes around what holds a delimiter")
    return dict(reversed(list(zip(header, cells, strict=False))))


def say_wrong(error: Exception) -> str:
    """What is wrong with a row."""
    return f"cannot be parted into cells ({error})" if isinstance(error, csv.Error) else str(error)
