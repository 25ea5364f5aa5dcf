"""The point that `--near` names."""

import re
from typing import TYPE_CHECKING

import click

from reportedly.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.reference.entry import Entry

POINT = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*[,;]\s*([+-]?\d+(?:\.\d+)?)\s*")
MUCH_SMALLER = 10
"""A namesake with so many times fewer people is not what a name alone means."""
SAME_PLACE_KM = 30.0
"""A town and the district called after it lie so near to each other."""
NAMED = 5
"""Namesakes that are told."""


def find_point(near: str) -> tuple[float, float, float]:
    """Latitude, longitude, and how many kilometres around belong to what is named.

    A name is a settlement's if one bears it, and else a region's; which it is taken for is said on stderr.

    Raises:
        click.UsageError: if no place, or several likely ones, are called so.
    """
    if point := POINT.fullmatch(near):
        return float(point[1]), float(point[2]), 0.0
    from reportedly.reference.entry import PlaceKind
    from reportedly.reference.gazetteer import Gazetteer

    found = [entry for entry in Gazetteer.open().find(near) if entry.lat is not None]
    found = [entry for entry in found if entry.kind is PlaceKind.SETTLEMENT] or found
    if not found:
        raise click.UsageError(
            f"no place on the map is called {say(near)!r}; write its latitude and longitude, for example "
            "--near 48.59,38.00"
        )
    likely = list(list_likely(found))
    if len(likely) > 1:
        told = "\n".join(f"    --near {entry.lat:.2f},{entry.lon:.2f}  {describe(entry)}" for entry in likely[:NAMED])
        raise click.UsageError(f"{say(near)!r} may be several places; say which:\n{told}")
    best = likely[0]
    lat, lon = best.lat or 0.0, best.lon or 0.0
    click.echo(f"near {describe(best)} at {lat:.2f}, {lon:.2f}", err=True)
    return lat, lon, best.radius_km or 0.0


def list_likely(found: "Sequence[Entry]") -> "Iterator[Entry]":
    """The best entry, and those elsewhere that a name alone may mean as well."""
    from reportedly.reference.outlines import distance_km

    best = max(found, key=lambda entry: entry.population if entry.match is found[0].match else -1)
    yield best
    for entry in found:
        as_likely = entry.match is best.match and entry.population * MUCH_SMALLER >= best.population
        if not (as_likely or entry.population > best.population) or entry is best:
            continue
        if distance_km(entry.lat or 0.0, entry.lon or 0.0, best.lat or 0.0, best.lon or 0.0) > SAME_PLACE_KM:
            yield entry


def describe(entry: "Entry") -> str:
    """An entry by name, sort, unit and people."""
    from reportedly.reference.gazetteer import Gazetteer

    unit = Gazetteer.open().admin1(entry.admin1) if entry.admin1 else None
    where = ", ".join(part for part in (unit.name if unit else "", entry.country or "") if part)
    people = f", {entry.population:,} people" if entry.population else ""
    return say(f"{entry.name} ({entry.kind}{f' in {where}' if where else ''}{people})")
