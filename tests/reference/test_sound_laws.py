"""Spellings of one name sound alike; names of two places do not."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reference.gazetteer import KINDS, LEAST_LIKENESS, MATCHES, Gazetteer, Match, PlaceKind
from reportedly.reference.sound_laws import heard, likeness
from reportedly.reference.spelling import skeleton

ONE_NAME = [
    ("Orekhov", "Orikhiv"),
    ("Alekseyevka", "Oleksiivka"),
    ("Nikolayev", "Mykolaiv"),
    ("Krasnopolye", "Krasnopillia"),
    ("Ternopol", "Ternopil"),
    ("Otradnoye", "Vidradne"),
    ("Olshanka", "Vilshanka"),
    ("Ugledar", "Vuhledar"),
    ("Volchansk", "Vovchansk"),
    ("Bolshaya Novosyolka", "Velyka Novosilka"),
    ("Annovka", "Hannivka"),
    ("Tavricheskoye", "Tavriiske"),
    ("Guty", "Huty"),
    ("Beloye", "Bile"),
    ("Novy Bug", "Novyi Buh"),
    ("Чугуев", "Chuhuiv"),
    ("Cherson", "Kherson"),
    ("Saporischschja", "Zaporizhzhia"),
    ("Torezk", "Toretsk"),
    ("Charków", "Kharkiv"),
    ("Bakhmout", "Bakhmut"),
    ("Jytomyr", "Zhytomyr"),
    ("الخرطوم", "Khartoum"),
    ("خان يونس", "Khan Younis"),
]
TWO_NAMES = [
    ("Kryvyi Rih", "Kryva Ruda"),
    ("Lyman", "Lymany"),
    ("Sumy", "Suma"),
    ("Rivne", "Rovenky"),
    ("Kherson", "Korsun"),
    ("Kharkiv", "Horokhiv"),
    ("Bakhmut", "Bakhmach"),
    ("Poltava", "Poltavka"),
    ("Donetsk", "Donets"),
    ("Luhansk", "Luhanske"),
    ("Pokrovsk", "Pokrovske"),
    ("Pokrov", "Pokrovka"),
    ("Toretsk", "Torske"),
    ("Kreminna", "Kremenets"),
    ("Berdiansk", "Berdychiv"),
    ("Orikhiv", "Orikhove"),
    ("Makariv", "Makarivka"),
    ("Marinka", "Marianivka"),
    ("Vuhledar", "Vuhlehirsk"),
    ("Chernihiv", "Chernivtsi"),
    ("Zolochiv", "Zolotonosha"),
    ("Kalynivka", "Kalynove"),
    ("Stepne", "Stepove"),
    ("Popasna", "Popasne"),
    ("Berezivka", "Berezove"),
    ("Krasna", "Krasne"),
    ("Kamianka", "Kaminka"),
    ("Vasylkiv", "Vasylkivka"),
    ("Melitopol", "Mariupol"),
    ("Lebedyn", "Lebedynka"),
    ("حلب", "Aleppo"),
    ("حمص", "Hama"),
]


def gazetteer_of(folder: Path, names: Iterable[str]) -> Gazetteer:
    """A gazetteer of towns with these names, each under its skeleton."""
    path = folder / "names.sqlite"
    with sqlite3.connect(path) as base:
        base.execute(
            "CREATE TABLE entry (key INTEGER PRIMARY KEY, slug, name, kind, lat, lon, country, admin1, admin2,"
            " population, radius_km, note, capital)"
        )
        base.execute("CREATE TABLE name (key, match, entry)")
        for number, name in enumerate(names):
            town = (number, name, KINDS.index(PlaceKind.SETTLEMENT))
            base.execute("INSERT INTO entry (key, name, kind, population) VALUES (?, ?, ?, 0)", town)
            base.execute(
                "INSERT INTO name VALUES (?, ?, ?)", (f"-{skeleton(name)}", MATCHES.index(Match.SKELETON), number)
            )
    return Gazetteer.open(path)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Every second name of the pairs, and no other place."""
    names = dict.fromkeys(other for _, other in ONE_NAME + TWO_NAMES)
    return gazetteer_of(tmp_path_factory.mktemp("gazetteer"), names)


@pytest.mark.parametrize(("asked", "name"), ONE_NAME)
def test_a_place_is_found_under_another_spelling(asked: str, name: str, gazetteer: Gazetteer) -> None:
    assert [entry.name for entry in gazetteer.find_like(asked)][:1] == [name]


@pytest.mark.parametrize(("asked", "name"), TWO_NAMES)
def test_a_place_is_not_taken_for_one_that_sounds_alike(asked: str, name: str, gazetteer: Gazetteer) -> None:
    assert name not in [entry.name for entry in gazetteer.find_like(asked)]


def test_the_likest_comes_first(tmp_path: Path) -> None:
    """Ternovka is Ternivka; Tarnavka is another village, though its consonants are the same."""
    found = gazetteer_of(tmp_path, ["Tarnavka", "Ternivka"]).find_like("Ternovka")
    assert found[0].name == "Ternivka"


def test_a_change_by_law_costs_less_than_another() -> None:
    assert likeness("Chernigov", "Chernihiv") > likeness("Chernigov", "Chernihav") >= LEAST_LIKENESS / 2


def test_a_vowel_counts_most_where_a_name_ends() -> None:
    assert likeness("Krasnyi", "Krasne") < likeness("Krysny", "Kresny")


def test_endings_of_two_languages_are_heard_alike() -> None:
    assert heard("Azovskoye") == heard("Азовське")
    assert heard("Belaya") == heard("Bela")


@given(st.text(), st.text())
def test_likeness_lies_between_none_and_all_and_goes_both_ways(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 100.0
    assert likeness(one, other) == pytest.approx(likeness(other, one))
