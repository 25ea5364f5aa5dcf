"""Who speaks, in words that are right."""

from dataclasses import replace

import pytest

from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.place import Alternative, Place, PlaceRole
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.present.source_words import add_article, choose_pronoun, choose_verb, describe_source, name_side
from reportedly.present.words import CERTAINTIES, KINDS, ROLES, TENSES, say_quantity, say_resolution, say_sentence


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("unnamed serviceman", "an unnamed serviceman"),
        ("Ukrainian soldier", "a Ukrainian soldier"),
        ("unidentified pilot", "an unidentified pilot"),
        ("unit commander", "a unit commander"),
        ("US official", "a US official"),
        ("FSB officer", "an FSB officer"),
        ("NATO official", "a NATO official"),
        ("European diplomat", "a European diplomat"),
        ("two officials", "two officials"),
        ("the soldier", "the soldier"),
        ("local residents", "local residents"),
        ("Lys", "Lys"),
    ],
)
def test_an_article_goes_before_one_unnamed_person(name: str, words: str) -> None:
    assert add_article(name) == words


@pytest.mark.parametrize(
    ("type_", "identity", "name", "words"),
    [
        (SourceType.CHANNEL, Identity.NAMED, "Front Diary", "the channel Front Diary"),
        (SourceType.CHANNEL, Identity.NAMED, "channel Front Diary", "the channel Front Diary"),
        (SourceType.CHANNEL, Identity.NAMED, "the channel Front Diary", "the channel Front Diary"),
        (SourceType.CHANNEL, Identity.NAMED, "Channel One", "Channel One"),
        (SourceType.CHANNEL, Identity.NAMED, "Telegram channel Front Diary", "the Telegram channel Front Diary"),
        (SourceType.CHANNEL, Identity.NAMED, "Russia's channel Front Diary", "Russia's channel Front Diary"),
        (SourceType.OFFICIAL, Identity.COLLECTIVE, "southern command", "the southern command"),
        (
            SourceType.OFFICIAL,
            Identity.NAMED,
            "commander of the force, General X",
            "the commander of the force, General X",
        ),
        (SourceType.AGENCY, Identity.NAMED, "Reuters", "the agency Reuters"),
        (SourceType.OFFICIAL, Identity.NAMED, "Anna Petrenko", "Anna Petrenko"),
        (SourceType.OFFICIAL, Identity.COLLECTIVE, "Ukrainian officials", "Ukrainian officials"),
        (SourceType.UNSPECIFIED, Identity.UNSPECIFIED, "reports", "“reports”, nobody in particular"),
        (SourceType.CHANNEL, Identity.NAMED, "Пограничная тетрадь", "the channel Пограничная тетрадь"),
        (SourceType.CHANNEL, Identity.NAMED, "Канал «Пограничная тетрадь»", "Канал «Пограничная тетрадь»"),
        (SourceType.OUTLET, Identity.NAMED, "видання «Тепла лінія»", "видання «Тепла лінія»"),
        (SourceType.MILITARY, Identity.UNNAMED, "боєць бригади", "боєць бригади"),
        (SourceType.CIVILIAN, Identity.COLLECTIVE, "рятувальники", "рятувальники"),
    ],
)
def test_a_source_goes_by_what_it_is(type_: SourceType, identity: Identity, name: str, words: str) -> None:
    assert describe_source(Source(id="s1", name=name, type=type_, identity=identity, mentions=())) == words


def test_verbs_and_pronouns_fit_who_passes_it_on() -> None:
    agencies = Source(
        id="s1", name="Russian agencies", type=SourceType.AGENCY, identity=Identity.COLLECTIVE, mentions=()
    )
    officer = Source(id="s2", name="an officer", type=SourceType.MILITARY, identity=Identity.UNNAMED, mentions=())
    rumour = Source(id="s3", name="rumours", type=SourceType.UNSPECIFIED, identity=Identity.UNSPECIFIED, mentions=())
    assert [choose_verb(each, None) for each in (agencies, officer, rumour)] == ["relays", "cites", "passes on"]
    assert [choose_verb(each, agencies) for each in (agencies, officer, rumour)] == ["relay", "cite", "pass on"]
    assert [choose_pronoun(each) for each in (agencies, officer)] == ["which", "who"]


