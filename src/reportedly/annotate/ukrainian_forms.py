"""All the ways to read one form of a Ukrainian word, the likeliest first."""

import re
from functools import lru_cache

from reportedly.annotate.ukrainian_closed import closed_words, prepositions
from reportedly.annotate.ukrainian_dictionary import (
    animates,
    exact_lemma,
    gender_of,
    is_animate,
    is_form,
    is_verb,
    plain,
    words_of,
)
from reportedly.annotate.ukrainian_endings import adjective_slots, noun_slots
from reportedly.annotate.ukrainian_full import full_readings
from reportedly.annotate.ukrainian_guesses import given_names, guess_common, guess_name, known_tail, person_at_opening
from reportedly.annotate.ukrainian_known_names import read_known_name, read_name
from reportedly.annotate.ukrainian_slots import ALL, FEM, Analysis
from reportedly.annotate.ukrainian_verbs import impersonal_verb, read_verb, verb_of_participle

_PARTICIPLE = re.compile(
    r"(?:[аяеєо]н|[уюияо]т|ерт)(?P<stem>)(?:ий|ого|ому|им|их|ими|ої|ій|ою)$"
    r"|(?:[аяеє]н|[уюи]т|ят)(?P<short>)(?:а|і)$|(?:ут|ят)(?P<last>)(?:у|е)$"
)
"""A passive participle that the dictionary leads back to its verb; no finite form ends so."""
_OF_PLACE = re.compile(r"(.{3,}[сцз]ьк)(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|е|і|их|ими)")


@lru_cache(maxsize=65536)
def read_form(word: str, opens: bool) -> tuple[Analysis, ...]:
    """Readings of `word`.

    Args:
        opens: does it open a sentence, so that its capital says nothing?
    """
    word = plain(word)
    lower = word.lower()
    capital = word[:1].isupper()
    if capital and ((len(word) > 1 and word[1:2].isupper()) or _is_acronym(word)) and lower not in prepositions():
        return _read_capitals(word, lower)
    if lower in closed_words() and not (capital and not opens and _is_known_name(word, lower)):
        return closed_words()[lower]
    if not capital:
        return _read_small(lower)
    named = read_name(word)
    common = _read_small(lower) if exact_lemma(lower) is not None or impersonal_verb(lower) else ()
    if not opens and common and "VerbForm=Inf" in common[0].features and is_form(lower[:-1] + "а", lower[:-1] + "а"):
        common = _read_noun(lower, lower[:-1] + "а")  # "Палати представників"
    if opens:
        return _order_opening(named, common) or _guess_opening(word, lower)
    adjectives = tuple(each for each in common if each.pos in ("ADJ", "NUM"))
    if any(each.kind == "given" for each in named):
        return named
    held = {each.lemma.lower() for each in named}
    nouns = tuple(
        Analysis("PROPN", each.lemma, _for_both(each), each.features)
        for each in common if each.pos == "NOUN" and each.lemma not in held
    )  # fmt: skip
    return (*named, *adjectives, *nouns) or common or _guess_capital(word, lower)


def _guess_opening(word: str, lower: str) -> tuple[Analysis, ...]:
    """An unknown word at a sentence's opening is a name, unless it is plainly a verb."""
    if person := person_at_opening(lower):
        return (*person, *_guess_capital(word, lower))
    small = _read_small(lower)
    plain_word = (small[0].pos == "VERB" and small[0].lemma != lower) or lower.endswith(("ння", "ття"))
    return small if plain_word else _guess_capital(word, lower)


def _is_known_name(word: str, lower: str) -> bool:
    """Is a closed class's word with a capital a name: "Сорока" beside "сорока"?"""
    return lower in given_names() or (exact_lemma(word) or lower)[:1].isupper()


