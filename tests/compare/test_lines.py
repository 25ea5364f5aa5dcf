"""How many lines of reporting there are: paths that share no source."""

from datetime import date

import pytest

from benchmarks.scenarios import filled_ledger
from reportedly.flow import find_events
from reportedly.model.event import Event, Independence, Stance

DAY = date(2023, 2, 3)
TAKEN = "Rebel fighters have captured the town of Lashio"


def report(*documents: tuple[str, str], language: str = "en") -> list[Event]:
    """The events of documents: outlet and text, each a day after the other."""
    scenario = {
        "id": "lines",
        "documents": [
            {
                "id": f"d{n}",
                "outlet": outlet,
                "published": str(DAY.replace(day=3 + n % 3)),
                "language": language,
                "text": text,
            }
            for n, (outlet, text) in enumerate(documents)
        ],
    }
    with filled_ledger(scenario) as ledger:
        return list(find_events(ledger))


def lines(*documents: tuple[str, str], language: str = "en", stance: Stance = Stance.AFFIRMS) -> tuple[int, int]:
    """Least and most of the event of which most documents tell."""
    found = biggest(report(*documents, language=language)).independent.get(stance, Independence(least=0, most=0))
    return found.least, found.most


def biggest(events: list[Event]) -> Event:
    return max(events, key=lambda event: len({member.held.document.id for member in event.members}))


def test_five_outlets_that_relay_one_channel_are_one_line() -> None:
    outlets = ("Harbour Post", "Hill Courier", "Plain News", "Coast Times", "Delta Herald")
    event = biggest(report(*((outlet, f"{TAKEN}, the Telegram channel Ridge Diary reported.") for outlet in outlets)))
    assert (event.independent[Stance.AFFIRMS].least, event.independent[Stance.AFFIRMS].most) == (1, 1)
    assert event.status == "circular" and event.independent[Stance.AFFIRMS].bottleneck == ("Ridge Diary",)
    assert len(event.members) == 5


def test_a_cited_outlet_stands_for_its_documents_sources() -> None:
    told = ("Harbour Post", f"{TAKEN}, the mayor Tin Oo said.")
    assert lines(told, ("Hill Courier", f"{TAKEN}, the newspaper Harbour Post reported.")) == (1, 1)


def test_an_outlets_own_voice_is_no_line() -> None:
    assert lines(("Harbour Post", f"{TAKEN}."), ("Hill Courier", f"{TAKEN}.")) == (0, 0)


def test_a_channel_in_its_own_voice_is_one() -> None:
    assert lines(("Ridge Diary (Telegram channel)", f"{TAKEN}."), ("Hill Courier", f"{TAKEN}.")) == (1, 1)


def test_a_spokesman_and_the_body_are_one_source() -> None:
    assert lines(
        ("Harbour Post", f"{TAKEN}, the Brotherhood Alliance said."),
        ("Hill Courier", f"{TAKEN}, said Le Yay Win, a spokesman for the Brotherhood Alliance."),
    ) == (1, 1)


def test_who_cannot_be_told_apart_is_the_difference_of_least_and_most() -> None:
    assert lines(
        ("Harbour Post", f"{TAKEN}, an army officer said on condition of anonymity."),
        ("Hill Courier", f"{TAKEN}, an army officer who did not want to be named said."),
    ) == (1, 2)


def test_two_who_are_named_are_two_lines() -> None:
    assert lines(
        ("Harbour Post", f"{TAKEN}, the mayor Tin Oo said."), ("Hill Courier", f"{TAKEN}, the monk Ashin Wara said.")
    ) == (2, 2)


@pytest.mark.parametrize("copies", [1, 3])
def test_an_uncredited_copy_raises_nothing(copies: int) -> None:
    told = [
        ("Harbour Post", f"{TAKEN}, the mayor Tin Oo said."),
        ("Hill Courier", f"{TAKEN}, the monk Ashin Wara said."),
    ]
    copied = [(f"Copy {number} Times", f"{TAKEN}. The road is closed.") for number in range(copies)]
    assert lines(*told, *copied) == lines(*told)


def test_one_person_in_three_spellings_is_one_source() -> None:
    """English, Russian and Ukrainian."""
    scenario = {
        "id": "three",
        "documents": [
            {"id": "a", "outlet": "Harbour Post", "published": "2024-02-17", "language": "en",
             "text": "Ukrainian troops have withdrawn from Avdiivka, Commander-in-Chief Oleksandr Syrskyi said."},
            {"id": "b", "outlet": "Вечерний листок", "published": "2024-02-17", "language": "ru",
             "text": "Украинские войска вышли из Авдеевки, сообщил главнокомандующий Александр Сырский."},
            {"id": "c", "outlet": "Ранкова газета", "published": "2024-02-17", "language": "uk",
             "text": "Українські війська вийшли з Авдіївки, повідомив головнокомандувач Олександр Сирський."},
        ],
    }  # fmt: skip
    with filled_ledger(scenario) as ledger:
        event = biggest(list(find_events(ledger)))
    assert len(event.members) == 3 and event.independent[Stance.AFFIRMS].most == 1
    assert event.status == "conceded"
