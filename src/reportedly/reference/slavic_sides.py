"""For which side a Russian or Ukrainian description speaks: "назначенный Москвой губернатор", "глава Київської ОДА".

As in English, whoever installed somebody comes first, then the adjectives beside the head, then what it is "of".
The genitive that says "of" has no sign of its own; so the head is looked for, and what kind of voice it is decides
whether the genitives behind it are whom it speaks for: of a ministry they are, of a resident they are not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.model.source import SourceType
from reportedly.reference.party import Index, is_state
from reportedly.reference.person_names import plain_name
from reportedly.reference.slavic_forms import small, split_words
from reportedly.reference.slavic_index import SlavicIndex, slavic_index
from reportedly.reference.slavic_roles import Roles, roles

_INSTRUMENTAL = ("ой", "ою", "ей", "ею", "єю", "ом", "ем", "єм", "ами", "ями", "ими", "ым", "им")
_AUTHORITIES = frozenset({SourceType.INSTITUTION, SourceType.MILITARY})
_SHORTEST_ADJECTIVE = 5


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A description in words, and whose names it is read by."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    names: SlavicIndex
    roles: Roles


@lru_cache(maxsize=16384)
def side_of_slavic_phrase(text: str, index: Index) -> str | None:
    """For which side `text`, a description in Cyrillic letters, speaks, by the names of `index`; None if unsure."""
    words = tuple(split_words(text))
    phrase = _Phrase(words, tuple(map(small, words)), slavic_index(index), roles())
    return _side(phrase) if words else None


def _side(phrase: _Phrase) -> str | None:
    listed, low = phrase.roles, phrase.low
    hidden, installer, backer = _read_ties(phrase)
    if installer:
        return installer
    own = [i for i in range(len(low)) if i not in hidden]
    first = next((i for i in own if low[i] in listed.prepositions), len(low))
    before = [i for i in own if i < first]
    head = _find_head(before, low, listed)
    if _stands_beside(before, head, low, listed):
        return backer
    stranger = head is not None and low[head] in listed.strangers
    sent = head is not None and low[head] in listed.sent
    reach = [i for i in before if head is None or i <= head or sent or not stranger]
    side, neutral = _first_side(phrase, reach)
    governs = not stranger and any(low[i] in listed.authorities for i in before)
    if side is None and governs and not neutral:
        side = _first_region(phrase, before)
    if side is not None and is_state(side) and any(low[i] in listed.rebels for i in before):
        return backer
    if side is None and not neutral and first < len(low) and (sent or not stranger):
        side = _side_after(phrase, first, governs)
    if side is None and not stranger and head is not None:
        side = _side_of_leader(phrase, [i for i in before if i > head])
    return backer if backer and (side is None or phrase.names.opposed(backer, side)) else side


def _read_ties(phrase: _Phrase) -> tuple[set[int], str | None, str | None]:
    """Words of "назначенный Москвой", "пророссийский", "оккупированный Россией": their places, installer, backer."""
    listed, low = phrase.roles, phrase.low
    hidden: set[int] = set()
    installer = backer = None
    for i, word in enumerate(low):
        ties = word in listed.installed or word in listed.backed or word in listed.held
        if ties or word in listed.installers:
            where, named = _find_agent(phrase, i)
            hidden |= where
            if word in listed.installed or word in listed.installers:
                installer = installer or named
            elif word in listed.backed and named and phrase.names.backed_speak_for(named):
                backer = backer or named
        elif (leaning := _read_prefix(phrase, i)) is not None:
            named, supports = leaning
            hidden.add(i)
            if supports and phrase.names.backed_speak_for(named):
                backer = backer or named
    return hidden, installer, backer


def _find_agent(phrase: _Phrase, at: int) -> tuple[set[int], str | None]:
    """Who did what the participle at `at` says: the side's name behind it or before it, in the case that it asks for."""
    low, names = phrase.low, phrase.names.names
    free = low[at] in phrase.roles.with_dative or low[at] in phrase.roles.installers
    for start in (at + 1, at - 1):
        if not 0 <= start < len(low):
            continue
        hit = names.longest(phrase.words, start)
        if hit is None or hit[1].side is None:
            continue
        end, entry = hit
        last = phrase.words[end - 1]
        if free or last.isupper() or small(last).endswith(_INSTRUMENTAL):
            then = end if end < len(low) and low[end] in phrase.roles.authorities else end - 1
            return {at, *range(start, then + 1)}, entry.side
    return {at}, None


