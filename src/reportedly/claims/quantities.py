"""How many of what does a claim speak of?"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from reportedly.model.annotation import NumberPhrase, Token
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon

# A number hangs on what it counts by one of these, at times through a further number word ("two hundred").
COUNTING = frozenset({"nummod", "nummod:gov", "quantmod", "compound", "amod", "det", "det:numgov", "advmod", "num"})
# "Dozens of civilians": what is counted hangs on the number, with this before it.
PARTITIVE = frozenset({"of"})
COUNTED_POS = frozenset({"NOUN", "PROPN"})


def measure(numbers: Sequence[NumberPhrase], tree: Tree) -> tuple[Quantity, ...]:
    """The quantities of a claim.

    Args:
        numbers: the number phrases inside the claim's span.
        tree: of the whole document.

    Returns:
        One quantity for each number, in order. Its unit is the number's own ("km"), or else the dictionary form of
        the noun that it counts ("soldier"); None where the words name neither ("40 were killed").
    """
    meant = [each for each in numbers if not _is_set_aside(tree.text, each)]
    return tuple(make_quantity(number, number.unit or _counted(number, tree)) for number in meant)


_NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
_BUT = re.compile(r"[^.;!?]{0,40}?[\s,]but\s")


def _is_set_aside(text: str, number: Span) -> bool:
    """ "Not 63 but about 400": the first number is not what is claimed."""
    before = text[max(0, number.start - _LONGEST_NEGATION) : number.start]
    return bool(_NOT.search(before)) and _BUT.match(text, number.end) is not None


_LONGEST_NEGATION = 6
"""Characters before a number in which "not" is looked for."""


def make_quantity(number: NumberPhrase, unit: str | None) -> Quantity:
    """The quantity that a number phrase tells, in `unit`."""
    span = Span(start=number.start, end=number.end, text=number.text)
    return Quantity(
        span=span, value=number.value, low=number.low, high=number.high, unit=unit, approximate=number.approximate
    )


def _counted(number: NumberPhrase, tree: Tree) -> str | None:
    """What a number without a unit counts."""
    first = bisect_right(tree.tokens, number.start, key=lambda token: token.end)
    inside = list(takewhile(lambda token: token.start < number.end, tree.tokens[first : first + len(number)]))
    within = {token.index for token in inside}
    for token in inside:
        if token.pos in {"NUM", "NOUN", "DET", "ADJ"} and (noun := _part_of(token, tree, within)):
            return _singular(noun)
    for token in inside:
        above = tree.head(token)
        if above is None or above.index in within or above.start < number.end or token.relation not in COUNTING:
            continue
        # A bound such as "some" or "up to" may hang elsewhere than its number does.
        if (
            above.pos in COUNTED_POS
            and above.lemma not in lexicon("en", "time")["unit"]
            and (token.pos == "NUM" or token.relation.startswith("nummod") or token.text.isalpha())
        ):
            return _singular(above)
    return None


def _part_of(token: Token, tree: Tree, within: set[int]) -> Token | None:
    """The noun behind "of" ("dozens of civilians"); not "52 of them"."""
    for child in tree.children(token, "nmod"):
        case = tree.child(child, "case")
        if child.index not in within and child.pos in COUNTED_POS and case is not None and case.lemma in PARTITIVE:
            return child
    return None


def _singular(noun: Token) -> str:
    return noun.lemma.lower()
