"""Places in Russian and Ukrainian that only the words around them tell from states, ships and streets."""

import pytest

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.annotation import PlaceName
from reportedly.model.document import Document


def find(text: str, language: str) -> tuple[PlaceName, ...]:
    return annotate([Document(text=text, language=language)], (Sentences(), PlaceNames()))[0].place_names


def keys(text: str, language: str) -> list[str]:
    """What the names that are used as places were led back to."""
    return [name.key for name in find(text, language) if not name.adjective]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Вибухи пролунали в окупованому Мелітополі.", "uk", "Мелітополь"),
        ("Склад горит в недавно оккупированном Токмаке.", "ru", "Токмак"),
        ("Тихо в окупованому РФ Бердянську.", "uk", "Бердянськ"),
        ("Подстанция горит в подконтрольном Киеву Херсоне.", "ru", "Херсон"),
        ("Вибухи чули в Очакові.", "uk", "Очаків"),
        ("Ворог рушив на Козачу Лопань.", "uk", "Козача Лопань"),
        ("Поїзд іде до Чугуєва.", "uk", "Чугуїв"),
        ("Двоє поранених у Часовому Яру.", "uk", "Часів Яр"),
        ("Бои идут в Часовом Яру.", "ru", "Часов Яр"),
        ("Склады горят в Каменке-Днепровской после удара.", "ru", "Каменка-Днепровская"),
        ("Тихо у Кременчуці.", "uk", "Кременчук"),
        ("Дым поднимается в Джанкое.", "ru", "Джанкой"),
        ("Горить місто Балаклія.", "uk", "Балаклія"),
        ("Взрывы слышали у Лозовой и в Лозовой.", "ru", "Лозовая"),
        ("У Франківську горить склад.", "uk", "Івано-Франківськ"),
        ("Поблизу Кропивницького сьогодні чули вибухи.", "uk", "Кропивницький"),
        ("Горить аеродром «Миргород».", "uk", "Миргород"),
        ("Дрон упал в секторе Газа.", "ru", "Gaza Strip"),
        ("Десант высадился на берегу Днепра.", "ru", "Dnieper"),
        ("Вибухи на Запорізькій АЕС.", "uk", "Енергодар"),
    ],
)
def test_what_stands_between_a_preposition_and_its_name(text: str, language: str, key: str) -> None:
    assert key in keys(text, language)


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Атаковано Одеський порт.", "uk", "Одеса"),
        ("Горить Кременчуцький нафтопереробний завод.", "uk", "Кременчук"),
        ("Пожар на Лисичанском НПЗ потушен.", "ru", "Лисичанск"),
        ("Дрони вдарили по Джанкойському аеродрому.", "uk", "Джанкой"),
        ("На Запорізькому напрямку тихо.", "uk", "Запоріжжя"),
    ],
)
def test_what_stands_in_a_town_is_there(text: str, language: str, key: str) -> None:
    assert keys(text, language) == [key]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Пожар в Тернопольской области потушен.", "ru", "Тернопольская область"),
        ("На Херсонщині тихо.", "uk", "Херсонська область"),
        ("На Прикарпатті прорвало трубу.", "uk", "Івано-Франківська область"),
        ("В Подмосковье выпал снег.", "ru", "Московская область"),
        ("Взрыв в Республике Адыгея.", "ru", "Адыгея"),
        ("Бої на Донбасі тривають.", "uk", "Донбас"),
        ("Судно видели в Черном море.", "ru", "Black Sea"),
    ],
)
def test_regions_and_seas(text: str, language: str, key: str) -> None:
    assert keys(text, language) == [key]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Киев заявил о новых поставках.", "ru"),
        ("Лондон ще не з'ясував, що сталося.", "uk"),
        ("Москва пока не ответила.", "ru"),
        ("Письмо передали Москве.", "ru"),
        ("Допомога Україні надійде навесні.", "uk"),
        ("Санкции против России продлили.", "ru"),
        ("Президент України підписав закон.", "uk"),
        ("Міністр оборони України подав у відставку.", "uk"),
        ("Позиция Киева известна.", "ru"),
        ("Переговоры между Россией и Украиной отложили.", "ru"),
        ("Говорили об Украине.", "ru"),
        ("Мэр Мелитополя выступил вечером.", "ru"),
        ("Прокуратура Харькова открыла дело.", "ru"),
    ],
)
def test_a_state_that_acts_or_is_dealt_with_is_no_place(text: str, language: str) -> None:
    assert keys(text, language) == []
    assert all(name.adjective for name in find(text, language))


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Взрывы слышали в Киеве.", "ru", "Киев"),
        ("Ворог атакував Київ.", "uk", "Київ"),
        ("Київ зазнав атаки вночі.", "uk", "Київ"),
        ("Обстрел Киева продолжался час.", "ru", "Киев"),
        ("Дроны летели над территорией Украины.", "ru", "Украина"),
        ("Удары по Украине продолжаются.", "ru", "Украина"),
        ("Колонна стоит у границы с Россией.", "ru", "Россия"),
        ("Беспилотник упал в 30 км от Киева.", "ru", "Киев"),
        ("На сході України тихо.", "uk", "Україна"),
    ],
)
def test_the_ground_of_a_state_is_a_place(text: str, language: str, key: str) -> None:
    assert keys(text, language) == [key]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Крейсер «Москва» затонул.", "ru"),
        ("Группировка «Днепр» отчиталась.", "ru"),
        ("Клуб «Днепр» проиграл.", "ru"),
        ("Пожар на улице Киевской потушен.", "ru"),
        ("Парковка на Ильинке подорожала.", "ru"),
        ("В Белом доме молчат.", "ru"),
        ("Центральный банк снизил ставку.", "ru"),
        ("Ольга рассказала соседке.", "ru"),
        ("Игра стала популярной.", "ru"),
        ("Українські сили відійшли.", "uk"),
        ("Говорит глава республики Иван Новоселов.", "ru"),
        ("Попали в командный пункт ВСУ.", "ru"),
        ("Пожар в Киевском районе потушен.", "ru"),
        ("Вони чекали, усі мовчали. Усі пішли.", "uk"),
        ("Подписаться на Москву", "ru"),
        ("Обвинили в этом Козлова.", "ru"),
    ],
)
def test_ships_streets_people_and_words_are_no_places(text: str, language: str) -> None:
    assert keys(text, language) == []
