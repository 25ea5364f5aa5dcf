"""Under which keys a place's name is looked for, however it was spelt or transliterated."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile(r"[’'ʼ`´ʹʺ‘ʻʿʾ\"]")
_GAPS = re.compile(r"[\s\-‐‑–—_.,/]+")
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"})

# One letter, one sound: both Ukrainian and Russian letters, since the key joins the two languages.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh",
        "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ў": "v",
    }
)  # fmt: skip

# Spellings of one sound in English, Polish, German and French romanisations; the longest first.
_SOUNDS = (
    (re.compile(r"schtsch|chtch|shch|szcz|stsch"), "S"),
    (re.compile(r"tsch|tch|cz|ch|č"), "C"),
    (re.compile(r"sch|sh|sz|š"), "S"),
    (re.compile(r"zh|ž|ż"), "Z"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"ts|tz|c"), "T"),
    (re.compile(r"kh|h|g"), "g"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"j"), "y"),
)
_FIRST_SYLLABLE = re.compile(r"^([^aeiouy]*)(?:o[vl]|[eo]l)(?=[^aeiouyv])")
"""Vovchansk and Volchansk, Zhovti and Zheltye: Ukrainian o-v stands for Russian o-l before a consonant."""
_GIVEN_NAMES = ((re.compile(r"\bn[iy]kol"), "mykol"), (re.compile(r"\bn[iy]k[iy]t"), "mykyt"))
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLES = re.compile(r"(.)\1+")
_LEAST_CONSONANTS = 3
"""Shorter skeletons fit too many names."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` without case, accents, apostrophes and hyphens: "Slov’yans’k" and "Slovyansk" fold alike."""
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).casefold().translate(_PLAIN))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = _GAPS.sub(" ", folded).split()
    if len(words) > 1 and words[0] in ("the", "st"):
        words = words[1:] if words[0] == "the" else ["saint", *words[1:]]
    return " ".join(words)


@lru_cache(maxsize=65536)
def romanise(name: str) -> str:
    """`name` in small Latin letters; letters of other scripts than Cyrillic are left as they are."""
    return fold(name.casefold().translate(_CYRILLIC))


@lru_cache(maxsize=65536)
def sounded(name: str) -> str:
    """`name` with one letter for each sound, vowels kept: to see how like two romanisations are."""
    return " ".join(_sound(word) for word in romanise(name).split()).replace("y", "i")


def _sound(word: str) -> str:
    for pattern, plain in _GIVEN_NAMES:
        word = pattern.sub(plain, word)
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return _FIRST_SYLLABLE.sub(r"\1ol", word)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str | None:
    """What is left of a Slavic name in every romanisation: Volchansk and Vovchansk have one skeleton.

    Returns:
        Consonants, each word's first vowel as `a`; None for a name with too few consonants, or not romanised.
    """
    words = []
    for word in romanise(name).split():
        word = _sound(word)
        first = "a" if _VOWELS.match(word) else ""
        words.append(first + _DOUBLES.sub(r"\1", _VOWELS.sub("", word)))
    key = " ".join(words)
    if not key.replace(" ", "").isascii() or sum(letter.isalpha() for letter in key) < _LEAST_CONSONANTS:
        return None
    return key
