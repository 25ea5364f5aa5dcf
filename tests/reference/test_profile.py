"""What a profile knows of sides and of those who speak for them."""

from collections import Counter
from pathlib import Path

import pytest

from reportedly.errors import ProfileError
from reportedly.model.source import SourceType
from reportedly.reference.profile import choose_profile, load_profile, profile_names


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_loads_and_knows_its_own(name: str) -> None:
    profile = load_profile(name)
    assert profile.id == name
    for voice in profile.voices:
        assert profile.known(voice.name) is not None, voice.name
        assert voice.side is None or voice.side in profile.sides
    for side in profile.sides.values():
        assert side.opposes <= profile.sides.keys(), side.id


@pytest.mark.parametrize("name", profile_names())
def test_russia_and_ukraine_are_themselves_in_every_profile(name: str) -> None:
    profile = load_profile(name)
    assert profile.side_of_words("Russian officials") == "russia"
    assert profile.side_of_words("Kyiv") == "ukraine"


@pytest.mark.parametrize(
    ("phrase", "side"),
    [
        ("Ukrainian officials", "ukraine"),
        ("the Russian Defence Ministry", "russia"),
        ("Moscow-installed authorities", "russia"),
        ("the Russian-appointed head of the Kherson region", "russia"),
        ("a Moscow-installed judge in Ukraine's Zaporizhzhia region", "russia"),
        ("occupation authorities", "russia"),
        ("a pro-Russian channel", "russia"),
        ("a pro-Ukrainian channel", "ukraine"),
        ("a US trade official", "us"),
        ("Pentagon officials", "us"),
        ("the parliament in Kinshasa", "cd"),
        ("an aide to the Prime Minister of Ukraine", "ukraine"),
        ("the US ambassador to Ukraine", "us"),
        ("the governor of Belgorod", "russia"),
        ("Western officials", None),
        ("a Western banker in Baku", None),
        ("Ukraine's Western allies", None),
        ("reporters in Kyiv", None),
        ("an ambassador to Ukraine", None),
        ("residents of Russian-held Melitopol", None),
        ("they told us", None),
        ("the Hamas-run ministry", "hamas"),
        ("Yemen's Houthis", "houthis"),
        ("Syrian rebels", None),
        ("the Britain-based monitor", None),
        ("Syria's armed forces", "sy"),
        ("the ambassador of Portugal to Oman", "pt"),
    ],
)
def test_a_description_speaks_for_a_side_or_for_none(phrase: str, side: str | None) -> None:
    assert load_profile("ukraine").side_of_words(phrase) == side


def test_a_backer_does_not_own_whom_it_backs() -> None:
    assert load_profile("congo").side_of_words("Rwanda-backed M23 rebels") == "m23"
    assert load_profile("gaza").side_of_words("Iran-backed Hezbollah") == "hezbollah"
    assert load_profile("gaza").side_of_words("an Iran-backed militia") is None


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("Valeriy Zaluzhnyi", "Valerii Zaluzhnyi"),
        ("Evgeniy Prigozhin", "Yevgeny Prigozhin"),
        ("the SBU", "Security Service of Ukraine"),
        ("Ukraine’s General Staff", "General Staff of the Armed Forces of Ukraine"),
        ("Wargonzo", "WarGonzo"),
    ],
)
def test_other_spellings_are_known(spelling: str, name: str) -> None:
    known = load_profile("ukraine").known(spelling)
    assert known is not None
    assert known.name == name


@pytest.mark.parametrize("words", ["us", "mash", "Fedorov", "who", "Anna Putina", "somebody", ""])
def test_what_is_no_name_or_two_people_is_not_known(words: str) -> None:
    """Two Fedorovs hold office: the surname alone is neither."""
    assert load_profile("ukraine").known(words) is None


def test_an_outlet_is_told_from_a_ministry() -> None:
    profile = load_profile("ukraine")
    assert profile.outlet("Reuters") is not None
    assert profile.outlet("the General Staff of Ukraine") is None
    rybar = profile.outlet("Rybar")
    assert rybar is not None
    assert (rybar.type, rybar.side) == (SourceType.CHANNEL, "russia")


def test_opposition_goes_both_ways_and_needs_two() -> None:
    profile = load_profile("ukraine")
    assert profile.opposed("russia", "ukraine")
    assert profile.opposed("ukraine", "russia")
    assert not profile.opposed("us", "ukraine")
    assert not profile.opposed(None, "ukraine")


@pytest.mark.parametrize(
    ("countries", "text", "name"),
    [
        ({"UA": 5, "RU": 2}, "Shelling near Orikhiv.", "ukraine"),
        ({"CD": 4, "RW": 2}, "The M23 shelled Uvira.", "congo"),
        ({"AZ": 2, "AM": 2}, "The road from Goris to Stepanakert was closed, Putin said.", "nagorno-karabakh"),
        ({"YE": 4, "US": 2}, "The Houthis fired on a tanker.", "yemen"),
        ({"US": 3}, "The Senate voted.", "world"),
        ({}, "", "world"),
        ({"US": 9, "SY": 1}, "Congress spoke of Syria once.", "world"),
    ],
)
def test_a_document_chooses_its_profile(countries: dict[str, int], text: str, name: str) -> None:
    assert choose_profile(Counter(countries), text).id == name


def test_an_unknown_profile_names_those_that_there_are() -> None:
    with pytest.raises(ProfileError, match="ukraine"):
        load_profile("atlantis")


def test_a_wrong_key_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'id = "mine"\ntitle = "Mine"\ncountries = ["UA"]\n[sides.ukraine]\nadjective = ["x"]\n', encoding="utf-8"
    )
    with pytest.raises(ProfileError, match=r"mine\.toml.*line 5.*'adjective'"):
        load_profile(str(path))


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text('id = "mine"\ntitle = \n', encoding="utf-8")
    with pytest.raises(ProfileError, match=r"broken\.toml.*line 2"):
        load_profile(str(path))


def test_ones_own_profile_lies_above_the_world(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'id = "mine"\ntitle = "Mine"\ncountries = ["XX"]\n[sides.rebels]\nnames = ["Rebels"]\nopposes = ["us"]\n'
        '[people.rebels.official]\n"Jane Doe" = { office = "leader" }\n',
        encoding="utf-8",
    )
    profile = load_profile(str(path))
    known = profile.known("Doe")
    assert known is not None
    assert known.side == "rebels"
    assert profile.opposed("us", "rebels")
    assert profile.known("Reuters") is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A market in Donetsk burned down, said Denys Pushylin.", "ukraine"),
        ("The Russian Defence Ministry counted 58 Ukrainian drones.", "ukraine"),
        ("Lawrence Kanyuka read the statement on television.", "congo"),
        ("The Times of Israel and the Jerusalem Post wrote about bees.", "world"),
        ("The White House spoke to Emmanuel Macron.", "world"),
    ],
)
def test_those_who_speak_for_a_side_give_its_conflict_away(text: str, name: str) -> None:
    assert choose_profile(Counter(), text).id == name


def test_who_publishes_gives_the_conflict_away() -> None:
    text = "In the Donetsk direction two Ukrainian depots were hit."
    assert choose_profile(Counter(), text).id == "world"
    assert choose_profile(Counter(), text, "Russian Defence Ministry").id == "ukraine"
