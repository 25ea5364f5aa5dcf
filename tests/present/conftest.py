"""A reading made by hand, so that what is shown is tested apart from what is found."""

from datetime import date

import pytest

from reportedly.model.claim import Actor, ActorRole, Certainty, Claim, Kind, Link, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.flag import Flag, FlagCode
from reportedly.model.place import Place, PlaceRole
from reportedly.model.quantity import Quantity
from reportedly.model.reading import MadeBy, Reading
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.when import When

TEXT = """\
Fresh columns clashed near Stepove, 11 km from Huliaipole, the channel Front Diary said, citing a Ukrainian soldier.
The soldier, call sign Lys, said at least 30 mules may have died on December 2.
The fall of Stepove shuts the road to the mill.
"""

MADE_BY = MadeBy(reportedly="0.1.0", model=None, gazetteer="cities500-2023-03", profile="ukraine")


def cut(words: str, nth: int = 1) -> Span:
    """Where `words` stand in `TEXT` for the `nth` time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def dispatch() -> Reading:
    """A channel of one side that relays a soldier of the other, and what the outlet makes of it."""
    channel = Source(
        id="s1", name="Front Diary", type=SourceType.CHANNEL, identity=Identity.NAMED, side="russia",
        mentions=(cut("Front Diary"),),
    )  # fmt: skip
    soldier = Source(
        id="s2", name="Ukrainian soldier", type=SourceType.MILITARY, identity=Identity.PSEUDONYM, side="ukraine",
        mentions=(cut("a Ukrainian soldier"), cut("The soldier"), cut("Lys")),
    )  # fmt: skip
    relayed = (
        Link(source="s1", mention=cut("Front Diary"), cue=cut("said"), because="its verb is said"),
        Link(source="s2", mention=cut("a Ukrainian soldier"), cue=cut("citing")),
    )
    huliaipole = Place(
        span=cut("Huliaipole"), role=PlaceRole.REFERENCE, name="Huliaipole", gazetteer_id="geonames:707898",
        lat=47.67, lon=36.26, radius_km=5.0, country="UA", candidates=1, confidence=0.98,
    )  # fmt: skip
    stepove = Place(
        span=cut("Stepove"), role=PlaceRole.NEAR, name="Stepove", lat=47.67, lon=36.26, radius_km=14.0, candidates=7,
        because="no namesake lies 11 km from Huliaipole",
    )  # fmt: skip
    claims = (
        Claim(
            id="c1", span=cut("Fresh columns clashed near Stepove"), kind=Kind.COMBAT, polarity=Polarity.POSITIVE,
            certainty=Certainty.CERTAIN, tense=Tense.PRESENT, chains=(relayed,), places=(stepove, huliaipole),
            quantities=(Quantity(span=cut("11 km"), value=11.0, low=11.0, high=11.0, unit="km"),),
        ),
        Claim(
            id="c2", span=cut("at least 30 mules may have died on December 2"), kind=Kind.CASUALTY,
            polarity=Polarity.POSITIVE, certainty=Certainty.POSSIBLE, tense=Tense.PAST,
            chains=((Link(source="s2", mention=cut("The soldier"), cue=cut("said", 2)),),),
            time=When(span=cut("December 2"), value="2025-12-02", earliest=date(2025, 12, 2), latest=date(2025, 12, 2)),
            quantities=(Quantity(span=cut("at least 30 mules"), value=30.0, low=30.0, high=None, unit="mule"),),
            actors=(Actor(span=cut("mules"), role=ActorRole.PATIENT),),
        ),
        Claim(
            id="c3", span=cut("The fall of Stepove"), kind=Kind.CONTROL, polarity=Polarity.POSITIVE,
            certainty=Certainty.CERTAIN, tense=Tense.PAST, presupposed=True,
            places=(Place(span=cut("Stepove", 2), role=PlaceRole.AT, name="Stepove", candidates=7),),
        ),
    )  # fmt: skip
    flags = (
        Flag(
            code=FlagCode.CROSS_SIDE_RELAY, claims=("c1",), message="A Russian channel relays a Ukrainian soldier.",
            words=(cut("Front Diary"), cut("a Ukrainian soldier")),
        ),
        Flag(
            code=FlagCode.PRESUPPOSED_CLAIM, claims=("c3",), because=("c1",),
            message="The fall is taken for granted; only fighting was reported.",
        ),
    )  # fmt: skip
    document = Document(
        text=TEXT, outlet="Example Herald", title="Clashes near Huliaipole", published=date(2025, 12, 3), language="en",
        captions=("A street. Photo: handout via Front Diary",),
    )  # fmt: skip
    return Reading(document=document, made_by=MADE_BY, sources=(channel, soldier), claims=claims, flags=flags)


@pytest.fixture(name="dispatch")
def dispatch_fixture() -> Reading:
    """The reading made by hand."""
    return dispatch()
