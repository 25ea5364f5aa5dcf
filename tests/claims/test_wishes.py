"""What somebody demands is a position of his, and tells of nothing that has happened."""

from datetime import date

import pytest

from reportedly.flow import read_text
from reportedly.model.claim import Certainty, Kind, Tense

DAY = date(2024, 12, 3)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Russia demands that Ukraine withdraw from Kupiansk.", "en"),
        ("Moscow demanded that Ukraine withdraw its troops from Kupiansk, Peskov said.", "en"),
        ("Peskov insisted that Ukraine withdraw from Kupiansk.", "en"),
        ("The mayor asked that the bridge be repaired.", "en"),
        ("Россия требует, чтобы Украина вывела войска из Купянска.", "ru"),
        ("Песков потребовал, чтобы ВСУ покинули Купянск.", "ru"),
        ("Росія вимагає, щоб Україна вивела війська з Куп'янська.", "uk"),
    ],
)
def test_a_demand_is_no_report(text: str, language: str) -> None:
    (claim,) = read_text(text, outlet="Example Herald", published=DAY, language=language).claims
    assert (claim.kind, claim.certainty, claim.tense) == (Kind.POSITION, Certainty.UNKNOWN, Tense.FUTURE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They saw troops withdraw from the town, the mayor said.", "en"),
        ("Ukraine's forces hold the town, the ministry said.", "en"),
        ("Армия отошла из города, чтобы спасти людей, сообщил Генштаб.", "ru"),
    ],
)
def test_what_was_seen_is_one(text: str, language: str) -> None:
    (claim,) = read_text(text, outlet="Example Herald", published=DAY, language=language).claims
    assert (claim.kind, claim.certainty) == (Kind.CONTROL, Certainty.CERTAIN)


def test_what_is_necessary_has_not_been_done() -> None:
    text = "Вивести війська з Куп'янська необхідно, вважає міністр."
    (claim,) = read_text(text, outlet="Example Herald", published=DAY, language="uk").claims
    assert claim.kind is Kind.POSITION
