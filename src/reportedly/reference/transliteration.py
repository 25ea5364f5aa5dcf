"""Names in Cyrillic and Arabic letters written in Latin ones, as reporting in English prints them.

Ukrainian follows the government's table of 2010, Russian the newspapers' form of BGN/PCGN's, Arabic what agencies
print. Arabic script leaves short vowels out, so what comes of it is a name's consonants and its long vowels.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

# Letters that Ukrainian and Russian write alike; their own come after.
_SHARED = {
    "а": "a", "б": "b", "в": "v", "д": "d", "ж": "zh", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ь": "", "е": "e",
}  # fmt: skip
_UKRAINIAN = _SHARED | {"г": "h", "ґ": "g", "и": "y", "і": "i", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_UKRAINIAN_OPENING = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = _SHARED | {"г": "g", "и": "i", "ё": "yo", "й": "y", "ъ": "", "ы": "y", "э": "e", "ю": "yu", "я": "ya"}
_RUSSIAN_ENDING = re.compile(r"[иы]й\b")
_RUSSIAN_IOTATED = re.compile(r"(?:(?<=[аеёиоуыэюяъь])|(?<!\w))е")
_AFTER_SOFT_SIGN = re.compile(r"ь(?=и)")
_APOSTROPHES = re.compile(r"[’'ʼ`]")

_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i",
    "ى": "a", "ء": "", "ئ": "", "ؤ": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "i", "ـ": "",
}  # fmt: skip
_ARABIC_LETTERS = re.compile(r"[؀-ۿ]")
_ARTICLE = re.compile(r"\bال(?=\w{2})")
_OPENING_VOWEL = re.compile(r"(?<!\w)ع")
_LAST_H = re.compile(r"(?<=[^\W\d_اويى])[حه](?!\w)")
_CONSONANT_W = re.compile(r"(?<!\w)و|و(?=[اآيىةی])")
_CONSONANT_Y = re.compile(r"(?<!\w)ي|ي(?=[اآوة])")


def is_arabic(name: str) -> bool:
    """Is `name` in Arabic letters, which leave short vowels out?"""
    return _ARABIC_LETTERS.search(name) is not None


def latinise(name: str, language: str) -> str | None:
    """`name` in Latin letters, in small ones but for the first of each word.

    Args:
        language: ISO 639-1, what the name is written in.

    Returns:
        None for a language without a table.
    """
    write = _WRITERS.get(language)
    if write is None:
        return None
    written = write(unicodedata.normalize("NFC", name).lower())
    return re.sub(r"(?<![^\s\-])[^\W\d_]", lambda first: first[0].upper(), written)


def from_ukrainian(name: str) -> str:
    """Small Ukrainian letters by the table of 2010: `зг` is zgh, є ї й ю я differ where they open a word."""
    plain = _APOSTROPHES.sub("", name).replace("зг", "зgh")
    opened = re.sub(r"(?<!\w)[єїйюя]", lambda first: _UKRAINIAN_OPENING[first[0]], plain)
    return _spell(opened, _UKRAINIAN)


def from_russian(name: str) -> str:
    """Small Russian letters as newspapers print them: -y for -ый and -ий, ye where `е` is iotated."""
    plain = _RUSSIAN_ENDING.sub("ы", _AFTER_SOFT_SIGN.sub("й", name))
    return _spell(_RUSSIAN_IOTATED.sub("ye", plain), _RUSSIAN)


def from_arabic(name: str) -> str:
    """Arabic letters: consonants, long vowels, `al-` for the article; signs for short vowels are passed over."""
    plain = "".join(letter for letter in name if not unicodedata.combining(letter))
    plain = _CONSONANT_Y.sub("y", _CONSONANT_W.sub("w", _OPENING_VOWEL.sub("a", _ARTICLE.sub("al-", plain))))
    return _spell(_LAST_H.sub("ah", plain), _ARABIC)


def _spell(name: str, letters: Mapping[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in name)


_WRITERS: Mapping[str, Callable[[str], str]] = {"uk": from_ukrainian, "ru": from_russian, "ar": from_arabic}
