"""Who a source is, and which mentions are one source."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.stages import annotate
from reportedly.claims.identify import is_office_holder
from reportedly.claims.likeness import is_same_person
from reportedly.claims.source_mention import SourceMention
from reportedly.claims.sources import SpanKey, merge_sources
from reportedly.flow import read_text
from reportedly.model.annotation import Found
from reportedly.model.document import Document
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.profile import load_profile

Merge = Callable[..., list[Source]]


def find_mention(document: Document, found: Found, words: str, start: int) -> SourceMention:
    """The mention that reads `words` and stands at or after `start`."""
    match = re.compile(rf"\b{re.escape(words)}\b").search(document.text, start)
    assert match, f"the docstring does not say {words!r}"
    span = Span(start=match.start(), end=match.end(), text=match.group())
    inside = [token for token in found.tokens if span.holds(token)]
    indices = {token.index for token in inside}
    nouns = [token for token in inside if token.head not in indices or token.head == token.index]
    return SourceMention(span=span, head=next((each for each in nouns if each.pos != "DET"), inside[-1]))


def merge_in(document: Document, found: Found, *phrases: str, profile: str = "ukraine") -> list[Source]:
    """The source of each of `phrases`, which follow each other in the text."""
    mentions: list[SourceMention] = []
    for words in phrases:
        mentions.append(find_mention(document, found, words, mentions[-1].span.end if mentions else 0))
    tree = Tree(document.text, found.tokens)
    sources, ids = merge_sources(mentions, document=document, found=found, tree=tree, profile=load_profile(profile))
    by_id = {source.id: source for source in sources}
    keys: list[SpanKey] = [(each.span.start, each.span.end) for each in mentions]
    return [by_id[ids[key]] for key in keys if key in ids]


@pytest.fixture
def merge(document: Document, found: Found) -> Merge:
    """Merges mentions of the docstring."""

    def merged(*phrases: str, profile: str = "ukraine") -> list[Source]:
        return merge_in(document, found, *phrases, profile=profile)

    return merged


def test_a_title_then_the_title_alone_then_a_pronoun_are_one(merge: Merge) -> None:
    """Turkish President Recep Tayyip Erdogan announced that the strait was open. It will stay so, the president said. He added
    that the minesweepers were out. Grain ships may sail, the head of state wrote.
    """
    sources = merge("Turkish President Recep Tayyip Erdogan", "the president", "He", "the head of state")
    assert {source.id for source in sources} == {"s1"}
    assert sources[0].name == "Turkish President Recep Tayyip Erdogan"
    assert (sources[0].type, sources[0].side) == (SourceType.OFFICIAL, "tr")
    assert [mention.text for mention in sources[0].mentions][-2:] == ["He", "the head of state"]


def test_a_call_sign_takes_up_the_unnamed_soldier_of_the_sentence_before(merge: Merge) -> None:
    """The pontoon sank, said an unnamed Ukrainian officer. The paper talked to a Ukrainian soldier under the call
    sign 'Lys', who said that the river was mined.
    """
    one, other = merge("an unnamed Ukrainian officer", "a Ukrainian soldier")
    assert one is other
    assert (one.identity, one.type, one.side) == (Identity.PSEUDONYM, SourceType.MILITARY, "ukraine")


def test_another_official_is_another_source(merge: Merge) -> None:
    """A senior official said that the loan was agreed. Another official said that it was not. A senior official said
    that nobody knew.
    """
    assert len({source.id for source in merge("A senior official", "Another official", "A senior official")}) == 3


def test_a_title_long_before_its_name_is_named(merge: Merge) -> None:
    """Trams have stopped, reported the head of the Sumy city council, Nadiia Tkach."""
    (source,) = merge("the head of the Sumy city council")
    assert source.identity is Identity.NAMED
    assert source.side == "ukraine"


def test_an_adviser_to_somebody_is_not_that_person(merge: Merge) -> None:
    """Elections will wait, said an adviser to President Volodymyr Zelenskyy."""
    (source,) = merge("an adviser to President Volodymyr Zelenskyy")
    assert source.identity is Identity.UNNAMED
    assert source.side == "ukraine"


def test_the_ministry_takes_up_the_ministry_of_its_side(merge: Merge) -> None:
    """The Russian defence ministry said that the drill had ended. Ukraine's foreign ministry said it went on. The
    Russian ministry said it did not.
    """
    russian, ukrainian, again = merge(
        "The Russian defence ministry", "Ukraine's foreign ministry", "The\nRussian ministry"
    )
    assert russian is again
    assert russian is not ukrainian
    assert (russian.side, ukrainian.side) == ("russia", "ukraine")


def test_the_newspaper_is_the_newspaper_named_before(merge: Merge) -> None:
    """The Washington Post said that grain was stolen. According to the newspaper, it was barley. The daily named no
    port.
    """
    sources = merge("The Washington Post", "the newspaper", "The daily")
    assert {source.id for source in sources} == {"s1"}
    assert (sources[0].type, sources[0].side) == (SourceType.OUTLET, None)


def test_two_commands_are_two(merge: Merge) -> None:
    """Nine balloons were seen, Air Force Command said. The strait is mined, Navy Command said."""
    assert len({source.id for source in merge("Air Force Command", "Navy Command")}) == 2


def test_a_pronoun_without_anybody_is_left_out(merge: Merge) -> None:
    """It rained all day. The road was closed, he said."""
    assert merge("he") == []


def test_those_whom_a_side_installed_speak_for_it(merge: Merge) -> None:
    """The schools will reopen, Moscow-installed authorities announced. Western officials called it a stunt."""
    installed, western = merge("Moscow-installed authorities", "Western officials")
    assert (installed.side, installed.identity) == ("russia", Identity.COLLECTIVE)
    assert western.side is None


def test_an_attackers_ministry_is_not_the_ministry_that_counts_the_dead(merge: Merge) -> None:
    """Spain shelled the harbour at dawn, the Health Ministry said."""
    (source,) = merge("the Health Ministry")
    assert source.side is None


def test_its_ministry_is_that_of_the_state_just_named(merge: Merge) -> None:
    """Portugal is to buy nine tugs. Its defence ministry said that the money was set aside."""
    (source,) = merge("Its defence ministry")
    assert source.side == "pt"


def test_an_office_is_whoever_is_named_with_it_soon_after(merge: Merge) -> None:
    """Ireland's premier said that the ferries would sail. Taoiseach Brian Daly told a hall in Cork that fares would fall."""
    premier, daly = merge("Ireland's premier", "Taoiseach Brian Daly")
    assert premier is daly
    assert (premier.identity, premier.side) == (Identity.NAMED, "ie")


