"""Attributions that the trained network marks, on sentences of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.annotate.tagger import DEEPEST, Tagger
from reportedly.model.annotation import Found, TaggedAttribution
from reportedly.model.document import Document

STAGES = (Sentences(), Grammar(), Tagger())


def tag(*texts: str) -> list[tuple[TaggedAttribution, ...]]:
    found = annotate([Document(text=text, language="en") for text in texts], STAGES)
    return [each.attributions for each in found]


def parts(attribution: TaggedAttribution) -> tuple[str | None, str, list[str]]:
    source = attribution.source.text if attribution.source else None
    return source, attribution.cue.text, [content.text for content in attribution.contents]


def test_source_cue_and_content_are_found(found: Found) -> None:
    """The harbour master said that two barges had sunk at their moorings."""
    assert [parts(each) for each in found.attributions] == [
        ("The harbour master", "said", ["that two barges had sunk at their moorings"])
    ]


def test_a_content_in_two_pieces_is_one(found: Found) -> None:
    """“We heard the engines first,” said the baker Olha Moroz, “and then the windows came in.”"""
    (attribution,) = found.attributions
    assert len(attribution.contents) == 2
    assert attribution.source is not None
    assert "Olha Moroz" in attribution.source.text


def test_what_is_said_within_what_is_said_is_found_inside(found: Found) -> None:
    """The agency Vestnik reported that a miner had told the police that the shaft was flooded."""
    outer, inner = found.attributions
    assert (outer.depth, outer.outer, inner.depth, inner.outer) == (1, None, 2, 0)
    assert parts(inner)[0] == "a miner"
    assert any(content.start <= inner.start and inner.end <= content.end for content in outer.contents)


def test_rules_may_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_MODEL", "none")
    assert tag("The mayor said that the bridge was open.") == [()]


def test_other_languages_are_left_alone() -> None:
    text = "Le maire a dit que le pont était ouvert."
    found = annotate([Document(text=text, language="en")], STAGES[:-1])
    assert Tagger().find([Document(text=text, language="fr")], found) == [()]


def test_company_changes_nothing() -> None:
    """A document is tagged the same alone and among others."""
    texts = [
        "The mayor said that the bridge was open. Nobody crossed it.",
        "“Two wells are dry,” Amina Diallo, a nurse, told visitors. " * 40,
        "According to the coast guard, the strait is closed.\n\nPilots doubt it.",
        "No.",
    ]
    together = tag(*texts)
    assert together == [tag(text)[0] for text in texts]
    assert together[::-1] == tag(*texts[::-1])


def test_a_paragraph_longer_than_a_window_is_read_to_its_end() -> None:
    text = "The river rose again in the night. " * 80 + "The engineer said that the dam would hold."
    (attributions,) = tag(text)
    assert parts(attributions[-1])[0] == "The engineer"


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from("said that “ ” X : . , \n the army 'no' 🚢 Київ".split(" "))).map(" ".join)
)
def test_every_span_cuts_its_own_text_and_lies_within(text: str) -> None:
    (attributions,) = tag(text)
    for number, each in enumerate(attributions):
        spans = [span for span in (each, each.source, each.cue, *each.contents) if span is not None]
        assert all(span.text == text[span.start : span.end] for span in spans)
        assert all(each.start <= span.start and span.end <= each.end for span in spans)
        assert each.contents
        assert 1 <= each.depth <= DEEPEST
        assert (each.outer is None) == (each.depth == 1)
        assert each.outer is None or each.outer < number
