"""What of each claim of a document counts when it is compared."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from itertools import islice

from reportedly.compare.carrying import Said, Setting, is_lasting, is_settled, list_spots, set_scenes
from reportedly.compare.deeds import DEEDS, Family, find_deed, search_deed
from reportedly.compare.event_words import find_objects, is_of_part, list_pattern, plain
from reportedly.compare.ground import find_agent, find_gains
from reportedly.compare.place_signals import TARGETS
from reportedly.compare.speakers import profile_in_force
from reportedly.compare.stems import list_names, list_stems, names_in
from reportedly.model.claim import ActorRole, Certainty, Claim, Kind, Polarity, Tense
from reportedly.model.comparable import Comparable
from reportedly.model.document import Document
from reportedly.model.held import HeldClaim, Verdict
from reportedly.reference.profile import Profile

MOST_WORDS = 40
"""Stems of a claim that are kept; what is longer is a paragraph."""
MOST_NAMES = 12
ONLY_REFERS = 90
"""A claim that only speaks of another is not longer, in code points."""
AT_ONCE = frozenset({Kind.STRIKE, Kind.CASUALTY, Kind.DAMAGE})
"""What happens at one time; in the English present it is a habit."""
PEOPLE = frozenset({"civilians", "soldiers", "prisoners"})
CAPTIVES = PEOPLE | {"aircraft", "ship", "prison"}
HELD_WHOLE = frozenset({"capture", "hold", "withdraw"})
"""Deeds of a whole place, which may be said of a part of it."""
_NOT = re.compile(r"(?:^|\s)не\s+$")
_SPEAKER = re.compile(r"^[^:.!?\n]{2,80}:\s+")
"""Who speaks: "The chairman: Good afternoon"."""
_ADDRESS = re.compile(r"[\w ]{2,30},\s+")
"""What stands before a formula: "Colleagues, good afternoon"."""
MOST_ADDRESSED = 2
_RELATIVE = re.compile(r"(?:which|that|котор|як(?:ий|а|е|і|у)\b)")
"""What goes on to speak of what stands before it."""
_NAME = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…\n](?=\s|$)")
_REFERS = re.compile(
    r"\b(?:this|these|that|it|the (?:reports?|claims?|statements?|information|allegations?|accusations?))\b"
    r"|\b(?:это|эту|этого|эти|его|ее|данные|информаци\w+|сообщени\w+|заявлени\w+|обвинени\w+)\b"
    r"|\b(?:це|цю|цього|ці|його|її|дані|інформаці\w+|повідомлен\w+|заяв\w+|звинувачен\w+)\b"
)
"""What stands for another claim in one that only denies it."""


def comparables(held: Sequence[HeldClaim]) -> tuple[Comparable, ...]:
    """Each claim of one document as it is compared; without those that a person rejected, and formulas.

    Args:
        held: the claims of one document.
    """
    standing = [each for each in held if each.verdict is not Verdict.REJECTED and not is_formula(each)]
    standing.sort(key=lambda each: (each.claim.span.start, each.claim.span.end, each.claim.id))
    if not standing:
        return ()
    document = standing[0].document
    profile = profile_in_force(standing[0].made_by)
    said = [Said(each.claim, tell_deed(each.claim, document.language)) for each in standing]
    scenes = set_scenes(said, document.text, document.language)
    made: list[Comparable] = []
    for each, spoken, scene in zip(standing, said, scenes, strict=True):
        made.append(describe(each, spoken, scene, profile, refer_back(each, spoken, standing[: len(made)], made)))
    return tuple(made)


def is_formula(held: HeldClaim) -> bool:
    """Is it what is said at every occasion, and of none: "Thank you for your attention", "Glory to Ukraine"?"""
    words, pattern = _SPEAKER.sub("", plain(held.claim.span.text)), list_pattern(held.document.language, "formulas")
    begun = [0, *(comma.end() for comma in islice(_ADDRESS.finditer(words), MOST_ADDRESSED))]
    return any(pattern.match(words, start) for start in begun)


def tell_deed(claim: Claim, language: str | None) -> str | None:
    """The deed that a claim tells; where things are “hurt”, as Russian and Ukrainian have it, they are damaged."""
    deed = find_deed(claim, language) if is_told(claim, language) else None
    if deed is None:
        return None
    spoken = plain(claim.span.text)
    objects = set(find_objects(spoken, language))
    if deed in ("withdraw", "enter") and objects & PEOPLE == {"civilians"}:
        return "flee"
    if deed == "withdraw" and claim.quantities and not list_pattern(language, "force").search(spoken):
        return "evacuate"  # "11,000 were moved out of the district"
    if deed == "capture" and list_pattern(language, "remains").search(spoken):
        return "hold"
    if deed == "release" and is_settled(list_spots(claim, language)) and not objects & CAPTIVES:
        return "capture"  # "the town was freed"
    if claim.tense is Tense.FUTURE and claim.time is None and DEEDS[deed].family is not Family.GROUND:
        return None  # a forecast of no day is of no one happening
    return "damage" if deed == "injure" and objects and not objects & PEOPLE else deed


def is_told(claim: Claim, language: str | None) -> bool:
    """Is the claim about one happening, rather than a state of weeks, a possibility or what goes without saying?"""
    if is_lasting(claim) or (claim.presupposed and claim.time is None):
        return False
    if claim.polarity is Polarity.NEGATIVE and plain(claim.span.text).startswith("no other "):
        return False  # "No other attack has cost so many lives": none is denied
    tolls = bool(claim.quantities) or bool(list_pattern(language, "toll").match(plain(claim.span.text)))
    counts = claim.kind is Kind.CASUALTY and tolls
    if (
        claim.tense is Tense.PRESENT
        and claim.time is None
        and language == "en"
        and claim.kind in AT_ONCE
        and not counts
    ):
        return False  # "Mykolaiv is constantly being bombed", but "the number of injured now stands at 156"
    if claim.tense is Tense.FUTURE:
        return claim.certainty is Certainty.CERTAIN
    return claim.tense is Tense.PAST or claim.certainty not in (Certainty.POSSIBLE, Certainty.UNKNOWN)


def describe(held: HeldClaim, said: Said, scene: Setting, profile: Profile, referred: Comparable | None) -> Comparable:
    """One claim as it is compared.

    Args:
        referred: the claim of which this one only speaks.
    """
    claim, document, deed = held.claim, held.document, said.deed
    language = document.language
    if referred is not None:
        deed = referred.deed
    publisher = list_names(document.outlet) if document.outlet and " " not in document.outlet else ()
    own = (name for name in own_names(claim.span.text, language, profile) if name not in publisher)
    names = referred.names if referred else tuple(islice(own, MOST_NAMES))
    is_ground = deed is not None and DEEDS[deed].family is Family.GROUND
    if is_ground and not referred and not has_ground(claim, deed, scene, names, language):
        deed = None
    agent = find_agent(claim, deed, profile)
    earliest, latest = scene.days or (None, None)
    return Comparable(
        claim=claim.id,
        document=document.id,
        rank=rank_of(document, claim),
        kind=referred.kind if referred else claim.kind,
        deed=deed,
        polarity=Polarity.NEGATIVE if is_negated(claim, deed, language) else claim.polarity,
        certainty=claim.certainty,
        tense=claim.tense,
        language=language,
        published=document.published,
        earliest=referred.earliest if referred else earliest,
        latest=referred.latest if referred else latest,
        spots=referred.spots if referred else scene.spots,
        agent=referred.agent if referred else agent,
        patient=side_of(claim, ActorRole.PATIENT),
        gains=referred.gains if referred else find_gains(deed, agent, side_of(claim, ActorRole.PATIENT), profile),
        is_partial=is_partial(claim, deed, language),
        is_again=bool(list_pattern(language, "again").search(plain(claim.span.text))),
        objects=find_objects(claim.span.text, language),
        numbers=tuple((each.low, each.high, each.unit) for each in claim.quantities),
        words=list_stems(claim.span.text, language)[:MOST_WORDS],
        names=names,
        beside=referred.beside if referred else names_beside(document.text, claim, scene, language),
        refers_to=referred.claim if referred else None,
        together=held.together,
        apart=held.apart,
    )


def has_ground(claim: Claim, deed: str | None, scene: Setting, names: Sequence[str], language: str | None) -> bool:
    """Is what a claim says of holding, taking or leaving said of a place? Not in "defending the country", "leave the talks"."""
    if not scene.spots:
        named = (
            _RELATIVE.match(plain(claim.span.text))
            or names
            or scene.names
            or set(find_objects(claim.span.text, language)) & TARGETS
        )
        return bool(named) and (deed != "hold" or claim.kind is Kind.CONTROL)
    if not scene.is_carried or deed == "encircle":
        return True
    spoken = plain(claim.span.text)
    return any(list_pattern(language, table).search(spoken) for table in ("force", "same_place", "ground"))


def is_negated(claim: Claim, deed: str | None, language: str | None) -> bool:
    """Does the Slavic word of negation stand right before the deed's words?"""
    if deed is None or language not in ("ru", "uk"):
        return False
    spoken = plain(claim.span.text)
    found = search_deed(deed, spoken, language)
    return found is not None and bool(_NOT.search(spoken[: found.start()]))


