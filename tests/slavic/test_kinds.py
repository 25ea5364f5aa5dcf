"""What single Russian and Ukrainian clauses are about."""

import pytest

from reportedly.claims.attribution import Manner
from reportedly.flow import read_text
from reportedly.model.claim import Kind
from reportedly.slavic.kinds import judge_kind
from tests.slavic.clauses import parse, predicate_of

RUSSIAN = """
control | Войска заняли посёлок Каменный
control | Подразделения отошли на восточный берег реки
control | Город перешёл под контроль повстанцев
control | Штурмовики закрепились на окраине села
control | Гарнизон сдал крепость
control | захвате аэропорта
control | взятие посёлка Новый
control | Бригада выбита из деревни
control | Над ратушей подняли флаг
combat | Под Соколовкой идут тяжёлые бои
combat | Морпехи отбили три атаки
combat | Боевики открыли огонь по колонне
combat | Армия начала наступление на севере страны
combat | наступлении на юге
combat | В городе продолжается перестрелка
combat | Разведчики уничтожили два танка
strike | Ракета попала в жилой дом
strike | Ночью город обстреляли из реактивных систем
strike | Над морем сбиты восемь беспилотников
strike | В порту прогремели взрывы
strike | По складу был нанесён удар
strike | обстреле больницы
strike | Под обстрел попала колонна автобусов
strike | Дроны атаковали нефтебазу
strike | Средства ПВО перехватили две ракеты
strike | применялись кассетные бомбы
casualty | Погибли трое мирных жителей
casualty | Ранения получили пять человек
casualty | Число жертв выросло до двенадцати
casualty | Никто не пострадал
casualty | Армия понесла тяжёлые потери
casualty | гибели четырёх солдат
casualty | Пострадавших нет
damage | Разрушены школа и котельная
damage | Посёлок остался без света
damage | Пожар охватил склад
damage | повреждении моста
damage | В домах выбиты окна
damage | Подача электроэнергии прекращена
displacement | Из города эвакуированы двести жителей
displacement | Более тысячи человек покинули район
displacement | эвакуации населения
aid | Берлин передаст армии двадцать танков
aid | В город привезли гуманитарную помощь
aid | поставках оружия
detention | Полиция задержала подозреваемого
detention | В плен взяли шестерых солдат
detention | обмене пленными
detention | Боевики освободили заложников
movement | Министр прибыл в столицу
movement | Колонна техники двинулась к границе
movement | переброске резервов
movement | Армия перебросила две бригады на юг
diplomacy | Стороны договорились о перемирии
diplomacy | Президенты обсудили по телефону ситуацию в регионе
diplomacy | Евросоюз ввёл новые санкции
diplomacy | переговорах в Женеве
position | Стране нужны гарантии безопасности
position | Власти должны прекратить огонь
position | Партия выступает против мобилизации
position | Правительство намерено добиваться компенсаций
position | Министр отказался комментировать
assessment | Удары — это ответ на террор
assessment | Это повлияет на экономику региона
assessment | Противник превосходит нас в артиллерии
other | Площадь завода находится в центре города
other | Телеканал показал видео с места событий
"""
UKRAINIAN = """
control | Війська зайняли селище Кам'яне
control | Підрозділи відійшли на східний берег
control | Місто перейшло під контроль повстанців
control | Штурмовики закріпилися на околиці села
control | захоплення аеропорту
control | Бригаду вибито з села
control | Над містом підняли прапор
combat | Біля села тривають важкі бої
combat | Морпіхи відбили три атаки
combat | Бойовики відкрили вогонь по колоні
combat | Армія почала наступ на півночі
combat | наступі на півдні
combat | У місті триває перестрілка
combat | Розвідники знищили два танки
strike | Ракета влучила в житловий будинок
strike | Вночі місто обстріляли з артилерії
strike | Над морем збито вісім безпілотників
strike | У порту пролунали вибухи
strike | По складу завдано удару
strike | обстріл лікарні
strike | Під обстріл потрапила колона автобусів
strike | Дрони атакували нафтобазу
strike | Засоби ППО перехопили дві ракети
strike | Ворог застосував касетні боєприпаси
casualty | Загинули троє мирних жителів
casualty | Поранення отримали п'ятеро людей
casualty | Кількість жертв зросла до дванадцяти
casualty | Ніхто не постраждав
casualty | Армія зазнала важких втрат
casualty | загибель чотирьох солдатів
casualty | Постраждалих немає
damage | Зруйновано школу та котельню
damage | Селище залишилося без світла
damage | Пожежа охопила склад
damage | пошкодження мосту
damage | У будинках вибито вікна
displacement | З міста евакуйовано двісті мешканців
displacement | Люди покинули район
displacement | евакуація населення
aid | Берлін передасть танки армії
aid | До міста привезли гуманітарну допомогу
aid | постачання зброї
detention | Поліція затримала підозрюваного
detention | У полон взяли шістьох солдатів
detention | обмін полоненими
detention | Бойовики звільнили заручників
movement | Міністр прибув до столиці
movement | Колона техніки рушила до кордону
movement | Армія перекинула дві бригади на південь
diplomacy | Сторони домовилися про перемир'я
diplomacy | Президенти обговорили ситуацію в регіоні
diplomacy | Євросоюз запровадив нові санкції
diplomacy | переговори в Женеві
position | Країні потрібні гарантії безпеки
position | Влада повинна припинити вогонь
position | Партія виступає проти мобілізації
position | Уряд прагне компенсацій
position | Міністр відмовився коментувати
assessment | Удари — це крок до ескалації
assessment | Це вплине на економіку регіону
other | Завод розташований у центрі міста
other | Телеканал показав відео з місця подій
"""
CASES = [
    (language, *(part.strip() for part in line.split("|")))
    for language, table in (("ru", RUSSIAN), ("uk", UKRAINIAN))
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize(("language", "kind", "clause"), CASES, ids=lambda each: each.replace(" ", "_"))
def test_a_clause_is_about(language: str, kind: str, clause: str) -> None:
    tokens = parse(clause, language)
    found = judge_kind(tokens, predicate_of(tokens), language, attributed=False, manner=None, places=())
    assert found is Kind(kind)


@pytest.mark.parametrize(
    ("language", "clause"), [("ru", "вывести войска из региона"), ("uk", "вивести війська з регіону")]
)
def test_what_is_called_for_is_a_position(language: str, clause: str) -> None:
    tokens = parse(clause, language)
    predicate = predicate_of(tokens)
    asked = judge_kind(tokens, predicate, language, attributed=True, manner=Manner.POSITION, places=())
    told = judge_kind(tokens, predicate, language, attributed=True, manner=Manner.SAY, places=())
    assert (asked, told) == (Kind.POSITION, Kind.CONTROL)


@pytest.mark.parametrize("clause", ["…", "« »", "вот", "13"])
def test_odd_words_are_of_no_kind(clause: str) -> None:
    tokens = parse(clause, "ru")
    assert judge_kind(tokens, tokens[0], "ru", attributed=False, manner=None, places=()) is Kind.OTHER
    assert judge_kind((), tokens[0], "ru", attributed=False, manner=None, places=()) is Kind.OTHER


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ru", "Наши войска ушли из Работина.", "control"),
        ("ru", "Украинские части выведены из посёлка.", "control"),
        ("ru", "Штурмовики вошли в микрорайон «Восточный» на окраине.", "control"),
        ("ru", "Бригада потеряла под Работином две тысячи человек убитыми.", "casualty"),
        ("uk", "Штурмовики увійшли в мікрорайон «Східний» на околиці.", "control"),
        ("uk", "Бригада втратила під Роботиним дві тисячі осіб убитими й пораненими.", "casualty"),
        ("uk", "Дев'ятеро дістали поранення.", "casualty"),
        ("uk", "З ворожого полону повернулися шестеро моряків.", "detention"),
        ("uk", "Сторони обміняли шістьох на шістьох військових.", "detention"),
    ],
)
def test_kinds_of_whole_sentences(language: str, text: str, kind: str) -> None:
    assert [claim.kind for claim in read_text(text, language=language).claims] == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Артиллерия обстреляла тюрьму, заявила полиция. Минобороны Армении опровергло это."),
        ("ru", "Артиллерия обстреляла тюрьму, заявила полиция. В Минобороны Армении это опровергли."),
        ("uk", "Артилерія обстріляла в'язницю, заявила поліція. Міноборони Вірменії це заперечило."),
    ],
)
def test_a_denial_that_points_back_is_of_the_kind_of_what_it_denies(language: str, text: str) -> None:
    claims = read_text(text, language=language).claims
    assert [(claim.kind, claim.polarity) for claim in claims] == [("strike", "positive"), ("strike", "negative")]
