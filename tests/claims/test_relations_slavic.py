"""Where places lie and what they have to do with the news, in Russian and Ukrainian."""

import pytest

from reportedly.annotate.place_names import PlaceNames
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.backdrop import Backdrop, home_countries
from reportedly.claims.geocode import Located, locate
from reportedly.claims.relation_reading import read_relations
from reportedly.claims.relations import Relation, RelationKind
from reportedly.claims.relations_slavic import bearing_of
from reportedly.flow import read_text
from reportedly.model.annotation import Found, PlaceName
from reportedly.model.document import Document
from reportedly.model.place import PlaceRole
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.outlines import distance_km

WAR = Backdrop(countries=("UA", "RU"))


def found_in(text: str, language: str) -> Found:
    return annotate([Document(text=text, language=language)], (Sentences(), PlaceNames()))[0]


def relations(text: str, language: str) -> list[Relation]:
    found = found_in(text, language)
    starts = [max(each.start for each in found.sentences if each.start <= name.start) for name in found.place_names]
    return read_relations(text, starts, found.place_names, [language] * len(found.place_names))


def read(text: str, language: str) -> dict[str, Located]:
    document, found = Document(text=text, language=language), found_in(text, language)
    placed = locate(document, found, Tree(text, ()), Gazetteer.open(), WAR)
    return {each.place.span.text: each for each in placed}


def roles(text: str, language: str) -> dict[str, str]:
    return {name: str(each.place.role) for name, each in read(text, language).items()}


def away_km(each: Located, lat: float, lon: float) -> float:
    assert each.place.lat is not None and each.place.lon is not None
    return distance_km(each.place.lat, each.place.lon, lat, lon)


@pytest.mark.parametrize(
    ("text", "language", "km", "bearing"),
    [
        ("Склад стоит в 55 км к северу от Севастополя.", "ru", 55, 0),
        ("Беспилотник упал примерно в 16 километрах от Краматорска.", "ru", 16, None),
        ("Колонну заметили в 20 км юго-западнее Донецка.", "ru", 20, 225),
        ("Обломки нашли в десяти километрах восточнее Бахмута.", "ru", 10, 90),
        ("Дым виден за 12 км від Слов’янська.", "uk", 12, None),
        ("Ракета впала приблизно за 30 кілометрів на південний схід від Харкова.", "uk", 30, 135),
        ("Дрон збили за 5 км північніше Куп'янська.", "uk", 5, 0),
        ("Мост разрушен в 3–5 км от Лимана.", "ru", 4, None),
        ("Судно стоит в 10 морских милях от Одессы.", "ru", 18.52, None),
    ],
)
def test_a_distance_with_its_direction(text: str, language: str, km: float, bearing: float | None) -> None:
    (relation,) = relations(text, language)
    assert relation.kind is RelationKind.DISTANCE
    assert relation.km == pytest.approx(km)
    assert relation.bearing == bearing


@pytest.mark.parametrize(
    ("text", "language", "bearing"),
    [
        ("На північ від Лимана тривають бої.", "uk", 0),
        ("Бои идут северо-западнее Авдеевки.", "ru", 315),
        ("Войска продвинулись к югу от Бахмута.", "ru", 180),
        ("Позиції утримують західніше Бахмута.", "uk", 270),
    ],
)
def test_a_direction_without_a_distance(text: str, language: str, bearing: float) -> None:
    (relation,) = relations(text, language)
    assert (relation.kind, relation.bearing) == (RelationKind.DIRECTION, bearing)


