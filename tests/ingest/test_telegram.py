"""An export gives the posts of channels, and nothing of anybody's private life."""

import json
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.loading import Given
from reportedly.ingest.telegram import Chat, read_message
from reportedly.model.document import Document
from tests.ingest.conftest import Load

SECRET = "+380000000000"

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("id", "type", "date", "date_unixtime", "author", "forwarded_from", "text", "text_entities", "reactions")


def make_message(number: int = 7, **said: Any) -> dict[str, Any]:
    """A post as Telegram Desktop writes it."""
    return {
        "id": number,
        "type": "message",
        "date": "2025-12-04T00:10:00",
        "date_unixtime": "1764797400",
        "from": "Front Diary",
        "from_id": "channel55",
        "text": "The village is ours.",
        **said,
    }


def make_chat(*messages: dict[str, Any], kind: str = "public_channel", name: str = "Front Diary") -> dict[str, Any]:
    """A chat as Telegram Desktop writes it."""
    return {"name": name, "type": kind, "id": 55, "messages": list(messages)}


def dump(export: object) -> str:
    return json.dumps(export, ensure_ascii=False, indent=1)


def test_a_post_is_a_document(load: Load) -> None:
    ((document,), troubles) = load(dump(make_chat(make_message(author="A. Editor"))), "result.json")
    assert not troubles
    assert (document.text, document.outlet, document.author) == ("The village is ours.", "Front Diary", "A. Editor")
    assert document.published_at == datetime(2025, 12, 3, 21, 30, tzinfo=UTC)
    assert document.published == date(2025, 12, 3), "not the day on the clock of the computer that exported it"
    assert (document.locator, document.url) == ("telegram:55/7", None)


def test_a_russian_post_after_nine_in_the_evening_is_of_the_next_day_in_moscow(load: Load) -> None:
    said = make_message(text="Министерство сообщило, что посёлок взят и бои продолжаются.")
    ((document,), _) = load(dump(make_chat(said)), "result.json")
    assert (document.language, document.published) == ("ru", date(2025, 12, 4))


def test_an_old_export_knows_the_day_alone(load: Load) -> None:
    said = make_message()
    del said["date_unixtime"]
    ((document,), _) = load(dump(make_chat(said)), "result.json")
    assert (document.published_at, document.published) == (None, date(2025, 12, 4))


def test_text_may_be_mixed_and_entities_go_first(load: Load) -> None:
    mixed = [
        "The ",
        {"type": "bold", "text": "village"},
        {"type": "text_link", "text": " is", "href": "https://x.example"},
        " ours.",
    ]
    entities = [{"type": "plain", "text": "**The** town"}, {"type": "link", "text": " is ours."}]
    chat = make_chat(make_message(1, text=mixed), make_message(2, text=mixed, text_entities=entities))
    documents, _ = load(dump(chat), "result.json")
    assert [each.text for each in documents] == ["The village is ours.", "**The** town is ours."]


def test_what_holds_no_text_is_passed_over(load: Load) -> None:
    chat = make_chat(
        make_message(1, type="service", action="pin_message"),
        make_message(2, text="", photo="photos/1.jpg"),
        make_message(3, text=[], text_entities=[]),
        make_message(4),
    )
    documents, troubles = load(dump(chat), "result.json")
    assert [each.locator for each in documents] == ["telegram:55/4"] and not troubles


def test_a_forward_names_whom_it_was_taken_from_and_may_not_know(load: Load) -> None:
    chat = make_chat(make_message(1, forwarded_from="Quiet Harbour"), make_message(2, forwarded_from=None))
    documents, _ = load(dump(chat), "result.json")
    assert [each.forwarded_from for each in documents] == ["Quiet Harbour", None]
    assert documents[0].outlet == "Front Diary"


def test_the_name_of_the_channel_makes_addresses(load: Load) -> None:
    ((document,), _) = load(dump(make_chat(make_message())), "result.json", given=Given(channel="front_diary"))
    assert document.url == "https://t.me/front_diary/7"


def test_reactions_make_no_new_version_and_an_edit_does() -> None:
    chat = Chat((), name="X", kind="public_channel", number=1)
    plain = read(make_message(), chat)
    liked = read(make_message(reactions=[{"type": "emoji", "count": 3, "emoji": "x"}]), chat)
    edited = read(make_message(text="The village was ours."), chat)
    assert plain.raw_sha256 == liked.raw_sha256 != edited.raw_sha256
    assert plain.locator == edited.locator


