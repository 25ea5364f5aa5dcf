"""Trains the attribution tagger from the data folder and writes its files.

    REPORTEDLY_EVAL=FOLDER python -m training.run --out build/tagger

FOLDER holds `attribution/train.jsonl.gz` and `dev.jsonl.gz` (PolNeAR), and `corpora/` with texts that nobody has
annotated. About an hour on two cores. `--teacher FILE` and `--student FILE` take up what an earlier run has
left in its `--out`.
"""

import argparse
import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from reportedly.annotate.windows import SubWords, cut_windows, load_sub_words
from training.card import write_card
from training.corpus import UNTAGGED, Example, cut_sentences, examples, read_articles
from training.encoder import Tagger, load_pretrained, pretrained_folder
from training.export import export
from training.fit_linker import fit_linker
from training.own_examples import make_articles
from training.train_tagger import Lesson, Plan, span_scores, train, with_teacher

TEACHER = Plan(epochs=4, scheduled_epochs=6, masked=0.05, seed=1)
STUDENT = Plan(epochs=5, scheduled_epochs=5, masked=0.15, seed=2)
OWN_ARTICLES = 1200
OWN_SEED = 7
LINKER_SEED = 3
UNANNOTATED = {
    "ukraine_articles_5countries_en.dev.jsonl.gz": 1000,
    "warline_en_uk_2022.dev.jsonl.gz": 1000,
    "presidents_en.dev.jsonl.gz": 120,
}
"""Texts that the student sees with the teacher's tags alone: how many of each file at most."""


def main() -> None:
    """Trains, exports, and says how well the spans are found on the development articles."""
    given = _arguments()
    folder = Path(os.environ["REPORTEDLY_EVAL"])
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(given.threads)
    vocabulary = _vocabulary()
    sub_words = load_sub_words(vocabulary)
    articles = read_articles(folder / "attribution" / "train.jsonl.gz")
    dev = list(examples(read_articles(folder / "attribution" / "dev.jsonl.gz"), sub_words))
    corpus = [Lesson(each, annotated=True) for each in examples(articles, sub_words)]
    own = [Lesson(each, annotated=True) for each in examples(make_articles(OWN_ARTICLES, OWN_SEED), sub_words)]
    raw = [Lesson(each, annotated=False) for each in _unannotated(folder / "corpora", sub_words)]
    with (given.out / "training.log").open("a", encoding="utf-8") as written:

        def log(line: str) -> None:
            print(line, file=sys.stderr, flush=True)
            print(time.strftime("%H:%M:%S"), line, file=written, flush=True)

        def trained(name: str, begun: Path | None, lessons: Callable[[], list[Lesson]], plan: Plan) -> Tagger:
            if begun:
                tagger = load_pretrained()
                tagger.load_state_dict(torch.load(begun))
                tagger.eval()
            else:
                tagger = train(lessons(), plan, sub_words.numbers["[MASK]"], log)
                torch.save(tagger.state_dict(), given.out / f"{name}.pt")
            told = ", ".join(f"{part} {score:.3f}" for part, score in span_scores(tagger, dev).items())
            log(f"{name}, exact spans on dev: {told}")
            return tagger

        log(f"windows: {len(corpus)} of the corpus, {len(own)} of our own, {len(raw)} without tags")

        def taught() -> list[Lesson]:
            teacher = trained("teacher", given.teacher, lambda: corpus, TEACHER)
            return with_teacher([*corpus, *own, *raw], teacher)

        student = trained("student", given.student, taught, STUDENT)
        linker = fit_linker(articles, seed=LINKER_SEED)
        for name, quantized in (("tagger-float", False), ("tagger", True)):
            export(student, linker, vocabulary, given.out / name, quantized=quantized)
        counts = {"of PolNeAR": len(corpus), "of our own": len(own), "without annotation": len(raw)}
        write_card(given.out / "tagger", student, dev, counts, {"teacher": TEACHER, "student": STUDENT})
        log(f"written to {given.out / 'tagger'}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="where weights, log and the finished files go")
    parser.add_argument("--teacher", type=Path, help="a teacher's weights, to begin with the student")
    parser.add_argument("--student", type=Path, help="a student's weights, to write the files alone")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _vocabulary() -> list[str]:
    numbers: dict[str, int] = json.loads((pretrained_folder() / "tokenizer.json").read_text(encoding="utf-8"))["model"][
        "vocab"
    ]
    return sorted(numbers, key=lambda word: numbers[word])


def _unannotated(folder: Path, sub_words: SubWords) -> Iterator[Example]:
    for name, most in UNANNOTATED.items():
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in list(lines)[:most]:
                text = json.loads(line)["text"]
                for window in cut_windows(text, cut_sentences(text), sub_words):
                    tags = tuple(
                        0 if start < end else UNTAGGED for start, end in zip(window.starts, window.ends, strict=True)
                    )
                    yield Example(name, window, tags)


if __name__ == "__main__":
    main()
