"""The example dispatches that come along, which were written for this purpose."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A dispatch, with what its file does not say of itself."""

    path: Path
    outlet: str
    published: date


def find_examples() -> Path:
    """The folder of the example dispatches, in the installed package or in the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "examples"
    return installed if installed.is_dir() else package.parents[1] / "examples"


def list_examples(folder: Path) -> list[Example]:
    """Each dispatch, in the order of `examples.toml`."""
    listed = tomllib.loads((folder / "examples.toml").read_text(encoding="utf-8"))["examples"]
    return [Example(path=folder / each["file"], outlet=each["outlet"], published=each["published"]) for each in listed]
