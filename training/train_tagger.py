"""Trains the tagger: a teacher on the corpus, then a student on the corpus, on our own examples and on the teacher's view.

The teacher learns the annotators' tags. The student learns them too, and beside them how sure the teacher is of every
tag, on the corpus, on examples of our own (`own_examples.py`) and on conflict reporting that nobody has annotated,
whose words PolNeAR's campaign news lacks. Both are the same network; both stop after a number of epochs set beforehand.
"""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from reportedly.annotate.tag_paths import TAGS, Part, best_path, spans_of
from reportedly.annotate.tagger import load_network
from reportedly.reference.weights import load_weights
from training.corpus import UNTAGGED, Example
from training.crf import log_likelihood
from training.encoder import Tagger, load_pretrained

BATCH = 8
LEARNING_RATE = 2e-4
HEAD_TIMES = 5
"""The new layers learn so many times faster than the pretrained ones."""
WARM_SHARE = 0.06
LOCAL_WEIGHT = 0.3
"""Of the tags one by one, beside the likelihood of whole sequences."""
TEACHER_WEIGHT = 1.0
AVERAGE_KEPT = 0.998
"""The weights that are kept are a running average over the last few hundred steps."""

Log = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """One training."""

    epochs: int
    scheduled_epochs: int
    """How many the learning rate falls over; more than `epochs` if the training stops early."""
    masked: float
    """Share of the sub-words that are hidden from the network."""
    seed: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window, and what is known of its tags: the annotators' view, the teacher's, or both."""

    example: Example
    annotated: bool
    teacher: NDArray[np.float16] | None = None
    """Scores of shape (sub-words, tags)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length, filled up to the longest."""

    lessons: Sequence[Lesson]
    ids: Tensor
    shapes: Tensor
    tags: Tensor
    there: Tensor

    @property
    def tagged(self) -> Tensor:
        return self.tags >= 0


def train(lessons: Sequence[Lesson], plan: Plan, mask_id: int, log: Log) -> Tagger:
    """A tagger that has gone through `lessons`; the same for the same seed on the same machine."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    tagger = load_pretrained()
    optimizer, schedule = _optimizer(tagger, math.ceil(len(lessons) / BATCH) * plan.scheduled_epochs)
    average = {name: value.clone() for name, value in tagger.state_dict().items()}
    step, begun = 0, time.monotonic()
    for epoch in range(plan.epochs):
        total = 0.0
        for batch in batches(lessons, chance):
            loss = _loss(tagger, batch, plan, mask_id)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            total += loss.item()
            _move_average(average, tagger, min(AVERAGE_KEPT, (1 + step) / (10 + step)))
            if step % 100 == 0:
                log(
                    f"epoch {epoch + 1} of {plan.epochs}, step {step}, {time.monotonic() - begun:.0f} s, loss {loss.item():.3f}"
                )
    tagger.load_state_dict(average)
    return tagger.eval()


def _optimizer(tagger: Tagger, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    named = [(name, value) for name, value in tagger.named_parameters() if value.requires_grad]
    head = [value for name, value in named if name.startswith(("scores", "steps"))]
    rest = [value for name, value in named if not name.startswith(("scores", "steps"))]
    optimizer = torch.optim.AdamW(
        [{"params": rest, "lr": LEARNING_RATE}, {"params": head, "lr": LEARNING_RATE * HEAD_TIMES}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )
    warm = max(1, int(steps * WARM_SHARE))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))
    )
    return optimizer, schedule


def _move_average(average: dict[str, Tensor], tagger: Tagger, kept: float) -> None:
    with torch.no_grad():
        for name, value in tagger.state_dict().items():
            if name != "words.weight":  # which are not trained
                average[name].mul_(kept).add_(value, alpha=1 - kept)


def _loss(tagger: Tagger, batch: Batch, plan: Plan, mask_id: int) -> Tensor:
    hidden = (torch.rand(batch.ids.shape) < plan.masked) & batch.tagged
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = tagger(batch.ids.masked_fill(hidden, mask_id), batch.shapes, batch.there)
    scores = scores.float()
    loss = scores.new_zeros(())
    annotated = torch.tensor([lesson.annotated for lesson in batch.lessons])
    if annotated.any():
        tagged, tags = batch.tagged[annotated], batch.tags[annotated]
        own = scores[annotated]
        whole = -log_likelihood(own, tagger.step_scores(), tags.clamp(min=0), tagged).sum() / tagged.sum()
        loss = loss + whole + LOCAL_WEIGHT * functional.cross_entropy(own[tagged], tags[tagged])
    if batch.lessons[0].teacher is not None:
        taught = functional.softmax(_filled([lesson.teacher for lesson in batch.lessons], batch.ids.shape[1]), dim=-1)
        learnt = functional.log_softmax(scores, dim=-1)
        loss = loss - TEACHER_WEIGHT * (taught * learnt).sum(-1)[batch.tagged].mean()
    return loss


