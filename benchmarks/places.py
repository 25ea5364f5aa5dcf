"""How well place names are found and resolved.

    python benchmarks/places.py GOLD --mode gold|e2e --out PRED
    REPORTEDLY_EVAL=FOLDER python benchmarks/places.py [--skip-countries] [--corpus LGL] [--errors N]

GOLD is a file of documents, one JSON object a line, plain or gzipped, with `id`, `text` and, for `--mode gold`, the
`toponyms` whose `start` and `end` are given; PRED is written as the corpora's scorer reads it. In mode `gold` every span
is known to be a place, so the likeliest entry is taken however little speaks for it; in mode `e2e` the names are found,
adjectives too, and what is too uncertain gets no point.

Without GOLD both modes are scored on the corpora in FOLDER (`geo/dev/*.jsonl.gz`, `geo/score_geo.py`), and `confidence`
is compared with how often the place is right.
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
from reportedly.claims.geocode import Located, locate
from reportedly.model.annotation import Found, Layer, PlaceName
from reportedly.model.document import Document
from reportedly.model.place import Place
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Gazetteer

RIGHT_KM = 161.0
COUNTRY_KM = 1000.0
"""Where the point of a country lies is a convention."""
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
        {
            "id": gold["id"],
            "toponyms": [as_toponym(each.place) for each in located(document, layers, gazetteer, end_to_end)],
        }
        for gold, document, layers in zip(golds, documents, found, strict=True)
    ]


def located(document: Document, found: Found, gazetteer: Gazetteer, end_to_end: bool) -> Sequence[Located]:
    """The places of one document."""
    return locate(document, found, Tree(document.text, found.tokens), gazetteer, sure=not end_to_end)


def as_name(name: PlaceName) -> PlaceName:
    """The same name, taken for a place even where it is an adjective."""
    return PlaceName(start=name.start, end=name.end, text=name.text, key=name.key, known=name.known)


def as_toponym(place: Place) -> dict[str, Any]:
    """A prediction in the scorer's format."""
    return {
        "start": place.span.start, "end": place.span.end, "lat": place.lat, "lon": place.lon,
        "confidence": place.confidence,
    }  # fmt: skip


def main() -> None:
    """Predict for one file, or score all corpora."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--mode", choices=("gold", "e2e"), default="e2e")
    parser.add_argument("--out", type=Path, help="where predictions for GOLD are written")
    parser.add_argument("--skip-countries", action="store_true", help="leave countries out of resolution")
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--errors", type=int, default=0, help="show that many of the farthest misses")
    given = parser.parse_args()
    if given.gold is not None:
        if given.out is None:
            parser.error("name the file for the predictions: --out PRED")
        predictions = predict(read_golds(given.gold), given.mode == "e2e")
        given.out.write_text("".join(json.dumps(each) + "\n" for each in predictions), encoding="utf-8")
        return
    folder = os.environ.get("REPORTEDLY_EVAL")
    if not folder:
        sys.exit("name a GOLD file, or set REPORTEDLY_EVAL to the folder of the evaluation corpora")
    scorer = load_scorer(Path(folder))
    answered: list[tuple[float, bool]] = []
    for corpus in given.corpus or CORPORA:
        golds = read_golds(Path(folder) / "geo" / "dev" / f"{corpus}.jsonl.gz")
        for mode in ("gold", "e2e"):
            began = time.perf_counter()
            predictions = predict(golds, mode == "e2e")
            seconds = time.perf_counter() - began
            misses: list[Any] = []
            result = scorer.score(golds, predictions, mode, errors=misses, skip_countries=given.skip_countries)
            show(f"{corpus} {mode}", result, seconds)
            for km, _, gold, guess in sorted(misses, key=lambda miss: -(miss[0] or 0))[: given.errors]:
                print(f"    {km and round(km)} km {gold['phrase']!r} {gold['lat']},{gold['lon']} guessed {guess}")
        answered += [
            (guess["confidence"], km <= (COUNTRY_KM if gold.get("countryish") else RIGHT_KM))
            for km, _, gold, guess in misses
            if km is not None and guess["confidence"] is not None
        ]
    show_calibration(answered)


def show(what: str, result: dict[str, Any], seconds: float) -> None:
    """One line of figures."""
    resolution = result["resolution"]
    figures = {key: resolution[key] for key in ("answered", "acc161_all", "acc161_resolved", "acc10_all")}
    if "recognition" in result:
        figures = {"recognition": result["recognition"]["overlap"]["f1"], "e2e_161": result["e2e_161"]["f1"]}
        figures["e2e_161_p"], figures["e2e_161_r"] = result["e2e_161"]["p"], result["e2e_161"]["r"]
    print(f"{what:16}", *(f"{key} {value:.3f}" for key, value in figures.items()), f"{seconds:.1f} s", flush=True)


def show_calibration(answered: Sequence[tuple[float, bool]]) -> None:
    """How far `confidence` is from the share of places that are right, end to end, by tenths."""
    error = 0.0
    for tenth in range(10):
        inside = [each for each in answered if tenth == min(9, int(each[0] * 10))]
        if inside:
            said = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(is_right for _, is_right in inside) / len(inside)
            error += abs(said - right) * len(inside) / len(answered)
            print(f"confidence {said:.2f}: {right:.2f} right of {len(inside)}")
    print(f"calibration error {error:.3f}")


if __name__ == "__main__":
    main()