@pytest.mark.parametrize(
    ("words", "bearing"),
    [
        ("северо-востоку", 45), ("юго-восточнее", 135), ("північний захід", 315), ("південь", 180), ("сході", 90),
        ("западнее", 270), ("края", None), (None, None),
    ],
)  # fmt: skip
def test_sides_of_the_sky(words: str | None, bearing: float | None) -> None:
    assert bearing_of(words) == bearing


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Взрывы слышали в Гостомеле под Киевом.", "ru", RelationKind.NEAR),
        ("Горить село Макарів неподалік Києва.", "uk", RelationKind.NEAR),
        ("Обстреляли Ирпень недалеко от Киева.", "ru", RelationKind.NEAR),
        ("Поранено двох у Сартані біля Маріуполя.", "uk", RelationKind.NEAR),
        ("Обстрелян Берислав на правом берегу Днепра.", "ru", RelationKind.BANK),
        ("Снаряди впали на північній околиці Вовчанська.", "uk", RelationKind.OUTSKIRTS),
        ("Пожар вспыхнул на юге Харькова.", "ru", RelationKind.OUTSKIRTS),
    ],
)
def test_what_is_near_and_at_the_edge(text: str, language: str, kind: RelationKind) -> None:
    assert kind in {relation.kind for relation in relations(text, language)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Село Григорівка між Бахмутом та Сіверськом горить.", "uk"),
        ("Бои идут у села Григоровка между Бахмутом и Северском.", "ru"),
    ],
)
def test_between_two_places(text: str, language: str) -> None:
    found = [each for each in relations(text, language) if each.kind is RelationKind.BETWEEN]
    assert [each.anchor for each in found] == [1, 2]
    assert {each.target for each in found} == {0}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Обстреляна Малиновка в Донецкой области.", "ru"),
        ("Обстріляно Торецьк Донецької області.", "uk"),
        ("Под огнём Чернобаевка (Херсонская область).", "ru"),
        ("Удар по місту Токмак, Запорізька область.", "uk"),
        ("Дрон долетел до Таганрога Ростовской области.", "ru"),
        ("Аеродром Новофедорівка в окупованому Криму горить.", "uk"),
    ],
)
def test_a_place_in_its_region(text: str, language: str) -> None:
    assert [(each.kind, each.target, each.anchor) for each in relations(text, language)] == [
        (RelationKind.WITHIN, 0, 1)
    ]


def test_a_chain_of_units() -> None:
    found = relations("Таганрог Ростовської області РФ атакували дрони.", "uk")
    assert [(each.target, each.anchor) for each in found] == [(0, 1), (0, 2), (1, 2)]


def test_a_district_known_by_its_town_alone_puts_the_village_around_it() -> None:
    placed = read("Горить склад у селі Журбаньки Васильківської громади Київської області.", "uk")
    village = placed["Журбаньки"].place
    assert village.gazetteer_id is None
    assert village.radius_km == pytest.approx(40)
    assert away_km(placed["Журбаньки"], 50.18, 30.32) < 5
    assert placed["Васильківської"].place.role is PlaceRole.REGION


def test_a_list_in_a_region() -> None:
    placed = read("Обстреляны Лиман, Дробышево и Ямполь в Донецкой области.", "ru")
    assert {placed[name].place.country for name in ("Лиман", "Дробышево", "Ямполь")} == {"UA"}
    assert away_km(placed["Ямполь"], 48.93, 37.95) < 5


def test_a_region_that_opens_the_sentence_speaks_for_its_places() -> None:
    placed = read("В Донецкой области: обстреляны Ямполь и Лиман.", "ru")
    assert away_km(placed["Ямполь"], 48.93, 37.95) < 5
    assert away_km(placed["Лиман"], 48.99, 37.8) < 5


def test_a_direction_of_the_front_holds_what_is_told_under_it() -> None:
    placed = read("На Краматорском направлении бои идут под Ямполем.", "ru")
    sector = placed["Краматорском"].place
    assert (sector.name, sector.role, sector.radius_km) == ("Kramatorsk", PlaceRole.TOWARD, 40.0)
    assert away_km(placed["Ямполем"], 48.93, 37.95) < 5


@pytest.mark.parametrize(
    ("text", "language", "name", "role"),
    [
        ("Вибухи пролунали у Куп’янську.", "uk", "Куп’янську", "at"),
        ("Ракета попала в склад в городе Днепр.", "ru", "Днепр", "at"),
        ("Взрывы слышали под Киевом.", "ru", "Киевом", "near"),
        ("Бої точаться під Куп’янськом.", "uk", "Куп’янськом", "near"),
        ("Бои идут на окраине Бахмута.", "ru", "Бахмута", "near"),
        ("Бої тривають на околицях Вовчанська.", "uk", "Вовчанська", "near"),
        ("Сбиты три дрона в районе Джанкоя.", "ru", "Джанкоя", "near"),
        ("Покровський напрямок лишається найгарячішим.", "uk", "Покровський", "toward"),
        ("📍 Ореховское направление", "ru", "Ореховское", "toward"),
        ("Війська йдуть у бік Покровська.", "uk", "Покровська", "toward"),
        ("Наступление на Покровск остановлено.", "ru", "Покровск", "toward"),
        ("Армія наступає на Торецьк.", "uk", "Торецьк", "toward"),
        ("Обстріляно Сумщину.", "uk", "Сумщину", "region"),
        ("Пожар на складе в Курской области.", "ru", "Курской области", "region"),
        ("Знеструмлено села у Полтавському районі.", "uk", "Полтавському", "region"),
        ("Вибухи в окупованому Криму.", "uk", "Криму", "region"),
        ("Бои на Донбассе продолжаются.", "ru", "Донбассе", "region"),
        ("Аэродром находится в 55 км к северу от Севастополя.", "ru", "Севастополя", "reference"),
        ("В Гостомеле под Киевом горит ангар.", "ru", "Киевом", "near"),
        ("Село Григорівка між Бахмутом та Сіверськом горить.", "uk", "Сіверськом", "reference"),
    ],
)
def test_roles(text: str, language: str, name: str, role: str) -> None:
    assert roles(text, language)[name] == role


