"""What single words show: case, whether they can be a predicate, how they are written in the lexicons."""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any

from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon

NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
NAMES = ("NOUN", "PROPN")
MODIFIERS = ("ADJ", "DET", "NUM")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "ё": "е"})


@lru_cache(maxsize=65536)
def spelt(word: str) -> str:
    """A word as the lexicons write it: small letters, е for ё, one sort of apostrophe."""
    return word.lower().translate(_APOSTROPHES)


def lemma(token: Token) -> str:
    """The dictionary form as the lexicons write it."""
    return _written(token.lemma)


@lru_cache(maxsize=65536)
def _written(word: str) -> str:
    return word.translate(_APOSTROPHES)


@cache
def listed(language: str, name: str, *path: str) -> frozenset[str]:
    """A word list of `lexicon/<language>/<name>.toml`, kept as words between spaces or as a list."""
    found: Any = lexicon(language, name)
    for key in path:
        found = found[key]
    return frozenset(spelt(word) for word in (found.split() if isinstance(found, str) else found))


def feature(token: Token, name: str) -> str:
    """The value of a feature, such as `Gen` for `Case`; empty if it has none."""
    return _value(token.features, name)


@lru_cache(maxsize=65536)
def _value(features: frozenset[str], name: str) -> str:
    start = f"{name}="
    return next((each[len(start) :] for each in features if each.startswith(start)), "")


def has_case(token: Token, *cases: str) -> bool:
    """Is the word in one of these cases, as far as is known? What has no case may stand in any."""
    return feature(token, "Case") in ("", *cases)


def entity(token: Token) -> str:
    """`PERSON`, `ORG`, `LOC`, or nothing."""
    return feature(token, "Entity").partition("-")[2]


def is_finite(token: Token) -> bool:
    """ "Сообщил", "буде", "нанесут"."""
    return token.pos in ("VERB", "AUX") and feature(token, "VerbForm") not in ("Inf", "Part", "Conv")


def is_short(token: Token) -> bool:
    """ "Уничтожена", "готовы", "зруйновано": a predicate in itself."""
    return "Variant=Short" in token.features and token.pos in ("VERB", "ADJ", "AUX")


def is_participle(token: Token) -> bool:
    """ "Управляемый", "оккупированной"."""
    return "VerbForm=Part" in token.features and "Variant=Short" not in token.features


def is_converb(token: Token) -> bool:
    """ "Поразив", "посилаючись"."""
    return "VerbForm=Conv" in token.features


PREDICATIVES = frozenset(
    "нет можно нужно нельзя необходимо надо невозможно известно видно слышно нужен нужна нужны жаль должен должна должно должны "
    "немає нема треба потрібно можна неможливо відомо чутно видно слід варто потрібен потрібна потрібні повинен повинна повинні".split()
)


def is_predicate(token: Token) -> bool:
    """Can it be what a clause says of its subject: a finite verb, a short form, "нужно", "немає"?"""
    if (
        token.pos in ("PUNCT", "ADP", "SCONJ", "CCONJ")
        or spelt(token.text) in ("бы", "б", "би")
        or (token.pos == "NOUN" and feature(token, "Case") not in ("", "Nom"))
    ):
        return False
    return is_finite(token) or is_short(token) or spelt(token.text) in PREDICATIVES


def is_negated(tokens: Collection[Token], verb: Token) -> bool:
    """Does "не" stand right before the verb?"""
    return any(each.index == verb.index - 1 and spelt(each.text) in ("не", "ні", "ни") for each in tokens)
