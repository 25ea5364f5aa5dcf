"""Whether a village among its namesakes is the one that the words mean: "17 km from Lozova", "north of Pryluky".

    python benchmarks/relations.py GOLD [--geonames FOLDER] [--anchors] [--errors N]

GOLD holds sentences, one JSON object a line, plain or gzipped, with a village (`target`), its point (`gold`) and its
namesakes. FOLDER holds Ukraine's postal codes and a table of settlements, which are imported to a temporary folder; by
default it is the folder `geonames` beside that of GOLD. Without GOLD both are those under the folder that
REPORTEDLY_EVAL names (`geo/dev/relations_ua.jsonl.gz`, `geo/geonames`).
The village's span is given; the other names are found as the package finds them, or with `--anchors` given as well.
Where only the region tells, and it has several villages of the name, the sentence is counted apart.
"""

import argparse
import gzip
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.stages import STAGES, annotate
from reportedly.claims.geocode import Located, locate
from reportedly.model.annotation import Found, Layer, PlaceName
from reportedly.model.document import Document
from reportedly.model.tree import Tree
from reportedly.reference.dump_rows import Wanted
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.importing import choose_name, import_dump
from reportedly.reference.outlines import distance_km

RIGHT_KM = 5.0
FILES = (("UA_postal.txt.gz", None), ("UA_osm_settlements.tsv.gz", "UA"))
"""What is imported, and the country of rows that name none."""
NEEDED = (Layer.SENTENCE, Layer.QUOTE, Layer.TOKEN, Layer.MENTION)
NOTHING = "no point"


@dataclass(frozen=True, slots=True)
class Probe:
    """One sentence, and what became of its village."""

    gold: dict[str, Any]
    outcome: str
    """`right`, or in which way it is wrong."""
    said: str
    """What the place says of itself."""

    @property
    def tied(self) -> bool:
        """Does only the region tell, and has it several villages of that name?"""
        namesakes = [unit for _, _, unit in self.gold["homonyms"] if unit == self.gold["gold"]["admin1"]]
        return self.gold["kind"] == "oblast" and len(namesakes) > 1


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The sentences of a file, plain or gzipped."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def import_ukraine(data: Path, folder: Path) -> Gazetteer:
    """The packed gazetteer with the files of `data`, imported to `folder`."""
    for file, country in FILES:
        name = choose_name(data / file)
        import_dump(data / file, folder / f"{name}.sqlite", Wanted(name=name, country=country))
    return Gazetteer.open(folder)


def resolve(golds: Sequence[dict[str, Any]], gazetteer: Gazetteer, anchors: bool) -> list[Probe]:
    """Each sentence's village, located; with `anchors`, the name that it is measured from is given too."""
    documents = [Document(text=gold["text"], language="en") for gold in golds]
    stages = [*(stage for stage in STAGES if stage.makes in NEEDED), PlaceNames(gazetteer)]
    probes = []
    for gold, document, found in zip(golds, documents, annotate(documents, stages), strict=True):
        start = gold["target"]["start"]
        spans = [gold["target"]["phrase"], *([anchor_of(gold)] if anchors else [])]
        given = found.adding(Layer.PLACE_NAME, with_names(found, document.text, spans))
        places = locate(document, given, Tree(document.text, found.tokens), gazetteer)
        probes.append(judge(gold, next(each for each in places if each.place.span.start == start)))
    return probes


def anchor_of(gold: dict[str, Any]) -> str:
    """The name that the village is measured from, without the word for a region."""
    return str(gold["relations"][0]["anchor"]).removesuffix(" oblast")


def with_names(found: Found, text: str, spoken: Sequence[str]) -> tuple[PlaceName, ...]:
    """The names found, and those in `spoken` in the place of any that they touch."""
    names = list(found.place_names)
    for word in spoken:
        start = text.index(word)
        end = start + len(word)
        given = PlaceName(start=start, end=end, text=word, key=word, known=True)
        names = [*(name for name in names if name.end <= start or name.start >= end), given]
    return tuple(sorted(names, key=lambda name: name.start))


def judge(gold: dict[str, Any], located: Located) -> Probe:
    """Right within 5 km; else in which way wrong."""
    place, point = located.place, gold["gold"]
    said = f"{place.name} {place.gazetteer_id} {place.lat}, {place.lon} ({place.because})"
    if place.lat is None or place.lon is None:
        return Probe(gold, NOTHING, said)
    if distance_km(place.lat, place.lon, point["lat"], point["lon"]) <= RIGHT_KM:
        return Probe(gold, "right", said)
    return Probe(gold, "a circle, no entry" if place.gazetteer_id is None else "another place", said)


def show(probes: Sequence[Probe], errors: int) -> None:
    """The share that is right, those that nothing tells apart counted for themselves, then the misses by kind."""
    for kind in (*sorted({probe.gold["kind"] for probe in probes}), "all"):
        mine = [probe for probe in probes if kind in ("all", probe.gold["kind"])]
        told = [probe for probe in mine if not probe.tied]
        right = sum(probe.outcome == "right" for probe in told)
        misses = Counter(probe.outcome for probe in told if probe.outcome != "right")
        tied = Counter(probe.outcome for probe in mine if probe.tied)
        print(f"{kind:20} {right / len(told):.3f} of {len(told):3}  misses {dict(misses)}  tied {dict(tied)}")
    missed = [probe for probe in probes if probe.outcome != "right" and not probe.tied]
    for probe in sorted(missed, key=lambda each: (each.gold["kind"], each.outcome))[:errors]:
        point = probe.gold["gold"]
        print(f"\n{probe.gold['kind']}: {probe.outcome}: {probe.gold['text']}")
        print(f"    gold {point['lat']}, {point['lon']} in {point['oblast']}; said {probe.said}")


def main() -> None:
    """Import, resolve, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--geonames", type=Path, metavar="FOLDER", help="what of Ukraine is imported")
    parser.add_argument("--errors", type=int, default=0, help="show that many of the misses")
    parser.add_argument("--anchors", action="store_true", help="give the names too from which the village is measured")
    given = parser.parse_args()
    data = Path(os.environ.get("REPORTEDLY_EVAL", "")) / "geo"
    if given.gold is None and not data.is_dir():
        sys.exit("name a GOLD file, or set REPORTEDLY_EVAL to the folder of the evaluation corpora")
    gold = given.gold or data / "dev" / "relations_ua.jsonl.gz"
    geonames = given.geonames or gold.resolve().parent.parent / "geonames"
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        gazetteer = import_ukraine(geonames, Path(home))
        print(f"{gazetteer.version}, imported in {time.perf_counter() - began:.1f} s")
        show(resolve(read_lines(gold), gazetteer, given.anchors), given.errors)


if __name__ == "__main__":
    main()
