"""Exports of Telegram Desktop, `result.json`: the posts of what publishes there, and nobody's private life."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.ingest.decoding import normalize
from reportedly.ingest.instants import parse_day, parse_unix
from reportedly.ingest.json_parts import BrokenJsonError, Place, stream_parts
from reportedly.ingest.opening import Input
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

PUBLISHING = frozenset({"public_channel", "private_channel", "public_supergroup"})
"""The kinds of chat that speak to the public or to subscribers. All others are conversations."""

HOLDERS = frozenset({"chats", "left_chats"})
"""Where the chats of a whole account stand. What else is there is about the account's owner, and is never looked at."""

COUNTED = frozenset({"reactions"})
"""What of a message changes without anybody editing it."""

POST_URL = "https://t.me/{channel}/{number}"
CHAT_FIELDS = frozenset({"name", "type", "id"})
BEGINS = re.compile(
    rb'\s*(?:\xef\xbb\xbf)?\s*\{\s*(?:"about"\s*:|(?=.{0,2000}"type"\s*:\s*"(?:public|private|personal|bot|saved)_)"(?:name|type|id)")',
    re.S,
)


@dataclass(slots=True)
class Chat:
    """What is said of a chat before its messages."""

    place: Place
    name: str | None = None
    kind: str | None = None
    number: int | None = None


class Export:
    """Which chat of an export one is in, and which were left out."""

    def __init__(self) -> None:
        self.chat = Chat(())
        self.left_out: dict[Place, str] = {}

    def wants(self, place: Place) -> bool:
        """Is this something about a chat, or a message of one that publishes?"""
        if not place:
            return False
        if place[-1] in CHAT_FIELDS:
            return is_chat(place[:-1])
        if len(place) < 2 or place[-2] != "messages" or not is_chat(place[:-2]):
            return False
        self.enter(place[:-2])
        if self.chat.kind in PUBLISHING:
            return True
        self.left_out[self.chat.place] = self.chat.kind or "chat of a kind not named"
        return False

    def enter(self, place: Place) -> None:
        """Be in the chat at `place`, of which nothing is known if another one was before."""
        if self.chat.place != tuple(place):
            self.chat = Chat(tuple(place))

    def note(self, place: Place, value: object) -> None:
        """Keep what is said about a chat."""
        self.enter(place[:-1])
        if place[-1] == "name":
            self.chat.name = value if isinstance(value, str) else None
        elif place[-1] == "type":
            self.chat.kind = value if isinstance(value, str) else None
        else:
            self.chat.number = value if isinstance(value, int) else None


def is_chat(place: Place) -> bool:
    """Does a chat stand at this place: the whole file, or an entry of a list of chats?"""
    return not place or (len(place) == 3 and place[0] in HOLDERS and place[1] == "list" and isinstance(place[2], int))


def read_telegram(taken: Input, columns: Mapping[str, str]) -> Iterator[Document | Trouble]:
    """Each message with text of the channels and public groups in an export, in its order.

    Args:
        columns: under `channel` the public name of the channel, which is not in the file.
    """
    export, channel = Export(), columns.get("channel")
    told = False
    try:
        for place, value in stream_parts(taken, export.wants):
            if place[-1] in CHAT_FIELDS:
                export.note(place, value)
                continue
            if channel and export.chat.place and not told:
                told = True
                yield Trouble(source=taken.source, message=SEVERAL_CHANNELS)
            document = read_message(value, export.chat, None if export.chat.place else channel)
            if document is not None:
                yield document
    except BrokenJsonError as error:
        yield Trouble(
            source=taken.source,
            message=f"is broken or cut off ({error}); what stands before was read, export it from Telegram again",
        )
    if export.left_out:
        yield Trouble(source=taken.source, message=say_left_out(export.left_out))


SEVERAL_CHANNELS = (
    "is the export of a whole account, and --channel names one channel of many, so that no post gets an address; "
    "export that channel alone"
)


def say_left_out(left_out: Mapping[Place, str]) -> str:
    """What was not read, and what to do about it."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(Counter(left_out.values()).items()))
    chats = "1 chat" if len(left_out) == 1 else f"{len(left_out)} chats"
    return (
        f"holds {chats} left unread, since only channels and public groups publish ({kinds}); "
        "if a text in there was published, save it as a text file"
    )


def read_message(message: Any, chat: Chat, channel: str | None = None) -> Document | None:
    """The document that a message is; None if it holds no text."""
    if not isinstance(message, dict) or message.get("type", "message") != "message":
        return None
    text = normalize(join_text(message.get("text_entities")) or join_text(message.get("text")))
    if not text.strip():
        return None
    number = message.get("id")
    numbered = isinstance(number, int) and not isinstance(number, bool)
    published_at = parse_unix(message.get("date_unixtime"))
    return Document(
        text=text,
        url=POST_URL.format(channel=channel, number=number) if channel and numbered else None,
        outlet=words_in(chat.name),
        author=words_in(message.get("author")),
        published_at=published_at,
        # The clock of the computer that exported it: good for a day, if there is nothing better, and for no instant.
        published=None if published_at else parse_day(words_in(message.get("date"))),
        forwarded_from=words_in(message.get("forwarded_from")),
        locator=f"telegram:{chat.number}/{number}" if numbered and chat.number is not None else None,
        raw_sha256=digest(message),
    )


def join_text(text: object) -> str:
    """The words of a text, which is a string, or a list of strings and of pieces that have a `text`."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    pieces = (each.get("text") if isinstance(each, dict) else each for each in text)
    return "".join(each for each in pieces if isinstance(each, str))


def words_in(value: object) -> str | None:
    """A string that says something; None for everything else."""
    return normalize(value).strip() or None if isinstance(value, str) else None


def digest(message: Mapping[str, Any]) -> str:
    """SHA-256 of a message without what others add to it."""
    kept = {key: value for key, value in message.items() if key not in COUNTED}
    written = json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
