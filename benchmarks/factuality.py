"""Scores the certainty and polarity of given events on the scale of FactBank-like sets, −3 (denied) to 3 (asserted).

usage: python benchmarks/factuality.py GOLD --out PRED

GOLD: JSON Lines, gzipped or not, one sentence a line: {"id", "text", "events": [{"start", "end"}]}.
PRED: {"id", "scores": [one number an event, in order]}. Prints the speed in words a second.
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.quotes import Quotes
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.factuality import Factuality, judge_event
from reportedly.claims.modality import is_command
from reportedly.model.annotation import Token
from reportedly.model.claim import Certainty, Polarity
from reportedly.model.document import Document
from reportedly.model.tree import Tree

SCORES: Mapping[Certainty, float] = {
    Certainty.CERTAIN: 3.0,
    Certainty.PROBABLE: 1.5,
    Certainty.POSSIBLE: 1.0,
    Certainty.UNKNOWN: 0.75,
}
"""Points for a positive event; a negative one has the same below zero. Tense does not count."""

COMMAND_SCORE = -2.0
"""Points for what somebody is told to do: it is not so yet. Chosen on the development half of UDS-IH2, whose annotators
score commands below zero; without it that set loses four points of macro F1, and the two others hold no commands to speak of."""

BATCH_DOCUMENTS = 200


def score_event(found: Factuality) -> float:
    """The point on the scale that stands for a judgement."""
    return SCORES[found.certainty] * (-1.0 if found.polarity is Polarity.NEGATIVE else 1.0)


def score_sentence(tree: Tree, events: Sequence[Mapping[str, Any]]) -> list[float]:
    """One point for each event; one that no token covers counts as asserted."""
    scores = []
    for event in events:
        token = _find_token(tree, event["start"], event["end"])
        if token and is_command(tree, token):
            scores.append(COMMAND_SCORE)
        else:
            scores.append(score_event(judge_event(tree, token)) if token else SCORES[Certainty.CERTAIN])
    return scores


def _find_token(tree: Tree, start: int, end: int) -> Token | None:
    """The highest token that overlaps the event."""
    inside = [each for each in tree.tokens if each.start < end and start < each.end]
    return next(
        (each for each in inside if not start <= tree.tokens[each.head].start < end), inside[0] if inside else None
    )


def score_file(gold: Path) -> Iterator[dict[str, Any]]:
    """One line of PRED for each line of GOLD."""
    opener = gzip.open if gold.suffix == ".gz" else open
    with opener(gold, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines if line.strip()]
    for at in range(0, len(items), BATCH_DOCUMENTS):
        batch = items[at : at + BATCH_DOCUMENTS]
        documents = [Document(text=item["text"], language="en") for item in batch]
        found = annotate(documents, (Sentences(), Quotes(), Grammar()))
        for item, each in zip(batch, found, strict=True):
            yield {"id": item["id"], "scores": score_sentence(Tree(item["text"], each.tokens), item["events"])}


def main() -> None:
    """Read GOLD, write PRED."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    started = time.perf_counter()
    lines = list(score_file(options.gold))
    seconds = time.perf_counter() - started
    options.out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    opener = gzip.open if options.gold.suffix == ".gz" else open
    with opener(options.gold, "rt", encoding="utf-8") as gold:
        count = sum(len(json.loads(line)["text"].split()) for line in gold if line.strip())
    print(f"{len(lines)} sentences, {count} words, {count / seconds:.0f} words/s")


if __name__ == "__main__":
    main()
