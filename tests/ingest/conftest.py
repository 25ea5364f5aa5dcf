"""What tests of what comes in are given: inputs without a disk, and a site of their own."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from reportedly.ingest.loading import Given, load_input
from reportedly.ingest.opening import hold_bytes
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble
from tests.ingest.sites import Site, open_site

Load = Callable[..., tuple[Sequence[Document], Sequence[str]]]
"""Told bytes and the name of their file, says the documents in it and what is wrong with the others."""


@pytest.fixture
def load() -> Load:
    """Read bytes as the file of a name."""

    def read(
        data: bytes | str, name: str, *, kind: str | None = None, given: Given | None = None
    ) -> tuple[Sequence[Document], Sequence[str]]:
        taken = hold_bytes(data.encode() if isinstance(data, str) else data, source=name)
        outcomes = list(load_input(taken, kind=kind, given=given))
        return (
            [each for each in outcomes if isinstance(each, Document)],
            [each.message for each in outcomes if isinstance(each, Trouble)],
        )

    return read


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened
