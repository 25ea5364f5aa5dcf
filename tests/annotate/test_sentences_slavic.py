"""Where sentences of Russian and Ukrainian begin and end, which lines hold no claims, and what language they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.annotation import Sentence, SentenceRole
from reportedly.model.document import Document


def cut(text: str, language: str = "ru") -> tuple[Sentence, ...]:
    return annotate([Document(text=text, language=language)], (Sentences(),))[0].sentences


def texts(text: str, language: str = "ru") -> list[str]:
    return [each.text for each in cut(text, language)]


def roles(text: str, language: str = "ru") -> list[str]:
    return [each.role.value[0] for each in cut(text, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "«Мы выстоим!» — сказал мэр.",
        "«Что дальше?» — спросил журналист.",
        "«Мы уйдём, — сказал он. — Но вернёмся».",
        "«Мы уйдём», — сказал он. — «Но вернёмся».",
        "Мост взорван.** — Reuters.",
        "Он родился в 1990 г. в Лиссабоне.",
        "В 2019 г. Португалия провела учения.",
        "Завод им. Г.М. Иванова на ул. Садовой, д. 5, горит.",
        "Ранены 5 чел., т.е. все, в т.ч. и др. жители.",
        "Ущерб 15 тыс. руб. за кв. м земли.",
        "Яндекс.Новости закрыты.",
        "Его видел В. В. Петров… и никто другой.",
        "У м. Конотоп Сумської обл. вибухи.",
        "За 5 тис. грн. на рік, о 8.00, біля с. Крячки.",
        "1. Первый пункт плана.",
    ],
)
def test_a_stop_inside_ends_no_sentence(sentence: str) -> None:
    assert texts(f"Утро. {sentence} Вечер.") == ["Утро.", sentence, "Вечер."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Конец зимы.Он ушёл.", ["Конец зимы.", "Он ушёл."]),
        ("Это было в 2019 г. Об этом забыли.", ["Это было в 2019 г.", "Об этом забыли."]),
        ("Взяли хлеб и т.д. Он ушёл.", ["Взяли хлеб и т.д.", "Он ушёл."]),
        ("Сказал и ушёл.. Потом всё… Тишина.", ["Сказал и ушёл..", "Потом всё…", "Тишина."]),
        ("Пройшов день. росіяни відступили.", ["Пройшов день.", "росіяни відступили."]),
        ("Мы сидели в лифте. Света не было», — сказала она.", ["Мы сидели в лифте.", "Света не было», — сказала она."]),
        ("Цены выросли.😁 Никто не рад.", ["Цены выросли.", "Никто не рад."]),
    ],
)
def test_a_sentence_ends(text: str, sentences: list[str]) -> None:
    assert texts(text) == sentences


def test_marks_of_telegram_are_left_out_at_both_ends() -> None:
    assert texts("⚡️**Мост [закрыт](https://example.com/1) до утра. **\n__Ждём новостей__\n2️⃣ Второй мост открыт.") == [
        "Мост [закрыт](https://example.com/1) до утра.",
        "Ждём новостей",
        "Второй мост открыт.",
    ]


def test_a_link_that_is_an_emoji_opens_no_sentence() -> None:
    assert texts("[🚭](https://t.me/example) Сегодня день отказа от курения.") == ["Сегодня день отказа от курения."]


@pytest.mark.parametrize(
    "line",
    [
        "Подписаться",
        "❗️ Подписывайтесь на канал",
        "[👉 Пример Live. Подписаться](https://t.me/+abc)",
        "❤ [Подписаться](https://t.me/one) | [Прислать новость](https://t.me/two)",
        "__Читать нас без VPN можно здесь: ____bit.ly/example__",
        "Наш чат",
        "@example",
        "https://t.me/example/12",
        "#сводка #итоги",
        "18+",
        "Реклама. ООО «Пример», ИНН 1234567890",
        "erid: 2Vtz",
        "Фото: пресс-служба",
        "Читайте также: пять супов на зиму",
        "Источник: ссылка",
        "▫️ Канал «Пример» в телеграме – новости без воды",
        "🔹 Минобороны Примерии",
        "Поддержать нас: 4276 1234 5678 9012",
        "НАСТОЯЩИЙ МАТЕРИАЛ ПРОИЗВЕДЕН И РАСПРОСТРАНЕН ИНОСТРАННЫМ АГЕНТОМ",
        "Підписуйтесь на наш канал",
        "Надіслати новину",
        "Читайте також: п’ять супів",
        "Відео: соцмережі",
    ],
)
def test_furniture_holds_no_claims(line: str) -> None:
    assert roles(f"Мост через реку закрыт до утра.\n\n{line}") == ["b", "f"]


def test_a_link_over_two_lines_is_furniture() -> None:
    assert roles("Мост закрыт до утра.\n\n[📈Пример. Экономика —\nПодписаться](https://t.me/+abc)") == ["b", "f", "f"]


def test_a_handle_behind_the_last_sentence_is_furniture() -> None:
    assert [(each.role.value, each.text) for each in cut("Курс вырос до ста рублей. @example")] == [
        ("body", "Курс вырос до ста рублей."),
        ("furniture", "@example"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Мы в ловушке, говорят жители",
        "Россияне остались без VPN",
        "Наши группы продолжают штурм",
        "Рекламу водки запретили",
        "Источники — высокопоставленные чиновники",
        "Канал в Бресте перекрыли",
    ],
)
def test_a_line_that_tells_is_no_furniture(line: str) -> None:
    assert roles(f"Утром город проснулся.\n\n{line}\n\nВечером он уснул.")[1] != "f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("❗️Взрывы в порту\n\nНад городом дым.", "hb"),
        (
            "**Власти большого портового города рассказали о том, что случилось ночью на старом нефтяном складе**\n\nСклад горел.",
            "hb",
        ),
        ("**Склад горел — власти\n**\nОгонь потушен.", "hb"),
        ("❗️**Армия оставила город **— Reuters\n\nБои идут.", "bb"),
        ("Армия оставила город\n\nОб этом сообщило министерство.", "bb"),
        ("«Мы уходим»\n\nТак сказал мэр.", "bb"),
        ("Поражены:\n▪️ в городе – мост;\n▪️ в области – склад.", "bbb"),
        ("Цели недели\n💥 Завод у моря – самый большой\n💥 Порт на реке – самый старый", "hbb"),
        ("Город под ударом.\n\nРеакция властей\n\nВласти молчат.", "bhb"),
        ("Город под ударом.\n\nПострадавший скончался\n\nВласти молчат.", "bbb"),
        ("Город под ударом.\n\nО пострадавших не сообщается\n\nПодписаться", "bbf"),
        ("Втрати за добу.\n\nТанки - 191\nГармати - 74\nЛітаки - 29\n\nДалі буде.", "bbbbb"),
        ("Взрывы в порту", "b"),
        ("Взрывы в порту\n\n🔴 [Подписаться](https://t.me/example)", "bf"),
    ],
)
def test_headings(text: str, expected: str) -> None:
    assert "".join(roles(text)) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "ЛИССАБОН, 3 дек — РИА Пример.",
        "ЛИССАБОН, 24 марта. /ПРИМЕР/.",
        "Львів. 5 грудня. Приклад-Україна.",
        "Лиссабон, 3 декабря (Пример) —",
        "ЛИССАБОН, 3 дек - РИА Пример, Иван Петров.",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    assert [(each.role, each.text) for each in cut(f"{dateline} Взрывы прогремели в порту.")] == [
        (SentenceRole.FURNITURE, dateline),
        (SentenceRole.BODY, "Взрывы прогремели в порту."),
    ]


def test_a_day_after_a_place_is_no_dateline() -> None:
    assert roles("В Лиссабоне 3 декабря прогремели взрывы.") == ["b"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Министерство сообщило во вторник, что войска после недели\nбоёв заняли посёлок на берегу реки, и никто из жителей\n"
        "при этом не пострадал, хотя дома в нём разрушены. Потерь\nоно не назвало."
    )
    assert len(cut(text)) == 2
    assert {each.paragraph for each in cut(text)} == {0}


def test_a_sentence_knows_its_language() -> None:
    text = (
        "Мэр приехал утром. Є двоє загиблих і п’ятеро поранених. The mayor said that the city was hit by drones. Всё."
    )
    assert [each.language for each in cut(text)] == [None, "uk", "en", None]
    assert [each.language for each in cut("Є двоє загиблих. Это был удар, и объекты разрушены.", "uk")] == [None, "ru"]


def test_a_name_changes_no_language() -> None:
    text = "Газета «Київська правда» вышла. Счета в Bank of China и Industrial and Commercial Bank of China закрыты."
    assert {each.language for each in cut(text)} == {None}


@given(st.text(alphabet='абвАБВіІы .!?…:\n*_[]()«»"—@#1️⃣😁/-', max_size=200))
def test_sentences_cut_their_own_text_in_order(text: str) -> None:
    end = 0
    for each in cut(text):
        assert each.text == text[each.start : each.end]
        assert each.start >= end
        end = each.end
