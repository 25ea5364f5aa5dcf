"""Under which keys a place's name is looked for, however it was spelt or transliterated."""

import re
import unicodedata
from functools import lru_cache

from reportedly.reference.transliteration import from_arabic, is_arabic

_APOSTROPHES = re.compile(r"[’'ʼ`´ʹʺ‘ʻʿʾ\"]")
_GAPS = re.compile(r"[\s\-‐‑–—_.,/]+")
_CARONS = str.maketrans({"ž": "zh", "ż": "zh", "č": "ch", "š": "sh"})
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
    (re.compile(r"tsch|tch"), "C"),
    (re.compile(r"sch|sh|sz"), "S"),
    (re.compile(r"cz|ch"), "C"),
    (re.compile(r"sC"), "S"),  # Russian sch is Ukrainian shch
    (re.compile(r"zh|jj|\bj(?=[iy])"), "Z"),  # French j
    (re.compile(r"rz\b"), "r"),  # Polish
    (re.compile(r"ck\b"), "Tk"),  # Polish; elsewhere German
    (re.compile(r"ck"), "k"),
    (re.compile(r"ts|tz|c"), "T"),
    (re.compile(r"ah\b"), "a"),  # Arabic's ending
    (re.compile(r"kh|h|g"), "g"),
    (re.compile(r"q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"j"), "y"),
    (re.compile(r"ou"), "u"),
)
_ARTICLE = re.compile(r"\b[ae](?:l|([nrdstz]h?)(?= \1)) (?=\w)")
"""Arabic's, which takes on the sound of some letters after it: al-Khartum, ez-Zor."""
# What one of the two languages no longer says: Schastlivoye and Shchaslyve, Solnechnoye and Soniachne.
_CLUSTERS = (
    (re.compile(r"st(?=[nl])"), "s"),
    (re.compile(r"ln(?=C)"), "n"),
    (re.compile(r"[kTC]sk"), "Tk"),
    (re.compile(r"gsk|[zZ]s?k"), "sk"),
    (re.compile(r"[zZ](?=[kptsfSCT])"), "s"),
)
_FIRST_SYLLABLE = re.compile(r"^([^aeiouy]*)(?:o[vl]|(?<=[SZC])el)(?=[^aeiouyv])")
"""Vovchansk and Volchansk, Zhovti and Zheltye: Ukrainian o-v stands for Russian o-l before a consonant."""
_GIVEN_NAMES = (
    (re.compile(r"n[iy]kol"), "mykol"),
    (re.compile(r"n[iy]k[iy]t"), "mykyt"),
    (re.compile(r"konstant"), "kostant"),
    (re.compile(r"(?<!h)an(?=n[oi]vk)"), "han"),
)
# Words of which each language has its own, in names of several words: great, first, second.
_TRANSLATED = (
    (re.compile(r"\bbolsh(?=(?:aya|aia|oy|oi|oye|oe|ye|iye|ie)\b)"), "velyk"),
    (re.compile(r"\bperv(?=(?:aya|aia|oye|oe|y|yy|yi)\b)"), "persh"),
    (re.compile(r"\bvtor(?=(?:aya|aia|oy|oi|oye|oe)\b)"), "druh"),
)
# Changes of consonants that one spelling has and the other lacks, as skeletons show them.
_NEAR = (
    (re.compile(r"\bat(?=[^a ])"), "vd"),  # Otradnoye, Vidradne
    (re.compile(r"\bvd(?=[^a ])"), "at"),
    (re.compile(r"\ba"), "v"),  # Ugledar, Vuhledar
    (re.compile(r"\bv"), "a"),
    (re.compile(r"l(?=[^al ])"), "v"),  # Dolgy, Dovhyi in later syllables
    (re.compile(r"v(?=[^av ])"), "l"),
    (re.compile(r"S(?=[nt])"), "C"),  # Pomoshnaya, Pomichna
    (re.compile(r"C(?=[nt])"), "S"),
    (re.compile(r"Csk"), "sk"),  # Tavricheskoye, Tavriiske
    (re.compile(r"Tk\b"), "sk"),
    (re.compile(r"sk\b"), "Tk"),
    (re.compile(r"C"), "g"),  # German and Polish ch; German sch, s and z
    (re.compile(r"S"), "Z"),
    (re.compile(r"s(?!k)"), "z"),
    (re.compile(r"\bs(\w*)S"), r"z\1Z"),
    (re.compile(r"z"), "T"),
    (re.compile(r" a?"), ""),  # Bila Hora, Bilahora
)
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLES = re.compile(r"(.)\1+")
_LEAST_CONSONANTS = 2
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
    """`name` in small Latin letters; of other scripts than Cyrillic and Arabic the letters are left as they are."""
    plain = from_arabic(name) if is_arabic(name) else name.casefold().translate(_CYRILLIC).translate(_CARONS)
    return fold(plain)


@lru_cache(maxsize=65536)
def sounded(name: str) -> str:
    """`name` with one letter for each sound, vowels kept: to see how like two romanisations are."""
    return " ".join(_sound(word) for word in _words(name)).replace("y", "i")


def _words(name: str) -> list[str]:
    plain = _ARTICLE.sub("", romanise(name))
    if " " in plain:
        for pattern, word in _TRANSLATED:
            plain = pattern.sub(word, plain)
    return plain.split()


def _sound(word: str) -> str:
    for pattern, plain in _GIVEN_NAMES:
        word = pattern.sub(plain, word)
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    for pattern, plain in _CLUSTERS:
        word = pattern.sub(plain, word)
    return _FIRST_SYLLABLE.sub(r"\1ol", word)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str | None:
    """What is left of a name in every romanisation: Volchansk and Vovchansk have one skeleton.

    Returns:
        Consonants, each word's first vowel as `a`; None for a name with too few consonants, or not romanised.
    """
    words = []
    for word in _words(name):
        word = _sound(word)
        first = "a" if _VOWELS.match(word) else ""
        words.append(first + _DOUBLES.sub(r"\1", _VOWELS.sub("", word)))
    key = " ".join(words)
    consonants = re.sub(r"\ba| ", "", key)
    if not consonants.isascii() or sum(letter.isalpha() for letter in consonants) < _LEAST_CONSONANTS:
        return None
    return key


@lru_cache(maxsize=4096)
def near_skeletons(bones: str) -> tuple[str, ...]:
    """The skeletons that lie one explained change of consonants away from `bones`."""
    changed = (
        bones[: hit.start()] + hit.expand(other) + bones[hit.end() :]
        for pattern, other in _NEAR
        for hit in pattern.finditer(bones)
    )
    return tuple(dict.fromkeys(changed))
