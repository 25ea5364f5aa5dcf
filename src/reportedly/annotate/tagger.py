"""Who says what, found by a small trained network: tagged, linked, and tagged again within what is said.

The network marks sources, cues and contents as PolNeAR's annotators do, which means the outermost attribution alone.
So each content that holds a reporting word is peeled: given to the network once more, on its own, as a sentence of its
own, down to `DEEPEST`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from reportedly.annotate.linking import Layout, Linker, Ranker, TaggedSpan, View
from reportedly.annotate.tag_paths import best_path, spans_of
from reportedly.annotate.windows import SubWords, Window, cut_windows, load_sub_words, window_of
from reportedly.model.annotation import Annotation, Found, Layer, TaggedAttribution
from reportedly.model.document import Document
from reportedly.model.span import Span
from reportedly.reference.lexicon import lexicon
from reportedly.reference.weights import load_weights, weights_folder

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

DEEPEST = 4
"""Attributions within attributions are looked for down to here; the outermost counts as 1."""

_ACCORDING = ("according", "reportedly", "allegedly", "purportedly")
_BEHIND_NOUNS = ("that", "of", "by", "from")
_SHORTEST_CONTENT = 12
"""Code points. A shorter content holds no attribution of its own."""


class Tagger:
    """Marks attributions with the trained network; finds nothing where rules alone read, or in another language.

    One window is run at a time. The network's arithmetic is scaled to the largest number in what it is given, so that
    windows run together would change each other's last digits, and a document's reading with its company.
    """

    makes = Layer.ATTRIBUTION
    needs = frozenset({Layer.SENTENCE, Layer.TOKEN})

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> list[tuple[Annotation, ...]]:
        """One tuple of `TaggedAttribution` for each document, an outer one before those within it.

        Raises:
            ModelError: if the network's files are missing or damaged.
        """
        folder = weights_folder()
        return [
            tuple(_tag_document(_load(folder), document.text, each))
            if folder is not None and document.language in (None, "en")
            else ()
            for document, each in zip(documents, found, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Network:
    session: "InferenceSession"
    sub_words: SubWords
    steps: NDArray[np.float32]
    linker: Linker

    def tag(self, window: Window) -> list[TaggedSpan]:
        """The spans that the network marks in a window."""
        there = [place for place, start in enumerate(window.starts) if start < window.ends[place]]
        given = {"ids": np.array([window.ids], dtype=np.int64), "shapes": np.array([window.shapes], dtype=np.int64)}
        (scores,) = self.session.run(None, given)
        path = best_path(scores[0, there], self.steps)
        return [
            TaggedSpan(window.starts[there[first]], window.ends[there[last - 1]], part)
            for part, first, last in spans_of(path)
        ]


def load_network(network: bytes) -> "InferenceSession":
    """A session on one thread, whose answers do not depend on what it ran before."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Fused, these steps take a sixth longer on a processor.
    return InferenceSession(
        network, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def load_linker(linker: dict[str, Any]) -> Linker:
    """The linker from its stored form."""

    def ranker(name: str) -> Ranker:
        return Ranker(*(np.array(part, dtype=np.float32) for part in linker[name]))

    return Linker(ranker("cue_of_content"), ranker("source_of_cue"))


@cache
def _load(folder: Path) -> _Network:
    weights = load_weights(folder)
    steps = np.array(weights.linker["steps"], dtype=np.float32)
    return _Network(
        load_network(weights.network), load_sub_words(weights.vocabulary), steps, load_linker(weights.linker)
    )


def _tag_document(network: _Network, text: str, found: Found) -> Iterator[TaggedAttribution]:
    layout, reporting = Layout(found.sentences), _reporting_places(found)
    spans = [span for window in cut_windows(text, found.sentences, network.sub_words) for span in network.tag(window)]
    level: list[tuple[TaggedAttribution, int | None]] = [(each, None) for each in _link(network, text, layout, spans)]
    count = 0
    for depth in range(1, DEEPEST + 1):
        deeper: list[tuple[TaggedAttribution, int | None]] = []
        for attribution, outer in level:
            yield replace(attribution, depth=depth, outer=outer)
            if depth < DEEPEST and _may_hold_another(attribution, reporting):
                deeper += [(each, count) for each in _peel(network, text, layout, attribution)]
            count += 1
        level = deeper


def _link(network: _Network, text: str, layout: Layout, spans: Sequence[TaggedSpan]) -> Iterator[TaggedAttribution]:
    for source, cue, contents in network.linker.link(View(text, layout, spans)):
        members = [each for each in (source, cue, *contents) if each is not None]
        bare = Span.cut(text, min(each.start for each in members), max(each.end for each in members))
        yield TaggedAttribution(
            start=bare.start,
            end=bare.end,
            text=bare.text,
            source=None if source is None else Span.cut(text, source.start, source.end),
            cue=Span.cut(text, cue.start, cue.end),
            contents=tuple(Span.cut(text, each.start, each.end) for each in contents),
        )


def _reporting_places(found: Found) -> list[int]:
    """Where words begin that report what somebody says, in order; thoughts within what is said are left alone."""
    words = lexicon("en", "reporting")
    verbs = {*words["say"], *words["deny"], *words["relay"]}
    nouns = set(words["nouns"]["content"])
    return [
        token.start
        for token, behind in zip(found.tokens, (*found.tokens[1:], None), strict=False)
        if (token.lemma in verbs and token.pos == "VERB")
        or (token.lemma in nouns and behind is not None and behind.text in _BEHIND_NOUNS)
        or token.text.lower() in _ACCORDING
    ]


def _may_hold_another(attribution: TaggedAttribution, reporting: Sequence[int]) -> bool:
    return any(
        bisect_left(reporting, content.start) < bisect_left(reporting, content.end)
        for content in attribution.contents
        if len(content.text) >= _SHORTEST_CONTENT
    )


def _peel(network: _Network, text: str, layout: Layout, attribution: TaggedAttribution) -> Iterator[TaggedAttribution]:
    """The attributions within one's content, read as a text of its own."""
    pieces = [(each.start, each.end) for each in attribution.contents]
    spans = [
        part
        for window in [window_of(text, pieces, network.sub_words)]
        for span in network.tag(window)
        for part in _within(span, pieces)
    ]
    yield from _link(network, text, layout, spans)


def _within(span: TaggedSpan, pieces: Sequence[tuple[int, int]]) -> Iterator[TaggedSpan]:
    """The parts of a span that lie in the pieces: what stands between two of them was not read."""
    for start, end in pieces:
        first, last = max(start, span.start), min(end, span.end)
        if first < last:
            yield TaggedSpan(first, last, span.part)
