"""What tests are given: a test's docstring as a document, what is found in it, its reading."""

import inspect
import os
import signal
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from benchmarks.postgres_server import find_program
from reportedly.model.document import Document

if TYPE_CHECKING:
    from reportedly.model.annotation import Found
    from reportedly.model.reading import Reading

PUBLISHED = date(2025, 12, 3)
"""A Wednesday: the day on which every docstring is published."""


EVAL = "REPORTEDLY_EVAL"
"""Names the folder of annotated documents on which quality is measured. The project does without it."""

collect_ignore = [] if os.environ.get(EVAL) else ["quality"]


@pytest.fixture(scope="session", autouse=True)
def heeded_interruption() -> None:
    """Ctrl-C reaches what a test starts, even if the tests run in the background of a shell that has it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads what the person who runs it has imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTEDLY_HOME", str(tmp_path_factory.mktemp("home")))
        yield


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what needs a program that is absent, and say so; in CI nothing may be absent."""
    absent = [name for mark in item.iter_markers("needs") for name in mark.args if not find_program(name)]
    if absent and os.environ.get("CI") == "true":
        pytest.fail(f"needs {', '.join(absent)}", pytrace=False)
    if absent:
        pytest.skip(f"not run: needs {', '.join(absent)}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say that quality was not measured, where it was not."""
    if collect_ignore:
        terminalreporter.write_line(f"not run: tests/quality needs {EVAL}, a folder of annotated documents")


@pytest.fixture
def document(request: pytest.FixtureRequest) -> Document:
    """The test's docstring, as if the Example Herald had published it."""
    text = inspect.getdoc(request.function)
    assert text, "the docstring of this test is the news item that it reads"
    return Document(text=text, outlet="Example Herald", published=PUBLISHED, language="en")


@pytest.fixture
def found(document: Document) -> "Found":
    """What the stages find in the docstring."""
    from reportedly.annotate.stages import annotate

    return annotate([document])[0]


@pytest.fixture
def reading(document: Document) -> "Reading":
    """The reading of the docstring."""
    from reportedly.flow import read_document

    return read_document(document)
