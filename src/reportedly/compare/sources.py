"""The sources of an event: which of those that its documents name are one, and which cannot be told apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import combinations

from reportedly.compare.naming import Called, bodies_of, call, describes, is_one_name, offices_of, speaks_for_itself
from reportedly.model.document import Document
from reportedly.model.held import HeldClaim
from reportedly.model.source import Identity, Source, SourceType
from reportedly.reference.profile import Profile

FEWEST_WORDS = 2
"""A single word of a name is too many others' as well."""
_SEAT = re.compile(r" (?:in|в|у) ([^\W\d_]+)")
REACH = 90
"""Code points around a mention in which it may be said for whom somebody speaks."""


class Likeness(Enum):
    """Whether two voices are one source."""

    SAME = auto()
    UNTOLD = auto()
    """They cannot be told apart: two “unnamed officials”."""
    OTHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A source as one document names it, or a publisher that speaks for itself."""

    id: str
    """The source's id in the ledger; of a publisher, one made of its name."""
    name: str
    called: Called
    bodies: tuple[Called, ...] = ()
    """For whom it speaks."""
    type: SourceType | None = None
    identity: Identity = Identity.NAMED
    side: str | None = None
    described: frozenset[str] = frozenset()
    outlet: str | None = field(default=None)
    """The publisher, where the voice is one."""


def make_voice(source: Source, id_: str, document: Document, profile: Profile) -> Voice:
    """A source as the document names it."""
    called = call(source.name, source.known_as, profile)
    known = called.known
    return Voice(
        id=id_,
        name=known.name if known else called.core or source.name,
        called=called,
        bodies=find_bodies(source, document, profile),
        type=source.type,
        identity=source.identity,
        side=source.side or (known.side if known else None) or side_of_seat(source, document, profile),
        described=describes(source.name, document.language),
    )


def side_of_seat(source: Source, document: Document, profile: Profile) -> str | None:
    """The side in whose capital a body sits: "the General Staff in Kyiv"; None if that is not said, or it is none."""
    if source.type not in (SourceType.MILITARY, SourceType.INSTITUTION) or source.identity is Identity.UNSPECIFIED:
        return None
    for mention in source.mentions:
        seat = _SEAT.match(document.text, mention.end)
        if seat and (side := profile.side_of_name(seat[1])):
            return side
    return None


def make_publisher(document: Document, profile: Profile) -> Voice:
    """The publisher of a document as a voice."""
    name = document.outlet or document.url or document.id
    called = call(name, None, profile)
    return Voice(
        id=f"publisher {name}",
        name=called.known.name if called.known else called.core or name,
        called=called,
        type=called.known.type if called.known else None,
        side=called.known.side if called.known else None,
        outlet=document.outlet,
    )


def is_voice(document: Document, profile: Profile) -> bool:
    """Does the publisher of the document speak for itself, as a channel, a command or an authority does?"""
    return bool(document.outlet) and speaks_for_itself(document.outlet or "", profile)


def find_bodies(source: Source, document: Document, profile: Profile) -> tuple[Called, ...]:
    """For whom a source speaks, as its mentions and what stands around them say."""
    found: dict[Called, None] = dict.fromkeys(bodies_of(source.name, profile))
    found |= dict.fromkeys(offices_of(call(source.name, source.known_as, profile).known, profile))
    for mention in source.mentions:
        if mention.end <= mention.start:
            continue
        after = document.text[mention.end : mention.end + REACH].split("\n")[0]
        around = [mention.text]
        if after.startswith((",", " —", " –")):
            around.append(after[1:].split(",")[0].split(".")[0])
        found |= dict.fromkeys(body for each in around for body in bodies_of(each, profile))
    return tuple(found)


def compare_voices(one: Voice, other: Voice) -> Likeness:
    """Whether two voices are one source."""
    if one.id == other.id:
        return Likeness.SAME
    if is_named(one, other):
        if one.side and other.side and one.side != other.side:
            return Likeness.OTHER
        pairs = [(one.called, other.called)]
        pairs += [(body, other.called) for body in one.bodies] + [(one.called, body) for body in other.bodies]
        pairs += [(mine, theirs) for mine in one.bodies for theirs in other.bodies]
        if any(is_one_name(*pair) for pair in pairs):
            return Likeness.SAME
        return Likeness.UNTOLD if is_part_of_name(one, other) else Likeness.OTHER
    if is_named(one) or is_named(other):
        return Likeness.OTHER
    if one.type is not other.type or (one.side and other.side and one.side != other.side):
        return Likeness.OTHER
    less, more = sorted((one.described, other.described), key=len)
    return Likeness.UNTOLD if less and less <= more else Likeness.OTHER


def is_named(*voices: Voice) -> bool:
    """Is each of these voices called by a name?"""
    return all(each.identity is Identity.NAMED for each in voices)


def is_part_of_name(one: Voice, other: Voice) -> bool:
    """May the shorter name be short for the longer: "the Defence Ministry", "the Russian Defence Ministry"?"""
    shorter, longer = sorted((one.called, other.called), key=lambda called: len(set(called.bones)))
    less, more = set(shorter.bones), set(longer.bones)
    is_name = len(shorter.core.split()) >= FEWEST_WORDS
    return one.type is other.type and is_name and 0 < len(less) < len(more) and less <= more


def list_groups(voices: Sequence[Voice], untold: Iterable[tuple[Voice, Voice]] | None) -> list[list[Voice]]:
    """The voices that are one source.

    Args:
        untold: None to keep apart what cannot be told apart; else pairs of voices that may be one for a reason of their
            own: they are put together as well, unless both are named.
    """
    parents = list(range(len(voices)))

    def find(number: int) -> int:
        while parents[number] != number:
            number = parents[number]
        return number

    sides = {number: {voice.side} - {None} for number, voice in enumerate(voices)}
    numbers = {voice: number for number, voice in enumerate(voices)}
    unclear = [(numbers[one], numbers[other]) for one, other in untold or () if not is_named(one, other)]
    for left, right in combinations(range(len(voices)), 2):
        one, other = find(left), find(right)
        likeness = Likeness.OTHER if one == other else compare_voices(voices[left], voices[right])
        if likeness is Likeness.SAME:
            parents[other] = one
            sides[one] |= sides[other]
        elif likeness is Likeness.UNTOLD and untold is not None:
            unclear.append((left, right))
    for left, right in unclear:
        one, other = find(left), find(right)
        if one != other and len(sides[one] | sides[other]) <= 1:
            # "The Defence Ministry" may be Kyiv's or Moscow's, and these two are not one.
            parents[other] = one
            sides[one] |= sides[other]
    groups: dict[int, list[Voice]] = {}
    for number, voice in enumerate(voices):
        groups.setdefault(find(number), []).append(voice)
    return list(groups.values())


def list_voices(held: Iterable[HeldClaim], profile: Profile) -> dict[tuple[str, str], Voice]:
    """Every source in the chains of some claims, by document and its id there; and the publishers that speak for themselves."""
    voices: dict[tuple[str, str], Voice] = {}
    for each in held:
        for link in (link for chain in each.claim.chains for link in chain):
            key = (each.document.id, link.source)
            if key not in voices:
                voices[key] = make_voice(
                    each.sources[link.source], each.source_ids[link.source], each.document, profile
                )
        voices.setdefault((each.document.id, ""), make_publisher(each.document, profile))
    return voices
