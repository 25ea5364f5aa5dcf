"""Events built by hand out of the real classes, so that the views are tested apart from the grouping of claims.

make_event(
    tell("Russian forces captured Malynivka", by=STAFF_OF_RUSSIA, day=2),
    tell("Malynivka was not lost", by=STAFF, day=3, stance=Stance.DENIES, polarity=Polarity.NEGATIVE),
)
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from reportedly.model.claim import Actor, ActorRole, Certainty, Claim, Kind, Link, Polarity, Tense
from reportedly.model.comparable import Comparable, Spot
from reportedly.model.document import Document
from reportedly.model.event import Event, Independence, Line, Member, Stance, Status, Step, StepKind
from reportedly.model.held import HeldClaim, Verdict
from reportedly.model.reading import MadeBy
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.when import When

MADE_BY = MadeBy(reportedly="0.1.0", model=None, gazetteer="places 1", profile="ukraine")
MALYNIVKA = Spot(name="Malynivka", gazetteer_id="geonames:701823", lat=49.80, lon=36.72, radius_km=5.0, country="UA")
PLAIN = "Example Herald"
"""An outlet that is on nobody's side."""
_NUMBERS = count(1)


@dataclass(frozen=True)
class Voice:
    """A source, by its name and the side for which it speaks."""

    name: str
    side: str | None = None
    identity: Identity = Identity.NAMED

    @property
    def id(self) -> str:
        """Its lasting id: the same for one name."""
        return f"rp-S{self.name}"


STAFF = Voice("General Staff", "ukraine")
GOVERNOR = Voice("the governor", "ukraine")
MINISTRY = Voice("Ministry of Defence", "russia")
MONITORS = Voice("the monitors", "ch")
SOLDIER = Voice("a soldier", None, Identity.UNNAMED)


@dataclass(frozen=True, kw_only=True)
class Told:
    """A member of an event, and what of it is compared."""

    member: Member
    compared: Comparable


def on(day: int | None, month: int = 12) -> date | None:
    """A day of December 2025, or of another month; days beyond 31 run on into the next year."""
    return None if day is None else date.fromordinal(date(2025, month, 1).toordinal() + day - 1)


def tell(
    words: str = "Russian forces captured Malynivka",
    *,
    by: Voice | None = None,
    through: Voice | None = None,
    day: int | None = 2,
    outlet: str | None = PLAIN,
    stance: Stance = Stance.AFFIRMS,
    kind: Kind = Kind.CONTROL,
    polarity: Polarity = Polarity.POSITIVE,
    tense: Tense = Tense.PAST,
    certainty: Certainty = Certainty.CERTAIN,
    happened: tuple[int, int] | None = None,
    concedes: bool = False,
    patient: str | None = None,
    gains: str | None = None,
    deed: str | None = None,
    agent: str | None = None,
    partial: bool = False,
    verdict: Verdict | None = None,
    notes: tuple[str, ...] = (),
    id_: str | None = None,
) -> Told:
    """A claim in a document of its own: on whose word, on which day of December 2025, and how it stands to the event.

    Args:
        by: the origin; without it the outlet speaks in its own voice.
        through: a source nearer to the reader.
    """
    number = next(_NUMBERS)
    chain = [voice for voice in (through, by) if voice]
    text = f"{words}, {' '.join(voice.name for voice in chain)} ({number})."
    sources = {f"s{nth}": make_source(text, f"s{nth}", voice) for nth, voice in enumerate(chain, 1)}
    span = Span(start=0, end=len(words), text=words)
    first, last = (on(each) for each in happened) if happened else (None, None)
    claim = Claim(
        id=id_ or f"rp-C{number:09}", span=span, kind=kind, polarity=polarity, certainty=certainty, tense=tense,
        chains=(tuple(Link(source=id_, mention=each.mentions[0], cue=None) for id_, each in sources.items()),) if chain else (),
        time=When(span=span, value=str(first), earliest=first, latest=last) if first and last else None,
        actors=(Actor(span=span, role=ActorRole.PATIENT, side=patient),) if patient else (),
    )  # fmt: skip
    document = Document(text=text, outlet=outlet, published=on(day), language="en")
    held = HeldClaim(
        claim=claim, document=document, document_id=f"rp-D{number:09}", sources=sources,
        source_ids={id_: f"rp-S{each.name}" for id_, each in sources.items()}, flags=(), made_by=MADE_BY,
        reading_id=f"rp-R{number:09}", seq=number, verdict=verdict, notes=notes,
    )  # fmt: skip
    compared = Comparable(
        claim=claim.id, document=document.id, rank=f"{document.published} {claim.id}", kind=kind, deed=deed,
        polarity=polarity, certainty=certainty, tense=tense, language="en", published=document.published, earliest=first,
        latest=last, spots=(MALYNIVKA,), agent=agent, patient=patient, gains=gains, is_partial=partial,
    )  # fmt: skip
    side = by.side if by else None
    member = Member(held=held, stance=stance, because="made by hand", side=side, is_concession=concedes)
    return Told(member=member, compared=compared)


