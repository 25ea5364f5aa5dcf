"""How a text is cut for the tagger."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.sentences import Sentences
from reportedly.annotate.windows import (
    LONGEST,
    LOWER,
    OTHER,
    TITLE,
    UPPER,
    SubWords,
    cut_windows,
    load_sub_words,
    window_of,
)
from reportedly.model.annotation import Found, Sentence
from reportedly.model.document import Document

WORDS = load_sub_words(["[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "the", "army", "left", "nato", "that", "##s", "said"])


def sentences(text: str) -> tuple[Sentence, ...]:
    (found,) = Sentences().find([Document(text=text, language="en")], [Found()])
    return tuple(each for each in found if isinstance(each, Sentence))


def names(ids: tuple[int, ...], words: SubWords = WORDS) -> list[str]:
    known = {number: word for word, number in words.numbers.items()}
    return [known[number] for number in ids]


def test_paragraphs_are_kept_apart_by_a_mark() -> None:
    (window,) = cut_windows(text := "The army left.\n\nNATO said.", sentences(text), WORDS)
    assert names(window.ids) == ["[CLS]", "the", "army", "left", ".", "[SEP]", "nato", "said", ".", "[SEP]"]
    assert window.shapes == (OTHER, TITLE, LOWER, LOWER, OTHER, OTHER, UPPER, LOWER, OTHER, OTHER)


def test_a_content_is_read_as_a_sentence_of_its_own() -> None:
    """Without its "that", with a capital and a full stop."""
    text = "NATO said that the army left"
    window = window_of(text, [(text.index("that"), len(text))], WORDS)
    assert names(window.ids) == ["[CLS]", "the", "army", "left", ".", "[SEP]"]
    assert window.shapes[1] == TITLE
    assert text[window.starts[1] : window.ends[3]] == "the army left"
    assert window.starts[4] == window.ends[4]


def test_nothing_is_a_window_too() -> None:
    assert names(window_of("that", [(0, 4)], WORDS).ids)[0] == "[CLS]"
    assert list(cut_windows("", sentences(""), WORDS)) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["The army left. ", "nato " * 300, "\n\n", "said that. ", "Київ впав. "]), max_size=12
    ).map("".join)
)
def test_every_word_is_in_one_window(text: str) -> None:
    found = sentences(text)
    windows = list(cut_windows(text, found, WORDS))
    assert all(len(window.ids) <= LONGEST for window in windows)
    covered = [
        (start, end) for window in windows for start, end in zip(window.starts, window.ends, strict=True) if start < end
    ]
    assert covered == sorted(set(covered))
    letters = {place for start, end in covered for place in range(start, end)}
    assert letters == {place for each in found for place in range(each.start, each.end) if not text[place].isspace()}
