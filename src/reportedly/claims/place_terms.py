"""The names of a document gathered: the same name is the same place, and has the same entries to be weighed."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.claims.entry_signs import OWN_NAMES, Term, fits
from reportedly.claims.inner_names import inner_names
from reportedly.claims.ranking import Tie, cut_candidates
from reportedly.claims.relations import Relation, RelationKind
from reportedly.claims.roles import asked_kind, is_parted
from reportedly.model.annotation import PlaceName
from reportedly.reference.gazetteer import LEAST_LIKENESS, Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.person_names import plain_name
from reportedly.reference.sound_laws import likeness
from reportedly.reference.spelling import fold

_CYRILLIC = re.compile(r"[Ѐ-ԯ]")
_KNOWN_POPULATION = 500_000
_alike = lru_cache(maxsize=32768)(likeness)


def gather_terms(
    text: str,
    names: Sequence[PlaceName],
    gazetteer: Gazetteer,
    aliases: Mapping[str, str],
    languages: Sequence[str] = (),
) -> tuple[list[Term], list[int]]:
    """The terms of a document, and for each of `names` the number of its term.

    Args:
        aliases: a party's own name of a place, as `plain_name` gives it, to the gazetteer's.
        languages: of the sentence of each of `names`, ISO 639-1; English where none is given.
    """
    terms: list[Term] = []
    numbers: list[int] = []
    for number, name in enumerate(names):
        asked = asked_kind(text, name, languages[number] if languages else "en")
        if number and is_parted(text, name):
            asked = asked or _unit_around(terms[numbers[-1]], _find(name.key, gazetteer, aliases))
        same = (
            each for each, term in enumerate(terms) if fold(term.key) == fold(name.key) and asked in (None, term.asked)
        )
        at = next(same, len(terms))
        if at == len(terms):
            entries = _find(name.key, gazetteer, aliases) or _find_inner(name.key, gazetteer)
            terms.append(Term(name.key, asked, cut_candidates(entries, asked)))
        terms[at].mentions.append(number)
        terms[at].named |= not name.adjective
        numbers.append(at)
    return terms, numbers


def _unit_around(district: Term, entries: Sequence[Entry]) -> PlaceKind | None:
    """ "The Bakhmut district of Donetsk" is a part of the region, "the Kalininskyi district of Donetsk" one of the city."""
    around = {each.admin1 for each in district.entries if each.kind is PlaceKind.ADMIN2}
    found = any(each.kind is PlaceKind.ADMIN1 and each.admin1 in around for each in entries)
    return PlaceKind.ADMIN1 if found else None


def _find(key: str, gazetteer: Gazetteer, aliases: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries that bear the name `key`, and those that a party to the conflict calls by it."""
    found = tuple(_as_own(entry, key) for entry in gazetteer.find(key))
    alias = aliases.get(plain_name(key))
    if alias is None:
        return found
    meant = {entry.id: replace(entry, match=Match.RENAMED) for entry in gazetteer.find(alias)}
    return (*meant.values(), *(entry for entry in found if entry.id not in meant))


def _as_own(entry: Entry, key: str) -> Entry:
    """The entry; where `key` is its own name in Cyrillic letters, it is no other name: "Лондон" of London."""
    if entry.match is not Match.ALTERNATE or key.isascii() or not _CYRILLIC.search(key):
        return entry
    # "Пекин" is what Russian calls Beijing; of small places such a name is an old one.
    known = entry.kind is PlaceKind.COUNTRY or entry.population >= _KNOWN_POPULATION
    alike = known or _alike(key, entry.name) >= LEAST_LIKENESS
    return replace(entry, match=Match.FOLDED) if alike else entry


def _find_inner(key: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The entries of a name inside a longer one that no entry bears."""
    for inner in inner_names(key):
        found = gazetteer.find(inner.name)
        if inner.is_site:
            found = tuple(entry for entry in found if entry.match in OWN_NAMES)
        if fitting := tuple(entry for entry in found if inner.kind is None or fits(entry, inner.kind)):
            return fitting
        if found and not inner.is_site and inner.kind is not PlaceKind.SETTLEMENT:
            return tuple(entry for entry in found if entry.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2))
    return ()


def tie_terms(relations: Sequence[Relation], numbers: Sequence[int]) -> Iterator[Tie]:
    """The relations as ties between terms; `numbers` holds the term of each name."""
    for relation in relations:
        if relation.target is not None and numbers[relation.target] != numbers[relation.anchor]:
            yield Tie(relation, numbers[relation.target], numbers[relation.anchor])


def drop_misread(relations: Sequence[Relation], terms: Sequence[Term], numbers: Sequence[int]) -> Iterator[Relation]:
    """The relations without those that would make a city a part of its suburb: "the Kyiv suburb of Bucha".

    A district of what is no town is a unit, and no part of one either: "the Bint Jbeil district of southern Lebanon".
    """
    for relation in relations:
        if relation.kind is not RelationKind.QUARTER or relation.target is None:
            yield relation
            continue
        part, town = terms[numbers[relation.target]], terms[numbers[relation.anchor]]
        towns = [each for each in town.entries if each.kind is PlaceKind.SETTLEMENT]
        if towns and _most_people(part) <= max(each.population for each in towns):
            yield relation


def _most_people(term: Term) -> int:
    return max((each.population for each in term.entries if each.match in OWN_NAMES), default=0)


def count_countries(terms: Sequence[Term]) -> Counter[str]:
    """How often each country is named as a place, by ISO 3166 alpha-2; "Russian infantry" may be anywhere."""
    named: Counter[str] = Counter()
    for term in terms:
        for entry in term.entries if term.named else ():
            if entry.kind is PlaceKind.COUNTRY and entry.country:
                named[entry.country] += len(term.mentions)
    return named
