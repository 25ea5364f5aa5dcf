"""Files that come in, and what becomes of them."""

import re

from reportedly.errors import RequestError
from reportedly.flow.adding import Incoming, take_in
from reportedly.flow.examples import find_examples, list_examples
from reportedly.ingest.loading import Given, load_input
from reportedly.ingest.opening import hold_file
from reportedly.present.safe import disarm
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import LANGUAGE_CODE
from reportedly.workbench.shapes import JobShape, JobsShape
from reportedly.workbench.taking import Upload

SAMPLE = "the sample case"
FOLDERS = re.compile(r"[/\\]")
MOST_LETTERS_OF_NAME = 200


def list_imports(asked: Asked) -> JobsShape:
    """The imports of this server."""
    return JobsShape(items=[each.shape() for each in asked.bench.imports.jobs()])


def show_import(asked: Asked) -> JobShape:
    """One import."""
    return asked.bench.imports.find(asked.path["id"]).shape()


def cancel_import(asked: Asked) -> JobShape:
    """End one import between two documents."""
    return asked.bench.imports.cancel(asked.path["id"]).shape()


def import_file(asked: Asked) -> JobShape:
    """Add every document in a file that was sent."""
    upload: Upload = asked.body
    name = clean_name(asked.words.one("name") or "")
    language = (asked.words.one("language") or "").lower() or None
    if language and not LANGUAGE_CODE.fullmatch(language):
        raise RequestError(400, f"{language!r} is no language code of two letters, for example en")
    given = Given(
        outlet=asked.words.one("outlet"), published=asked.words.day("published"), language=language, fills_gaps=True
    )
    job = asked.bench.imports.add(name, upload.size, lambda: take_upload(upload, name, given), upload.file.close)
    return job.shape()


def import_sample(asked: Asked) -> JobShape:
    """Add the example dispatches."""
    if not find_examples().is_dir():
        raise RequestError(404, "the example dispatches are not installed here")
    return asked.bench.imports.add(SAMPLE, 0, take_sample, lambda: None).shape()


def take_upload(upload: Upload, name: str, given: Given) -> Incoming:
    """What is in a file that was sent."""
    taken = hold_file(upload.file, upload.size, name, name)
    return ((outcome, None) for outcome in load_input(taken, given=given))


def take_sample() -> Incoming:
    """The example dispatches, one after the other."""
    for each in list_examples(find_examples()):
        given = Given(outlet=each.outlet, published=each.published)
        yield from take_in(str(each.path), kind=None, given=given, allow_private=False)


def clean_name(typed: str) -> str:
    """The name of a file without its folders and without what no terminal may see.

    Raises:
        RequestError: if nothing is left.
    """
    name = disarm(FOLDERS.split(typed)[-1]).replace("\n", "␊").strip()
    if not name or len(name) > MOST_LETTERS_OF_NAME:
        raise RequestError(400, f"say what the file is called in 1 to {MOST_LETTERS_OF_NAME} letters: name=news.txt")
    return name
