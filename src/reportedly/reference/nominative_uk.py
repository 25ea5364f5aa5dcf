"""A Ukrainian noun phrase led back to the nominative: "українського Генштабу" is the український Генштаб.

Only the head changes, what agrees with it and the names beside it. A genitive that hangs on the head stays:
"командира батальйону" is the командир батальйону. Where a form is not surely known, the phrase stays as it is.
"""

from collections.abc import Sequence
from functools import cache

from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon

_AGREEING = frozenset(("amod", "det", "flat:name", "appos", "conj"))
_NOMINALS = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "DET"))
_NOMINATIVES = {"Masc": 0, "Fem": 5, "Neut": 10, "Plur": 11}
"""Where a row of `[paradigms]` has the nominative of each gender."""
_ADJECTIVE_ENDINGS = {"Masc": ("ий", "ій"), "Fem": ("а", "я"), "Neut": ("е", "є"), "Plur": ("і", "і")}
_PLURAL_ENDINGS = ("ами", "ями", "ам", "ям", "ах", "ях", "ів", "їв")
_SOFT = ("ь", "й", "ж", "ч", "ш", "щ", "яр", "ар")


def nominative(words: Sequence[Token]) -> str:
    """The phrase of `words` in the nominative, with its own capitals; unchanged where that is not sure.

    Args:
        words: neighbours, in their order, of one phrase.
    """
    inside = {word.index for word in words}
    head = next((word for word in words if word.pos in _NOMINALS and _hangs_outside(word, inside)), None)
    if head is None or words[0].pos == "ADP" or not _is_oblique(head) or _is_counted(head, words):
        return _join(words, [word.text for word in words])
    changing = _find_agreeing(head, words)
    forms = []
    for word in words:
        form = _lead_back(word, head) if word.index in changing else word.text
        if form is None:
            return _join(words, [each.text for each in words])
        forms.append(form)
    return _join(words, forms)


def _hangs_outside(word: Token, inside: set[int]) -> bool:
    return word.head == word.index or word.head not in inside


def _feature(word: Token, name: str) -> str | None:
    start = name + "="
    return next((each[len(start) :] for each in word.features if each.startswith(start)), None)


def _is_oblique(word: Token) -> bool:
    return _feature(word, "Case") not in (None, "Nom")


def _is_counted(head: Token, words: Sequence[Token]) -> bool:
    return any(word.relation.startswith("nummod") and word.head == head.index for word in words)


def _find_agreeing(head: Token, words: Sequence[Token]) -> set[int]:
    """The head and all that stands in its case with it, however deep."""
    case = _feature(head, "Case")
    found = {head.index}
    grown = True
    while grown:
        grown = False
        for word in words:
            if word.index in found or word.head not in found or word.relation not in _AGREEING:
                continue
            if _feature(word, "Case") in (case, None):
                found.add(word.index)
                grown = True
    return found


def _lead_back(word: Token, head: Token) -> str | None:
    """One word in the nominative; None if its form is not known."""
    if _feature(word, "Case") is None or (word.text.isupper() and len(word.text) > 1):
        return word.text
    number = _feature(word, "Number") or _feature(head, "Number")
    gender = "Plur" if number == "Plur" else _feature(word, "Gender") or _feature(head, "Gender")
    form = _decline(word, gender)
    return None if form is None else _like(word.text, form)


def _decline(word: Token, gender: str | None) -> str | None:
    lemma = word.lemma
    if row := lexicon("uk", "grammar")["paradigms"].get(lemma):
        return str(row).split()[_NOMINATIVES[gender]] if gender else None
    if word.pos == "PRON":
        return lemma
    if lemma.endswith(("ий", "ій")) and (word.pos in ("ADJ", "DET") or lemma.endswith("ий")):
        return _decline_adjective(lemma, gender)
    if gender == "Plur":
        return _make_plural(word.text.lower(), lemma)
    if word.pos == "PROPN" and gender == "Fem" and lemma.endswith(("ов", "ев", "єв", "ін", "їн")):
        return lemma + "а"
    return lemma


def _decline_adjective(lemma: str, gender: str | None) -> str | None:
    if gender is None:
        return None
    hard, soft = _ADJECTIVE_ENDINGS[gender]
    return lemma[:-2] + (soft if lemma.endswith("ій") else hard)


@cache
def _irregular_plurals() -> dict[str, str]:
    """Nominative plurals that no rule makes, by lemma."""
    plurals: dict[str, str] = {}
    for lemma, row in lexicon("uk", "grammar")["irregular_nouns"].items():
        for each in str(row).split():
            form, _, slots = each.partition(":")
            if "nP" in slots.split(","):
                plurals.setdefault(lemma, form)
    return plurals


def _make_plural(form: str, lemma: str) -> str | None:
    """The nominative plural of `lemma`, on the stem that its form `form` shows."""
    if known := _irregular_plurals().get(lemma):
        return known
    if lemma.endswith(("и", "і", "ї")):
        return lemma
    if lemma.endswith(("о", "е", "я", "а")):
        return _plural_of_vowel(lemma)
    if lemma.endswith(("янин", "анин", "їнин")):
        return lemma[:-2] + "и"
    ending = next((each for each in _PLURAL_ENDINGS if form.endswith(each)), None)
    if ending is None:
        return lemma + "и" if lemma == form else None
    stem = form[: -len(ending)]
    if ending[0] in "їя" and stem[-1:] in "аеєиіїоуюя":
        return stem + "ї"
    return stem + ("і" if lemma.endswith(_SOFT) or ending[0] == "я" else "и")


def _plural_of_vowel(lemma: str) -> str:
    stem, last = lemma[:-1], lemma[-1]
    if last == "о":
        return stem + ("и" if lemma.endswith("ко") else "а")
    if last == "е":
        return stem + ("а" if stem[-1:] in "жчшщц" else "я")
    if last == "а":
        return stem + ("і" if stem[-1:] in "жчшщ" else "и")
    if stem[-1:] == "'" or (
        stem[-2:-1] == stem[-1:] and stem[-1:] not in "аеиіоу" and lemma not in ("стаття", "рілля", "суддя")
    ):
        return lemma
    return stem + ("ї" if stem[-1:] in "аеєиіїоуюя" else "і")


def _like(text: str, form: str) -> str:
    """`form` with the capitals and the apostrophe of `text`."""
    mark = next((each for each in text if each in "’ʼ‘`"), None)
    form = form.replace("'", mark) if mark else form
    parts, olds = form.split("-"), text.split("-")
    if len(parts) != len(olds):
        return form[:1].upper() + form[1:] if text[:1].isupper() else form
    return "-".join(
        part[:1].upper() + part[1:] if old[:1].isupper() else part for part, old in zip(parts, olds, strict=True)
    )


def _join(words: Sequence[Token], forms: Sequence[str]) -> str:
    """The forms with a space wherever the text has white space."""
    pieces: list[str] = []
    for number, (word, form) in enumerate(zip(words, forms, strict=True)):
        if number and words[number - 1].end < word.start:
            pieces.append(" ")
        pieces.append(form)
    return "".join(pieces)
