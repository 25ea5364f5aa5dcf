"""What one form of a Ukrainian word may be: its places in the table of cases, genders and numbers, as bits."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

CASES = "ngdail"
"""Nominative, genitive, dative, accusative, instrumental, locative."""
GENDERS = "MFNP"
"""Masculine, feminine, neuter; the plural has no genders."""
CASE_NAMES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_CASE_FEATURES = frozenset(f"Case={name}" for name in CASE_NAMES)
GENDER_NAMES = {"M": "Masc", "F": "Fem", "N": "Neut"}


def read_slots(text: str) -> int:
    """The bits of `"nM,gP"`: nominative masculine or genitive plural. Nothing (`-`) is 0, which means: not known."""
    return sum(1 << (CASES.index(each[0]) * 4 + GENDERS.index(each[1])) for each in text.split(",") if each != "-")


def cases_of(cases: Iterable[str]) -> int:
    """All slots of these cases, each by its letter."""
    return sum(0b1111 << (CASES.index(case) * 4) for case in cases)


def genders_of(genders: Iterable[str]) -> int:
    """All slots of these genders, each by its letter."""
    return sum(1 << (case * 4 + GENDERS.index(gender)) for gender in genders for case in range(6))


NOM, GEN, DAT, ACC, INS, LOC = (cases_of(case) for case in CASES)
MASC, FEM, NEUT, PLUR = (genders_of(gender) for gender in GENDERS)
SING = MASC | FEM | NEUT
ALL = SING | PLUR


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a form that stands alone."""

    pos: str
    """Universal part of speech."""
    lemma: str
    """Dictionary form, with the capitals of a name."""
    slots: int = 0
    """Bits of `read_slots`; 0 where the word has no cases, or none that its form tells."""
    features: frozenset[str] = frozenset()
    """Features other than those that `slots` says."""
    kind: str = ""
    """`given` for a given name, `surname` for what ends like one, `guess` where no dictionary knows the word."""

    @property
    def nominal(self) -> bool:
        """Can it head a noun phrase?"""
        return self.pos in ("NOUN", "PROPN", "PRON")


@lru_cache(maxsize=4096)
def slot_features(slots: int) -> frozenset[str]:
    """The features on which all of `slots` agree."""
    found = set()
    if not slots:
        return frozenset()
    for case, name in zip(CASES, CASE_NAMES, strict=True):
        if not slots & ~cases_of(case):
            found.add(f"Case={name}")
    if not slots & ~PLUR:
        found.add("Number=Plur")
    elif not slots & PLUR:
        found.add("Number=Sing")
        for gender, name in GENDER_NAMES.items():
            if not slots & ~genders_of(gender):
                found.add(f"Gender={name}")
    return frozenset(found)


@lru_cache(maxsize=16384)
def all_features(features: frozenset[str], slots: int, extra: frozenset[str] = frozenset()) -> frozenset[str]:
    """The features of a token: those of its analysis, of its slots and of its place in the sentence; a verb agrees in gender and number only."""
    said = slot_features(slots)
    return features | (said - _CASE_FEATURES if "VerbForm=Fin" in features else said) | extra


def spread_cases(slots: int) -> int:
    """All slots in a case that `slots` holds."""
    return sum(mask for mask in (NOM, GEN, DAT, ACC, INS, LOC) if slots & mask)
