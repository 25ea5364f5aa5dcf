"""PolNeAR's articles as windows of sub-words with tags."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.annotate.sentences import Sentences
from reportedly.annotate.tag_paths import TAGS, Part
from reportedly.annotate.windows import SubWords, Window, cut_windows
from reportedly.model.annotation import Found, Sentence
from reportedly.model.document import Document

UNTAGGED = -1
"""Stands where a mark of the model's own covers no text."""

Article = dict[str, Any]
"""One line of the corpus: `id`, `text` and `attributions`, each with spans of its `source`, `cue` and `content`."""


@dataclass(frozen=True, slots=True)
class Example:
    """A window and what it should be tagged as."""

    article: str
    window: Window
    tags: tuple[int, ...]


def read_articles(path: Path) -> list[Article]:
    """The articles of a gzip'd or plain file in JSON Lines."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def cut_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, as the program itself finds them."""
    (found,) = Sentences().find([Document(text=text, language="en")], [Found()])
    return found  # type: ignore[return-value]  # a stage's answer is typed by what all stages give


def examples(articles: Sequence[Article], sub_words: SubWords) -> Iterator[Example]:
    """Every window of `articles`, tagged."""
    for article in articles:
        parts = _parts_of_characters(article)
        for window in cut_windows(article["text"], cut_sentences(article["text"]), sub_words):
            yield Example(article["id"], window, tuple(_tags(window, parts)))


def _parts_of_characters(article: Article) -> list[tuple[Part, int] | None]:
    """For each code point the part that it stands in, and the number of that span; cues stand above the rest."""
    parts: list[tuple[Part, int] | None] = [None] * len(article["text"])
    number = 0
    for part in (Part.CONTENT, Part.SOURCE, Part.CUE):
        for attribution in article["attributions"]:
            for start, end in attribution[part]:
                number += 1
                parts[start:end] = [(part, number)] * (end - start)
    return parts


def _tags(window: Window, parts: Sequence[tuple[Part, int] | None]) -> Iterator[int]:
    before: tuple[Part, int] | None = None
    for start, end in zip(window.starts, window.ends, strict=True):
        if start == end:
            yield UNTAGGED
            continue
        here = parts[start]
        yield 0 if here is None else TAGS.index((here[0], here != before))
        before = here
