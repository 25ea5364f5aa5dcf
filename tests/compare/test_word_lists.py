"""The lists of words by which deeds are told, in three languages."""

import pytest

from reportedly.compare.deeds import ALIKE, DEEDS, OUTRANKS, RARE, USUAL, deed_patterns
from reportedly.compare.event_words import compile_words, object_patterns, plain, word_list
from reportedly.compare.place_signals import TARGETS
from tests.compare.dispatches import compare

LANGUAGES = ("en", "ru", "uk")
TOLD: dict[str, tuple[str, str, str]] = {
    "strike": (
        "A missile hit a school in Kupiansk on Tuesday.",
        "Во вторник ракета попала в школу в Купянске.",
        "У вівторок ракета влучила у школу в Куп'янську.",
    ),
    "attack": (
        "Drones attacked Kupiansk on Tuesday.",
        "Во вторник беспилотники атаковали Купянск.",
        "У вівторок безпілотники атакували Куп'янськ.",
    ),
    "kill": (
        "Four people were killed in Kupiansk.",
        "В Купянске погибли четыре человека.",
        "У Куп'янську загинули четверо людей.",
    ),
    "injure": (
        "Four people were wounded in Kupiansk.",
        "В Купянске ранены четыре человека.",
        "У Куп'янську поранено чотирьох людей.",
    ),
    "capture": (
        "Russian troops captured Kupiansk.",
        "Российские войска захватили Купянск.",
        "Російські війська захопили Куп'янськ.",
    ),
    "withdraw": (
        "Ukrainian troops withdrew from Kupiansk.",
        "Украинские войска отошли из Купянска.",
        "Українські війська відійшли з Куп'янська.",
    ),
    "hold": (
        "Ukrainian troops hold Kupiansk.",
        "Украинские войска удерживают Купянск.",
        "Українські війська утримують Куп'янськ.",
    ),
    "enter": (
        "Russian troops entered Kupiansk.",
        "Российские войска вошли в Купянск.",
        "Російські війська увійшли в Куп'янськ.",
    ),
    "advance": (
        "Russian troops advanced near Kupiansk on Tuesday.",
        "Российские войска продвинулись у Купянска во вторник.",
        "Російські війська просунулися біля Куп'янська у вівторок.",
    ),
    "encircle": (
        "Russian troops encircled Kupiansk.",
        "Российские войска окружили Купянск.",
        "Російські війська оточили Куп'янськ.",
    ),
    "repel": (
        "Ukrainian troops repelled three attacks near Kupiansk on Tuesday.",
        "Украинские войска отбили три атаки у Купянска во вторник.",
        "Українські війська відбили три атаки біля Куп'янська у вівторок.",
    ),
    "intercept": (
        "Air defences shot down five drones over Kupiansk on Tuesday.",
        "ПВО сбила пять беспилотников над Купянском во вторник.",
        "ППО збила п'ять безпілотників над Куп'янськом у вівторок.",
    ),
    "exchange": (
        "Russia and Ukraine exchanged 200 prisoners of war on Tuesday.",
        "Россия и Украина во вторник обменялись военнопленными.",
        "Росія й Україна у вівторок обмінялися військовополоненими.",
    ),
    "sink": (
        "A Russian ship sank in the port of Kerch on Tuesday.",
        "Российский корабль затонул в порту Керчи во вторник.",
        "Російський корабель затонув у порту Керчі у вівторок.",
    ),
    "damage": (
        "A bridge was destroyed in Kupiansk on Tuesday.",
        "Во вторник в Купянске разрушен мост.",
        "У вівторок у Куп'янську зруйновано міст.",
    ),
    "outage": (
        "Kupiansk was left without electricity on Tuesday.",
        "Купянск во вторник остался без света.",
        "Куп'янськ у вівторок залишився без світла.",
    ),
    "evacuate": (
        "Forty residents were evacuated from Kupiansk on Tuesday.",
        "Во вторник из Купянска эвакуировали сорок жителей.",
        "У вівторок з Куп'янська евакуювали сорок жителів.",
    ),
    "detain": (
        "Five people were detained in Kupiansk on Tuesday.",
        "Во вторник в Купянске задержали пять человек.",
        "У вівторок у Куп'янську затримали п'ятьох людей.",
    ),
}
"""Of the commonest deeds a sentence in each language."""


@pytest.mark.parametrize("nth", range(3), ids=LANGUAGES)
@pytest.mark.parametrize("deed", TOLD)
def test_the_same_deed_is_told_in_three_languages(deed: str, nth: int) -> None:
    assert [each.deed for each in compare(TOLD[deed][nth], language=LANGUAGES[nth])] == [deed]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_written_as_texts_are_and_finds_itself(language: str) -> None:
    """Without a capital, ё or a stress mark, with a straight apostrophe; else nothing would ever be found by it."""
    for table, rows in word_list(language).items():
        for name, words in rows.items():
            for row in words.split() if table == "idle" else words.split("|"):
                assert row.strip() and plain(row) == row, (table, name, row)
                bare = " ".join(row.replace("*", "").replace("~", " ").split())
                assert table == "idle" or compile_words([row]).search(bare), (table, name, row)


def test_every_language_has_the_same_lists() -> None:
    tables = [{table: sorted(rows) for table, rows in word_list(language).items()} for language in LANGUAGES]
    loose = ("doers", "weak")
    assert len({str({name: rows for name, rows in each.items() if name not in loose}) for each in tables}) == 1
    assert all(set(deed_patterns(language)) == set(DEEDS) for language in LANGUAGES)
    assert all(set(each["weak"]) <= set(DEEDS) for each in tables)


def test_the_tables_of_deeds_name_deeds_and_objects_that_there_are() -> None:
    named = {deed for pair in (*ALIKE, *OUTRANKS) for deed in pair} | RARE | set(USUAL.values())
    assert named <= DEEDS.keys()
    assert object_patterns("en").keys() >= TARGETS
    assert all(len(pair) == 2 for pair in ALIKE)
