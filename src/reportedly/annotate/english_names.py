"""Which words of an English text are names, dates and amounts: the decisions of spaCy's recogniser, one after another.

A word stands outside (`O`), is a name by itself (`U`), or begins (`B`), continues (`I`) or ends (`L`) one. What is decided
of a word depends on whether a name is open, and on its first word, but on nothing else that was decided before. So the
decisions of all words are prepared at once for the case that no name is open, and only those within a name one by one.
The rules of what may follow what are those of spaCy's `ner.pyx`; a test holds the two together.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import spacy.pipeline

Floats = NDArray[np.float32]

Name = tuple[int, int, str]
"""First word, the word behind its last, and label."""


class NameFinder:
    """Finds names with the weights of the installed model."""

    def __init__(self, ner: "spacy.pipeline.EntityRecognizer") -> None:
        reduce = ner.model.get_ref("tok2vec").layers[-1]
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        places, hidden, pieces, width = lower.get_param("W").shape
        weights = lower.get_param("W").reshape(places * hidden * pieces, width)
        self._weights = np.ascontiguousarray((weights @ reduce.get_param("W")).T)
        self._bias = weights @ reduce.get_param("b")
        self._shape = (places, hidden, pieces)
        self._nobody = lower.get_param("pad").reshape(places, hidden, pieces)
        self._own = lower.get_param("b").reshape(hidden, pieces)
        self._upper, self._upper_bias = upper.get_param("W"), upper.get_param("b")
        names = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        self._moves = [name.partition("-")[::2] for name in names]
        self._number = {move: number for number, move in enumerate(self._moves)}
        kinds = np.array([kind for kind, _ in self._moves])
        self._begin, self._single = kinds == "B", kinds == "U"
        # What forbids a name ("U-") is never chosen, only set by others.
        self._never = np.isin(kinds, ("I", "L")) | np.array([name == "U-" for name in names])

    def find(self, vectors: Floats, starts: Sequence[bool], spaces: Sequence[bool]) -> Iterator[Name]:
        """The names of a text, in order.

        Args:
            vectors: the numbers of each word in its surroundings.
            starts: does a sentence start with the word?
            spaces: is the word white space?
        """
        seen = (vectors @ self._weights + self._bias).reshape(len(vectors), *self._shape)
        ends = np.array([*starts[1:], True])  # no name goes beyond its sentence
        at, choices = 0, self._choose(seen, ends, np.array(spaces)).tolist()
        while at < len(choices):
            kind, label = self._moves[choices[at]]
            first, at = at, at + 1
            if kind == "B":
                while not self._is_last(seen, first, at, label, bool(ends[at])):
                    at += 1
                at += 1
            if kind != "O":
                yield first, at, label

    def _choose(self, seen: Floats, ends: NDArray[np.bool_], spaces: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The move at each word if no name is open there."""
        best = (seen[:, 0] + self._nobody[1] + self._nobody[2] + self._own).max(axis=2)
        scores = best @ self._upper.T + self._upper_bias
        scores[:, self._never] = -np.inf
        scores[np.ix_(ends | spaces, self._begin)] = -np.inf
        scores[np.ix_(spaces, self._single)] = -np.inf
        choices: NDArray[np.intp] = scores.argmax(axis=1)
        return choices

    def _is_last(self, seen: Floats, first: int, at: int, label: str, must: bool) -> bool:
        """Does the name that began at `first` end with this word?"""
        if must:
            return True
        best = (seen[at, 0] + seen[first, 1] + seen[at - 1, 2] + self._own).max(axis=1)
        inner, last = self._number["I", label], self._number["L", label]
        inside = best @ self._upper[inner] + self._upper_bias[inner]
        return bool(best @ self._upper[last] + self._upper_bias[last] > inside)
