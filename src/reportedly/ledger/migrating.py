"""The numbered steps that bring an empty or an older ledger to the form that this version writes."""

from collections.abc import Sequence
from importlib.resources import files

VERSION = 1
"""Of the tables. It rises with each file in `migrations/`."""


def steps_from(version: int, dialect: str) -> Sequence[tuple[int, str]]:
    """The SQL of each step after `version`, with the version that it leads to.

    Args:
        dialect: `sqlite` or `postgres`.
    """
    folder = files("reportedly.ledger") / "migrations"
    return [
        (number, (folder / f"{number:04}.{dialect}.sql").read_text(encoding="utf-8"))
        for number in range(version + 1, VERSION + 1)
    ]
