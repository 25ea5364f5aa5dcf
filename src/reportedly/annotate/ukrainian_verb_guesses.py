"""What an unknown Ukrainian word is the form of, where its ending says that it is a verb."""

from reportedly.annotate.ukrainian_dictionary import exact_lemma, is_verb, words_of
from reportedly.annotate.ukrainian_slots import Analysis
from reportedly.annotate.ukrainian_verbs import read_verb

_VERBS = (
    ("увати", "уют|ує|ують|ував|увала|увало|ували|уватиме|уватимуть|уючи"),
    ("ити", "ив|ила|ило|или|ить|ять"),
    ("ати", "ав|ала|ало|али|ає|ають|аючи"),
    ("іти", "ів|іла|іло|іли|іє|іють"),
    ("нути", "нув|нула|нуло|нули|не|нуть"),
)
_BARE_PASTS = (
    ("біг", "бігти"), ("повз", "повзти"), ("ніс", "нести"), ("віз", "везти"), ("тік", "текти"), ("мер", "мерти"), ("тер", "терти"), ("пер", "перти"), ("ліз", "лізти"),
    ("ріс", "рости"), ("ліг", "лягти"), ("міг", "могти"), ("рік", "ректи"), ("стеріг", "стерегти"), ("тряс", "трясти"), ("гриз", "гризти"), ("гріб", "гребти"),
)  # fmt: skip
_LONG_PREFIXES = ("пере", "недо", "роз", "при", "про", "від", "під", "над", "об", "пере", "ви", "за", "на", "по", "до")


def guess_verb(word: str) -> Analysis | None:
    """The reading of a word in small letters as a verb; None if its ending does not say that it is one."""
    for infinitive, endings in _VERBS:
        for ending in endings.split("|"):
            if not word.endswith(ending) or len(word) < len(ending) + 3:
                continue
            if verb := _known_infinitive(word[: -len(ending)] + infinitive):
                return read_verb(word, verb)
    if word.endswith(("увати", "ювати", "атися", "итися", "ятися", "ітися")) and len(word) > 7:
        return read_verb(word, word)
    if verb := _verb_without_ending(word):
        return read_verb(word, verb)
    if word.endswith(("ся", "сь")) and (verb := _reflexive_of(word[:-2])):
        return read_verb(word, verb)
    if word.endswith(("емо", "ємо", "имо")) and len(word) > 5:
        return read_verb(word, word[:-3] + "ти")
    return None


def _known_infinitive(verb: str) -> str | None:
    """The verb, if it is known so, with the other of у- and в-, or without its prefix."""
    if is_verb(verb) or (verb[:1] in "ув" and is_verb({"у": "в", "в": "у"}[verb[0]] + verb[1:])):
        return verb
    return (
        verb
        if any(
            verb.startswith(each) and len(verb) > len(each) + 4 and is_verb(verb[len(each) :])
            for each in _LONG_PREFIXES
        )
        else None
    )


def _verb_without_ending(word: str) -> str | None:
    """The verb of a man's past tense that has no -в: "вибіг", "доповз"."""
    for ending, infinitive in _BARE_PASTS:
        front = word.removesuffix(ending)
        if front != word and front in words_of("verbs", "prefixes"):
            return front + infinitive
    return None


def _reflexive_of(bare: str) -> str | None:
    """The infinitive of a reflexive form whose plain verb is known: "знищується"."""
    for form in (bare, bare.removesuffix("ть")):
        lemma = exact_lemma(form)
        if lemma is not None and is_verb(lemma) and not lemma.endswith("ся"):
            return lemma + "ся"
    if bare.endswith("ить"):
        return bare.removesuffix("ить") + "итися"
    if bare.endswith(("увала", "ювала", "увало", "ували", "ювали", "ував", "ював", "ують", "юють", "уєть")):
        return infinitive_of(bare.removesuffix("ть") if bare.endswith("єть") else bare) + "ся"
    return None


def infinitive_of(word: str) -> str:
    """The infinitive of a form in -ував, -ують or -ає, by its ending alone."""
    for ending in ("увала", "ювала", "увало", "ували", "ювали", "ував", "ював", "ують", "юють", "ує", "ює"):
        if word.endswith(ending):
            return word[: -len(ending)] + ending[0] + "вати"
    return word.removesuffix("є") + "ти"
