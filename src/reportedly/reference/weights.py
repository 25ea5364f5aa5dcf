"""The trained attribution tagger's files, checked before anything is made of them.

They come from `training/`, whose model card (`docs/attribution.md`) says on what they were trained and how well they do.
`REPORTEDLY_MODEL` names another folder of such files; `REPORTEDLY_MODEL=none` does without.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.errors import ModelError

VARIABLE = "REPORTEDLY_MODEL"
NONE = "none"
"""The value of `REPORTEDLY_MODEL` with which rules alone read."""

MANIFEST = "manifest.json"
NETWORK = "network.onnx"
VOCABULARY = "vocabulary.txt"
LINKER = "linker.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What the tagger is made of."""

    name: str
    """Such as `attribution-en-1`."""
    network: bytes
    """An ONNX graph: sub-word ids and shapes in, tag scores out."""
    vocabulary: tuple[str, ...]
    """One sub-word a line, in the order of their ids."""
    linker: dict[str, Any]
    """`steps` between tags, and the two rankers of `annotate.linking.Linker`."""


def weights_folder() -> Path | None:
    """Where the weights in use lie; None if rules alone read."""
    named = os.environ.get(VARIABLE, "")
    if named == NONE:
        return None
    return Path(named) if named else Path(str(files("reportedly.reference"))) / "data" / "tagger" / "en"


def weights_name() -> str | None:
    """The name of the weights in use; None if rules alone read.

    Raises:
        ModelError: if the weights are missing or damaged.
    """
    folder = weights_folder()
    return None if folder is None else str(_manifest(folder)["name"])


def load_weights(folder: Path) -> Weights:
    """The weights that lie in `folder`.

    Raises:
        ModelError: if a file is missing, or is not the one that the manifest names by its hash.
    """
    manifest = _manifest(folder)
    contents = {name: _checked(folder / name, digest) for name, digest in manifest["sha256"].items()}
    return Weights(
        name=manifest["name"],
        network=contents[NETWORK],
        vocabulary=tuple(contents[VOCABULARY].decode("utf-8").split("\n")),
        linker=json.loads(contents[LINKER]),
    )


@cache
def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(manifest["name"], str) and {NETWORK, VOCABULARY, LINKER} <= manifest["sha256"].keys():
            return dict(manifest)
    except OSError as error:
        raise ModelError(str(path), "cannot be read") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(str(path), "is no list of a model's files") from error
    raise ModelError(str(path), "is no list of a model's files")


def _checked(path: Path, digest: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(str(path), "cannot be read") from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise ModelError(str(path), "is damaged: its hash is not the one in the manifest")
    return content
