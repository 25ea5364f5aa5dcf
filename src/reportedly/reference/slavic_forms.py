"""Russian and Ukrainian words in their cases: which forms a word takes, and of what a form may be the nominative.

Rules of endings, no dictionary. They say more forms than there are; whoever asks compares them with names that it knows.
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`′](?=\w)")
_VOWELS = "аеёиоуыэюяіїє"

# Ending of the dictionary form (a pattern), the endings that take its place, and those of the plural, which a name with
# a capital does not have. The first that fits counts. Words of both languages go through one table: a form that only
# the other language has is no word of this one.
_ADJECTIVE = (
    "ий ый ой ій ая а е ое ее є ие ые і ого его ого ої ой ей ому ему ым им ім ом ем ій ую у юю ою ею ых их ыми ими"
).split()
_HARD = "- а у ові еві ом ем е і ы и"
_HARD_MANY = "ов ів ев ам ами ах"
_SOFT = "ь й я ю єві еві ем єм е є и і ї ью"
_SOFT_MANY = "ей ям ями ях ів їв"
_FEMININE = "а ы и і е у ой ою ей ею"
_FEMININE_MANY = "- ам ами ах"
_ADJECTIVES = " ".join(_ADJECTIVE)
_PARADIGMS: tuple[tuple[re.Pattern[str], list[str], list[str]], ...] = tuple(
    (re.compile(pattern), one.split(), many.split())
    for pattern, one, many in (
        (r"(?<=[сцзн]ьк)(?:ий|а|е|і)$", _ADJECTIVES, ""),
        (r"(?<=[сц]к)(?:ий|ая|ое|ие)$", _ADJECTIVES, ""),
        (r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$", _ADJECTIVES + " ия ию ием ии", "ий ям иям иями иях"),
        (r"(?<=[иі])[яй]$", "я й и ї ю е ем єм ей єю ею і", "ям ями ях"),
        (r"(?<=[яа]н)[еи]$", "е и - ам ами ах ин ина ином ину", ""),
        (r"(?<=н)[ая]$", f"{_ADJECTIVES} {_FEMININE} я ю ь", f"{_FEMININE_MANY} ям ями ях"),
        (r"(?<=[вл])а$", f"{_ADJECTIVES} {_FEMININE}", _FEMININE_MANY),
        (r"(?<=[внлр])[еі]$", _ADJECTIVES + " ями я ю ем ів ам ами ах", ""),
        (r"а$", _FEMININE, _FEMININE_MANY),
        (r"я$", _SOFT + " єю ею", _SOFT_MANY + " -"),
        (r"[ьй]$", _SOFT, _SOFT_MANY),
        (r"о$", "о а у ом ем е і", "- ам ами ах"),
        (r"е$", "е я ю ем и", ""),
        (r"[ыиі]$", "ы и і - ов ів ев ей ам ами ах ям ями ях", ""),
        (r"ї$", "ї їв ям ями ях", ""),
        (r"(?<=[оеиін][вн])$", _HARD + " ым им", _HARD_MANY),
        (r"(?<=[^аеёиоуыэюяіїє])$", _HARD, _HARD_MANY),
    )
)
_SHIFTS = {"г": "з", "к": "ц", "х": "с"}
_LONG_ENOUGH_TO_SHIFT = 5
_CLOSED = {"і": ("о", "е", "є"), "ї": ("є",)}

# Ending of a form, and what may have stood in its place in the nominative of a person's name.
_REVERSE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ового", ("овий",)), ("ого", ("ый", "ий", "ой")), ("его", ("ий",)), ("ому", ("ый", "ий", "ой")), ("ему", ("ий",)),
    ("ові", ("", "о")), ("еві", ("", "ь", "й")), ("єві", ("й", "ь")), ("ием", ("ий",)), ("ієм", ("ій",)), ("ым", ("ый", "")), ("им", ("ий", "ый", "")),
    ("ой", ("а", "ая")), ("ою", ("а",)), ("ею", ("а", "я")), ("єю", ("я",)), ("ей", ("я", "а")), ("ої", ("а",)), ("ій", ("а",)),
    ("ую", ("ая",)), ("ом", ("", "о")), ("ем", ("", "й", "ь")), ("єм", ("й", "ь")),
    ("а", ("", "о")), ("я", ("й", "ь")), ("у", ("", "а", "о")), ("ю", ("й", "ь", "я")), ("е", ("", "а", "й", "ь", "я")),
    ("ы", ("а",)), ("и", ("а", "я", "ь")), ("і", ("", "а", "я", "ь")), ("ї", ("я",)),
)  # fmt: skip
_SHORTEST_STEM = 2


def split_words(phrase: str) -> list[str]:
    """The words as written, without punctuation and apostrophes; the parts of a hyphened one are words."""
    return _WORD.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFC", phrase)))


def small(word: str) -> str:
    """One key for a word's spellings: small letters, `ё` as `е`."""
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=8192)
def word_forms(word: str) -> frozenset[str]:
    """The small-letter forms that `word`, a nominative, may take; itself among them.

    Short words in capitals ("МИД") decline like nouns that end in a consonant, or not at all.
    """
    plain = small(word)
    if word.isupper() and len(word) > 1:
        ends_hard = plain[-1] not in _VOWELS and len(plain) > 2
        return frozenset({plain, *(plain + end for end in ("а", "у", "ом", "е", "і", "ові") if ends_hard)})
    forms = {plain}
    for stem, endings in _stems(plain, many=not word[0].isupper()):
        forms |= {stem + end.replace("-", "") for end in endings}
        if len(plain) >= _LONG_ENOUGH_TO_SHIFT and plain[-1] in "аоі" and (shifted := _SHIFTS.get(stem[-1:])):
            forms.add(f"{stem[:-1]}{shifted}і")
    return frozenset(forms)


def _stems(plain: str, many: bool) -> list[tuple[str, list[str]]]:
    fits = next(((plain[: m.start()], one, more) for p, one, more in _PARADIGMS if (m := p.search(plain))), None)
    if fits is None or len(fits[0]) < _SHORTEST_STEM:
        return []
    stems = [(fits[0], fits[1] + (fits[2] if many else []))]
    hard = f"{_HARD} {_HARD_MANY if many else ''}".split()
    soft = f"{_SOFT} {_SOFT_MANY if many else ''}".split()
    body, last = plain[:-1], plain[-1]
    if plain.endswith(("ец", "ець", "єць")):
        base = plain.removesuffix("ь")[:-2]
        stems.append((base + ("йц" if base[-1] in _VOWELS else "ц"), hard + soft))
    elif plain.endswith("ой"):
        stems.append((body, soft))
    elif plain.endswith(("ок", "ек")):
        stems.append((plain[:-2] + "к", hard))
    elif last not in _VOWELS and body[-1:] in _CLOSED:
        endings = soft if last in "ьй" else hard
        stems += [(body[:-1] + vowel + last.replace("ь", ""), endings) for vowel in _CLOSED[body[-1]]]
    return stems


@lru_cache(maxsize=8192)
def nominatives(word: str) -> tuple[str, ...]:
    """What the form `word` of a person's name may be in the nominative, in small letters; as it stands first."""
    plain = small(word)
    found = [plain]
    for ending, starts in _REVERSE:
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) >= _SHORTEST_STEM:
            found += [stem + start for start in starts if start or stem[-1] not in _VOWELS]
            if "" in starts and len(stem) > _SHORTEST_STEM and stem[-1] in "лкц" and stem[-2] not in _VOWELS:
                found += [f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "ео"]
    return tuple(dict.fromkeys(found))
