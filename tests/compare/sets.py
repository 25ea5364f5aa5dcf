"""Made-up sets of dispatches of a small world, so that many tell of one happening: for rules about all inputs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from reportedly.model.claim import Kind, Polarity
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, SourceType
from tests.compare.dispatches import FIRST
from tests.ledger.readings import KYIV, MADE_BY, MALYNIVKA, Says, Spot, Voice, make_reading

UKRAINE = replace(MADE_BY, profile="ukraine")
NAMESAKE = Spot(name="Malynivka", gazetteer_id="geonames:701810", lat=47.66, lon=36.50, country="UA")
PLACES = (MALYNIVKA, MALYNIVKA, NAMESAKE, KYIV)

NAMED, UNNAMED = Identity.NAMED, Identity.UNNAMED
OFFICIAL, MILITARY = SourceType.OFFICIAL, SourceType.MILITARY
STAFF = Voice("the General Staff of the Armed Forces of Ukraine", None, SourceType.INSTITUTION, NAMED, "ukraine")
GOVERNOR = Voice("governor Oleh Syniehubov", None, OFFICIAL, NAMED, "ukraine")
SPOKESMAN = Voice("Igor Konashenkov, spokesman for the Russian Defence Ministry", None, OFFICIAL, NAMED, "russia")
MINISTRY = Voice("the Russian Defence Ministry", None, SourceType.INSTITUTION, NAMED, "russia")
BARE = Voice("the Defence Ministry", None, SourceType.INSTITUTION, NAMED)
MONITORS = Voice("the United Nations", None, SourceType.ORGANIZATION, NAMED)
OFFICER = Voice("an officer", None, MILITARY, UNNAMED)
SOLDIER = Voice("an army officer", None, MILITARY, UNNAMED, "russia")
DIARY = Voice("the channel Front Diary", "Front Diary", SourceType.CHANNEL, NAMED, "russia")
POST = Voice("the newspaper Harbour Post", "Harbour Post", SourceType.OUTLET, NAMED)
REPORTS = Voice("reports", None, SourceType.UNSPECIFIED, Identity.UNSPECIFIED)
VOICES = (STAFF, GOVERNOR, SPOKESMAN, MINISTRY, BARE, MONITORS, OFFICER, SOLDIER, DIARY, POST, REPORTS)
ONE_SIDE = (STAFF, GOVERNOR)
"""Each of whom is no other voice, but may turn out to be the other."""
OUTLETS = ("Harbour Post", "Hill Courier", "Coast Times", "Front Diary", "Ridge Diary (Telegram channel)")

TOLD: dict[str, tuple[str, Kind]] = {
    "strike": ("a missile hit the old market in the middle of {place}", Kind.STRIKE),
    "attack": ("{side} troops attacked the old market in the middle of {place}", Kind.STRIKE),
    "kill": ("{count} people were killed at the old market in {place}", Kind.CASUALTY),
    "capture": ("{side} troops captured the whole of the town of {place}", Kind.CONTROL),
    "withdraw": ("{side} troops withdrew by night from the town of {place}", Kind.CONTROL),
    "hold": ("{side} troops hold the whole of the town of {place}", Kind.CONTROL),
}
"""Long enough that a copy is seen to be one."""
SIDES = {"Russian": "russia", "Ukrainian": "ukraine"}


@st.composite
def sets_of_readings(draw: st.DrawFn, most: int = 7) -> list[Reading]:
    """Up to so many dispatches, no two alike, each of one claim or two."""
    made = [draw(readings()) for _ in range(draw(st.integers(2, most)))]
    return list({each.document.id: each for each in made}.values())


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A dispatch of one outlet and day."""
    says: list[Says] = []
    text = ""
    for deed in draw(st.lists(st.sampled_from([*TOLD, "capture", "strike"]), min_size=1, max_size=2, unique=True)):
        sentence, claim = draw(claims(deed))
        text += f"{sentence} No more is known of it. "
        says.append(claim)
    published = FIRST + timedelta(days=draw(st.integers(1, 4)))
    outlet = draw(st.sampled_from(OUTLETS))
    return make_reading(text, *says, made_by=UKRAINE, outlet=outlet, published=published)


@st.composite
def claims(draw: st.DrawFn, deed: str) -> tuple[str, Says]:
    """A sentence, and the claim in it."""
    words, kind = TOLD[deed]
    place, side = draw(st.sampled_from(PLACES)), draw(st.sampled_from([*SIDES]))
    count = draw(st.sampled_from(["12", "17"]))
    told = words.format(place=place.name, side=side, count=count)
    polarity = draw(st.sampled_from([Polarity.POSITIVE, Polarity.POSITIVE, Polarity.NEGATIVE]))
    told = f"it is not so that {told}" if polarity is Polarity.NEGATIVE else told
    told = told[0].upper() + told[1:]
    day = draw(st.sampled_from([None, None, 1, 2]))
    when = "" if day is None else f" on day {day}"
    chains = draw(st.lists(st.sampled_from(VOICES), max_size=3, unique=True))
    sides_by_side = draw(st.booleans())
    by = tuple((each,) for each in chains) if sides_by_side else ((tuple(chains),) if chains else ())
    sentence = f"{told}{when}" + "".join(f", {voice.words} said" for voice in chains) + "."
    moment = FIRST + timedelta(days=day or 0)
    return sentence, Says(
        f"{told}{when}", kind, by=by, at=(place,),
        on=(f"day {day}", moment, moment) if day else None,
        count=(count, float(count), "person") if "{count}" in words else None,
        agent=f"{side} troops" if "{side}" in words else None,
        side=SIDES[side] if "{side}" in words else None,
        polarity=polarity,
    )  # fmt: skip


def copy_of(reading: Reading, outlet: str, day: int) -> Reading:
    """The same words in another outlet, in its own voice, on a later day of December 2025."""
    says = replace(reading.document, outlet=outlet, published=FIRST + timedelta(days=day))
    claims_without = tuple(replace(each, chains=()) for each in reading.claims)
    return replace(reading, document=says, claims=claims_without, sources=(), flags=())


def merged(readings_: Sequence[Reading], gone: Voice, kept: Voice) -> list[Reading]:
    """The dispatches, in each of which one source bears another's name, and is of its kind and side."""
    return [
        replace(
            each,
            sources=tuple(
                replace(source, name=kept.name or kept.words, type=kept.type, identity=kept.identity, side=kept.side)
                if source.name == (gone.name or gone.words)
                else source
                for source in each.sources
            ),
        )
        for each in readings_
    ]
