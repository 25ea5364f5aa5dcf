"""Accounts of two sides, control, forecasts and track records, in a terminal and as JSON."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import jsonschema
import pytest

from reportedly.compare.control import tell_control
from reportedly.compare.divergence import add_up, compare_sides
from reportedly.compare.forecasts import find_forecasts
from reportedly.compare.record import keep_record
from reportedly.model.claim import Polarity, Tense
from reportedly.model.event import Stance
from reportedly.model.held import Verdict
from reportedly.model.record import Teller
from reportedly.present.control import write_control
from reportedly.present.forecasts import write_forecasts
from reportedly.present.record import write_record
from reportedly.present.sides import write_sides
from reportedly.present.views import (
    view_schema,
    write_control_json,
    write_forecasts_json,
    write_record_json,
    write_sides_json,
)
from tests.compare.made import MALYNIVKA, MINISTRY, STAFF, Made, Voice, gather, make_event, tell

TODAY = date(2025, 12, 31)
TAKEN = make_event(
    tell("Russian forces captured Malynivka", by=MINISTRY, day=2, gains="russia", happened=(1, 1)),
    tell("Malynivka was lost", by=STAFF, day=4, gains="russia", polarity=Polarity.NEGATIVE, stance=Stance.DENIES),
    tell("we left Malynivka", by=STAFF, day=9, gains="russia", concedes=True),
    id_="ev-TAKEN00001",
)
ALONE = make_event(tell("Malynivka is held", by=STAFF, day=12, gains="ukraine"), id_="ev-ALONE00001")
AHEAD = make_event(
    tell(
        "Malynivka will fall", by=MINISTRY, day=1, tense=Tense.FUTURE, deed="capture", happened=(1, 20), verdict=Verdict.ACCEPTED,
        notes=("So it was.",),
    ),
    id_="ev-AHEAD00001",
)  # fmt: skip
FELL = make_event(tell("Malynivka fell", by=STAFF, day=15, deed="capture"), id_="ev-FELL000001")
HOSTILE = make_event(
    tell("\x1b[2J\u202eMalynivka\nfell\r", by=Voice("\x1b]0;x\x07 staff", "russia"), outlet="\x9b31m"),
    id_="ev-HOSTILE001",
)
OUTPUT = {"russia": add_up({}, {}), "ukraine": add_up({}, {date(2025, 12, 4): 3})}


def write_all(*made: Made, colour: bool = False) -> dict[str, tuple[str, str]]:
    """By command: as text and as JSON."""
    events, comparables = gather(*made)
    two = compare_sides(events, ("russia", "ukraine"), OUTPUT, last_day=date(2025, 12, 15))
    control = tell_control(events, MALYNIVKA, comparables)
    forecasts = find_forecasts(events, events, comparables, today=TODAY)
    record = keep_record(Teller(id=MINISTRY.id, name=MINISTRY.name, side="russia"), events, least_events=1)
    how: dict[str, Any] = {"width": 100, "colour": colour}
    return {
        "sides": (write_sides(two, **how), write_sides_json(two)),
        "control": (write_control(control, **how), write_control_json(control)),
        "forecasts": (write_forecasts(forecasts, **how), write_forecasts_json(forecasts, TODAY)),
        "source": (write_record(record, **how), write_record_json(record)),
    }


def flat(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("command", ["sides", "control", "forecasts", "source"])
@pytest.mark.parametrize("made", [(TAKEN, ALONE, AHEAD, FELL), (HOSTILE,), ()])
def test_json_is_as_its_schema_says(command: str, made: Sequence[Made]) -> None:
    written = json.loads(write_all(*made)[command][1])
    jsonschema.validate(written, view_schema(command))
    assert written["schema"] == view_schema(command)["title"] == f"reportedly.{command}/1"


@pytest.mark.parametrize("command", ["sides", "control", "forecasts", "source"])
def test_nothing_from_outside_moves_a_cursor(command: str) -> None:
    text = write_all(HOSTILE, AHEAD)[command][0]
    assert not {sign for sign in text if not sign.isprintable()} - {"\n"}


def test_sides_are_told_on_one_axis_of_time() -> None:
    text = flat(write_all(TAKEN, ALONE)["sides"][0])
    assert text.startswith(
        "Russia’s side and Ukraine’s side: 2 events, by who speaks of them control: 2 events · 1 only Ukraine’s side"
    )
    says, denies, concedes = (text.index(f"{day} December 2025: {who}") for day, who in (
        (2, "Russia’s side says so."), (4, "Ukraine’s side denies it."), (9, "Ukraine’s side concedes it.")
    ))  # fmt: skip
    assert says < denies < concedes
    assert "“Russian forces captured Malynivka”" in text


def test_silence_is_told_with_what_was_published_meanwhile() -> None:
    silent = flat(write_all(make_event(tell(by=MINISTRY, day=3)))["sides"][0])
    assert (
        "3 December 2025 to 10 December 2025: Ukraine’s side is silent; it published 0 documents with 3 claims meanwhile"
        in silent
    )
    assert "Silence is no denial." in silent
    absent = flat(write_all(ALONE)["sides"][0])
    assert "of Russia’s side the ledger holds nothing at all" in absent and "is silent" not in absent


def test_so_many_events_are_listed_and_all_are_counted() -> None:
    events, _ = gather(TAKEN, ALONE, FELL)
    two = compare_sides(events, ("russia", "ukraine"), {})
    text = write_sides(two, limit=1)
    assert "3 events" in text and text.count("ev-") == 1


def test_who_holds_a_place_is_told_with_who_says_so() -> None:
    text = flat(write_all(TAKEN, ALONE, AHEAD)["control"][0])
    assert text.startswith(
        "Malynivka, UA, within 5 km: 2 events Russia’s side last said, on 2 December 2025: Russia’s side holds it"
    )
    assert "from 1 December 2025: held by Russia’s side, conceded by the side that lost it" in text
    assert "said by Russia’s side and Ukraine’s side · denied by Ukraine’s side" in text
    assert "1 event of what is to come left out: see `reportedly forecasts`" in text


def test_earlier_events_are_left_out_and_counted() -> None:
    events, comparables = gather(TAKEN, ALONE, FELL)
    text = write_control(tell_control(events, MALYNIVKA, comparables), limit=1)
    assert "2 earlier events left out" in text and "ev-FELL000001" in text and "ev-TAKEN00001" not in text


def test_a_forecast_says_on_what_ground_it_is_answered() -> None:
    text = flat(write_all(AHEAD, FELL)["forecasts"][0])
    assert (
        "due: its last day is 20 December 2025; a person accepted it, a person noted “So it was.”, "
        "a later event affirms it"
    ) in text
    assert "15 December 2025, affirms it: the same place, kind and deed (capture)." in text
    undecided = write_all(make_event(tell(tense=Tense.FUTURE)))["forecasts"][0]
    assert "open: it names no day; nothing is decided" in undecided


def test_a_record_says_what_it_measures() -> None:
    text = flat(write_all(TAKEN, AHEAD)["source"][0])
    assert "not truth or honesty" in text
    assert "1 conceded later by the side it speaks against: 50% (95 % interval 9% to 91%)" in text
    assert "conceded 7 days later (median of 1; 7 to 7)" in text


def test_points_are_as_coarse_as_the_place() -> None:
    place = json.loads(write_all(TAKEN)["control"][1])["place"]
    assert (place["lat"], place["lon"]) == (49.8, 36.72)
