"""How firmly single Russian and Ukrainian clauses say something, which way round, and of when."""

import pytest

from reportedly.claims.propositions import Form
from reportedly.slavic.factuality import judge_factuality
from tests.slavic.clauses import form_of, parse, predicate_of

RUSSIAN = """
positive certain past | Войска заняли посёлок
negative certain past | Войска не заняли посёлок
negative certain past | Занять посёлок не удалось
negative certain past | Никто из жителей не пострадал
negative certain present | Пострадавших нет
negative certain past | Разрушений не было
negative certain past | Мост не был взорван
positive certain past | Мост был взорван
positive certain past | Мост взорван
negative certain past | Мост не взорван
positive certain future | Мост будет взорван
positive certain future | Войска займут посёлок
positive certain future | Завтра начнутся переговоры
negative certain future | Переговоры не начнутся
positive certain present | Бои продолжаются
positive certain present | Бои не прекращаются
positive certain present | Аэродром расположен к югу от города
positive possible past | Удар мог нанести дрон
positive possible future | Противник может начать наступление
positive possible present | На складе могут находиться люди
negative certain present | Армия не может покинуть город
positive possible past | Возможно, мост взорвали ночью
positive probable past | Вероятно, мост взорвали ночью
positive probable past | Судя по всему, колонна ушла на север
positive probable past | Скорее всего, заряд сработал раньше времени
positive possible past | Не исключено, что колонна ушла на север
negative probable future | Вряд ли стороны договорятся
positive certain past | Пострадали не только солдаты
positive certain past | Погибли не менее трёх человек
negative certain past | Мэр чуть не погиб
positive certain future | Армия планирует занять посёлок
positive certain future | Правительство собирается подать в суд
positive certain future | Бригада готовится к штурму
positive certain future | Стороны должны прекратить огонь
positive certain present | Городу нужны генераторы
negative certain past | Обошлось без жертв
negative certain past | Министр отказался комментировать
positive unknown past | Если бы мост взорвали
positive certain future | Если противник ударит, мы ответим
positive certain future | Пусть уходят из города
positive certain past | обстреле больницы
positive certain past | взятие посёлка
positive possible past | возможной гибели командира
positive probable past | вероятном подрыве моста
positive certain future | предстоящем наступлении
positive certain present | нехватке воды
positive certain present | От города до границы около 20 км
positive certain present | Это вопрос нескольких часов
positive certain past | поразив три цели
negative certain past | Командование не подтвердило отход
negative certain past | Ни один дом не уцелел
"""
UKRAINIAN = """
positive certain past | Війська зайняли селище
negative certain past | Війська не зайняли селище
negative certain past | Зайняти селище не вдалося
negative certain past | Ніхто з мешканців не постраждав
negative certain present | Постраждалих немає
negative certain past | Руйнувань не було
negative certain past | Міст не було зруйновано
positive certain past | Міст було зруйновано
positive certain past | Міст зруйновано
negative certain past | Міст не зруйновано
positive certain future | Міст буде зруйновано
positive certain future | Війська захоплять селище
positive certain future | Завтра почнуться переговори
negative certain future | Переговори не почнуться
positive certain present | Бої тривають
positive certain present | Бої не припиняються
positive certain present | Аеродром лежить на південь від міста
positive possible past | Удар міг завдати дрон
positive possible future | Противник може почати наступ
negative certain present | Армія не може залишити місто
positive possible past | Можливо, міст підірвали вночі
positive probable past | Ймовірно, міст підірвали вночі
positive probable past | Судячи з усього, колона пішла на північ
positive probable past | Швидше за все, заряд спрацював раніше
positive possible past | Не виключено, що колона пішла на північ
negative probable future | Навряд чи сторони домовляться
positive certain past | Постраждали не лише солдати
positive certain past | Загинули не менше трьох людей
negative certain past | Мер мало не загинув
positive certain future | Армія планує зайняти селище
positive certain future | Уряд збирається подати до суду
positive certain future | Бригада готується до штурму
positive certain future | Сторони повинні припинити вогонь
positive certain present | Місту потрібні генератори
negative certain past | Обійшлося без жертв
negative certain past | Міністр відмовився коментувати
positive unknown past | Якби міст підірвали
positive certain future | Якщо противник ударить, ми відповімо
positive certain future | Нехай ідуть з міста
positive certain past | обстріл лікарні
positive certain past | захоплення селища
positive possible past | можливу загибель командира
positive certain future | майбутній наступ
positive certain present | нестачу води
negative certain past | Командування не підтвердило відхід
negative certain past | Жоден мешканець не загинув
"""
CASES = [
    (language, *(part.strip() for part in line.split("|")))
    for language, table in (("ru", RUSSIAN), ("uk", UKRAINIAN))
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize(("language", "wanted", "clause"), CASES, ids=lambda each: each.replace(" ", "_"))
def test_a_clause_says_so(language: str, wanted: str, clause: str) -> None:
    tokens = parse(clause, language)
    predicate = predicate_of(tokens)
    found = judge_factuality(tokens, predicate, language, form=form_of(predicate))
    assert f"{found.polarity} {found.certainty} {found.tense}" == wanted


@pytest.mark.parametrize(("language", "clause"), [("ru", "Мэрия опровергает это"), ("uk", "Мерія це заперечила")])
def test_a_denial_that_only_refers_is_negative(language: str, clause: str) -> None:
    tokens = parse(clause, language)
    predicate = predicate_of(tokens)
    assert judge_factuality(tokens, predicate, language, form=Form.REFERENCE).polarity == "negative"
    assert judge_factuality(tokens, predicate, language, form=Form.CLAUSE).polarity == "positive"


@pytest.mark.parametrize(
    ("language", "clause", "given"),
    [
        ("ru", "после того как взорвали мост", True),
        ("ru", "мост взорвали после обстрела", False),
        ("uk", "після того як підірвали міст", True),
        ("uk", "міст підірвали після обстрілу", False),
    ],
)
def test_what_went_before_is_taken_for_granted(language: str, clause: str, given: bool) -> None:
    tokens = parse(clause, language)
    predicate = predicate_of(tokens)
    assert judge_factuality(tokens, predicate, language, form=Form.CLAUSE).presupposed is given


@pytest.mark.parametrize(
    ("language", "above", "clause"),
    [("ru", "есть опасения, что ", "мост взорвут"), ("uk", "є побоювання, що ", "міст підірвуть")],
)
def test_what_governs_a_clause_makes_it_less_firm(language: str, above: str, clause: str) -> None:
    tokens = parse(above + clause, language)
    at = next(number for number, each in enumerate(tokens) if each.start >= len(above))
    own, before = tokens[at:], tokens[:at]
    found = judge_factuality(own, predicate_of(own), language, form=Form.CLAUSE, above=before)
    assert (found.certainty, found.tense) == ("possible", "future")
