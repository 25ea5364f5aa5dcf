"""Places in a text that was not parsed: headings, lists of villages, posts, languages without a parser.

Nothing but the words beside a name speaks for it here, so a name is taken only where they do, or where it is well known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.plain_words import Word, cases_of, cut_words, listed
from reportedly.annotate.word_forms import LANGUAGES as WITH_CASES
from reportedly.annotate.word_forms import base_forms, towns_of
from reportedly.model.annotation import PlaceName, Sentence, SentenceRole
from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.lexicon import lexicon

_STRONG_POPULATION = 100_000
_GREAT_POPULATION = 250_000
"""In a case of its own and without a preposition, "Пушкина" is a poet more often than a town."""
_KNOWN_POPULATION = 15_000
"""Behind a preposition a town of that size is meant wherever in the world it lies."""
_LONGEST_NAME = 4
_LEAST_LETTERS = 3
_IS_ADJECTIVE = re.compile(r"[сцз]ь?к(?:ого|ому|им|ім|ий|ом|ой|ій|ої|ую|ая)$").search
_AND = frozenset("and or та і й или и, і, та".split())
_QUOTES = "\"«„“'‘"
_CLOSERS = "\"»“”'’"
_LEAST_LIST = 3
"""Names that stand in one list; so many small ones are no accident."""


@dataclass(frozen=True, slots=True)
class _Name:
    """Words that spell a name of the gazetteer, and what they were led back to."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    adjective: bool = False
    """Made of a town's name: "Kharkiv's", "Харківська"."""
    taken: bool = False


