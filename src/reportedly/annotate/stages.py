"""The questions that are put to every text, in their order."""

from collections.abc import Sequence
from typing import Protocol

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.grammar import Grammar
from reportedly.annotate.mentions import Mentions
from reportedly.annotate.number_phrases import NumberPhrases
from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.quotes import Quotes
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.tagger import Tagger
from reportedly.errors import StageOrderError
from reportedly.model.annotation import Annotation, Found, Layer
from reportedly.model.document import Document


class Stage(Protocol):
    """One question put to a text, answered with the places where the answer stands.

    A stage returns only what it found itself. It keeps nothing between documents,
    opens no socket, and does not raise because a text is odd.
    """

    @property
    def makes(self) -> Layer: ...
    @property
    def needs(self) -> frozenset[Layer]: ...
    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> Sequence[tuple[Annotation, ...]]:
        """One answer for each document, the same whatever the batch."""
        ...


STAGES: Sequence[Stage] = (
    Sentences(),
    Quotes(),
    Grammar(),
    Tagger(),
    Mentions(),
    PlaceNames(),
    DatePhrases(),
    NumberPhrases(),
)
"""Every question, in order. A stage may stand anywhere after those that it needs."""


def annotate(documents: Sequence[Document], stages: Sequence[Stage] = STAGES) -> list[Found]:
    """Put every question to `documents`, in the order of `stages`.

    Raises:
        StageOrderError: if a stage stands before one that it needs.
    """
    found = [Found() for _ in documents]
    made: set[Layer] = set()
    for stage in stages:
        if missing := stage.needs - made:
            raise StageOrderError(stage.makes, sorted(missing))
        made.add(stage.makes)
        answers = stage.find(documents, found)
        found = [each.adding(stage.makes, answer) for each, answer in zip(found, answers, strict=True)]
    return found
