"""Where a Ukrainian text says when, and what it says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.date_rules import date_rules
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document


def find(text: str, language: str = "uk") -> tuple[DatePhrase, ...]:
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    return DatePhrases().find([Document(text=text, language=language)], [found])[0]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("2 грудня 2025 року", "date"),
        ("2 грудня 2025 р", "date"),
        ("2-го грудня", "date"),
        ("першого вересня", "date"),
        ("двадцять четвертого лютого 2022-го", "date"),
        ("9—11 листопада", "date"),
        ("9 по 11 листопада", "date"),
        ("вранці 2 грудня", "date"),
        ("2 грудня ввечері", "date"),
        ("в ніч на 2 грудня", "date"),
        ("у ніч проти 2 грудня", "date"),
        ("в ніч з 30 листопада на 1 грудня", "date"),
        ("02.12.2025", "date"),
        ("02.12.25", "date"),
        ("2025-12-02", "date"),
        ("на початку грудня", "date"),
        ("наприкінці 1914 року", "date"),
        ("1939–1945 роках", "date"),
        ("серпневих", "date"),
        ("минулого липня", "date"),
        ("середу, 3 грудня", "date"),
        ("2 грудня о 14:30", "date"),
        ("середу", "weekday"),
        ("п’ятницю ввечері", "weekday"),
        ("у ніч на п'ятницю", "weekday"),
        ("ніч із п'ятниці на суботу", "weekday"),
        ("минулого понеділка", "weekday"),
        ("сьогодні", "deictic"),
        ("вчора ввечері", "deictic"),
        ("позавчора", "deictic"),
        ("минулої ночі", "part"),
        ("зранку", "part"),
        ("минулої доби", "span"),
        ("упродовж доби", "span"),
        ("останні 24 години", "span"),
        ("найближчими днями", "span"),
        ("через два тижні", "shift"),
        ("два роки тому", "shift"),
        ("рік тому", "shift"),
        ("за рік до того", "shift"),
        ("наступного дня", "shift"),
        ("того ж року", "shift"),
        ("напередодні ввечері", "shift"),
        ("минулого тижня", "unit"),
        ("наприкінці місяця", "unit"),
        ("торік", "unit"),
        ("три дні", "length"),
        ("двадцять чотири години", "length"),
        ("протягом трьох місяців", "length"),
        ("протягом року", "length"),
        ("півтора року", "length"),
        ("3-х тижнів", "length"),
        ("триденний", "length"),
        ("9-місячної", "length"),
        ("щодня", "set"),
        ("кожної ночі", "set"),
        ("кожного понеділка", "set"),
        ("06:00", "clock"),
        ("опівночі", "clock"),
        ("навесні 1915 року", "season"),
        ("влітку", "season"),
        ("третьому кварталі 2025 року", "quarter"),
        ("на початку 1930-х років", "decade"),
        ("90-х роках", "decade"),
        ("XX столітті", "century"),
        ("ХІХ століття", "century"),
        ("264 року до н. е", "before_christ"),
        ("нещодавно", "vague"),
        ("в майбутньому", "vague"),
    ],
)
def test_says_when(words: str, rule: str) -> None:
    assert [(phrase.text, phrase.rule) for phrase in find(f"Це сталося {words} біля села.")] == [(words, rule)]


@pytest.mark.parametrize(
    "words",
    [
        "Вони пройшли 7 км.",
        "Загинуло 1500 солдатів.",
        "У 2000 будинках немає світла.",
        "Лютого звіра бачили в лісі.",
        "Жовтнева революція.",
        "На 526 дня війни.",
        "Солдати йшли на північ.",
        "Це було на 104-ту.",
        "Він стояв серед поля.",
        "Рівень піднявся до 2.12 метра.",
        "Ракета Х-22 впала.",
        "При цьому всі мовчали.",
        "День за днем.",
    ],
)
def test_says_no_time(words: str) -> None:
    assert find(words) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9, 10 і 12 листопада 2024 року", [("9", "11", "2024"), ("10", "11", "2024"), ("12", "11", "2024")]),
        ("у вересні, жовтні та листопаді 1941 року", [(None, "9", "1941"), (None, "10", "1941"), (None, "11", "1941")]),
    ],
)
def test_what_stands_once_is_shared(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = [tuple(phrase.values.get(name) for name in ("day", "month", "year")) for phrase in find(text)]
    assert found == expected


def test_two_ends_are_one_phrase() -> None:
    text = "Стріляли з 20.00 2 жовтня до 8.00 3 жовтня, а з вересня 2023 по квітень 2024 року було тихо."
    assert [phrase.text for phrase in find(text)] == [
        "20.00 2 жовтня до 8.00 3 жовтня",
        "вересня 2023 по квітень 2024 року",
    ]


def test_full_stop_ends_a_sentence_and_no_date() -> None:
    assert [each.values["year"] for each in find("Сталося 24.02.22.")] == ["2022"]
    assert find("Версія 24.02.22.5 вийшла.") == ()


def test_number_behind_a_day_is_no_year_if_it_counts() -> None:
    (phrase,) = find("На 2 грудня 2000 бійців тримали місто.")
    assert phrase.text == "2 грудня"


def test_between_two_days_lies_one_time() -> None:
    (phrase,) = find("Це було між 2 та 5 грудня.")
    assert (phrase.text, phrase.values["day2"]) == ("2 та 5 грудня", "5")


def test_figures_that_are_no_hour_are_a_day() -> None:
    assert [phrase.rule for phrase in find("Втрати з 24.02 по 28.02.")] == ["range"]


def test_lead_is_read_but_stands_outside() -> None:
    one, two = find("Працювати до 2 грудня або після 2026 року.")
    assert (one.text, one.values["lead"]) == ("2 грудня", "until")
    assert (two.text, two.values["lead"]) == ("2026 року", "after")


def test_end_of_a_year_can_be_a_deadline() -> None:
    (phrase,) = find("Закінчать до кінця 2026 року.")
    assert (phrase.text, phrase.values["lead"], phrase.values["portion"]) == ("кінця 2026 року", "until", "end")


def test_what_follows_another_happening_is_a_length() -> None:
    assert [phrase.rule for phrase in find("Місто взяли через два тижні після того, як впав міст.")] == ["length"]


def test_clock_keeps_its_zone() -> None:
    (phrase,) = find("Тривога о 14:30 за київським часом.")
    assert (phrase.text, phrase.values["zone"]) == ("14:30 за київським часом", "kyiv")


def test_capitals_and_long_documents_change_nothing() -> None:
    assert [phrase.text for phrase in find("У ГРУДНІ ТА 2 ЛЮТОГО 2023 РОКУ")] == ["ГРУДНІ", "2 ЛЮТОГО 2023 РОКУ"]


@pytest.fixture(autouse=True, scope="module")
def rules() -> None:
    """Compiled once, so that no single example pays for it."""
    date_rules("uk")
    date_rules("ru")


WORDS = st.sampled_from(
    "з до по на у в ніч 9 31 2014 02.12 грудня лютого середу п’ятницю доби два дні тому через року минулого "
    "наступного тижня 20.00 мск 14:30 - — , . XX століття 1930-х навесні до н. е. İ".split(" ")
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)), st.sampled_from(["uk", "ru"]))
def test_every_phrase_cuts_its_own_text(text: str, language: str) -> None:
    end = 0
    for phrase in find(text, language):
        assert phrase.text == text[phrase.start : phrase.end] != ""
        assert phrase.start >= end
        end = phrase.end


@given(st.dates(date(1900, 1, 1), date(2049, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    months = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()
    for text in (f"{day.day} {months[day.month - 1]} {day.year} року", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}"):
        (phrase,) = find(f"Станом на {text}.")
        values = phrase.values
        assert date(int(values["year"]), int(values["month"]), int(values["day"])) == day
