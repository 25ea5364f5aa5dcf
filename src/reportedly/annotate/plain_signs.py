"""Signs for and against a place in a sentence that was not parsed, read off the words right beside a name."""

import re
from collections.abc import Sequence

from reportedly.annotate.name_cases import LANGUAGES as WITH_CASES
from reportedly.annotate.plain_words import Word, cases_of, is_spoken, listed
from reportedly.reference.lexicon import lexicon

AND = frozenset("and or та і й или и або чи".split())
_QUOTES = "\"«„“'‘"
_CLOSERS = "\"»“”'’"
_MARKUP = " \u00a0*_~"
_IS_ADJECTIVE = re.compile(r"[сцз]ь?к(?:ого|ому|им|ім|ий|ом|ой|ій|ої|ую|ая|ою|ое|а|у|е)$").search
_DESCRIBES = re.compile(
    r"(?:[оеі]го|[оеі]му|[ыі]ми|ими|[ыиі]х|(?:нн|н[оіы]?в|сь?к|цьк|ьн|шн|жн|дн|чн|рн|вш|щ|чн|пн)(?:ом|ем|ой|ей)|"
    r"(?:н|сь?к|цьк|ов|в)(?:им|ым|ім|ій|ої|ою|ую|ий|ый|ая|ое)|(?:ськ|цьк|льн|вн|жн|чн|ован)(?:ою|у|[аеі])|ен[аеі])$"
).search
"""An adjective or participle in small letters that may stand between a preposition and a name."""
_AGREEING = {
    "ом": "еуи", "ем": "еуи", "ой": "еиыьюй", "ей": "еиыью", "ого": "ая", "его": "ая", "ому": "ую", "ему": "ую", "ый": "бвгджзйклмнпрстфхцчшщ",
    "ий": "бвгджзйклмнпрстфхцчшщ", "ая": "аяь", "ое": "оея", "ім": "іуїю", "ій": "іїую", "ої": "ииії", "ую": "ую", "им": "мо", "ым": "м",
}  # fmt: skip
"""The ending of an adjective, and the last letters that a noun of the same case, number and gender has."""
_PLURALS = frozenset({"кі", "ие", "ые"})
_AGREEING_FIRST = {"ька": "аяь", "кі": "иіїая", "ие": "ыиья", "ые": "ыия", "ке": "еоя"}
"""The same, where the adjective opens a sentence: elsewhere "Бердянська" is of Бердянськ."""
_OF_NAMES = {
    "ого": "аяо", "его": "аяо", "ому": "уюіїеи", "ему": "уюіїеи", "ом": "еуимю", "ем": "еуимю", "ой": "ыиейю", "ей": "ыиейю",
    "ої": "иії", "ій": "іїийе", "ою": "ю", "ым": "м", "им": "м", "ую": "ую", "ну": "ую", "ку": "ую", "ий": "бвгджзйклмнпрстфхцчшщь",
    "ый": "бвгджзйклмнпрстфхцчшщь", "ая": "аяь", "ое": "оея", "не": "еоя", "ке": "еоя",
    "ых": "хвкьймнрст", "их": "хвкьймнрст", "ыми": "и", "ими": "и",
}  # fmt: skip
"""The ending of an adjective, and the last letters of names that may have it."""
_VERB = re.compile(
    r"(?:[аиеыоуя]л[аио]?|[аеиіую]в|ться?|ет|ит|ут|ют|ят|ат|ан[аоы]?|ен[аоы]?|ся|сь|ли|но|то|є|ує)$"
).search
_FARTHEST = 4
"""So many words an opening preposition may stand before its name: "в недавно временно оккупированном Токмаке"."""


