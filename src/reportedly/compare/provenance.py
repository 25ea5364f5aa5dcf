"""From whom to whom words went, as far as the documents of an event show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.compare.reuse import Standing, first_with_words, is_earlier, list_standing
from reportedly.compare.sources import Likeness, Voice, compare_voices, is_voice, list_voices
from reportedly.model.claim import Chain
from reportedly.model.event import Step, StepKind
from reportedly.model.held import HeldClaim
from reportedly.model.source import Identity
from reportedly.reference.profile import Profile

OWN = ""
"""Under this id, which no source has, a document's publisher is kept."""

Key = tuple[str, str]
"""A document's id, and a source's id there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How one claim came to its document: the voices from the origin to the one nearest the reader."""

    held: HeldClaim
    voices: tuple[Key, ...]
    """Empty where a news outlet speaks in its own voice, or nobody in particular does."""
    has_origin: bool
    """Does the first of them know it for itself, as far as is said? Not where it only passes on what another document says."""
    takes_from: str | None = None
    """The document of the event from which the first of them, or the document itself, has it."""
    copied: str | None = None
    """The claim there whose words it has, where nobody is credited."""


@dataclass(slots=True)
class Provenance:
    """The ways of all claims of an event, and the steps of which they are made."""

    voices: Mapping[Key, Voice]
    ways: list[Way] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def trace(held: Sequence[HeldClaim], profile: Profile) -> Provenance:
    """How each claim of an event came to its document.

    Args:
        held: in the order of publication.
    """
    found = Provenance(voices=list_voices(held, profile))
    standing = list_standing(held)
    for number, each in enumerate(held):
        earlier = held[:number]
        others = [other for other in held if other.document.id != each.document.id]
        if not each.claim.chains:
            found.ways.append(trace_own_voice(each, earlier, standing, found, profile))
        for chain in each.claim.chains:
            found.ways.append(trace_chain(each, chain, others, found))
    return found


def trace_own_voice(
    held: HeldClaim, earlier: Sequence[HeldClaim], standing: Standing, found: Provenance, profile: Profile
) -> Way:
    """The way of a claim for which its document names nobody."""
    document = held.document.id
    speaks = is_voice(held.document, profile)
    key = (document, OWN)
    copied = first_with_words(held, [each for each in earlier if is_earlier(each, held)], standing)
    if copied:
        source, reuse = copied
        because = (
            f"{reuse.share:.0%} of its words stand, in rows of four, in what {outlet_of(source)} published before, which"
            " shows a common origin and not who copied whom"
        )
        found.steps.append(
            Step(start=source.document.id, end=document, kind=StepKind.WORDING, because=because, claim=held.claim.id)
        )
        return Way(
            held=held,
            voices=(key,) if speaks else (),
            has_origin=False,
            takes_from=source.document.id,
            copied=source.claim.id,
        )
    if not speaks:
        return Way(held=held, voices=(), has_origin=False)
    found.steps.append(
        Step(
            start=found.voices[key].id,
            end=document,
            kind=StepKind.OWN_VOICE,
            because=f"{outlet_of(held)} says so in its own voice",
            claim=held.claim.id,
        )
    )
    return Way(held=held, voices=(key,), has_origin=True)


def trace_chain(held: HeldClaim, chain: Chain, others: Sequence[HeldClaim], found: Provenance) -> Way:
    """The way of a claim along one of its chains."""
    document = held.document.id
    named = [link for link in chain if held.sources[link.source].identity is not Identity.UNSPECIFIED]
    if not named or held.sources[chain[-1].source].identity is Identity.UNSPECIFIED:
        return Way(held=held, voices=(), has_origin=False)
    keys = tuple((document, link.source) for link in reversed(named))
    ends = [found.voices[key].id for key in keys[1:]] + [document]
    for link, key, end in zip(reversed(named), keys, ends, strict=True):
        words = link.cue.text if link.cue else link.because or "the form of the text says so"
        kind = StepKind.FORWARD if link.mention.end == link.mention.start else StepKind.ATTRIBUTION
        found.steps.append(Step(start=found.voices[key].id, end=end, kind=kind, because=words, claim=held.claim.id))
    cited = find_cited(held, found.voices[keys[0]], others, found.voices)
    if cited is None:
        return Way(held=held, voices=keys, has_origin=True)
    found.steps.append(
        Step(
            start=cited.document.id,
            end=found.voices[keys[0]].id,
            kind=StepKind.CITATION,
            because=f"“{named[-1].mention.text}” is the publisher of another report of this",
            claim=held.claim.id,
        )
    )
    return Way(held=held, voices=keys, has_origin=False, takes_from=cited.document.id)


def find_cited(
    citing: HeldClaim, voice: Voice, others: Sequence[HeldClaim], voices: Mapping[Key, Voice]
) -> HeldClaim | None:
    """A claim of another document whose publisher the voice is."""
    is_its_own: dict[str, bool] = {}
    for each in others:
        outlet = each.document.outlet
        if not outlet or is_earlier(citing, each):
            continue
        if outlet not in is_its_own:
            is_its_own[outlet] = compare_voices(voice, voices[each.document.id, OWN]) is Likeness.SAME
        if is_its_own[outlet]:
            return each
    return None


def outlet_of(held: HeldClaim) -> str:
    """Who published it, in words."""
    return held.document.outlet or "another document"
