"""From a group of claims to its events: stances, lines, status, and what each rests on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.compare.blame import part_blame
from reportedly.compare.concessions import find_owner, is_concession
from reportedly.compare.deeds import DEEDS
from reportedly.compare.labels import make_label
from reportedly.compare.lines import count_lines
from reportedly.compare.provenance import OWN, Provenance, Way, trace
from reportedly.compare.retelling import trace_changes
from reportedly.compare.signals import score, weigh
from reportedly.compare.sources import Voice, list_groups
from reportedly.compare.speakers import choose_profile
from reportedly.compare.stance import Judged, judge_stances
from reportedly.compare.status import Standing, judge_status, say_party
from reportedly.compare.vetoes import is_vetoed
from reportedly.model.claim import Kind
from reportedly.model.comparable import Comparable, Spot
from reportedly.model.event import Event, Evidence, Independence, Member, Stance, Vertex
from reportedly.model.held import HeldClaim
from reportedly.model.ids import make_id
from reportedly.model.source import SourceType
from reportedly.reference.profile import Profile

PARTIES = frozenset({SourceType.ORGANIZATION, SourceType.INSTITUTION, SourceType.OFFICIAL, SourceType.MILITARY})
"""What a third party may be that has no side of its own in the profile: the United Nations, the Red Cross."""

MOST_COMPARED = 100
"""Claims of an event among which the one is looked for to which a claim is most alike."""

Pair = tuple[Comparable, HeldClaim]


@dataclass(frozen=True, slots=True)
class Voiced:
    """For whom each claim of an event is made, by the claim's id."""

    sides: Mapping[str, str | None]
    parties: Mapping[str, str | None]


def make_events(pairs: Sequence[Pair]) -> list[Event]:
    """The events of one group of claims: one, or several where it is disputed who did it.

    Args:
        pairs: each claim as it is compared and as it is held.
    """
    ordered = sorted(pairs, key=lambda pair: pair[0].rank)
    profile = choose_profile(held for _, held in ordered)
    provenance = trace([held for _, held in ordered], profile)
    voiced = find_speakers([held for _, held in ordered], provenance)
    held_of = {comparable.claim: held for comparable, held in ordered}
    parts = part_blame([comparable for comparable, _ in ordered], voiced.sides, profile)
    if len(parts) == 1:
        return [make_event(parts[0], held_of, voiced, provenance, profile, is_blame=False)]
    return [
        make_event(
            part, held_of, voiced, trace([held_of[claim.claim] for claim in part], profile), profile, is_blame=True
        )
        for part in parts
    ]


def make_event(
    claims: Sequence[Comparable],
    held_of: Mapping[str, HeldClaim],
    voiced: Voiced,
    provenance: Provenance,
    profile: Profile,
    *,
    is_blame: bool,
) -> Event:
    """One event.

    Args:
        claims: in their order.
        provenance: of these claims alone.
        is_blame: was it parted from others since it is disputed who did it?
    """
    origins = list_origins(provenance)
    judged = judge_stances(claims, origins)
    owner = find_owner(claims, [held_of[claim.claim].claim.span.text for claim in claims], profile)
    members = tuple(
        make_member(number, claims, held_of, judged, voiced, profile, owner) for number in range(len(claims))
    )
    independent = count_stances(members, provenance)
    standing = Standing(
        members=members,
        independent=independent,
        parties=voiced.parties,
        sourced=frozenset(way.held.claim.id for way in provenance.ways if way.voices),
        profile=profile,
    )
    status, why = judge_status(standing)
    place = choose_place(claims)
    dated = [(claim.earliest, claim.latest) for claim in claims if claim.earliest and claim.latest]
    blamed = next((claim.agent for claim in claims if claim.agent), None) if is_blame else None
    first = next((each for each in members if each.stance is Stance.AFFIRMS), members[0])
    event = Event(
        id=make_id("event", claims[0].claim),
        label=make_label(claims, place, first.held.claim.span.text, say_party(blamed, profile) if blamed else None),
        kind=choose_kind(claims),
        place=place,
        earliest=min((day for day, _ in dated), default=None),
        latest=max((day for _, day in dated), default=None),
        status=status,
        why=why,
        members=members,
        independent=independent,
        vertices=tuple(list_vertices(provenance, members)),
        steps=tuple(dict.fromkeys(provenance.steps)),
    )
    return replace(event, changes=trace_changes(event))


def make_member(
    number: int,
    claims: Sequence[Comparable],
    held_of: Mapping[str, HeldClaim],
    judged: Mapping[str, Judged],
    voiced: Voiced,
    profile: Profile,
    owner: str | None,
) -> Member:
    """A claim's part in the event, and on what ground it was joined."""
    claim = claims[number]
    held = held_of[claim.claim]
    stance, because = judged[claim.claim]
    compared_with, evidence = find_nearest(claim, claims[:number])
    side = voiced.sides[claim.claim]
    return Member(
        held=held,
        stance=stance,
        because=because,
        side=side,
        is_concession=stance is Stance.AFFIRMS and is_concession(claim, side, held.claim.span.text, owner, profile),
        compared_with=compared_with,
        evidence=evidence,
    )


