"""What the form of a Ukrainian verb says: tense, person, number, gender, and whether it is a form with a subject at all."""

from functools import lru_cache

from reportedly.annotate.ukrainian_aspect import aspect_of, has_simple
from reportedly.annotate.ukrainian_dictionary import exact_lemma, is_verb
from reportedly.annotate.ukrainian_slots import Analysis, read_slots

_PERSONS = (
    (("имемо", "имем"), "Plur", "1"), (("имете",), "Plur", "2"), (("имуть",), "Plur", "3"), (("име",), "Sing", "3"), (("имеш",), "Sing", "2"), (("иму",), "Sing", "1"),
    (("уть", "ють", "ать", "ять"), "Plur", "3"),
    (("емо", "ємо", "имо", "їмо", "дамо"), "Plur", "1"),
    (("ете", "єте", "ите", "їте"), "Plur", "2"),
    (("еш", "єш", "иш", "їш"), "Sing", "2"),
    (("ить", "їть", "сть", "еть", "є", "е"), "Sing", "3"),
    (("у", "ю"), "Sing", "1"),
)  # fmt: skip
"""Endings of the present and of the simple future; those in `-им-` are a future of their own."""

_PAST = (("ла", "nF"), ("ло", "nN"), ("ли", "nP"))
_PARTICIPLES = (
    ("ований", ("увати", "ювати")), ("йований", ("ювати",)), ("аний", ("ати",)), ("яний", ("яти",)), ("ений", ("ити", "ти", "іти", "яти", "нути")), ("єний", ("їти",)),
    ("утий", ("ути",)), ("итий", ("ити",)), ("ятий", ("яти",)), ("отий", ("оти",)), ("ертий", ("ерти",)), ("атий", ("ати",)), ("тий", ("ти",)),
)  # fmt: skip
_SOFTENED = (
    ("щен", "ст"),
    ("щен", "ск"),
    ("ждж", "зд"),
    ("дж", "д"),
    ("жен", "з"),
    ("жен", "г"),
    ("шен", "с"),
    ("чен", "т"),
    ("чен", "к"),
    ("лен", ""),
)
"""What an -ити verb's last consonant becomes before -ений: пошкодити, but поранений."""


@lru_cache(maxsize=32768)
def read_verb(form: str, lemma: str) -> Analysis:
    """The analysis of `form`, a form of the verb `lemma`, lower case."""
    bare = form.removesuffix("ся").removesuffix("сь") if lemma.endswith("ся") else form
    aspect = aspect_of(lemma)
    known = [f"Aspect={aspect}"]
    if lemma.endswith("ся"):
        known.append("Voice=Mid")
    pos = "AUX" if lemma == "бути" else "VERB"

    def say(slots: str, *features: str) -> Analysis:
        return Analysis(pos, lemma, read_slots(slots), frozenset((*features, *known)))

    if form == lemma or (bare.endswith("ти") and bare == lemma.removesuffix("ся")):
        return say("-", "VerbForm=Inf")
    if bare.endswith(("чи", "вши", "ши")) and len(bare) > 4:
        return say("-", "VerbForm=Conv")
    if bare.endswith(("но", "то")):
        return say("-", "VerbForm=Part", "Variant=Short", "Number=Sing", "Gender=Neut", "Voice=Pass")
    for ending, slots in _PAST:
        if bare.endswith(ending):
            return say(slots, "VerbForm=Fin", "Tense=Past", "Mood=Ind")
    if (
        bare.endswith(("йте", "іть", "ьте", "іте"))
        or (bare.endswith("те") and bare[-3:-2] in "бвгджзклмнпршщчх")
        or (bare.endswith(("й", "ь")) and not bare.endswith("ть"))
    ):
        return say(
            "-", "VerbForm=Fin", "Mood=Imp", "Person=2", "Number=Plur" if bare.endswith(("те", "ть")) else "Number=Sing"
        )
    return _say_person(bare, lemma, aspect, say("-"))


def _say_person(bare: str, lemma: str, aspect: str, start: Analysis) -> Analysis:
    bare = bare.removesuffix("ть") if bare.endswith(("еть", "єть")) else bare  # "знищується", "б'ється"
    for endings, number, person in _PERSONS:
        synthetic = endings[0].startswith("им")  # "атакуватиме"
        if not bare.endswith(endings) or (synthetic and "тим" not in bare):
            continue
        future = synthetic or aspect == "Perf" or (lemma == "бути" and bare.startswith("буд"))
        said = {
            "VerbForm=Fin",
            "Mood=Ind",
            "Tense=Fut" if future else "Tense=Pres",
            f"Number={number}",
            f"Person={person}",
        }
        return Analysis(start.pos, lemma, 0, start.features | said)
    if bare[-1:] not in "аеєиіїоуюя":
        return Analysis(start.pos, lemma, read_slots("nM"), start.features | {"VerbForm=Fin", "Tense=Past", "Mood=Ind"})
    if bare.endswith(("и", "і")):
        return Analysis(start.pos, lemma, 0, start.features | {"VerbForm=Fin", "Mood=Imp", "Person=2", "Number=Sing"})
    return start


@lru_cache(maxsize=16384)
def verb_of_participle(adjective: str) -> str | None:
    """The verb of "зруйнований" (зруйнувати); None if it is no passive participle."""
    for ending, infinitives in _PARTICIPLES:
        if not adjective.endswith(ending):
            continue
        stem = adjective[: -len(ending)]
        for infinitive in infinitives:
            if is_verb(stem + infinitive) or has_simple(stem + infinitive):
                return stem + infinitive
        if ending == "ений":
            for soft, hard in _SOFTENED:
                verb = adjective[:-2].removesuffix(soft) + hard + "ити"
                if adjective[:-2].endswith(soft) and is_verb(verb):
                    return verb
            if stem.endswith("дж") and is_verb(stem[:-1] + "ити"):
                return stem[:-1] + "ити"
    return adjective[:-6] + "увати" if adjective.endswith("ований") and len(adjective) > 8 else None


@lru_cache(maxsize=16384)
def impersonal_verb(form: str) -> str | None:
    """The verb of "уражено" or "збито", if a participle stands behind it."""
    if not form.endswith(("но", "то")):
        return None
    known = exact_lemma(form)
    if known is not None and is_verb(known):
        return known
    return verb_of_participle(form[:-1] + "ий") if known is None else None
