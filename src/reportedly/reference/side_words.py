"""For which side a description speaks: "Ukrainian officials", "Moscow-installed authorities"."""

import re
from collections.abc import Sequence
from typing import Protocol

from reportedly.reference.lexicon import lexicon
from reportedly.reference.party import is_state

_LONGEST_NAME_WORDS = 7
_WORD = re.compile(r"\w+(?:[.'’]\w+)*[.'’]?")
_HYPHEN = re.compile(r"[-‐‑–]")


class Naming(Protocol):
    """Whoever knows which names and adjectives belong to which side."""

    def side_of_name(self, name: str) -> str | None: ...
    def side_of_region(self, name: str) -> str | None: ...
    def opposed(self, one: str | None, other: str | None) -> bool: ...
    def backed_speak_for(self, side: str) -> bool: ...


def side_of_phrase(phrase: str, naming: Naming) -> str | None:
    """For which side `phrase` speaks: who installed it, else its own adjectives, else what it is "of" or "in".

    Abstains for words that stand beside a side without speaking for it ("Western", "Ukraine's allies").
    """
    words = _WORD.findall(_HYPHEN.sub(" ", phrase))
    lists = lexicon("en", "source")
    low = [word.lower().rstrip(".") for word in words]
    hidden, installer, backer = _read_ties(words, low, naming)
    if installer:
        return installer
    own = [i for i in range(len(words)) if i not in hidden]
    first = next((i for i in own if low[i] in lists["prepositions"]), len(words))
    before = [i for i in own if i < first]
    if any(low[i] in lists["beside_a_side"] for i in before):
        return backer
    side = _first_side(words, before, naming)
    if side is None and any(low[i] in lists["authorities"] for i in before):
        side = _first_side(words, before, naming, regions=True)
    if side is not None and is_state(side) and any(low[i] in lists["rebels"] for i in before):
        return backer
    if side is None and first < len(words):
        side = _side_after(words, low, first, naming)
    if backer and (side is None or naming.opposed(backer, side)):
        return backer
    return side


def _read_ties(words: Sequence[str], low: Sequence[str], naming: Naming) -> tuple[set[int], str | None, str | None]:
    """Words of "Moscow-installed", "Iran-backed", "pro-Kremlin", "Russian-held": their places, installer, backer."""
    lists = lexicon("en", "source")
    hidden: set[int] = set()
    installer = backer = None
    for i, word in enumerate(low):
        if word == "armed" and low[i + 1 : i + 2] in (["forces"], ["force"], ["services"]):
            continue
        tied = word in (*lists["installed"], *lists["backed"], *lists["held"])
        if tied and low[i + 1 : i + 2] == ["by"]:
            # "Appointed by Kyiv", "backed by the Kremlin".
            by = i + 2 + (low[i + 2 : i + 3] == ["the"])
            named = naming.side_of_name(" ".join(words[by : by + 1]))
            hidden |= set(range(i, min(by + 1, len(words))))
            if word in lists["installed"]:
                installer = installer or named
            elif word in lists["backed"] and named and naming.backed_speak_for(named):
                backer = backer or named
        elif i and tied:
            named = naming.side_of_name(words[i - 1])
            hidden |= {i - 1, i}
            if word in lists["installed"]:
                installer = installer or named
            elif word in lists["backed"] and named and naming.backed_speak_for(named):
                backer = backer or named
        elif word in ("pro", "anti") and i + 1 < len(words):
            named = naming.side_of_name(words[i + 1])
            hidden |= {i, i + 1}
            if word == "pro" and named and naming.backed_speak_for(named):
                backer = backer or named
    return hidden, installer, backer


def _first_side(words: Sequence[str], at: Sequence[int], naming: Naming, regions: bool = False) -> str | None:
    look_up = naming.side_of_region if regions else naming.side_of_name
    allowed = set(at)
    state = None
    for start in at:
        for end in range(min(start + _LONGEST_NAME_WORDS, at[-1] + 1), start, -1):
            if set(range(start, end)) <= allowed and (side := look_up(" ".join(words[start:end]))):
                if not is_state(side):
                    # "Yemen's Houthis", "Lebanese Hezbollah": the state only says where the party is at home.
                    return side
                state = state or side
    return state


def _side_after(words: Sequence[str], low: Sequence[str], first: int, naming: Naming) -> str | None:
    """The side of "ministry of X", "government in X"; not of "ambassador to X", "resident of X"."""
    lists = lexicon("en", "source")
    head = set(low[:first])
    if low[first] in lists["place_prepositions"] and not set(low) & set(lists["authorities"]):
        return None
    if low[first] not in (*lists["belonging_prepositions"], *lists["place_prepositions"]):
        return None
    sent = low[first] == "of" and bool(head & set(lists["sent"]))
    if head & set(lists["strangers"]) and not sent:
        return None
    rest = list(range(first + 1, len(words)))
    ends = {*lists["place_prepositions"], "who", "which", "that", *(["to"] if sent else [])}
    stop = next((i for i in rest if low[i] in ends), None)
    rest = [i for i in rest if stop is None or i < stop]
    side = _first_side(words, rest, naming)
    if side is None and head & set(lists["authorities"]):
        side = _first_side(words, rest, naming, regions=True)
    return side
