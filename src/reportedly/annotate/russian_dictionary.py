"""What the Russian dictionary knows of a word that the network has tagged."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_CASES = {"nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc", "gen2": "Gen"}
_TENSES = {"past": "Past", "pres": "Pres", "futr": "Pres"}
_FORMS = {"INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_PARTS = {
    "NOUN": frozenset({"NOUN"}), "PROPN": frozenset({"NOUN"}), "ADJ": frozenset({"ADJF", "ADJS", "COMP"}),
    "VERB": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}), "AUX": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}),
    "DET": frozenset({"ADJF", "NPRO"}), "PRON": frozenset({"NPRO", "ADJF"}), "NUM": frozenset({"NUMR", "ADJF"}),
    "ADV": frozenset({"ADVB", "PRED", "COMP"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the dictionary says of a word."""

    lemma: str
    perfective: bool = False
    fixed: bool = False
    """It never declines, so that its case is a guess."""
    pos: str = ""
    """What it can only be, where the network took it for something else."""
    case: str = ""
    """The case that its ending must have, where the network took another."""
    animate: bool = False
    """It can only be somebody."""
    named: bool = False
    """It may be somebody's name: a word for somebody, or none that is known."""
    nominative: bool = False
    """It may be a nominative in this number."""


def find_lemma(word: str, pos: str, case: str) -> str:
    """The dictionary form in small letters: of the analyses the likeliest that fits part of speech and case."""
    return look_up(word, pos, case, "", "", body=False).lemma


@lru_cache(maxsize=65536)
def look_up(word: str, pos: str, case: str, shape: str, number: str, *, body: bool) -> Known:
    """What the dictionary knows of a word that the network has tagged so; `shape` is a name's gender, or a verb's form;
    `body`: is it in the name of an organisation?"""
    if pos not in _PARTS or not word[:1].isalpha():
        return Known(word.lower())
    capitals = pos == "PROPN" and word.isupper() and len(word) > 1
    analyses = [each for each in _analyse(word) if each.tag.POS in _PARTS[pos]]
    fitting = [each for each in analyses if _CASES.get(each.tag.case) == case] if case else []
    shaped = [each for each in fitting or analyses if _shape(each, pos) == shape] if shape else []
    best = next(iter((*shaped, *fitting, *analyses)), None)
    if best is None:
        noun = next((each for each in _analyse(word) if each.tag.POS == "NOUN"), None) if pos == "ADJ" else None
        return (
            Known(str(noun.normal_form), pos="NOUN", fixed=_is_deputy(word))
            if noun
            else Known(word.lower(), fixed=capitals)
        )
    fixed = capitals or (pos in ("NOUN", "PROPN") and ("Fixd" in best.tag or _is_deputy(word)))
    if word.isupper() and len(word) > 1:
        return Known(word.lower(), fixed=fixed)
    guessed = body and not best.is_known and not word.endswith("ии")  # "в Ростехе": how it would go is anybody's guess
    return Known(
        word.lower() if guessed else str(best.normal_form),
        best.tag.aspect == "perf",
        fixed,
        case=_mended_case(analyses, case, number) if pos == "NOUN" else "",
        animate=pos == "NOUN" and all(each.is_known and each.tag.animacy == "anim" for each in analyses),
        named=_may_name(word),
        nominative=any(each.tag.case == "nomn" and _NUMBERS.get(each.tag.number) == number for each in analyses),
    )


def _is_deputy(word: str) -> bool:
    """ "Замначальника", "заммэра": whose deputy it is stands in the genitive, whatever the case of the deputy."""
    whose = word[3:] if word[:3].lower() == "зам" else ""
    return len(whose) >= 4 and any(
        each.is_known and each.tag.case == "gent" and each.tag.animacy == "anim" for each in _analyse(whose)
    )


def _may_name(word: str) -> bool:
    """ "Песков", "Рыбарь", "Орбан"; not "Проклято"."""
    known = [each for each in _analyse(word) if each.is_known]
    return not known or any(each.tag.POS == "NOUN" and each.tag.animacy == "anim" for each in known)


def _shape(analysis: Any, pos: str) -> str:
    """What `look_up` compares with the network's features: a name's gender, a finite verb's tense, another verb's form."""
    if pos == "PROPN":
        return _GENDERS.get(analysis.tag.gender, "")
    return _TENSES.get(analysis.tag.tense, "") if analysis.tag.POS == "VERB" else _FORMS.get(analysis.tag.POS, "")


def _mended_case(analyses: Sequence[Any], case: str, number: str) -> str:
    """The only case that the ending allows in this number, where it is another than the network's; else nothing."""
    allowed = {_CASES.get(each.tag.case) for each in analyses if _NUMBERS.get(each.tag.number) == number}
    return next(iter(allowed)) or "" if len(allowed) == 1 and case not in allowed else ""


@lru_cache(maxsize=16384)
def _analyse(word: str) -> tuple[Any, ...]:
    """What the dictionary makes of a word, whatever the network tagged it; the likeliest first."""
    return tuple(_dictionary().parse(word))


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
