"""How well place names are found and resolved, on corpora that lie outside the project.

    REPORTEDLY_EVAL=FOLDER python benchmarks/places.py [--end-to-end] [--corpus LGL] [--skip-countries]

FOLDER holds `geo/dev/*.jsonl.gz` (documents with gold toponyms) and `geo/score_geo.py` (the scorer).
Without `--end-to-end` the gold spans are given and only resolution is measured.
"""

import argparse
import gzip
import importlib.util
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import STAGES, annotate
from reportedly.claims.geocode import locate
from reportedly.model.annotation import Found, Layer, PlaceName
from reportedly.model.document import Document
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Gazetteer

CORPORA = ("LGL", "TR-News", "GeoVirus", "GeoWebNews")


def load_scorer(folder: Path) -> Any:
    """The scorer that lies beside the corpora."""
    spec = importlib.util.spec_from_file_location("score_geo", folder / "geo" / "score_geo.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_golds(path: Path) -> list[dict[str, Any]]:
    """The documents of a corpus, plain or gzipped."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in text.decode("utf-8").split("\n") if line.strip()]


def gold_names(gold: dict[str, Any], gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    """The gold spans as place names; an adjective is looked up as its country."""
    names: list[PlaceName] = []
    for toponym in sorted(gold["toponyms"], key=lambda each: (each["start"], -each["end"])):
        start, end = toponym["start"], toponym["end"]
        if toponym.get("role", "gold") != "gold" or (names and names[-1].end > start):
            continue
        text = gold["text"][start:end]
        code = gazetteer.country_of_adjective(text)
        country = gazetteer.country(code) if code else None
        names.append(PlaceName(start=start, end=end, text=text, key=country.name if country else text, known=True))
    return tuple(names)


def predict(golds: Sequence[dict[str, Any]], end_to_end: bool) -> list[dict[str, Any]]:
    """Predictions in the scorer's format."""
    gazetteer = Gazetteer.open()
    documents = [Document(text=gold["text"], language="en") for gold in golds]
    if end_to_end:
        needed = [stage for stage in STAGES if stage.makes in (Layer.SENTENCE, Layer.QUOTE, Layer.TOKEN, Layer.MENTION)]
        found = annotate(documents, [*needed, PlaceNames(gazetteer)])
        # The corpora count adjectives as places; they are resolved here as if they were names.
        found = [each.adding(Layer.PLACE_NAME, tuple(map(as_name, each.place_names))) for each in found]
    else:
        found = [
            each.adding(Layer.TOKEN, ()).adding(Layer.PLACE_NAME, gold_names(gold, gazetteer))
            for each, gold in zip(annotate(documents, [Sentences()]), golds, strict=True)
        ]
    return [
        {"id": gold["id"], "toponyms": list(map(as_toponym, located(document, each, gazetteer, not end_to_end)))}
        for gold, document, each in zip(golds, documents, found, strict=True)
    ]


def located(document: Document, found: Found, gazetteer: Gazetteer, sure: bool) -> Sequence[Any]:
    """The places of one document."""
    return locate(document, found, Tree(document.text, found.tokens), gazetteer, sure=sure)


def as_name(name: PlaceName) -> PlaceName:
    """The same name, taken for a place even where it is an adjective."""
    return PlaceName(start=name.start, end=name.end, text=name.text, key=name.key, known=name.known)


def as_toponym(each: Any) -> dict[str, Any]:
    """A prediction in the scorer's format."""
    place = each.place
    return {"start": place.span.start, "end": place.span.end, "lat": place.lat, "lon": place.lon}


def main() -> None:
    """Read the command line, predict, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--end-to-end", action="store_true")
    parser.add_argument("--skip-countries", action="store_true", help="leave countries out of resolution")
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--errors", type=int, default=0, help="show that many of the farthest misses")
    given = parser.parse_args()
    folder = os.environ.get("REPORTEDLY_EVAL")
    if not folder:
        sys.exit("set REPORTEDLY_EVAL to the folder of the evaluation corpora")
    scorer = load_scorer(Path(folder))
    for corpus in given.corpus or CORPORA:
        with gzip.open(Path(folder) / "geo" / "dev" / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            golds = [json.loads(line) for line in lines]
        began = time.perf_counter()
        predictions = predict(golds, given.end_to_end)
        mode = "e2e" if given.end_to_end else "gold"
        misses: list[Any] = []
        result = scorer.score(golds, predictions, mode, errors=misses, skip_countries=given.skip_countries)
        show(corpus, result, time.perf_counter() - began)
        for km, _, gold, guess in sorted(misses, key=lambda miss: -(miss[0] or 0))[: given.errors]:
            print(f"    {km and round(km)} km {gold['phrase']!r} {gold['lat']},{gold['lon']} guessed {guess}")


def show(corpus: str, result: dict[str, Any], seconds: float) -> None:
    """One line of figures."""
    resolution = result["resolution"]
    figures = {key: resolution[key] for key in ("answered", "acc161_all", "acc161_resolved", "acc10_all")}
    if "recognition" in result:
        figures["recognition"] = result["recognition"]["overlap"]["f1"]
        figures["e2e_161"] = result["e2e_161"]["f1"]
        figures["e2e_161_p"], figures["e2e_161_r"] = result["e2e_161"]["p"], result["e2e_161"]["r"]
    print(f"{corpus:12}", *(f"{key} {value:.3f}" for key, value in figures.items()), f"{seconds:.1f} s")


if __name__ == "__main__":
    main()
