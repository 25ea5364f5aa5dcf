"""What a person types for a correction, as a ledger stores it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from reportedly.claims.relation_fit import radius_km
from reportedly.errors import ReviewError
from reportedly.model.held import HeldClaim
from reportedly.model.place import Place, PlaceRole
from reportedly.model.review import Action
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.reference.gazetteer import Gazetteer

NOTHING = ("none", "null", "")


def make_value(held: HeldClaim, field: str, typed: str) -> tuple[str, str]:
    """The field of the claim that is corrected, and its new value as JSON.

    Args:
        field: a field of a claim, or `place`: which entry of a gazetteer its place is.
        typed: a word such as `strike`; a day or `DAY/DAY` for `time`; a gazetteer id for `place`; `none`; else JSON.

    Raises:
        ReviewError: if nothing can be made of what was typed.
    """
    maker = MAKERS.get(field)
    if maker is not None:
        name, value = maker(held, typed.strip())
        return name, json.dumps(value, default=str)
    try:
        json.loads(typed)
    except (ValueError, RecursionError):
        return field, json.dumps(typed)
    return field, typed


def make_time(held: HeldClaim, typed: str) -> tuple[str, Any]:
    """`none`, a day, or the first and the last day with a slash between them."""
    if typed.lower() in NOTHING:
        return "time", None
    try:
        begins, _, ends = typed.partition("/")
        first, last = date.fromisoformat(begins), date.fromisoformat(ends or begins)
    except ValueError as error:
        way_out = "write 2025-12-02, 2025-12-01/2025-12-02 or none"
        raise ReviewError(Action.CORRECT, f"cannot set 'time' to {typed!r}; {way_out}") from error
    if last < first:
        raise ReviewError(Action.CORRECT, f"cannot set 'time' to {typed!r}; it ends before it begins")
    claim = held.claim
    span = claim.time.span if claim.time else Span(start=claim.span.start, end=claim.span.start, text="")
    return "time", asdict(When(span=span, value=typed, earliest=first, latest=last))


def make_place(held: HeldClaim, typed: str) -> tuple[str, Any]:
    """`none`, or the id of an entry of the gazetteer for the claim's first place that is no mere reference."""
    places = list(held.claim.places)
    which = next((number for number, each in enumerate(places) if each.role is not PlaceRole.REFERENCE), None)
    if typed.lower() in NOTHING:
        return "places", [asdict(each) for number, each in enumerate(places) if number != which]
    entry = Gazetteer.open().entry(typed)
    if entry is None:
        raise ReviewError(Action.CORRECT, f"knows no place {typed!r}; `reportedly gazetteer show NAME` gives the ids")
    claim = held.claim
    before = places[which] if which is not None else None
    place = Place(
        span=before.span if before else Span(start=claim.span.start, end=claim.span.start, text=""),
        role=before.role if before else PlaceRole.AT,
        name=entry.name,
        gazetteer_id=entry.id,
        lat=entry.lat,
        lon=entry.lon,
        radius_km=radius_km(entry),
        country=entry.country,
        candidates=before.candidates if before else 1,
        because="as a person corrected it",
    )
    if which is None:
        places.append(place)
    else:
        places[which] = place
    return "places", [asdict(each) for each in places]


MAKERS: Mapping[str, Callable[[HeldClaim, str], tuple[str, Any]]] = {"time": make_time, "place": make_place}
"""The fields for which something shorter than JSON may be typed."""
