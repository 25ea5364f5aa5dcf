"""Signs for and against a place in a sentence that was not parsed, read off the words right beside a name."""

import re
from collections.abc import Sequence

from reportedly.annotate.name_cases import LANGUAGES as WITH_CASES
from reportedly.annotate.plain_words import Word, cases_of, listed

AND = frozenset("and or та і й или и".split())
_QUOTES = "\"«„“'‘"
_CLOSERS = "\"»“”'’"
_MARKUP = " \u00a0*_"
_IS_ADJECTIVE = re.compile(r"[сцз]ь?к(?:ого|ому|им|ім|ий|ом|ой|ій|ої|ую|ая|ою|ое|а|у|е)$").search


class Signs:
    """One sentence's words, asked about those that stand beside a name; a name is the numbers of its words."""

    def __init__(self, text: str, words: Sequence[Word], language: str) -> None:
        self.text, self.words, self.language = text, words, language

    def before(self, first: int) -> str:
        """The word before, in small letters; empty if a mark parts the two."""
        if not first or self.words[first].gap.strip(_MARKUP + _QUOTES):
            return ""
        return self.words[first - 1].text.lower()

    def after(self, last: int) -> Word | None:
        """The word after, unless a mark parts the two."""
        following = self.words[last + 1] if last + 1 < len(self.words) else None
        return None if following is None or following.gap.strip() else following

    def is_placed(self, first: int) -> bool:
        """Does a preposition of place stand before it, or what lies in or around a town: "околиці Бахмута"?"""
        before = self.before(first)
        if self.language == "en":
            return before in listed("en", "prepositions", "at") | listed("en", "prepositions", "near")
        firm, around = listed(self.language, "prepositions", "firm"), listed(self.language, "nouns", "around")
        return before in firm | around

    def is_introduced(self, first: int) -> bool:
        """Does "village", "смт", "н.п." stand before it?"""
        if not first:
            return False
        before, gap = self.words[first - 1], self.words[first].gap
        if before.text.lower() == "of" and first > 1:
            before = self.words[first - 2]
        if before.text not in listed(self.language, "introductions", "settlement"):
            return False
        if len(before.text) == 1:  # "с. Малинівка", and not "25 м/с. Потім"
            return gap.strip() == "." and not self.text[before.start - 1 : before.start].strip(" (")
        return not gap.strip(" .")

    def is_person(self, first: int, last: int) -> bool:
        """Does a title or another name stand right beside it: "генерал Харківський", "Paris Hilton"?"""
        following = self.after(last)
        if self.is_called(first):
            return True
        if following is None or not following.is_name or following.text.isupper():
            return False
        return following.text.lower() not in listed(self.language, "introductions", "settlement")

    def is_called(self, first: int) -> bool:
        """Does a title, an initial or a first name stand before it?"""
        before = self.words[first - 1] if first else None
        gap = self.words[first].gap
        if before is None or gap.strip(" ."):
            return False
        if before.text.lower() in listed(self.language, "titles", "before_names"):
            return True
        initial = len(before.text) == 1 and before.is_name and "." in gap
        return initial or (before.is_name and not before.first and "." not in gap)

    def is_bearer(self, first: int, last: int) -> bool:
        """ "полк Азов", "Kharkiv brigade": a body that bears the name."""
        if self.before(first) in listed(self.language, "nouns", "bearers"):
            return True
        following = self.after(last)
        if self.language != "en" or following is None:
            return False
        return following.text.lower() in listed("en", "nouns", "body") | listed("en", "nouns", "called")

    def is_quoted(self, first: int, last: int) -> bool:
        """ "«Дружба»": a pipeline, a ship, a company."""
        start, end = self.words[first].start, self.words[last].end
        return self.text[max(0, start - 1) : start] in tuple(_QUOTES) and self.text[end : end + 1] in tuple(_CLOSERS)

    def is_described(self, last: int, key: str) -> bool:
        """ "в Охотском море": an adjective, as `key` is too, and what it describes is no town."""
        following = self.after(last)
        if self.language not in WITH_CASES or following is None or following.is_name:
            return False
        if cases_of(self.language, following.text) != (None,) or following.text in AND:
            return False
        return _IS_ADJECTIVE(key) is not None

    def noun_of(self, adjective: int) -> Word | None:
        """The noun that an adjective belongs to, through others too: "Донецькій та Луганській областях"."""
        index = adjective
        while index + 1 < len(self.words):
            following = self.words[index + 1]
            if not following.gap.strip() and self._is_noun(following):
                return following
            index += 2 if following.text in AND else 1
            if self._is_another(index, following):
                continue
            return None
        return None

    def _is_noun(self, word: Word) -> bool:
        return word.text not in AND and (not word.is_name or word.text.isupper())

    def _is_another(self, index: int, following: Word) -> bool:
        """Does a list of adjectives go on at `index`?"""
        if index >= len(self.words) or not self.words[index].is_name:
            return False
        parted = following.text in AND or following.gap.strip() == ","
        return parted and _IS_ADJECTIVE(self.words[index].text) is not None
