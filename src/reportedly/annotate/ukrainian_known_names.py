"""All the ways to read one form of a Ukrainian name that a dictionary or the list of given names has."""

from reportedly.annotate.ukrainian_dictionary import exact_lemma, gender_of, words_of
from reportedly.annotate.ukrainian_endings import adjective_slots, noun_slots
from reportedly.annotate.ukrainian_guesses import given_names, guess_name, undeclined_names
from reportedly.annotate.ukrainian_slots import NEUT, PLUR, Analysis, read_slots

_PERSON = frozenset({"Animacy=Anim"})

_OF_ADJECTIVES = ("ий", "ого", "ої", "ою", "их", "ими", "ій", "им")


def read_name(word: str) -> tuple[Analysis, ...]:
    """Readings as a name: of the dictionary's names, and of the given names."""
    lower, lemma, names = word.lower(), exact_lemma(word), given_names()
    if lower in undeclined_names():
        gender = {"M": "Gender=Masc", "F": "Gender=Fem"}.get(names.get(lower, ""))
        return (Analysis("PROPN", word, 0, frozenset({gender}) if gender else frozenset(), "given"),)
    if lemma is not None and lemma.endswith(("ськ", "цьк")) and lower.endswith(_OF_ADJECTIVES):
        lemma = None  # "Лисичанський" is no form of Лисичанськ
    found = [read_known_name(word, lemma)] if lemma is not None and lemma[:1].isupper() else []
    for name in (lemma.lower() if lemma else lower, lower):
        if name in names and not any(each.kind == "given" for each in found):
            slots = noun_slots(word, name, names[name], person=True)
            found.insert(0, Analysis("PROPN", name.capitalize(), slots, _PERSON, "given"))
    if found and found[0].kind == "given":
        found[1:1] = _of_other_sex(word, found[0])
    if not found and exact_lemma(lower) is None:
        found = _declined_given(word)
    if found and found[0].kind == "given" and not found[0].slots:
        return tuple(found[1:]) or guess_name(word)
    if found and lemma == word and found[0].kind != "given" and lower.endswith("ко"):
        found.append(Analysis("PROPN", word, read_slots("nF"), kind="surname"))
    return tuple(found)


def _of_other_sex(word: str, first: Analysis) -> list[Analysis]:
    """ "Валерія" is a woman, or of Валерій; "Олександра" likewise."""
    lower, held = word.lower(), first.lemma.lower()
    others = (lower[:-1], lower[:-1] + "й", lower[:-1] + "а", lower[:-1] + "я")
    lemmas = {each for each in others if each in given_names() and each != held} if len(lower) > 4 else set()
    return [
        Analysis("PROPN", each.capitalize(), slots, _PERSON, "given")
        for each in sorted(lemmas)
        if (slots := noun_slots(word, each, given_names()[each], person=True))
    ]


def read_known_name(word: str, lemma: str) -> Analysis:
    """The reading of `word`, a form of the name `lemma`."""
    lower = lemma.lower()
    names = given_names()
    if lower.endswith(("ове", "єве", "ине", "їне", "ське", "цьке", "не")) and word.lower().endswith(
        ("ого", "ому", "им")
    ):
        return Analysis("PROPN", lemma, adjective_slots(word.lower(), lower[:-1] + "ий") & NEUT)  # "у Сватовому"
    if lower in names:
        return Analysis("PROPN", lemma, noun_slots(word, lemma, names[lower], person=True), _PERSON, "given")
    if (
        lower.endswith(("ський", "цький", "зький", "ий", "ій"))
        and adjective_slots(word.lower(), lower)
        and not _is_noun(lower)
    ):
        return Analysis("PROPN", lemma, adjective_slots(word.lower(), lower), kind="surname")
    gender = "M" if lower.endswith("ко") else gender_of(lemma)
    if gender == "F" and lower.endswith(("ба", "да", "ка", "ша", "ня", "ха", "ура", "ула")):
        gender = "MF"
    surname = lower.endswith(tuple(words_of("names", "surname_endings"))) and gender != "N"
    slots = noun_slots(word, lemma, gender, person=surname)
    return Analysis("PROPN", lemma, slots & ~PLUR or slots, kind="surname" if surname else "")


def _is_noun(lemma: str) -> bool:
    """Is a name in -ій a noun, as Андрій is?"""
    return lemma in given_names() or lemma.endswith(("гій", "лій", "дій", "сій", "тій", "вій"))


def _declined_given(word: str) -> list[Analysis]:
    """Unknown forms of listed given names: "Ллойда"."""
    found = []
    for guess in guess_name(word):
        if (gender := given_names().get(guess.lemma.lower())) and guess.lemma.lower() not in undeclined_names():
            slots = guess.slots & noun_slots(word, guess.lemma, gender, person=True)
            if slots:
                found.append(Analysis("PROPN", guess.lemma, slots, _PERSON, "given"))
    return found
