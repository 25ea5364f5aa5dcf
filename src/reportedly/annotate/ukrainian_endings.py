"""Which cases and numbers the ending of a Ukrainian noun or adjective may stand for, once its lemma is known."""

from functools import cache, lru_cache
from typing import Any

from reportedly.annotate.ukrainian_dictionary import gender_of, is_animate
from reportedly.annotate.ukrainian_slots import GEN, MASC, NOM, PLUR, read_slots
from reportedly.reference.lexicon import lexicon

_NOUN_ENDINGS = {
    "а": "а:n и:gN і:dl у:a ою:i ею:i ам:D ами:I ах:L :G",
    "жа": "а:n і:gdlN у:a ею:i ам:D ами:I ах:L ей:G :G",
    "я": "я:n і:gdlN ї:gdlN ю:a ею:i єю:i ям:D ями:I ях:L ей:G ів:G їв:G :G",
    "о": "о:na а:gN у:dl ові:dl ом:i і:l ї:l ам:D ами:I ах:L ів:G :G",
    "е": "е:na а:gN я:gN у:dl ю:dl ові:dl еві:dl ем:i ом:i і:l ї:l ам:D ям:D ами:I ями:I ах:L ях:L ів:G їв:G ей:G :G",
    "ття": "я:nagN ю:dl ям:iD і:l ї:l ями:I ях:L ів:G їв:G ей:G :G",
    "т": "а:g я:g у:gdl ю:gdl ові:dl еві:dl єві:dl ом:i ем:i єм:i і:l ї:l и:N ів:G їв:G ей:G ам:D ям:D ами:I ями:I ах:L ях:L :n",
    "ь": "а:g я:g у:gdl ю:gdl ові:dl еві:dl єві:dl ом:i ем:i єм:i і:lN ї:lN и:N ів:G їв:G ей:G ам:D ям:D ами:I ями:I ах:L ях:L :n",
    "нин": "и:N :G ам:D ами:I ах:L а:g у:d ові:dl ом:i і:l",
    "ко": "о:n а:g у:dl ові:dl ом:i і:l и:N ів:G ам:D ами:I ах:L",
    "ість": "і:gdlN ю:i ей:G ям:D ам:D ями:I ами:I ях:L ах:L :na",
    "и": "и:N і:N ї:N а:N я:N ів:G їв:G ей:G ам:D ям:D ами:I ями:I има:I ьми:I ах:L ях:L :G",
}  # fmt: skip
"""By the sort of declension: ending and cases, small letters singular, capitals plural. The last, empty ending is every other one."""

_ADJECTIVE_ENDINGS = {
    "ий": "nM", "ого": "gM,gN,aM", "ому": "dM,dN,lM,lN", "им": "iM,iN,dP", "ім": "lM,lN", "а": "nF", "ої": "gF", "ій": "dF,lF",
    "у": "aF", "ою": "iF", "е": "nN,aN", "і": "nP,aP", "их": "gP,lP,aP", "ими": "iP",
}  # fmt: skip
_SOFT_ENDINGS = {
    "ій": "nM,dF,lF", "ього": "gM,gN,aM", "ьому": "dM,dN,lM,lN", "ім": "iM,iN,dP,lM,lN", "я": "nF", "ьої": "gF", "ю": "aF",
    "ьою": "iF", "є": "nN,aN", "і": "nP,aP", "іх": "gP,lP,aP", "іми": "iP",
    "їй": "nM,dF,lF", "його": "gM,gN,aM", "йому": "dM,dN,lM,lN", "їм": "iM,iN,dP,lM,lN", "йої": "gF", "йою": "iF",
    "ї": "nP,aP", "їх": "gP,lP,aP", "їми": "iP",
}  # fmt: skip
_NAME_ENDINGS = {
    "": "nM", "а": "gM,aM,nF", "у": "dM,aF", "ові": "dM,lM", "им": "iM,dP", "і": "lM,nP", "ої": "gF", "ій": "dF,lF", "ою": "iF",
    "их": "gP,aP,lP", "ими": "iP",
}  # fmt: skip
"""Of surnames such as Петров and Ільїн, men's and women's."""


def _by_length(table: dict[str, str]) -> tuple[tuple[str, int], ...]:
    return tuple((ending, read_slots(table[ending])) for ending in sorted(table, key=len, reverse=True))


_ADJECTIVES, _SOFT_ADJECTIVES = (_by_length(each) for each in (_ADJECTIVE_ENDINGS, _SOFT_ENDINGS))


