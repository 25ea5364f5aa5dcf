"""The likeliest sequence of tags for a window, and the spans that it marks."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class Part(StrEnum):
    """What a stretch of text is to an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


TAGS: tuple[tuple[Part | None, bool], ...] = (
    (None, False),
    *((part, begins) for part in Part for begins in (True, False)),
)
"""Each tag's part, and whether a span begins at it; the first tag stands for words outside any span."""


def forbidden_steps() -> NDArray[np.bool_]:
    """Of shape (tags, tags), from row to column: a span goes on only after its own part."""
    steps = np.zeros((len(TAGS), len(TAGS)), dtype=np.bool_)
    for after, (part, begins) in enumerate(TAGS):
        if part is not None and not begins:
            steps[:, after] = [before is not part for before, _ in TAGS]
    return steps


def forbidden_first() -> NDArray[np.bool_]:
    """Of shape (tags,): no window begins inside a span."""
    return np.array([part is not None and not begins for part, begins in TAGS])


def best_path(scores: NDArray[np.float32], steps: NDArray[np.float32]) -> list[int]:
    """The tags whose scores and steps add up highest (Viterbi).

    Args:
        scores: of shape (sub-words, tags).
        steps: of shape (tags, tags), forbidden ones very low.
    """
    if not len(scores):
        return []
    total = np.where(forbidden_first(), -1e4, scores[0])
    choices = np.empty(scores.shape, dtype=np.int64)
    onto = np.ascontiguousarray(steps.T)
    reached = np.empty(onto.shape, dtype=np.result_type(total, onto))
    for own, choice in zip(scores[1:], choices[1:], strict=True):
        np.add(onto, total, out=reached)
        reached.argmax(axis=1, out=choice)
        total = np.maximum.reduce(reached, axis=1) + own
    path = [int(total.argmax())]
    for row in choices[:0:-1].tolist():
        path.append(row[path[-1]])
    return path[::-1]


def spans_of(path: Sequence[int]) -> Iterator[tuple[Part, int, int]]:
    """Each span's part, its first sub-word and the one after its last, in order."""
    start: int | None = None
    for place, tag in enumerate([*path, 0]):
        part, begins = TAGS[tag]
        if start is not None and (begins or part is None):
            known = TAGS[path[start]][0]
            assert known is not None
            yield known, start, place
            start = None
        if begins:
            start = place
