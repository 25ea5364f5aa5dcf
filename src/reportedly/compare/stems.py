"""The words that carry a claim's meaning, and its names, so that they meet in other forms, scripts and spellings."""

import math
import re
from functools import lru_cache

from reportedly.compare.deeds import is_listed
from reportedly.compare.event_words import idle_words, plain
from reportedly.model.comparable import Comparable
from reportedly.reference.spelling import skeleton, sounded

STEM_LETTERS = 5
"""So many letters of a Russian or Ukrainian word are kept: endings have up to three."""
FEWEST_LETTERS = 3
FEWEST_BONES = 3
"""A name that keeps fewer sounds like too many others: it meets its own spelling only."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SEAM = re.compile(r"-|['’ʼ](?![а-щьюяєії])")
"""Where a word is parted; within a Cyrillic name an apostrophe is a letter's: "Куп'янськ"."""
_OPENS = re.compile(r"(?:^|(?<=[.!?…:\n«“\"] )|(?<=[\n«“\"]))[^\W\d_]+")
"""The first word of a sentence."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_VOWELS = re.compile(r"[aeiou]+")
"""Of a short name any vowel is as good as another: Kyiv, Kiev."""
_LAST_VOWEL = re.compile(r"(?<=\w{3})a$")
"""In which the cases of a short name differ: Goma, Gomu."""
_ENGLISH_ENDING = re.compile(r"(?<=\w{3})(?:'s|ations?|ings?|ed|es|s|ly|ment|ments)$")


def list_stems(text: str, language: str | None) -> tuple[str, ...]:
    """Stems of the words of `text` that carry meaning, in order, each once."""
    idle = idle_words(language)
    words = (plain(word) for word in _WORD.findall(text))
    return tuple(dict.fromkeys(stem(word) for word in words if len(word) >= FEWEST_LETTERS and word not in idle))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of a word have in common, roughly."""
    if _CYRILLIC.search(word):
        return word[:STEM_LETTERS] if len(word) > STEM_LETTERS else word[: max(FEWEST_LETTERS, len(word) - 1)]
    return _ENGLISH_ENDING.sub("", word)


def share_of_words(left: Comparable, right: Comparable) -> float:
    """How many of their stems two claims share, of the mean of both counts; 0 if one has none."""
    if not left.words or not right.words:
        return 0.0
    theirs = set(right.words)
    shared = sum(word in theirs for word in left.words)
    return shared / math.sqrt(len(left.words) * len(right.words))


@lru_cache(maxsize=65536)
def list_names(text: str, language: str | None = None) -> tuple[str, ...]:
    """What the capitalised words of `text` keep in every script and romanisation, in order, each once."""
    idle = idle_words(language)
    parts = (part for word in _WORD.findall(text) for part in _SEAM.split(word))
    bones = (bones_of(part) for part in parts if part[:1].isupper() and plain(part) not in idle)
    return tuple(dict.fromkeys(each for each in bones if each))


def names_in(text: str, language: str | None) -> tuple[str, ...]:
    """The names in sentences: without the words that only their place lends a capital, as in "Drones attacked"."""
    return list_names(_OPENS.sub(lambda found: lower_if_listed(found[0], language), text), language)


def lower_if_listed(word: str, language: str | None) -> str:
    """A word as it is, or small if it is one for a deed, a thing or forces."""
    return word.casefold() if is_listed(word, language) else word


@lru_cache(maxsize=65536)
def key_of_name(name: str) -> str:
    """What a name of one or more words keeps in every script and romanisation, as one."""
    words = (cut_ending(word) for word in _WORD.findall(name))
    return one_ending(skeleton(" ".join(words)) or name.casefold()).replace(" ", "")


@lru_cache(maxsize=65536)
def bones_of(name: str) -> str:
    """What a name keeps in every script, case and romanisation; of a short one where its vowels stand; empty for an initial."""
    kept = skeleton(cut_ending(name)) or ""
    if len(kept) >= FEWEST_BONES:
        return one_ending(kept)
    is_long = len(name) > FEWEST_LETTERS or (name.isupper() and len(name) == FEWEST_LETTERS)
    return _LAST_VOWEL.sub("", _VOWELS.sub("a", sounded(name.casefold()))) if is_long else ""


def one_ending(bones: str) -> str:
    """The same for Olenivka and, as Ukrainian has it after a preposition, v Olenivtsi."""
    return bones[:-1] + "k" if bones.endswith("T") else bones


def cut_ending(name: str) -> str:
    """A Cyrillic name without the vowels in which its cases differ; any other as it is."""
    if not _CYRILLIC.search(name):
        return name
    return re.sub(
        r"(?<=\w{3})(?:ого|ому|ами|ями|ах|ях|ой|ей|ою|ею|ом|ем|ам|ям|ыми|ими|ых|их|ым|им|ая|яя|ий|ый|ій|[аяуюоеєиыіїьй])$",
        "",
        name.casefold().replace("дж", "j"),
    )
