"""What tests of comparing are given: the claims of the docstring as they are compared."""

import pytest

from reportedly.compare.traits import comparables
from reportedly.model.comparable import Comparable
from reportedly.model.reading import Reading
from tests.compare.dispatches import hold


@pytest.fixture
def compared(reading: Reading) -> tuple[Comparable, ...]:
    """The claims of the docstring, in their order, as they are compared."""
    return comparables(hold(reading))
