"""Where sentences begin and end, and which lines hold no claims."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.annotation import Found, Sentence, SentenceRole
from reportedly.model.document import Document


def cut(text: str) -> tuple[Sentence, ...]:
    return annotate([Document(text=text, language="en")], (Sentences(),))[0].sentences


def texts(text: str) -> list[str]:
    return [each.text for each in cut(text)]


def test_a_title_with_a_stop_ends_no_sentence(found: Found) -> None:
    """Gen. Ivan Koval met Mr. Brandt in the U.S. consulate. They spoke for an hour."""
    assert len(found.sentences) == 2


def test_an_acronym_may_end_a_sentence(found: Found) -> None:
    """The envoy flew to the U.S. The talks go on."""
    assert [each.text for each in found.sentences] == ["The envoy flew to the U.S.", "The talks go on."]


def test_a_glued_stop_ends_a_sentence_and_an_address_does_not(found: Found) -> None:
    """The silo burned.The mayor told Lenta.ru that the grain was safe."""
    assert [each.text for each in found.sentences] == [
        "The silo burned.",
        "The mayor told Lenta.ru that the grain was safe.",
    ]


def test_each_sentence_of_a_quotation_is_one(found: Found) -> None:
    """ "We sat in the lift. The lights went out twice," she said."""
    assert [each.text for each in found.sentences] == [
        '"We sat in the lift.',
        'The lights went out twice," she said.',
    ]


def test_a_dateline_is_no_part_of_the_first_sentence(found: Found) -> None:
    """LVIV, Mar 4 - Poland said that it had sent generators."""
    assert [(each.role, each.text) for each in found.sentences] == [
        (SentenceRole.FURNITURE, "LVIV, Mar 4 -"),
        (SentenceRole.BODY, "Poland said that it had sent generators."),
    ]


def test_a_dash_after_ordinary_words_is_no_dateline(found: Found) -> None:
    """Serbia - which disputes that - recalled its envoy."""
    assert [each.role for each in found.sentences] == [SentenceRole.BODY]


def test_furniture_holds_no_claims() -> None:
    lines = [
        "Read also: Five soups for winter",
        "(Photo: Example Herald)",
        "CLICK HERE FOR THE MORNING LETTER",
        "Subscribe: t.me/somebody",
        "Photo credit: the ministry",
    ]
    assert {each.role for each in cut("\n\n".join(lines))} == {SentenceRole.FURNITURE}


def test_a_short_line_without_a_stop_is_a_heading() -> None:
    assert [each.role for each in cut("Floods near Izmail\n\nThe river rose by a metre.")] == [
        SentenceRole.HEADING,
        SentenceRole.BODY,
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "The ministry said on Tuesday that its forces had taken the\nvillage after a week of fighting. It named no losses at all.\n"
    assert len(cut(text)) == 2
    assert {each.paragraph for each in cut(text)} == {0}


def test_bullets_and_emoji_are_left_out() -> None:
    assert texts("🔸 Weather. The river is rising.") == ["Weather.", "The river is rising."]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_sentences_cut_their_own_text_in_order(text: str) -> None:
    end = 0
    for each in cut(text):
        assert each.text == text[each.start : each.end]
        assert each.start >= end
        end = each.end
