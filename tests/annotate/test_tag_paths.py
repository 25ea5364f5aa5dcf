"""The likeliest tags, and the spans that they make."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.tag_paths import TAGS, Part, best_path, forbidden_first, forbidden_steps, spans_of

FREE = np.where(forbidden_steps(), -1e4, 0).astype(np.float32)
NUMBER = st.integers(-9, 9)


def is_allowed(path: tuple[int, ...]) -> bool:
    steps = forbidden_steps()
    return not forbidden_first()[path[0]] and not any(steps[one, other] for one, other in pairwise(path))


def test_a_span_ends_where_another_begins() -> None:
    begins, goes_on = TAGS.index((Part.CUE, True)), TAGS.index((Part.CUE, False))
    assert list(spans_of([0, begins, goes_on, begins, 0])) == [(Part.CUE, 1, 3), (Part.CUE, 3, 4)]


def test_no_words_have_no_tags() -> None:
    assert best_path(np.zeros((0, len(TAGS)), dtype=np.float32), FREE) == []


@given(st.lists(st.lists(NUMBER, min_size=len(TAGS), max_size=len(TAGS)), min_size=1, max_size=4))
def test_no_allowed_path_is_better(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    best = tuple(best_path(scores, FREE))
    assert is_allowed(best)

    def worth(path: tuple[int, ...]) -> float:
        return float(sum(scores[place, tag] for place, tag in enumerate(path)))

    everything = (path for path in product(range(len(TAGS)), repeat=len(rows)) if is_allowed(path))
    assert worth(best) == max(worth(path) for path in everything)
