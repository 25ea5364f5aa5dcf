"""Where a user's own gazetteers lie: `gazetteers/` in `REPORTEDLY_HOME`, or in the system's folder for user data."""

import os
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "REPORTEDLY_HOME"
SUFFIX = ".sqlite"
PARTIAL_SUFFIX = ".sqlite.partial"
"""Of an import that is not finished: readers do not look at it."""


def home_folder() -> Path:
    """The folder of what the user added to reportedly. It need not exist."""
    named = os.environ.get(VARIABLE, "")
    return Path(named) if named else user_data_path("reportedly", appauthor=False)


def gazetteers_folder() -> Path:
    """The folder of the user's own gazetteers. It need not exist."""
    return home_folder() / "gazetteers"


def list_gazetteers(folder: Path) -> Sequence[Path]:
    """The finished imports in `folder`, by name."""
    return sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ()


def list_unfinished(folder: Path) -> Sequence[Path]:
    """The imports in `folder` that were begun and not finished, by name."""
    return sorted(folder.glob(f"*{PARTIAL_SUFFIX}")) if folder.is_dir() else ()


def name_of(path: Path) -> str:
    """The name under which an import is listed and removed."""
    return path.name.removesuffix(".partial").removesuffix(SUFFIX)
