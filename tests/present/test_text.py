"""A reading in a terminal says who says what, and obeys nobody but the terminal's owner."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.present.safe import HARMLESS
from reportedly.present.text import MAX_WIDTH, write_text


def test_a_claim_is_a_sentence(dispatch: Reading) -> None:
    assert (
        "[1] Example Herald relays the channel Front Diary (Russia’s side), which cites a Ukrainian soldier (“Lys”, "
        "Ukraine’s side): combat near Stepove, on the circle 11 km from Huliaipole"
    ) in flow_of(dispatch)


def test_the_outlets_own_voice_is_said(dispatch: Reading) -> None:
    assert "[3] Example Herald, in its own voice: control at Stepove" in flow_of(dispatch)


def test_an_outlet_without_a_name_is_the_site(dispatch: Reading) -> None:
    unnamed = replace(dispatch, document=replace(dispatch.document, outlet=None))
    assert "[1] the site relays" in flow_of(unnamed)


def test_claims_are_marked_in_the_text(dispatch: Reading) -> None:
    assert "[1 Fresh columns clashed near Stepove], 11 km from Huliaipole" in flow_of(dispatch)
    assert "said [2 at least 30 mules may have died on December 2]." in flow_of(dispatch)


def test_how_firmly_when_and_how_many(dispatch: Reading) -> None:
    assert "said to be possible · 2 December 2025 · “at least 30 mules”" in flow_of(dispatch)
    assert "asserted · taken for granted" in flow_of(dispatch)


def test_a_place_says_how_sure_it_is(dispatch: Reading) -> None:
    shown = flow_of(dispatch)
    assert "Stepove: placed by the text’s own words within 14 km, 7 namesakes set aside" in shown
    assert "Huliaipole = Huliaipole, UA, within 5 km" in shown
    assert "Stepove: not resolved, 7 namesakes weighed" in shown


def test_a_flag_shows_what_it_rests_on(dispatch: Reading) -> None:
    shown = flow_of(dispatch)
    assert (
        "⚑ cross-side-relay: A Russian channel relays a Ukrainian soldier. (“Front Diary”; “a Ukrainian soldier”)"
        in shown
    )
    assert "⚑ presupposed-claim: The fall is taken for granted; only fighting was reported. (claim 1)" in shown


def test_the_last_line_sums_up(dispatch: Reading) -> None:
    assert flow_of(dispatch).endswith("3 claims, 2 of them on somebody’s word · 2 sources · 2 flags · profile: ukraine")


def test_colours_are_used_only_where_they_are_wanted(dispatch: Reading) -> None:
    assert "\x1b" not in write_text(dispatch)
    assert "\x1b[" in write_text(dispatch, colour=True)


@pytest.mark.parametrize("width", [0, 10, 40, 80, 500])
def test_lines_fit(dispatch: Reading, width: int) -> None:
    widest = max(cell_len(line) for line in write_text(dispatch, width=width).splitlines())
    assert widest <= min(max(width, 40), MAX_WIDTH)


def test_an_escape_sequence_moves_no_cursor(dispatch: Reading) -> None:
    """A title and a text may come from anybody."""
    text = "The army \x1b[2J\x9b31m\x07 said so.\r\x7f"
    odd = Reading(document=Document(text=text, title="\x1b]0;owned\x07", outlet="\x1b[1mX"), made_by=dispatch.made_by)
    shown = write_text(odd)
    assert not [letter for letter in shown if letter != "\n" and (ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0)]
    assert "␛[2J" in shown


def test_right_to_left_letters_stay_and_overrides_go(dispatch: Reading) -> None:
    odd = Reading(
        document=Document(text="The paper الشرق said \u202eso\u202c \u2066now\u2069."), made_by=dispatch.made_by
    )
    assert "The paper الشرق said �so� �now�." in write_text(odd)


def test_markup_of_the_terminal_library_is_only_words(dispatch: Reading) -> None:
    odd = Reading(document=Document(text="He [bold]said[/bold] :smile: [/] [link=x]so."), made_by=dispatch.made_by)
    assert "He [bold]said[/bold] :smile: [/] [link=x]so." in write_text(odd)


def test_a_reading_of_nothing_is_shown_too(dispatch: Reading) -> None:
    empty = Reading(document=Document(text="Nothing."), made_by=replace(dispatch.made_by, profile=None))
    assert write_text(empty) == (
        "Nothing.\n\n0 claims, 0 of them on somebody’s word · 0 sources · 0 flags · profile: none\n"
    )


def flow_of(reading: Reading) -> str:
    """The text without its line breaks."""
    return " ".join(write_text(reading).split())


def test_nothing_printable_is_changed() -> None:
    """By which `disarm` saves itself the looking."""
    assert [code for code in HARMLESS if chr(code).isprintable()] == []
