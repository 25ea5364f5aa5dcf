"""Events made by hand, so that how they are shown is tested apart from how they are found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from reportedly.model.claim import Certainty, Kind, Polarity
from reportedly.model.comparable import Spot
from reportedly.model.event import (
    Change,
    ChangeKind,
    Event,
    Evidence,
    Independence,
    Line,
    Member,
    Stance,
    Status,
    Step,
    StepKind,
    Vertex,
)
from reportedly.model.held import HeldClaim
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, SourceType
from tests.ledger.readings import FRONT_DIARY, MALYNIVKA, Says, Voice, make_reading

SOLDIER = Voice("an unnamed soldier", None, SourceType.MILITARY, Identity.UNNAMED, "russia", "citing")
STAFF = Voice("The General Staff", "General Staff", SourceType.INSTITUTION, Identity.NAMED, "ukraine", "denied")
HERALD = make_reading(
    "Malynivka may have been captured, the channel Front Diary said, citing an unnamed soldier.",
    Says(
        "Malynivka may have been captured", Kind.CONTROL, by=((FRONT_DIARY, SOLDIER),), at=(MALYNIVKA,),
        certainty=Certainty.POSSIBLE,
    ),
    published=date(2025, 12, 2), url="https://herald.example/1", title="Fighting near Malynivka",
)  # fmt: skip
WIRE = make_reading(
    "Malynivka may have been captured, the channel Front Diary said. It was quiet elsewhere.",
    Says("Malynivka may have been captured", Kind.CONTROL, by=((FRONT_DIARY,),), at=(MALYNIVKA,)),
    outlet="State Wire", published=date(2025, 12, 3),
)  # fmt: skip
POST = make_reading(
    "Malynivka was captured. Residents leave.",
    Says("Malynivka was captured", Kind.CONTROL, at=(MALYNIVKA,)),
    outlet="Evening Post", published=date(2025, 12, 4),
)  # fmt: skip
DAILY = make_reading(
    "The General Staff denied that Malynivka had been lost.",
    Says("Malynivka had been lost", Kind.CONTROL, by=((STAFF,),), at=(MALYNIVKA,), polarity=Polarity.NEGATIVE),
    outlet="Kyiv Daily", published=date(2025, 12, 3),
)  # fmt: skip
ARABIC = make_reading(
    "قال المتحدث إن المدينة قصفت ليلا.",
    Says("المدينة قصفت ليلا", Kind.STRIKE, by=((Voice("المتحدث", cue="قال"),),)),
    outlet="صحيفة المثال", published=date(2025, 12, 5), language="ar", url="javascript:alert(1)",
)  # fmt: skip


def hold_all(*readings: Reading) -> list[HeldClaim]:
    """The first claim of each reading, under lasting ids, as a ledger gives it out."""
    return [
        HeldClaim(
            claim=replace(read.claims[0], id=f"rp-{number:010}"),
            document=read.document,
            document_id=f"rp-D{number:09}",
            sources={source.id: source for source in read.sources},
            source_ids={source.id: f"rp-S{number:06}{source.id:0>3}" for source in read.sources},
            flags=(),
            made_by=read.made_by,
            reading_id=f"rp-R{number:09}",
            seq=number,
        )
        for number, read in enumerate(readings, 1)
    ]


VOICES = (
    Vertex(id="s2", name="an unnamed soldier", side="russia"),
    Vertex(id="s1", name="Front Diary", side="russia", also=("Frontovoy Dnevnik",)),
    Vertex(id="s3", name="General Staff", side="ukraine"),
)


def make_lost() -> Event:
    """A loss that one side affirms in three documents on one line, and the other side denies."""
    held = hold_all(HERALD, WIRE, POST, DAILY)
    documents = [Vertex(id=each.document.id, name=each.document.outlet or "", is_document=True) for each in held]
    return Event(
        id="rp-E000000001",
        label="Capture of Malynivka",
        kind=Kind.CONTROL,
        place=Spot(
            name="Malynivka", gazetteer_id="geonames:701823", lat=49.801234, lon=36.721234, radius_km=5.0, country="UA"
        ),
        earliest=date(2025, 11, 28),
        latest=date(2025, 12, 2),
        status=Status.CONTESTED,
        why="Russia’s side says so (1 independent line); Ukraine’s side denies it (1 independent line).",
        members=list_members(*held),
        independent=count_lost(*held),
        vertices=(*VOICES, *documents),
        steps=list_steps(*held),
        changes=(
            Change(
                kind=ChangeKind.CERTAINTY_RAISED, earlier=held[0].claim.id, later=held[2].claim.id,
                because="“may have been captured” became “was captured”",
            ),
        ),
    )  # fmt: skip


def list_members(herald: HeldClaim, wire: HeldClaim, post: HeldClaim, daily: HeldClaim) -> tuple[Member, ...]:
    """Each claim's part in the loss."""
    joined = Evidence(signal="same_place", weight=3.0, because="both at Malynivka")
    against = Evidence(signal="same_words", weight=-0.5, because="no words in common")
    so = "it is said to be so"
    return (
        Member(held=herald, stance=Stance.AFFIRMS, because=so, side="russia"),
        Member(
            held=wire, stance=Stance.AFFIRMS, because=so, side="russia", compared_with=herald.claim.id,
            evidence=(joined,),
        ),
        Member(
            held=daily, stance=Stance.DENIES, because="it is said not to be so", side="ukraine", is_concession=True,
            compared_with=herald.claim.id, evidence=(joined, against),
        ),
        Member(held=post, stance=Stance.AFFIRMS, because=so, compared_with=wire.claim.id, evidence=(joined,)),
    )  # fmt: skip


