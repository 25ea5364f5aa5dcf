"""The names of a document gathered: the same name is the same place, and has the same entries to be weighed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.claims.entry_signs import OWN_NAMES, Term, fits
from reportedly.claims.inner_names import inner_names
from reportedly.claims.ranking import Tie, cut_candidates
from reportedly.claims.relations import Relation
from reportedly.claims.roles import asked_kind
from reportedly.model.annotation import PlaceName
from reportedly.reference.gazetteer import Entry, Gazetteer, Match, PlaceKind
from reportedly.reference.person_names import plain_name
from reportedly.reference.spelling import fold


def gather_terms(
    text: str, names: Sequence[PlaceName], gazetteer: Gazetteer, aliases: Mapping[str, str]
) -> tuple[list[Term], list[int]]:
    """The terms of a document, and for each of `names` the number of its term.

    Args:
        aliases: a party's own name of a place, as `plain_name` gives it, to the gazetteer's.
    """
    terms: list[Term] = []
    numbers = []
    for number, name in enumerate(names):
        asked = asked_kind(text, name)
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


def _find(key: str, gazetteer: Gazetteer, aliases: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries that bear the name `key`, and those that a party to the conflict calls by it."""
    found = gazetteer.find(key)
    alias = aliases.get(plain_name(key))
    if alias is None:
        return found
    meant = {entry.id: replace(entry, match=Match.RENAMED) for entry in gazetteer.find(alias)}
    return (*meant.values(), *(entry for entry in found if entry.id not in meant))


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


def count_countries(terms: Sequence[Term]) -> Counter[str]:
    """How often each country is named as a place, by ISO 3166 alpha-2; "Russian infantry" may be anywhere."""
    named: Counter[str] = Counter()
    for term in terms:
        for entry in term.entries if term.named else ():
            if entry.kind is PlaceKind.COUNTRY and entry.country:
                named[entry.country] += len(term.mentions)
    return named
