"""How like two spellings of a place's name sound: a weighted edit distance that knows the laws of sound.

A Ukrainian and a Russian form of one name differ by law: closed `o` became `i`, the old yat is `i` here and `e`
there, `l` before a consonant became `v`, an opening `o` took a `v` before it, endings differ. Such changes cost
little; any other much. `benchmarks/spellings.py` measures what the costs are worth.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from reportedly.reference.spelling import sounded
from reportedly.reference.transliteration import is_arabic

_LAST_VOWELS = frozenset("AEIOUJ")
"""At a word's end a vowel tells one name from another, so it is a letter of its own there; `J` is a soft `e`."""
_VOWELS = _LAST_VOWELS | frozenset("aeiou")

# Endings and glides that only one of the languages writes; in this order.
_PLAINER = (
    (re.compile(r"iCe(?=sk)"), "i"),  # -icheskoye: -iiske
    (re.compile(r"(?<=\w)pole\b"), "pol"),  # -pole: -pol
    (re.compile(r"[ei]i?e(?=v)"), "i"),  # -eyevka, -yevka: -iivka, -ivka
    (re.compile(r"(?<=[aou])i?e(?=v)"), "i"),  # -ayevka: -aivka
    (re.compile(r"(?:oi|ei|o|e)e\b"), "E"),
    (re.compile(r"(?:ai|iai|a|ei|ii)a\b"), "A"),
    (re.compile(r"ii[ei]?\b|oi\b"), "I"),
    (re.compile(r"ie\b"), "J"),
)
_LAST_VOWEL = re.compile(r"[aeiou]\b")
_GLIDE = re.compile(r"(?<=[^aeiou ])i+(?=[aeouAEOUJ])")
"""A softened consonant before a vowel: Kupyansk, Kupiansk."""
_DOUBLES = re.compile(r"(.)\1+")

# What a change costs that the languages' history or another alphabet's habits explain; the same both ways.
_CHANGES = {
    "ei": 0.15, "io": 0.2, "eo": 0.2, "ao": 0.3, "ae": 0.45, "ou": 0.6, "iu": 0.6, "ai": 1.2, "eu": 0.8, "au": 0.8,
    "EO": 0.05, "EJ": 0.2, "AJ": 0.1, "IJ": 0.2, "OJ": 0.3, "EI": 1.0, "AE": 1.3, "AO": 1.3, "IO": 1.2, "AI": 1.3,
    "lv": 0.4, "CS": 0.4, "sz": 0.3, "Zz": 0.4, "dt": 0.5, "Cg": 0.4, "SZ": 0.6, "Ts": 0.5, "Tz": 0.5, "fv": 0.6,
    "fp": 0.7, "Tk": 0.6,
}  # fmt: skip
_COSTS = {pair: cost for letters, cost in _CHANGES.items() for pair in (letters, letters[::-1])}
_OTHER_VOWEL = 1.0
_OTHER_CONSONANT = 1.3
_VOWEL_FOR_CONSONANT = 2.6
_VOWEL_LOST = 0.8
_LAST_VOWEL_LOST = 2.0
_GLIDE_LOST = 0.7
_SHORT_VOWEL_LOST = 0.1
_OPENING_V_LOST = 0.35
_CONSONANT_LOST = 1.0
_GAP_LOST = 0.25


def likeness(one: str, other: str) -> float:
    """How like two names sound: 100 for the same sounds, 0 for nothing in common.

    A name in Arabic letters lacks its short vowels, which then count for little in the other.
    """
    left, right = heard(one), heard(other)
    whole = max(_weigh(left), _weigh(right))
    if not whole:
        return 0.0
    far = _distance(left, _losses(left, is_arabic(other)), right, _losses(right, is_arabic(one)))
    return 100.0 * max(0.0, 1.0 - far / whole)


@lru_cache(maxsize=65536)
def heard(name: str) -> str:
    """`name` as `sounded`, without the endings, glides and doubled letters that tell the languages apart."""
    plain = sounded(name)
    for ending, plainer in _PLAINER:
        plain = ending.sub(plainer, plain)
    plain = _LAST_VOWEL.sub(lambda vowel: vowel[0].upper(), plain)
    return _DOUBLES.sub(r"\1", _GLIDE.sub("", plain))


def _weigh(plain: str) -> float:
    """A vowel tells half of what a consonant does."""
    return sum(0.5 if letter in _VOWELS else 1.0 for letter in plain if letter != " ")


def _distance(left: str, left_losses: Sequence[float], right: str, right_losses: Sequence[float]) -> float:
    """The least sum of changes and losses that makes one of the other."""
    above = [0.0, *accumulate(right_losses)]
    for letter, lost in zip(left, left_losses, strict=True):
        line = [above[0] + lost]
        for column, other in enumerate(right):
            changed = above[column] + (0.0 if letter == other else _changed(letter, other))
            line.append(min(changed, above[column + 1] + lost, line[column] + right_losses[column]))
        above = line
    return above[-1]


def _changed(one: str, other: str) -> float:
    cost = _COSTS.get(one + other)
    if cost is not None:
        return cost
    if (one in _VOWELS) != (other in _VOWELS):
        return _VOWEL_FOR_CONSONANT
    return _OTHER_VOWEL if one in _VOWELS else _OTHER_CONSONANT


def _losses(plain: str, lacks_short_vowels: bool) -> list[float]:
    """What it costs to lose each letter of `plain`, if the other name lacks its short vowels or not."""
    if lacks_short_vowels:
        return [_SHORT_VOWEL_LOST if plain[at] in _VOWELS else _lost(plain, at) for at in range(len(plain))]
    return [_lost(plain, at) for at in range(len(plain))]


def _lost(plain: str, at: int) -> float:
    letter, before, after = plain[at], plain[at - 1 : at], plain[at + 1 : at + 2]
    if letter == " ":
        return _GAP_LOST
    if letter in _LAST_VOWELS:
        return _LAST_VOWEL_LOST
    if letter in _VOWELS:
        return _GLIDE_LOST if letter == "i" and before in _VOWELS else _VOWEL_LOST
    if letter == "v" and before in ("", " ") and after in ("i", "o", "u"):
        return _OPENING_V_LOST
    return _CONSONANT_LOST