def _filled(scores: Sequence[NDArray[np.float16] | None], length: int) -> Tensor:
    filled = np.zeros((len(scores), length, len(TAGS)), dtype=np.float32)
    for number, each in enumerate(scores):
        if each is not None:
            filled[number, : len(each)] = each
    return torch.from_numpy(filled)


def batches(lessons: Sequence[Lesson], chance: random.Random | None = None) -> Iterator[Batch]:
    """The lessons in batches of like length, in any order; in their own order if `chance` is None."""
    ordered = list(lessons)
    groups = [ordered[first : first + BATCH] for first in range(0, len(ordered), BATCH)]
    if chance is not None:
        chance.shuffle(ordered)
        reach = BATCH * 20
        shelves = [
            sorted(ordered[first : first + reach], key=lambda lesson: len(lesson.example.tags))
            for first in range(0, len(ordered), reach)
        ]
        groups = [shelf[first : first + BATCH] for shelf in shelves for first in range(0, len(shelf), BATCH)]
        chance.shuffle(groups)
    for group in groups:
        yield _batch(group)


def _batch(group: Sequence[Lesson]) -> Batch:
    longest = max(len(lesson.example.tags) for lesson in group)

    def filled(part: Callable[[Example], Sequence[int]], fill: int) -> Tensor:
        rows = [list(part(lesson.example)) for lesson in group]
        return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])

    return Batch(
        lessons=group,
        ids=filled(lambda example: example.window.ids, 0),
        shapes=filled(lambda example: example.window.shapes, 0),
        tags=filled(lambda example: example.tags, UNTAGGED),
        there=filled(lambda example: [1] * len(example.tags), 0).bool(),
    )


def with_teacher(lessons: Sequence[Lesson], teacher: Tagger) -> list[Lesson]:
    """The same lessons, each with the teacher's scores."""
    taught: list[Lesson] = []
    with torch.no_grad():
        for batch in batches(lessons):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = teacher(batch.ids, batch.shapes, batch.there)
            for lesson, row in zip(batch.lessons, scores.float().numpy(), strict=True):
                seen = row[: len(lesson.example.tags)].astype(np.float16)
                taught.append(Lesson(lesson.example, lesson.annotated, seen))
    return taught


def span_scores(tagger: Tagger, examples: Sequence[Example]) -> dict[str, float]:
    """F1 of exactly right spans for each part, in floating point: a quick look at how a training went."""
    scores: list[NDArray[np.float32]] = []
    with torch.no_grad():
        for batch in batches([Lesson(example, annotated=True) for example in examples]):
            rows = tagger(batch.ids, batch.shapes, batch.there).numpy()
            scores += [row[: len(lesson.example.tags)] for lesson, row in zip(batch.lessons, rows, strict=True)]
    return _compare(examples, scores, tagger.step_scores().detach().numpy())


def tag_shipped(folder: Path, examples: Sequence[Example]) -> dict[str, float]:
    """The same for the network that lies in `folder`, as the program runs it."""
    weights = load_weights(folder)
    session = load_network(weights.network)
    scores = []
    for example in examples:
        given = {"ids": [example.window.ids], "shapes": [example.window.shapes]}
        (rows,) = session.run(None, {name: np.array(each, dtype=np.int64) for name, each in given.items()})
        scores.append(rows[0])
    return _compare(examples, scores, np.array(weights.linker["steps"], dtype=np.float32))


def _compare(
    examples: Sequence[Example], scores: Sequence[NDArray[np.float32]], steps: NDArray[np.float32]
) -> dict[str, float]:
    right, found, known = (dict.fromkeys(Part, 0) for _ in range(3))
    for example, rows in zip(examples, scores, strict=True):
        kept = [place for place, tag in enumerate(example.tags) if tag != UNTAGGED]
        guessed = set(spans_of(best_path(rows[kept], steps)))
        gold = set(spans_of([example.tags[place] for place in kept]))
        for part in Part:
            mine, theirs = ({span for span in spans if span[0] is part} for spans in (guessed, gold))
            right[part] += len(mine & theirs)
            found[part] += len(mine)
            known[part] += len(theirs)
    return {part: 2 * right[part] / max(1, found[part] + known[part]) for part in Part}
