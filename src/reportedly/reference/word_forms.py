"""Inflected words, written short: `січ(ень|ня|ні)` for січень, січня, січні."""

import re
from collections.abc import Mapping
from itertools import product

_GROUP = re.compile(r"\(([^()]*)\)")


def write_out(short: str) -> tuple[str, ...]:
    """All forms of a word or phrase: one ending is taken from each pair of brackets; an ending may be empty."""
    pieces = _GROUP.split(short)
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    return tuple("".join(chosen) for chosen in product(*choices))


def write_out_table(table: Mapping[str, str]) -> dict[str, str]:
    """The same table with a row for each form. A form that two rows give keeps the meaning of the first."""
    written: dict[str, str] = {}
    for short, meaning in table.items():
        for form in write_out(short):
            written.setdefault(form, meaning)
    return written