def make_source(text: str, id_: str, voice: Voice) -> Source:
    """The source as a reading has it."""
    start = text.index(voice.name)
    mention = Span(start=start, end=start + len(voice.name), text=voice.name)
    return Source(
        id=id_, name=voice.name, type=SourceType.INSTITUTION, identity=voice.identity, side=voice.side,
        mentions=(mention,),
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Made:
    """An event, and what is compared of its claims."""

    event: Event
    comparables: dict[str, Comparable] = field(default_factory=dict)


def make_event(
    *told: Told,
    id_: str | None = None,
    kind: Kind | None = None,
    place: Spot | None = MALYNIVKA,
    status: Status = Status.SINGLE_SOURCE,
    own_voice: bool = False,
) -> Made:
    """An event of these claims, in the order of their days. Its lines are its origins, each by itself.

    Args:
        own_voice: outlets that speak in their own voice are channels or authorities.
    """
    members = sorted(
        (each.member for each in told), key=lambda each: (each.held.document.published or date.max, each.held.claim.id)
    )
    times = [each.held.claim.time for each in members if each.held.claim.time]
    silent = [each.held for each in members if not each.held.claim.chains]
    event = Event(
        id=id_ or members[0].held.claim.id, label="Made by hand", kind=kind or members[0].held.claim.kind, place=place,
        earliest=min((each.earliest for each in times), default=None), latest=max((each.latest for each in times), default=None),
        status=status, why="It was made by hand.", members=tuple(members),
        independent={stance: lines for stance in (Stance.AFFIRMS, Stance.DENIES) if (lines := list_lines(members, stance))},
        steps=tuple(
            Step(start=held.document.outlet or "", end=held.document.id, kind=StepKind.OWN_VOICE, because="", claim=held.claim.id)
            for held in silent
        ) if own_voice else (),
    )  # fmt: skip
    return Made(event=event, comparables={each.compared.claim: each.compared for each in told})


def list_lines(members: list[Member], stance: Stance) -> Independence | None:
    """A line for each origin."""
    origins: dict[str, list[Member]] = {}
    for member in members:
        if member.stance is stance and member.held.claim.chains:
            last = member.held.claim.chains[0][-1].source
            origins.setdefault(member.held.sources[last].name, []).append(member)
    lines = tuple(
        Line(
            path=(name,),
            claims=tuple(each.held.claim.id for each in those),
            documents=tuple(each.held.document.id for each in those),
            sides=tuple(Counter(each.side for each in those if each.side)),
        )
        for name, those in origins.items()
    )
    return Independence(least=len(lines), most=len(lines), lines=lines) if lines else None


def gather(*made: Made) -> tuple[list[Event], dict[str, Comparable]]:
    """The events, and what is compared of all their claims."""
    return [each.event for each in made], {id_: each for one in made for id_, each in one.comparables.items()}