def count_lost(herald: HeldClaim, wire: HeldClaim, post: HeldClaim, daily: HeldClaim) -> dict[Stance, Independence]:
    """The lines of the loss."""
    affirming = (herald, wire, post)
    affirmed = Line(
        path=("an unnamed soldier", "Front Diary"),
        claims=tuple(each.claim.id for each in affirming),
        documents=tuple(each.document.id for each in affirming),
        sides=("russia",),
    )
    denied = Line(path=("General Staff",), claims=(daily.claim.id,), documents=(daily.document.id,), sides=("ukraine",))
    return {
        Stance.AFFIRMS: Independence(least=1, most=2, bottleneck=("Front Diary",), lines=(affirmed,)),
        Stance.DENIES: Independence(least=1, most=1, lines=(denied,)),
    }


def list_steps(herald: HeldClaim, wire: HeldClaim, post: HeldClaim, daily: HeldClaim) -> tuple[Step, ...]:
    """Each kind of ground on which words went on."""
    at_herald, at_wire, at_post, at_daily = (each.document.id for each in (herald, wire, post, daily))
    said = "“said”"
    return (
        Step(
            start="s2", end="s1", kind=StepKind.ATTRIBUTION, because="“citing an unnamed soldier”",
            claim=herald.claim.id,
        ),
        Step(start="s1", end=at_herald, kind=StepKind.ATTRIBUTION, because=said, claim=herald.claim.id),
        Step(start="s1", end=at_wire, kind=StepKind.ATTRIBUTION, because=said, claim=wire.claim.id),
        Step(start=at_herald, end=at_wire, kind=StepKind.CITATION, because="“Example Herald reported”"),
        Step(start=at_wire, end=at_post, kind=StepKind.WORDING, because="5 of 6 words in a row are the same"),
        Step(start="s3", end=at_daily, kind=StepKind.ATTRIBUTION, because="“denied”", claim=daily.claim.id),
    )  # fmt: skip


def make_struck() -> Event:
    """A strike of which one document in Arabic tells, without a place on the map, a day or a side."""
    (held,) = hold_all(ARABIC)
    held = replace(held, claim=replace(held.claim, id="rp-0000000009"), document_id="rp-D000000009")
    held = replace(held, reading_id="rp-R000000009", source_ids={"s1": "rp-S000000901"})
    speaker, document = Vertex(id="s1", name="المتحدث"), held.document
    line = Line(path=("المتحدث",), claims=(held.claim.id,), documents=(document.id,), sides=())
    return Event(
        id="rp-E000000002",
        label="ضربة على المدينة",
        kind=Kind.STRIKE,
        place=Spot(name="المدينة"),
        earliest=None,
        latest=None,
        status=Status.SINGLE_SOURCE,
        why="One document, one line.",
        members=(Member(held=held, stance=Stance.AFFIRMS, because="it is said to be so"),),
        independent={Stance.AFFIRMS: Independence(least=1, most=1, lines=(line,))},
        vertices=(speaker, Vertex(id=document.id, name=document.outlet or "", is_document=True)),
        steps=(Step(start="s1", end=document.id, kind=StepKind.ATTRIBUTION, because="“قال”", claim=held.claim.id),),
    )


