"""`reportedly capture`: what a web server answered, taken out of a ledger."""

import sys
from pathlib import Path

import click

from reportedly.cli.options import db_option


@click.command()
@click.argument("id_", metavar="ID")
@db_option
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write there, not to standard output.")
def capture(id_: str, address: str, output: Path | None) -> None:
    """Write the stored web capture ID, or that of the document ID, as WARC packed with gzip.

    It holds what was asked and what was answered, redirects included, byte for byte.

    \b
        reportedly capture rp-7K3M --output evidence.warc.gz
    """
    from reportedly.ledger.opening import open_ledger
    from reportedly.ledger.query import Query

    if output is not None and output.exists():
        raise click.UsageError(f"there is a file {output} already; name another")
    if output is None and sys.stdout.isatty():
        raise click.UsageError("a packed file would not look well on a terminal; name one with --output")
    with open_ledger(address) as ledger:
        kind, whole = ledger.find_id(id_)
        if kind == "document":
            (held,) = ledger.documents(Query(ids=(whole,))).items
            if held.capture is None:
                raise click.UsageError(f"{whole} was not fetched from the net; only the hash of its bytes is kept")
            whole = held.capture
        elif kind != "capture":
            raise click.UsageError(f"{whole} is a {kind}; name a document or a capture")
        warc = ledger.capture(whole).warc
    if output is None:
        sys.stdout.buffer.write(warc)
    else:
        output.write_bytes(warc)
