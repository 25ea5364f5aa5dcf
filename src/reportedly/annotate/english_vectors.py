"""The numbers that the English networks make of each word, from the word itself and from the words beside it.

These are the first layers of spaCy's networks with the weights of the installed model; the decisions are spaCy's to the
last rounding error. Two things are done otherwise. What a network makes of a word by itself depends on nothing else, so
that it is made once and remembered. And the layers that look at the words beside it multiply with numpy, which is three
times as fast on a processor as what spaCy brings.

Every document is multiplied by itself, so that its numbers are the same in any company.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import spacy.tokens
    import thinc.api

Floats = NDArray[np.float32]

_REMEMBERED = 20_000
"""Words, in 15 MB: those of some hundred long articles. When they are reached, all are forgotten."""

_BESIDE = 1
"""Words that a layer sees on either side."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """Three numbers for each of a word's, of which the largest is taken; these are brought to one scale, then weighed."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def of(self, seen: Floats) -> Floats:
        """The numbers of each row of `seen`."""
        offered = seen @ self.weights
        offered += self.bias
        width = len(self.scale)
        best: Floats = np.maximum(offered[:, :width], offered[:, width : 2 * width])
        np.maximum(best, offered[:, 2 * width :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(1e-8)
        best *= (1 / np.sqrt(spread))[:, np.newaxis]
        best *= self.scale
        best += self.shift
        return best


class Surroundings:
    """Adds to the numbers of each word what the words beside it say, layer by layer."""

    def __init__(self, model: "thinc.api.Model[Any, Any]") -> None:
        nodes = list(model.walk())
        maxouts = [each for each in nodes if each.name == "maxout"]
        norms = [each for each in nodes if each.name == "layernorm"]
        self._layers = [_layer(*each) for each in zip(maxouts, norms, strict=True)]
        self._margin = len(self._layers) * _BESIDE
        """Empty words before the first and behind the last, as the networks were trained."""

    def add(self, alone: Floats) -> Floats:
        """The numbers of each word of a text in its surroundings, from those of each word alone."""
        count, width = alone.shape
        margin = self._margin + _BESIDE
        rows: Floats = np.zeros((count + 2 * margin, width), dtype=np.float32)
        rows[margin:-margin] = alone
        for layer in self._layers:
            rows[1:-1] += layer.of(np.concatenate((rows[:-2], rows[1:-1], rows[2:]), axis=1))
        return rows[margin:-margin]


class Words:
    """What several networks make of each word by itself, remembered for the words that were last seen."""

    def __init__(self, models: Sequence["thinc.api.Model[Any, Any]"]) -> None:
        self._models = models
        self._widths = [int(each.get_dim("nO")) for each in models]
        self._known: dict[tuple[int, int], int] = {}
        self._table = np.empty((_REMEMBERED, sum(self._widths)), dtype=np.float32)

    def of(self, doc: "spacy.tokens.Doc") -> list[Floats]:
        """For each network, the numbers of each word of `doc`; whether a space follows is part of a word."""
        if len(doc) > _REMEMBERED:
            return self._part(self._make(doc, list(range(len(doc)))))
        keys = [(word, space) for word, space in doc.to_array(["ORTH", "SPACY"]).tolist()]
        new = {key: at for at, key in enumerate(keys) if key not in self._known}
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            new = {key: at for at, key in enumerate(keys)}
        if new:
            first = len(self._known)
            self._table[first : first + len(new)] = self._make(doc, list(new.values()))
            self._known.update(zip(new, range(first, first + len(new)), strict=True))
        return self._part(self._table[[self._known[key] for key in keys]])

    def _make(self, doc: "spacy.tokens.Doc", at: Sequence[int]) -> Floats:
        made = []
        for model in self._models:
            extract, _, embed, mix, _ = model.layers
            (features,) = extract.predict([doc])
            made.append(mix.predict(embed.predict(features[list(at)])))
        return np.concatenate(made, axis=1)

    def _part(self, numbers: Floats) -> list[Floats]:
        return np.split(numbers, np.cumsum(self._widths)[:-1], axis=1)


def _layer(maxout: Any, norm: Any) -> _Layer:
    """The layer of two nodes of thinc's; the three numbers that a word's one is chosen from come to lie apart."""
    width, offers, seen = maxout.get_param("W").shape
    assert offers == 3
    weights = maxout.get_param("W").transpose(2, 1, 0).reshape(seen, offers * width)
    bias = maxout.get_param("b").T.reshape(-1)
    return _Layer(np.ascontiguousarray(weights), np.ascontiguousarray(bias), norm.get_param("G"), norm.get_param("b"))
