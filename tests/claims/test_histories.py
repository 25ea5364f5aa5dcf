"""From which day a text counts, and what Ukrainian and Russian times say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.date_phrases import DatePhrases
from reportedly.annotate.date_rules import date_rules
from reportedly.claims.narration import is_history, tell
from reportedly.claims.resolving import resolve, said_day
from reportedly.claims.timex import Timex
from reportedly.model.annotation import DatePhrase, Found, Layer, Sentence
from reportedly.model.document import Document
from reportedly.model.span import Span

WEDNESDAY = date(2025, 12, 3)


@pytest.fixture(autouse=True, scope="module")
def rules() -> None:
    """Compiled once, so that no single example pays for it."""
    for language in ("en", "ru", "uk"):
        date_rules(language)


def phrases(text: str, language: str) -> tuple[DatePhrase, ...]:
    found = Found({Layer.SENTENCE: (Sentence(start=0, end=len(text), text=text),)})
    return DatePhrases().find([Document(text=text, language=language)], [found])[0]


def count(text: str, language: str = "uk", published: date | None = WEDNESDAY) -> list[Timex | None]:
    whole = Span(start=0, end=len(text), text=text)
    return [each.timex for each in tell(text, [whole], phrases(text, language), published, language)]


def values(text: str, language: str = "uk", published: date | None = WEDNESDAY) -> list[str | None]:
    return [timex.value if timex else None for timex in count(text, language, published)]


@pytest.mark.parametrize(
    ("language", "text", "value", "earliest", "latest"),
    [
        ("uk", "в ніч на 2 грудня", "2025-12-02TNI", "2025-12-01", "2025-12-02"),
        ("ru", "в ночь на 2 декабря", "2025-12-02TNI", "2025-12-01", "2025-12-02"),
        ("uk", "в ніч з 30 листопада на 1 грудня", "2025-11-30TNI", "2025-11-30", "2025-12-01"),
        ("ru", "в ночь на среду, 3 декабря", "2025-12-03TNI", "2025-12-02", "2025-12-03"),
        ("uk", "вночі", "2025-12-03TNI", "2025-12-02", "2025-12-03"),
        ("ru", "минувшей ночью", "2025-12-03TNI", "2025-12-02", "2025-12-03"),
        ("uk", "зранку", "2025-12-03TMO", "2025-12-03", "2025-12-03"),
        ("uk", "ввечері", "2025-12-03TEV", "None", "None"),
        ("uk", "вчора ввечері", "2025-12-02TEV", "2025-12-02", "2025-12-02"),
        ("uk", "за минулу добу", "P1D", "2025-12-02", "2025-12-03"),
        ("ru", "за минувшие сутки", "P1D", "2025-12-02", "2025-12-03"),
        ("ru", "за последние 24 часа", "PT24H", "2025-12-02", "2025-12-03"),
        ("uk", "у середу", "2025-12-03", "2025-12-03", "2025-12-03"),
        ("ru", "в пятницу", "2025-11-28", "2025-11-28", "2025-11-28"),
        ("ru", "в 8 утра во вторник", "2025-12-02T08:00", "2025-12-02", "2025-12-02"),
        ("uk", "о 4 годині ранку 2 грудня", "2025-12-02T04:00", "2025-12-02", "2025-12-02"),
        ("ru", "к этому часу", "PRESENT_REF", "None", "None"),
        ("uk", "минулого тижня", "2025-W48", "2025-11-24", "2025-11-30"),
        ("uk", "торік", "2024", "2024-01-01", "2024-12-31"),
        ("ru", "два года назад", "2023", "2023-01-01", "2023-12-31"),
        ("uk", "на початку грудня", "2025-12", "2025-12-01", "2025-12-10"),
        ("uk", "у першій половині 1942 року", "1942-H1", "1942-01-01", "1942-06-30"),
        ("uk", "24.02.22", "2022-02-24", "2022-02-24", "2022-02-24"),
        ("uk", "1,5 року", "P1.5Y", "None", "None"),
        ("ru", "двадцати четырёх часов", "PT24H", "None", "None"),
        ("uk", "кілька днів", "PXD", "None", "None"),
        ("uk", "щоп’ятниці", "XXXX-WXX-5", "None", "None"),
        ("ru", "в 90-х годах", "199", "1990-01-01", "1999-12-31"),
        ("uk", "у XX столітті", "19", "1901-01-01", "2000-12-31"),
        ("uk", "навесні 264 року до н. е.", "BC0264-SP", "None", "None"),
        ("uk", "264—241 рр. до н. е.", "BC0264/BC0241", "None", "None"),
        ("uk", "о 14:30 за київським часом", "2025-12-03T14:30+02:00", "None", "None"),
        (
            "ru",
            "с 20.00 мск 2 октября до 8.00 мск 3 октября",
            "2025-10-02T20:00+03:00/2025-10-03T08:00+03:00",
            "2025-10-02",
            "2025-10-03",
        ),
        ("ru", "с 8.30 до 10.30 мск", "2025-12-03T08:30+03:00/2025-12-03T10:30+03:00", "2025-12-03", "2025-12-03"),
        ("ru", "с 8.30 до 10.30", "2025-12-03T08:30/2025-12-03T10:30", "None", "None"),
        ("ru", "накануне в Киеве", "2025-12-02", "2025-12-02", "2025-12-02"),
        ("uk", "напередодні зібралися", "2025-12-02", "2025-12-02", "2025-12-02"),
        ("uk", "за тиждень", "P1W", "2025-11-26", "2025-12-03"),
        ("ru", "за неделю", "P1W", "2025-11-26", "2025-12-03"),
        ("ru", "этой ночью", "2025-12-03TNI", "2025-12-02", "2025-12-03"),
        (
            "uk",
            "у вівторок з 20:00 до 22:00",
            "2025-12-02T20:00/2025-12-02T22:00",
            "2025-12-02",
            "2025-12-02",
        ),
        (
            "ru",
            "в ночь на 3 декабря с 23.00 мск до 7.10 мск",
            "2025-12-02T23:00+03:00/2025-12-03T07:10+03:00",
            "2025-12-02",
            "2025-12-03",
        ),
        (
            "uk",
            "у ніч на 3 грудня з 1:00 до 5:00",
            "2025-12-03T01:00/2025-12-03T05:00",
            "2025-12-03",
            "2025-12-03",
        ),
        (
            "uk",
            "понеділок між 20:00 та 22:00",
            "2025-12-01T20:00/2025-12-01T22:00",
            "2025-12-01",
            "2025-12-01",
        ),
        ("uk", "станом на 06:00", "2025-12-03T06:00", "2025-12-03", "2025-12-03"),
        ("ru", "по состоянию на 14:30", "2025-12-03T14:30", "2025-12-03", "2025-12-03"),
        ("uk", "між 1941 і 1945 роками", "1941/1945", "1941-01-01", "1945-12-31"),
        ("uk", "з 20:00 до 8:00", "XXXX-XX-XXT20:00/XXXX-XX-XXT08:00", "None", "None"),
    ],
)
def test_says_these_days(language: str, text: str, value: str, earliest: str, latest: str) -> None:
    (timex,) = count(f"Це {text}", language)
    assert timex is not None
    assert (timex.value, str(timex.earliest), str(timex.latest)) == (value, earliest, latest)


def test_the_eve_of_something_is_no_day_that_is_known() -> None:
    assert count("Накануне выборов открыли мост.", "ru") == []


def test_a_bulletin_s_hours_are_not_those_of_another_day_told_before() -> None:
    told = count("2 декабря сгорел склад. С 8.30 до 10.30 мск его тушили.", "ru")
    assert [str(each.earliest) if each else None for each in told] == ["2025-12-02", "None"]


@pytest.mark.parametrize("text", ["За неделю до выборов открыли мост.", "Мост построили меньше чем за неделю."])
def test_a_week_before_something_or_its_length_is_no_past_week(text: str) -> None:
    assert all(each is None or each.earliest is None for each in count(text, "ru"))


@pytest.mark.parametrize(("language", "text"), [("uk", "Цієї ночі буде дощ."), ("ru", "Этой ночью ожидаются дожди.")])
def test_a_night_to_come(language: str, text: str) -> None:
    (timex,) = count(text, language)
    assert timex is not None
    assert (str(timex.earliest), str(timex.latest)) == ("2025-12-03", "2025-12-04")


def test_in_a_week_of_a_history_is_of_no_week() -> None:
    told = count(HISTORY + "За тиждень місто впало.", "uk")
    assert told[-1] is None or told[-1].earliest is None


HISTORY = "1 вересня 1939 року почалася війна. 30 листопада 1939 року і 9 квітня 1940 року вона розширилася. "


def test_history_goes_on_from_the_time_it_has_come_to() -> None:
    assert values(HISTORY + "10 травня впав форт, у січні здалося місто, а навесні й порт.")[3:] == [
        "1940-05-10",
        "1940-01",
        "1940-SP",
    ]


def test_history_passes_the_end_of_a_year() -> None:
    assert values(HISTORY + "14 грудня 1940 року і в лютому було тихо.")[3:] == ["1940-12-14", "1941-02"]


def test_history_counts_days_and_years_from_what_it_told_last() -> None:
    told = values(HISTORY + "10 травня впав форт, наступного дня міст, через два дні порт, того ж року місто.")
    assert told[3:] == ["1940-05-10", "1940-05-11", "1940-05-13", "1940"]


def test_look_aside_to_another_year_does_not_move_a_history() -> None:
    assert values(HISTORY + "Форт 1920 року здався 10 травня.")[3:] == ["1920", "1940-05-10"]


def test_look_back_does_not_move_a_history() -> None:
    text = HISTORY + "14 квітня 1940 року умови попереднього року відкинули, 10 травня прийняли."
    assert values(text)[3:] == ["1940-04-14", "1939", "1940-05-10"]


def test_days_after_a_month_cannot_be_counted() -> None:
    assert values(HISTORY + "У серпні 1940 року прийшли, через два дні пішли.")[3:] == ["1940-08", None]


def test_weekday_of_a_history_may_lie_before_or_after() -> None:
    assert values(HISTORY + "5 серпня 1940 року прийшли, а в п’ятницю пішли.")[3:] == ["1940-08-05", None]


def test_following_weekday_counts_from_a_day_and_not_from_a_month() -> None:
    text = "In May 1919, in July 1919 and on 3 August 1919 they met. The following Friday they left."
    assert values(text, "en")[3:] == ["1919-08-08"]
    assert values(text.replace("on 3 August", "in August"), "en")[3:] == [None]


def test_day_of_a_history_reaches_its_claims() -> None:
    text = HISTORY + "Здалися 10 травня, стоять з 12 травня."
    told = list(tell(text, [Span(start=0, end=len(text), text=text)], phrases(text, "uk"), WEDNESDAY, "uk"))
    whens = [resolve(each.phrase, WEDNESDAY, future=False, told=each) for each in told[3:]]
    assert [str(when.earliest) if when else None for when in whens] == ["1940-05-10", None]
    assert said_day(told[3].phrase, WEDNESDAY, told[3]) == date(1940, 5, 10)


def test_night_of_a_history_is_not_the_last_one() -> None:
    text = "On 3 May 1919, on 5 July 1919 and on 3 August 1919 they met. Overnight they left."
    assert values(text, "en")[3:] == [None]


def test_news_of_what_is_to_come() -> None:
    assert values("У п’ятницю буде мітинг.") == ["2025-12-05"]
    assert values("В пятницу будет митинг.", "ru") == ["2025-12-05"]


def test_today_is_the_day_of_publication_in_a_history_too() -> None:
    assert values(HISTORY + "Сьогодні тут музей.")[3:] == ["2025-12-03"]


def test_a_few_dates_of_years_gone_by_are_the_background_of_news() -> None:
    news = "Місто взяли 24 лютого 2022 року. 15 вересня його обстріляли, у вівторок теж, сьогодні тихо."
    assert values(news) == ["2022-02-24", "2025-09-15", "2025-12-02", "2025-12-03"]


def test_news_with_much_background_stay_news() -> None:
    news = HISTORY + "У вівторок і сьогодні музей зачинено, 15 вересня його обстріляли."
    assert values(news)[3:] == ["2025-12-02", "2025-12-03", "2025-09-15"]


def test_history_in_english() -> None:
    text = (
        "In May 1919, in July 1919 and on 3 August 1919 they met. On 5 September they signed; two days later he left."
    )
    assert values(text, "en")[3:] == ["1919-09-05", "1919-09-07"]


def test_history_before_christ_has_no_days_to_count_from() -> None:
    text = "У 264 році до н. е., 241 році до н. е., 218 році до н. е. воювали. Того ж року помирилися."
    assert values(text)[3:] == [None]


def test_without_a_day_of_publication_the_text_itself_is_followed() -> None:
    assert values(HISTORY + "10 травня впав форт.", published=None)[3:] == ["1940-05-10"]
    assert values("2 грудня 2025 року, 5 грудня", published=None) == ["2025-12-02", None]


def test_month_of_the_same_year_takes_the_year_spoken_of() -> None:
    assert values("У березні 2023 року впав міст, у липні того ж року його підняли.") == ["2023-03", "2023-07"]
    assert values("5 березня 2023 року впав міст, у липні того ж року його підняли.") == ["2023-03-05", "2023-07"]


WORDS = st.sampled_from(
    "з до по у в ніч 9 31 29 1914 2014 02.12 грудня лютого середу доби два дні тому через року минулого наступного "
    "тижня 20.00 мск 14:30 - , . XX століття 1930-х 90-х роках навесні зимою до н. е. того ж".split(" ")
)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.none() | st.dates())
def test_no_text_is_too_odd_to_count(text: str, published: date | None) -> None:
    found = phrases(text, "uk")
    counted = count(text, published=published)
    assert len(counted) == len(found)
    assert is_history(found, published) in {True, False}
    for timex in counted:
        assert timex is None or timex.earliest is None or timex.latest is None or timex.earliest <= timex.latest
