"""How well are times found and counted? Prints span and value scores on TIMEX3 data, and words a second.

Where the data lie is said by the environment:

    REPORTEDLY_EVAL=FOLDER python benchmarks/times.py [--errors N]

FOLDER/time/ holds `*.dev.jsonl.gz` (one document a line: id, text, dct, timexes) and `score_time.py`.
"""

import gzip
import json
import os
import re
import runpy
import sys
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.number_phrases import NumberPhrases
from reportedly.claims.counting import count_time
from reportedly.claims.timex import Standpoint
from reportedly.model.annotation import Found, Layer, Sentence
from reportedly.model.document import Document

SETS = ("aquaint", "te3platinum", "timebank")
SENTENCE_END = re.compile(r"(?<=[.!?])(?<![ap]\.m\.)\s+(?=[A-Z\"'`])|\n\s*\n")
# No parse tree is at hand here: what stands before the phrase in its sentence says the tense, roughly.
# The last sign of tense between the sentence's beginning and the phrase decides.
TENSE = re.compile(
    r"\b(?:(?P<future>will|would|shall|'ll|plans?|scheduled|expected|due|expects?|begins?|upcoming)"
    r"|was|were|had|has|have|did|\w+ed|said|told|went|took|made|came|held|began|met|killed)\b"
)


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences, roughly."""
    cuts = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    return tuple(Sentence.cut(text, start, end) for start, end in pairwise(cuts))


def predict(documents: list[dict[str, Any]]) -> tuple[dict[str, Any], float, float]:
    """TIMEX3 predictions by document, and the seconds that dates and numbers took."""
    texts = [Document(text=each["text"], language="en") for each in documents]
    found = [Found({Layer.SENTENCE: split(each["text"])}) for each in documents]
    DatePhrases().find(texts[:1], found[:1])
    began = time.perf_counter()
    answers = DatePhrases().find(texts, found)
    date_s = time.perf_counter() - began
    found = [each.adding(Layer.DATE_PHRASE, answer) for each, answer in zip(found, answers, strict=True)]
    began = time.perf_counter()
    NumberPhrases().find(texts, found)
    number_s = time.perf_counter() - began
    predicted = {}
    for each, layers in zip(documents, found, strict=True):
        published, there, timexes = date.fromisoformat(each["dct"][:10]), None, []
        for phrase in layers.date_phrases:
            sentence = next(one for one in layers.sentences if one.holds(phrase))
            signs = list(TENSE.finditer(each["text"], sentence.start, phrase.start))
            future = True if signs and signs[-1]["future"] else None
            timex = count_time(phrase.rule, phrase.values, Standpoint(published, future, there or published))
            if timex:
                if timex.earliest and timex.earliest == timex.latest:
                    there = timex.earliest
                timexes.append({"start": phrase.start, "end": phrase.end, "type": timex.type, "value": timex.value})
        predicted[each["id"]] = {"id": each["id"], "timexes": timexes}
    return predicted, date_s, number_s


def main() -> None:
    """Print one line for each set and one for all."""
    folder = Path(os.environ["REPORTEDLY_EVAL"]) / "time"
    score = runpy.run_path(str(folder / "score_time.py"))["score"]
    sets = {}
    for name in SETS:
        with gzip.open(folder / f"{name}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            sets[name] = [json.loads(line) for line in lines]
    sets["all"] = [each for documents in sets.values() for each in documents]
    for name, documents in sets.items():
        predicted, date_s, number_s = predict(documents)
        result, errors = score({each["id"]: each for each in documents}, predicted)
        words = sum(len(each["text"].split()) for each in documents)
        scores = "  ".join(f"{kind} {100 * result[kind]['F1']:.1f}" for kind in ("strict", "relaxed", "value", "type"))
        print(f"{name:12} {scores}  dates {words / date_s:,.0f} words/s  numbers {words / number_s:,.0f} words/s")
    if "--errors" in sys.argv:
        for error in errors[: int(sys.argv[-1])]:
            print(*error, sep="\t")


if __name__ == "__main__":
    main()
