"""By which rules claims are compared, so that a ledger knows when all is to be compared again."""

import hashlib
from functools import cache

from reportedly import __version__
from reportedly.compare.deeds import DEEDS
from reportedly.compare.signals import BIAS, SIGNALS
from reportedly.reference.lexicon import lexicon

LANGUAGES = ("en", "ru", "uk")


@cache
def name_rules() -> str:
    """A name that changes with the version, the words of the lists and the weights of the signals."""
    parts = [
        __version__,
        *(f"{signal.name} {signal.weight}" for signal in SIGNALS),
        str(BIAS),
        *(f"{name} {deed.kinds} {deed.family} {deed.tells_alone}" for name, deed in DEEDS.items()),
        *(repr(sorted(lexicon(each, "event").items())) for each in LANGUAGES),
    ]
    return f"{__version__} {hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:12]}"
