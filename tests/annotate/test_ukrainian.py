"""Words of invented Ukrainian sentences: what each is, in which case it stands, what it hangs on."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate import ukrainian_full
from reportedly.annotate.ukrainian import parse_ukrainian
from reportedly.annotate.ukrainian_aspect import aspect_of
from reportedly.annotate.ukrainian_full import full_readings, load_dictionary, merge_parses
from reportedly.annotate.ukrainian_words import cut_words
from reportedly.model.annotation import Sentence, Token
from reportedly.reference.nominative_uk import nominative


def parse(text: str) -> list[Token]:
    return parse_ukrainian([(0, Sentence.cut(text, 0, len(text)))], 0)


def word_in(text: str, word: str) -> Token:
    return next(token for token in parse(text) if token.text == word)


def case_of(token: Token) -> str | None:
    return next((each[5:] for each in token.features if each.startswith("Case=")), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Прес-служба на зв’язку.", ["Прес-служба", "на", "зв’язку", "."]),
        ("У м. Лісове 1,6 км від Ан-225", ["У", "м.", "Лісове", "1,6", "км", "від", "Ан-225"]),
        ("«Стій!» — каже він", ["«", "Стій", "!", "»", "—", "каже", "він"]),
        ("див. https://example.org/a та @kanal #тег", ["див.", "https://example.org/a", "та", "@kanal", "#тег"]),
        ("Загинули 40% бійців 47-ї бригади", ["Загинули", "40", "%", "бійців", "47-ї", "бригади"]),
        ("об'єкт в Івано-Лісівську…", ["об'єкт", "в", "Івано-Лісівську", "…"]),
    ],
)
def test_words_are_cut(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end, _ in cut_words(text)] == words


@pytest.mark.parametrize(
    ("text", "word", "case"),
    [
        ("Про це повідомив голова Лісової ОДА Олексій Синиця.", "голова", "Nom"),
        ("Про це повідомив голова Лісової ОДА Олексій Синиця.", "Лісової", "Gen"),
        ("Про це повідомив голова Лісової ОДА Олексій Синиця.", "Олексій", "Nom"),
        ("Про це повідомив голова Лісової ОДА Олексій Синиця.", "Синиця", "Nom"),
        ("За словами військового, до села підійшло підкріплення.", "військового", "Gen"),
        ("За словами військового, до села підійшло підкріплення.", "підкріплення", "Nom"),
        ("Прес-служба МВС України повідомляє про обстріл.", "Прес-служба", "Nom"),
        ("Прес-служба МВС України повідомляє про обстріл.", "України", "Gen"),
        ("Прес-служба МВС України повідомляє про обстріл.", "обстріл", "Acc"),
        ("Як передає Укрінформ з посиланням на джерело у Нацгвардії, міст вцілів.", "Укрінформ", "Nom"),
        ("Як передає Укрінформ з посиланням на джерело у Нацгвардії, міст вцілів.", "джерело", "Acc"),
        ("Як передає Укрінформ з посиланням на джерело у Нацгвардії, міст вцілів.", "Нацгвардії", "Loc"),
        ("Про це повідомляє джерело Herald у Нацгвардії.", "джерело", "Nom"),
        ("Українські сили знищили 127 гелікоптерів та два танки.", "сили", "Nom"),
        ("Українські сили знищили 127 гелікоптерів та два танки.", "гелікоптерів", "Gen"),
        ("Українські сили знищили 127 гелікоптерів та два танки.", "танки", "Acc"),
        ("Житловий квартал ворог обстріляв із мінометів.", "квартал", "Acc"),
        ("Житловий квартал ворог обстріляв із мінометів.", "ворог", "Nom"),
        ("Унаслідок удару пошкоджено лікарню.", "лікарню", "Acc"),
        ("За попередніми даними, постраждалих немає.", "постраждалих", "Gen"),
        ("Авіація завдала удару по складу.", "удару", "Gen"),
        ("У місті Лісове чутно вибухи.", "вибухи", "Acc"),
        ("Міський голова розповів журналістам про пожежу.", "журналістам", "Dat"),
        ("Влада підтвердила, що міст, який збудували торік, зруйнований.", "зруйнований", "Nom"),
        ("За добу відбулося сто двадцять сутичок.", "двадцять", "Nom"),
        ("Ворог утратив сімсот коней.", "сімсот", "Acc"),
        ("У дванадцяти селах тихо.", "дванадцяти", "Loc"),
        ("Прем'єр мовчить.", "Прем'єр", "Nom"),
        ("За словами сторожа, тихо.", "сторожа", "Gen"),
        ("Уночі поранено механіка.", "механіка", "Acc"),
        ("До села підійшли вози.", "вози", "Nom"),
        ("В окупованому Ордою Криму лунали пісні.", "Криму", "Loc"),
        ("У захопленому чужими військами Дубні тихо.", "Дубні", "Loc"),
        ("Міст, яку пісню співали війська, згорів.", "війська", "Nom"),
        ("У Лісовій та Степовій областях тихо.", "Лісовій", "Loc"),
        ("Вони будують «живі» та нові щити.", "щити", "Acc"),
        ("У лікарні взято в заручники лікаря.", "заручники", "Acc"),
        ("Рада планує зруйнувати склад.", "склад", "Acc"),
        ("Він просить дозволу відновити постачання.", "постачання", "Acc"),
        ("Вивезли частину сім'ї.", "сім'ї", "Gen"),
        ("У спільній статті сказано багато.", "статті", "Loc"),
        ("Уночі вдарили по аеродромах Синій і Кача.", "Кача", "Nom"),
    ],
)
def test_a_word_stands_in_its_case(text: str, word: str, case: str) -> None:
    assert case_of(word_in(text, word)) == case


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        ("Вночі уражено склад.", "уражено", "VERB", "уразити"),
        ("Поранених людей вивезли.", "Поранених", "ADJ", "поранений"),
        ("Поранених вивезли.", "Поранених", "NOUN", "поранений"),
        ("Ворог може відступити.", "може", "VERB", "могти"),
        ("Вони мають дати відсіч.", "дати", "VERB", "дати"),
        ("Речниця заявила це.", "Речниця", "NOUN", "речниця"),
        ("Він каже, що вибухи чути.", "що", "SCONJ", "що"),
        ("Будинки, що стоять поруч, вціліли.", "що", "PRON", "що"),
        ("Про це заявив Олег Синичкін.", "Синичкін", "PROPN", "синичкін"),
        ("Село обстріляли з танка.", "танка", "NOUN", "танк"),
        ("ЗСУ відбили атаку.", "ЗСУ", "PROPN", "зсу"),
        ("Віра в перемогу живе.", "Віра", "NOUN", "віра"),
        ("Віра Лісова це підтвердила.", "Віра", "PROPN", "віра"),
        ("Бійці знищили міст.", "Бійці", "NOUN", "боєць"),
        ("Мінометник розповів про бій.", "Мінометник", "NOUN", "мінометник"),
        ("Дроняр збив ціль.", "Дроняр", "NOUN", "дроняр"),
        ("Уранці спецпризначенці вийшли.", "спецпризначенці", "NOUN", "спецпризначенець"),
        ("Колона зайшла в село.", "зайшла", "VERB", "зайти"),
        ("У порту спалахнула пожежа.", "спалахнула", "VERB", "спалахнути"),
        ("Дім уцілів, бо вцілів дах.", "вцілів", "VERB", "вціліти"),
        ("Вони займуть село.", "займуть", "VERB", "зайняти"),
        ("Військо бориться.", "бориться", "VERB", "боритися"),
        ("Перекинутий віз лежить.", "Перекинутий", "ADJ", "перекинутий"),
        ("Двадцять людей пішли.", "Двадцять", "NUM", "двадцять"),
        ("Вивезли п'ятьох дітей.", "п'ятьох", "NUM", "п'ять"),
        ("Пожежа почалася зсередини.", "зсередини", "ADV", "зсередини"),
        ("Рада одноголосно схвалила закон.", "одноголосно", "ADV", "одноголосно"),
        ("У Києві уламки впали на дах.", "Києві", "PROPN", "київ"),
        ("Отже, рада мовчить.", "Отже", "ADV", "отже"),
        ("Він прийшов швидше.", "швидше", "ADV", "швидше"),
        ("Найближчим часом буде дощ.", "часом", "NOUN", "час"),
        ("Він сказав слово «этот».", "этот", "X", "этот"),
        ("Вибух стався у Сватовому.", "Сватовому", "PROPN", "сватове"),
        ("Дрони влучили в Степовій та Лісовській областях.", "Лісовській", "ADJ", "лісовський"),
        ("Нагороджено спікера Палати представників.", "Палати", "PROPN", "палата"),
        ("💥 Вибух у порту", "💥", "SYM", "💥"),
        ("Дивіться на @kanal", "@kanal", "X", "@kanal"),
    ],
)
def test_a_word_has_its_part_of_speech_and_lemma(text: str, word: str, pos: str, lemma: str) -> None:
    token = word_in(text, word)
    assert (token.pos, token.lemma) == (pos, lemma)


@pytest.mark.parametrize(
    ("text", "word", "features"),
    [
        ("Мер повідомив про це.", "повідомив", {"Tense=Past", "VerbForm=Fin", "Number=Sing", "Gender=Masc"}),
        ("Мер повідомляє про це.", "повідомляє", {"Tense=Pres", "Person=3", "Number=Sing"}),
        ("Ворог знищить міст.", "знищить", {"Tense=Fut"}),
        ("Ворог атакуватиме місто.", "атакуватиме", {"Tense=Fut", "Aspect=Imp"}),
        ("Міст зруйновано.", "зруйновано", {"VerbForm=Part", "Variant=Short", "Gender=Neut", "Voice=Pass"}),
        ("Він пішов, сказавши правду.", "сказавши", {"VerbForm=Conv"}),
        ("Вони не відступили.", "не", {"Polarity=Neg"}),
        ("Місто обстрілюється.", "обстрілюється", {"Tense=Pres", "Voice=Mid"}),
        ("Штаб знаходиться у селі.", "знаходиться", {"Tense=Pres"}),
        ("Рада закликає до миру.", "закликає", {"Tense=Pres"}),
        ("Перевірте двері.", "Перевірте", {"Mood=Imp"}),
        ("Перекинутий віз лежить.", "Перекинутий", {"VerbForm=Part", "Case=Nom"}),
        ("Сапер мовчить.", "Сапер", {"Animacy=Anim"}),
        ("Спікерка мовчить.", "Спікерка", {"Animacy=Anim"}),
        ("Письменниця мовчить.", "Письменниця", {"Animacy=Anim"}),
        ("Показник зріс.", "Показник", {"Animacy=Inan"}),
        ("Готель згорів.", "Готель", {"Animacy=Inan"}),
        ("Ліквідували Валерія Гладкого.", "Валерія", {"Case=Acc", "Gender=Masc"}),
        ("За словами Олени Синиці, тихо.", "Олени", {"Gender=Fem", "Entity=B-PERSON", "Animacy=Anim"}),
        ("За словами Олени Синиці, тихо.", "Синиці", {"Entity=I-PERSON", "Case=Gen"}),
    ],
)
def test_a_form_says_what_it_says(text: str, word: str, features: set[str]) -> None:
    assert features <= word_in(text, word).features


@pytest.mark.parametrize(
    ("text", "word", "relation", "head"),
    [
        ("Про це повідомив мер Лісівська Ігор Сорока.", "мер", "nsubj", "повідомив"),
        ("Про це повідомив мер Лісівська Ігор Сорока.", "Ігор", "appos", "мер"),
        ("Про це повідомив мер Лісівська Ігор Сорока.", "Сорока", "flat:name", "Ігор"),
        ("Про це повідомив мер Лісівська Ігор Сорока.", "Про", "case", "це"),
        ("Генштаб запевняє, що міст вистояв.", "вистояв", "ccomp", "запевняє"),
        ("Міст, який підірвали, горить.", "підірвали", "acl:relcl", "Міст"),
        ("Ракета влучила у дах будинку.", "будинку", "nmod", "дах"),
        ("Літаки й гармати били по селу.", "гармати", "conj", "Літаки"),
        ("Окупанти обстріляли нове місто.", "нове", "amod", "місто"),
        ("Окупанти обстріляли нове місто.", "місто", "obj", "обстріляли"),
    ],
)
def test_a_word_hangs_on_its_head(text: str, word: str, relation: str, head: str) -> None:
    tokens = parse(text)
    token = next(each for each in tokens if each.text == word)
    assert (token.relation, tokens[token.head].text) == (relation, head)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("За даними українського Генштабу, тихо.", "українського Генштабу", "український Генштаб"),
        ("За словами Олега Синичкіна, тихо.", "Олега Синичкіна", "Олег Синичкін"),
        ("Розмова з місцевою жителькою Вірою Гладкою.", "місцевою жителькою Вірою Гладкою", "місцева жителька Віра Гладка"),
        ("За словами командира батальйону 47-ї бригади, тихо.", "командира батальйону 47-ї бригади", "командир батальйону 47-ї бригади"),
        ("За словами голови Лісової ОДА Олексія Синиці, тихо.", "голови Лісової ОДА Олексія Синиці", "голова Лісової ОДА Олексій Синиця"),
        ("За словами місцевих жителів, тихо.", "місцевих жителів", "місцеві жителі"),
        ("За даними джерел у поліції, тихо.", "джерел у поліції", "джерела у поліції"),
        ("За словами двох чиновників, тихо.", "двох чиновників", "двох чиновників"),
        ("Про це пише ДСНС.", "ДСНС", "ДСНС"),
    ],
)  # fmt: skip
def test_a_phrase_is_led_back_to_the_nominative(text: str, phrase: str, expected: str) -> None:
    start = text.index(phrase)
    words = [each for each in parse(text) if start <= each.start and each.end <= start + len(phrase)]
    assert nominative(words) == expected


def test_a_verb_has_no_case_and_a_village_is_no_person() -> None:
    assert case_of(word_in("Учора відбулося свято.", "відбулося")) is None
    assert "Entity=B-PERSON" not in word_in("У Глухові тихо.", "Глухові").features
    assert word_in("Олена Пелосі мовчить.", "Олена").features >= {"Case=Nom"}


def test_aspect_is_that_of_the_partner() -> None:
    assert [aspect_of(each) for each in ("повідомити", "повідомляти", "знищувати", "обстріляти", "виявляти")] == [
        "Perf",
        "Imp",
        "Imp",
        "Perf",
        "Imp",
    ]


def test_offsets_and_numbers_are_the_documents() -> None:
    text = "Тихо.  Мер мовчить."
    sentences = [(3, Sentence.cut(text, 0, 5)), (4, Sentence.cut(text, 7, len(text)))]
    tokens = parse_ukrainian(sentences, 10)
    assert [token.index for token in tokens] == list(range(10, 10 + len(tokens)))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.sentence for token in tokens] == [3, 3, 4, 4, 4]
    assert all(10 <= token.head < 10 + len(tokens) for token in tokens)


@given(st.text(alphabet="абвіїєґАБВІЗСУ \n.,:;—–-«»\"'’()0123456789%@#!?abcZ💥", max_size=80))
def test_any_text_becomes_a_tree(text: str) -> None:
    if not (sentence := Sentence.cut(text, 0, len(text))).text:
        return
    tokens = parse_ukrainian([(0, sentence)], 0)
    assert "".join(token.text for token in tokens) == "".join(sentence.text.split())
    for token in tokens:
        step, seen = token, 0
        while step.head != step.index:
            step, seen = tokens[step.head], seen + 1
            assert seen <= len(tokens)


def test_the_full_dictionary_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ukrainian_full, "has_full_dictionary", lambda: False)
    load_dictionary.cache_clear()
    full_readings.cache_clear()
    try:
        assert full_readings("ракета") == ()
        assert case_of(word_in("Ракета впала.", "Ракета")) == "Nom"
    finally:
        load_dictionary.cache_clear()
        full_readings.cache_clear()


def test_parses_of_a_full_dictionary_are_merged() -> None:
    def parse_as(case: str | None) -> SimpleNamespace:
        tag = SimpleNamespace(POS="NOUN", case=case, number="sing", gender="masc", animacy="inan")
        return SimpleNamespace(tag=tag, normal_form="склад")

    found = merge_parses("склад", [parse_as("accs"), parse_as(None)])
    assert [(each.pos, each.lemma, bin(each.slots).count("1")) for each in found] == [("NOUN", "склад", 2)]


def test_nothing_is_loaded_before_it_is_needed() -> None:
    code = "import sys, reportedly.annotate.ukrainian; print('simplemma' in sys.modules, 'pymorphy3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
