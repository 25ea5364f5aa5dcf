"""By which rules claims are compared, so that a ledger knows when all is to be compared again."""

import hashlib
from functools import cache
from importlib.resources import files

from reportedly import __version__
from reportedly.reference.lexicon import lexicon

LANGUAGES = ("en", "ru", "uk")
DECIDING = (
    "blocks",
    "carrying",
    "deeds",
    "event_words",
    "ground",
    "grouping",
    "groups",
    "place_signals",
    "places",
    "signals",
    "speakers",
    "stems",
    "time_signals",
    "traits",
    "vetoes",
)
"""The files on which it hangs which claims are put together."""


@cache
def name_rules() -> str:
    """A name that changes with the version, with what decides, and with the words of the lists."""
    folder = files("reportedly.compare")
    digest = hashlib.sha256()
    for name in DECIDING:
        digest.update((folder / f"{name}.py").read_bytes().replace(b"\r\n", b"\n"))
    for language in LANGUAGES:
        digest.update(repr(sorted(lexicon(language, "event").items())).encode())
    return f"{__version__} {digest.hexdigest()[:12]}"
