"""Places in a text that was not parsed: headings, lists of villages, posts, languages without a parser.

Nothing but the words beside a name speaks for it here, so a name is taken only where they do, or where it is well known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.name_cases import LANGUAGES as WITH_CASES
from reportedly.annotate.name_cases import base_forms, towns_of
from reportedly.annotate.plain_signs import AND, Signs
from reportedly.annotate.plain_words import Word, cases_of, cut_words, listed
from reportedly.model.annotation import PlaceName, Sentence, SentenceRole
from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.lexicon import lexicon

_NEIGHBOURS = frozenset({"UA", "RU", "BY", "MD"})
"""Where names in Cyrillic letters are a place's own."""
_STRONG_POPULATION = 100_000
_GREAT_POPULATION = 300_000
"""Without a preposition "Пушкина" is a poet, "Milton" a poet too, more often than a town."""
_KNOWN_POPULATION = 15_000
"""Behind a preposition a town of that size is meant wherever in the world it lies."""
_IN = frozenset("в у во".split())
_LONGEST_NAME = 4
_LEAST_LETTERS = 3
_LEAST_SOUNDED = 6
"""Letters of an inflected name that may be led to another language's spelling of it."""
_LEAST_LIST = 3
"""Lines or words of nothing but names: so many small ones are no accident."""


