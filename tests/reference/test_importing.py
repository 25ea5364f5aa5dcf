"""Files of places become files that the gazetteer reads beside its own."""

from pathlib import Path

import pytest

from reportedly.errors import DumpError, GazetteerError, UnknownGazetteerError
from reportedly.flow import read_text
from reportedly.reference.dump_lines import BATCH_LINES
from reportedly.reference.dump_rows import Wanted
from reportedly.reference.gazetteer import Gazetteer, Match, PlaceKind
from reportedly.reference.home import list_unfinished
from reportedly.reference.importing import Imported, choose_name, import_dump, remove_import
from tests.reference.dumps import MALYNIVKA, alternate, geonames, load, places_of, postal, write

KRAMATORSK = 704508
VILLAGE = 9_000_001


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "gazetteers"
    folder.mkdir()
    return folder


def test_a_village_of_a_dump_is_found_beside_the_packed_places(tmp_path: Path, home: Path) -> None:
    done = load(write(tmp_path / "UA.txt", [geonames(VILLAGE, "Malynivka", others="Малинівка,Malynowka,ABC")]), home)
    assert (done.tally.places, done.tally.damaged, done.label) == (1, 0, "GeoNames places")
    places = places_of(home)
    (village,) = [entry for entry in places.find("Malynivka") if entry.id == f"geonames:{VILLAGE}"]
    assert (village.kind, village.country, village.admin1) == (PlaceKind.SETTLEMENT, "UA", "UA.05")
    assert (village.lat, village.lon) == pytest.approx(MALYNIVKA)
    assert "UA" in places.countries_around(*MALYNIVKA)
    assert places.entry(village.id) == village
    assert village.id in {entry.id for entry in places.find("Малинівка")}
    assert not places.knows("ABC"), "three capitals are an airport's code"
    assert places.origin(village) == "UA-2024-05"
    assert places.version == f"{Gazetteer.open_packed().version}+UA-2024-05"
    assert "CC BY 4.0" in places.credits


