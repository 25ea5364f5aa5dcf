"""What the lines of GeoNames' files and of a user's own tables say."""

from pathlib import Path

import pytest

from reportedly.reference.gazetteer import Match, PlaceKind
from tests.reference.dumps import alternate, geonames, load, places_of, postal, write

KRAMATORSK = 704508
VILLAGE = 9_000_001


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "gazetteers"


@pytest.mark.parametrize(
    ("feature", "classes", "asked", "kind"),
    [
        ("P.PPLX", "PAH", "Zzorville", PlaceKind.SETTLEMENT),
        ("P.PPLQ", "PAH", "Zzorville", None),
        ("P.PPLH", "PAH", "Zzorville", None),
        ("A.ADM2", "PAH", "Zzorville", PlaceKind.ADMIN2),
        ("A.ADM4", "PAH", "Zzorville", None),
        ("H.STM", "PAH", "Zzorville", None),
        ("H.STM", "PAH", "Zzorville River", PlaceKind.WATER),
        ("H.WLL", "PAH", "Zzorville", None),
        ("S.FCTY", "PAH", "Zzorville", None),
        ("S.FCTY", "PS", "Zzorville", PlaceKind.SITE),
        ("A.ADM2", "P", "Zzorville", None),
    ],
)
def test_features_are_places_by_their_class(
    tmp_path: Path, home: Path, feature: str, classes: str, asked: str, kind: PlaceKind | None
) -> None:
    lines = [geonames(VILLAGE, "Zzorville", feature=feature, country="FR"), geonames(VILLAGE + 1, "Other")]
    load(write(tmp_path / "FR.txt", lines), home, classes=classes)
    assert [entry.kind for entry in places_of(home).find(asked)] == ([kind] if kind else [])


def test_a_unit_is_found_without_the_word_for_its_level(tmp_path: Path, home: Path) -> None:
    load(write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zzarsk Raion", feature="A.ADM2", admin=("05", "0599"))]), home)
    (unit,) = places_of(home).find("Zzarsk")
    assert (unit.name, unit.admin2, unit.radius_km) == ("Zzarsk Raion", "UA.05.0599", 20.0)


def test_alternate_names_name_what_other_files_hold(tmp_path: Path, home: Path) -> None:
    lines = [
        alternate(KRAMATORSK, "uk", "Zzamatorsk"),
        alternate(KRAMATORSK, "", "Zzoldtown", historic=True),
        alternate(KRAMATORSK, "link", "https://example.org/Zzlink"),
        alternate(KRAMATORSK, "wkdt", "Q123456789"),
        alternate(VILLAGE, "uk", "Zznowhere"),
    ]
    done = load(write(tmp_path / "alternateNamesV2.txt", lines), home)
    assert (done.tally.left_out, done.tally.places) == (2, 0)
    places = places_of(home)
    matches = {name: places.find(name)[0].match for name in ("Zzamatorsk", "Zzoldtown")}
    assert matches == {"Zzamatorsk": Match.ALTERNATE, "Zzoldtown": Match.RENAMED}
    assert not places.knows("Q123456789")
    assert not places.knows("Zznowhere"), "no file holds the place that it names"
    assert places.find("Zznowhere") == ()


def test_postal_codes_of_one_town_are_one_rough_place(tmp_path: Path, home: Path) -> None:
    lines = [
        postal("84300", "Жжорівка", 48.5, 37.5),
        postal("84301", "Жжорівка", 48.5, 37.5),
        postal("84302", "Жжорівка", 48.53, 37.5),
        postal("84303", "Ююрівка", 48.0, 37.0, grade=1, admin1="BY"),
        postal("84304", "Ююшівка", 48.0, 37.0, grade=4),
    ]
    load(write(tmp_path / "codes.txt", lines), home)
    places = places_of(home)
    (town,) = places.find("Zhzhorivka")
    assert town.id.startswith("postal:UA-") and "rough" in town.note
    assert (town.radius_km, town.admin1) == (5.0, "UA.05")
    (other,) = places.find("Yuiurivka")
    assert other.admin1 is None, "GeoNames has no unit of that code"
    assert (other.radius_km, "shared" in other.note) == (15.0, True)


@pytest.mark.parametrize(("delimiter", "name"), [(",", "villages.csv"), (";", "villages.csv"), ("\t", "villages.tsv")])
def test_a_table_of_ones_own_is_read_by_its_header(tmp_path: Path, home: Path, delimiter: str, name: str) -> None:
    rows = [
        ["id", "name", "name_ru", "lat", "lon", "place", "admin1", "population", "radius_km"],
        ["a1", "Zzorville", "Ззорвиль", "13.5", "25.4", "village", "", "120", "3"],
        ["a2", "Zzpart", "", "13.5", "25.4", "suburb", "", "", ""],
        ["a3", "Zzkind", "", "13.5", "25.4", "volcano", "", "", ""],
        ["a4", "Zzfar", "", "93.5", "25.4", "", "", "", ""],
    ]
    path = write(tmp_path / name, [delimiter.join(row) for row in rows])
    done = load(path, home, country="SD")
    assert (done.tally.places, done.tally.left_out, done.tally.damaged) == (1, 1, 2)
    assert [line for line, _ in done.tally.first_damaged] == [4, 5]
    assert "volcano" in done.tally.first_damaged[0][1] and "93.5" in done.tally.first_damaged[1][1]
    (village,) = places_of(home).find("Ззорвиль")
    assert (village.id, village.country, village.population, village.radius_km) == ("own:villages-a1", "SD", 120, 3.0)


def test_rows_without_an_id_keep_the_same_one(tmp_path: Path, home: Path) -> None:
    rows = ["name,lat,lon", "Zzorville,13.5,25.4"]
    load(write(tmp_path / "own.csv", rows), home)
    (first,) = places_of(home).find("Zzorville")
    load(write(tmp_path / "own.csv", [*rows, "Zzorbourg,14,25"]), home)
    (second,) = places_of(home).find("Zzorville")
    assert first.id == second.id and second.id.startswith("own:own-")


def test_cyrillic_names_are_found_as_either_language_prints_them(tmp_path: Path, home: Path) -> None:
    lines = [
        geonames(VILLAGE, "Zzzz", others="Ягжорівка,Ягжоровка,Йыжово"),
        geonames(VILLAGE + 1, "Xxxx", country="RS"),
    ]
    load(write(tmp_path / "UA.txt", lines), home)
    places = places_of(home)
    for asked in ("Yahzhorivka", "Yagzhorovka", "Yyzhovo", "Ягжоровка"):
        assert places.knows(asked), asked


def test_a_column_may_say_its_language(tmp_path: Path, home: Path) -> None:
    rows = ["name,name_uk,name_ru,name:ar,lat,lon", "Zzor,Жого,Жого,خان زورق,31.3,34.3"]
    load(write(tmp_path / "own.csv", rows), home, country="PS")
    places = places_of(home)
    assert places.knows("Zhoho") and places.knows("Zhogo") and places.knows("خان زورق")
    assert any(places.knows(asked) for asked in ("Khan Zurq", "Khan Zwrq"))
