"""How like two spellings of a place's name sound: a weighted edit distance that knows the laws of sound.

A Ukrainian and a Russian form of one name differ by law: closed `o` became `i`, old yat is `i` here and `e` there,
`l` before a consonant became `v`, an opening `o` took a `v` before it. Such changes cost little; any other much.
"""

import re
from functools import lru_cache

from reportedly.reference.spelling import near_skeletons, sounded

_VOWELS = frozenset("aeiouAEIOUJ")
"""A capital stands at a word's end, where a vowel tells one name from another; `J` is a softened `e` there."""
_ENDINGS = (
    (re.compile(r"(?:oi|ei|o|e)e\b"), "E"), (re.compile(r"(?:ai|iai|a|ei|ii)a\b"), "A"), (re.compile(r"ii[ei]?\b|oi\b"), "I"),
    (re.compile(r"ie\b"), "J"), (re.compile(r"[aeiou]\b"), lambda hit: hit[0].upper()),
)  # fmt: skip
_AFTER_VOWEL = ((re.compile(r"[ei]i?e(?=v)"), "i"), (re.compile(r"(?<=[aou])i?e(?=v)"), "i"))
"""-eyevka, -ayevka and -yevka: -iivka, -aivka and -ivka."""
_GLIDE = re.compile(r"(?<=[^aeiou ])i+(?=[aeouAEOUJ])")
"""A softened consonant before a vowel: Kupyansk, Kupiansk."""
_DOUBLES = re.compile(r"(.)\1+")

# Changes that the history of the languages explains; both ways.
_CHANGES = {
    "ei": 0.15, "io": 0.2, "eo": 0.2, "ao": 0.3, "ae": 0.45, "ou": 0.6, "iu": 0.6, "ai": 0.8, "eu": 0.8, "au": 0.8,
    "lv": 0.4, "CS": 0.4, "sz": 0.3, "Zz": 0.4, "TC": 0.5, "dt": 0.5, "fp": 0.7, "gk": 0.6, "bp": 0.7, "fv": 0.6,
    "CT": 0.5, "CZ": 0.7, "SZ": 0.6, "Ss": 0.6, "kT": 0.6, "Cg": 0.4, "sT": 0.5, "zT": 0.5, "fg": 0.8, "mn": 0.8,
    "OE": 0.05, "AE": 0.8, "AO": 1.0, "IE": 0.5, "IO": 0.8, "AI": 0.9, "JA": 0.1, "JI": 0.2, "JE": 0.2, "JO": 0.3,
}  # fmt: skip
_OTHER_VOWEL = 1.0
_OTHER_CONSONANT = 1.3
_VOWEL_LOST = 0.6
_GLIDE_LOST = 0.4
_LAST_VOWEL_LOST = 1.2
_CONSONANT_LOST = 1.0
_GAP_LOST = 0.25
_OPENING_V = 0.35
_CHANGE = {pair: cost for letters, cost in _CHANGES.items() for pair in (letters, letters[::-1])}


@lru_cache(maxsize=65536)
def heard(name: str) -> str:
    """`name` without what the endings, glides and doubled letters of one of the languages add."""
    plain = sounded(name)
    for pattern, vowel in _AFTER_VOWEL:
        plain = pattern.sub(vowel, plain)
    for ending, short in _ENDINGS:
        plain = ending.sub(short, plain)
    return _DOUBLES.sub(r"\1", _GLIDE.sub("", plain))


def likeness(one: str, other: str) -> float:
    """How like two romanised names sound: 100 for the same sounds, 0 for nothing in common."""
    left, right = heard(one), heard(other)
    whole = max(_weigh(left), _weigh(right))
    return 100.0 * max(0.0, 1.0 - _distance(left, right) / whole) if whole else 0.0


def _weigh(plain: str) -> float:
    return sum(0.5 if letter in _VOWELS else 1.0 for letter in plain if letter != " ")


def _distance(left: str, right: str) -> float:
    lost = [_lost(right, place) for place in range(len(right))]
    above = [0.0]
    for cost in lost:
        above.append(above[-1] + cost)
    for row, letter in enumerate(left):
        gone = _lost(left, row)
        line = [above[0] + gone]
        for column, other in enumerate(right):
            if letter == other:
                best = above[column]
            else:
                best = above[column] + _changed(letter, other)
            best = min(best, above[column + 1] + gone, line[column] + lost[column])
            line.append(best)
        above = line
    return above[-1]


def _changed(one: str, other: str) -> float:
    cost = _CHANGE.get(one + other)
    if cost is not None:
        return cost
    if one in _VOWELS and other in _VOWELS:
        return _OTHER_VOWEL
    return 2.0 * _OTHER_CONSONANT if one in _VOWELS or other in _VOWELS else _OTHER_CONSONANT


def _lost(plain: str, place: int) -> float:
    letter = plain[place]
    if letter == " ":
        return _GAP_LOST
    if letter in "AEIOUJ":
        return _LAST_VOWEL_LOST
    if letter in _VOWELS:
        return _GLIDE_LOST if letter == "i" and place and plain[place - 1] in _VOWELS else _VOWEL_LOST
    opens = place == 0 or plain[place - 1] == " "
    if letter == "v" and opens and plain[place + 1 : place + 2] in ("i", "o", "u"):
        return _OPENING_V
    return _CONSONANT_LOST
