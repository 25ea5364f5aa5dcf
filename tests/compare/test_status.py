"""What the reporting of an event amounts to, and that it can be explained from the ledger."""

from datetime import date

import pytest

from benchmarks.scenarios import filled_ledger
from reportedly.compare.status import STATUSES
from reportedly.flow import find_events
from reportedly.model.event import Event, Status

FIRST = date(2024, 2, 17)
Told = tuple[str, str]


def report(*documents: Told) -> list[Event]:
    """The events of documents: outlet and text, all of one day."""
    scenario = {
        "id": "status",
        "documents": [
            {"id": f"d{number}", "outlet": outlet, "published": str(FIRST), "language": "en", "text": text}
            for number, (outlet, text) in enumerate(documents)
        ],
    }
    with filled_ledger(scenario) as ledger:
        events = list(find_events(ledger))
        for event in events:
            found = ledger.group(event.id)
            assert found is not None
            known = {comparable.claim for comparable, _ in found[1]}
            told = {each.held.claim.id for each in event.members}
            partners = {each.compared_with for each in event.members} - {None}
            on_lines = {id_ for each in event.independent.values() for line in each.lines for id_ in line.claims}
            steps = {step.claim for step in event.steps} - {None}
            assert told | partners | on_lines | steps <= known, "all that explains an event is in its group"
            assert event.why
    return events


def status(*documents: Told) -> Status:
    """Of the event with the most claims."""
    return max(report(*documents), key=lambda event: len(event.members)).status


SAID: dict[Status, tuple[Told, ...]] = {
    Status.CONTESTED: (
        ("A Post", "Russian troops have captured Avdiivka, the Russian Defence Ministry said."),
        ("B Times", "Avdiivka has not been captured, the General Staff of the Armed Forces of Ukraine said."),
    ),
    Status.CONCEDED: (
        ("A Post", "Russian troops have captured Avdiivka, the Russian Defence Ministry said."),
        ("B Times", "Ukrainian troops have withdrawn from Avdiivka, Commander-in-Chief Oleksandr Syrskyi said."),
    ),
    Status.CORROBORATED: (
        ("A Post", "A missile hit a school in Kramatorsk on Friday, governor Pavlo Kyrylenko said."),
        ("B Times", "A missile hit a school in Kramatorsk on Friday, the United Nations said."),
    ),
    Status.ONE_SIDED: (
        ("A Post", "A missile hit a school in Kramatorsk on Friday, governor Pavlo Kyrylenko said."),
        ("B Times", "A missile hit a school in Kramatorsk on Friday, President Volodymyr Zelenskyy said."),
    ),
    Status.CIRCULAR: (
        ("A Post", "A missile hit a school in Kramatorsk on Friday, governor Pavlo Kyrylenko said."),
        ("B Times", "A missile hit a school in Kramatorsk on Friday, Pavlo Kyrylenko said."),
    ),
    Status.SINGLE_SOURCE: (
        ("A Post", "A missile hit a school in Kramatorsk on Friday, governor Pavlo Kyrylenko said."),
    ),
    Status.UNSOURCED: (("A Post", "A missile hit a school in Kramatorsk on Friday."),),
}


@pytest.mark.parametrize("wanted", list(Status))
def test_every_status_is_reached_by_plain_reports(wanted: Status) -> None:
    assert status(*SAID[wanted]) is wanted


def test_the_table_has_every_status_once_in_the_contracts_order() -> None:
    assert list(STATUSES) == list(Status)
    assert all(test.__doc__ for test in STATUSES.values())


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine has lost 300 soldiers near Avdiivka, the Russian Defence Ministry said.",
        "Three people were killed in a Russian strike on Kramatorsk, governor Pavlo Kyrylenko said.",
        "Russian forces are trying to surround Avdiivka, the General Staff of the Armed Forces of Ukraine said.",
    ],
)
def test_what_is_said_of_the_enemy_or_as_a_victim_is_no_concession(text: str) -> None:
    assert not any(member.is_concession for event in report(("A Post", text)) for member in event.members)


def test_the_loss_of_ones_own_men_is_a_concession() -> None:
    told = ("A Post", "Nineteen Russian soldiers were killed in Makiivka, the Russian Defence Ministry said.")
    assert status(told) is Status.CONCEDED


@pytest.mark.parametrize(
    ("documents", "why"),
    [
        (
            (("A Post", "A missile did not hit a school in Kramatorsk on Friday, governor Pavlo Kyrylenko said."),),
            "One publisher, on one line, denies it: it is only denied.",
        ),
        (SAID[Status.SINGLE_SOURCE], "One publisher, on one line, says so."),
        (SAID[Status.UNSOURCED], "Only news outlets' own voice or sources that nobody names say so."),
    ],
)
def test_why_agrees_with_how_many_say_so(documents: tuple[Told, ...], why: str) -> None:
    (event,) = report(*documents)
    assert event.why == why