def test_an_office_that_two_bear_stays_open(merge: Merge) -> None:
    """The prime minister said that the dam held. Czech Prime Minister Jan Mraz met Danish Prime Minister Lars Holt."""
    (source,) = merge("The prime minister")
    assert source.identity is Identity.UNNAMED


def test_she_is_the_woman_and_not_whoever_is_merely_mentioned(merge: Merge) -> None:
    """The Duchess received the rowers in the garden of Martin Poole. She said that the lake was cold."""
    (source,) = merge("She")
    assert source.name == "Duchess"


def test_whoever_is_quoted_about_is_nobody_outside_the_quotation(merge: Merge) -> None:
    """The harbour is shut. “Patience wins,” she remarked."""
    assert merge("she") == []


def test_a_source_is_taken_up_across_what_is_told_of_another(merge: Merge) -> None:
    """Bishop Paul Rooke condemned the raid. Ivan Sterk stormed the abbey in May.

    He said that the books were safe.
    """
    bishop, he = merge("Bishop Paul Rooke", "He")
    assert bishop is he


def test_a_surname_is_whom_the_text_has_named_in_full(merge: Merge) -> None:
    """Estonia's Foreign Minister Karin Tamm visited the port. Tamm said that the cranes were new."""
    _, source = merge("the port", "Tamm")
    assert (source.type, source.side) == (SourceType.OFFICIAL, "ee")


def test_unnamed_officials_are_of_the_one_side_whose_department_spoke(merge: Merge) -> None:
    """Pentagon officials said that the pier was ready. A senior defence official said that ships were on their way."""
    _, official = merge("Pentagon officials", "A senior defence official")
    assert official.side == "us"


