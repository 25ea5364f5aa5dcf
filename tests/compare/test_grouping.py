"""Which claims are put together hangs on the claims alone, not on when they came in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.compare.memory import Memory
from reportedly.compare.vetoes import is_vetoed
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.comparable import Comparable, Spot

PLACES = (
    Spot(name="Avdiivka", gazetteer_id="geonames:1", lat=48.14, lon=37.74, radius_km=5.0),
    Spot(name="Kramatorsk", gazetteer_id="geonames:2", lat=48.73, lon=37.56, radius_km=8.0),
    Spot(name="Malynivka", gazetteer_id="geonames:4", lat=49.8, lon=36.7, radius_km=3.0),
    Spot(name="Malynivka", gazetteer_id="geonames:5", lat=47.6, lon=36.4, radius_km=3.0, is_sure=False),
    Spot(name="Avdiivka", gazetteer_id="geonames:1", lat=48.14, lon=37.74, radius_km=5.0, is_carried=True),
    Spot(name="Donetsk", gazetteer_id="geonames:3", lat=48.0, lon=37.8, radius_km=110.0, is_region=True),
)
FIRST = date(2024, 2, 1)
DEEDS = {
    "strike": Kind.STRIKE,
    "attack": Kind.STRIKE,
    "kill": Kind.CASUALTY,
    "capture": Kind.CONTROL,
    "withdraw": Kind.CONTROL,
    "exchange": Kind.DETENTION,
    "talk": Kind.DIPLOMACY,
}
WORDS = ("missil", "market", "town", "soldier", "hospit", "night", "center", "troop")

NAMES = ("avdvk", "mlnvk", "krmtrsk", "srsk")

Groups = set[frozenset[str]]


@st.composite
def claims(draw: st.DrawFn) -> tuple[Comparable, ...]:
    """A set of claims, as several documents of a few days may make them."""
    ids = [f"rp-{number:010}" for number in range(draw(st.integers(1, 9)))]
    made = [draw(claim(number, ids)) for number in range(len(ids))]
    return tuple(
        replace(
            each,
            together=tuple(
                other.claim for other in made if each.claim in other.together or other.claim in each.together
            ),
            apart=tuple(other.claim for other in made if each.claim in other.apart or other.claim in each.apart),
        )
        for each in made
    )


@st.composite
def claim(draw: st.DrawFn, number: int, ids: Sequence[str]) -> Comparable:
    """One of them; a few speak of another, and a few were put together with another, or apart, by a person."""
    deed = draw(st.sampled_from([*DEEDS, None]))
    published = FIRST + timedelta(days=draw(st.integers(0, 5)))
    first = published - timedelta(days=draw(st.integers(0, 2)))
    last = draw(st.sampled_from([None, first, first + timedelta(days=1), first + timedelta(days=12)]))
    rarely = st.lists(st.sampled_from([each for each in ids if each != ids[number]] or [""]), max_size=1)
    other = [tuple(draw(rarely)) if draw(st.integers(0, 6)) == 0 else () for _ in range(3)]
    return Comparable(
        claim=ids[number],
        document=f"d{number // 2}",
        rank=f"{published} {number:03} {ids[number]}",
        kind=DEEDS[deed] if deed else draw(st.sampled_from([Kind.OTHER, Kind.POSITION])),
        deed=deed,
        polarity=draw(st.sampled_from(Polarity)),
        certainty=Certainty.CERTAIN,
        tense=draw(st.sampled_from([Tense.PAST, Tense.PAST, Tense.FUTURE])),
        language=draw(st.sampled_from(["en", "en", "ru"])),
        published=published,
        earliest=first if last else None,
        latest=last,
        spots=tuple(draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True))),
        agent=draw(st.sampled_from([None, "russia", "ukraine", "~rebels"])),
        words=tuple(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=6, unique=True))),
        names=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
        beside=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
        refers_to=next((each for each in other[0] if each), None),
        together=tuple(each for each in other[1] if each),
        apart=tuple(each for each in other[2] if each),
    )


@st.composite
def crowd(draw: st.DrawFn) -> tuple[Comparable, ...]:
    """Many claims of one day, so near to each other that it is often close whether one is put to others."""
    deeds, names = (
        st.sampled_from(["strike", "attack", "clash", "assault"]),
        st.sampled_from([(), ("avdvk",), ("srsk",)]),
    )
    made = []
    for number in range(draw(st.integers(6, 14))):
        id_ = f"rp-{number:010}"
        made.append(
            make(
                id_,
                rank=f"{number:03} {id_}",
                kind=Kind.COMBAT,
                deed=draw(deeds),
                spots=draw(st.sampled_from([(PLACES[0],), (PLACES[0],), ()])),
                agent=draw(st.sampled_from([None, None, "russia", "ukraine"])),
                words=tuple(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=6, unique=True))),
                names=draw(names),
                objects=draw(st.sampled_from([(), ("market",), ("bridge", "missile")])),
            )
        )
    return tuple(made)


def group(lots: Sequence[Sequence[Comparable]]) -> Groups:
    """What comes of adding claims lot by lot."""
    memory = Memory()
    for lot in lots:
        memory.add(lot)
    return by_claims(memory.groups())


def by_claims(groups: Mapping[str, Sequence[Comparable]]) -> Groups:
    return {frozenset(claim.claim for claim in some) for some in groups.values()}


@given(claims().flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
@settings(max_examples=60, deadline=None)
def test_the_order_of_adding_does_not_matter(made_and_mixed: tuple[Sequence[Comparable], Sequence[Comparable]]) -> None:
    """One by one in any order, or all at once."""
    made, mixed = made_and_mixed
    assert group([[each] for each in mixed]) == group([made])


@given(crowd().flatmap(lambda made: st.tuples(st.just(made), st.permutations(made), st.sampled_from(made))))
@settings(max_examples=300, deadline=None)
def test_a_late_claim_moves_those_that_it_would_have_moved(
    drawn: tuple[Sequence[Comparable], Sequence[Comparable], Comparable],
) -> None:
    """Only those are asked again for whom it can make a difference: no other would have been put elsewhere."""
    made, mixed, gone = drawn
    memory = Memory()
    for each in mixed:
        memory.add([each])
    assert by_claims(memory.groups()) == group([made])
    memory.remove([gone])
    assert by_claims(memory.groups()) == group([[each for each in made if each is not gone]])


def test_one_that_speaks_against_may_push_out_one_that_speaks_more_against() -> None:
    """Of four before it the nearest three count for the last: the late one is not like it, and yet decides."""
    hit = ("market", "missile")
    said: Sequence[tuple[str, str, tuple[str, ...], bool]] = (
        ("assault", "abcd", hit, True),
        ("attack", "abe", hit, False),
        ("clash", "abc", hit, False),
        ("clash", "fgh", hit, True),
        ("clash", "abe", (), True),
    )
    first, late, *others = [
        make(
            f"rp-{number}",
            kind=Kind.COMBAT,
            deed=deed,
            words=tuple(words),
            objects=objects,
            spots=PLACES[:1] if is_placed else (),
        )
        for number, (deed, words, objects, is_placed) in enumerate(said)
    ]
    assert group([[first, *others], [late]]) == group([[first, late, *others]])


def test_a_person_may_put_together_what_nothing_else_does() -> None:
    """Two claims of other places, deeds and days."""
    one = make("rp-1", spots=(PLACES[0],), deed="strike", together=("rp-2",))
    other = make("rp-2", spots=(PLACES[1],), deed="kill", together=("rp-1",), published=FIRST + timedelta(days=200))
    assert group([[one], [other]]) == {frozenset({"rp-1", "rp-2"})}
    assert len(group([[replace(one, together=()), replace(other, together=())]])) == 2


def make(id_: str, **said: object) -> Comparable:
    """A plain claim with what is said of it."""
    plain: dict[str, object] = {
        "claim": id_,
        "document": id_,
        "rank": f"{said.get('published', FIRST)} {id_}",
        "kind": Kind.OTHER,
        "deed": None,
        "polarity": Polarity.POSITIVE,
        "certainty": Certainty.CERTAIN,
        "tense": Tense.PAST,
        "language": "en",
        "published": FIRST,
    }
    return Comparable(**{**plain, **said})  # type: ignore[arg-type] # whatever a claim takes


@given(claims(), st.integers(0, 8))
@settings(max_examples=60, deadline=None)
def test_what_is_taken_out_was_never_there(made: tuple[Comparable, ...], number: int) -> None:
    """A document is forgotten: its neighbours stand as if it had never come."""
    gone = made[number % len(made)]
    memory = Memory()
    memory.add(made)
    memory.remove([gone])
    assert by_claims(memory.groups()) == group([[each for each in made if each is not gone]])


@given(claims())
@settings(max_examples=60, deadline=None)
def test_no_group_holds_what_a_veto_parts(made: tuple[Comparable, ...]) -> None:
    """But where a person put it together, or the one speaks of the other itself."""
    memory = Memory()
    memory.add([replace(each, together=(), refers_to=None) for each in made])
    for name, some in memory.groups().items():
        assert name == some[0].claim, "a group is named by its first claim"
        assert not any(is_vetoed(later, earlier) for i, later in enumerate(some) for earlier in some[:i])


@given(claims())
@settings(max_examples=40, deadline=None)
def test_every_claim_is_in_one_group(made: tuple[Comparable, ...]) -> None:
    groups = group([made])
    assert sorted(claim for some in groups for claim in some) == sorted(each.claim for each in made)