def _read_prefix(phrase: _Phrase, at: int) -> tuple[str, bool] | None:
    """The side of "пророссийский", "антиукраинский", and whether it is for it."""
    word = phrase.low[at]
    for prefix, supports in phrase.roles.prefixes:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_ADJECTIVE:
            hit = phrase.names.names.whole([rest])
            if hit is not None and hit.side is not None:
                return hit.side, supports
    return None


def _find_head(before: Sequence[int], low: Sequence[str], roles: Roles) -> int | None:
    for i in before:
        following = low[i + 1] if i + 1 in before else ""
        if low[i] in roles.listed and not (low[i] in roles.modifying and following in roles.listed):
            return i
    return None


def _stands_beside(before: Sequence[int], head: int | None, low: Sequence[str], roles: Roles) -> bool:
    """Does the voice stand beside a side, or is no one side meant: "западные чиновники", "союзники Украины"?"""
    for i in before:
        if low[i] not in roles.beside or (i + 1 < len(low) and low[i + 1] in roles.directions):
            continue
        if low[i] in roles.beside_nouns or head is None or i <= head:
            return True
    return False


def _first_side(phrase: _Phrase, at: Sequence[int]) -> tuple[str | None, bool]:
    """The first side named, a party before a state; and is a body named that speaks for none?"""
    allowed = set(at)
    state, neutral, after = None, False, -1
    for start in at:
        if start < after:
            continue
        hits = [hit for hit in phrase.names.names.starting(phrase.words, start) if set(range(start, hit[0])) <= allowed]
        if not hits:
            continue
        after, entry = max(hits, key=lambda hit: hit[0])
        side = entry.side
        if entry.known is not None and entry.known.type in _AUTHORITIES:
            # "Минобороны" may be another state's that is named behind it.
            following = phrase.names.names.longest(phrase.words, after) if after in allowed else None
            side = following[1].side if following is not None and following[1].side else side
        if side is None:
            neutral = neutral or (entry.known is not None and not entry.known.person and state is None)
        elif not is_state(side):
            return side, False
        state = state or side
    return state, neutral and state is None


def _first_region(phrase: _Phrase, at: Sequence[int]) -> str | None:
    allowed = set(at)
    for start in at:
        for end, entry in phrase.names.regions.starting(phrase.words, start):
            if set(range(start, end)) <= allowed:
                return entry.side
    return None


def _side_after(phrase: _Phrase, first: int, governs: bool) -> str | None:
    """The side of "джерело у Нацгвардії", "чиновник в Киеве"; not of "источник в Киеве"."""
    listed, low = phrase.roles, phrase.low
    if low[first] not in listed.place and low[first] not in listed.belonging:
        return None
    stop = next((i for i in range(first + 1, len(low)) if low[i] in listed.prepositions), len(low))
    rest = range(first + 1, stop)
    within = any(low[i] in listed.authorities for i in rest)
    side, neutral = _first_side(phrase, rest)
    if low[first] not in listed.belonging and not governs and not within and not _names_body(phrase, rest):
        return None
    if side is None and not neutral and (governs or within):
        side = _first_region(phrase, rest)
    return side


def _names_body(phrase: _Phrase, at: Sequence[int]) -> bool:
    names = phrase.names
    states = names.english.sides.keys() - names.seats
    hits = [names.names.longest(phrase.words, start) for start in at]
    known = [hit[1].known for hit in hits if hit is not None and hit[1].known is not None]
    return any(each.type in _AUTHORITIES and plain_name(each.name) not in states for each in known)


def _side_of_leader(phrase: _Phrase, at: Sequence[int]) -> str | None:
    """The side of "советник Зеленского": of those whom the profile lists by the surname alone."""
    found = (phrase.names.people.find_bare(phrase.words[i]) for i in at)
    return next((known.side for known in found if known is not None and known.side), None)
