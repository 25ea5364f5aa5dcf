"""What happens is told by words of three languages."""

from datetime import date

import pytest

from benchmarks.scenarios import filled_ledger
from reportedly.compare.deeds import DEEDS, deed_patterns, weak_patterns
from reportedly.compare.labels import NOUNS
from reportedly.compare.signals import SIGNALS
from reportedly.compare.traits import comparables
from reportedly.compare.vetoes import VETOES, is_vetoed
from reportedly.ledger.query import Query
from reportedly.model.comparable import Comparable


def compare(text: str, language: str = "en", published: date = date(2024, 2, 18)) -> list[Comparable]:
    """The claims of one document as they are compared."""
    told = {"id": "a", "outlet": "A Post", "published": str(published), "language": language, "text": text}
    with filled_ledger({"id": "one", "documents": [told]}) as ledger:
        return list(comparables(list(ledger.each_claim(Query()))))


@pytest.mark.parametrize(
    ("text", "language", "deed"),
    [
        ("Russian troops have captured Avdiivka.", "en", "capture"),
        ("Ukraine has pulled its troops out of Avdiivka.", "en", "withdraw"),
        ("The town of Avdiivka remains under the control of Ukrainian forces.", "en", "hold"),
        ("A missile hit a market in Kramatorsk on Friday.", "en", "strike"),
        ("Five people were hurt in Kramatorsk on Friday.", "en", "injure"),
        ("Российские войска взяли Авдеевку.", "ru", "capture"),
        ("Украинские войска вышли из Авдеевки.", "ru", "withdraw"),
        ("В Краматорске погибли пять человек.", "ru", "kill"),
        ("Українські підрозділи вийшли з Авдіївки.", "uk", "withdraw"),
        ("У Краматорську поранено п'ятьох людей.", "uk", "injure"),
    ],
)
def test_a_deed_is_told(text: str, language: str, deed: str) -> None:
    assert [each.deed for each in compare(text, language)] == [deed]


@pytest.mark.parametrize(
    "text",
    [
        "Russia must withdraw from Avdiivka, the minister demanded.",
        "Avdiivka may fall in the coming weeks.",
        "Avdiivka has been shelled since October 2022.",
        "The minister took part in a meeting in Avdiivka.",
    ],
)
def test_demands_possibilities_and_long_states_tell_none(text: str) -> None:
    assert not any(each.deed in ("withdraw", "capture", "strike") for each in compare(text))


def test_the_city_is_the_town_named_before_and_the_dead_belong_to_the_strike() -> None:
    """Place and day are carried on."""
    strike, toll = compare(
        "A missile hit a house in Kramatorsk on Friday, police said. Three people were killed, they said."
    )
    assert [spot.name for spot in toll.spots] == ["Kramatorsk"] and toll.spots[0].is_carried
    assert (toll.earliest, toll.deed, strike.deed) == (strike.earliest, "kill", "strike")


def test_two_places_of_one_name_nights_in_a_row_and_other_deeds_are_never_one() -> None:
    """The vetoes that matter most."""
    (first,) = compare("A missile hit Kramatorsk in the night to Thursday.")
    (second,) = compare("A missile hit Kramatorsk in the night to Friday.")
    (toll,) = compare("Three people were killed in Kramatorsk in the night to Friday.")
    assert is_vetoed(first, second) and is_vetoed(second, toll)
    (one,) = compare("Shells hit Volodymyrivka in the Donetsk region on Friday.")
    (other,) = compare("Shells hit Volodymyrivka in the Kherson region on Friday.")
    assert is_vetoed(one, other)


def test_every_deed_has_words_and_a_label_and_every_row_says_what_it_asks() -> None:
    for language in ("en", "ru", "uk"):
        for name in DEEDS:
            words = deed_patterns(language)[name].pattern, weak_patterns(language).get(name)
            assert words[0] != "(?!)" or words[1], f"{name} has no words in {language}"
    assert set(NOUNS) == set(DEEDS)
    assert all(each.ask.__doc__ and each.weight >= 0 for each in SIGNALS)
    assert all(veto.__doc__ for veto in VETOES)
