"""The trained tagger as the files that the program ships: an eight-bit network, its vocabulary, its linker."""

import copy
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from reportedly.annotate.linking import Linker, Ranker
from reportedly.reference.weights import LINKER, MANIFEST, NETWORK, VOCABULARY
from training.encoder import SHAPES, Tagger

NAME = "attribution-en-1"
DECIMALS = 5
"""Of the linker's numbers."""
TILT = 0.3
"""Added to the score of every tag but the one for words outside any span, in natural logarithms.

A network that saw hidden words in training doubts too much when it sees all. Chosen on PolNeAR's development articles.
"""


def export(tagger: Tagger, linker: Linker, vocabulary: list[str], folder: Path, *, quantized: bool = True) -> None:
    """Writes everything that the program loads into `folder`, which may exist.

    Weights are quantized to eight bits for each output channel on its own. One bit of the range stays free
    (`reduce_range`), since processors without VNNI would otherwise overflow when they add two products.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tagger = tilted(tagger)
    with tempfile.TemporaryDirectory() as scratch:
        float_network = Path(scratch) / "float.onnx"
        ids, shapes = torch.randint(999, 29999, (1, 200)), torch.randint(0, SHAPES, (1, 200))
        torch.onnx.export(
            tagger,
            (ids, shapes),
            str(float_network),
            input_names=["ids", "shapes"],
            output_names=["scores"],
            dynamic_axes={name: {1: "length"} for name in ("ids", "shapes", "scores")},
            opset_version=20,
            dynamo=False,
        )
        if quantized:
            quantize_dynamic(
                float_network, folder / NETWORK, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
            )
        else:
            (folder / NETWORK).write_bytes(float_network.read_bytes())
    (folder / VOCABULARY).write_text("\n".join(vocabulary), encoding="utf-8")
    stored = {
        "steps": _rounded(tagger.step_scores().detach()),
        "cue_of_content": _stored(linker.cue_of_content),
        "source_of_cue": _stored(linker.source_of_cue),
    }
    (folder / LINKER).write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (NETWORK, VOCABULARY, LINKER)}
    manifest = {"name": NAME if quantized else f"{NAME}-float", "sha256": hashes}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def tilted(tagger: Tagger) -> Tagger:
    """The same tagger, readier to mark words."""
    other = copy.deepcopy(tagger).eval()
    with torch.no_grad():
        other.scores.bias[1:] += TILT
    return other


def _stored(ranker: Ranker) -> list[object]:
    return [_rounded(torch.from_numpy(part)) for part in (ranker.hidden, ranker.hidden_bias, ranker.scores)]


def _rounded(numbers: torch.Tensor) -> object:
    if numbers.dim() == 0:
        return round(numbers.item(), DECIMALS)
    return [_rounded(each) for each in numbers]
