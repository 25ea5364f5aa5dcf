"""`reportedly sides`, `control`, `forecasts` and `source`, from documents in a ledger to what is told."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reportedly.ledger.opening import open_ledger
from reportedly.model.claim import Kind, Polarity, Tense
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, SourceType
from reportedly.present.views import view_schema
from tests.cli.ledger import run
from tests.ledger.readings import KYIV, MADE_BY, MALYNIVKA, Says, Spot, Voice, make_reading

READ_BY = replace(MADE_BY, profile="ukraine")
DIARY = Voice("the channel Front Diary", "Front Diary", SourceType.CHANNEL, Identity.NAMED, "russia", "said")
STAFF = Voice("the General Staff", "General Staff", SourceType.INSTITUTION, Identity.NAMED, "ukraine", "said")
STAFF_FIRST = Voice("The General Staff", "General Staff", SourceType.INSTITUTION, Identity.NAMED, "ukraine", "denied")
NAMESAKE = Spot(name="Malynivka", gazetteer_id="geonames:702000", lat=47.9, lon=36.9, country="UA")


def read(text: str, day: int, outlet: str, *says: Says, month: int = 12) -> Reading:
    """What was read in a document of that day of 2025."""
    return make_reading(text, *says, outlet=outlet, published=date(2025, month, day), made_by=READ_BY)


def make_readings() -> list[Reading]:
    """A capture foretold, claimed, denied and conceded; a strike of which one side speaks; something of another place."""
    tenth = date(2025, 12, 10)
    control: dict[str, Any] = {"kind": Kind.CONTROL, "at": (MALYNIVKA,)}
    return [
        read(
            "Russian forces will capture Malynivka by 10 December, the channel Front Diary said.", 1, "Example Herald",
            Says("Russian forces will capture Malynivka by 10 December", by=((DIARY,),), tense=Tense.FUTURE,
                 on=("by 10 December", date(2025, 12, 1), tenth), agent="Russian forces", side="russia", **control),
        ),
        read(
            "Russian forces captured Malynivka on 2 December, the channel Front Diary said.", 2, "Example Herald",
            Says("Russian forces captured Malynivka on 2 December", by=((DIARY,),), agent="Russian forces", side="russia",
                 on=("on 2 December", date(2025, 12, 2), date(2025, 12, 2)), **control),
        ),
        read(
            "The General Staff denied that Russian forces captured Malynivka on 2 December.", 3, "Other Paper",
            Says("Russian forces captured Malynivka on 2 December", by=((STAFF_FIRST,),), polarity=Polarity.NEGATIVE,
                 on=("on 2 December", date(2025, 12, 2), date(2025, 12, 2)), agent="Russian forces", side="russia",
                 **control),
        ),
        read(
            "Ukrainian troops withdrew from Malynivka on 2 December, the General Staff said.", 6, "Third Paper",
            Says("Ukrainian troops withdrew from Malynivka on 2 December", by=((STAFF,),), agent="Ukrainian troops",
                 side="ukraine", on=("on 2 December", date(2025, 12, 2), date(2025, 12, 2)), **control),
        ),
        read(
            "A missile struck a power plant in Kyiv, the channel Front Diary said.", 5, "Example Herald",
            Says("A missile struck a power plant in Kyiv", Kind.STRIKE, by=((DIARY,),), at=(KYIV,)),
        ),
        read("Nobody said a thing about the weather.", 7, "TASS"),
        read("Nobody said a thing about the weather.", 30, "Weather"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that nobody changes."""
    path = tmp_path_factory.mktemp("views") / "reportedly.db"
    with open_ledger(path, create=True) as made:
        for reading in make_readings():
            made.add(reading.document, reading)
    return path


def told(ledger: Path, command: str, *options: object) -> dict[str, Any]:
    """The JSON that a command writes, which is as its schema says."""
    result = run(command, *options, "--format", "json", "--db", ledger)
    assert result.exit_code == 0, result.output
    written: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(written, view_schema(command))
    return written


