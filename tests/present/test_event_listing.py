"""An event in a terminal: what is claimed, by whom on which line, and never that it happened."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.event import Event, Stance
from reportedly.present.event_listing import write_event, write_events
from tests.present.happenings import make_hostile, make_lost, make_struck


def listed(*events: Event) -> str:
    """The list as a terminal gets it, without its line breaks."""
    return " ".join("".join(write_events(events)).split())


def shown(event: Event) -> str:
    """The event in full, without its line breaks."""
    return " ".join(write_event(event).split())


def test_an_event_is_a_few_lines() -> None:
    written = "".join(write_events([make_lost(), make_struck()], width=110))
    first, second = written.split("\n\n")
    assert first.splitlines() == [
        "rp-E000000001  Capture of Malynivka",
        "    control · Malynivka, UA, within 5 km · 28 November 2025 to 2 December 2025",
        "    contested: Russia’s side says so (1 independent line); Ukraine’s side denies it (1 independent line).",
        "    affirms: 1 to 2 independent lines, all through Front Diary (Russia’s side) · denies: 1 independent line",
        "    (Ukraine’s side)",
        "    4 claims in 4 documents, published 2 December 2025 to 4 December 2025",
    ]
    assert "strike · المدينة (not on the map)\n" in second


def test_an_event_that_is_only_denied_has_no_word_of_affirming() -> None:
    one = make_lost()
    denied = replace(one, members=one.members[2:3], independent={Stance.DENIES: one.independent[Stance.DENIES]})
    assert "affirms" not in shown(denied).partition("What is claimed")[0]


def test_each_line_is_spelled_out_from_its_origin_to_the_documents() -> None:
    assert (
        "affirms: 1 to 2 independent lines, all through Front Diary (Russia’s side) 1. an unnamed soldier → Front Diary "
        "→ Example Herald (2 December 2025); State Wire (3 December 2025); Evening Post (4 December 2025) (Russia’s side) "
        "rp-0000000001, rp-0000000002, rp-0000000003"
    ) in shown(make_lost())


def test_each_claim_says_how_it_stands_and_why_it_was_joined() -> None:
    words = shown(make_lost())
    assert "rp-0000000004 Kyiv Daily cites General Staff (Ukraine’s side): control at Malynivka" in words
    assert "denies (Ukraine’s side): it is said not to be so; said by the side against which it speaks" in words
    assert (
        "joined to rp-0000000001 by +3.0 same place: both at Malynivka; -0.5 same words: no words in common"
    ) in words


def test_the_same_words_are_never_called_copying() -> None:
    words = shown(make_lost())
    assert (
        "State Wire (3 December 2025) ~ Evening Post (4 December 2025): the same words, which show a common "
        "origin and not who copied whom; 5 of 6 words in a row are the same"
    ) in words
    assert "Front Diary → State Wire (3 December 2025): said on its word; “said” (rp-0000000002)" in words


def test_what_changed_is_told_with_its_claims() -> None:
    assert (
        "What changed in the retelling ⚑ certainty raised: “may have been captured” became “was captured” "
        "(rp-0000000001 to rp-0000000003)"
    ) in shown(make_lost())


def test_the_point_is_as_coarse_as_the_place() -> None:
    assert "at 49.80, 36.72 · geonames:701823" in shown(make_lost())


@given(st.text())
def test_no_words_from_outside_steer_a_terminal(words: str) -> None:
    written = listed(make_hostile(words)) + write_event(make_hostile(words))
    assert not {letter for letter in written if letter < " " or "\x7f" <= letter < "\xa0"} - {"\n"}
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(written)
