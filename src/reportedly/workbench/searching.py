"""One field to search in: claims, documents, events, sources and places, in any script, and ids."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reportedly.errors import IdError, UnknownIdError
from reportedly.flow.known import known_events
from reportedly.flow.meant import find_sources
from reportedly.ledger.query import Query
from reportedly.ledger.store import Ledger
from reportedly.ledger.words import fold_words, list_words
from reportedly.model.event import Event
from reportedly.model.held import HeldClaim, HeldDocument, HeldSource
from reportedly.present.event_words import COVERED, call, quote, say_reach
from reportedly.present.source_words import name_side
from reportedly.present.words import count, name_document, say_day, say_sentence
from reportedly.tally.counts import PlaceCount
from reportedly.workbench.answering import Asked
from reportedly.workbench.asking import read_at
from reportedly.workbench.shapes import FoundListShape, FoundShape

SHOWN = 6
"""Of each sort."""
SHOWN_CLAIMS = 10
MOST_GROUPS = 6
MOST_GROUPS_THERE = 100
"""Groups of claims at one place that are looked at for an event of a certain label."""
MOST_WORDS = 8
"""Among more words no place is looked for."""
LONGEST_NAME = 3
FEWEST_LETTERS_OF_NAME = 3
MOST_PLACES = 50
"""Places among which those are looked for that bear the name."""
FEWEST_LETTERS_OF_ID = 4


def search(asked: Asked) -> FoundListShape:
    """What somebody means by some words."""
    words = asked.words.one("q") or ""
    found, notes = list(find_thing(asked.ledger, words)), list[str]()
    if not words.strip() or words.lower().startswith("rp-"):
        return FoundListShape(items=found, notes=notes)
    query = Query(text=words, limit=SHOWN_CLAIMS, at=read_at(asked.words, asked.ledger))
    claims = asked.ledger.claims(query)
    documents = asked.ledger.documents(replace(query, limit=SHOWN))
    found += [tell_source(each) for each in islice(find_sources(asked.ledger, words), SHOWN)]
    found += [tell_place(each) for each in find_places(asked, words)]
    known = known_events(asked.ledger, query, most_groups=MOST_GROUPS) if claims.items else iter(())
    events = list(islice(known, SHOWN))
    if not any(is_called(each, words) for each in events):
        more, notes = find_events_there(asked, words, only_called=bool(claims.items))
        events = list({each.id: each for each in (*more, *events)}.values())[:SHOWN]
    found += [tell_event(each) for each in events]
    found += [tell_document(each) for each in documents.items]
    found += [tell_claim(each) for each in claims.items]
    return FoundListShape(items=found, notes=list(dict.fromkeys((*notes, *claims.notes, *documents.notes))))


def find_thing(ledger: Ledger, typed: str) -> Iterator[FoundShape]:
    """The thing whose id begins so, if it may be the beginning of an id and there is just one."""
    letters = typed.strip().lower().removeprefix("rp-")
    if len(letters) < FEWEST_LETTERS_OF_ID or not letters.isascii() or not letters.isalnum():
        return
    try:
        sort, whole = ledger.find_id(typed)
    except (IdError, UnknownIdError):
        return
    yield FoundShape(sort=sort, id=whole, words=whole, details=f"the {sort} with this id")


def tell_claim(held: HeldClaim) -> FoundShape:
    """A claim by its words."""
    sentence = say_sentence(held.claim, held.sources, held.document.outlet)
    return FoundShape(
        sort="claim",
        id=held.claim.id,
        words=COVERED if held.is_graphic else quote(held.claim.span.text),
        details=quote(sentence),
    )


def tell_document(held: HeldDocument) -> FoundShape:
    """A document by its title."""
    document = held.document
    facts = [document.outlet, say_day(document.published) if document.published else None, count(held.claims, "claim")]
    details = " · ".join(call(fact) for fact in facts if fact)
    return FoundShape(
        sort="document", id=held.id, words=COVERED if held.graphic else call(name_document(document)), details=details
    )


def tell_event(event: Event) -> FoundShape:
    """An event by its label."""
    return FoundShape(
        sort="event", id=event.id, words=call(event.label), details=f"{event.status} · {say_reach(event)}"
    )


def tell_source(held: HeldSource) -> FoundShape:
    """A source by its name."""
    side = next(iter(held.sides), None)
    facts = [next(iter(held.types), None), side and name_side(side), count(held.claims, "claim")]
    details = " · ".join(fact for fact in facts if fact)
    return FoundShape(sort="source", id=held.id, words=call(held.name), details=details)


def is_called(event: Event, words: str) -> bool:
    """Are all of these words in the event's label? It is made of them, and stands in no text that is searched."""
    return set(list_words(words)) <= set(list_words(event.label))


def find_events_there(asked: Asked, words: str, *, only_called: bool) -> tuple[list[Event], list[str]]:
    """The events at a place that is named among other words, by whose label they go, and a note if there are none.

    Args:
        only_called: else the newest there are given if none is called so.
    """
    place = find_place_among(asked, list_words(words))
    if place is None:
        return [], []
    query = Query(places=(place.id,), at=read_at(asked.words, asked.ledger))
    there = list(known_events(asked.ledger, query, most_groups=MOST_GROUPS_THERE))
    called = [each for each in there if is_called(each, words)]
    if called or only_called or not there:
        return called, []
    return there, [f"no claim has all of these words; the events are the newest at {call(place.name)}"]


def find_place_among(asked: Asked, words: Sequence[str]) -> PlaceCount | None:
    """The place whose whole name is among some words, the longest name first; none if they are its name alone."""
    if len(words) > MOST_WORDS:
        return None
    for length in range(min(LONGEST_NAME, len(words) - 1), 0, -1):
        for start in range(len(words) - length + 1):
            name = " ".join(words[start : start + length])
            if len(name) >= FEWEST_LETTERS_OF_NAME and (found := list_called(list_places(asked, name), name)):
                return found[0]
    return None


def find_places(asked: Asked, typed: str) -> list[PlaceCount]:
    """The places on the map that somebody means by a name: by just that name, or else the one most named with it."""
    found = list_places(asked, typed)
    return list_called(found, typed)[:SHOWN] or list(found[:1])


def list_places(asked: Asked, typed: str) -> Sequence[PlaceCount]:
    """The places of claims that name a place of this name or one like it."""
    if not asked.bench.worker.is_counted:
        return ()
    return asked.bench.tally.places(asked.ledger, Query(places=(typed,)), MOST_PLACES).places


def list_called(places: Sequence[PlaceCount], name: str) -> list[PlaceCount]:
    """Those of just this name."""
    return [each for each in places if fold_words(each.name) == fold_words(name)]


def tell_place(place: PlaceCount) -> FoundShape:
    """A place by its name."""
    facts = [place.country, count(place.claims, "claim")]
    details = " · ".join(fact for fact in facts if fact)
    return FoundShape(sort="place", id=place.id, words=call(place.name), details=details)
