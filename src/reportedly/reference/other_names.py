"""What somebody whose name is written in Cyrillic letters is called in Latin ones."""

from reportedly.reference.profile import load_profile
from reportedly.reference.slavic_script import has_cyrillic
from reportedly.reference.transliteration import latinise

_PROFILE = "ukraine"
"""The profile whose voices have names in Cyrillic letters."""


def other_names(name: str) -> tuple[str, ...]:
    """The names by which a ledger may know whoever is called `name`; none if it is in Latin letters."""
    if not has_cyrillic(name):
        return ()
    known = load_profile(_PROFILE).known(name)
    spelt = (latinise(name, language) for language in ("uk", "ru"))
    return tuple(dict.fromkeys((*((known.name,) if known else ()), *(each for each in spelt if each))))