def find_nearest(claim: Comparable, before: Sequence[Comparable]) -> tuple[str | None, tuple[Evidence, ...]]:
    """The claim before it to which a claim is most alike, and in what; of very many, one of those told last before it."""
    if claim.refers_to in {each.claim for each in before}:
        return claim.refers_to, (Evidence(signal="refers_to", weight=0.0, because="speaks of that claim itself"),)
    before = before[-MOST_COMPARED:]
    near = [each for each in before if not is_vetoed(claim, each)] or before
    best = max(near, key=lambda each: score(claim, each), default=None)
    return (None, ()) if best is None else (best.claim, weigh(claim, best))


def find_speakers(held: Sequence[HeldClaim], provenance: Provenance) -> Voiced:
    """For whom each claim is made: the side of its origin, or of the voice nearest to it that has one."""
    sides: dict[str, str | None] = {}
    parties: dict[str, str | None] = {}
    ways: dict[str, list[Way]] = {}
    for way in provenance.ways:
        ways.setdefault(way.held.claim.id, []).append(way)
    for each in held:
        voices = [way.voices for way in ways[each.claim.id]]
        told = [provenance.voices[key] for keys in voices for key in keys]
        sides[each.claim.id] = next((voice.side for voice in told if voice.side), None)
        parties[each.claim.id] = sides[each.claim.id] or next(
            (party for keys in voices if keys and (party := third_party(provenance.voices[keys[0]]))), None
        )
    for way in provenance.ways:
        id_ = way.held.claim.id
        if way.copied and not parties[id_]:  # a copy speaks for whom it copies
            sides[id_], parties[id_] = sides[way.copied], parties[way.copied]
    return Voiced(sides, parties)


def third_party(voice: Voice) -> str | None:
    """The name of a body that the profile knows and that speaks for no side; None if the voice is none."""
    known = [voice.called.known, *(body.known for body in voice.bodies)]
    return next((each.name for each in known if each is not None and each.side is None and each.type in PARTIES), None)


def list_origins(provenance: Provenance) -> dict[str, frozenset[str]]:
    """The ids of those on whose word each claim is made in the end, by the claim's id.

    Where nobody is named it is the publisher's; but a copy is on nobody's.
    """
    origins: dict[str, frozenset[str]] = {}
    for way in provenance.ways:
        held = way.held
        own = {held.source_ids[chain[-1].source] for chain in held.claim.chains}
        if not own and way.takes_from is None:
            own = {provenance.voices[held.document.id, OWN].id}
        origins[held.claim.id] = frozenset(own)
    return origins


def count_stances(members: Sequence[Member], provenance: Provenance) -> dict[Stance, Independence]:
    """The lines of those that affirm and of those that deny."""
    counted = {}
    for stance in (Stance.AFFIRMS, Stance.DENIES):
        own = {each.held.claim.id for each in members if each.stance is stance}
        if own:
            counted[stance] = count_lines([way for way in provenance.ways if way.held.claim.id in own], provenance)
    return counted


def list_vertices(provenance: Provenance, members: Sequence[Member]) -> list[Vertex]:
    """The sources and the documents of the provenance graph."""
    used = list(dict.fromkeys(key for way in provenance.ways for key in way.voices))
    vertices = []
    for group in list_groups(list(dict.fromkeys(provenance.voices[key] for key in used)), None):
        names = sorted({voice.name for voice in group} | {body.core for voice in group for body in voice.bodies})
        best = max((voice.name for voice in group), key=lambda name: (len(name), name))
        side = next((voice.side for voice in group if voice.side), None)
        for voice in group:
            vertices.append(
                Vertex(id=voice.id, name=best, side=side, also=tuple(name for name in names if name != best))
            )
    documents = {each.held.document.id: each.held.document for each in members}
    for id_, document in documents.items():
        name = document.outlet or document.title or document.url or "a document"
        vertices.append(Vertex(id=id_, name=name, side=provenance.voices[id_, OWN].side, is_document=True))
    return list(dict.fromkeys(vertices))


def choose_place(claims: Sequence[Comparable]) -> Spot | None:
    """The place that most claims name themselves; else one that is carried on, else a region."""
    spots = [spot for claim in claims for spot in claim.spots]
    votes = Counter((spot.gazetteer_id, spot.name) for spot in spots)
    named = {(spot.gazetteer_id, spot.name) for spot in spots if not spot.is_carried}

    def worth(spot: Spot) -> tuple[bool, bool, int]:
        key = (spot.gazetteer_id, spot.name)
        return (not spot.is_region, key in named, votes[key])

    best = max(spots, key=worth, default=None)
    return best and replace(best, is_carried=False)


def choose_kind(claims: Sequence[Comparable]) -> Kind:
    """The kind of which most claims are; of the deed, where that tells another."""
    kinds = Counter(DEEDS[claim.deed].kinds[0] if claim.deed else claim.kind for claim in claims)
    order = list(kinds)
    return max(kinds, key=lambda kind: (kinds[kind], -order.index(kind)))
