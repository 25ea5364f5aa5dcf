"""Markdown: its text without the markup, its front matter as what is known about the publication."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.ingest.columns import COLUMNS
from reportedly.ingest.instants import parse_day
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,10000}?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
FIELDS = ("title", "outlet", "author", "published", "url", "language")
"""What of a document is filled from the front matter, by the names of `COLUMNS`."""

BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(text: str, source: str) -> Document | Trouble:
    """Leave the markup out; the heading of the whole becomes the title."""
    from markdown_it import MarkdownIt

    known, body = split_front_matter(text)
    tokens = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"]).parse(body)
    title, tokens = known.get("title"), list(tokens)
    if tokens and tokens[0].tag == "h1" and title in (None, plain(tokens[1])):
        title, tokens = plain(tokens[1]), tokens[3:]
    blocks, captions = collect_text(tokens)
    if not blocks:
        return Trouble(source=source, message="holds no text beside its markup; read it with --as text to see it all")
    return Document(
        text="\n\n".join(blocks) + "\n",
        title=title or None,
        outlet=known.get("outlet"),
        author=known.get("author"),
        published=parse_day(known.get("published")),
        url=known.get("url"),
        language=(known.get("language") or "")[:2].lower() or None,
        captions=tuple(captions),
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the lines between `---` say, and the text after them."""
    found = FRONT_MATTER.match(text)
    if not found:
        return {}, text
    lines = (line.partition(":") for line in (found.group(1) or "").splitlines())
    pairs = {key.strip().lower(): value.strip().strip("'\"").strip() for key, colon, value in lines if colon}
    known: dict[str, str] = {}
    for field in FIELDS:
        if value := next((pairs[key] for key in COLUMNS[field] if pairs.get(key)), None):
            known[field] = value
    return known, text[found.end() :]


def collect_text(tokens: Sequence["Token"]) -> tuple[list[str], list[str]]:
    """The text of every block, and the words that stand for pictures."""
    blocks: list[str] = []
    captions: list[str] = []
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            blocks.append(" | ".join(row))
            row = None
        elif token.type == "inline":
            captions += [child.content for child in token.children or () if child.type == "image" and child.content]
            if words := plain(token):
                (blocks if row is None else row).append(words)
    return blocks, captions


def plain(token: "Token") -> str:
    """The words of a block; what a link or an emphasis wraps stays, pictures and tags go."""
    parts = (
        child.content if child.type in ("text", "code_inline") else BREAKS.get(child.type, "")
        for child in token.children or ()
    )
    return "".join(parts).strip()
