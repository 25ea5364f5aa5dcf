"""Which place and which source of a ledger somebody means by a name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from reportedly.compare.naming import speaks_for_itself
from reportedly.compare.speakers import outlet_side, profile_in_force
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.ledger.words import bones_of_name, fold_words, list_endings, script_of, sound_alike
from reportedly.model.claim import Kind
from reportedly.model.held import HeldPlace, HeldSource, Page
from reportedly.model.record import Teller
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.other_names import other_names
from reportedly.reference.profile import load_profile, profile_names

T = TypeVar("T")

PAGE = 500
"""Things asked for at once."""


def walk(ask: Callable[[Query], Page[T]], query: Query) -> Iterator[T]:
    """All that fits, a page in memory at a time."""
    after: str | None = None
    while True:
        page = ask(replace(query, limit=PAGE, after=after))
        yield from page.items
        if (after := page.after) is None:
            return


def find_places(ledger: Ledger, typed: str) -> tuple[HeldPlace, ...]:
    """The places of a ledger that somebody means by a name or an id, the most named first.

    Of several of one name those of whose control something is said. One that stands for a name alone is given only if
    no entry of the gazetteer is meant.
    """
    everywhere = Query(places=(typed,))
    for query in (replace(everywhere, kinds=(Kind.CONTROL,)), everywhere):
        meant = [place for place in walk(ledger.places, query) if is_meant(place, typed)]
        if meant:
            known = [place for place in meant if place.gazetteer_id is not None]
            return tuple(known or meant[:1])
    return ()


def is_meant(place: HeldPlace, typed: str) -> bool:
    """Is this the place, and not only one that is named beside it?"""
    if typed in (place.id, place.gazetteer_id):
        return True
    one, other = fold_words(typed), fold_words(place.name)
    if one == other:
        return True
    if place.gazetteer_id in {entry.id for entry in Gazetteer.open().find(typed)}:
        return True
    is_translated = script_of(one) != script_of(other) and bones_of_name(typed) == bones_of_name(place.name)
    return is_translated and sound_alike(one, other)


def find_sources(ledger: Ledger, typed: str) -> tuple[HeldSource, ...]:
    """The sources of a ledger that somebody means by an id, a name or its beginning, the most named first.

    If some bear just that name, those alone.
    """
    return by_name(ledger, typed) or next(
        (found for name in known_names(typed) if (found := by_name(ledger, name))), ()
    )


def by_name(ledger: Ledger, typed: str) -> tuple[HeldSource, ...]:
    """The sources of this id, of just this name, or else of one that has a word after which it goes on so."""
    names = [fold_words(name) for name in (typed, *other_names(typed))]
    found = [
        source
        for source in walk(ledger.sources, Query(sources=(typed,)))
        if source.id == typed
        or any(ending.startswith(name) for name in names if name for ending in list_endings(source.name))
    ]
    exact = [source for source in found if source.id == typed or fold_words(source.name) in names]
    return tuple(exact or found)


def known_names(typed: str) -> tuple[str, ...]:
    """What the conflict profiles call whoever goes by this name: "Russian Defence Ministry", "MoD"."""
    known = (load_profile(name).known(typed) for name in profile_names())
    return tuple(dict.fromkeys(each.name for each in known if each is not None))


def find_publisher(ledger: Ledger, typed: str) -> Teller | None:
    """A channel, a command or an authority of this name that publishes in the ledger; None if there is none."""
    (document,) = ledger.documents(Query(outlets=(typed,), limit=1)).items or (None,)
    if document is None or document.document.outlet is None:
        return None
    profile = profile_in_force(document.made_by)
    if not speaks_for_itself(document.document.outlet, profile):
        return None
    return Teller(id=None, name=document.document.outlet, side=outlet_side(document.document, profile))
