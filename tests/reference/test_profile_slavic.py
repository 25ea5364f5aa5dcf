"""What a profile knows of Russian and Ukrainian names and descriptions, in whatever case they stand."""

from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from reportedly.reference.lexicon import lexicon
from reportedly.reference.person_names import plain_name
from reportedly.reference.profile import choose_profile, load_profile, profile_names

KNOWN = """
Минобороны России | Ministry of Defence of Russia
Минобороны РФ | Ministry of Defence of Russia
российское Минобороны | Ministry of Defence of Russia
Министерства обороны РФ | Ministry of Defence of Russia
міноборони рф | Ministry of Defence of Russia
Міноборони Росії | Ministry of Defence of Russia
Міноборони | Ministry of Defence of Ukraine
Минобороны Украины | Ministry of Defence of Ukraine
Министерство обороны Украины | Ministry of Defence of Ukraine
Генштаб ВСУ | General Staff of the Armed Forces of Ukraine
Генштаба ВСУ | General Staff of the Armed Forces of Ukraine
Генштабом ЗСУ | General Staff of the Armed Forces of Ukraine
украинский Генштаб | General Staff of the Armed Forces of Ukraine
Генеральний штаб Збройних Сил України | General Staff of the Armed Forces of Ukraine
Генеральному штабі ЗСУ | General Staff of the Armed Forces of Ukraine
Генштаба ВС РФ | General Staff of the Russian Armed Forces
ГУР | Main Directorate of Intelligence
ГУР Минобороны Украины | Main Directorate of Intelligence
СБУ | Security Service of Ukraine
Службы безопасности Украины | Security Service of Ukraine
Службі безпеки України | Security Service of Ukraine
ДСНС | State Emergency Service of Ukraine
ВКС РФ | Russian Aerospace Forces
Воздушные силы ВСУ | Air Force of the Armed Forces of Ukraine
Воздушных сил Украины | Air Force of the Armed Forces of Ukraine
Повітряних Сил ЗСУ | Air Force of the Armed Forces of Ukraine
ВСУ | Armed Forces of Ukraine
Збройними силами України | Armed Forces of Ukraine
Верховна Рада | Verkhovna Rada
Верховной раде | Verkhovna Rada
Кремль | Kremlin
Кремлём | Kremlin
МЗС України | Ministry of Foreign Affairs of Ukraine
МИД РФ | Ministry of Foreign Affairs of Russia
МИДа России | Ministry of Foreign Affairs of Russia
Росгвардией | Rosgvardia
ФСБ | Federal Security Service
ФСБ России | Federal Security Service
СК РФ | Investigative Committee of Russia
Следственного комитета России | Investigative Committee of Russia
Госдумы | State Duma
Харьковской ОВА | Kharkiv Regional Military Administration
Сергей Аксёнов | Sergei Aksyonov
Сергея Аксёнова | Sergei Aksyonov
Аксенова | Sergei Aksyonov
Михаила Подоляка | Mykhailo Podolyak
Подоляком | Mykhailo Podolyak
Олексій Кулеба | Oleksii Kuleba
Алексея Кулебы | Oleksii Kuleba
Дмитром Кулебою | Dmytro Kuleba
Игорь Конашенков | Igor Konashenkov
Конашенковым | Igor Konashenkov
Ігоря Конашенкова | Igor Konashenkov
Зеленський | Volodymyr Zelenskyy
Зеленского | Volodymyr Zelenskyy
Володимиром Зеленським | Volodymyr Zelenskyy
В. Зеленский | Volodymyr Zelenskyy
Путіна | Vladimir Putin
Владимир Владимирович Путин | Vladimir Putin
Залужному | Valerii Zaluzhnyi
Лавровым | Sergei Lavrov
Марии Захаровой | Maria Zakharova
Олега Синегубова | Oleh Syniehubov
Синєгубов | Oleh Syniehubov
Сырского | Oleksandr Syrskyi
Рустемом Умєровим | Rustem Umerov
Лукашенко | Alexander Lukashenko
Трампу | Donald Trump
Джо Байденом | Joe Biden
Бена Воллеса | Ben Wallace
Эммануэля Макрона | -
Макрону | Emmanuel Macron
Эрдогана | Recep Tayyip Erdogan
Нетаньягу | Benjamin Netanyahu
РИА Новости | RIA Novosti
ТАСС | TASS
Интерфаксу | Interfax
Укринформ | Ukrinform
Укрінформу | Ukrinform
Украинская правда | Ukrainska Pravda
Українській правді | Ukrainska Pravda
Громадське | Hromadske
Суспільному | Suspilne
Рыбарь | Rybar
телеграм-канала «Рыбарь» | Rybar
Mash | Mash
Два майора | Two Majors
ВарГонзо | WarGonzo
Медузе | Meduza
Первого канала | Channel One
Военкоры Русской Весны | Voenkory Russkoy Vesny
Би-би-си | BBC
агентство Рейтер | Reuters
агентству Reuters | Reuters
Рейтерс | Reuters
Блумберг | Bloomberg
телеканал «Аль-Джазира» | Al Jazeera
Генштаб | -
ОВА | -
Минобороны Турции | -
турецкое Минобороны | -
Кулеба | -
Подоляка | -
Людмила Путина | -
Иванов | -
Олега | -
рада | -
мы | -
по его словам | -
"""


