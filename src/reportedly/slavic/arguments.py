"""Which nouns stand with a predicate, and what part each has in it: read from case, order and agreement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.annotation import Token
from reportedly.reference.word_lists import WordList, word_list
from reportedly.slavic.lexemes import is_of
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.words import feature, is_short

_OF = WordList(["из", "з", "із", "зі", "с"])
"""Behind a number: "семь из десяти дронов"."""
_MANY = WordList(["много", "мало", "несколько", "сколько", "столько", "больше", "более", "менее", "меньше", "около", "порядка", "свыше", "десяток",
                  "багато", "кілька", "декілька", "скільки", "стільки", "більше", "понад", "близько", "менше", "майже", "почти", "щонайменше"])  # fmt: skip
"""Behind these, as behind numbers, the genitive may be subject or object."""

_PLURAL = ("ы", "и", "а", "я", "і", "ї")
"""So nouns end in the nominative of their plural, which for things is their accusative too."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The nouns of a clause by their part in it; one may stand in two where nothing tells."""

    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()
    oblique: tuple[Token, ...] = ()
    """In the dative or instrumental, or behind a preposition."""
    any: tuple[Token, ...] = ()
    """All words but the predicate's own."""
    phrases: tuple[tuple[Phrase, str], ...] = ()
    """The phrases themselves with the name of their slot."""

    def slot(self, name: str) -> tuple[Token, ...]:
        slots: Mapping[str, tuple[Token, ...]] = {
            "subject": self.subject, "object": self.object, "oblique": self.oblique, "any": self.any,
        }  # fmt: skip
        return slots[name]


def fill_slots(tokens: Sequence[Token], predicate: Token, language: str) -> Arguments:
    """The arguments of `predicate` among the words of its clause."""
    own = [each for each in tokens if each.index != predicate.index]
    by_index = {each.index: each for each in own}
    possible = [(phrase, _slots_of(phrase, by_index, predicate)) for phrase in _phrases(tokens, predicate)]
    possible = _with_doer(possible, predicate)
    sure = any(slots == ("subject",) for _, slots in possible)
    placed = [
        (phrase, slot)
        for phrase, slots in possible
        for slot in (("object",) if sure and slots == ("subject", "object") else slots)
    ]
    found: dict[str, dict[int, Token]] = {"subject": {}, "object": {}, "oblique": {}}
    for phrase, slot in placed:
        for each in open_up(phrase, language):
            found[slot].setdefault(each.index, each)
    subject, object_, oblique = (tuple(each.values()) for each in found.values())
    return Arguments(subject, object_, oblique, tuple(own), tuple(placed))


def _with_doer(
    possible: list[tuple[Phrase, tuple[str, ...]]], predicate: Token
) -> list[tuple[Phrase, tuple[str, ...]]]:
    """ "Подразделения взяли город": of two objects without a subject the one before the plural verb does it, if it may be plural."""
    objects = [
        number for number, (phrase, slots) in enumerate(possible) if slots == ("object",) and phrase.preposition is None
    ]
    if len(objects) < 2 or any("subject" in slots for _, slots in possible):
        return possible
    first, last = possible[objects[0]][0], possible[objects[-1]][0]
    between = first.head.index < predicate.index < last.head.index
    active = predicate.pos == "VERB" and feature(predicate, "Number") == "Plur" and not is_undergone(predicate)
    if between and active and first.head.text.endswith(_PLURAL):
        possible[objects[0]] = (first, ("subject",))
    return possible


def open_up(phrase: Phrase, language: str) -> Iterator[Token]:
    """The head of a phrase and, behind "серия", "более", "двадцать", what there is so much of."""
    vague = word_list(language, "kind", "words", "vague")
    at = phrase.tokens.index(phrase.head)
    yield phrase.head
    head = phrase.head
    for each in phrase.tokens[at + 1 :]:
        if each.pos in ("NOUN", "PROPN", "ADJ") and (is_of(head, vague) or head.pos == "NUM"):
            yield each
            head = each if each.pos != "ADJ" else head
    # "Ранено пятеро мирных": adjectives that stand for people.
    yield from (each for each in phrase.tokens[:at] if each.pos == "ADJ" and phrase.head.pos in ("NUM", "ADJ"))