def test_another_romanisation_leads_to_what_was_imported(tmp_path: Path, home: Path) -> None:
    load(write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zhovtohorivka")]), home)
    load(write(tmp_path / "FR.txt", [geonames(VILLAGE + 1, "Zhovtohorivka", country="FR")]), home)
    (found,) = places_of(home).find("Zhovtogorovka")
    assert (found.name, found.country, found.match) == ("Zhovtohorivka", "UA", Match.SKELETON)


def test_the_packed_entry_stays_and_gains_the_imported_names(tmp_path: Path, home: Path) -> None:
    load(write(tmp_path / "UA.txt", [geonames(KRAMATORSK, "Kramatorsk", 1.0, 2.0, others="Kramtown")]), home)
    (city,) = places_of(home).find("Kramtown")
    packed = Gazetteer.open_packed().entry(city.id)
    assert packed is not None
    assert (city.lat, city.population, city.match) == (packed.lat, packed.population, Match.ALTERNATE)
    assert [entry.id for entry in places_of(home).find("Kramatorsk")] == [city.id]


def test_one_place_in_two_files_is_one_entry_of_the_better_data(tmp_path: Path, home: Path) -> None:
    load(write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zhzhorivka", 48.50, 37.50)]), home)
    rows = ["name,lat,lon,country", "Zhzhorivka,48.52,37.52,UA", "Zhzhorivka,48.90,37.52,UA"]
    load(write(tmp_path / "own.csv", rows), home)
    load(write(tmp_path / "codes.txt", [postal("84300", "Жжорівка", 48.53, 37.5)]), home)
    found = places_of(home).find("Zhzhorivka")
    assert [entry.id.partition(":")[0] for entry in found] == ["geonames", "own"]
    assert [entry.lat for entry in found] == [48.5, 48.9]


def test_an_imported_village_is_where_the_text_says(tmp_path: Path, home: Path) -> None:
    """The packed gazetteer has larger places of that name, in other regions."""
    path = write(tmp_path / "codes.txt", [postal("84382", "Малинівка", *MALYNIVKA)])
    load(path, home)
    text = "Russian forces struck a village near Malinovka, approximately 16 kilometers from Kramatorsk."

    def village(folder: Path | None) -> tuple[str, str | None]:
        reading = read_text(text, gazetteer=folder)
        (place,) = [place for claim in reading.claims for place in claim.places if place.span.text == "Malinovka"]
        return place.name, place.gazetteer_id

    assert village(None) == ("Malinovka", None)
    name, entry_id = village(home)
    assert name == "Malynivka" and entry_id is not None and entry_id.startswith("postal:UA-")


def test_a_site_may_be_read_like_any_place(tmp_path: Path, home: Path) -> None:
    load(write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zzorwerk", feature="S.FCTY")]), home, classes="S")
    text = "Shells hit a plant in Zzorwerk, 14 km from Kramatorsk, the Ukrainian army said."
    reading = read_text(text, gazetteer=home)
    named = {place.span.text: place.gazetteer_id for claim in reading.claims for place in claim.places}
    assert named["Zzorwerk"] == f"geonames:{VILLAGE}"


def test_an_import_that_did_not_change_is_not_done_again(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zzhorivka")] * 2 + ["damaged"])
    first = load(path, home)
    again = load(path, home)
    assert (first.unchanged, again.unchanged) == (False, True)
    assert (again.names, again.tally) == (first.names, first.tally)
    assert not load(path, home, classes="P").unchanged, "other classes are another import"
    write(path, [geonames(VILLAGE, "Zzmorivka")])
    assert not load(path, home).unchanged
    places = places_of(home)
    assert places.knows("Zzmorivka") and not places.knows("Zzhorivka")


def many(path: Path) -> Path:
    """A dump of a batch and a half, so that an interruption finds something stored."""
    return write(path, [geonames(VILLAGE + n, f"Zzplace {n}", people=n) for n in range(BATCH_LINES * 3 // 2)])


def stop(*_: int) -> None:
    """What Ctrl-C does."""
    raise KeyboardInterrupt


def test_an_interrupted_import_goes_on_where_it_was(tmp_path: Path, home: Path) -> None:
    path = many(tmp_path / "UA.txt")
    load(write(tmp_path / "FR.txt", [geonames(VILLAGE - 1, "Zzother", country="FR")]), home)
    with pytest.raises(KeyboardInterrupt):
        import_dump(path, home / "UA.sqlite", Wanted(name="UA"), progress=stop)
    assert [each.name for each in list_unfinished(home)] == ["UA.sqlite.partial"]
    assert not places_of(home).knows("Zzplace 1"), "no reader sees a half import"
    done = load(path, home)
    assert (done.resumed_from, done.tally.places) == (BATCH_LINES, BATCH_LINES * 3 // 2)
    assert list_unfinished(home) == []
    whole = load(path, tmp_path / "at once")
    assert (done.names, done.tally) == (whole.names, whole.tally)
    assert places_of(home).knows(f"Zzplace {BATCH_LINES + 1}")


def test_an_interrupted_import_of_a_file_that_changed_begins_anew(tmp_path: Path, home: Path) -> None:
    path = many(tmp_path / "UA.txt")
    with pytest.raises(KeyboardInterrupt):
        import_dump(path, home / "UA.sqlite", Wanted(name="UA"), progress=stop)
    done = load(write(path, [geonames(VILLAGE, "Zzhorivka")]), home)
    assert (done.resumed_from, done.tally.places) == (0, 1)


def test_the_old_import_serves_until_the_new_one_is_whole(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zzhorivka")])
    load(path, home)
    with pytest.raises(KeyboardInterrupt):
        import_dump(many(path), home / "UA.sqlite", Wanted(name="UA"), progress=stop)
    assert places_of(home).knows("Zzhorivka")
    before = places_of(home)
    load(path, home)
    assert before.knows("Zzhorivka"), "who has the old file open reads on in it"
    assert not places_of(home).knows("Zzhorivka")


def test_two_processes_do_not_write_one_import(tmp_path: Path, home: Path) -> None:
    path = many(tmp_path / "UA.txt")

    def import_too(*_: int) -> None:
        with pytest.raises(DumpError, match="another import"):
            load(path, home)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_dump(path, home / "UA.sqlite", Wanted(name="UA"), progress=import_too)
    assert load(path, home).resumed_from == BATCH_LINES


def test_what_was_imported_is_removed(tmp_path: Path, home: Path) -> None:
    load(write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zzhorivka")]), home)
    load(write(tmp_path / "FR.txt", [geonames(VILLAGE - 1, "Zzother", country="FR")]), home)
    with pytest.raises(UnknownGazetteerError, match="there are FR, UA"):
        remove_import(home, "DE")
    assert [path.name for path in remove_import(home, "UA")] == ["UA.sqlite"]
    assert not places_of(home).knows("Zzhorivka")


@pytest.mark.parametrize("kept", [0, 50, 5000])
def test_a_damaged_import_says_how_to_get_rid_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path))
    load(many(tmp_path / "UA.txt"), tmp_path / "gazetteers")
    stored = tmp_path / "gazetteers" / "UA.sqlite"
    stored.write_bytes(stored.read_bytes()[:kept])
    with pytest.raises(GazetteerError, match="reportedly gazetteer remove UA"):
        Gazetteer.open()
    assert not load(tmp_path / "UA.txt", stored.parent).unchanged, "importing it again mends it too"
    assert Gazetteer.open().knows("Zzplace 1")
    remove_import(stored.parent, "UA")
    assert Gazetteer.open().version == Gazetteer.open_packed().version


def test_damage_within_an_import_is_told_when_it_is_met(tmp_path: Path, home: Path) -> None:
    load(many(tmp_path / "UA.txt"), home)
    stored = home / "UA.sqlite"
    whole = stored.read_bytes()
    stored.write_bytes(whole[:12288] + b"\xff" * (len(whole) - 12288))
    with pytest.raises(GazetteerError, match="damaged"):
        places_of(home).find("Zzplace 7")


@pytest.mark.parametrize(
    ("file", "line", "name"),
    [
        ("UA.txt", geonames(VILLAGE, "Zzhorivka"), "UA"),
        ("UA.txt", postal("84300", "Жжорівка", 48.5, 37.5), "UA_postal"),
        ("UA.txt", alternate(VILLAGE, "uk", "Жжорівка"), "UA_names"),
        ("alternateNamesV2.txt", alternate(VILLAGE, "uk", "Жжорівка"), "alternateNamesV2"),
        ("my villages (2).tsv.txt", "name\tlat\tlon", "my_villages_2"),
    ],
)
def test_an_import_is_called_after_its_file_and_format(tmp_path: Path, file: str, line: str, name: str) -> None:
    assert choose_name(write(tmp_path / file, [line])) == name


def test_the_report_says_what_it_is_about(tmp_path: Path, home: Path) -> None:
    done: Imported = load(write(tmp_path / "UA.txt", [geonames(VILLAGE, "Zzhorivka")]), home)
    assert done.path == home / "UA.sqlite" and done.path.is_file()
    assert done.names == 2, "its name and its skeleton"
