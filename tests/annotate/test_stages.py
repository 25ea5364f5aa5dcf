"""The table of stages."""

import pytest

from reportedly.annotate.quotes import Quotes
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import STAGES, annotate
from reportedly.errors import StageOrderError
from reportedly.model.annotation import Found, Layer
from reportedly.model.document import Document


def test_a_stage_before_its_needs_is_refused() -> None:
    with pytest.raises(StageOrderError, match="sentence"):
        annotate([Document(text="Yes.")], (Quotes(), Sentences()))


def test_every_layer_has_one_stage() -> None:
    assert sorted(stage.makes for stage in STAGES) == sorted(Layer)


def test_no_document_is_no_work() -> None:
    assert annotate([]) == []


def test_every_span_cuts_its_own_text(found: Found) -> None:
    """On Tuesday, 12 December, Russia’s ministry said: “Two villages near Kupiansk were taken.”"""
    text = "On Tuesday, 12 December, Russia’s ministry said: “Two villages near Kupiansk were taken.”"
    for spans in found.layers.values():
        assert all(span.text == text[span.start : span.end] for span in spans)
