"""Who does it, and who holds the ground afterwards."""

import re

from reportedly.compare.deeds import DEEDS, Family
from reportedly.compare.event_words import compile_words, list_pattern, plain, word_list
from reportedly.model.claim import ActorRole, Claim
from reportedly.reference.profile import Profile
from reportedly.reference.slavic_script import is_cyrillic

TAKEN = frozenset({"capture", "enter", "advance", "hold", "encircle"})
"""Deeds after which whoever does them has the ground."""
LEFT = frozenset({"withdraw"})
"""Deeds after which the other side has it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SUFFERS = re.compile(
    r"(?:['’]s\b|\s+(?:(?:again|also|once more)\s+)?(?:was|were|is|are|has been|have been|had been|came under|comes under|suffered|lost power)\b"
    r"|\s+(?:был[аои]?|був|була|було|зазна\w+|подверг\w+|остал\w+|залиш\w+)\b)"
)
"""Behind the name of a side these say what befell the town of that name, or that something of it is meant."""
_CLEARED = re.compile(r"\bclear(?:ed|ing|s)?\s+of\b|\b(?:за|о)чищен\w*\s+(?:от|від)\b")
"""Behind these stands who was driven out: "cleared of Ukrainian troops"."""
_BY = re.compile(r"\b(?:by|of|to)$")
_NOMINATIVE = re.compile(r"(?:[сц]ькі|[сц]ька|[сц]кие|[сц]кая)$")
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:по|на|в|во|у|к|для|от|до|против|проти|із|з|на|of|on|at|in|against|to|from|for)$"
)
_OBLIQUE = "иіїеєуюйм"
"""The last letters of a country's name in any Slavic case but the nominative; of an adjective too."""
SUBJECT = 30
"""Code points within which the one who does it is named."""
UNSIDED = "~"
"""Before the name of a party that is no side of the profile."""
NEARBY = 3
"""Words between a side's adjective and its forces."""


def find_agent(claim: Claim, deed: str | None, profile: Profile) -> str | None:
    """The side that does it; None if that is not said, or several do."""
    if _CLEARED.search(claim.span.text):
        return opponent(driven_out(claim.span.text, profile), profile)
    doing = [actor for actor in claim.actors if actor.role is ActorRole.AGENT]
    sides = {actor.side for actor in doing if actor.side}
    if len(sides) == 1:
        return sides.pop()
    if sides:
        return None
    if deed is not None and (subject := side_of_subject(claim.span.text, profile)):
        return subject
    moved = {actor.side for actor in claim.actors if actor.role is ActorRole.PATIENT and actor.side}
    if deed in LEFT and len(moved) == 1:  # "the troops were pulled out"
        return moved.pop()
    family = DEEDS[deed].family if deed else None
    if family is Family.GROUND:
        named = sides_of_forces(claim.span.text, profile)
    elif family in (Family.FIRE, Family.FIGHTING):
        named = sides_of_forces(claim.span.text, profile, as_doers=True)
    else:
        return None
    if len(named) == 1:
        return named.pop()
    return None if named or family is Family.GROUND else unsided_doer(claim.span.text)


def driven_out(text: str, profile: Profile) -> str | None:
    """The side of whose forces a place was cleared."""
    found = _CLEARED.search(text)
    named = sides_of_forces(text[found.start() :], profile) if found else set()
    return named.pop() if len(named) == 1 else None


def unsided_doer(text: str) -> str | None:
    """A party without a known side that begins the text or stands behind "by": `~coalition`, `~rebels`."""
    spoken = plain(text)
    language = "ru" if is_cyrillic(text) else "en"
    for each in ("ru", "uk") if language == "ru" else ("en",):
        for name, words in word_list(each)["doers"].items():
            found = compile_words(words.split("|")).search(spoken)
            if found and (found.start() <= SUBJECT or spoken[: found.start()].rstrip().endswith((" by", " by the"))):
                return f"{UNSIDED}{name}"
    return None


def side_of_subject(text: str, profile: Profile) -> str | None:
    """The side whose name, in the nominative, begins the text: "Russia broke the truce"."""
    text = re.sub(r"^The ", "", text)
    first = _WORD.match(text)
    if first is None or (is_cyrillic(first.group()) and first.group()[-1] in _OBLIQUE):
        return None
    if _SUFFERS.match(text, first.end()):
        return None  # "Kyiv came under attack"
    side = profile.side_of_name(first.group())
    return side if side and first.group() not in profile.sides[side].adjectives else None


def sides_of_forces(text: str, profile: Profile, *, as_doers: bool = False) -> set[str]:
    """The sides whose forces `text` names: "under the control of Russian troops", "Ukraine's army".

    Args:
        as_doers: only where they begin the text, stand behind "by", or in the nominative of a Slavic language.
    """
    words = list(_WORD.finditer(text))
    forces = list_pattern("ru" if is_cyrillic(text) else "en", "force")
    found = set()
    for number, word in enumerate(words):
        pair = " ".join(each.group() for each in words[number : number + 2])
        side = profile.side_of_name(re.sub(r"['’]s?$", "", word.group())) or profile.side_of_name(pair)
        if side is None:
            continue
        if (
            number < NEARBY
            and word.group().isupper()
            and len(word.group()) >= NEARBY
            and not _BEHIND_PREPOSITION.search(plain(text[: word.start()].rstrip()))
        ):
            found.add(side)  # "ВСУ", "the IDF": the forces themselves
            continue
        following = plain(" ".join(each.group() for each in words[number + 1 : number + 1 + NEARBY]))
        if as_doers and not is_doer(text, word):
            continue
        if forces.search(following) or _BY.search(plain(text[: word.start()].rstrip())):
            found.add(side)
    return found


def is_doer(text: str, word: re.Match[str]) -> bool:
    """Does the side's name stand where the one who does it stands?"""
    before = plain(text[: word.start()]).strip()
    return before in ("", "the") or before.endswith(" by") or bool(_NOMINATIVE.search(word.group()))


def find_gains(deed: str | None, agent: str | None, patient: str | None, profile: Profile) -> str | None:
    """The side that holds the ground afterwards; None if that is not said."""
    if deed in TAKEN:
        return agent or opponent(patient, profile)
    if deed in LEFT:
        return opponent(agent, profile)
    return None


def opponent(side: str | None, profile: Profile) -> str | None:
    """The one side that a side fights; None if it fights several or none."""
    if side is None:
        return None
    others = [other for other in profile.sides if other != side and profile.opposed(side, other)]
    return others[0] if len(others) == 1 else None
