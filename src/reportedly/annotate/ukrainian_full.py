"""Readings of Ukrainian words from a full dictionary of forms, for those who have installed one.

`pymorphy3-dicts-uk` is under the GPL, so this project never asks for it. Where it is absent, endings are read.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from reportedly.annotate.ukrainian_slots import Analysis, read_slots
from reportedly.annotate.ukrainian_verbs import read_verb
from reportedly.reference.readers import FULL_DICTIONARY, has_full_dictionary

_CASES = {"nomn": "n", "gent": "g", "datv": "d", "accs": "a", "ablt": "i", "loct": "l"}
_GENDERS = {"masc": "M", "femn": "F", "neut": "N"}
_KINDS = {"NOUN": "NOUN", "ADJF": "ADJ", "VERB": "VERB", "INFN": "VERB", "ADVB": "ADV"}


@cache
def load_dictionary() -> Any | None:
    """The analyser, loaded once for the process; None if its dictionary is not installed."""
    if not has_full_dictionary():
        return None
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="uk", path=import_module(FULL_DICTIONARY).get_path())


@lru_cache(maxsize=65536)
def full_readings(word: str) -> tuple[Analysis, ...]:
    """Readings of a word in small letters; none if no dictionary is installed or it does not know the word."""
    dictionary = load_dictionary()
    if dictionary is None or not dictionary.word_is_known(word):
        return ()
    return merge_parses(word, dictionary.parse(word))


def merge_parses(word: str, parses: Iterable[Any]) -> tuple[Analysis, ...]:
    """One reading for each part of speech and lemma, with all slots that the dictionary gives it."""
    found: dict[tuple[str, str], Analysis] = {}
    for parse in parses:
        tag, lemma = parse.tag, parse.normal_form
        pos = _KINDS.get(str(tag.POS))
        if pos is None:
            continue
        if pos == "VERB":
            found.setdefault((pos, lemma), read_verb(word, lemma))
            continue
        held = found.get((pos, lemma))
        slots = _slots_of(tag, word == lemma) | (held.slots if held else 0)
        found[pos, lemma] = Analysis(pos, lemma, slots, _animacy(tag))
    return tuple(found.values())


def _slots_of(tag: Any, base: bool) -> int:
    """A base form without a case is a nominative."""
    case = _CASES.get(str(tag.case)) or ("n" if base and tag.case is None else None)
    gender = "P" if tag.number == "plur" else _GENDERS.get(str(tag.gender))
    return read_slots(case + gender) if case and gender else 0


def _animacy(tag: Any) -> frozenset[str]:
    known = {"anim": "Animacy=Anim", "inan": "Animacy=Inan"}.get(str(tag.animacy))
    return frozenset({known}) if known else frozenset()
