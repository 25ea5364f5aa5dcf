"""What a source is called when everything around its name is left out, so that it is known again in other documents."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from reportedly.compare.event_words import idle_words, list_pattern, plain
from reportedly.compare.stems import list_names, list_stems
from reportedly.reference.party import Known
from reportedly.reference.profile import Profile
from reportedly.reference.slavic_script import is_cyrillic

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]{2,60})[»”“\"]")
_PARENTHESES = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'ʼ.-]*")
_RELAY_NOUNS = re.compile(
    r"\b(?:telegram|channel|channels|news|site|website|agency|newspaper|outlet|portal|the|"
    r"телеграм\w*|telegram-канал\w*|канал\w*|издани\w+|видання|газет\w+|агентств\w+|агенці\w+|сайт\w*|портал\w*)\b[- ]?",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:^|\.)(?:gov|mil|kremlin)(?:\.|$)")
"""The address of a state's authority: president.gov.ua."""
PRESIDENT = "president"
"""A head of state, whose office bears the title in its name."""
PARTICLES = frozenset("von van der den de di da al el bin ibn ben of".split())
FEWEST_FOR_PART = 2
"""A person may be named by the surname alone; of two names that share only one word of several each is its own."""


@dataclass(frozen=True, slots=True)
class Called:
    """A name without its surroundings."""

    core: str
    bones: tuple[str, ...]
    """What each word of it keeps in every script."""
    known: Known | None


@lru_cache(maxsize=16384)
def call(name: str, known_as: str | None, profile: Profile) -> Called:
    """What a source is called."""
    core = cut_out(known_as or name)
    asked = (known_as, name, core, last_words(core, 2), last_words(core, 3))
    known = next((found for each in asked if each and (found := profile.known(each))), None)
    return Called(core=core, bones=list_names(known.name if known else capitals(core)), known=known)


def cut_out(name: str) -> str:
    """The name within a description: "regional governor Pavlo Kyrylenko", "the Telegram channel “Rubezh”"."""
    bare = _PARENTHESES.sub("", name).strip()
    if quoted := _QUOTED.search(bare):
        return quoted[1].strip()
    parts = [part.strip() for part in bare.split(",") if part.strip()]
    whole = next((part for part in reversed(parts) if is_all_name(part)), parts[0] if parts else bare)
    without = _RELAY_NOUNS.sub("", whole).strip(" -–—")
    return (name_at_end(without) or without) or whole


def name_at_end(words: str) -> str | None:
    """The person's name with which a description ends: “губернатор Павел Малков”; None if it ends with no such name."""
    run: list[str] = []
    for word in reversed(words.split()):
        if not (word[:1].isupper() or (run and word in PARTICLES)):
            break
        run.append(word)
    named = [word for word in run if word[0].isupper()]
    return " ".join(reversed(run)) if len(named) >= FEWEST_FOR_PART and len(run) < len(words.split()) else None


def last_words(name: str, count: int) -> str | None:
    """The last so many words of a longer name: a person's, behind an office written with capitals."""
    words = name.split()
    return " ".join(words[-count:]) if len(words) > count else None


def is_all_name(part: str) -> bool:
    """Is every word of it a name's, particles aside?"""
    words = _NAME_WORD.findall(part)
    return bool(words) and all(word[0].isupper() or word.casefold() in PARTICLES for word in words)


def capitals(core: str) -> str:
    """The words of a name, each with a capital, so that those of a Russian name count that are written small."""
    return " ".join(word[:1].upper() + word[1:] for word in core.split() if plain(word) not in idle_words(None))


def is_one_name(one: Called, other: Called) -> bool:
    """Do both name the same?"""
    if one.known is not None and other.known is not None:
        return one.known == other.known or one.known.name == other.known.name
    if not one.bones or not other.bones:
        return bool(one.core) and plain(one.core) == plain(other.core)
    if set(one.bones) == set(other.bones):
        return True
    less, more = sorted((one.bones, other.bones), key=len)
    if len(less) == 1:
        return len(more) == FEWEST_FOR_PART and less[0] == more[-1]
    # "Deputy Minister Hanna Maliar" ends with the name; of two romanisations the given names may differ by a letter.
    return more[-len(less) :] == less or (len(more) == len(less) and less[1:] == more[1:] and is_near(less[0], more[0]))


def is_near(one: str, other: str) -> bool:
    """Do two words keep the same but for a letter that is not the first? “Harbour Post” is not “Hill Post”."""
    return one[0] == other[0] and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=16384)
def bodies_of(described: str, profile: Profile) -> tuple[Called, ...]:
    """The bodies for whom somebody speaks who is described so: "Defence Ministry spokesman Igor Konashenkov"."""
    language = "ru" if is_cyrillic(described) else "en"
    languages = ("ru", "uk") if language == "ru" else ("en",)
    found = next(
        (match for each in languages if (match := list_pattern(each, "speaker_for").search(plain(described)))), None
    )
    if found is None:
        return ()
    before, after = described[: found.start()], described[found.end() :]
    after = re.split(r"[,;:]", re.sub(r"^\s*(?:for|of)?\s*(?:the\s)?", "", after, flags=re.IGNORECASE))[0]
    parts = [before, after, " ".join(after.split()[:-2])]  # "представитель Кремля Дмитрий Песков"
    called = [call(part.strip(" ,'’s"), None, profile) for part in parts if part.strip(" ,")]
    return tuple(each for each in called if each.known is None or not each.known.person)


@lru_cache(maxsize=1024)
def offices_of(known: Known | None, profile: Profile) -> tuple[Called, ...]:
    """The office whose head somebody is: what a president says stands on the site of the president's office."""
    if known is None or not known.person or known.office != PRESIDENT:
        return ()
    own = [each for each in profile.voices if each.side == known.side and not each.person]
    return tuple(call(each.name, None, profile) for each in own if f"the {PRESIDENT.title()}" in each.name)


@lru_cache(maxsize=16384)
def describes(name: str, language: str | None) -> frozenset[str]:
    """The words that describe somebody who is not named, as stems."""
    return frozenset(list_stems(name, language))


@lru_cache(maxsize=4096)
def speaks_for_itself(outlet: str, profile: Profile) -> bool:
    """Is a publisher of this name a channel, a command or an authority rather than a news outlet?"""
    known = call(outlet, None, profile).known
    if known is not None:
        return known.type.value not in ("outlet", "agency")
    languages = ("ru", "uk") if is_cyrillic(outlet) else ("en",)
    spoken = plain(outlet)
    if _STATE.search(outlet.casefold()):
        return True
    if any(list_pattern(each, "own_voice").search(spoken) for each in languages):
        in_parentheses = _PARENTHESES.search(outlet)  # "Novosti Dnya (Telegram channel)" says itself what it is
        return bool(in_parentheses) or not any(list_pattern(each, "outlet").search(spoken) for each in languages)
    return False