def test_a_whole_account_gives_its_channels_and_tells_once_what_it_leaves(load: Load) -> None:
    account = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 1, "phone_number": SECRET, "name": "Somebody", "type": "public_channel"},
        "contacts": {"list": [{"first_name": "A", "phone_number": SECRET}]},
        "sessions": {"list": [{"last_ip": "192.0.2.1"}]},
        "chats": {
            "about": "This page lists all chats.",
            "list": [
                make_chat(make_message(1, text=f"Call me: {SECRET}"), kind="personal_chat", name="A Friend"),
                make_chat(make_message(2)),
                make_chat(make_message(3, text="Hello"), kind="bot_chat"),
                {"type": "saved_messages", "id": 1, "messages": [make_message(4, text="Note")]},
                make_chat(kind="private_group"),
            ],
        },
        "left_chats": {"list": [make_chat(make_message(5), name="Old Channel", kind="private_channel")]},
        "other_data": {"messages": [make_message(6, text=SECRET)], "drafts": [SECRET]},
    }
    documents, (trouble,) = load(dump(account), "result.json")
    assert [(each.outlet, each.locator) for each in documents] == [
        ("Front Diary", "telegram:55/2"),
        ("Old Channel", "telegram:55/5"),
    ]
    assert "3 chats" in trouble and "1 bot_chat, 1 personal_chat, 1 saved_messages" in trouble
    assert SECRET not in str(documents) + trouble and "A Friend" not in trouble


def test_a_chat_does_not_inherit_what_was_said_of_the_one_before(load: Load) -> None:
    nameless = {"type": "public_channel", "id": 9, "messages": [make_message(2)]}
    documents, _ = load(dump({"about": "x", "chats": {"list": [make_chat(make_message(1)), nameless]}}), "result.json")
    assert [each.outlet for each in documents] == ["Front Diary", None]


def test_one_name_is_not_given_to_all_channels_of_an_account(load: Load) -> None:
    account = {"about": "x", "chats": {"list": [make_chat(make_message(1), make_message(2))]}}
    documents, (trouble,) = load(dump(account), "result.json", given=Given(channel="front_diary"))
    assert [each.url for each in documents] == [None, None] and "--channel" in trouble


def test_a_conversation_by_itself_is_not_read(load: Load) -> None:
    documents, (trouble,) = load(dump(make_chat(make_message(), kind="personal_chat")), "result.json")
    assert not documents and "only channels and public groups publish" in trouble


def test_what_stands_before_the_break_is_read(load: Load) -> None:
    whole = dump(make_chat(*[make_message(each) for each in range(20)]))
    documents, (trouble,) = load(whole[: len(whole) // 2], "result.json")
    assert 5 < len(documents) < 15 and "broken or cut off" in trouble and "\n" not in trouble


def test_a_post_that_nests_without_end_or_never_ends_is_refused_where_it_stands(load: Load) -> None:
    begin = dump(make_chat(make_message())).removesuffix("\n ]\n}")
    for bomb, says in (('{"text":' + "[" * 100_000, "nested"), ('{"text":"' + "a" * 6_000_000, "over 5 MB")):
        documents, (trouble,) = load(begin + "," + bomb, "result.json")
        assert len(documents) == 1 and says in trouble


def test_numbers_too_long_for_any_machine_are_refused(load: Load) -> None:
    begin = dump(make_chat(make_message())).removesuffix("\n ]\n}")
    for number in ("9" * 10_000, "-" + "9" * 10_000, "1e" + "9" * 20):
        documents, troubles = load(begin + ',{"id":' + number + "}]}", "result.json")
        assert len(documents) == 1 and "overflow" in troubles[0]


def test_broken_letters_cost_nothing_but_themselves(load: Load) -> None:
    data = b"\xef\xbb\xbf" + dump(make_chat(make_message(text="One X"), make_message(8))).encode().replace(
        b"X", b"\xff"
    )
    data = data.replace(b"The village", b"\\ud800The village")
    documents, troubles = load(data, "result.json")
    assert len(documents) == 2 and documents[0].text == "One \ufffd" and not troubles
    assert documents[1].text.encode()


def test_the_kind_is_told_by_the_beginning(load: Load) -> None:
    documents, _ = load(dump(make_chat(make_message())), "-")
    assert documents[0].locator == "telegram:55/7"
    documents, _ = load(json.dumps(make_chat(make_message())), "export.json")
    assert documents[0].locator == "telegram:55/7"


@given(st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=5), JSON_VALUES) | JSON_VALUES)
def test_no_message_whatever_raises(message: object) -> None:
    outcome = read_message(message, Chat((), kind="public_channel", number=1), "front_diary")
    assert outcome is None or (outcome.text.strip() and outcome.raw_sha256)


@given(JSON_VALUES)
def test_no_export_whatever_raises(export: object) -> None:
    load_any = json.dumps({"name": "X", "type": "public_channel", "id": 1, "messages": export, "chats": export})
    from reportedly.ingest.loading import load_input
    from reportedly.ingest.opening import hold_bytes

    assert list(load_input(hold_bytes(load_any.encode(), source="result.json"), kind="telegram"))


def read(message: dict[str, Any], chat: Chat) -> Document:
    """The document that a message must be."""
    document = read_message(message, chat)
    assert document is not None
    return document