def own_names(text: str, language: str | None, profile: Profile) -> tuple[str, ...]:
    """The names in a claim's words, but for those of the sides, which are everywhere."""
    sides = {
        bones for word in _NAME.findall(text) if profile.side_of_name(word) for bones in list_names(word, language)
    }
    return tuple(name for name in names_in(text, language) if name not in sides)


def names_beside(text: str, claim: Claim, scene: Setting, language: str | None) -> tuple[str, ...]:
    """The names of the sentence, and those of the sentence before where that one alone says where."""
    around = names_in(sentence_around(text, claim.span.start, claim.span.end), language)
    return tuple(dict.fromkeys((*around, *scene.names)))[:MOST_NAMES]


def rank_of(document: Document, claim: Claim) -> str:
    """A place in the one order of all claims: by instant or day of publication, document, and place in the text."""
    if document.published_at is not None:
        moment = document.published_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    elif document.published is not None:
        moment = datetime.combine(document.published, time.max).strftime("%Y-%m-%dT%H:%M:%S")
    else:
        moment = "9999"
    return f"{moment} {document.id} {claim.span.start:08} {claim.span.end:08} {claim.id}"


def side_of(claim: Claim, role: ActorRole) -> str | None:
    """The side of those who do or suffer it, if it is one."""
    sides = {actor.side for actor in claim.actors if actor.role is role and actor.side}
    return sides.pop() if len(sides) == 1 else None