def _rows(table: str) -> list[tuple[str, str | None]]:
    cut = (line.rsplit(" | ", 1) for line in table.strip().splitlines())
    return [(text, None if answer == "-" else answer) for text, answer in cut]


@pytest.mark.parametrize(("spelling", "name"), _rows(KNOWN))
def test_a_name_in_any_case_is_the_one_that_english_writes(spelling: str, name: str | None) -> None:
    profile = load_profile("ukraine")
    assert profile.known(spelling) == (profile.known(name) if name else None)
    assert (profile.known(spelling) is None) == (name is None)


def test_an_outlet_is_told_from_a_ministry() -> None:
    profile = load_profile("ukraine")
    assert profile.outlet("Рыбаря") == profile.outlet("Rybar")
    assert profile.outlet("Генштаб ВСУ") is None


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Киев", "ukraine"),
        ("Києва", "ukraine"),
        ("российский", "russia"),
        ("росія", "russia"),
        ("РФ", "russia"),
        ("СБУ", "ukraine"),
        ("Анкары", "tr"),
        ("Зеленского", "ukraine"),
        ("Кулеба", None),
        ("ворог", None),
        ("Реутерс", None),
    ],
)
def test_a_name_stands_for_a_side_outright(name: str, side: str | None) -> None:
    assert load_profile("ukraine").side_of_name(name) == side


def test_a_region_speaks_for_whoever_runs_it_and_a_contested_one_for_nobody() -> None:
    profile = load_profile("ukraine")
    assert profile.side_of_region("Белгороде") == "russia"
    assert profile.side_of_region("Харкова") == "ukraine"
    assert profile.side_of_region("Херсоне") is None


@pytest.mark.parametrize(
    ("text", "countries", "name"),
    [
        ("ВСУ атаковали склад под Лиманом.", {}, "ukraine"),
        ("Місцева влада повідомляє про влучання у склад.", {"UA": 1}, "ukraine"),
        ("За добу ЗСУ відбили шість атак.", {}, "ukraine"),
        ("Губернатор сообщил о сбитых над Белгородской областью дронах.", {"RU": 1}, "ukraine"),
        ("ЦАХАЛ нанёс удар по Рафаху, сообщил ХАМАС.", {"PS": 2}, "gaza"),
        ("Хуситы обстреляли танкер в Красном море.", {"YE": 1}, "yemen"),
        ("Завтра в городе ожидается дождь.", {"RU": 1}, "world"),
    ],
)
def test_a_document_chooses_its_profile(text: str, countries: dict[str, int], name: str) -> None:
    assert choose_profile(Counter(countries), text).id == name


def test_what_the_word_lists_name_is_in_some_profile() -> None:
    known = {name for each in profile_names() for name in load_profile(each).index.names}
    known |= {name for each in profile_names() for name in load_profile(each).index.sides}
    for language in ("ru", "uk"):
        words = lexicon(language, "profile")
        tables = [*words["states"].values(), words["voices"], *words["owned"].values()]
        assert not [name for table in tables for name in table if plain_name(name) not in known]
        assert set(words["words"]) <= set(profile_names())


def test_both_languages_have_the_same_tables() -> None:
    russian, ukrainian = lexicon("ru", "source"), lexicon("uk", "source")
    assert russian.keys() == ukrainian.keys()
    for table in ("types", "heads", "pronouns", "given_names", "gender"):
        assert russian[table].keys() == ukrainian[table].keys()


def test_a_profile_of_ones_own_may_be_in_cyrillic(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'id = "mine"\ntitle = "Mine"\ncountries = ["XX"]\n[sides.rebels]\nnames = ["Союз Севера"]\n'
        '[people.rebels.official]\n"Иван Громобой" = { office = "leader" }\n',
        encoding="utf-8",
    )
    profile = load_profile(str(path))
    assert profile.side_of_words("представитель Союза Севера") == "rebels"
    assert profile.known("Ивана Громобоя") is not None


def test_a_description_seen_before_costs_next_to_nothing() -> None:
    """Every noun phrase of a text is asked for its side."""
    profile = load_profile("ukraine")
    phrases = [f"представитель {name}" for name, _ in _rows(KNOWN)]
    for text in phrases:
        profile.side_of_words(text)
    started = perf_counter()
    for text in phrases:
        profile.side_of_words(text)
    assert (perf_counter() - started) / len(phrases) < 20e-6
