"""When two spellings name one person or body: marks, capitals and the many romanisations."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "ə": "a"})
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´ʹ′")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?=\s|$)")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_WORD_VARIANTS = {
    "defense": "defence",
    "organisation": "organization",
    "centre": "center",
    "labour": "labor",
    "programme": "program",
}
# Applied in order: what the romanisations of Russian, Ukrainian and Belarusian names disagree about.
_ROMANISATIONS = (
    (re.compile(r"tsch|tch|ch|cz"), "c"),
    (re.compile(r"sch|sh|sz"), "s"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ie"), "e"),
)
_WORD = re.compile(r"\w+")
_ON_LATIN = re.compile(r"(?<![^\x00-\x7f])[^\x00-\x7f]")
"""Behind an ASCII character, or at the beginning."""


def _drop_mark(match: re.Match[str]) -> str:
    return "" if unicodedata.combining(match.group()) else match.group()


@lru_cache(maxsize=16384)
def plain_name(name: str) -> str:
    """A name without capitals, accents, possessives, punctuation and leading article: one key for its spellings."""
    bare = _POSSESSIVE.sub("", name.strip())
    bare = _DOTTED.sub(lambda match: match.group().replace(".", "") + " ", bare)
    bare = unicodedata.normalize("NFKD", bare.casefold().translate(_LETTERS).translate(_APOSTROPHES))
    if not bare.isascii():
        # Only marks on Latin letters go: in Cyrillic "й" is another letter than "и".
        bare = unicodedata.normalize("NFC", _ON_LATIN.sub(_drop_mark, bare))
    words = _WORD.findall(bare)
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(_WORD_VARIANTS.get(word, word) for word in words)


@lru_cache(maxsize=16384)
def fold_person(name: str) -> str:
    """One key for the ways in which a person's name is romanised: `Valeriy` and `Valerii`, `Evgeny` and `Yevgeny`."""
    folded = plain_name(name)
    for pattern, letter in _ROMANISATIONS:
        folded = pattern.sub(letter, folded)
    return folded