def is_partial(claim: Claim, deed: str | None, language: str | None) -> bool:
    """Is only a part of the ground spoken of?"""
    return deed in HELD_WHOLE and is_of_part(claim.span.text, language)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence or sentences in which a claim stands."""
    before = max((match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 400), start)), default=None)
    first = before if before is not None else max(0, start - 400)
    after = _SENTENCE_END.search(text, end, min(len(text), end + 400))
    return text[first : after.start() if after else min(len(text), end + 400)]


def refer_back(
    held: HeldClaim, said: Said, before: Sequence[HeldClaim], made: Sequence[Comparable]
) -> Comparable | None:
    """The claim before of which this one only says that it is not so: the last that somebody else makes."""
    claim = held.claim
    if said.deed is not None or claim.polarity is not Polarity.NEGATIVE or len(claim.span.text) > ONLY_REFERS:
        return None
    spoken, language = plain(claim.span.text), held.document.language
    if is_placed(claim) or not _REFERS.search(spoken) or not list_pattern(language, "denial").search(spoken):
        return None
    speaker = origins(held)
    for earlier, comparable in zip(reversed(before), reversed(made), strict=True):
        if comparable.deed is None or comparable.refers_to:
            continue
        if claim.span.start - earlier.claim.span.end > ONLY_REFERS * 5:
            return None
        if not speaker & origins(earlier):
            return comparable
    return None


def is_placed(claim: Claim) -> bool:
    """Does the claim name a place that is not whose word it is: "In Kyiv this was denied"?"""
    mentions = [link.mention for chain in claim.chains for link in chain]
    return any(not any(each.start <= place.span.start < each.end for each in mentions) for place in claim.places)


def origins(held: HeldClaim) -> set[str]:
    """The sources on whose word a claim is made in the end."""
    return {chain[-1].source for chain in held.claim.chains}
