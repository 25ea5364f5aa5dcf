"""Who does it, and who holds the ground afterwards."""

import pytest

from tests.compare.dispatches import compare


@pytest.mark.parametrize(
    ("language", "text", "agent", "gains"),
    [
        ("en", "Russian forces captured Kupiansk.", "russia", "russia"),
        ("en", "Ukrainian troops have withdrawn from Kupiansk.", "ukraine", "russia"),
        ("en", "Ukrainian forces hold Kupiansk.", "ukraine", "ukraine"),
        ("en", "Kupiansk is under the control of Ukrainian forces.", "ukraine", "ukraine"),
        ("en", "Kupiansk was captured.", None, None),
        ("ru", "Российские войска взяли Купянск.", "russia", "russia"),
        ("ru", "Украинские войска вышли из Купянска.", "ukraine", "russia"),
        ("ru", "ВСУ отошли из Купянска.", "ukraine", "russia"),
        ("uk", "Сили оборони звільнили Куп'янськ.", "ukraine", "ukraine"),
        ("uk", "Російські війська захопили Куп'янськ.", "russia", "russia"),
        ("uk", "Українські підрозділи вийшли з Куп'янська.", "ukraine", "russia"),
    ],
)
def test_who_takes_has_it_and_who_leaves_gives_it_up(
    language: str, text: str, agent: str | None, gains: str | None
) -> None:
    (found,) = compare(text, language=language)
    assert (found.agent, found.gains) == (agent, gains)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Russian forces shelled Kupiansk on Tuesday.", "russia"),
        ("Kupiansk was shelled on Tuesday by Russian forces.", "russia"),
        ("Kupiansk was shelled on Tuesday.", None),
        ("A Russian drone was shot down over Kupiansk by Ukrainian forces on Tuesday.", "ukraine"),
        ("Rebels attacked the town of Kupiansk on Tuesday.", "~rebels"),
        ("The town of Kupiansk was attacked by the rebels on Tuesday.", "~rebels"),
    ],
)
def test_who_strikes_is_who_is_said_to(text: str, agent: str | None) -> None:
    (found,) = compare(text)
    assert found.agent == agent


def test_of_a_strike_nobody_gains_ground() -> None:
    (found,) = compare("Russian forces shelled Kupiansk on Tuesday.")
    assert found.gains is None
