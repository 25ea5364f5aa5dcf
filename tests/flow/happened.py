"""A small war in a few dispatches made by hand, and what a ledger's events say, so that two ledgers can be compared."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportedly.flow import find_events
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Polarity
from reportedly.model.event import Event
from reportedly.model.reading import Reading
from reportedly.model.review import Action, Review
from tests.compare.sets import (
    DIARY,
    GOVERNOR,
    MINISTRY,
    MONITORS,
    OFFICER,
    POST,
    STAFF,
    TOLD,
    UKRAINE,
)
from tests.ledger.readings import KYIV, MALYNIVKA, Says, Spot, Voice, make_document, make_reading

THEN = datetime(2025, 12, 9, 9, 30, tzinfo=UTC)


def say(
    deed: str,
    *by: Voice,
    outlet: str,
    day: int,
    place: Spot = MALYNIVKA,
    side: str = "Russian",
    deny: bool = False,
    **about: Any,
) -> Reading:
    """A dispatch of one claim, published on a day of December 2025, on the word of a chain."""
    words, kind = TOLD[deed]
    told = words.format(place=place.name, side=side, count="12")
    told = f"It is not so that {told}" if deny else told[0].upper() + told[1:]
    text = told + "".join(f", {voice.words} said" for voice in by) + "."
    claim = Says(
        told, kind, by=(by,) if by else (), at=(place,), count=("12", 12.0, "person") if deed == "kill" else None,
        polarity=Polarity.NEGATIVE if deny else Polarity.POSITIVE,
    )  # fmt: skip
    published = make_document().published
    assert published
    return make_reading(text, claim, made_by=UKRAINE, outlet=outlet, published=published.replace(day=day), **about)


def make_war() -> list[Reading]:
    """Eleven dispatches: a place that is lost, a strike, its dead, each told in several ways; and strikes elsewhere."""
    return [
        say("capture", MINISTRY, outlet="Harbour Post", day=2),
        say("capture", DIARY, OFFICER, outlet="Hill Courier", day=2),
        say("capture", outlet="Copy Times", day=3),
        say("capture", STAFF, outlet="Coast Times", day=3, deny=True),
        say("withdraw", OFFICER, outlet="Plain News", day=4, side="Ukrainian"),
        say("strike", GOVERNOR, outlet="Harbour Post", day=3),
        say("strike", MONITORS, outlet="Hill Courier", day=4),
        say("strike", POST, outlet="Coast Times", day=4),
        say("kill", GOVERNOR, outlet="Plain News", day=4),
        say("strike", STAFF, outlet="Plain News", day=3, place=KYIV),
        say("strike", outlet="Ridge Diary (Telegram channel)", day=3, place=KYIV),
    ]


@contextmanager
def new_ledger(readings: Iterable[Reading] = ()) -> Iterator[Ledger]:
    """A ledger of its own with these dispatches."""
    with TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "case.db"), create=True) as ledger:
        add(ledger, readings)
        yield ledger


def add(ledger: Ledger, readings: Iterable[Reading]) -> None:
    """Add dispatches."""
    for reading in readings:
        ledger.add(reading.document, reading)


def describe(event: Event) -> tuple[Any, ...]:
    """All that an event says, but for when its claims came to the ledger."""
    members = tuple(
        (each.held.claim, each.stance, each.because, each.side, each.is_concession, each.compared_with, each.evidence)
        for each in event.members
    )
    return replace(event, members=()), members


def tell(ledger: Ledger) -> list[tuple[Any, ...]]:
    """All that a ledger's events say, after comparing what is new."""
    return sorted((describe(event) for event in find_events(ledger)), key=lambda told: str(told[0].id))


def review(ledger: Ledger, action: Action, *subjects: str, **said: Any) -> str:
    """Give a review; its id."""
    return ledger.review(Review(action=action, subjects=subjects, who="Ada", at=THEN, **said))
