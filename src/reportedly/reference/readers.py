"""What reads each language, by the name that a reading bears: the trained tagger for English, rules for the others."""

from functools import cache
from importlib.util import find_spec

from reportedly.reference.weights import weights_name

RULES = {"ru": "rules-ru-1", "uk": "rules-uk-1"}
"""The languages whose attributions are found by rules alone, and the name of the rules."""

FULL_DICTIONARY = "pymorphy3_dicts_uk"
"""A dictionary of Ukrainian forms that is not asked for, and used where somebody has installed it."""


def reader_name(language: str | None) -> str | None:
    """What finds attributions in a document of `language`, by ISO 639-1 (None is English); None if that has no name.

    Raises:
        ModelError: if English is asked for and its weights are missing or damaged.
    """
    rules = RULES.get(language or "en")
    if rules is None:
        return weights_name()
    return f"{rules}+{FULL_DICTIONARY}" if language == "uk" and has_full_dictionary() else rules


@cache
def has_full_dictionary() -> bool:
    """Is `FULL_DICTIONARY` installed?"""
    return find_spec(FULL_DICTIONARY) is not None
