"""Places in a text that was not parsed: headings, lists of villages, posts, languages without a parser.

Nothing but the words beside a name speaks for it here, so a name is taken only where they do, or where it is well known.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reportedly.annotate.name_cases import LANGUAGES as WITH_CASES
from reportedly.annotate.name_cases import base_forms
from reportedly.annotate.plain_adjectives import describe, weigh
from reportedly.annotate.plain_judging import Judge, Named, is_party
from reportedly.annotate.plain_signs import AND, Signs
from reportedly.annotate.plain_states import is_owner, stands_for_state
from reportedly.annotate.plain_words import Word, cases_of, cut_words, languages_of
from reportedly.model.annotation import PlaceName, Sentence, SentenceRole
from reportedly.reference.gazetteer import Gazetteer, PlaceKind
from reportedly.reference.lexicon import lexicon

_IN = frozenset("в у во".split())
_LONGEST_NAME = 4
_LEAST_LETTERS = 3
_LEAST_SOUNDED = 6
"""Letters of an inflected name that may be led to another language's spelling of it."""
_LEAST_NAMED_IN = 100_000
"""People of a town that another language's spelling leads to, where a country may be meant as well."""
_LEAST_LIST = 3
"""Lines or words of nothing but names: so many small ones are no accident."""


def find_plain(
    text: str,
    sentences: Sequence[Sentence],
    language: str,
    gazetteer: Gazetteer,
    people: AbstractSet[int] = frozenset(),
) -> tuple[PlaceName, ...]:
    """Every place that the text names surely, in order, none overlapping.

    Args:
        language: ISO 639-1; where no list of words is known for it, only well-known names are found.
        people: where words begin that a recogniser takes for names of people.
    """
    finders = []
    for sentence in sentences:
        if sentence.role is not SentenceRole.FURNITURE:
            spoken = languages_of(sentence.text, getattr(sentence, "language", None) or language)
            finders += [_Finder(text, words, spoken, gazetteer) for words in cut_words(text, [sentence])]
    _take_lines(finders)
    shown = {name.key for finder in finders for name in finder.names if name.taken}
    named = {word for finder in finders for word in finder.people()}
    found = (name for finder in finders for name in finder.place_names(shown, named, people))
    return tuple(found)


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

    def __init__(self, text: str, words: Sequence[Word], languages: Sequence[str], gazetteer: Gazetteer) -> None:
        self._text, self._words, self._gazetteer = text, words, gazetteer
        self._languages, self._language = languages, languages[0]
        self._signs = Signs(text, words, self._language)
        self._judge = Judge(self._signs, gazetteer)
        self._shouts = all(word.text.isupper() for word in words)
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

    def place_names(self, shown: set[str], people: set[str], starts: AbstractSet[int]) -> Iterator[PlaceName]:
        """What is taken, or what `shown` says another sentence has shown to be a place.

        Args:
            people: words of full names of people.
            starts: where words begin that a recogniser takes for people; what the words around place it outweighs it.
        """
        for name in self.names:
            start, end = self._words[name.first].start, self._words[name.last].end
            surface = self._text[start:end]
            if (surface in people or start in starts) and (name.by_size or not name.taken):
                continue
            if name.taken or (name.key in shown and not self._judge.is_other(name)):
                known = bool(name.entries) or name.adjective
                attribute = name.adjective or self._is_state(name)
                yield PlaceName(start=start, end=end, text=surface, key=name.key, known=known, adjective=attribute)

    def _is_state(self, name: Named) -> bool:
        """Does it say whose a body is, or is it a country or a capital that acts or is dealt with?"""
        if self._language not in WITH_CASES:
            return False
        if is_owner(self._signs, name.first):
            return True
        if not is_party(name.entries):
            return False
        country = any(entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) for entry in name.entries)
        return stands_for_state(self._signs, name.first, name.last, country)

    def _find(self) -> Iterator[Named]:
        index = 0
        while index < len(self._words):
            word = self._words[index]
            name = self._at(index) if word.is_name and word.text != "The" else None
            if name is not None:
                yield name
            index = name.last + 1 if name else index + 1

    def _at(self, first: int) -> Named | None:
        """The longest name that begins here, taken or not."""
        if (described := describe(self._signs, first, self._gazetteer)) is not None:
            last = first + 1 if described.whole else first
            entries = self._gazetteer.find(described.key)
            return Named(first, last, described.key, entries, adjective=described.attribute, taken=True)
        for last in range(min(first + _LONGEST_NAME, len(self._words)) - 1, first - 1, -1):
            if not self._is_run(first, last):
                continue
            surface = " ".join(word.text for word in self._words[first : last + 1])
            if code := self._gazetteer.country_of_adjective(surface):
                country = self._gazetteer.country(code)
                return Named(first, last, country.name if country else surface, (), adjective=True, taken=True)
            if (name := self._known(first, last, surface)) is not None:
                return name
        if self._signs.is_introduced(first) and not self._signs.is_called(first):
            last = first + 1 if self._goes_on(first) else first
            return Named(first, last, self._text[self._words[first].start : self._words[last].end], (), taken=True)
        return None

    def _goes_on(self, first: int) -> bool:
        """Does a second word belong to an unknown name, and to no region behind it?"""
        second = first + 1
        if second >= len(self._words) or not self._is_run(first, second) or self._words[second].text.isupper():
            return False
        return describe(self._signs, second, self._gazetteer) is None

    def _known(self, first: int, last: int, surface: str) -> Named | None:
        if name := self._abbreviation(surface):
            return Named(first, last, name, self._gazetteer.find(name), taken=True)
        shouted = surface[:2].isupper() and self._language in WITH_CASES and not self._shouts
        if len(surface) < _LEAST_LETTERS or shouted:
            return None
        judged = [self._judged(first, last, key, key != surface) for key in self._keys(first, surface)]
        if judged:
            # "в Авдіївку" may be the locative of a name that only sounds alike, or the accusative of the town.
            return next((name for name in judged if name.taken), judged[0])
        return self._in_other_letters(first, last, surface) if self._signs.is_placed(first) else None

    def _keys(self, first: int, surface: str) -> Iterator[str]:
        """The names that the gazetteer knows of which `surface` may be a case, by what stands before it, each once."""
        opener = self._signs.opener(first)
        cases = {
            language: dict.fromkeys((*cases_of(language, opener), *self._any_case(first)))
            for language in self._languages
        }
        found = (self._best(language, surface, case) for language, some in cases.items() for case in some)
        yield from dict.fromkeys(key for key in found if key)

    def _judged(self, first: int, last: int, key: str, inflected: bool) -> Named:
        """A name of the gazetteer, judged; taken if it stands beside what names it."""
        if (other := self._signs.beside(first, key)) is not None:
            return Named(first, last, other, self._gazetteer.find(other), taken=True)
        return self._judge.judged(Named(first, last, key, self._gazetteer.find(key)), inflected)

    def _any_case(self, first: int) -> tuple[str | None, ...]:
        """ "місто Балаклію": what introduces a name leaves it in any case."""
        return (None,) if self._signs.is_introduced(first) else ()

    def _best(self, language: str, surface: str, case: str | None) -> str | None:
        """The best known of the names that `surface` may be in a case."""
        if language not in WITH_CASES:
            return surface if self._gazetteer.knows(surface) else None
        aliases = lexicon(language, "place")["aliases"]
        forms = (str(aliases.get(form, form)) for form in base_forms(language, surface, case))
        keys = [key for key in forms if self._gazetteer.knows(key)]
        # Behind a preposition the nominative is another form than the text's, and the other way round.
        return max(
            keys,
            key=lambda key: (weigh(self._gazetteer.find(key)), (key == surface) is (case is None), len(key)),
            default=None,
        )

    def _in_other_letters(self, first: int, last: int, surface: str) -> Named | None:
        """A name in Russian that the gazetteer holds in Ukrainian only, or the reverse: "под Торецком"."""
        if self._language not in WITH_CASES or len(surface) < _LEAST_SOUNDED:
            return None
        opener = self._signs.opener(first)
        # Behind "in" it may be a far country that the gazetteer lacks in these letters: "в Ливане".
        least = _LEAST_NAMED_IN if opener in _IN and last == first else 0
        for case in cases_of(self._language, opener):
            for key in base_forms(self._language, surface, case)[1:]:
                entries = self._gazetteer.find(key)
                if any(entry.population >= least for entry in entries):
                    return self._judge.judged(Named(first, last, key, entries), inflected=True)
        return None

    def _abbreviation(self, surface: str) -> str | None:
        if self._language not in WITH_CASES:
            return None
        table = lexicon(self._language, "place")["abbreviations"]
        return next((str(name) for name, short in table.items() if surface in short.split()), None)

    def _take_listed(self) -> None:
        """Take what only a comma or "and" parts from a place, along the whole list."""
        for run in self._runs():
            opener = self._signs.opener(self.names[run[0]].first)
            if len(run) >= _LEAST_LIST and cases_of(self._language, opener) != (None,):
                for number in run:
                    if not self._judge.is_other(self.names[number]):
                        self.names[number] = replace(self.names[number], taken=True)
        for order in (range(1, len(self.names)), range(len(self.names) - 2, -1, -1)):
            for number in order:
                name, other = self.names[number], self.names[number - order.step]
                if other.taken and not name.taken and self._is_next(name, other) and not self._judge.is_other(name):
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

    def _is_next(self, name: Named, other: Named) -> bool:
        first, second = sorted((name, other), key=lambda each: each.first)
        between = self._text[self._words[first.last].end : self._words[second.first].start].strip().lower()
        return between in (",", ";", *AND) and not (name.adjective or other.adjective)

    def _is_run(self, first: int, last: int) -> bool:
        """Do only blanks part the words, and is the last one written large?"""
        inner = self._words[first + 1 : last + 1]
        return self._words[last].is_name and all(word.gap in (" ", "\u00a0") for word in inner)