def flat(*arguments: object) -> str:
    """What a command writes, without line breaks."""
    return " ".join(run(*arguments).stdout.split())


def test_sides_assert_deny_and_concede(ledger: Path) -> None:
    two = told(ledger, "sides", "--kind", "control", "--from", "2025-12-02", "--to", "2025-12-02")
    assert two["sides"] == ["russia", "ukraine"]
    russia, ukraine = next(each["accounts"] for each in two["events"] if len(each["accounts"][1]["tellings"]) > 1)
    assert (russia["answers"], ukraine["answers"]) == (["asserted"], ["denied", "conceded"])
    text = flat("sides", "--kind", "control", "--db", ledger)
    assert "3 December 2025: Ukraine’s side denies it. Other Paper cites General Staff" in text


def test_silence_counts_what_the_side_published(ledger: Path) -> None:
    two = told(ledger, "sides", "--kind", "strike")
    ((_, silent),) = (each["accounts"] for each in two["events"])
    assert silent["answers"] == ["silent"]
    assert silent["meanwhile"] == {
        "first": "2025-12-05", "last": "2025-12-12", "documents": 1, "claims": 1, "is_over": True,
    }  # fmt: skip
    shorter = told(ledger, "sides", "--kind", "strike", "--near", "50.45,30.52", "--silent-after", 1)
    assert shorter["events"][0]["accounts"][1]["meanwhile"]["documents"] == 1


def test_outlets_without_a_claim_have_published_too(ledger: Path) -> None:
    two = told(ledger, "sides", "--kind", "strike", "--side", "ukraine", "--side", "RUSSIA")
    assert two["sides"] == ["ukraine", "russia"]
    other = told(ledger, "sides", "--kind", "strike", "--side", "ukraine", "--side", "pl")
    assert other["events"][0]["accounts"][1]["answers"] == ["absent"]


@pytest.mark.parametrize("named", [("russia",), ("russia", "Russia"), ("russia", "ukraine", "us")])
def test_two_sides_are_named_or_none(ledger: Path, named: tuple[str, ...]) -> None:
    result = run("sides", *(word for side in named for word in ("--side", side)), "--db", ledger)
    assert result.exit_code == 2 and "name two sides" in result.stderr


def test_control_is_told_event_by_event(ledger: Path) -> None:
    control = told(ledger, "control", "Malynivka")
    turn = control["turns"][-1]
    assert (turn["holder"], turn["standing"], turn["since"]) == ("russia", "conceded", "2025-12-02")
    assert (turn["claimed_by"], turn["denied_by"]) == (["russia", "ukraine"], ["ukraine"])
    assert control["place"]["gazetteer_id"] == "geonames:701823"
    text = flat("control", "geonames:701823", "--db", ledger)
    assert "held by Russia’s side, conceded by the side that lost it" in text


def test_a_place_is_known_by_its_other_spellings(ledger: Path) -> None:
    assert told(ledger, "control", "Малинівка")["turns"] == told(ledger, "control", "Malynivka")["turns"]


def test_a_place_of_which_nothing_is_said_is_told(ledger: Path) -> None:
    result = run("control", "Atlantis", "--db", ledger)
    assert result.exit_code == 2 and "nothing in this ledger is said of a place called 'Atlantis'" in flat_error(result)
    kyiv = run("control", "Kyiv", "--db", ledger)
    assert (kyiv.exit_code, kyiv.stdout) == (0, "") and "nobody is said to hold Kyiv" in kyiv.stderr


def test_of_several_places_of_one_name_one_must_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    with open_ledger(path, create=True) as made:
        for spot, day in ((MALYNIVKA, 2), (NAMESAKE, 9)):
            reading = read(
                "Malynivka was captured.", day, "Herald", Says("Malynivka was captured", Kind.CONTROL, at=(spot,))
            )
            made.add(reading.document, reading)
    result = run("control", "Malynivka", "--db", path)
    assert result.exit_code == 2 and "geonames:701823" in result.stderr and "geonames:702000" in result.stderr
    assert len(told(path, "control", "geonames:702000")["turns"]) == 1


