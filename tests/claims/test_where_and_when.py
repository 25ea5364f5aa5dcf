"""Where and when: cases of our own, written before anything was tuned on them, in `where_and_when.toml`."""

import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportedly import read_text
from reportedly.model.claim import Claim
from reportedly.model.place import Place
from reportedly.model.when import When
from reportedly.reference.outlines import distance_km
from tests.claims.test_nested import nearest_claim

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("where_and_when.toml").read_text(encoding="utf-8")
)["case"]
FLOORS_OF_PLACES = {
    "distance": 6,
    "direction": 6,
    "distance and direction": 6,
    "between": 4,
    "outskirts": 6,
    "river bank": 6,
    "toward": 6,
    "containment": 7,
    "lists": 5,
    "namesakes": 9,
    "spellings": 6,
    "renamed": 7,
    "named after places": 7,
    "actors": 6,
    "regions": 7,
}
"""Cases of each form whose places are all right, none missing and none too many. Floors only rise."""
FLOORS_OF_TIMES = {
    "weekday": 20,
    "overnight": 6,
    "past day": 7,
    "last week": 7,
    "seasons": 5,
    "saying": 7,
    "ranges": 9,
    "since": 6,
    "counted": 6,
    "second in a week": 6,
    "as of": 6,
    "early in a month": 6,
    "clock": 6,
    "date opens": 4,
    "carried on": 4,
}
"""Cases of each form whose days are right. Floors only rise."""
POINT_KM, REGION_KM = 10, 300
"""How far a point may lie from the one wanted; a region's is no more than somewhere within it."""


@cache
def _claim(text: str, anchor: str, published: date) -> Claim | None:
    """The claim that the anchor stands in."""
    start = text.index(anchor)
    return nearest_claim(read_text(text, language="en", published=published), start, start + len(anchor))


def _fits(place: Place, wanted: dict[str, Any]) -> bool:
    """Is this the place wanted, in its role, and at its point or, where no point can be known, at none?"""
    if wanted["text"] not in place.span.text or place.role not in wanted["roles"]:
        return False
    region = wanted["roles"] == ["region"]
    if wanted.get("open"):
        return place.lat is None
    if place.lat is None or place.lon is None:
        return region or "maybe" in wanted
    if place.country != wanted.get("country", place.country):
        return False
    if place.role == "near" and (place.radius_km or 0) < wanted.get("least_radius_km", 0):
        return False
    km: float = wanted.get("km", REGION_KM if region else POINT_KM)
    lat, lon = wanted.get("lat", place.lat), wanted.get("lon", place.lon)
    return distance_km(place.lat, place.lon, lat, lon) <= km


def _right_places(places: Sequence[Place], wanted: Sequence[dict[str, Any]]) -> bool:
    """None is missing, none is too many."""
    found = all(each.get("maybe") or any(_fits(place, each) for place in places) for each in wanted)
    return found and all(any(_fits(place, each) for each in wanted) for place in places)


def _right_days(time: When | None, wanted: Sequence[date], slack_days: int) -> bool:
    if time is None or not wanted:
        return time is None and not wanted
    pairs = zip((time.earliest, time.latest), wanted, strict=True)
    return all(abs((read - want).days) <= slack_days for read, want in pairs)


def _wrong_place(claim: Claim | None, case: dict[str, Any]) -> str | None:
    """What was read for the places of the case, unless it is right."""
    if claim is not None and _right_places(claim.places, case["places"]):
        return None
    each = [(it.span.text, str(it.role), it.lat, it.lon, it.country) for it in claim.places] if claim else None
    return f"wanted {case['places']}\n  read   {each}"


def _wrong_time(claim: Claim | None, case: dict[str, Any]) -> str | None:
    """What was read for the days of the case, unless it is right."""
    if claim is not None and _right_days(claim.time, case["days"], case.get("slack_days", 0)):
        return None
    time = claim.time if claim else None
    read = f"{time.span.text!r}, {time.earliest} to {time.latest}" if time else "none"
    return f"wanted {[str(day) for day in case['days']]}\n  read   {read}"


def _wrongs(key: str, form: str, judge: Callable[[Claim | None, dict[str, Any]], str | None]) -> list[str | None]:
    """For each case of this form what was read wrong, None where all is right."""
    wrongs: list[str | None] = []
    for case in CASES:
        if case.get(key) == form:
            wrong = judge(_claim(case["text"], case["anchor"], case["published"]), case)
            wrongs.append(wrong and f"{case['text']} ({case['published']})\n  {wrong}")
    return wrongs


@pytest.mark.parametrize("form", sorted({case["form"] for case in CASES if "form" in case}))
def test_places(form: str) -> None:
    """A drone hit a depot in Donetsk in Russia's Rostov region: that Donetsk, and not the other."""
    wrongs = _wrongs("form", form, _wrong_place)
    assert len(wrongs) >= 6
    assert wrongs.count(None) >= FLOORS_OF_PLACES[form], "\n".join(filter(None, wrongs))


@pytest.mark.parametrize("form", sorted({case["time_form"] for case in CASES if "time_form" in case}))
def test_times(form: str) -> None:
    """The plant was hit on 12 November, a week after the first drones had come: they came on the fifth."""
    wrongs = _wrongs("time_form", form, _wrong_time)
    assert len(wrongs) >= 6
    assert wrongs.count(None) >= FLOORS_OF_TIMES[form], "\n".join(filter(None, wrongs))
