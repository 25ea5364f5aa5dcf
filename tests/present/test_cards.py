"""A card says what the text says, on whose word, and where its evidence stands."""

from dataclasses import replace
from datetime import date

from reportedly.model.place import PlaceRole
from reportedly.present.cards import make_card
from reportedly.present.shapes import SpanShape
from reportedly.present.words import say_sentence
from tests.present.conftest import TEXT
from tests.present.happenings import ARABIC, hold_all
from tests.present.held import hold, judged, placed, spot, told


def test_the_sentence_is_cut_into_pieces_with_their_evidence() -> None:
    held = hold()[0]
    card = make_card(held)
    assert "".join(piece.words for piece in card.voices) + f": {card.gist}" in say_sentence(
        held.claim, held.sources, held.document.outlet
    )
    cues = [piece.span.text for piece in card.voices if piece.is_verb and piece.span]
    assert cues == ["said", "citing"]
    named = {piece.source: piece.span.text for piece in card.voices if piece.source and piece.span}
    assert named == {"rp-S000000001": "Front Diary", "rp-S000000002": "a Ukrainian soldier"}


def test_every_span_cuts_the_documents_own_text() -> None:
    for held in hold():
        card = make_card(held)
        spans: list[SpanShape] = [card, *card.places, *card.quantities, *card.actors]
        spans += [piece.span for piece in card.voices if piece.span]
        spans += [span for flag in card.flags for span in flag.words]
        spans += [card.time] if card.time else []
        assert all(TEXT[span.start : span.end] == span.text for span in spans)


def test_origins_are_those_who_are_said_to_know_and_sides_come_nearest_first() -> None:
    card = make_card(hold()[0])
    assert card.origins == ["Ukrainian soldier"]
    assert card.sides == ["russia", "ukraine"]
    assert card.depth == 2
    assert make_card(hold()[2]).depth == 0


def test_a_point_is_no_finer_than_its_place() -> None:
    (place,) = make_card(placed(spot(47.123456, 36.987654, 40.0))).places
    assert (place.lat, place.lon, place.precision) == (47.12, 36.99, "district")
    (toward,) = make_card(placed(spot(47.123456, 36.987654, 3.0, role=PlaceRole.TOWARD))).places
    assert toward.precision == "direction"
    (unknown,) = make_card(placed(spot(None, None, None, gazetteer_id=None))).places
    assert (unknown.lat, unknown.precision) == (None, None)


def test_a_flag_names_the_claims_it_rests_on_by_their_lasting_ids() -> None:
    flags = [flag for held in hold() for flag in make_card(held).flags]
    assert flags
    assert all(id_.startswith("rp-") for flag in flags for id_ in flag.because)


def test_what_people_made_of_it_is_told() -> None:
    held = judged()
    card = make_card(held)
    assert (card.verdict, card.corrected, card.notes) == (held.verdict, list(held.corrected), list(held.notes))


def test_an_address_that_is_none_is_no_link() -> None:
    assert make_card(told(url="javascript:alert(1)")).document.url is None
    assert make_card(told(url="https://herald.example/1")).document.url == "https://herald.example/1"


def test_arabic_is_written_from_right_to_left() -> None:
    (held,) = hold_all(ARABIC)
    card = make_card(held)
    assert card.document.is_right_to_left
    assert not make_card(replace(held, document=replace(held.document, language="en"))).document.is_right_to_left


def test_a_document_is_named_by_its_title_or_its_first_words() -> None:
    assert make_card(told(title="Fighting near Stepove")).document.name == "Fighting near Stepove"
    assert make_card(told(title=None, published=date(2025, 12, 3))).document.name.startswith("Fresh columns")
