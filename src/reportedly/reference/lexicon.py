"""Word lists by language, from `data/lexicon/<language>/<name>.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(language: str, name: str) -> dict[str, Any]:
    """One word list, as its TOML says it.

    Args:
        language: ISO 639-1, lower case.
        name: the file's name without its ending, such as `reporting`.
    """
    path = files("reportedly.reference") / "data" / "lexicon" / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
