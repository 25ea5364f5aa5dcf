"""Predicts who says what for a file in PolNeAR's format, with the tagger as it is shipped.

    python benchmarks/attribution.py GOLD.jsonl.gz --out PREDICTED.jsonl
    python .../score_attribution.py GOLD.jsonl.gz PREDICTED.jsonl

Communication alone (say, tell, deny, according to …) is where people agree best. Its recall is that of all predictions
on the gold that `--gold-communication` writes, its precision that of `--communication` predictions on the whole gold:

    python benchmarks/attribution.py GOLD.jsonl.gz --out PREDICTED.jsonl --gold-communication SAID.jsonl
    python .../score_attribution.py SAID.jsonl PREDICTED.jsonl          # recall
    python benchmarks/attribution.py GOLD.jsonl.gz --out SAID_PREDICTED.jsonl --communication
    python .../score_attribution.py GOLD.jsonl.gz SAID_PREDICTED.jsonl  # precision

Only outermost attributions are written, since the corpus marks no others. `REPORTEDLY_MODEL=FOLDER` measures another
network, such as the one in floating point that `make train` leaves beside the shipped one.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.annotate.sentences import Sentences
from reportedly.annotate.tagger import Tagger
from reportedly.model.annotation import Found, Layer, TaggedAttribution
from reportedly.model.document import Document
from reportedly.reference.lexicon import lexicon


def predict(text: str) -> list[dict[str, Any]]:
    """The outermost attributions of `text`, in the corpus's form."""
    document = Document(text=text, language="en")
    (sentences,) = Sentences().find([document], [Found()])
    found = Found().adding(Layer.SENTENCE, sentences).adding(Layer.TOKEN, ())
    (answer,) = Tagger().find([document], [found])
    outermost = [each for each in answer if isinstance(each, TaggedAttribution) and each.outer is None]
    return [
        {
            "id": f"E{number}",
            "source": [[each.source.start, each.source.end]] if each.source else [],
            "cue": [[each.cue.start, each.cue.end]],
            "content": [[content.start, content.end] for content in each.contents],
        }
        for number, each in enumerate(outermost, 1)
    ]


_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "says": "say", "put": "say",
}  # fmt: skip
_ENDINGS = ("", "s", "es", "d", "ed", "ing")


@cache
def _communication_forms() -> frozenset[str]:
    """Every form of the verbs of saying and denying that the program knows."""
    words = lexicon("en", "reporting")
    verbs = {*words["say"], *words["deny"]}
    regular = {verb + ending for verb in verbs for ending in _ENDINGS}
    silent = {verb[:-1] + "ing" for verb in verbs if verb.endswith("e")}
    changed = {verb[:-1] + ending for verb in verbs if verb.endswith("y") for ending in ("ies", "ied")}
    doubled = {verb + verb[-1] + ending for verb in verbs for ending in ("ed", "ing")}
    return frozenset({*regular, *silent, *changed, *doubled, *_IRREGULAR, "according"})


def is_communication(text: str, attribution: dict[str, Any]) -> bool:
    """Does its cue hold a verb of saying, or "according"?"""
    cue = " ".join(text[start:end] for start, end in attribution["cue"])
    return not _communication_forms().isdisjoint(re.findall(r"[a-z]+", cue.lower()))


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a plain or gzip'd file in JSON Lines."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def main() -> None:
    """Writes one line an article."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="articles with `id` and `text`; what else they hold is not looked at")
    parser.add_argument("--out", type=Path, required=True, help="where the predictions go")
    parser.add_argument("--communication", action="store_true", help="write only what a verb of saying attributes")
    parser.add_argument("--gold-communication", type=Path, help="where the gold with such verbs goes")
    given = parser.parse_args()
    gold = list(articles(given.gold))
    if given.gold_communication:
        with given.gold_communication.open("w", encoding="utf-8") as out:
            for article in gold:
                said = [each for each in article["attributions"] if is_communication(article["text"], each)]
                out.write(json.dumps({**article, "attributions": said}) + "\n")
    with given.out.open("w", encoding="utf-8") as out:
        for article in gold:
            found = predict(article["text"])
            if given.communication:
                found = [each for each in found if is_communication(article["text"], each)]
            out.write(json.dumps({"id": article["id"], "attributions": found}) + "\n")


if __name__ == "__main__":
    main()
