"""From whom to whom words went, each step on its own ground."""

import pytest

from reportedly.model.event import Event, Stance, StepKind
from reportedly.model.reading import Reading
from reportedly.model.source import Identity, SourceType
from tests.compare.dispatches import FIRST, biggest, count_lines, find_events
from tests.compare.sets import DIARY, GOVERNOR, MONITORS, OFFICER, POST, REPORTS, STAFF, UKRAINE
from tests.ledger.readings import MALYNIVKA, Says, Voice, make_reading

TAKEN = "Russian troops captured the whole of the town of Malynivka on Monday"
RETOLD = "On Monday the town of Malynivka was captured by Russian troops"
AGENCY = Voice("the agency North Wire", "North Wire", SourceType.AGENCY, Identity.NAMED)
HIDDEN = Voice("sources", None, SourceType.UNSPECIFIED, Identity.UNSPECIFIED)


def say(outlet: str, *by: Voice, day: int = 3, words: str = TAKEN) -> Reading:
    """A dispatch on the word of a chain, from the voice nearest the reader to the origin."""
    text = words + "".join(f", {voice.words} said" for voice in by) + "."
    claim = Says(words, by=(by,) if by else (), at=(MALYNIVKA,))
    published = FIRST.replace(month=12, day=day)
    return make_reading(text, claim, made_by=UKRAINE, outlet=outlet, published=published)


def lines(*told: Reading) -> tuple[int, int]:
    """Least and most lines that affirm."""
    return count_lines(biggest(find_events(*told)))


def steps(event: Event) -> list[StepKind]:
    """The grounds of its steps, each once."""
    return list(dict.fromkeys(step.kind for step in event.steps))


@pytest.mark.parametrize(
    ("told", "least_most"),
    [
        ([say("Harbour Post", MONITORS)], (1, 1)),
        ([say("Harbour Post", DIARY, OFFICER)], (1, 1)),
        ([say("Harbour Post", AGENCY), say("Hill Courier", AGENCY), say("Coast Times", AGENCY)], (1, 1)),
        ([say("Harbour Post", AGENCY, STAFF), say("Hill Courier", AGENCY, GOVERNOR)], (1, 1)),
        ([say("Harbour Post", AGENCY, STAFF), say("Hill Courier", DIARY, STAFF)], (1, 1)),
        ([say("Harbour Post", AGENCY, STAFF), say("Hill Courier", DIARY, GOVERNOR)], (2, 2)),
        ([say("Harbour Post", STAFF), say("Hill Courier", GOVERNOR), say("Coast Times", MONITORS)], (3, 3)),
        ([say("Harbour Post", OFFICER), say("Hill Courier", OFFICER)], (1, 2)),
        ([say("Harbour Post", OFFICER), say("Harbour Post", STAFF, day=4)], (1, 2)),
        ([say("Harbour Post", OFFICER), say("Harbour Post", STAFF, day=4, words=RETOLD)], (2, 2)),
        ([say("Harbour Post", REPORTS)], (0, 0)),
        ([say("Harbour Post", AGENCY, HIDDEN)], (0, 0)),
        ([say("Harbour Post")], (0, 0)),
        ([say("Ridge Diary (Telegram channel)")], (1, 1)),
        ([say("Ridge Diary (Telegram channel)", STAFF)], (1, 1)),
        ([say("Harbour Post", STAFF), say("Ridge Diary (Telegram channel)", words=RETOLD)], (2, 2)),
    ],
)
def test_lines_share_no_source(told: list[Reading], least_most: tuple[int, int]) -> None:
    assert lines(*told) == least_most


def test_a_cited_outlet_stands_for_the_sources_of_its_document() -> None:
    first, citing = say("Harbour Post", STAFF), say("Hill Courier", POST, day=4, words=RETOLD)
    event = biggest(find_events(first, citing))
    assert count_lines(event) == (1, 1) and steps(event) == [StepKind.ATTRIBUTION, StepKind.CITATION]
    (line,) = event.independent[Stance.AFFIRMS].lines
    assert line.path == ("General Staff of the Armed Forces of Ukraine",) and line.sides == ("ukraine",)
    assert set(line.documents) == {first.document.id, citing.document.id}


def test_who_cites_an_outlets_own_voice_has_no_line() -> None:
    assert lines(say("Harbour Post"), say("Hill Courier", POST, day=4, words=RETOLD)) == (0, 0)


def test_an_outlet_that_published_later_was_not_cited() -> None:
    assert lines(say("Harbour Post", STAFF, day=5), say("Hill Courier", POST, day=4, words=RETOLD)) == (2, 2)


def test_a_copy_is_said_to_share_an_origin_and_no_more() -> None:
    first, copy = say("Harbour Post", STAFF), say("Hill Courier", day=4)
    event = biggest(find_events(first, copy))
    assert count_lines(event) == (1, 1)
    (step,) = (each for each in event.steps if each.kind is StepKind.WORDING)
    assert (step.start, step.end) == (first.document.id, copy.document.id)
    assert "not who copied whom" in step.because and "100%" in step.because
    (line,) = event.independent[Stance.AFFIRMS].lines
    assert line.documents == (first.document.id, copy.document.id), "it is carried by the copy too"


def test_a_channel_that_copies_belongs_to_the_line_it_copies() -> None:
    copy = say("Ridge Diary (Telegram channel)", day=4)
    assert lines(say("Harbour Post", STAFF), copy) == (1, 1)
    assert lines(say("Harbour Post"), copy) == (0, 0)


def test_the_bottleneck_is_named_where_several_documents_pass_it() -> None:
    told = say("Harbour Post", AGENCY, STAFF), say("Hill Courier", AGENCY, GOVERNOR)
    assert biggest(find_events(*told)).independent[Stance.AFFIRMS].bottleneck == ("North Wire",)
    assert biggest(find_events(told[0])).independent[Stance.AFFIRMS].bottleneck == ()


def test_a_step_rests_on_words_of_its_document() -> None:
    event = biggest(find_events(say("Harbour Post", DIARY, OFFICER)))
    names = {vertex.id: vertex.name for vertex in event.vertices}
    assert [(names[step.start], names[step.end]) for step in event.steps] == [
        ("an officer", "Front Diary"), ("Front Diary", "Harbour Post"),
    ]  # fmt: skip
