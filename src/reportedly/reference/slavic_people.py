"""People whom a profile names in Latin letters, found by their Russian or Ukrainian names in any case.

The nominatives that a form may have are transliterated and compared with the profile's spellings, so that nobody
needs a second entry for a second alphabet.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from reportedly.reference.lexicon import lexicon
from reportedly.reference.party import Known
from reportedly.reference.person_names import fold_person, plain_name
from reportedly.reference.slavic_forms import nominatives
from reportedly.reference.slavic_script import has_cyrillic
from reportedly.reference.transliteration import from_russian, from_ukrainian

_UKRAINIAN = re.compile(r"[іїєґ]")
_PATRONYMIC = re.compile(r"(?:ович|евич|ьич|йович|овн|евн|івн|ївн)[ауеомєію]{0,3}$")
_AT_HOME = frozenset({"russia", "ukraine", "by"})
"""Sides whose people are called by a transliterated surname alone; others' are by the word lists."""
_SHORTEST_SURNAME = 3
_SIBILANTS = (
    (re.compile(r"shch|szcz|schtsch"), "9"),
    (re.compile(r"tsch|tch|ch|cz"), "7"),
    (re.compile(r"sch|sh|sz"), "6"),
    (re.compile(r"zh"), "8"),
)
"""`fold_person` makes one letter of these and of c, s and z, which Cyrillic tells apart."""
_LONGEST = 3
"""Words of a name that is looked up here: given name, patronymic, surname."""


@dataclass(frozen=True, slots=True)
class People:
    """A profile's people by what their surnames have in common in all spellings."""

    surnames: dict[str, tuple[tuple[str, Known], ...]]
    """Folded surname to its bearers, each with a folded given name, empty where the spelling has none."""

    @classmethod
    def build(cls, voices: Iterable[Known]) -> Self:
        """Index those of `voices` that are people."""
        found: dict[str, tuple[tuple[str, Known], ...]] = {}
        for voice in voices:
            for spelling in (voice.name, *voice.aliases) if voice.person else ():
                if has_cyrillic(spelling):
                    continue
                *given, last = _fold(spelling).split(" ")
                found[last] = (*found.get(last, ()), (given[0] if given else "", voice))
        return cls(found)

    def find(self, words: Sequence[str]) -> Known | None:
        """The one person whom the words name, by surname or by given name and surname; None if it may be two."""
        if not words or len(words) > _LONGEST or not all(word[0].isupper() for word in words):
            return None
        *given, last = words
        if len(given) == _LONGEST - 1:
            if len(given[0]) > 1 and len(given[1]) > 1 and not _PATRONYMIC.search(given[1].lower()):
                return None
            given = given[:1]
        bearers = [
            each for key in dict.fromkeys(map(fold_cyrillic, nominatives(last))) for each in self.surnames.get(key, ())
        ]
        if given:
            return _only({voice.name: voice for name, voice in bearers if name and _same_given(given[0], name)})
        if (
            len(last) < _SHORTEST_SURNAME
            or _is_commonplace(last)
            or any(voice.side not in _AT_HOME for _, voice in bearers)
        ):
            return None
        return _only({voice.name: voice for _, voice in bearers})

    def find_bare(self, word: str) -> Known | None:
        """The person whom a profile itself lists by the surname alone: "Zelensky"."""
        if len(word) < _SHORTEST_SURNAME or not word[0].isupper():
            return None
        bearers = (each for key in map(fold_cyrillic, nominatives(word)) for each in self.surnames.get(key, ()))
        return _only({voice.name: voice for given, voice in bearers if not given and voice.side in _AT_HOME})


def _only(found: dict[str, Known]) -> Known | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _same_given(word: str, name: str) -> bool:
    """Is `word`, a form of a given name or its initial, the folded given name `name`?"""
    groups = _given_names()
    if len(word) == 1:
        initial = fold_cyrillic(word)[:1]
        return initial == name[:1] or any(
            each[:1] == initial for each, group in groups.items() if group == groups.get(name)
        )
    for nominative in nominatives(word):
        key = fold_cyrillic(nominative)
        if key == name or (key in groups and groups[key] == groups.get(name)):
            return True
    return False


@lru_cache(maxsize=8192)
def fold_cyrillic(word: str) -> str:
    """A Cyrillic word's key among Latin spellings."""
    low = word.lower().replace("ё", "е")
    return _fold(from_ukrainian(low) if _UKRAINIAN.search(low) else from_russian(low))


def _fold(latin: str) -> str:
    """Beyond `fold_person`: `г` is g or h, `ё` is yo or e, and sibilants stay apart."""
    low = plain_name(latin)
    for pattern, sign in _SIBILANTS:
        low = pattern.sub(sign, low)
    return fold_person(low).replace("io", "e").replace("h", "g")


@cache
def _given_names() -> dict[str, int]:
    """Folded given name to the number of the name that it is a spelling of."""
    groups = lexicon("ru", "profile")["given_names"]["same"]
    return {
        (fold_cyrillic(word) if has_cyrillic(word) else _fold(word)): number
        for number, group in enumerate(groups)
        for word in group.split()
    }


@cache
def _common_surnames() -> frozenset[str]:
    lists = (lexicon(language, "profile")["common_surnames"]["alone"] for language in ("ru", "uk"))
    return frozenset(fold_cyrillic(name) for names in lists for name in names)


def _is_commonplace(word: str) -> bool:
    """Is `word` a given name, or a surname so common that alone it is nobody in particular?"""
    keys = [fold_cyrillic(each) for each in nominatives(word)]
    return any(key in _given_names() or key in _common_surnames() for key in keys)