def find_plain(text: str, sentences: Sequence[Sentence], language: str, gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    """Every place that the text names surely, in order, none overlapping."""
    spoken = [sentence for sentence in sentences if sentence.role is not SentenceRole.FURNITURE]
    finders = [_Sentence(text, words, language, gazetteer) for words in cut_words(text, spoken)]
    shown = {name.key for finder in finders for name in finder.names if name.taken}
    return tuple(name for finder in finders for name in finder.place_names(shown))


class _Sentence:
    """The names of one sentence."""

    def __init__(self, text: str, words: Sequence[Word], language: str, gazetteer: Gazetteer) -> None:
        self._text, self._words = text, words
        self._language, self._gazetteer = language, gazetteer
        self.names = list(self._find())
        self._take_listed()

    def place_names(self, shown: set[str]) -> Iterator[PlaceName]:
        """Those that are taken; and those that another sentence has shown to be places."""
        for name in self.names:
            if name.taken or (name.key in shown and not self._is_person(name) and not self._is_bearer(name)):
                start, end = self._words[name.first].start, self._words[name.last].end
                known = bool(name.entries) or name.adjective
                surface = self._text[start:end]
                yield PlaceName(start=start, end=end, text=surface, key=name.key, known=known, adjective=name.adjective)

    def _find(self) -> Iterator[_Name]:
        index = 0
        while index < len(self._words):
            name = self._at(index) if self._words[index].is_name else None
            if name is None:
                index += 1
                continue
            yield name
            index = name.last + 1

    def _at(self, first: int) -> _Name | None:
        """The longest name that begins here, taken or not."""
        if (region := self._of_adjective(first)) is not None:
            return region
        for last in range(min(first + _LONGEST_NAME, len(self._words)) - 1, first - 1, -1):
            if not self._is_run(first, last):
                continue
            surface = " ".join(word.text for word in self._words[first : last + 1])
            if code := self._gazetteer.country_of_adjective(surface):
                country = self._gazetteer.country(code)
                return _Name(first, last, country.name if country else surface, (), adjective=True, taken=True)
            if (name := self._known(first, last, surface)) is not None:
                return name
        if self._is_introduced(first) and not self._is_person_word(first):
            last = first + 1 if first + 1 < len(self._words) and self._is_run(first, first + 1) else first
            surface = self._text[self._words[first].start : self._words[last].end]
            return _Name(first, last, surface, (), taken=True)
        return None

    def _known(self, first: int, last: int, surface: str) -> _Name | None:
        if name := self._abbreviation(surface):
            return _Name(first, last, name, self._gazetteer.find(name), taken=True)
        if len(surface) < _LEAST_LETTERS:
            return None
        preposition = self._before(first)
        cases = cases_of(self._language, preposition)
        for case in cases:
            keys = [key for key in base_forms(self._language, surface, case) if self._gazetteer.knows(key)]
            best = max(keys, key=lambda key: _weight(self._gazetteer.find(key)), default=None)
            if best is not None:
                name = _Name(first, last, best, self._gazetteer.find(best))
                taken = self._is_taken(name, preposition, inflected=best != surface)
                return _Name(first, last, best, name.entries, taken=taken)
        return None

    def _abbreviation(self, surface: str) -> str | None:
        if self._language not in WITH_CASES:
            return None
        table = lexicon(self._language, "place")["abbreviations"]
        return next((str(name) for name, short in table.items() if short == surface), None)

    def _of_adjective(self, first: int) -> _Name | None:
        """ "Покровського напрямку", "Харківська бригада": a town in the adjective of what is called after it."""
        following = self._words[first + 1] if first + 1 < len(self._words) else None
        if self._language not in WITH_CASES or following is None or following.gap.strip():
            return None
        kind = following.text.lower()
        body = kind in listed(self._language, "nouns", "body")
        if not body and kind not in listed(self._language, "nouns", "sector") | listed(
            self._language, "nouns", "ground"
        ):
            return None
        region = f"{self._words[first].text} {_spelt_out(following.text)}"
        if any(self._gazetteer.knows(key) for key in base_forms(self._language, region, None)) and not body:
            key = next(key for key in base_forms(self._language, region, None) if self._gazetteer.knows(key))
            return _Name(first, first + 1, key, self._gazetteer.find(key), taken=True)
        towns = [town for town in towns_of(self._language, self._words[first].text) if self._gazetteer.knows(town)]
        best = max(towns, key=lambda town: _weight(self._gazetteer.find(town)), default=None)
        if best is None:
            return None
        return _Name(first, first, best, self._gazetteer.find(best), adjective=body, taken=True)

    def _is_taken(self, name: _Name, preposition: str, inflected: bool) -> bool:
        """Do the words around it, or its size, speak for a place?"""
        words = self._words[name.first : name.last + 1]
        surface = " ".join(word.text for word in words).lower()
        if self._is_introduced(name.first):
            return True
        if self._is_person(name) or self._is_bearer(name) or self._is_quoted(name):
            return False
        if surface in listed(self._language, "words", "common") | listed("en", "words", "never"):
            return False
        if self._is_described(name):
            return False
        placed = preposition in self._prepositions() or preposition in listed(self._language, "nouns", "around")
        if placed and any(_is_great(entry, _STRONG_POPULATION) for entry in name.entries):
            return True
        least = _GREAT_POPULATION if inflected else _STRONG_POPULATION
        if surface not in listed(self._language, "words", "people") and any(_is_great(e, least) for e in name.entries):
            return True
        own = [e for e in name.entries if e.country in _NEIGHBOURS or e.population >= _KNOWN_POPULATION]
        return placed and bool(own)

    def _take_listed(self) -> None:
        """Take what only a comma or "and" parts from a place; and a long list of small places by itself."""
        for run in self._runs():
            free = [n for n in run if not self.names[n].taken]
            sure = len(run) > len(free) or len(run) >= _LEAST_LIST
            for number in free:
                name = self.names[number]
                if sure and not name.adjective and not self._is_person(name):
                    self.names[number] = _Name(name.first, name.last, name.key, name.entries, taken=True)

    def _runs(self) -> Iterator[list[int]]:
        run: list[int] = []
        for number, name in enumerate(self.names):
            if run and self._is_next(self.names[run[-1]], name):
                run.append(number)
            else:
                yield run
                run = [number]
        yield run

    def _is_next(self, name: _Name, other: _Name) -> bool:
        between = self._text[self._words[name.last].end : self._words[other.first].start].strip().lower()
        return between in (",", ";", *_AND) and not (name.adjective or other.adjective)

    def _is_run(self, first: int, last: int) -> bool:
        """Do only blanks part the words, and are the outer ones written large?"""
        inner = self._words[first + 1 : last + 1]
        return self._words[last].is_name and all(word.gap in (" ", "\u00a0") for word in inner)

    def _before(self, first: int) -> str:
        word = self._words[first - 1] if first else None
        return word.text.lower() if word is not None and not self._words[first].gap.strip(" \u00a0*_" + _QUOTES) else ""

    def _prepositions(self) -> frozenset[str]:
        if self._language == "en":
            return listed("en", "prepositions", "at") | listed("en", "prepositions", "near")
        return listed(self._language, "prepositions", "firm")

    def _is_introduced(self, first: int) -> bool:
        """Does "village", "смт", "н.п." stand before it?"""
        if not first:
            return False
        before, gap = self._words[first - 1], self._words[first].gap
        kinds = listed(self._language, "introductions", "settlement")
        if before.text.lower() == "of" and first > 1:
            before = self._words[first - 2]
        if before.text not in kinds:
            return False
        if len(before.text) == 1:  # "с. Малинівка", and not "25 м/с. Потім"
            return gap.strip() == "." and not self._text[before.start - 1 : before.start].strip(" (")
        return not gap.strip(" .")

    def _is_person(self, name: _Name) -> bool:
        """Does a title or another name stand right beside it: "генерал Харківський", "Paris Hilton"?"""
        if self._is_person_word(name.first):
            return True
        following = self._words[name.last + 1] if name.last + 1 < len(self._words) else None
        if following is None or following.gap.strip() or not following.is_name or following.text.isupper():
            return False
        if self._of_adjective(name.last + 1) is not None:
            return False  # "Первомайске Луганской области"
        return following.text.lower() not in listed(self._language, "introductions", "settlement")

    def _is_person_word(self, first: int) -> bool:
        before = self._words[first - 1] if first else None
        if before is None or self._words[first].gap.strip(" ."):
            return False
        if before.text.lower() in listed(self._language, "titles", "before_names"):
            return True
        initial = len(before.text) == 1 and before.is_name and "." in self._words[first].gap
        return initial or (before.is_name and not before.first and "." not in self._words[first].gap)

    def _is_bearer(self, name: _Name) -> bool:
        """ "полк Азов", "Харківська бригада" in English: "Kharkiv brigade"."""
        if self._before(name.first) in listed(self._language, "nouns", "bearers"):
            return True
        following = self._words[name.last + 1] if name.last + 1 < len(self._words) else None
        plain = following is not None and not following.gap.strip()
        return plain and self._language == "en" and following.text.lower() in listed("en", "nouns", "body")  # type: ignore[union-attr]

    def _is_described(self, name: _Name) -> bool:
        """ "в Охотском море": an adjective, and what it describes is no town."""
        following = self._words[name.last + 1] if name.last + 1 < len(self._words) else None
        if self._language not in WITH_CASES or following is None or following.gap != " " or following.is_name:
            return False
        if cases_of(self._language, following.text) != (None,) or following.text in _AND:
            return False
        return (
            bool(towns_of(self._language, self._words[name.last].text))
            and _IS_ADJECTIVE(self._words[name.last].text) is not None
        )

    def _is_quoted(self, name: _Name) -> bool:
        """ "«Дружба»": a pipeline, a ship, a company."""
        start, end = self._words[name.first].start, self._words[name.last].end
        return self._text[max(0, start - 1) : start] in tuple(_QUOTES) and self._text[end : end + 1] in tuple(_CLOSERS)


_NEIGHBOURS = frozenset({"UA", "RU", "BY", "MD"})


def _spelt_out(kind: str) -> str:
    return {"обл": "область", "р-н": "район"}.get(kind, kind)


def _weight(entries: Sequence[Entry]) -> int:
    """The more, the likelier that a form is meant."""
    kinds = {PlaceKind.COUNTRY: 10**9, PlaceKind.AREA: 10**6, PlaceKind.ADMIN1: 10**6}
    return max(
        (kinds.get(entry.kind, entry.population) * (10 if entry.country in _NEIGHBOURS else 1) for entry in entries),
        default=0,
    )


def _is_great(entry: Entry, least: int) -> bool:
    if entry.match is Match.SKELETON or entry.kind is PlaceKind.WATER:
        return False
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) or entry.capital:
        return True
    known = entry.country in _NEIGHBOURS or entry.match is not Match.ALTERNATE
    return entry.population >= (least if known else 4 * least) and entry.kind is not PlaceKind.ADMIN2