def _order_opening(named: tuple[Analysis, ...], common: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """At a sentence's opening a word is a common one if it can be, unless it is a listed given name or the same word ("Росія")."""
    same = {each.lemma.lower() for each in named} & {each.lemma for each in common if each.pos == "NOUN"}
    if any(each.kind == "given" for each in named) or (same and not any(each.kind == "surname" for each in named)):
        return (*named, *common)
    return (*common, *named)


def _for_both(noun: Analysis) -> int:
    """A word in -а is a man's surname as well as a woman's."""
    return noun.slots | (noun.slots & FEM) >> 1 if noun.lemma.endswith(("а", "я")) else noun.slots


def _is_acronym(word: str) -> bool:
    """Capitals all over, or between them as in БпЛА and МіГ-29."""
    return sum(each.isupper() for each in word) > 1 and not ("-" in word and word.split("-")[0][1:].islower())


def _read_capitals(word: str, lower: str) -> tuple[Analysis, ...]:
    """An acronym has no cases; a word of a heading in capitals is read as in small letters."""
    if (
        len(word) > 6
        and word.isupper()
        and (exact_lemma(lower) is not None or exact_lemma(word.capitalize()) is not None)
    ):
        return read_form(word.capitalize(), opens=True)
    if (
        len(word) <= 3
        and word.isupper()
        and lower in closed_words()
        and lower in ("це", "що", "не", "та", "як", "від", "під", "або", "але")
    ):
        return closed_words()[lower]
    return (Analysis("PROPN", word, 0, kind="acronym"),)


def _guess_capital(word: str, lower: str) -> tuple[Analysis, ...]:
    """An unknown word with a capital: a compound of a known word, or a name of which only the ending speaks."""
    tail = known_tail(lower)
    guesses = guess_name(word)
    adjectives = tuple(
        Analysis("ADJ", each.lemma.lower(), each.slots)
        for each in guesses
        if each.lemma.endswith(("ський", "цький", "зький", "ний"))
    )
    if adjectives:
        return (*guesses, *adjectives)
    if tail:
        found = _read_small(tail[1])
        built = tuple(
            Analysis(each.pos if each.pos == "ADJ" else "PROPN", word[: len(tail[0])] + each.lemma, each.slots, each.features)
            for each in found if each.pos in ("ADJ", "NOUN")
        )  # fmt: skip
        if built and (tail[0].endswith("-") or len(tail[1]) > 4 or built[0].pos == "NOUN"):
            return (*built, *guesses) if not tail[0].endswith("-") else built
    return guesses


@lru_cache(maxsize=65536)
def _read_small(lower: str) -> tuple[Analysis, ...]:
    if lower in closed_words():
        return closed_words()[lower]
    if lower.endswith("сь") and lower[:-2] in closed_words() and (found := _read_indefinite(lower)):
        return found
    lemma = exact_lemma(lower)
    if verb := impersonal_verb(lower):
        return (read_verb(lower, verb),)
    if (lemma is None or not is_verb(lemma)) and (full := full_readings(lower)):
        return full
    return _read_known(lower, lemma.lower()) if lemma is not None else _read_unknown(lower)


def _read_indefinite(lower: str) -> tuple[Analysis, ...]:
    """Readings of "когось" and "чимось": a pronoun and -сь."""
    return tuple(
        Analysis(each.pos, each.lemma + "сь", each.slots, each.features)
        for each in closed_words()[lower[:-2]]
        if each.pos in ("PRON", "DET")
    )


def _read_unknown(lower: str) -> tuple[Analysis, ...]:
    """Readings of a word that the dictionary lacks: a name in small letters, a compound, or a guess."""
    capital = exact_lemma(lower.capitalize())
    if capital is not None and capital[:1].isupper():
        return (read_known_name(lower.capitalize(), capital),)
    if (tail := known_tail(lower)) is None:
        return guess_common(lower)
    front, end = tail
    kinds = ("ADJ", "NOUN", "ADV", "VERB") if front in words_of("verbs", "prefixes") else ("ADJ", "NOUN", "ADV")
    built = tuple(
        Analysis(each.pos, front + each.lemma, each.slots, each.features)
        for each in _read_small(end)
        if each.pos in kinds
    )
    return built or guess_common(lower)


def _read_known(lower: str, lemma: str) -> tuple[Analysis, ...]:
    """Readings of a form of a known lemma."""
    if lower.endswith(("ння", "ття")):
        lemma = lower
    if lemma in words_of("classes", "determiners"):
        return (Analysis("DET", lemma, adjective_slots(lower, lemma)),)
    if is_verb(lemma):
        if participle := _PARTICIPLE.search(lower):
            adjective = lower[: participle.end(participle.lastgroup or 0)] + "ий"
            return _read_adjective(lower, adjective, adjective_slots(lower, adjective))
        return (read_verb(lower, lower if lower.endswith("ти") else lemma),)
    if lemma.endswith("лий") and lower.endswith(("ла", "ло")):
        for verb in (lemma[:-3] + "ти", lemma[:-3] + "сти", lemma.removesuffix("шлий") + "ти"):
            if is_verb(verb):
                return (read_verb(lower, verb), Analysis("ADJ", lemma, adjective_slots(lower, lemma)))
    if (place := _OF_PLACE.fullmatch(lower)) and not lemma.startswith(place[1]):
        lemma = place[1] + "ий"  # "вашингтонський", which the dictionary leads back to the town
    if lemma.endswith(("ська", "цька")) and is_form(lemma[:-1] + "ий", lemma[:-1] + "ий"):
        lemma = lemma[:-1] + "ий"
    if lemma.endswith(("ий", "ій", "їй")) and not _is_noun_in_iy(lemma) and (slots := adjective_slots(lower, lemma)):
        return _read_adjective(lower, lemma, slots)
    return _read_adverb(lower, lemma) or _read_noun(lower, _woman_of(lower, lemma))


def _read_adverb(lower: str, lemma: str) -> tuple[Analysis, ...]:
    """Readings of a form in -о, -е or -ше beside which an adjective stands; none if there is no such adjective."""
    adjective = lower[:-1] + "ий"
    base = lower == lemma
    if ((base and lower.endswith("е")) or lower.endswith("не")) and is_form(adjective, adjective):
        found = _read_adjective(lower, adjective, adjective_slots(lower, adjective))
        return (found[0], Analysis("NOUN", lemma, found[0].slots)) if base else found
    if base and lower.endswith(("о", "и")) and is_form(adjective, adjective):
        return (Analysis("ADV", lemma), _read_adjective(lower, adjective, adjective_slots(lower, adjective))[0])
    if lower.endswith("о") and lemma.endswith("ий"):
        return (Analysis("ADV", lower),)
    if base and lower.endswith("ше") and exact_lemma(adjective) is not None:
        return (Analysis("ADV", lemma, 0, frozenset({"Degree=Cmp"})),)
    return (Analysis("ADV", lemma),) if (base and lower.startswith("по-")) or lower.endswith("ньо") else ()


def _read_noun(lower: str, lemma: str) -> tuple[Analysis, ...]:
    """The reading as a noun; a base form in -о, -е or -и without cases is an adverb."""
    if lower == lemma and lower.endswith("ів") and is_form(lower[:-2], lower[:-2]):
        lemma = lower[:-2]  # "козаків" is taken for an owner's adjective
    if man := _man_beside(lower, lemma):
        return man
    many = lower[:-2] + "ка"
    if lower == lemma and lower.endswith(("ок", "ек")) and is_form(many, many):
        feminine = Analysis("NOUN", many, noun_slots(lower, many, "F"), _animate(is_animate(many, "F")), "either")
        return (Analysis("NOUN", lemma, noun_slots(lower, lemma), frozenset({"Animacy=Inan"}), "either"), feminine)
    gender = gender_of(lemma)
    slots = noun_slots(lower, lemma, gender)
    if (
        not slots
        and lower == lemma
        and lemma.endswith(("о", "е", "и"))
        and lower not in words_of("genders", "indeclinable")
        and (gender != "0" or lemma.endswith("о"))
    ):
        return (Analysis("ADV", lemma),)
    return (Analysis("NOUN", lemma, slots, _animate(is_animate(lemma, gender))),)


def _man_beside(form: str, lemma: str) -> tuple[Analysis, ...]:
    """Both readings of a form that a feminine word shares with a person: "механіка", "сторожа", and "прем'єр" alone."""
    man = lemma[:-1]
    if not lemma.endswith("а") or man not in animates():
        return ()
    male = Analysis("NOUN", man, noun_slots(form, man, "M", person=True), frozenset({"Animacy=Anim"}), "either")
    slots = noun_slots(form, lemma, "F")
    female = Analysis("NOUN", lemma, slots, _animate(is_animate(lemma, "F")), "either")
    if form == man or not is_form(lemma, lemma) or not slots:
        return (male,)
    return (female, male) if male.slots else (female,)


def _woman_of(form: str, lemma: str) -> str:
    """The dictionary leads "жителька" and "речниця" back to the man; they are words of their own."""
    if form.startswith(lemma + "к"):
        return lemma + "ка"
    if lemma.endswith("ик") and form.startswith(lemma[:-1] + "ц"):
        return lemma[:-1] + "ця"
    return lemma[:-3] + "ка" if lemma.endswith("ець") and form.startswith(lemma[:-3] + "к") else lemma


def _animate(animate: bool | None) -> frozenset[str]:
    return frozenset() if animate is None else frozenset({"Animacy=Anim" if animate else "Animacy=Inan"})


def _is_noun_in_iy(lemma: str) -> bool:
    return lemma in words_of("genders", "masculine") or (
        lemma.endswith("ій") and exact_lemma(lemma[:-2] + "ього") is None
    )


def _read_adjective(lower: str, lemma: str, slots: int) -> tuple[Analysis, ...]:
    passive = verb_of_participle(lemma) is not None
    features = frozenset({"VerbForm=Part", "Voice=Pass"}) if passive else frozenset()
    found = [Analysis("ADJ", lemma, slots & ALL, features)]
    if lower.endswith("ше") and lemma.endswith("ший") and lemma != "перший":
        found.insert(0, Analysis("ADV", lower, 0, frozenset({"Degree=Cmp"})))  # "скоріше"
    if lemma in animates():
        found.append(Analysis("NOUN", lemma, slots, frozenset({"Animacy=Anim"})))
    return tuple(found)