class Signs:
    """One sentence's words, asked about those that stand beside a name; a name is the numbers of its words."""

    def __init__(self, text: str, words: Sequence[Word], language: str) -> None:
        self.text, self.words, self.language = text, words, language
        self._openers: dict[int, str] = {}

    def before(self, first: int) -> str:
        """The word before, in small letters; empty if a mark parts the two."""
        if not first or self.words[first].gap.strip(_MARKUP + _QUOTES):
            return ""
        return self.words[first - 1].text.lower()

    def opener(self, first: int) -> str:
        """The same, the adjectives of the name left out: "в" of "в оккупированном Россией Токмаке"."""
        if self.language not in WITH_CASES:
            return self.before(first)
        if first not in self._openers:
            self._openers[first] = self._opener(first)
        return self._openers[first]

    def _opener(self, first: int) -> str:
        at = first
        for _ in range(_FARTHEST):
            before = self.before(at)
            if not before:
                return "" if at == first else self._own(at)
            held = at > 1 and self.words[at - 1].is_name and self._is_held(self.before(at - 1))
            if not held and not self._is_passed(self.words[at - 1], self.words[first].text):
                return before
            at -= 2 if held else 1
        return ""

    def _own(self, at: int) -> str:
        """The adjective at which the way back ended: a sentence or a quotation opens with it."""
        return "" if at else self.words[0].text.lower()

    def _is_held(self, word: str) -> bool:
        return is_spoken(self.language, "words", "held", word)

    def _is_passed(self, word: Word, name: str) -> bool:
        """Is it an adjective that `name` may have in its case, or an adverb before one?"""
        text = word.text
        ending = next((each for each in _OF_NAMES if text.endswith(each)), None)
        if ending is not None and name[-1].lower() not in _OF_NAMES[ending]:
            return False
        if word.is_name or cases_of(self.language, text) != (None,) or self.is_noun_of_place(text):
            return False
        return is_spoken(self.language, "words", "adverbs", text) or (len(text) > 4 and _DESCRIBES(text) is not None)

    def is_noun_of_place(self, word: str) -> bool:
        """Is `word`, in small letters, listed as a noun that says what a place or a body is?"""
        kinds = ("sector", "ground", "body", "facility", "bearers", "water")
        return any(is_spoken(self.language, "nouns", kind, word) for kind in kinds)

    def after(self, last: int) -> Word | None:
        """The word after, unless a mark parts the two."""
        following = self.words[last + 1] if last + 1 < len(self.words) else None
        return None if following is None or following.gap.strip() else following

    def beside(self, first: int, key: str) -> str | None:
        """The gazetteer's name of the river or the strip that a town's name `key` means here: "на берегу Днепра"."""
        meant = lexicon(self.language, "place")["beside"] if self.language in WITH_CASES else {}
        if key not in meant:
            return None
        before = [word.text.lower() for word in self.words[max(0, first - 2) : first]]
        said = any(is_spoken(self.language, "beside", "words", word) for word in before)
        return str(meant[key]) if said else None

    def is_placed(self, first: int) -> bool:
        """Does a preposition of place stand before it, or what lies in or around a town: "околиці Бахмута"?"""
        before = self.opener(first)
        if self.language == "en":
            return before in listed("en", "prepositions", "at") | listed("en", "prepositions", "near")
        firm, around = listed(self.language, "prepositions", "firm"), listed(self.language, "nouns", "around")
        return before in firm | around or is_spoken(self.language, "nouns", "facility", before)

    def is_led(self, first: int) -> bool:
        """Does a preposition stand before it that a place often follows, and a person too: "на", "от"?"""
        if self.opener(first) not in listed(self.language, "prepositions", "loose"):
            return False
        return first < 2 or not is_spoken(self.language, "words", "channels", self.words[first - 2].text.lower())

    def is_introduced(self, first: int) -> bool:
        """Does "village", "смт", "н.п." stand before it? What it introduces is a place even if none knows it."""
        if not first:
            return False
        before, gap = self.words[first - 1], self.words[first].gap
        if before.text.lower() == "of" and first > 1:
            before = self.words[first - 2]
        cased = self.language in WITH_CASES
        word = before.text.lower() if cased and not before.text.isupper() else before.text
        if word not in listed(self.language, "introductions", "settlement"):
            return False
        if word.startswith("пункт") and not self.before(first - 1).startswith("насел"):
            return False
        if len(before.text) == 1:  # "с. Малинівка", and not "25 м/с. Потім"
            return gap.strip() == "." and not self.text[before.start - 1 : before.start].strip(" (")
        return not gap.strip(" ." + _QUOTES if cased else " .")

    def is_republic(self, first: int) -> bool:
        """Does "республика" stand before it? It may be its president who is named behind it, too."""
        return bool(first) and self.before(first) in listed(self.language, "introductions", "region")

    def is_person(self, first: int, last: int) -> bool:
        """Does a title or another name stand right beside it: "генерал Харківський", "Paris Hilton"?"""
        if self.is_called(first):
            return True
        following = self.after(last)
        if following is None or not following.is_name or following.text.isupper():
            return False
        if self.language in WITH_CASES and self._is_inside(first):
            return False
        return following.text.lower() not in listed(self.language, "introductions", "settlement")

    def _is_inside(self, first: int) -> bool:
        """ "в Москве Петренко заявил": behind "in" a first name has no place."""
        firm = listed(self.language, "prepositions", "inside")
        return self.opener(first) in firm and self.words[first].text.lower() not in listed(
            self.language, "words", "people"
        )

    def is_called(self, first: int) -> bool:
        """Does a title, an initial or a first name stand before it?"""
        before = self.words[first - 1] if first else None
        gap = self.words[first].gap
        if before is None or gap.strip(" ."):
            return False
        if before.text.lower() in listed(self.language, "titles", "before_names"):
            return True
        initial = len(before.text) == 1 and before.is_name and "." in gap
        if before.text.isupper() and self.language in WITH_CASES:
            return initial
        if self._is_held(self.before(first - 1)):
            return False
        return initial or (before.is_name and not before.first and "." not in gap)

    def is_bearer(self, first: int, last: int) -> bool:
        """ "полк Азов", "Kharkiv brigade": a body that bears the name."""
        if is_spoken(self.language, "nouns", "bearers", self.before(first)):
            return True
        following = self.after(last)
        if self.language != "en" or following is None:
            return False
        return following.text.lower() in listed("en", "nouns", "body") | listed("en", "nouns", "called")

    def is_quoted(self, first: int, last: int) -> bool:
        """ "«Дружба»": a pipeline, a ship, a company; an airfield is called after its place."""
        end = self.words[last].end
        if not self.is_opened(first):
            return False
        if is_spoken(self.language, "nouns", "fields", self.before(first)):
            return False
        return self.text[end : end + 1] in tuple(_CLOSERS)

    def is_opened(self, first: int) -> bool:
        """Does a quotation mark stand right before it?"""
        start = self.words[first].start
        return self.text[max(0, start - 1) : start] in tuple(_QUOTES)

    def is_described(self, last: int) -> bool:
        """ "в Охотском море", "Белый дом": an adjective, and what it describes is no town."""
        following = self.after(last)
        if self.language not in WITH_CASES or following is None or following.is_name:
            return False
        noun = self.is_noun_of_place(following.text)
        if following.text in AND or (not noun and cases_of(self.language, following.text) != (None,)):
            return False
        if is_spoken(self.language, "words", "function", following.text):
            return False
        surface = self.words[last].text.lower()
        known = _AGREEING | _AGREEING_FIRST if self.words[last].first else _AGREEING
        ending = next((each for each in known if surface.endswith(each)), None)
        if ending is None or len(following.text) < 3:
            return False
        if following.text.endswith(ending) and _DESCRIBES(following.text):
            return True
        # No town has the plural of an adjective: "Українські сили" may end like a verb.
        plural = ending in _PLURALS
        return following.text[-1] in known[ending] and (plural or _VERB(following.text) is None)

    def noun_of(self, adjective: int) -> Word | None:
        """The noun that an adjective belongs to, through others too: "Донецькій та Луганській областях"."""
        index = adjective
        while index + 1 < len(self.words):
            following = self.words[index + 1]
            if not following.gap.strip() and self._is_noun(following):
                return self._behind_adjectives(index + 1)
            index += 2 if following.text in AND else 1
            if self._is_another(index, following):
                continue
            return None
        return None

    def _behind_adjectives(self, index: int) -> Word:
        """The noun in "Бердянский морской торговый порт", from the first word in small letters on."""
        for at in range(index, min(index + 3, len(self.words))):
            word = self.words[at]
            if self.is_noun_of_place(word.text.lower()):
                return word
            if word.gap.strip() or word.is_name or _DESCRIBES(word.text) is None:
                break
        return self.words[index]

    def _is_noun(self, word: Word) -> bool:
        return word.text not in AND and (not word.is_name or word.text.isupper())

    def _is_another(self, index: int, following: Word) -> bool:
        """Does a list of adjectives go on at `index`?"""
        if index >= len(self.words) or not self.words[index].is_name:
            return False
        parted = following.text in AND or following.gap.strip() == ","
        return parted and _IS_ADJECTIVE(self.words[index].text) is not None
