"""Links into components."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.bulk.connecting import connect, look_up

pairs = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40)


def walk(links: list[tuple[int, int]]) -> dict[int, int]:
    """The same by going from claim to claim."""
    near: dict[int, set[int]] = {}
    for one, other in links:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    found: dict[int, int] = {}
    for start in sorted(near):
        waiting = [] if start in found else [start]
        while waiting:
            claim = waiting.pop()
            if claim not in found:
                found[claim] = start
                waiting += near[claim]
    return found


@given(st.lists(pairs, max_size=4))
def test_claims_hang_together_over_any_number_of_links(links: list[list[tuple[int, int]]]) -> None:
    """The component is named by its least claim, whichever tasks found the links."""
    arrays = [np.array(some, dtype=np.int64).reshape(-1, 2) for some in links]
    claims, components = connect(arrays)
    assert dict(zip(claims.tolist(), components.tolist(), strict=True)) == walk(
        [pair for some in links for pair in some]
    )


def test_a_long_row_is_one_component() -> None:
    """Each claim linked to the next alone, in no order."""
    numbers = np.random.default_rng(7).permutation(5_000).astype(np.int64)
    links = np.stack([numbers[:-1], numbers[1:]], axis=1)
    assert set(connect([links[::2], links[1::2]])[1].tolist()) == {0}


def test_who_hangs_with_nobody_is_alone() -> None:
    """Found in a table of others."""
    claims, components = connect([np.array([[4, 9], [9, 2]], dtype=np.int64)])
    assert look_up(claims, components, np.array([2, 3, 9, 100], dtype=np.int64)).tolist() == [2, -1, 2, -1]
    nothing = connect([])
    assert look_up(*nothing, np.array([5], dtype=np.int64)).tolist() == [-1]
