"""The example dispatches, read."""

from functools import cache

from reportedly.flow.examples import find_examples, list_examples
from reportedly.flow.reading import read_path
from reportedly.model.reading import Reading

SOME = ("avdiivka-neutral.txt", "avdiivka-russian.txt", "avdiivka-ukrainian.txt")


@cache
def read_dispatches() -> list[Reading]:
    """Three of them tell of one town."""
    examples = [each for each in list_examples(find_examples()) if each.path.name in SOME]
    return [read_path(each.path, outlet=each.outlet, published=each.published) for each in examples]