def test_unnamed_officials_are_of_no_side_where_two_speak(merge: Merge) -> None:
    """Pentagon officials said that the pier was ready. A defence official said that it leaked. Omani officials agreed."""
    _, official, _ = merge("Pentagon officials", "A defence official", "Omani officials")
    assert official.side is None


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("The governor", True),
        ("Ireland's premier", True),
        ("the head of MI6", True),
        ("Portugal's ambassador to Oman", True),
        ("the Prime Minister", True),
        ("a governor", False),
        ("the governor's aide", False),
        ("the deputy minister", False),
        ("the official", False),
        ("the head", False),
        ("a former prime minister", False),
    ],
)
def test_the_holder_of_an_office_is_known_without_a_name(words: str, holds: bool) -> None:
    span = Span(start=0, end=len(words), text=words)
    source = Source(id="s1", name=words, type=SourceType.OFFICIAL, identity=Identity.UNNAMED, mentions=(span,))
    assert is_office_holder(source) is holds


@pytest.mark.parametrize(
    ("text", "phrase", "identity", "kind"),
    [
        ("Two residents said that it was quiet.", "Two residents", Identity.UNNAMED, SourceType.CIVILIAN),
        ("Ukrainian officials said so.", "Ukrainian officials", Identity.COLLECTIVE, SourceType.OFFICIAL),
        ("Russian media said so.", "Russian media", Identity.COLLECTIVE, SourceType.OUTLET),
        ("According to preliminary data, it was arson.", "preliminary data", Identity.UNSPECIFIED, SourceType.DOCUMENT),
        ("A source in the army said so.", "A source in the army", Identity.UNNAMED, SourceType.UNSPECIFIED),
        ("Analysts said so.", "Analysts", Identity.COLLECTIVE, SourceType.EXPERT),
        ("Some observers hope that it held.", "Some observers", Identity.UNSPECIFIED, SourceType.UNSPECIFIED),
        ("The algorithm says that it fell.", "The algorithm", Identity.UNSPECIFIED, SourceType.UNSPECIFIED),
    ],
)
def test_identity_and_type_come_from_the_noun(text: str, phrase: str, identity: Identity, kind: SourceType) -> None:
    document = Document(text=text, language="en")
    (source,) = merge_in(document, annotate([document])[0], phrase)
    assert (source.identity, source.type) == (identity, kind)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelenskyy", "Zelensky", True),
        ("Sergei Shoigu", "Sergey Shoygu", True),
        ("Ursula Ritter-Lang", "Ritter-Lang", True),
        ("Alexander Kots", "Alexander Sladkov", False),
        ("Oleh Kiper", "Dmytro Kiper", False),
        ("Xi", "Xi Jinping", True),
    ],
)
def test_a_person_is_known_in_other_spellings(one: str, other: str, same: bool) -> None:
    assert is_same_person(one, other) is same


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["he", "the official", "Kyiv", '"', "said", ",", "a", "soldier", ".", "'Lys'", "—", "\n"]),
        max_size=14,
    )
)
def test_any_words_make_sources_whose_mentions_cut_the_text(words: list[str]) -> None:
    document = Document(text=" ".join(words), language="en")
    found = annotate([document])[0]
    mentions = [
        SourceMention(span=Span(start=t.start, end=t.end, text=t.text), head=t)
        for t in found.tokens
        if t.pos != "SPACE"
    ]
    sources, ids = merge_sources(
        mentions,
        document=document,
        found=found,
        tree=Tree(document.text, found.tokens),
        profile=load_profile("ukraine"),
    )
    assert set(ids.values()) <= {source.id for source in sources}
    for source in sources:
        assert 0 < len(source.name.split()) <= 12
        assert all(document.text[each.start : each.end] == each.text for each in source.mentions)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("A shell hit a school in Kharkiv. Two children died, the regional police said.", "ukraine"),
        ("A shell hit a school in Kramatorsk. Two children died, the regional police said.", None),
        ("Kharkiv was quiet, and so was Berlin. Two children died, the police said.", None),
        ("A shell hit a school in Kharkiv. Two children died, the military police said.", None),
    ],
)
def test_local_bodies_are_of_the_town_spoken_of(text: str, side: str | None) -> None:
    (source,) = read_text(text, language="en", profile="ukraine").sources
    assert source.side == side
