"""The flags on Russian and Ukrainian documents, and what their grammar takes for granted."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reportedly.annotate.mentions import Mentions
from reportedly.claims.case import Case
from reportedly.claims.checks import find_flags
from reportedly.claims.page import Page
from reportedly.claims.repeats import tell_same
from reportedly.model.annotation import Found, Layer, Sentence, Token
from reportedly.model.claim import Certainty, Chain, Claim, Kind, Link, Polarity, Tense
from reportedly.model.document import Document
from reportedly.model.flag import Flag, FlagCode
from reportedly.model.place import Place, PlaceRole
from reportedly.model.quantity import Quantity
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.profile import load_profile
from reportedly.slavic.granted import find_taken_for_granted
from tests.slavic.clauses import parse


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def lay_out(text: str, language: str) -> tuple[Document, Found]:
    """The document with its sentences, one to a line, their words and names."""
    document = Document(text=text, language=language, published=date(2024, 5, 26))
    sentences = tuple(replace(_sentence(find(text, line)), paragraph=n) for n, line in enumerate(text.split("\n")))
    tokens: list[Token] = []
    for number, sentence in enumerate(sentences):
        base = len(tokens)
        for each in parse(sentence.text, language):
            tokens.append(
                replace(
                    each, start=each.start + sentence.start, end=each.end + sentence.start, sentence=number,
                    index=each.index + base, head=each.head + base,
                )
            )  # fmt: skip
    found = Found({Layer.SENTENCE: sentences, Layer.TOKEN: tuple(tokens), Layer.QUOTE: ()})
    return document, found.adding(Layer.MENTION, Mentions().find([document], [found])[0])


def _sentence(span: Span) -> Sentence:
    return Sentence(start=span.start, end=span.end, text=span.text)


def claim(text: str, words: str, kind: Kind, number: int, by: str | None = None, **more: Any) -> Claim:
    span = find(text, words)
    chain: Chain = (Link(source=by, mention=span, cue=None),) if by else ()
    plain = Claim(
        id=f"c{number}", span=span, kind=kind, polarity=Polarity.POSITIVE, certainty=Certainty.CERTAIN, tense=Tense.PAST,
        chains=(chain,) if chain else (),
    )  # fmt: skip
    return replace(plain, **more)


def source(text: str, words: str, identity: Identity, kind: SourceType = SourceType.OFFICIAL) -> Source:
    return Source(id="s1", name=words, type=kind, identity=identity, mentions=(find(text, words),))


def raise_flags(text: str, language: str, claims: list[Claim], *sources: Source) -> dict[FlagCode, Flag]:
    document, found = lay_out(text, language)
    named = {each.id: each for each in sources}
    case = Case(document, found, claims, named, (), load_profile("ukraine"), Gazetteer.open(), "unknown speaker")
    return {flag.code: flag for flag in find_flags(case)}


def at(text: str, words: str, name: str) -> tuple[Place, ...]:
    return (Place(span=find(text, words), role=PlaceRole.AT, name=name),)


ANONYMOUS = [
    ("ru", "украинский военный"),
    ("ru", "собеседник агентства"),
    ("ru", "местная жительница, попросившая не называть имени"),
    ("ru", "командир батальона"),
    ("ru", "советник главы администрации"),
    ("ru", "высокопоставленный чиновник"),
    ("ru", "один из министров"),
    ("uk", "український військовий"),
    ("uk", "співрозмовник агентства"),
    ("uk", "місцева жителька"),
    ("uk", "командир батальйону"),
    ("uk", "радник голови ОВА"),
]
KNOWN = [
    ("ru", "губернатор Белгородской области"),
    ("ru", "глава Крыма"),
    ("ru", "мэр города"),
    ("ru", "врио губернатора"),
    ("ru", "начальник военной администрации"),
    ("ru", "президент страны"),
    ("ru", "назначенный Москвой губернатор"),
    ("ru", "корреспондент агентства"),
    ("uk", "голова Київської ОДА"),
    ("uk", "міський голова"),
    ("uk", "начальник обласної військової адміністрації"),
    ("uk", "президент країни"),
    ("uk", "кореспондент агентства"),
]


@pytest.mark.parametrize(("language", "who"), ANONYMOUS)
def test_an_unnamed_person_is_anonymous(language: str, who: str) -> None:
    text = f"Город взят, сказал {who}"
    flags = raise_flags(
        text, language, [claim(text, "Город взят", Kind.CONTROL, 1, "s1")], source(text, who, Identity.UNNAMED)
    )
    assert FlagCode.ANONYMOUS_ORIGIN in flags


@pytest.mark.parametrize(("language", "who"), KNOWN)
def test_the_holder_of_an_office_is_known(language: str, who: str) -> None:
    text = f"Город взят, сказал {who}"
    flags = raise_flags(
        text, language, [claim(text, "Город взят", Kind.CONTROL, 1, "s1")], source(text, who, Identity.UNNAMED)
    )
    assert FlagCode.ANONYMOUS_ORIGIN not in flags


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "По предварительным данным"),
        ("ru", "По слухам"),
        ("ru", "Сообщается"),
        ("uk", "За попередніми даними"),
        ("uk", "Повідомляється"),
    ],
)
def test_hearsay_is_nobody_in_particular(language: str, words: str) -> None:
    text = f"{words}, мост взорван"
    who = source(text, words, Identity.UNSPECIFIED, SourceType.UNSPECIFIED)
    assert FlagCode.UNSPECIFIED_SOURCE in raise_flags(
        text, language, [claim(text, "мост взорван", Kind.STRIKE, 1, "s1")], who
    )


DROPPED = [
    ("ru", "Армия сообщила, что войска взяли Лиман", "войска взяли Лиман", "Лиман теперь взят войсками", "Лиман теперь взят войсками"),
    ("uk", "Армія повідомила, що війська взяли Лиман", "війська взяли Лиман", "Лиман тепер узято військами", "Лиман тепер узято військами"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "told", "second", "again"), DROPPED)
def test_an_attribution_is_dropped(language: str, first: str, told: str, second: str, again: str) -> None:
    text = f"{first}\n{second}"
    there = Place(span=find(text, "Лиман"), role=PlaceRole.AT, name="Лиман")
    claims = [
        claim(text, told, Kind.CONTROL, 1, "s1", places=(there,)),
        claim(text, again, Kind.CONTROL, 2, places=(there,)),
    ]
    who = source(text, first.split()[0], Identity.NAMED, SourceType.MILITARY)
    assert raise_flags(text, language, claims, who)[FlagCode.ATTRIBUTION_DROPPED].claims == ("c2",)
    hedged = [replace(claims[0], certainty=Certainty.POSSIBLE), claims[1]]
    assert raise_flags(text, language, hedged, who)[FlagCode.CERTAINTY_RAISED].because == ("c1",)


@pytest.mark.parametrize(
    ("language", "second"),
    [
        ("ru", "Власти сообщили, что Лиман взят войсками"),
        ("ru", "По словам мэра, Лиман взят войсками"),
        ("ru", "Мы видели, что Лиман взят войсками"),
        ("uk", "За словами мера, Лиман взят войсками"),
    ],
)
def test_what_is_attributed_in_its_sentence_is_not_dropped(language: str, second: str) -> None:
    text = f"Армия: войска взяли Лиман\n{second}"
    there = Place(span=find(text, "Лиман"), role=PlaceRole.AT, name="Лиман")
    words = "что Лиман взят войсками" if "что" in second else "Лиман взят войсками"
    whole = second if "Власти" in second else words
    claims = [
        claim(text, "войска взяли Лиман", Kind.CONTROL, 1, "s1", places=(there,)),
        claim(text, whole, Kind.CONTROL, 2, places=(there,)),
    ]
    who = source(text, "Армия", Identity.NAMED, SourceType.MILITARY)
    assert FlagCode.ATTRIBUTION_DROPPED not in raise_flags(text, language, claims, who)


NUMBERS = [
    ("ru", "Удар убил 12 жителей города", "Удар убил 19 жителей города", True),
    ("ru", "Удар убил 12 жителей города", "Позднее стало ясно: удар убил 19 жителей города", False),
    ("ru", "Удар убил 12 жителей города", "Число убитых ударом жителей города выросло до 19", False),
    ("uk", "Удар убив 12 жителів міста", "Удар убив 19 жителів міста", True),
    ("uk", "Удар убив 12 жителів міста", "Кількість убитих ударом жителів міста зросла до 19", False),
]


@pytest.mark.parametrize(("language", "first", "second", "silent"), NUMBERS)
def test_a_number_changes_silently(language: str, first: str, second: str, silent: bool) -> None:
    text = f"{first}\n{second}"

    def counted(words: str, number: int, value: str) -> Claim:
        amount = Quantity(
            span=find(text, value), value=float(value), low=float(value), high=float(value), unit="житель"
        )
        return claim(text, words, Kind.CASUALTY, number, quantities=(amount,))

    flags = raise_flags(text, language, [counted(first, 1, "12"), counted(second, 2, "19")])
    assert (FlagCode.NUMBER_CHANGED in flags) is silent


@pytest.mark.parametrize(
    ("language", "one", "other", "same"),
    [
        ("ru", "войска взяли Лиман", "армия отступила из Лимана", False),
        ("ru", "войска взяли Лиман", "захват Лимана войсками", True),
        ("uk", "війська захопили Лиман", "армія залишила Лиман", False),
        ("uk", "війська захопили Лиман", "захоплення Лимана військами", True),
    ],
)
def test_two_claims_tell_one_thing(language: str, one: str, other: str, same: bool) -> None:
    text = f"{one}\n{other}"
    there = at(text, "Лиман", "Лиман")
    claims = [claim(text, words, Kind.CONTROL, n, places=there) for n, words in enumerate((one, other))]
    assert tell_same(*claims) is same, language


@pytest.mark.parametrize(
    ("language", "denied", "granted"),
    [
        ("ru", "Мэр отрицает, что войска взяли Лиман", "После взятия Лимана фронт сдвинулся"),
        ("uk", "Мер заперечує, що війська взяли Лиман", "Після взяття Лимана фронт зсунувся"),
    ],
)
def test_what_is_contested_is_taken_for_granted(language: str, denied: str, granted: str) -> None:
    text = f"{denied}\n{granted}"
    document, found = lay_out(text, language)
    (noun,) = find_taken_for_granted(Page(document, found, load_profile("ukraine")), language)
    there = at(text, "Лиман", "Лиман")
    contested = claim(text, denied.split(", ")[1], Kind.CONTROL, 1, "s1", places=there, polarity=Polarity.NEGATIVE)
    assumed = claim(text, noun.span.text, Kind.CONTROL, 2, places=there, presupposed=True)
    who = source(text, denied.split()[0], Identity.NAMED)
    flag = raise_flags(text, language, [contested, assumed], who)[FlagCode.PRESUPPOSED_CLAIM]
    assert "contested" in flag.message


GRANTED = [
    ("ru", "После взятия Угледара бригада ушла на север", "взятия Угледара"),
    ("ru", "Падение крепости открыло дорогу на юг", "Падение крепости"),
    ("ru", "В связи с захватом аэропорта рейсы отменены", "захватом аэропорта"),
    ("ru", "Захват аэропорта планируется весной", None),
    ("ru", "Армия готовит захват аэропорта", None),
    ("ru", "После взятия бригада ушла", None),
    ("ru", "Уничтожение склада станет ударом по армии", None),
    ("uk", "Після захоплення Вугледара бригада пішла на північ", "захоплення Вугледара"),
    ("uk", "Падіння фортеці відкрило дорогу на південь", "Падіння фортеці"),
    ("uk", "Захоплення аеропорту планується навесні", None),
    ("uk", "Армія готує захоплення аеропорту", None),
]


@pytest.mark.parametrize(("language", "text", "wanted"), GRANTED)
def test_a_noun_takes_its_happening_for_granted(language: str, text: str, wanted: str | None) -> None:
    document, found = lay_out(text, language)
    told = find_taken_for_granted(Page(document, found, load_profile("ukraine")), language)
    assert [each.span.text for each in told] == ([wanted] if wanted else [])
