"""What a Ukrainian word that no dictionary has may be, by its ending and by the known word that it ends in."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reportedly.annotate.ukrainian_dictionary import animates, exact_lemma, is_animate, is_verb, words_of
from reportedly.annotate.ukrainian_endings import adjective_slots, surname_slots
from reportedly.annotate.ukrainian_slots import ACC, GEN, MASC, NOM, Analysis, read_slots
from reportedly.annotate.ukrainian_verb_guesses import guess_verb, infinitive_of
from reportedly.annotate.ukrainian_verbs import read_verb
from reportedly.reference.lexicon import lexicon

_PERSON, _THING = frozenset({"Animacy=Anim"}), frozenset({"Animacy=Inan"})
_LEAST_TAIL = 4
"""Letters of a known word at the end of an unknown one: Нац-гвардія, авіа-удар."""

_NOUNS = (
    # ending, what the lemma ends in instead, slots
    ("ами", "", "iP"), ("ями", "ь", "iP"), ("ах", "", "lP"), ("ях", "ь", "lP"), ("ам", "", "dP"), ("ям", "ь", "dP"), ("ів", "", "gP,aP"), ("їв", "й", "gP,aP"),
    ("ові", "", "dM,lM"), ("еві", "ь", "dM,lM"), ("єві", "й", "dM,lM"), ("ом", "", "iM"), ("ем", "ь", "iM"), ("єм", "й", "iM"),
    ("ців", "ець", "gP,aP"), ("цям", "ець", "dP"), ("цями", "ець", "iP"), ("цях", "ець", "lP"), ("цеві", "ець", "dM,lM"), ("цем", "ець", "iM"),
    ("івці", "івка", "dF,lF"), ("івці", "івець", "nP"), ("нці", "нка", "dF,lF"), ("ївці", "ївка", "dF,lF"), ("нці", "нець", "nP"), ("нця", "нець", "gM,aM"),
    ("ою", "а", "iF"), ("ею", "я", "iF"), ("єю", "я", "iF"),
    ("а", "а", "nF"), ("а", "", "gM,aM"), ("я", "я", "nF"), ("я", "ь", "gM,aM"), ("у", "а", "aF"), ("у", "", "gM,dM,lM"), ("ю", "ь", "dM,gM"), ("ю", "я", "aF"),
    ("і", "", "lM"), ("і", "а", "dF,lF"), ("ї", "я", "gF,dF,lF"), ("и", "", "nP,aP"), ("и", "а", "gF"),
)  # fmt: skip
_PERSON_ENDINGS = (
    "єць",
    "ець",
    "ист",
    "іст",
    "олог",
    "ограф",
    "еник",
    "овик",
    "івник",
    "ітник",
    "отник",
    "етник",
    "альник",
    "увач",
    "ювач",
    "анин",
    "янин",
)
"""An unknown word that ends so and opens a sentence is a person by trade rather than a name."""
_ANY_STEM = re.compile(r"(?:н|[сцз]ьк|іш|т|[оеє]в|лив|[бгкзсхр]л)$")
_ADJECTIVE_STEM = re.compile(r"(?:[сцз]ьк|[аеєяи]н|[яиау]т|(?:ов|[бгджзклмпрстфхцчшщ]|ль|ій)н)$")
_OBLIQUE_ENDINGS = ("ом", "ем", "єм", "ам", "ям", "ах", "ях", "им")
"""A word in one of these is hardly ever a nominative."""
_CUT_ENDINGS = (
    "нців",
    "йців",
    "вців",
    "нцям",
    "йцям",
    "вцям",
    "нцями",
    "йцями",
    "вцями",
    "нцях",
    "йцях",
    "вцях",
    "нцем",
    "йцем",
    "івці",
    "ївці",
    "нці",
    "нця",
)
"""Of words in -ець, which lose a vowel, and of places in -івка."""
_PLACE_ENDINGS = ("ове", "єве", "еве", "ине", "їне", "ово", "ево", "єво", "іно", "ино", "ське", "цьке", "рне")
"""Of villages: Рикове, Міллерово; those in -о have no cases."""
_FEMININE_STEMS = ("льк", "ньк", "йк", "нк", "вк", "чк", "шк", "тк", "рк", "иц", "ськ", "ій")
"""Of a word in -ка or -ця: no man is called "Жительк"."""
_ADJECTIVE_MARKS = ("ого", "ому", "ої", "ими", "их", "ий")


@lru_cache(maxsize=65536)
def known_tail(word: str) -> tuple[str, str] | None:
    """The longest known word in which `word` ends, and what stands before it; both lower case."""
    head, hyphen, last = word.rpartition("-")
    if hyphen and len(last) > 2 and exact_lemma(last) is not None:
        return head + "-", last
    for cut in range(2, len(word) - _LEAST_TAIL + 1):
        front, tail = word[:cut], word[cut:]
        if (lemma := exact_lemma(tail)) is None:
            continue
        listed = front in words_of("compounds", "fronts") or (front[-1:] in "оеє" and len(tail) > 6 and cut > 3)
        if not listed and not (is_verb(lemma) and front in words_of("verbs", "prefixes")):
            continue
        if len(tail) >= _LEAST_TAIL + (not lemma.endswith(("ий", "ти"))) - 1 and front[-1:] not in "ьй":
            return front, tail
    return None


@lru_cache(maxsize=16384)
def guess_common(word: str) -> tuple[Analysis, ...]:
    """Readings of an unknown word in small letters."""
    if verb := guess_verb(word):
        return (verb,)
    found = [*_guess_adjective(word), *_guess_noun(word)]
    if word.endswith(("увала", "ювала", "ували", "ювали", "ував", "ював", "ують", "юють", "ає", "ує", "ює")):
        found.insert(0, read_verb(word, infinitive_of(word)))
    elif word.endswith("о") and not word.endswith("ство") and len(word) > 5:
        found.insert(0, Analysis("ADV", word))
    return tuple(found) or (Analysis("NOUN", word, kind="guess"),)


def _common(name: Analysis) -> Analysis:
    """A guess at a name, as a common noun: its ending says whether it is a person."""
    animate = name.lemma[-1:] not in "аеєиіїоуюя" and bool(is_animate(name.lemma, "M"))
    slots = name.slots
    if slots & MASC & (NOM | GEN) and slots & ACC & MASC:  # the accusative is that of persons or that of things
        slots &= ~(ACC & MASC)
        slots |= ACC & MASC if bool(name.slots & GEN & MASC) == animate else 0
    return Analysis("NOUN", name.lemma, slots, _PERSON if animate else _THING, "guess")


def person_at_opening(word: str) -> tuple[Analysis, ...]:
    """Readings of an unknown word, small letters, that is plainly a person by trade; none if it may be a name."""
    found = tuple(each for each in guess_common(word) if each.pos == "NOUN" and "Animacy=Anim" in each.features)
    listed = any(each.lemma in animates() for each in found)
    long_enough = len(word) > 7 and any(each.lemma.endswith(_PERSON_ENDINGS) for each in found)
    return found if listed or long_enough else ()


def _guess_adjective(word: str) -> list[Analysis]:
    for ending in ("ого", "ому", "ими", "ий", "их", "ої", "им", "ім", "ій", "ою", "а", "у", "е", "і"):
        stem = word.removesuffix(ending)
        if (
            stem != word
            and len(stem) > 2
            and (_ADJECTIVE_STEM if len(ending) < 3 and ending not in ("ий", "их", "ої") else _ANY_STEM).search(stem)
        ):
            return [Analysis("ADJ", stem + "ий", adjective_slots(word, stem + "ий"), kind="guess")]
    return []


def _guess_noun(word: str) -> list[Analysis]:
    if word.endswith(("ння", "ття", "лля", "ччя", "жжя")):
        return [Analysis("NOUN", word, read_slots("nN,gN,aN,nP,aP"), _THING, "guess")]
    if word.endswith(("ство", "цтво")):
        return [Analysis("NOUN", word, read_slots("nN,aN"), _THING, "guess")]
    if word.endswith(("нню", "ттю")):
        return [Analysis("NOUN", word[:-1] + "я", read_slots("dN"), _THING, "guess")]
    if word.endswith(("нням", "ттям")):
        return [Analysis("NOUN", word[:-1], read_slots("iN,dP"), _THING, "guess")]
    if word.endswith(("ость", "ість")):
        return [Analysis("NOUN", word, read_slots("nF,aF"), _THING, "guess")]
    found = [_common(each) for each in guess_name(word) if each.kind == "guess"]
    found.sort(key=lambda each: each.lemma not in animates() and not each.lemma.endswith("ець"))
    if word.endswith("ї"):
        found.append(Analysis("NOUN", word[:-1] + "я", read_slots("nP,aP"), _THING, "guess"))
    if word[-1:] not in "аеєиіїоуюя" and not word.endswith(_OBLIQUE_ENDINGS):
        found.append(Analysis("NOUN", word + "а", read_slots("gP"), _THING, "guess"))
    return found


@cache
def given_names() -> dict[str, str]:
    """Given names, small letters, and whose they are: `M` or `F`."""
    table = lexicon("uk", "grammar")["names"]
    return {name: gender for gender, key in (("F", "female"), ("M", "male")) for name in str(table[key]).split()}


@lru_cache(maxsize=65536)
def guess_name(word: str) -> tuple[Analysis, ...]:
    """Readings of an unknown word with a capital: every case that its ending may stand for, as a man's, woman's or place's name."""
    lower = word.lower()
    pairs = [*_surnames_in_iy(word, lower), *_surnames_in_ov(word, lower)]
    if not pairs or not lower.endswith(("ого", "ому", "ої", "ими", "их", "им")):
        pairs.extend(_surnames_in_ko(word, lower))
        if lower.endswith("на") and len(lower) > 4:
            pairs.append((word[:-1] + "ий", read_slots("nF")))
        surnames = len(pairs)
        pairs.extend(_nouns(word, lower))
    else:
        surnames = len(pairs)
    found = [
        Analysis("PROPN", lemma, slots, kind="surname" if number < surnames else "guess")
        for number, (lemma, slots) in enumerate(pairs)
        if slots
    ]
    return tuple(found) or (Analysis("PROPN", word, 0, kind="guess"),)


