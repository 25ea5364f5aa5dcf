"""How likely a tag sequence is among all of them: a linear-chain conditional random field."""

import torch
from torch import Tensor

from reportedly.annotate.tag_paths import forbidden_first

NEVER = -1e4


def log_likelihood(scores: Tensor, steps: Tensor, tags: Tensor, tagged: Tensor) -> Tensor:
    """Natural logarithm of the probability of `tags`, one number a window.

    The sum over all sequences is a product of small matrices, taken in pairs: log2 of the length many steps in place
    of one a sub-word.

    Args:
        scores: of shape (windows, sub-words, tags); the first sub-word of a window is a mark of the model's own.
        steps: of shape (tags, tags), from row to column.
        tags: of shape (windows, sub-words).
        tagged: of the same shape; sub-words where it is False are passed over. The second is always True.
    """
    first = torch.tensor(forbidden_first()).to(scores.device)
    opening = scores[:, 1].masked_fill(first, NEVER)
    product = _product(scores[:, 2:], steps, tagged[:, 2:])
    everything = torch.logsumexp(opening.unsqueeze(2) + product, dim=(1, 2))
    own = scores.gather(2, tags.unsqueeze(2)).squeeze(2).masked_fill(~tagged, 0)
    before = _tag_before(tags, tagged)
    stepped = steps[before[:, 2:], tags[:, 2:]].masked_fill(~tagged[:, 2:], 0)
    return own.sum(1) + stepped.sum(1) - everything


def _tag_before(tags: Tensor, tagged: Tensor) -> Tensor:
    """The tag of the last tagged sub-word in front of each one."""
    places = torch.arange(tags.shape[1], device=tags.device).expand_as(tags)
    last = torch.where(tagged, places, torch.zeros_like(places)).cummax(1).values
    return tags.gather(1, last.roll(1, 1))


def _product(scores: Tensor, steps: Tensor, tagged: Tensor) -> Tensor:
    """Of shape (windows, tags, tags): from each first tag to each last, over all ways between them, in logarithms."""
    count = steps.shape[0]
    same = torch.full_like(steps, NEVER).fill_diagonal_(0.0)
    matrices = torch.where(tagged[:, :, None, None], steps + scores.unsqueeze(2), same)
    while matrices.shape[1] > 1:
        if matrices.shape[1] % 2:
            matrices = torch.cat([matrices, same.expand(len(matrices), 1, count, count)], dim=1)
        left, right = matrices[:, ::2], matrices[:, 1::2]
        matrices = torch.logsumexp(left.unsqueeze(-1) + right.unsqueeze(-3), dim=-2)
    return matrices[:, 0]
