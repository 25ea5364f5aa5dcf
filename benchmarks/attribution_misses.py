"""Which attributions a prediction misses, by kind: counts over a file in PolNeAR's format.

    python benchmarks/attribution.py GOLD.jsonl.gz --out PREDICTED.jsonl
    python -m benchmarks.attribution_misses GOLD.jsonl.gz PREDICTED.jsonl

An attribution counts as found if a prediction shares at least half of its content's characters (intersection over
union, blanks left out), and as found in full if the same holds for the source. The corpus's own scorer counts words and
matches one to one; its figures differ a little.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.attribution import articles, is_communication

ENOUGH = 0.5
_PRONOUNS = frozenset("he she they it we i you who which this that his her their its".split())
_QUOTE = re.compile(r"[“”\"«»]")

Attribution = dict[str, Any]


def words_of(text: str, spans: list[list[int]]) -> str:
    """What stands in `spans`, joined by spaces."""
    return " ".join(text[start:end] for start, end in spans)


def is_direct(text: str, attribution: Attribution) -> bool:
    """Does the content stand in quotation marks from end to end?"""
    content = words_of(text, attribution["content"]).strip()
    return bool(_QUOTE.match(content)) and bool(_QUOTE.match(content[-1:]))


KINDS: Mapping[str, Callable[[str, Attribution], bool]] = {
    "all": lambda text, each: True,
    "with a verb of communication": is_communication,
    "without one": lambda text, each: not is_communication(text, each),
    "direct quotation": is_direct,
    "partly quoted": lambda text, each: (
        not is_direct(text, each) and bool(_QUOTE.search(words_of(text, each["content"])))
    ),
    "no quotation": lambda text, each: not _QUOTE.search(words_of(text, each["content"])),
    "according to": lambda text, each: words_of(text, each["cue"]).lower().startswith("according"),
    "source is a pronoun": lambda text, each: words_of(text, each["source"]).lower() in _PRONOUNS,
    "no source": lambda text, each: not each["source"],
    "label before a colon": lambda text, each: words_of(text, each["cue"]).strip() == ":",
    "cue of four words or more": lambda text, each: len(words_of(text, each["cue"]).split()) >= 4,
    "content of three words or fewer": lambda text, each: len(words_of(text, each["content"]).split()) <= 3,
    "content in pieces": lambda text, each: len(each["content"]) > 1,
}
"""How the gold attributions are parted; the parts overlap."""


def characters(text: str, spans: list[list[int]]) -> set[int]:
    """The places of all letters and marks in `spans`."""
    return {place for start, end in spans for place in range(start, end) if not text[place].isspace()}


def likeness(one: set[int], other: set[int]) -> float:
    """Intersection over union; 1 if both are empty."""
    return len(one & other) / len(one | other) if one | other else 1.0


def main() -> None:
    """Prints a table: kind, how many, found, found in full."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    given = parser.parse_args()
    predicted = {each["id"]: each["attributions"] for each in articles(given.predicted)}
    asked, found, full = (Counter[str]() for _ in range(3))
    for article in articles(given.gold):
        text = article["text"]
        guesses = [
            (characters(text, each["content"]), characters(text, each["source"]))
            for each in predicted.get(article["id"], ())
        ]
        for each in article["attributions"]:
            content, source = characters(text, each["content"]), characters(text, each["source"])
            if not content:
                continue
            close = [its for guess, its in guesses if likeness(content, guess) >= ENOUGH]
            whole = any(likeness(source, its) >= ENOUGH for its in close)
            for kind in (name for name, holds in KINDS.items() if holds(text, each)):
                asked[kind] += 1
                found[kind] += bool(close)
                full[kind] += whole
    for kind in KINDS:
        shares = (found[kind] / max(1, asked[kind]), full[kind] / max(1, asked[kind]))
        print(f"{kind:34s} {asked[kind]:5d}  found {shares[0]:6.1%}  in full {shares[1]:6.1%}")


if __name__ == "__main__":
    main()
