"""How well are times found and counted? Prints span and value scores on TIMEX3 data, and words a second.

Where the data lie is said by the environment:

    REPORTEDLY_EVAL=FOLDER python benchmarks/times.py [--errors N]

FOLDER/time/ holds `*.dev.jsonl.gz` (one document a line: id, text, dct, timexes) and `score_time.py`.
Or any file of that form, with or without `timexes`, gives predictions in the form that `score_time.py` reads:

    python benchmarks/times.py GOLD.jsonl[.gz] --language en|uk|ru --out PRED.jsonl
"""

import argparse
import gzip
import json
import os
import re
import runpy
import time
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.number_phrases import NumberPhrases
from reportedly.claims.counting import count_time
from reportedly.claims.narration import tell
from reportedly.claims.timex import Timex
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document

SETS = {"aquaint": "en", "te3platinum": "en", "timebank": "en", "wikiwars_uk": "uk"}
SENTENCE_END = re.compile(r"(?<=[.!?])(?<![ap]\.m\.)\s+(?=[A-ZА-ЯЄІЇҐ\"'`«])|\n\s*\n")

# Between the two ends of a range; "8-го" is one word.
BETWEEN_ENDS = re.compile(r"\s*[-–—]\s*(?=\d|\w{3})|\s+(?:to|until|till|through|and|по|до|та|і|й|и|на)\s+")


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences, roughly."""
    cuts = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    return tuple(Sentence.cut(text, start, end) for start, end in pairwise(cuts))


def read_documents(path: Path) -> list[dict[str, Any]]:
    """One JSON document a line, plain or packed."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(documents: list[dict[str, Any]], language: str = "en") -> tuple[dict[str, Any], float]:
    """TIMEX3 predictions by document, and the seconds that finding and counting took."""
    texts = [Document(text=each["text"], language=language) for each in documents]
    found = [Found({Layer.SENTENCE: split(each["text"])}) for each in documents]
    DatePhrases().find(texts[:1], found[:1])  # compiles the patterns
    began, predicted = time.perf_counter(), {}
    answers = DatePhrases().find(texts, found)
    for each, layers, phrases in zip(documents, found, answers, strict=True):
        published, timexes = date.fromisoformat(each["dct"][:10]), []
        for told in tell(each["text"], layers.sentences, phrases, published, language):
            phrase, standpoint = told.phrase, told.standpoint
            # TIMEX3 wants a day where a claim would rather have none: what counts from nothing counts from now.
            standpoint = replace(standpoint, there=standpoint.there or published)
            if timex := told.timex or count_time(phrase.rule, phrase.values, standpoint):
                timexes += write_out(phrase, timex)
        predicted[each["id"]] = {"id": each["id"], "timexes": timexes}
    return predicted, time.perf_counter() - began


def write_out(phrase: DatePhrase, timex: Timex) -> list[dict[str, Any]]:
    """One timex; of a range two, as TimeML wants its ends marked."""
    whole = {"start": phrase.start, "end": phrase.end, "type": timex.type, "value": timex.value}
    first, slash, last = timex.value.partition("/")
    between = BETWEEN_ENDS.search(phrase.text) if slash else None
    if between is None:
        return [whole]
    end, start = phrase.start + between.start(), phrase.start + between.end()
    return [whole | {"end": end, "value": first}, whole | {"start": start, "value": last}]


def time_numbers(documents: list[dict[str, Any]], language: str) -> float | None:
    """The seconds that finding the numbers takes; None in a language whose numbers are not read."""
    texts = [Document(text=each["text"], language=language) for each in documents]
    found = [Found({Layer.SENTENCE: split(each["text"])}) for each in documents]
    dated = DatePhrases().find(texts, found)
    found = [each.adding(Layer.DATE_PHRASE, answer) for each, answer in zip(found, dated, strict=True)]
    began = time.perf_counter()
    numbers = NumberPhrases().find(texts, found)
    return time.perf_counter() - began if any(numbers) else None


def print_table(folder: Path, errors_shown: int) -> None:
    """One line for each set and one for all English ones."""
    score = runpy.run_path(str(folder / "score_time.py"))["score"]
    sets = {name: read_documents(folder / f"{name}.dev.jsonl.gz") for name in SETS}
    english = [each for name, documents in sets.items() if SETS[name] == "en" for each in documents]
    for name, documents in {**sets, "all English": english}.items():
        language = SETS.get(name, "en")
        predicted, date_s = predict(documents, language)
        number_s = time_numbers(documents, language)
        result, errors = score({each["id"]: each for each in documents}, predicted)
        words = sum(len(each["text"].split()) for each in documents)
        scores = "  ".join(f"{kind} {100 * result[kind]['F1']:.1f}" for kind in ("strict", "relaxed", "value", "type"))
        numbers = f"numbers {words / number_s:,.0f} words/s" if number_s else "numbers not read"
        print(f"{name:12} {scores}  dates {words / date_s:,.0f} words/s  {numbers}")
        for error in errors[: errors_shown if name == "all English" else 0]:
            print(*error, sep="\t")


def main() -> None:
    """Predict for a file, or print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    asked = parser.parse_args()
    if asked.gold is None:
        print_table(Path(os.environ["REPORTEDLY_EVAL"]) / "time", asked.errors)
        return
    if asked.out is None:
        parser.error("name the file for the predictions with --out")
    predicted, _ = predict(read_documents(asked.gold), asked.language)
    with asked.out.open("w", encoding="utf-8") as out:
        for each in predicted.values():
            print(json.dumps(each, ensure_ascii=False), file=out)


if __name__ == "__main__":
    main()