def _surnames_in_iy(word: str, lower: str) -> Iterator[tuple[str, int]]:
    """As a name that is declined like an adjective: lemma and slots."""
    for suffix in ("ськ", "цьк", "зьк", "н", "ов", "ев"):
        others = (
            ("а", "у", "ою", "ій", "им", "ім", "е", "і") if suffix.endswith("ьк") else ("ою",) if suffix == "н" else ()
        )
        for ending in _ADJECTIVE_MARKS + others:
            if lower.endswith(suffix + ending) and len(lower) > len(suffix + ending) + 1:
                lemma = word[: len(word) - len(ending)] + "ий"
                yield lemma, adjective_slots(lower, lemma.lower())


def _surnames_in_ov(word: str, lower: str) -> Iterator[tuple[str, int]]:
    for suffix in ("ов", "ев", "єв", "ін", "їн", "ин"):
        at = lower.rfind(suffix)
        if at > 1 and len(lower) - at <= len(suffix) + 3:
            end = at + len(suffix)
            yield word[:end], surname_slots(lower, lower[:end])


def _surnames_in_ko(word: str, lower: str) -> Iterator[tuple[str, int]]:
    if lower.endswith("ко"):
        yield word, read_slots("nM")
    for ending, slots in (("а", "gM,aM"), ("у", "dM"), ("ом", "iM"), ("ові", "dM,lM")):
        if lower.endswith(("енк" + ending, "йк" + ending, "шк" + ending)):
            yield word[: -len(ending)] + "о", read_slots(slots)


def _nouns(word: str, lower: str) -> Iterator[tuple[str, int]]:
    if lower[-1:] not in "аеєиіїоуюя" and not lower.endswith(_OBLIQUE_ENDINGS):
        yield word, read_slots("nM,aM")
    if word[:1].isupper() and lower.endswith(_PLACE_ENDINGS):
        yield word, read_slots("nN,aN" + (",gN,dN,lN" if lower.endswith("о") else ""))
    feminine = lower.rstrip("аиіуою").endswith(_FEMININE_STEMS)
    soft = lower.endswith(("ою", "ею", "єю"))
    short = lower.endswith(_CUT_ENDINGS)
    for ending, instead, slots in _NOUNS:
        if not lower.endswith(ending) or len(lower) - len(ending) < 2 or (soft and ending == "ю"):
            continue
        if short and not ending.startswith("ц") and ending not in _CUT_ENDINGS:
            continue
        if not (feminine and not instead and ending in ("а", "у", "і", "и")):
            yield word[: len(word) - len(ending)] + instead, read_slots(slots)


@cache
def undeclined_names() -> frozenset[str]:
    """Given names without cases, small letters."""
    return words_of("names", "undeclined")
