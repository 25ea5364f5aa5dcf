"""Where the tagger and the rules meet: what is taken from the tagger, and what is not."""

from collections.abc import Callable

import pytest

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.quotes import Quotes
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.attributions import FINDERS
from reportedly.claims.page import Page
from reportedly.claims.tagged_cues import join_tagged
from reportedly.model.annotation import Layer, TaggedAttribution
from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.reference.profile import load_profile

Join = Callable[[str | None, str, str], list[Attribution]]


@pytest.fixture
def join(document: Document) -> Join:
    """What is joined to the rules' attributions, or changed in them, if the tagger marks these words of the docstring."""

    def marked(source: str | None, cue: str, content: str) -> list[Attribution]:
        text = document.text

        def span(words: str) -> Span:
            start = text.index(words)
            return Span.cut(text, start, start + len(words))

        whole = Span.cut(text, 0, len(text))
        tagged = TaggedAttribution(
            start=whole.start, end=whole.end, text=whole.text, source=span(source) if source else None, cue=span(cue),
            contents=(span(content),),
        )  # fmt: skip
        (found,) = annotate([document], (Sentences(), Quotes(), Grammar()))
        page = Page(document, found.adding(Layer.ATTRIBUTION, (tagged,)), load_profile("world"))
        known = [each for finder in FINDERS for each in finder(page) if each.paths]
        joined = join_tagged(page, known)
        widened = [new for new, old in zip(joined, known, strict=False) if new != old]
        return [*widened, *joined[len(known) :]]

    return marked


def test_a_verb_that_no_lexicon_knows_reports(join: Join) -> None:
    """The head of diplomacy stipulated that the border would stay open."""
    (joined,) = join("The head of diplomacy", "stipulated", "that the border would stay open")
    assert joined.manner is Manner.SAY
    assert [[voice.span.text for voice in path] for path in joined.paths] == [["The head of diplomacy"]]


def test_what_a_rule_has_found_is_not_found_twice(join: Join) -> None:
    """The mayor said that the border would stay open."""
    assert join("The mayor", "said", "that the border would stay open") == []


def test_a_wish_is_nothing_that_is_said(join: Join) -> None:
    """The Kremlin wants Ukraine to leave the region."""
    assert join("The Kremlin", "wants", "Ukraine to leave the region") == []


def test_a_thought_is_kept_apart(join: Join) -> None:
    """The colonel understood that nobody would come."""
    (joined,) = join("The colonel", "understood", "that nobody would come")
    assert joined.manner is Manner.ATTITUDE


def test_where_grammar_names_another_speaker_nobody_is_taken(join: Join) -> None:
    """After the minister spoke, the reporter blurted that the line was cut."""
    assert join("the minister", "blurted", "that the line was cut") == []


def test_a_denied_or_possible_word_is_not_taken(join: Join) -> None:
    """The general might blurt out that the line was cut."""
    assert join("The general", "blurt out", "that the line was cut") == []


def test_nobody_says_nothing(join: Join) -> None:
    """Nobody blurted that the line was cut."""
    assert join("Nobody", "blurted", "that the line was cut") == []


def test_whoever_is_already_speaking_is_no_new_source(join: Join) -> None:
    """We stipulated that the border would stay open."""
    assert join("We", "stipulated", "that the border would stay open") == []


def test_a_noun_needs_its_owner(join: Join) -> None:
    """The raid on the port, which worried the mayor, raised fears that the siege could return."""
    assert join("the mayor", "fears", "that the siege could return") == []


def words_brought_in(attribution: Attribution, text: str) -> str:
    tokens = annotate([Document(text=text, language="en")], (Sentences(), Grammar()))[0].tokens
    return " ".join(tokens[index].text for index in sorted(attribution.content))


def test_the_rest_of_what_is_said_is_taken_from_the_tagger(join: Join, document: Document) -> None:
    """The engineer stressed that the dam holds the river, and people must leave the valley."""
    (widened,) = join("The engineer", "stressed", "that the dam holds the river, and people must leave the valley")
    assert "people must leave the valley" in words_brought_in(widened, document.text)


def test_a_contrast_in_another_tense_is_the_outlets_own(join: Join) -> None:
    """The council has demanded that the army leave the valley, but the army has refused."""
    assert join("The council", "demanded", "that the army leave the valley, but the army has refused") == []


def test_a_contrast_put_back_in_tense_is_still_said(reading: Reading) -> None:
    """The engineer said that the dam would hold, but the road was lost."""
    claim = next(each for each in reading.claims if "road was lost" in each.span.text)
    assert [[link.mention.text for link in chain] for chain in claim.chains] == [["The engineer"]]


def test_the_tagger_reads_along(reading: Reading) -> None:
    """The head of diplomacy stipulated that the border would stay open until Easter."""
    (claim,) = reading.claims
    assert [[link.mention.text for link in chain] for chain in claim.chains] == [["The head of diplomacy"]]
    assert "tagger" in (claim.chains[0][0].because or "")
