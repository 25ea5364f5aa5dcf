"""Whatever stands in a Russian or Ukrainian post, it is read, and every span cuts its own text."""

from collections.abc import Iterator
from datetime import date
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.annotate.stages import annotate
from reportedly.claims.assemble import read
from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.slavic.language import SLAVIC

POSTS = {
    "ru": (
        "⚡️ Во вторник армия взяла деревню Малиновка, сообщил канал «Дневник фронта» со ссылкой на солдата. Мэр это опроверг.",
        "Глава района: «Двое погибли, 15 человек ранены. Мост через реку цел» 🔥",
        "По данным штаба, за сутки сбито 12 беспилотников: 5 — над областью, 7 — над морем\n— Донецкое направление\n— Часов Яр",
        "**Сводка на утро 3 декабря**\n▪️ Якобы бои идут в 16 км к северу от Купянска, утверждает @front_diary (t.me/front_diary)",
    ),
    "uk": (
        "⚡️ У вівторок армія взяла село Малинівка, повідомив канал «Щоденник фронту» з посиланням на солдата. Мер це спростував.",
        "Голова району: «Двоє загинули, 15 людей поранено. Міст через річку цілий» 🔥",
        "За даними штабу, за добу збито 12 безпілотників: 5 — над областю, 7 — над морем\n— Донецький напрямок\n— Часів Яр",
        "**Зведення на ранок 3 грудня**\n▪️ Нібито бої йдуть за 16 км на північ від Куп'янська, стверджує @front_diary",
    ),
}
STRANGE = [
    *"«»“”„\"'’‘()[]*_|#@—–-.,:;!?…\n\t ", "\n\n", "...", "?!", "**", "||", "🔥", "🇺🇦", "👍🏽", "\u200b", "\u200f", "\u202b", "\u202c", "\u0301", "\u00a0",
    "\u00ad", "\ufeff", "\u2028", "\r", "http://a.example/б", "10:30", "№5", "Т-72", "a", "İ", "ẞ", "ѐ", "中文",
]  # fmt: skip
SECONDS = 5.0
"""Far more than a post of this length takes: what grows faster than the text shows here."""


@st.composite
def posts(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and posts in it that were cut, glued, robbed of their marks, and strewn with strange ones."""
    language = draw(st.sampled_from(sorted(POSTS)))
    text = draw(st.sampled_from(["", "\n\n", " ", ". "])).join(
        draw(st.lists(st.sampled_from(POSTS[language]), min_size=1, max_size=3))
    )
    for old, new in draw(
        st.lists(st.sampled_from([(". ", "."), (", ", " "), ("«", "“"), ("»", ""), (" ", ""), ("\n", " ")]))
    ):
        text = text.replace(old, new, draw(st.integers(1, 4)))
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(text)))
        text = (
            text[:at] + draw(st.sampled_from(STRANGE)) * draw(st.integers(1, 3)) + text[at + draw(st.integers(0, 3)) :]
        )
    text = text[draw(st.integers(0, 20)) : len(text) - draw(st.integers(0, 20))]
    match draw(st.sampled_from(["upper", "lower", "as it is", "as it is"])):
        case "upper":
            text = text.upper()
        case "lower":
            text = text.lower()
    return language, text or "."


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(posts())
def test_a_post_that_was_torn_up_is_read_and_its_spans_are_right(post: tuple[str, str]) -> None:
    language, text = post
    demand_right_spans(Document(text=text, outlet="Herald", published=date(2025, 12, 3), language=language))


@pytest.mark.parametrize("language", POSTS)
@pytest.mark.parametrize("piece", ["🔥", "«", "\u200f", "…", "м.", "- ", "а ", "что ", "12 ", "Київ ", "сообщил, "])
def test_one_thing_over_and_over_is_read(language: str, piece: str) -> None:
    demand_right_spans(Document(text=piece * 40, language=language))


@pytest.mark.parametrize("language", POSTS)
def test_a_text_without_a_stop_takes_no_longer_than_others(language: str) -> None:
    """Five thousand characters, and not one sentence ends."""
    words = "".join(each for each in " ".join(POSTS[language]) if each.isalnum() or each == " ")
    document = Document(text=(words + " ") * (5_000 // len(words)), language=language)
    demand_right_spans(document)
    started = process_time()
    demand_right_spans(document)
    assert process_time() - started < SECONDS


def demand_right_spans(document: Document) -> None:
    """Fail if a layer or the reading holds a span that is empty or not what stands there."""
    (found,) = annotate([document])
    layers = [each for layer in found.layers.values() for each in layer]
    for span in (*layers, *spans_of(read(document, found, language=SLAVIC))):
        assert span.text and span.text == document.text[span.start : span.end]


def spans_of(reading: Reading) -> Iterator[Span]:
    """Every span that a reading bears."""
    for source in reading.sources:
        yield from source.mentions
    for claim in reading.claims:
        yield claim.span
        yield from (span for chain in claim.chains for link in chain for span in (link.mention, link.cue) if span)
        yield from (place.span for place in claim.places)
        yield from (actor.span for actor in claim.actors)
        yield from (quantity.span for quantity in claim.quantities)
        if claim.time is not None:
            yield claim.time.span
    for flag in reading.flags:
        yield from flag.words
