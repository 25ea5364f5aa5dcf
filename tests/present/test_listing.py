"""A list in a terminal names everything by its id and obeys nobody."""

import json
from dataclasses import replace

from reportedly.model.held import HeldDocument, HeldPlace, HeldSource
from reportedly.present.dossier import write_dossier
from reportedly.present.inventory import write_inventory_csv, write_inventory_jsonl
from reportedly.present.listing import write_listing
from tests.present.held import hold, inventory, judged


def listed(*things: object, **how: bool) -> str:
    """The list as a terminal gets it, without its line breaks."""
    return " ".join("".join(write_listing(things, **how)).split())


def test_a_claim_is_its_id_a_sentence_and_its_words() -> None:
    shown = listed(*hold())
    assert "rp-0000000001 Example Herald relays the channel Front Diary (Russia’s side), which cites" in shown
    assert "“Fresh columns clashed near Stepove” asserted · ongoing" in shown
    assert "⚑ cross-side-relay: A Russian channel relays a Ukrainian soldier." in shown
    assert "rp-000000000D · Example Herald · Clashes near Huliaipole · 3 December 2025" in shown


def test_what_people_said_is_shown() -> None:
    assert (
        "accepted by a person · corrected by a person: kind · note: Checked by phone. "
        "· the same happening as rp-0000000002"
    ) in listed(judged())


def test_sources_documents_and_places_are_listed() -> None:
    source, document, place = inventory()
    assert listed(source) == (
        "rp-S000000001 =Front Diary channel (3 of 4) · outlet (1 of 4) · named · Russia’s side "
        "4 claims in 2 documents, origin of 1 · 1 December 2025 to 3 December 2025"
    )
    assert "Example Herald · 3 December 2025 · https://a.example/1 · 3 claims" in listed(document)
    assert "added 3 December 2025 · a later version of rp-000000000C" in listed(document)
    assert "rp-P000000001 Stepove, UA at 47.67, 36.26 · 1 claim in 1 document · 3 December 2025" in listed(place)


def test_an_unread_document_says_so() -> None:
    document = inventory()[1]
    assert isinstance(document, HeldDocument)
    assert "not read yet" in listed(replace(document, made_by=None, claims=0))


def test_a_version_that_was_replaced_is_not_called_unread() -> None:
    document = inventory()[1]
    assert isinstance(document, HeldDocument)
    listing = listed(replace(document, made_by=None, claims=0, replaced_by="rp-000000000D"))
    assert "replaced by rp-000000000D" in listing and "not read yet" not in listing


def test_an_escape_sequence_moves_no_cursor() -> None:
    held = hold()[0]
    odd = replace(held, document=replace(held.document, outlet="\x1b[2JX"), notes=("\x1b]0;x\x07",))
    assert "\x1b" not in listed(odd, *inventory()) and "\x1b" not in write_dossier(odd) + write_dossier(inventory()[1])
    assert "\x1b[" in listed(odd, colour=True)


def test_a_claim_is_shown_with_its_evidence() -> None:
    shown = " ".join(write_dossier(hold()[0], base="https://desk.example").split())
    assert "[Fresh columns clashed near Stepove], 11 km from Huliaipole" in shown
    assert (
        "rp-S000000001 the channel Front Diary (Russia’s side): said of “Front Diary”, by “said”; its verb is said"
    ) in shown
    assert "place: Stepove: placed by the text’s own words within 14 km" in shown
    assert "no namesake lies 11 km from Huliaipole" in shown
    assert "https://desk.example/c/rp-0000000001 · rp-000000000R since entry 2" in shown
    assert "only fighting was reported. (rp-0000000001)" in " ".join(write_dossier(hold()[2]).split())


def test_a_document_is_shown_with_its_text_and_claims() -> None:
    shown = write_dossier(inventory()[1], claims=hold())
    assert "The army ␛[2J said so." in shown
    assert all(held.claim.id in shown for held in hold())


def test_inventories_are_rows_that_begin_with_id_and_permalink() -> None:
    for sort, thing, route in zip((HeldSource, HeldDocument, HeldPlace), inventory(), "sdp", strict=True):
        head, row = write_inventory_csv(sort, [thing], "https://desk.example")
        assert head.startswith("id,permalink,")
        assert row.startswith(f"{thing.id},https://desk.example/{route}/{thing.id},")
        line = json.loads(next(write_inventory_jsonl(sort, [thing])))
        assert list(line)[:2] == ["id", "permalink"] and list(line) == head.strip().split(",")
    assert ",'=Front Diary," in list(write_inventory_csv(HeldSource, inventory()[:1]))[1]


def test_a_point_of_a_list_is_coarse() -> None:
    assert "47.67,36.26," in list(write_inventory_csv(HeldPlace, inventory()[2:]))[1]
