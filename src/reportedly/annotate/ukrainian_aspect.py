"""Whether a Ukrainian verb is perfective: by list, by the partner that it has, by the verb that it is made of."""

from functools import cache, lru_cache

from reportedly.annotate.ukrainian_dictionary import is_verb, words_of

_PARTNERS_OF_IMPERFECTIVES = (
    ("вати", ("ти",)),
    ("лювати", ("ити",)),
    ("ювати", ("ити", "яти", "іти")),
    ("увати", ("ити", "ати", "іти", "ути")),
    ("ляти", ("ити",)),
    ("яти", ("ити", "іти")),
    ("жати", ("зити", "дити")),
    ("щати", ("стити", "тити")),
    ("чати", ("тити",)),
    ("шати", ("сити",)),
    ("дати", ("сти", "нути")),
    ("гати", ("гти", "гнути")),
    ("ати", ("ити", "нути", "іти")),
)
"""By the ending of an imperfective verb, how the perfective verb beside it ends: виявляти, виявити."""

_PARTNERS_OF_PERFECTIVES = (
    ("зити", ("жувати", "жати")),
    ("дити", ("джувати", "джати")),
    ("стити", ("щувати", "щати")),
    ("тити", ("чувати", "чати", "щати")),
    ("сити", ("шувати", "шати")),
    ("чити", ("чувати", "чати")),
    ("щити", ("щувати", "щати")),
    ("шити", ("шувати", "шати")),
    ("жити", ("жувати", "жати")),
    ("ити", ("яти", "ляти", "ювати", "лювати")),
    ("ати", ("овувати", "увати")),
    ("яти", ("ювати",)),
    ("іти", ("івати",)),
    ("ти", ("вати",)),
)

_REPEATED = tuple(
    """вертати ставати знавати давати ходити возити носити водити їжджати літати бігати пускати кидати кликати пливати ганяти
    тікати повідати падати лягати сідати чинати тягати лазити гортати бирати дирати мирати зирати минати пинати рушати ростати""".split()
)
"""Verbs of repeated or going action, which a prefix leaves imperfective: знаходити, припускати."""


@lru_cache(maxsize=65536)
def aspect_of(lemma: str) -> str:
    """`Perf` or `Imp`; a verb of which nothing is known is imperfective."""
    bare = lemma.removesuffix("ся")
    if bare in words_of("verbs", "imperfective") or bare.endswith(_REPEATED):
        return "Imp"
    if bare in words_of("verbs", "perfective") or (
        bare.endswith("нути") and bare not in ("тонути", "гинути", "тягнути")
    ):
        return "Perf"
    if _has_partner(bare, _PARTNERS_OF_IMPERFECTIVES):
        return "Imp"
    return "Perf" if _has_partner(bare, _PARTNERS_OF_PERFECTIVES) or has_simple(bare) else "Imp"


def _has_partner(verb: str, table: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    return any(
        is_verb(verb.removesuffix(ending) + other)
        for ending, others in table
        if verb.endswith(ending) and len(verb) > len(ending) + 2
        for other in others
    )


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted(words_of("verbs", "prefixes"), key=len, reverse=True))


def has_simple(verb: str) -> bool:
    """Is it a prefix and a verb that exists without it?"""
    return any(
        verb.startswith(each) and len(verb) - len(each) > 4 and is_verb(verb[len(each) :]) for each in _prefixes()
    )
