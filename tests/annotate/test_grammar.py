"""The trees: Universal Dependencies, sentences kept, offsets of the original text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.model.annotation import Found, Token
from reportedly.model.document import Document

STAGES = (Sentences(), Grammar())


def word(found: Found, text: str) -> Token:
    return next(each for each in found.tokens if each.text == text)


def test_a_preposition_hangs_on_its_noun(found: Found) -> None:
    """Troops entered the town from the south."""
    south = word(found, "south")
    assert (south.relation, found.tokens[south.head].text) == ("obl", "entered")
    assert (word(found, "from").relation, word(found, "from").head) == ("case", south.index)


def test_two_prepositions_hang_on_one_noun(found: Found) -> None:
    """According to the mayor, the bridge fell."""
    mayor = word(found, "mayor")
    assert [word(found, each).head for each in ("According", "to")] == [mayor.index, mayor.index]


def test_the_agent_of_a_passive_is_known(found: Found) -> None:
    """The bridge was destroyed by sappers."""
    assert word(found, "sappers").relation == "obl:agent"
    assert word(found, "bridge").relation == "nsubj:pass"


def test_typographic_apostrophes_are_parsed_and_kept(found: Found) -> None:
    """“We’ll hold the line,” he said."""
    assert word(found, "’ll").relation == "aux"
    assert word(found, "hold").pos == "VERB"


def test_every_document_has_the_same_trees_in_any_company() -> None:
    one = Document(text="The army said that it had left Kherson.", language="en")
    other = Document(text="A spokesman denied it. " * 40, language="en")
    alone = annotate([one], STAGES)[0].tokens
    assert annotate([other, one, other], STAGES)[1].tokens == alone


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["The army left. ", "“No”, he said.\n\n", "Read also: X\n", "⚡️ Kyiv – 3 ", "\t", "..."]),
        max_size=8,
    )
)
def test_tokens_cut_the_text_and_hang_in_their_own_sentence(parts: list[str]) -> None:
    text = "".join(parts)
    found = annotate([Document(text=text, language="en")], STAGES)[0]
    for index, token in enumerate(found.tokens):
        assert token.index == index
        assert token.text == text[token.start : token.end]
        assert found.sentences[token.sentence].start <= token.start < found.sentences[token.sentence].end
        assert found.tokens[token.head].sentence == token.sentence
