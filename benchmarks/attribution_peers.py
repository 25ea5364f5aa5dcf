"""Who is quoted, as other people's tools see it and as ours does, in one run on a file in PolNeAR's format.

    python -m benchmarks.attribution_peers GOLD --out FOLDER [--peer textacy] [--peer sayswho] [--peer reportedly]

GOLD and what is written to FOLDER, NAME.jsonl for each tool: JSON Lines, one article a line: {"id", "text",
"attributions"}, where an attribution is {"id", "source", "cue", "content"} and each of the three a list of [start, end],
code points into the text, end exclusive. The predictions leave the text out. Prints the speed of each in words a second;
the parser is included where a tool needs one.

* textacy (Apache-2.0), `textacy.extract.direct_quotations`: pip install . textacy
* sayswho (MIT), which was made from it: pip install . && pip install --no-deps sayswho
  (the versions of regex that it asks for exclude those that our dependencies need; it works with ours)

The peers find only what stands in quotation marks, and get the parser that we use ourselves, one paragraph at a time.
A source reaches from the first to the last of the words that the tool names, which are heads and their compounds and
not whole phrases. textacy refuses a paragraph with an odd number of quotation marks; such a paragraph counts as empty.
sayswho changes a paragraph before it reads it (it closes open quotation marks, say); its places are mapped back. As
documented it is a class that also wants a model of coreference, which is not on PyPI and only groups the speakers
afterwards; the two steps that make `quotes` of that class are taken here without it.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.attribution import articles, predict
from reportedly.annotate.english import load_parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARAGRAPH = re.compile(r"\S(?:.*\S)?")
"""What stands between two newlines, without the blanks at its edges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A tool that finds quotations in a parsed text."""

    prepare: Callable[[str], str]
    """What the tool makes of a paragraph before it is parsed."""
    find: Callable[["Doc"], Iterable[tuple[Any, Any, Any]]]
    """The words of the speaker, those of the cue, and the stretch of the content.

    Raises:
        ValueError: if the tool refuses the paragraph.
    """


def load_textacy() -> Peer:
    """textacy's rules for direct quotations.

    Raises:
        ModuleNotFoundError: if textacy is not installed.
    """
    from textacy.extract import direct_quotations  # type: ignore[import-not-found]  # compared with, not depended on

    return Peer(prepare=str, find=direct_quotations)


def load_sayswho() -> Peer:
    """What sayswho's class does before it turns to coreference.

    Raises:
        ModuleNotFoundError: if sayswho is not installed.
    """
    from sayswho.helpers import prep_text_for_quote_detection  # type: ignore[import-not-found]  # no dependency of ours
    from sayswho.quote_finder import quote_finder  # type: ignore[import-not-found]  # no dependency of ours

    return Peer(prepare=prep_text_for_quote_detection, find=quote_finder)


PEERS: Mapping[str, Callable[[], Peer]] = {"textacy": load_textacy, "sayswho": load_sayswho}
OURS = "reportedly"


def align(prepared: str, text: str) -> list[int]:
    """For each offset into what the tool was given, its end included, the offset into what we had."""
    places: list[int] = []
    for _, start, end, there, there_end in SequenceMatcher(None, prepared, text, autojunk=False).get_opcodes():
        places += [min(there + step, there_end) for step in range(end - start)]
    return [*places, len(text)]


def find_quotations(peer: Peer, paragraph: str, base: int) -> list[dict[str, list[list[int]]]] | None:
    """The attributions of the paragraph that begins at `base`; None if the tool refuses it."""
    prepared = peer.prepare(paragraph)
    doc = load_parser()(prepared)
    try:
        quotations = list(peer.find(doc))
    except ValueError:
        return None
    places = align(prepared, paragraph)

    def reach(first: "Token", last: "Token") -> list[int]:
        return [base + places[first.idx], base + places[last.idx + len(last)]]

    return [
        {
            "source": [reach(speaker[0], speaker[-1])],
            "cue": [reach(word, word) for word in cue],
            "content": [reach(content[0], content[-1])],
        }
        for speaker, cue, content in quotations
    ]


def read_article(peer: Peer, text: str) -> tuple[list[dict[str, Any]], int]:
    """Its attributions, and the number of paragraphs that the tool refused."""
    answers = [find_quotations(peer, each.group(), each.start()) for each in PARAGRAPH.finditer(text)]
    attributions = [each for answer in answers if answer is not None for each in answer]
    return [{"id": f"A{number}"} | each for number, each in enumerate(attributions, 1)], answers.count(None)


def run(name: str, articles: Sequence[Mapping[str, Any]]) -> tuple[list[list[dict[str, Any]]], int]:
    """The attributions that a tool finds in each article, and the number of paragraphs that it refused.

    Raises:
        ModuleNotFoundError: if the tool is not installed.
    """
    if name == OURS:
        return [predict(article["text"]) for article in articles], 0
    peer = PEERS[name]()
    answers = [read_article(peer, article["text"]) for article in articles]
    return [found for found, _ in answers], sum(refused for _, refused in answers)


def main() -> None:
    """Runs each tool over GOLD and writes its predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--peer", choices=(*PEERS, OURS), action="append", help="by default all three")
    parser.add_argument("--out", type=Path, required=True, help="a folder")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    gold = list(articles(options.gold))
    words = sum(len(article["text"].split()) for article in gold)
    load_parser()  # before the clock starts
    predict("The mayor said so.")
    for name in options.peer or (*PEERS, OURS):
        started = time.perf_counter()
        try:
            found, refused = run(name, gold)
        except ModuleNotFoundError as absent:
            sys.exit(f"{absent}: pip install {name}, in the way that --help shows")
        speed = words / (time.perf_counter() - started)
        with (options.out / f"{name}.jsonl").open("w", encoding="utf-8") as out:
            for article, attributions in zip(gold, found, strict=True):
                out.write(json.dumps({"id": article["id"], "attributions": attributions}) + "\n")
        count = sum(len(each) for each in found)
        print(
            f"{name:10s} {len(gold)} articles, {count} attributions, {refused} paragraphs refused, {speed:.0f} words/s"
        )


if __name__ == "__main__":
    main()
