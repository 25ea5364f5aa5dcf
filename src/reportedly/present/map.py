"""Claims as GeoJSON (RFC 7946): where somebody said that something happened, never where anything is."""

import math
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model.claim import Claim
from reportedly.model.held import HeldClaim
from reportedly.model.place import Place, PlaceRole
from reportedly.present.lines import write_object
from reportedly.present.permalink import permalink
from reportedly.present.precision import judge_precision, round_place
from reportedly.present.words import say_sentence

WHOLE_TURN = 360


class Frame:
    """The box around points that come one by one."""

    def __init__(self) -> None:
        self._south, self._north = math.inf, -math.inf
        self._lons: dict[int, tuple[float, float]] = {}
        """Least and greatest longitude within each whole degree: enough to find the widest gap, however many points."""

    def add(self, lat: float, lon: float) -> None:
        """Take a point in."""
        self._south, self._north = min(self._south, lat), max(self._north, lat)
        least, most = self._lons.get(int(lon // 1), (lon, lon))
        self._lons[int(lon // 1)] = min(least, lon), max(most, lon)

    def edges(self) -> list[float] | None:
        """West, south, east, north; west is greater than east where the box spans the 180th meridian. None if empty."""
        if not self._lons:
            return None
        spans = [self._lons[degree] for degree in sorted(self._lons)]
        following = [*spans[1:], (spans[0][0] + WHOLE_TURN, 0.0)]
        gaps = [after[0] - before[1] for before, after in zip(spans, following, strict=True)]
        # The last gap, over the 180th meridian, is left open where it is as wide as any other.
        widest = max(range(len(gaps)), key=lambda index: (gaps[index], index))
        return [spans[(widest + 1) % len(spans)][0], self._south, spans[widest][1], self._north]


def write_geojson(claims: Iterable[HeldClaim], base: str | None = None) -> Iterator[str]:
    """A FeatureCollection: a feature for each claim and each of its places that is on the map.

    A claim without such a place is a feature without geometry: what is exported is what was listed.

    Args:
        base: address of a workbench for the permalinks.
    """
    return write_features(feature for held in claims for feature in make_features(held, base))


def write_features(features: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A FeatureCollection of these features, in the box that holds them."""
    frame, between = Frame(), "\n"
    yield '{"type":"FeatureCollection","features":['
    for feature in features:
        if feature["geometry"]:
            lon, lat = feature["geometry"]["coordinates"]
            frame.add(lat, lon)
        yield between + write_object(feature)
        between = ",\n"
    edges = frame.edges()
    yield "\n]" + (f',"bbox":{write_object(edges)}' if edges else "") + "}\n"


def make_features(held: HeldClaim, base: str | None) -> Iterator[dict[str, Any]]:
    """The features of one claim, at least one."""
    claim = held.claim
    happened = [place for place in claim.places if place.role is not PlaceRole.REFERENCE]
    mapped = [place for place in happened if place.lat is not None]
    for number, place in enumerate(mapped or happened[:1] or [None], 1):
        rounded = place and round_place(place)
        yield {
            "type": "Feature",
            "id": claim.id if number == 1 else f"{claim.id}.{number}",
            "geometry": rounded and make_geometry(rounded.lat, rounded.lon),
            "properties": describe_feature(held, claim, rounded, base),
        }


def make_geometry(lat: float | None, lon: float | None) -> dict[str, Any] | None:
    """The point, longitude first; None if there is none."""
    return None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}


def describe_feature(held: HeldClaim, claim: Claim, place: Place | None, base: str | None) -> dict[str, Any]:
    """What is said, on whose word, and how exactly the place is known."""
    document, when = held.document, claim.time
    return {
        "claim_id": claim.id,
        "permalink": permalink(claim.id, base),
        "claim": claim.span.text,
        "on_whose_word": say_sentence(claim, held.sources, document.outlet),
        "place": place and place.name,
        "role": place and place.role,
        "radius_km": place and place.radius_km,
        "precision": place and judge_precision(place),
        "gazetteer_id": place and place.gazetteer_id,
        "happened_from": when and when.earliest.isoformat(),
        "happened_to": when and when.latest.isoformat(),
        "kind": claim.kind,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "tense": claim.tense,
        "sides": list_sides(held),
        "flags": list(dict.fromkeys(flag.code for flag in held.flags)),
        "verdict": held.verdict,
        "document_id": held.document_id,
        "outlet": document.outlet,
        "published": document.published and document.published.isoformat(),
        "url": document.url,
    }


def list_sides(held: HeldClaim) -> list[str]:
    """The sides of the sources in the chains, each once."""
    sides = (held.sources[link.source].side for chain in held.claim.chains for link in chain)
    return list(dict.fromkeys(side for side in sides if side))
