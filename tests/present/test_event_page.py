"""An event's page holds all that the contract says of it, and the words and documents beside it."""

from dataclasses import replace

import msgspec

from reportedly.present.event_contract import shape_event
from reportedly.present.event_page import link_event, make_event_page, make_report
from reportedly.present.screen_shapes import ReportShape
from tests.present.happenings import make_hostile, make_lost, make_many, make_struck


def test_the_page_holds_the_contracts_event_and_a_card_and_a_document_for_each_claim() -> None:
    event = make_lost()
    page = make_event_page(event)
    assert page.event == shape_event(event)
    assert set(page.cards) == {claim.claim for claim in page.event.claims}
    assert set(page.documents) == {claim.document for claim in page.event.claims}
    assert set(page.names) >= {vertex.id for vertex in page.event.vertices}
    assert page.lines == {"affirms": "1 to 2 independent lines", "denies": "1 independent line"}


def test_two_sides_have_colours_the_same_on_every_page() -> None:
    assert make_event_page(make_lost()).colours == {"russia": "a", "ukraine": "b"}
    report = make_report([make_lost(), make_struck()], title="Two")
    assert {tuple(page.colours.items()) for page in report.events} == {tuple(report.colours.items())}


def test_a_line_says_who_denies_and_what_changed() -> None:
    line = link_event(make_lost())
    assert (line.documents, line.claims, line.denied_by) == (4, 4, ["ukraine"])
    assert line.lines == "1 to 2 independent lines"
    assert sum(line.changes.values()) == len(make_lost().changes)


def test_where_nobody_affirms_the_lines_of_those_who_deny_are_told() -> None:
    event = make_lost()
    denied = [member for member in event.members if member.stance == "denies"]
    line = link_event(replace(event, members=tuple(denied)))
    assert line.lines == "1 independent line"


def test_long_words_from_outside_are_cut_in_a_line() -> None:
    assert len(link_event(make_hostile("x" * 5000)).label) < 200


def test_a_report_can_be_written_as_json_and_read_again() -> None:
    report = make_report(make_many(3), title="Many", asked="--kind control")
    written = msgspec.json.encode(report)
    assert msgspec.json.encode(msgspec.json.decode(written, type=ReportShape)) == written