@dataclass(frozen=True, slots=True)
class _Name:
    """Words that spell a name of the gazetteer, and what they were led back to."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    adjective: bool = False
    """ "Russian", "Харківська бригада"."""
    taken: bool = False
    by_size: bool = False
    """Is it taken only because it is well known?"""


def find_plain(text: str, sentences: Sequence[Sentence], language: str, gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    """Every place that the text names surely, in order, none overlapping.

    Args:
        language: ISO 639-1; where no list of words is known for it, only well-known names are found.
    """
    spoken = [sentence for sentence in sentences if sentence.role is not SentenceRole.FURNITURE]
    finders = [_Finder(text, words, language, gazetteer) for words in cut_words(text, spoken)]
    _take_lines(finders)
    shown = {name.key for finder in finders for name in finder.names if name.taken}
    people = {word for finder in finders for word in finder.people()}
    return tuple(name for finder in finders for name in finder.place_names(shown, people))


def _take_lines(finders: Sequence["_Finder"]) -> None:
    """Take the names of lines that hold nothing else, where there are several."""
    run: list[_Finder] = []
    for finder in (*finders, None):
        if finder is not None and finder.is_list:
            run.append(finder)
            continue
        if sum(len(each.names) for each in run) >= _LEAST_LIST:
            for each in run:
                each.take_all()
        run = []


class _Finder:
    """The names of one sentence."""

    def __init__(self, text: str, words: Sequence[Word], language: str, gazetteer: Gazetteer) -> None:
        self._text, self._words, self._language, self._gazetteer = text, words, language, gazetteer
        self._signs = Signs(text, words, language)
        self.names = list(self._find())
        self._take_listed()

    @property
    def is_list(self) -> bool:
        """Does the sentence hold names of the gazetteer and nothing else?"""
        covered = sum(name.last - name.first + 1 for name in self.names)
        return covered > 0 and covered == sum(word.text.lower() not in AND for word in self._words)

    def take_all(self) -> None:
        self.names = [replace(name, taken=True, by_size=False) for name in self.names]

    def people(self) -> Iterator[str]:
        """Words that stand in what seems a person's full name."""
        for name in self.names:
            if not name.taken and self._signs.is_person(name.first, name.last):
                yield from (word.text for word in self._words[name.first : name.last + 1])

    def place_names(self, shown: set[str], people: set[str]) -> Iterator[PlaceName]:
        """What is taken, or what `shown` says another sentence has shown to be a place; not what is a person of `people`."""
        for name in self.names:
            start, end = self._words[name.first].start, self._words[name.last].end
            surface = self._text[start:end]
            if surface in people and (name.by_size or not name.taken):
                continue
            if name.taken or (name.key in shown and not self._is_other(name)):
                known = bool(name.entries) or name.adjective
                yield PlaceName(start=start, end=end, text=surface, key=name.key, known=known, adjective=name.adjective)

    def _find(self) -> Iterator[_Name]:
        index = 0
        while index < len(self._words):
            word = self._words[index]
            name = self._at(index) if word.is_name and word.text != "The" else None
            if name is not None:
                yield name
            index = name.last + 1 if name else index + 1

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
        if self._signs.is_introduced(first) and not self._signs.is_called(first):
            last = first + 1 if first + 1 < len(self._words) and self._is_run(first, first + 1) else first
            return _Name(first, last, self._text[self._words[first].start : self._words[last].end], (), taken=True)
        return None

    def _known(self, first: int, last: int, surface: str) -> _Name | None:
        if name := self._abbreviation(surface):
            return _Name(first, last, name, self._gazetteer.find(name), taken=True)
        if len(surface) < _LEAST_LETTERS:
            return None
        preposition = self._signs.before(first)
        for case in cases_of(self._language, preposition):
            keys = [key for key in base_forms(self._language, surface, case) if self._gazetteer.knows(key)]
            if keys:
                # Behind a preposition the nominative is another form than the text's, and the other way round.
                best = max(
                    keys,
                    key=lambda key: (_weight(self._gazetteer.find(key)), (key == surface) is (case is None), len(key)),
                )
                return self._judged(_Name(first, last, best, self._gazetteer.find(best)), best != surface)
        # Behind "in" it may be a far country that the gazetteer lacks in these letters: "в Ливане".
        near = self._signs.is_placed(first) and (preposition not in _IN or last > first)
        return self._in_other_letters(first, last, surface) if near else None

    def _in_other_letters(self, first: int, last: int, surface: str) -> _Name | None:
        """A name in Russian that the gazetteer holds in Ukrainian only, or the reverse: "под Торецком"."""
        if self._language not in WITH_CASES or len(surface) < _LEAST_SOUNDED:
            return None
        for case in cases_of(self._language, self._signs.before(first)):
            for key in base_forms(self._language, surface, case)[1:]:
                if entries := self._gazetteer.find(key):
                    return self._judged(_Name(first, last, key, entries), inflected=True)
        return None

    def _abbreviation(self, surface: str) -> str | None:
        if self._language not in WITH_CASES:
            return None
        table = lexicon(self._language, "place")["abbreviations"]
        return next((str(name) for name, short in table.items() if short == surface), None)

    def _of_adjective(self, first: int) -> _Name | None:
        """ "Покровського напрямку", "Харківська бригада": a town in the adjective of what is called after it."""
        noun = self._signs.noun_of(first) if self._language in WITH_CASES else None
        if noun is None:
            return None
        kind, beside = noun.text.lower(), noun is self._words[first + 1]
        body = kind in listed(self._language, "nouns", "body")
        ground = kind in listed(self._language, "nouns", "sector") | listed(self._language, "nouns", "ground")
        if not ground and not (body and beside):
            return None
        region = f"{self._words[first].text} {_kind(kind)}"
        forms = base_forms(self._language, region, None) if ground else ()
        if key := next((form for form in forms if self._gazetteer.knows(form)), None):
            return _Name(first, first + 1 if beside else first, key, self._gazetteer.find(key), taken=True)
        towns = [town for town in towns_of(self._language, self._words[first].text) if self._gazetteer.knows(town)]
        if not towns:
            return None
        best = max(towns, key=lambda town: _weight(self._gazetteer.find(town)))
        return _Name(first, first, best, self._gazetteer.find(best), adjective=body, taken=True)

    def _judged(self, name: _Name, inflected: bool) -> _Name:
        """`name`, taken if the words around it, or its size, speak for a place."""
        if self._signs.is_introduced(name.first):
            return replace(name, taken=True)
        surface = " ".join(word.text for word in self._words[name.first : name.last + 1]).lower()
        if self._is_other(name) or surface in _common(self._language):
            return name
        if self._has_region(name):
            return replace(name, taken=True)
        if self._signs.is_placed(name.first):
            near = any(e.country in _NEIGHBOURS or e.population >= _KNOWN_POPULATION for e in name.entries)
            return replace(name, taken=near or any(_is_great(entry, _STRONG_POPULATION) for entry in name.entries))
        own = self._language in WITH_CASES and not inflected
        least = _STRONG_POPULATION if own else _GREAT_POPULATION
        great = surface not in listed(self._language, "words", "people") and any(
            _is_great(entry, least) for entry in name.entries
        )
        return replace(name, taken=great, by_size=great)

    def _is_other(self, name: _Name) -> bool:
        """Is it a person, a body, a ship, or an adjective?"""
        signs, first, last = self._signs, name.first, name.last
        if signs.is_bearer(first, last) or signs.is_quoted(first, last) or signs.is_described(last, name.key):
            return True
        if self._has_region(name):
            return signs.is_called(first)
        country = self._language in WITH_CASES and any(each.kind is PlaceKind.COUNTRY for each in name.entries)
        return not country and signs.is_person(first, last)

    def _has_region(self, name: _Name) -> bool:
        """Does its region stand behind it: "Богданівці Луганської області", "Олешки (Херсонська область)"?"""
        behind = name.last + 1
        if behind >= len(self._words) or self._words[behind].gap.strip() not in ("", "(", ","):
            return False
        region = self._of_adjective(behind)
        return region is not None and region.last > region.first

    def _take_listed(self) -> None:
        """Take what only a comma or "and" parts from a place, along the whole list."""
        for run in self._runs():
            opener = self._signs.before(self.names[run[0]].first)
            if len(run) >= _LEAST_LIST and cases_of(self._language, opener) != (None,):
                for number in run:
                    if not self._is_other(self.names[number]):
                        self.names[number] = replace(self.names[number], taken=True)
        for order in (range(1, len(self.names)), range(len(self.names) - 2, -1, -1)):
            for number in order:
                name, other = self.names[number], self.names[number - order.step]
                if other.taken and not name.taken and self._is_next(name, other) and not self._is_other(name):
                    self.names[number] = replace(name, taken=True)

    def _runs(self) -> Iterator[list[int]]:
        """The numbers of names that stand in one list."""
        run: list[int] = []
        for number, name in enumerate(self.names):
            if run and not self._is_next(self.names[run[-1]], name):
                yield run
                run = []
            run.append(number)
        if run:
            yield run

    def _is_next(self, name: _Name, other: _Name) -> bool:
        first, second = sorted((name, other), key=lambda each: each.first)
        between = self._text[self._words[first.last].end : self._words[second.first].start].strip().lower()
        return between in (",", ";", *AND) and not (name.adjective or other.adjective)

    def _is_run(self, first: int, last: int) -> bool:
        """Do only blanks part the words, and is the last one written large?"""
        inner = self._words[first + 1 : last + 1]
        return self._words[last].is_name and all(word.gap in (" ", "\u00a0") for word in inner)


_KINDS = (("обл", "область"), ("р-н", "район"), ("район", "район"))


def _kind(word: str) -> str:
    """The noun of which `word` is a case or a short form."""
    return next((kind for start, kind in _KINDS if word.startswith(start)), word)


def _common(language: str) -> frozenset[str]:
    return listed(language, "words", "common") | listed("en", "words", "never") | _PHRASES


_PHRASES = frozenset(lexicon("en", "place")["words"]["never_phrases"])


def _weight(entries: Sequence[Entry]) -> int:
    """The more, the likelier that a form is meant."""
    kinds = {PlaceKind.COUNTRY: 10**9, PlaceKind.AREA: 10**6, PlaceKind.ADMIN1: 10**6}
    weights = (kinds.get(each.kind, each.population) * (10 if each.country in _NEIGHBOURS else 1) for each in entries)
    return max(weights, default=0)


def _is_great(entry: Entry, least: int) -> bool:
    if entry.match is Match.SKELETON or entry.kind in (PlaceKind.WATER, PlaceKind.ADMIN2):
        return False
    if entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) or entry.capital:
        return True
    known = entry.country in _NEIGHBOURS or entry.match is not Match.ALTERNATE
    return entry.population >= (least if known else 4 * least)