_ADJECTIVE_TAILS = _ADJECTIVE_ENDINGS.keys() | _SOFT_ENDINGS.keys()


def _pick(form: str, table: tuple[tuple[str, int], ...]) -> int:
    return next((slots for ending, slots in table if form.endswith(ending)), 0)


@lru_cache(maxsize=65536)
def adjective_slots(form: str, lemma: str) -> int:
    """Where `form` stands in the table of an adjective in -ий, -ій or -їй."""
    stem = lemma[:-2]
    if form.startswith(stem) and not {form[len(stem) :], form[len(stem) - 1 :]} & _ADJECTIVE_TAILS:
        return 0  # "києві" is no form of an adjective "кий"
    slots = _pick(form, _SOFT_ADJECTIVES if lemma.endswith(("ій", "їй")) else _ADJECTIVES)
    return slots | read_slots("aM") if slots & read_slots("nM") else slots


def surname_slots(form: str, lemma: str) -> int:
    """Where `form` stands in the table of a surname in -ов, -ев, -єв, -ін, -їн or -ин."""
    return read_slots(_NAME_ENDINGS.get(form.removeprefix(lemma), "-")) if form.startswith(lemma) else 0


@cache
def _noun_table(sort: str) -> tuple[tuple[str, str], ...]:
    pairs = [each.partition(":") for each in _NOUN_ENDINGS[sort].split()]
    return tuple(sorted(((ending, cases) for ending, _, cases in pairs), key=lambda pair: -len(pair[0])))


def _sort_of(lemma: str, gender: str) -> str | None:
    lower = lemma.lower()
    if gender == "0":
        return None
    if gender == "P":
        return "и"
    if lower.endswith("а"):
        return "жа" if lower[-2:-1] in "жчшщ" else "а"
    if lower.endswith("я"):
        return "ття" if gender == "N" else "я"
    if lower.endswith("о"):
        return "ко" if gender == "M" else "о"
    if lower.endswith("е"):
        return "е"
    if gender == "F":
        return "ість"
    if lower.endswith(("янин", "анин", "їнин")):
        return "нин"
    return "ь" if lower.endswith(("ь", "й", "ж", "ч", "ш", "щ", "яр", "ар", "ир", "друг")) else "т"


@cache
def _irregular() -> dict[tuple[str, str], int]:
    forms: dict[tuple[str, str], int] = {}
    rows: dict[str, Any] = lexicon("uk", "grammar")["irregular_nouns"]
    for lemma, row in rows.items():
        for each in str(row).split():
            form, _, slots = each.partition(":")
            forms[form, lemma] = read_slots(slots)
    return forms


@lru_cache(maxsize=65536)
def noun_slots(form: str, lemma: str, gender: str | None = None, *, person: bool = False) -> int:
    """Where `form` stands in the table of the noun `lemma`; 0 if that has no cases.

    Args:
        gender: as `gender_of` says it; None if that shall be asked.
        person: is it known to name a person?
    """
    form, low = form.lower(), lemma.lower()
    if (known := _irregular().get((form, low))) is not None:
        return known
    gender = gender_of(lemma) if gender is None else gender
    if (sort := _sort_of(lemma, gender)) is None:
        return 0
    cases = next((found for ending, found in _noun_table(sort) if form.endswith(ending)), "")
    if form == low and sort in ("т", "ь", "нин"):
        cases = "n"
    animate = person or is_animate(lemma, gender)
    if cases == "gdl" and animate:
        cases = "dl"  # the genitive of persons is in -а
    elif low.endswith("ея") and form == low[:-1] + "ю":
        cases = "a"
    slots = 0
    for case in cases:
        numbers = ("P",) if case.isupper() or gender == "P" else tuple(gender) or ("M",)
        slots |= sum(read_slots(case.lower() + number) for number in numbers)
    return _with_accusative(slots, sort, False if cases == "gdl" and animate is None else animate)


def _with_accusative(slots: int, sort: str, animate: bool | None) -> int:
    """The accusative is the nominative of things and the genitive of persons; either where neither is known."""
    alike = PLUR if sort in ("а", "я", "жа", "ість", "о", "е", "ття") else PLUR | MASC
    found = slots
    if animate is not True:
        found |= (slots & NOM & alike) << 12
    if animate is not False:
        found |= (slots & GEN & alike) << 8
    return found