def _phrases(tokens: Sequence[Token], predicate: Token) -> list[Phrase]:
    """The noun phrases of the clause; of one that holds the predicate noun, what follows it."""
    found: list[Phrase] = []
    for phrase in cut_phrases(tokens):
        at = next((place for place, each in enumerate(phrase.tokens) if each.index == predicate.index), None)
        if at is not None:
            found += cut_phrases(phrase.tokens[at + 1 :])
        elif phrase.head.pos != "PRON":
            found += _part_numbers(phrase)
    return found


def _part_numbers(phrase: Phrase) -> list[Phrase]:
    """ "Передаст армии | двадцать танков": a number behind the head begins a phrase of its own."""
    at = phrase.tokens.index(phrase.head)
    number = next((place for place, each in enumerate(phrase.tokens) if place > at and each.pos == "NUM"), None)
    if number is None or phrase.head.pos == "NUM":
        return [phrase]
    return [Phrase(phrase.tokens[:number], phrase.head, phrase.preposition), *cut_phrases(phrase.tokens[number:])]


def _slots_of(phrase: Phrase, words: Mapping[int, Token], predicate: Token) -> tuple[str, ...]:
    counted = _is_counted(phrase, words)
    if phrase.preposition is not None and not (counted and (phrase.preposition.text in _MANY or _bounds(phrase))):
        before = words.get(phrase.preposition.index - 1)
        partial = before is not None and before.pos == "NUM" and phrase.preposition.text in _OF
        return ("subject", "object") if partial else ("oblique",)
    case = phrase.case
    if predicate.pos in ("NOUN", "PROPN"):
        return ("subject", "oblique") if case == "Ins" else ("object",)
    if case in ("Dat", "Ins", "Loc") and not counted:
        return ("oblique",)
    undergone = is_undergone(predicate)
    if case == "Acc" or undergone:
        return ("object",)
    if counted or not case:
        return ("subject", "object")
    if case == "Gen":
        return ("object",)
    if _disagrees(phrase, predicate) or phrase.head.relation == "obj":
        return ("object",)
    return ("subject",)


def is_undergone(predicate: Token) -> bool:
    """Does what stands with it in the nominative suffer it: "уничтожен", "зруйновано", "наносились"?"""
    if is_short(predicate) and predicate.pos in ("VERB", "AUX"):
        return "VerbForm=Part" in predicate.features
    return "Voice=Pass" in predicate.features


def _is_counted(phrase: Phrase, words: Mapping[int, Token]) -> bool:
    """ "13 человек", "больше сил", "около сотни боевиков": the genitive hides its case."""
    if phrase.preposition is not None and (phrase.preposition.text in _MANY or _bounds(phrase)):
        return True
    if phrase.case not in ("Gen", ""):
        return any(each.pos == "NUM" for each in phrase.tokens) and phrase.case == "Acc"
    first = phrase.tokens[0].index
    before = [words[index] for index in (first - 1, first - 2) if index in words]
    return any(each.pos == "NUM" or each.text in _MANY for each in (*before, *phrase.tokens))


def _bounds(phrase: Phrase) -> bool:
    """ "До 480 военных" """
    number = phrase.tokens[0].pos == "NUM"
    return phrase.preposition is not None and phrase.preposition.text.casefold() == "до" and number


def _disagrees(phrase: Phrase, predicate: Token) -> bool:
    """Is the verb of another number or gender, so that the noun cannot be its subject: "Удар могли нанести"?"""
    if any(each.pos == "NUM" for each in phrase.tokens):
        return False
    number, shown = feature(phrase.head, "Number"), feature(predicate, "Number")
    if number and shown and number != shown:
        return number == "Sing"  # a plural verb may have two singular subjects, and needs a second one
    gender, wanted = feature(phrase.head, "Gender"), feature(predicate, "Gender")
    return bool(gender and wanted and number == "Sing" and gender != wanted and phrase.head.pos == "NOUN")
