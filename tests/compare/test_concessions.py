"""Who says something against the own interest, and who does not."""

import pytest

from reportedly.model.event import Status
from tests.compare.dispatches import dispatch, find_events


def concedes(text: str, language: str) -> list[str | None]:
    """The sides that concede something in a dispatch."""
    events = find_events(dispatch(text, language=language))
    return [each.side for event in events for each in event.members if each.is_concession]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Ukrainian troops have withdrawn from Kupiansk, the General Staff of Ukraine said.", "ukraine"),
        ("en", "Our troops have left Kupiansk, the General Staff of the Armed Forces of Ukraine said.", "ukraine"),
        ("en", "Russian forces have captured Kupiansk, President Volodymyr Zelenskyy admitted.", "ukraine"),
        ("en", "Nineteen Russian soldiers were killed in Makiivka, the Russian Defence Ministry said.", "russia"),
        ("en", "Our cruiser sank in the Black Sea, the Russian Defence Ministry said.", "russia"),
        ("en", "Ukrainian forces hit a hospital in Donetsk by mistake, President Volodymyr Zelenskyy said.", "ukraine"),
        ("ru", "Российские войска отошли из Купянска, сообщило Минобороны России.", "russia"),
        ("uk", "Українські війська вийшли з Куп'янська, повідомив Генеральний штаб ЗСУ.", "ukraine"),
    ],
)
def test_loss_of_ground_men_and_arms_and_harm_done_are_conceded(language: str, text: str, side: str) -> None:
    assert concedes(text, language) == [side]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ukraine has lost 300 soldiers near Kupiansk, the Russian Defence Ministry said."),
        ("en", "Russian forces have captured Kupiansk, the Russian Defence Ministry said."),
        ("en", "Ukrainian troops have withdrawn from Kupiansk, the Russian Defence Ministry said."),
        ("en", "Three people were killed in a Russian strike on Kramatorsk, governor Vadym Filashkin said."),
        ("en", "A Russian missile destroyed a school in Kramatorsk, governor Vadym Filashkin said."),
        ("en", "Ukrainian troops have not withdrawn from Kupiansk, the General Staff of Ukraine said."),
        ("en", "Ukrainian forces destroyed three Russian tanks near Kupiansk, the General Staff of Ukraine said."),
        ("en", "Ukrainian troops have withdrawn from Kupiansk."),
        ("en", "Ukrainian troops have withdrawn from Kupiansk, the Red Cross said."),
        ("ru", "Украинские войска оставили Купянск, сообщило Минобороны России."),
        ("uk", "Росіяни втратили під Куп'янськом 200 військових, повідомив Генеральний штаб ЗСУ."),
    ],
)
def test_figures_on_the_enemy_and_a_victims_report_are_none(language: str, text: str) -> None:
    assert concedes(text, language) == []


def test_what_the_enemy_says_too_stays_conceded() -> None:
    (event,) = find_events(
        dispatch("Russian forces have captured Kupiansk, the Russian Defence Ministry said.", outlet="Harbour Post"),
        dispatch(
            "Ukrainian troops have withdrawn from Kupiansk, the General Staff of Ukraine said.", outlet="Hill Post"
        ),
    )
    assert event.status is Status.CONCEDED
    assert [each.side for each in event.members if each.is_concession] == ["ukraine"]