def test_forecasts_are_due_and_answered_by_later_events(ledger: Path) -> None:
    (one,) = told(ledger, "forecasts", "--today", "2025-12-11")["forecasts"]
    assert (one["term"], one["horizon"], one["grounds"], one["answers"]) == (
        "due",
        "2025-12-10",
        ["event"],
        one["answers"],
    )
    assert "affirms" in one["answers"]
    assert {each["claim"] for each in one["later"]}.isdisjoint(each["claim"] for each in one["claims"])
    assert told(ledger, "forecasts", "--today", "2025-12-11", "--open")["forecasts"] == []
    assert len(told(ledger, "forecasts", "--today", "2025-12-09", "--open", "--kind", "control")["forecasts"]) == 1
    nothing = run("forecasts", "--kind", "strike", "--db", ledger)
    assert (nothing.exit_code, nothing.stdout) == (0, "") and "no claim that fits says" in nothing.stderr


def test_a_person_answers_a_forecast(tmp_path: Path) -> None:
    path = tmp_path / "reviewed.db"
    with open_ledger(path, create=True) as made:
        made.add(make_readings()[0].document, make_readings()[0])
    (before,) = told(path, "forecasts")["forecasts"]
    assert before["grounds"] == []
    assert run("review", "accept", before["claims"][0]["claim"], "--who", "A reader", "--db", path).exit_code == 0
    (after,) = told(path, "forecasts")["forecasts"]
    assert (after["grounds"], after["claims"][0]["verdict"]) == (["review"], "accepted")


def test_a_source_has_a_track_record(ledger: Path) -> None:
    record = told(ledger, "source", "Front Diary", "--least", 1)
    assert (record["name"], record["side"]) == ("Front Diary", "russia")
    assert record["kinds"]["control"]["contradicted"]["number"] >= 1
    assert record["total"]["conceded"]["low"] is not None
    assert record["total"]["until_conceded"]["median_days"] is not None
    assert told(ledger, "source", "front d")["total"]["conceded"]["low"] is None
    assert told(ledger, "source", record["id"][:8].lower()) == told(ledger, "source", "Front Diary")
    assert "not truth or honesty" in flat("source", "Front Diary", "--db", ledger)


def test_a_source_that_is_not_there_is_told(ledger: Path) -> None:
    result = run("source", "Nobody", "--db", ledger)
    assert result.exit_code == 2 and "no source in this ledger is called 'Nobody'" in flat_error(result)


@pytest.mark.parametrize("command", [("sides",), ("forecasts",)])
def test_an_empty_ledger_says_what_to_do(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "empty.db"
    open_ledger(path, create=True).close()
    result = run(*command, "--db", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no events yet: add documents" in flat_error(result)
    assert told(path, *command)["schema"] == f"reportedly.{command[0]}/1"


def test_nothing_fits_is_told_with_the_filter_that_keeps_it_away(ledger: Path) -> None:
    result = run("sides", "--kind", "aid", "--from", "2025-12-01", "--db", ledger)
    assert (result.exit_code, result.stdout) == (0, "") and "without --kind" in result.stderr


def test_a_view_can_be_written_to_a_file(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "sides.json"
    result = run("sides", "--format", "json", "--output", path, "--db", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(path.read_text(encoding="utf-8")) == told(ledger, "sides")
    assert run("sides", "--output", ledger, "--db", ledger).exit_code == 2


@pytest.mark.parametrize("command", ["sides", "control", "forecasts", "source"])
def test_the_schema_can_be_printed(command: str) -> None:
    assert json.loads(run("schema", command).stdout) == view_schema(command)


def flat_error(result: Any) -> str:
    """What stands on stderr, without line breaks."""
    return " ".join(result.stderr.split())
