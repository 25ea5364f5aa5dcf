"""Who does and who suffers what single Russian and Ukrainian clauses tell, and how many of what."""

import pytest

from reportedly.model.annotation import NumberPhrase
from reportedly.reference.profile import load_profile
from reportedly.slavic.actors import find_actors
from reportedly.slavic.quantities import measure
from tests.slavic.clauses import parse, predicate_of

ACTORS = """
ru | Российские войска обстреляли город | agent Российские войска
ru | Полиция задержала журналиста | agent Полиция; patient журналиста
ru | Погибли трое мирных жителей | agent мирных жителей
ru | Посёлок захвачен повстанцами | agent повстанцами
ru | Ракета попала в дом | -
ru | Бригада потеряла сорок солдат | agent Бригада; patient солдат
ru | Командир батальона ранен | patient Командир батальона
ru | Они покинули город | -
ru | Анкара, поддерживающая повстанцев, молчит | agent Анкара
ru | Министр встретился с послом | agent Министр
ru | Эвакуированы двести жителей | patient жителей
ru | атаке российской авиации | -
uk | Російські війська обстріляли місто | agent Російські війська
uk | Поліція затримала журналіста | agent Поліція; patient журналіста
uk | Селище захоплене повстанцями | agent повстанцями
uk | Ракета влучила в будинок | -
uk | Вони залишили місто | -
uk | Міністр зустрівся з послом | agent Міністр
uk | Окупанти викрали жительку села | agent Окупанти; patient жительку села
uk | Евакуйовано двісті мешканців | patient мешканців
"""
COUNTED = """
ru | сбиты 34 ударных беспилотника | беспилотник
ru | погибли 17 российских военных | военный
ru | число погибших выросло до 16 | погибший
ru | уничтожены 3 из 10 дронов | дрон
ru | бой длился 3 часа | -
ru | погибли 12 | -
ru | перехвачены 9 БПЛА | бпла
ru | в течение 5 дней в городе нет воды | -
uk | збито 34 ударні безпілотники | безпілотник
uk | загинули 17 російських військових | військовий
uk | бій тривав 3 години | -
uk | загинули 12 | -
uk | перехоплено 9 БПЛА | бпла
"""


def rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "clause", "wanted"), rows(ACTORS), ids=lambda each: each.replace(" ", "_"))
def test_who_has_a_part_in_it(language: str, clause: str, wanted: str) -> None:
    tokens = parse(clause, language)
    profile = load_profile("ukraine")
    found = find_actors(clause, tokens, predicate_of(tokens), language, profile.side_of_words)
    assert ("; ".join(f"{each.role} {each.span.text}" for each in found) or "-") == wanted


@pytest.mark.parametrize(("language", "clause", "unit"), rows(COUNTED), ids=lambda each: each.replace(" ", "_"))
def test_what_a_number_counts(language: str, clause: str, unit: str) -> None:
    tokens = parse(clause, language)
    at = next(each for each in tokens if each.text.isdigit())
    number = NumberPhrase(start=at.start, end=at.end, text=at.text, value=float(at.text), low=None, high=None)
    (quantity,) = measure([number], tokens)
    assert (quantity.unit or "-") == unit


def test_a_unit_of_its_own_is_kept() -> None:
    tokens = parse("до границы 15 км", "ru")
    number = NumberPhrase(start=11, end=16, text="15 км", value=15.0, low=15.0, high=15.0, unit="km")
    assert [each.unit for each in measure([number], tokens)] == ["km"]


@pytest.mark.parametrize("clause", ["…", "13", "« »"])
def test_odd_words_have_no_actors(clause: str) -> None:
    tokens = parse(clause, "ru")
    assert find_actors(clause, tokens, tokens[0], "ru", lambda _: None) == ()
    assert find_actors(clause, (), tokens[0], "uk", lambda _: None) == ()