@pytest.mark.parametrize(("name", "verb"), [("местные жители", "cite"), ("командование корпуса", "cites")])
def test_a_verb_fits_how_many_a_slavic_name_names(name: str, verb: str) -> None:
    teller = Source(id="s1", name=name, type=SourceType.CIVILIAN, identity=Identity.COLLECTIVE, mentions=())
    officer = Source(id="s2", name="боец", type=SourceType.MILITARY, identity=Identity.UNNAMED, mentions=())
    assert choose_verb(officer, teller) == verb


def test_a_call_sign_stands_beside_the_description() -> None:
    mentions = (
        Span(start=0, end=7, text="soldier"),
        Span(start=8, end=13, text="‘Lys’"),
        Span(start=20, end=22, text="he"),
    )
    source = Source(id="s1", name="soldier", type=SourceType.MILITARY, identity=Identity.PSEUDONYM, mentions=mentions)
    assert describe_source(source) == "a soldier (“Lys”)"


@pytest.mark.parametrize(("side", "words"), [("russia", "Russia’s side"), ("il", "IL’s side"), ("m23", "M23’s side")])
def test_every_side_is_worded_by_the_same_rule(side: str, words: str) -> None:
    assert name_side(side) == words


def test_a_range_is_given_beside_the_texts_own_words() -> None:
    span = Span(start=0, end=6, text="dozens")
    assert say_quantity(Quantity(span=span, value=None, low=24.0, high=99.0)) == "“dozens” (24 to 99)"
    assert say_quantity(Quantity(span=span, value=None, low=24.0, high=None)) == "“dozens”"


def test_a_place_that_is_found_gives_its_namesakes() -> None:
    place = Place(
        span=Span(start=0, end=9, text="Krasnovka"), role=PlaceRole.AT, name="Krasnivka", gazetteer_id="geonames:1",
        lat=49.0, lon=36.0, radius_km=3.0, country="UA", candidates=2,
    )  # fmt: skip
    assert say_resolution(place) == "Krasnovka = Krasnivka, UA, within 3 km, 1 namesake set aside"


def test_a_place_left_open_names_what_it_may_be() -> None:
    both = tuple(
        Alternative(gazetteer_id=f"geonames:{n}", name="Ivanivka", lat=lat, lon=33.0, country="UA", confidence=share)
        for n, lat, share in ((1, 46.5, 0.31), (2, 49.25, 0.3))
    )
    span = Span(start=0, end=8, text="Ivanovka")
    place = Place(span=span, role=PlaceRole.AT, name="Ivanivka", country="UA", candidates=9, alternatives=both)
    assert say_resolution(place) == (
        "Ivanovka: left open between Ivanivka, UA, at 46.50, 33.00 (31%) and Ivanivka, UA, at 49.25, 33.00 (30%), "
        "9 namesakes weighed"
    )


def test_a_river_has_no_point() -> None:
    span = Span(start=0, end=6, text="Dnipro")
    place = Place(span=span, role=PlaceRole.REFERENCE, name="Dnipro River", gazetteer_id="water:dnipro", candidates=1)
    assert say_resolution(place) == "Dnipro = Dnipro River, which has no point"


def test_every_closed_set_is_worded() -> None:
    for words, values in ((KINDS, Kind), (CERTAINTIES, Certainty), (TENSES, Tense), (ROLES, PlaceRole)):
        assert set(words) == set(values)


def test_a_sentence_that_stands_alone_says_what_is_no_plain_assertion(dispatch: Reading) -> None:
    sources = {source.id: source for source in dispatch.sources}
    said = [say_sentence(claim, sources, "Example Herald") for claim in dispatch.claims]
    assert (
        said[1] == "Example Herald cites a Ukrainian soldier (“Lys”, Ukraine’s side): casualties (said to be possible)"
    )
    assert said[2] == "Example Herald, in its own voice: control at Stepove (taken for granted)"
    denied = replace(dispatch.claims[2], polarity=Polarity.NEGATIVE, presupposed=False)
    assert say_sentence(denied, sources, None) == "the site, in its own voice: control at Stepove (said not to be so)"
