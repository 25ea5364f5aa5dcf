"""What words do in a Russian or Ukrainian description: heads, participles of ties, prepositions; in any case."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.reference.lexicon import lexicon
from reportedly.reference.slavic_forms import split_words, word_forms
from reportedly.reference.slavic_index import LANGUAGES

_ADJECTIVAL = ("ый", "ий", "ой", "ій")


@dataclass(frozen=True, slots=True)
class Roles:
    """What words of a description do in it: the small-letter forms of both languages' lists, in all cases."""

    listed: frozenset[str]
    """All that may be the head of a description."""
    modifying: frozenset[str]
    """Those of `listed` that may stand before another head: "военный эксперт"."""
    strangers: frozenset[str]
    sent: frozenset[str]
    beside: frozenset[str]
    beside_nouns: frozenset[str]
    directions: frozenset[str]
    authorities: frozenset[str]
    rebels: frozenset[str]
    installed: frozenset[str]
    installers: frozenset[str]
    backed: frozenset[str]
    held: frozenset[str]
    with_dative: frozenset[str]
    prepositions: frozenset[str]
    place: frozenset[str]
    belonging: frozenset[str]
    prefixes: tuple[tuple[str, bool], ...]
    """What stands before a side's adjective ("про", "анти"), and whether it is for that side."""


@cache
def roles() -> Roles:
    """The word lists of both languages as forms. Read when the first Cyrillic description asks."""
    lists = [lexicon(language, "source") for language in LANGUAGES]

    def lemmas(name: str) -> set[str]:
        return {split_words(lemma)[-1] for each in lists for lemma in each[name]}

    kinds = {
        kind: {split_words(lemma)[-1] for each in lists for lemma in each["types"][kind]} for kind in lists[0]["types"]
    }
    authorities, sent = lemmas("authorities"), lemmas("sent")
    strangers = (lemmas("strangers") | kinds["civilian"]) - authorities
    beside = lemmas("beside_a_side")
    listed = strangers | authorities | beside | set().union(*kinds.values())
    return Roles(
        listed=_forms(listed),
        modifying=_forms(filter(_is_adjectival, listed)),
        strangers=_forms(strangers),
        sent=_forms(sent),
        beside=_forms(beside),
        beside_nouns=_forms(each for each in beside if not _is_adjectival(each)),
        directions=_forms(lemmas("directions")),
        authorities=_forms(authorities),
        rebels=_forms(lemmas("rebels")),
        installed=_forms(lemmas("installed")),
        installers=_forms(lemmas("installed_nouns")),
        backed=_forms(lemmas("backed")),
        held=_forms(lemmas("held")),
        with_dative=_forms(lemmas("with_dative")),
        prepositions=frozenset().union(*(each["prepositions"] for each in lists)),
        place=frozenset().union(*(each["place_prepositions"] for each in lists)),
        belonging=frozenset().union(*(each["belonging_prepositions"] for each in lists)),
        prefixes=tuple((prefix, key == "pro") for each in lists for key in ("pro", "anti") for prefix in each[key]),
    )


def _forms(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(word_forms(lemma) for lemma in lemmas))


def _is_adjectival(lemma: str) -> bool:
    return lemma.endswith(_ADJECTIVAL)
