"""A noun phrase in the nominative: what agrees with its head and the names beside it; owners in the genitive stay."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.model.annotation import Token
from reportedly.slavic.words import entity, feature, is_participle

_ADJECTIVES = {
    "ru": {"Masc": "ый", "Fem": "ая", "Neut": "ое", "Plur": "ые"},
    "uk": {"Masc": "ий", "Fem": "а", "Neut": "е", "Plur": "і"},
}
_SOFT = {
    "ru": {"Masc": "ий", "Fem": "яя", "Neut": "ее", "Plur": "ие"},
    "uk": {"Masc": "ій", "Fem": "я", "Neut": "є", "Plur": "і"},
}
_PARTICIPLES: Mapping[str, Mapping[str, Any]] = {
    "ru": {
        "cases": ("ыми", "ими", "его", "ему", "ого", "ому", "ую", "ой", "ым", "ом", "ых", "ей", "юю", "им", "ем", "их"),
        "Masc": "ый",
        "Fem": "ая",
        "Neut": "ое",
        "Plur": "ые",
    },
    "uk": {
        "cases": ("ими", "ого", "ому", "ої", "ою", "ій", "им", "их"),
        "Masc": "ий",
        "Fem": "а",
        "Neut": "е",
        "Plur": "і",
    },
}
_WOMEN = frozenset("любовь нинель юдифь адель эсфирь".split())
"""Given names in -ь that end in -и in other cases; foreign surnames in -и never decline."""
_MARKS = frozenset('«»"“”„')
_BACK = "гкхжчшщ"


def in_nominative(tokens: Sequence[Token], head: Token, language: str, *, whole: bool = False) -> str:
    """The words with their head, what agrees with it and names beside it in the nominative; as they stand where unsure.

    Args:
        tokens: in order; punctuation among them is kept.
        head: the noun.
        language: `ru` or `uk`.
        whole: whether all of them are one name ("Владимира Сальдо").
    """
    case = feature(head, "Case")
    if any(each.pos == "NUM" and each.index < head.index for each in tokens):
        case = ""  # "двух дипломатов": the number decides how the noun goes
    words: list[str] = []
    previous: Token | None = None
    for token in tokens:
        text = token.text
        if case not in ("", "Nom") and (whole or _declines(token, head)):
            text = _nominative(token, head, language)
        glued = previous is not None and previous.end == token.start
        words.append(text if glued or not words else f" {text}")
        previous = token
    return without_marks("".join(words))


def without_marks(text: str) -> str:
    """The words without quotation marks around the whole; those within stay."""
    bare = text.strip()
    while len(bare) > 1 and bare[0] in _MARKS and bare[-1] in _MARKS and not any(each in _MARKS for each in bare[1:-1]):
        bare = bare[1:-1].strip()
    if sum(each in _MARKS for each in bare) == 1:
        bare = bare.strip("".join(_MARKS))
    return bare


def _declines(token: Token, head: Token) -> bool:
    if token.index == head.index:
        return True
    if feature(token, "Case") != feature(head, "Case"):
        return False
    if token.index < head.index:
        return token.pos in ("ADJ", "DET", "NOUN", "PROPN") or is_participle(token)
    return entity(token) == "PERSON" and (feature(head, "Case") != "Gen" or head.pos == "NOUN")


def _nominative(token: Token, head: Token, language: str) -> str:
    """One word in the nominative, its capitals kept."""
    if token.lemma == "один":
        return "одна" if feature(token, "Gender") == "Fem" else "один"
    figures = token.text.rpartition("-")[0]
    if figures.isdigit() and token.pos == "ADJ":  # "30-річної", "33-летней"
        return f"{figures}-{_adjective(token, head, language).rpartition('-')[2]}"
    if token.text.isupper() or not token.text[:1].isalpha() or token.pos in ("PUNCT", "NUM", "X"):
        return token.text
    if token.pos in ("ADJ", "DET") or is_participle(token):
        form = _adjective(token, head, language)
    elif feature(token, "Number") == "Plur":
        form = _plural(token, language)
    else:
        form = _name(token, language)
    return "-".join(
        part[:1].upper() + part[1:] if old[:1].isupper() else part for part, old in _parts(form, token.text)
    )


def _parts(form: str, old: str) -> list[tuple[str, str]]:
    """The parts of a compound beside those of the word as it stood; the whole where their numbers differ."""
    parts, olds = form.split("-"), old.split("-")
    return list(zip(parts, olds, strict=True)) if len(parts) == len(olds) else [(form, old)]


def _adjective(token: Token, head: Token, language: str) -> str:
    number = "Plur" if feature(token, "Number") == "Plur" else feature(token, "Gender") or feature(head, "Gender")
    stem = token.lemma
    for ending in ("ый", "ий", "ой", "ій"):
        if stem.endswith(ending) and number:
            soft = stem.endswith(("ний", "шний")) and language == "ru" and ending == "ий"
            stem = stem.removesuffix(ending)
            if number == "Masc":
                return token.lemma
            if soft or (language == "uk" and ending == "ій"):
                return stem + _SOFT[language][number]
            made = stem + _ADJECTIVES[language][number]
            if language == "ru" and stem[-1:] in _BACK and number == "Plur":
                made = stem + "ие"
            return made
    return _by_ending(token, number, language)


def _by_ending(token: Token, number: str, language: str) -> str:
    """A participle, whose dictionary form is a verb: by its own ending."""
    word = token.text.lower()
    forms = _PARTICIPLES[language]
    for ending in forms["cases"]:
        if word.endswith(ending) and number in forms:
            stem = word.removesuffix(ending)
            soft = language == "ru" and stem[-1:] in "щш" and number in ("Masc", "Plur", "Neut")
            return stem + ({"Masc": "ий", "Plur": "ие", "Neut": "ее"}[number] if soft else forms[number])
    if (
        feature(token, "Gender") == "Fem"
        and token.pos == "NOUN"
        and word[-1:] not in "аяьию"
        and token.text[-1:] in "уюыие"
    ):
        return word + "а"  # "супругу": the dictionary leads it to a man
    return word


def _plural(token: Token, language: str) -> str:
    """The plural from the dictionary form, for the usual endings; else the word as it stands."""
    word = token.lemma
    irregular = {
        "человек": "люди",
        "людина": "люди",
        "боець": "бійці",
        "боєць": "бійці",
    }
    if known := irregular.get(word) or _without_vowel(word):
        return known
    if word.endswith(("ый", "ий")) and len(word) > 4:
        return word[:-2] + ("і" if language == "uk" else "ые" if word.endswith("ый") else "ие")
    if language == "ru":
        if word.endswith(("анин", "янин")):
            return word[:-2] + "е"
        if word.endswith(("ие", "о")):
            return word[:-1] + ("а" if word.endswith("о") else "я")
        if word.endswith("а"):
            return word[:-1] + ("и" if word[-2:-1] in "гкхжчшщ" else "ы")
        if word.endswith(("ь", "я", "й")):
            return word[:-1] + "и"
        if word[-1:] in "гкхжчшщ":
            return word + "и"
        return word + "ы" if word[-1:] in "бвдзлмнпрстфц" else token.text.lower()
    if word.endswith("нин"):
        return word[:-2] + "и"
    if word.endswith("а"):
        return word[:-1] + "и"
    if word.endswith(("ь", "я", "й")):
        return word[:-1] + "і"
    return word + "и" if word[-1:] in "бвгґджзклмнпрстфхцчшщ" else token.text.lower()


def _without_vowel(word: str) -> str:
    """ "Очевидцы", "бойцы", "посадовці": the plural of a word in -ец, -ець; nothing for others."""
    if word.endswith("ец") and len(word) > 3:
        return word[:-2] + ("йцы" if word[-3] in "аеиоуыэюя" else "цы")
    return word[:-3] + "ці" if word.endswith(("ець", "єць")) and len(word) > 4 else ""


def _name(token: Token, language: str) -> str:
    """A noun or name of one: the dictionary form, a woman's surname in its own."""
    word = token.lemma
    if (
        entity(token) == "PERSON"
        and token.pos == "PROPN"
        and word.endswith("ь")
        and token.text[-1:] == "и"
        and word not in _WOMEN
    ):
        return token.text.lower()  # "Пелоси", "Аракчи" never decline
    if entity(token) == "PERSON" and feature(token, "Gender") == "Fem" and token.pos == "PROPN":
        if word.endswith(("ов", "ев", "ин", "ын", "ёв", "ін", "їн")):
            return word + "а"
        if word.endswith(("ский", "цкий", "ський", "цький", "ой", "ый")):
            return word[:-2] + ("ая" if language == "ru" else "а")
    return word
