"""Fits the two rankers that put tagged spans together, on the annotators' own spans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from reportedly.annotate.linking import Layout, Linker, Ranker, TaggedSpan, View, pair_features
from reportedly.annotate.tag_paths import Part
from training.corpus import Article, cut_sentences

UNITS = 32
EPOCHS = 40
BATCH = 64
LEARNING_RATE = 0.01


@dataclass(frozen=True, slots=True)
class Choice:
    """A span, what it might belong to, and what it does belong to."""

    rows: list[list[float]]
    """The features of "nothing", then those of each candidate."""
    right: int


def fit_linker(articles: Sequence[Article], seed: int) -> Linker:
    """A linker that has seen every choice in `articles`."""
    torch.manual_seed(seed)
    choices = [_choices(article) for article in articles]
    return Linker(
        cue_of_content=_fit([choice for cues, _ in choices for choice in cues]),
        source_of_cue=_fit([choice for _, sources in choices for choice in sources]),
    )


def _choices(article: Article) -> tuple[list[Choice], list[Choice]]:
    spans: set[TaggedSpan] = set()
    cue_of: dict[TaggedSpan, TaggedSpan] = {}
    source_of: dict[TaggedSpan, TaggedSpan | None] = {}
    for attribution in article["attributions"]:
        if not attribution["cue"] or not attribution["content"]:
            continue
        cue = _span(attribution["cue"][0], Part.CUE)
        sources = [_span(each, Part.SOURCE) for each in attribution["source"]]
        contents = [_span(each, Part.CONTENT) for each in attribution["content"]]
        source_of[cue] = sources[0] if sources else None
        cue_of.update(dict.fromkeys(contents, cue))
        spans.update((cue, *sources, *contents))
    view = View(article["text"], Layout(cut_sentences(article["text"])), list(spans))
    return (
        list(_weigh(view, cue_of, Part.CUE)),
        list(_weigh(view, source_of, Part.SOURCE)),
    )


def _span(ends: Sequence[int], part: Part) -> TaggedSpan:
    start, end = ends
    return TaggedSpan(start, end, part)


def _weigh(
    view: View, chosen: dict[TaggedSpan, TaggedSpan] | dict[TaggedSpan, TaggedSpan | None], part: Part
) -> Iterator[Choice]:
    for span, right in chosen.items():
        candidates = view.near(span, part)
        rows = [pair_features(view, span, None), *(pair_features(view, span, each) for each in candidates)]
        yield Choice(rows, candidates.index(right) + 1 if right in candidates else 0)


def _fit(choices: Sequence[Choice]) -> Ranker:
    width = len(choices[0].rows[0])
    network = nn.Sequential(nn.Linear(width, UNITS), nn.ReLU(), nn.Linear(UNITS, 1, bias=False))
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=0.01)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = LEARNING_RATE * (1 - epoch / EPOCHS)
        order = torch.randperm(len(choices)).tolist()
        for first in range(0, len(order), BATCH):
            rows, there, right = _filled([choices[number] for number in order[first : first + BATCH]])
            scores = network(rows).squeeze(-1).masked_fill(~there, -1e4)
            loss = nn.functional.cross_entropy(scores, right)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    hidden, last = network[0], network[2]
    return Ranker(
        hidden.weight.detach().numpy().T.copy(),
        hidden.bias.detach().numpy().copy(),
        last.weight.detach().numpy()[0].copy(),
    )


def _filled(choices: Sequence[Choice]) -> tuple[Tensor, Tensor, Tensor]:
    most = max(len(choice.rows) for choice in choices)
    rows = np.zeros((len(choices), most, len(choices[0].rows[0])), dtype=np.float32)
    there = np.zeros((len(choices), most), dtype=np.bool_)
    for number, choice in enumerate(choices):
        rows[number, : len(choice.rows)] = choice.rows
        there[number, : len(choice.rows)] = True
    return torch.from_numpy(rows), torch.from_numpy(there), torch.tensor([choice.right for choice in choices])