def make_many(number: int, copies: int = 2) -> Sequence[Event]:
    """So many events of `4 * copies` claims each, a day after another, each at its own place."""
    return [make_one_of_many(nth, copies) for nth in range(number)]


def make_one_of_many(nth: int, copies: int) -> Event:
    """The loss again, each time of another place, each document of it told by several outlets."""
    one = make_lost()
    members, vertices, steps = [], list(one.vertices[:3]), []
    names: dict[str, list[str]] = {}
    for copy in range(copies):
        for number, member in enumerate(one.members):
            document = replace(
                member.held.document,
                outlet=f"{member.held.document.outlet} {nth}.{copy}",
                published=date(2025, 12, 1) + timedelta(days=nth % 40 + number),
            )
            names.setdefault(member.held.document.id, []).append(document.id)
            claim = replace(member.held.claim, id=f"rp-M{nth:05}{copy:02}{number:02}")
            held = replace(member.held, document=document, claim=claim, document_id=f"rp-N{nth:05}{copy:02}{number:02}")
            members.append(replace(member, held=held))
            vertices.append(Vertex(id=document.id, name=document.outlet or "", is_document=True))
    for step in one.steps:
        starts, ends = names.get(step.start, [step.start]), names.get(step.end, [step.end])
        steps += [replace(step, start=starts[0], end=end) for end in ends]
    assert one.place
    return replace(
        one,
        id=f"rp-V{nth:09}",
        label=f"Capture of Malynivka {nth}",
        place=replace(
            one.place,
            lat=45 + nth * 0.11,
            lon=30 + (nth * 7 % 50) * 0.17,
            name=f"Malynivka {nth}",
            gazetteer_id=f"geonames:{nth}",
        ),
        earliest=date(2025, 12, 1) + timedelta(days=nth % 40),
        latest=date(2025, 12, 1) + timedelta(days=nth % 40),
        members=tuple(members),
        vertices=tuple(vertices),
        steps=tuple(steps),
        independent=rename_lines(one, names),
        changes=tuple(
            replace(change, earlier=members[0].held.claim.id, later=members[3].held.claim.id) for change in one.changes
        ),
    )


def rename_lines(event: Event, names: dict[str, list[str]]) -> dict[Stance, Independence]:
    """The lines with the documents that took the place of the event's own."""
    return {
        stance: replace(
            independence,
            lines=tuple(
                replace(line, documents=tuple(new for old in line.documents for new in names[old]))
                for line in independence.lines
            ),
        )
        for stance, independence in event.independent.items()
    }


def make_hostile(words: str) -> Event:
    """An event in which every field that outsiders fill holds these words."""
    one = make_struck()
    (member,) = one.members
    held = member.held
    text = words or " "
    span = replace(held.claim.span, start=0, end=len(text), text=text)
    about: dict[str, Any] = {"outlet": words, "title": words, "url": words, "author": words, "language": words}
    document = replace(held.document, text=text, archive_url=words, **about)
    name = words if words.split() else "x"
    sources = {id_: replace(source, name=name, side=words or None) for id_, source in held.sources.items()}
    held = replace(held, claim=replace(held.claim, span=span), document=document, sources=sources, notes=(words,))
    line = Line(path=(words,), claims=(held.claim.id,), documents=(document.id,), sides=(words,))
    evidence = (Evidence(signal=words, weight=1.0, because=words),)
    return replace(
        one,
        label=words,
        why=words,
        place=Spot(name=words, gazetteer_id=words, lat=1.0, lon=2.0, radius_km=3.0),
        members=(
            replace(member, held=held, because=words, side=words or None, evidence=evidence, compared_with=words),
        ),
        independent={Stance.AFFIRMS: Independence(least=1, most=1, bottleneck=(words,), lines=(line,))},
        vertices=(
            Vertex(id="s1", name=words, side=words or None, also=(words,)),
            Vertex(id=document.id, name=words, is_document=True),
        ),
        steps=(Step(start="s1", end=document.id, kind=StepKind.WORDING, because=words, claim=words),),
        changes=(Change(kind=ChangeKind.PLACE_MOVED, earlier=held.claim.id, later=words, because=words),),
    )
