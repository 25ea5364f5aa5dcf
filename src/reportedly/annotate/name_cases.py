"""Names in their cases, led back to the form that a gazetteer holds: "у Харкові" is in Харків."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, product

from reportedly.reference.lexicon import lexicon

LANGUAGES = frozenset({"uk", "ru"})
"""Those whose names have cases, in `lexicon/<language>/place.toml`."""
_LEAST_STEM = 3
"""Letters that an ending leaves, of shorter stems anything may be left; a long ending may leave one fewer ("Києві")."""
_LONG_ENDING = 3
_MOST_FORMS = 64


@lru_cache(maxsize=65536)
def base_forms(language: str, name: str, case: str | None) -> tuple[str, ...]:
    """What `name` may be in the nominative.

    Args:
        case: the case that the word before it asks for; None for any.

    Returns:
        `name` itself first, then every combination of its words' base forms.
    """
    if language not in LANGUAGES:
        return (name,)
    words = [tuple(dict.fromkeys(_word_forms(language, word, case))) for word in name.split()]
    joined = (" ".join(forms) for forms in islice(product(*words), _MOST_FORMS))
    return tuple(dict.fromkeys((name, *(each for form in joined for each in _with_region(language, form)))))


@lru_cache(maxsize=65536)
def towns_of(language: str, adjective: str) -> tuple[str, ...]:
    """The towns that an adjective may be made of: "Покровського" of Покровськ, "Харківський" of Харків."""
    table = lexicon(language, "place")["adjectives"]
    bare = next((adjective[: -len(each)] for each in table["endings"].split() if adjective.endswith(each)), None)
    if bare is None:
        return ()
    return tuple(dict.fromkeys(form for stem in table["stems"] for form in _exchanged(bare, stem, table["stems"])))


def _exchanged(word: str, ending: str, table: Mapping[str, str]) -> Iterator[str]:
    least = _LEAST_STEM - (len(ending) >= _LONG_ENDING)
    if word.endswith(ending) and len(word) - len(ending) >= least:
        for other in table[ending].split(","):
            yield word[: len(word) - len(ending)] + other.strip()


def _word_forms(language: str, word: str, case: str | None) -> Iterator[str]:
    yield word
    if (parts := word.split("-")) and len(parts) == 2 and all(part[:1].isupper() for part in parts):
        pairs = product(*(tuple(_word_forms(language, part, case)) for part in parts))
        yield from ("-".join(pair) for pair in islice(pairs, 1, _MOST_FORMS))
        return
    if (whole := lexicon(language, "place")["irregular"].get(word)) is not None:
        yield whole
        return
    head, inner, tail = word.partition("-на-")
    bare = head.lower() if head.isupper() else head
    tables = _endings(language)
    for table in tables.values() if case is None else (tables.get(case, {}),):
        for ending in table:
            if bare.endswith(ending):
                yield from (form + inner + tail for form in _exchanged(bare, ending, table))


def _with_region(language: str, form: str) -> Iterator[str]:
    """ "Харківщина" is a region by another name."""
    yield form
    table = lexicon(language, "place")["regions"]
    for ending in table:
        yield from _exchanged(form, ending, table)


@cache
def _endings(language: str) -> Mapping[str, Mapping[str, str]]:
    """By case, the longest first."""
    tables = lexicon(language, "place")["endings"]
    return {case: dict(sorted(table.items(), key=lambda pair: -len(pair[0]))) for case, table in tables.items()}
