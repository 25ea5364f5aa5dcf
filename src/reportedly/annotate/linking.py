"""Which tagged spans belong together: a content to its cue, a cue to its source."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.annotate.tag_paths import Part
from reportedly.model.annotation import Sentence

FARTHEST_CHARACTERS = 1500
"""Spans farther apart are never put together."""

_MARKS = tuple(map(frozenset, (",", ".", ":", ";", '“”"‘’«»', "\n", "(", "–—")))
_OPENERS = "“\"‘«„'"


@dataclass(frozen=True, slots=True, order=True)
class TaggedSpan:
    """One stretch that the tagger marked."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class Ranker:
    """A small neural network with one hidden layer, which scores a pair of spans."""

    hidden: NDArray[np.float32]
    """Of shape (features, units)."""
    hidden_bias: NDArray[np.float32]
    scores: NDArray[np.float32]
    """Of shape (units,)."""

    def __call__(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """One score for each row of `features`."""
        raised: NDArray[np.float32] = np.maximum(features @ self.hidden + self.hidden_bias, 0) @ self.scores
        return raised


@dataclass(frozen=True, slots=True)
class Linker:
    """The two rankers: which cue a content hangs on, and whose word a cue gives."""

    cue_of_content: Ranker
    source_of_cue: Ranker

    def link(self, view: "View") -> list[tuple[TaggedSpan | None, TaggedSpan, tuple[TaggedSpan, ...]]]:
        """Source (if any), cue and contents of each attribution, in the order of their cues."""
        contents: dict[TaggedSpan, list[TaggedSpan]] = {}
        for content in view.parts[Part.CONTENT]:
            if cue := _choose(self.cue_of_content, view, content, Part.CUE):
                contents.setdefault(cue, []).append(content)
        return [
            (_choose(self.source_of_cue, view, cue, Part.SOURCE), cue, tuple(contents[cue])) for cue in sorted(contents)
        ]


def _choose(ranker: Ranker, view: "View", span: TaggedSpan, part: Part) -> TaggedSpan | None:
    candidates = view.near(span, part)
    if not candidates:
        return None
    rows = [pair_features(view, span, each) for each in (None, *candidates)]
    best = int(ranker(np.array(rows, dtype=np.float32)).argmax())
    return candidates[best - 1] if best else None


class Layout:
    """Where the sentences of a document begin, and in which paragraph each stands."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [sentence.start for sentence in sentences]
        self._paragraphs = [sentence.paragraph for sentence in sentences]

    def place(self, span: TaggedSpan) -> tuple[int, int]:
        """Number of the sentence and of the paragraph in which `span` begins."""
        number = max(0, bisect_right(self._starts, span.start) - 1)
        return number, self._paragraphs[number]


class View:
    """Tagged spans of a document, and what lies between any two of them."""

    def __init__(self, text: str, layout: Layout, spans: Sequence[TaggedSpan]) -> None:
        self.text = text
        self.place = layout.place
        self.parts: Mapping[Part, list[TaggedSpan]] = {
            part: sorted(span for span in spans if span.part is part) for part in Part
        }
        self._starts = {part: [span.start for span in members] for part, members in self.parts.items()}
        self._alone: dict[TaggedSpan, list[float]] = {}

    def near(self, span: TaggedSpan, part: Part) -> list[TaggedSpan]:
        """The spans of `part` that could belong to `span`: in its paragraph or the one beside."""
        here = self.place(span)[1]
        first = bisect_left(self._starts[part], span.start - FARTHEST_CHARACTERS)
        last = bisect_right(self._starts[part], span.start + FARTHEST_CHARACTERS)
        return [each for each in self.parts[part][first:last] if abs(self.place(each)[1] - here) <= 1]

    def features_of(self, span: TaggedSpan) -> list[float]:
        """What a ranker knows of `span` by itself."""
        if span not in self._alone:
            self._alone[span] = _features_of(self.text[span.start : span.end])
        return self._alone[span]

    def between(self, part: Part, start: int, end: int) -> int:
        """How many spans of `part` begin in this stretch."""
        starts = self._starts[part]
        return bisect_right(starts, end - 1) - bisect_right(starts, start - 1)


def pair_features(view: View, span: TaggedSpan, candidate: TaggedSpan | None) -> list[float]:
    """What a ranker knows of a pair; without a candidate, of the span alone.

    The first feature tells which of the two it is. Counts are cut off at 3, distances are logarithms of code points.
    """
    alone = view.features_of(span)
    if candidate is None:
        return [1.0, *alone] + [0.0] * (11 + len(_MARKS))
    ahead = candidate.start < span.start
    left, right = (candidate, span) if ahead else (span, candidate)
    gap = view.text[left.end : right.start]
    sentence, paragraph = view.place(span)
    its_sentence, its_paragraph = view.place(candidate)
    return [
        0.0,
        *alone,
        1.0 if ahead else -1.0,
        _log(len(gap)) / 5,
        float(len(gap.strip()) <= 1),
        *[min(3, view.between(part, left.end, right.start)) / 3 for part in Part],
        min(3, abs(sentence - its_sentence)) / 3,
        float(paragraph != its_paragraph),
        min(3, view.between(candidate.part, min(left.start, right.start), right.start)) / 3,
        float(" that " in f"{gap} " or gap.strip() == "that"),
        float(" who" in f" {gap}" or " which" in f" {gap}"),
        *[float(not marks.isdisjoint(gap)) for marks in _MARKS],
    ]


def _features_of(words: str) -> list[float]:
    """What a ranker knows of a span by itself."""
    low = words.lower()
    return [
        float(words[:1] in _OPENERS),
        float(words[:1].islower()),
        float(" by" in f" {low}"[-3:]),
        float(low.startswith("accord")),
        float(low.endswith("ing")),
        min(len(words), 60) / 60,
    ]


@lru_cache(maxsize=4 * FARTHEST_CHARACTERS)
def _log(count: int) -> float:
    return float(np.log1p(count))
