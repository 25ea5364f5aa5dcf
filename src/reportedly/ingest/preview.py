"""Saved previews of public Telegram channels, as https://t.me/s/NAME shows them."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportedly.ingest.decoding import decode_input
from reportedly.ingest.instants import parse_instant
from reportedly.ingest.markup import parse_page, take_text
from reportedly.ingest.opening import Input
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BEGINS = re.compile(rb"""class=["']?[^"'<>]{0,200}?\btgme_(?:channel_(?:history|info)|widget_message)\b""")
"""Pages that only embed a post load it from elsewhere, and have no such classes."""

POST = re.compile(r"[A-Za-z0-9_]{3,40}/[0-9]{1,12}")


def has_class(name: str) -> str:
    """The condition, in XPath, that an element is of a class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


POSTS = f"//*[{has_class('tgme_widget_message')} and not({has_class('service_message')})]"
TEXT = (
    f".//*[{has_class('tgme_widget_message_text')}]"
    f"[not(ancestor::*[{has_class('tgme_widget_message_reply')} or {has_class('tgme_widget_message_link_preview')}])]"
)
"""The words of a post. What it answers to is quoted above it in an element of the same class."""
FORWARDED_FROM = f".//*[{has_class('tgme_widget_message_forwarded_from_name')}]"
SIGNATURE = f".//*[{has_class('tgme_widget_message_from_author')}]"
TIME = f".//*[{has_class('tgme_widget_message_date')}]//time/@datetime"
OWNER = f".//*[{has_class('tgme_widget_message_owner_name')}]"
CHANNEL = f"//*[{has_class('tgme_channel_info_header_title')}]"
BADGES = f"//i[{has_class('verified-icon')}]"


def read_preview(taken: Input, columns: Mapping[str, str]) -> Iterator[Document | Trouble]:
    """Each post with text on the page, in its order."""
    decoded = decode_input(taken)
    if isinstance(decoded, Trouble):
        yield decoded
        return
    text, digest = decoded
    page = parse_page(text)
    if page is None:
        yield Trouble(source=taken.source, message="this page is broken; save it again")
        return
    for badge in page.xpath(BADGES):
        badge.drop_tree()
    channel = words_at(page, CHANNEL)
    for post in page.xpath(POSTS):
        if document := read_post(post, channel, digest):
            yield document


def read_post(post: "HtmlElement", channel: str | None, digest: str) -> Document | None:
    """The document that a post is; None if it holds no text."""
    text = words_at(post, TEXT)
    if not text:
        return None
    name = post.get("data-post") or ""
    named = POST.fullmatch(name) is not None
    times = post.xpath(TIME)
    return Document(
        text=text,
        url=f"https://t.me/{name}" if named else None,
        outlet=words_at(post, OWNER) or channel,
        author=words_at(post, SIGNATURE),
        published_at=parse_instant(str(times[0])) if times else None,
        forwarded_from=words_at(post, FORWARDED_FROM),
        locator=f"telegram:{name}" if named else None,
        raw_sha256=digest,
    )


def words_at(element: "HtmlElement", path: str) -> str | None:
    """The text of the first element there; None if there is none, or no text in it."""
    return next((take_text(each) for each in element.xpath(path)), None) or None
