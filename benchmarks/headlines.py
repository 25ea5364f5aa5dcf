"""How often the place of a geocoded Russian or Ukrainian headline is found.

    python benchmarks/headlines.py FILE [--profile NAME] [--misses N] [--reason WORDS] [--language ru]

FILE holds headlines in the shape of VIINA's, one JSON object a line, plain or gzipped: `text`, `lang`, `outlet`,
`published`, and the place that others gave it, `place` with `lat`, `lon` and `geonameid`. A headline counts where its
place is in the packed gazetteer: by its number there, or by its name within 25 km. It is right where some place that is
resolved, and is not named only to say where another one is, lies within 25 km of the point given.

The labels stand for regions too, by a village near their middle or by their seat: of such headlines the second share
takes a region for right that holds the point. What the label says is taken as it is, right or wrong.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.quotes import Quotes
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.backdrop import set_backdrop
from reportedly.claims.geocode import Located, locate
from reportedly.ingest.language import tell_language
from reportedly.model.annotation import Found
from reportedly.model.document import Document
from reportedly.model.place import PlaceRole
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Gazetteer, PlaceKind
from reportedly.reference.outlines import distance_km
from reportedly.reference.profile import load_profile

RIGHT_KM = 25.0
RIGHT, IN_REGION = "right", "a region that holds the point"
MISSES = ("name not found in the text", "found, but unresolved", "only as attribute or reference", "resolved elsewhere")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline and what became of its place."""

    gold: dict[str, Any]
    outcome: str
    said: str
    """The places found, in words."""


def read_golds(path: Path) -> list[dict[str, Any]]:
    """The headlines of a file, plain or gzipped."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]


def in_gazetteer(gold: dict[str, Any], gazetteer: Gazetteer) -> bool:
    """Does the gazetteer hold the place of the label, by its number or by its name?"""
    if gazetteer.entry(f"geonames:{gold.get('geonameid')}") is not None:
        return True
    return any(_is_near(gold, entry.lat, entry.lon) for entry in gazetteer.find(gold["place"]))


def _is_near(gold: dict[str, Any], lat: float | None, lon: float | None, within_km: float = RIGHT_KM) -> bool:
    return lat is not None and lon is not None and distance_km(gold["lat"], gold["lon"], lat, lon) <= within_km


def judge(gold: dict[str, Any], found: Found, located: Sequence[Located], gazetteer: Gazetteer) -> str:
    """What became of the place of one headline."""
    places = [each.place for each in located if each.place.role is not PlaceRole.REFERENCE]
    if any(_is_near(gold, place.lat, place.lon) for place in places):
        return RIGHT
    for each in located:
        area = each.entry is not None and each.entry.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.AREA)
        if area and _is_near(gold, each.place.lat, each.place.lon, each.place.radius_km or 0.0):
            return IN_REGION
    meant = [
        name
        for name in found.place_names
        if any(_is_near(gold, entry.lat, entry.lon) for entry in gazetteer.find(name.key))
    ]
    if not meant:
        return MISSES[0]
    starts = {each.place.span.start: each.place for each in located}
    own = [starts[name.start] for name in meant if name.start in starts]
    if any(place.lat is None for place in own):
        return MISSES[1]
    return MISSES[2] if not own or any(place.role is PlaceRole.REFERENCE for place in own) else MISSES[3]


def measure(golds: Sequence[dict[str, Any]], profile_name: str, gazetteer: Gazetteer) -> Iterator[Headline]:
    """Every headline read and judged."""
    profile = load_profile(profile_name)
    documents = [
        Document(
            text=gold["text"],
            language=tell_language(gold["text"]) or gold["lang"],
            outlet=gold.get("outlet"),
            published=date.fromisoformat(gold["published"][:10]),
        )
        for gold in golds
    ]
    layers = annotate(documents, (Sentences(), Quotes(), PlaceNames(gazetteer)))
    for gold, document, found in zip(golds, documents, layers, strict=True):
        backdrop = set_backdrop(document.outlet, profile, gazetteer)
        located = locate(document, found, Tree(document.text, ()), gazetteer, backdrop)
        said = "; ".join(
            f"{each.place.span.text} = {each.place.name if each.place.lat is not None else '?'} ({each.place.role})"
            for each in located
        )
        yield Headline(gold, judge(gold, found, located, gazetteer), said)


def main() -> None:
    """Read the headlines and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--profile", default="ukraine", help="the conflict profile in force")
    parser.add_argument("--misses", type=int, default=0, help="show that many")
    parser.add_argument("--reason", help="show only misses of that reason")
    parser.add_argument("--language", help="of the headlines that are read")
    given = parser.parse_args()
    gazetteer = Gazetteer.open_packed()
    golds = [gold for gold in read_golds(given.file) if given.language in (None, gold["lang"])]
    labelled = [gold for gold in golds if gold.get("place")]
    held = [gold for gold in labelled if in_gazetteer(gold, gazetteer)]
    began = time.perf_counter()
    headlines = list(measure(held, given.profile, gazetteer))
    seconds = time.perf_counter() - began
    words = sum(len(gold["text"].split()) for gold in held)
    print(
        f"documents {len(golds)}, with a place {len(labelled)}, in the gazetteer {len(held)} ({len(held) / max(1, len(labelled)):.3f})"
    )
    show(headlines)
    for language in sorted({gold["lang"] for gold in held}):
        show([each for each in headlines if each.gold["lang"] == language], language)
    print(f"{words / seconds:,.0f} words a second, first reading included")
    missed = [each for each in headlines if each.outcome != RIGHT and given.reason in (None, each.outcome)]
    for each in missed[: given.misses]:
        print(f"\n{each.outcome}: {each.gold['place']} | {each.gold['text'][:300]}\n    {each.said}")


def show(headlines: Sequence[Headline], which: str = "all") -> None:
    """The shares, and the misses by their reasons."""
    counted = Counter(each.outcome for each in headlines)
    total = max(1, len(headlines))
    share, wide = counted[RIGHT] / total, (counted[RIGHT] + counted[IN_REGION]) / total
    reasons = ", ".join(f"{reason} {counted[reason]}" for reason in (IN_REGION, *MISSES))
    print(f"{which}: {len(headlines)}, within {RIGHT_KM:.0f} km {share:.3f}, or in its region {wide:.3f} ({reasons})")


if __name__ == "__main__":
    main()