def test_nearness_goes_on_through_a_list() -> None:
    assert roles("Бої під Лиманом, Торецьком та Сіверськом.", "uk") == {
        "Лиманом": "near",
        "Торецьком": "near",
        "Сіверськом": "near",
    }


def test_a_river_is_no_town() -> None:
    placed = read("Десант высадился на левом берегу Днепра.", "ru")
    assert (placed["Днепра"].place.name, placed["Днепра"].place.lat) == ("Dnipro River", None)


def test_the_bank_of_a_river_holds_a_town_to_its_side() -> None:
    placed = read("Обстріляно Берислав на правому березі Дніпра.", "uk")
    assert away_km(placed["Берислав"], 46.84, 33.42) < 5


def test_a_far_city_in_cyrillic_letters_is_no_other_name() -> None:
    placed = read("В Вильнюсе разбился грузовой самолёт.", "ru")
    assert (placed["Вильнюсе"].place.name, placed["Вильнюсе"].place.country) == ("Vilnius", "LT")


def test_a_ukrainian_text_speaks_of_ukraine_first() -> None:
    assert read("Вибухи пролунали у Саках.", "uk")["Саках"].place.country == "UA"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Вибух пролунав у Ровеньках Запорізької області.", "uk"),
        ("Взрыв прогремел в Ровеньках Запорожской области.", "ru"),
    ],
)
def test_a_genitive_that_contradicts_the_map_is_shown_by_the_two_names(text: str, language: str) -> None:
    conflict = read(text, language)["Ровеньках"].conflict
    assert conflict is not None and conflict.text.endswith("lies in Zaporizhzhia")
    assert [span.text.split()[0][:5] for span in conflict.spans] == ["Ровен", "Запор"]


@pytest.mark.parametrize(
    ("backdrop", "language", "countries"),
    [
        (Backdrop(), "uk", ["UA"]),
        (Backdrop(), "ru", ["RU"]),
        (WAR, "ru", ["RU", "UA"]),
        (Backdrop(home="DE"), "ru", ["DE"]),
        (Backdrop(), "en", []),
        (Backdrop(), None, []),
    ],
)
def test_where_a_language_is_at_home(backdrop: Backdrop, language: str | None, countries: list[str]) -> None:
    assert list(home_countries(backdrop, language)) == countries


def test_an_english_sentence_in_a_russian_text_is_read_as_english() -> None:
    text = "Бои в 12 км от Лимана. Shelling hit Lyman, 20 km north of Kramatorsk."
    names = [
        PlaceName(start=text.index(name), end=text.index(name) + len(name), text=name, key=name, known=True)
        for name in ("Лимана", "Lyman", "Kramatorsk")
    ]
    start = text.index("Shelling")
    found = read_relations(text, [0, start, start], names, ["ru", "en", "en"])
    assert [(each.anchor, each.km) for each in found] == [(2, 20.0), (0, 12.0)]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("На Сіверському та Лиманському напрямках ворог обстріляв три села.", "uk", ["Siversk", "Lyman"]),
        ("На Волинському напрямку обстановка без змін.", "uk", ["Volyn"]),
        ("На Южно-Слобожанском направлении отбиты две атаки.", "ru", ["Slobozhanshchyna"]),
    ],
)
def test_each_of_several_directions_is_one(text: str, language: str, names: list[str]) -> None:
    (claim,) = read_text(text, language=language).claims
    assert [(place.name, place.role) for place in claim.places] == [(name, PlaceRole.TOWARD) for name in names]
