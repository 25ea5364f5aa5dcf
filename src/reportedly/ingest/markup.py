"""HTML to text: what a person would read there, line by line."""

import re
from typing import TYPE_CHECKING

from reportedly.ingest.decoding import normalize

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNREAD = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math"})
"""Elements whose words nobody sees, or that are no words."""

PARAGRAPHS = frozenset(
    "p blockquote ul ol dl table pre h1 h2 h3 h4 h5 h6 section article header footer figure aside hr".split()
)
LINES = frozenset("div li dt dd tr br".split())

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_AROUND_LINE_END = re.compile(r" *\n *")
_LINE_ENDS = re.compile(r"\n{3,}")
_SPACES = re.compile(r" {2,}")


def parse_page(text: str) -> "HtmlElement | None":
    """The tree of a page or of a piece of one; None if there is nothing in it. Nothing is fetched, no script runs."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        parser = HTMLParser(encoding="utf-8", no_network=True)
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None


def take_text(element: "HtmlElement") -> str:
    """The text of an element: paragraphs are parted by an empty line, line ends stand where the page shows them."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    walk = iterwalk(element, events=("start", "end"))
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else None
        parting = "\n\n" if tag in PARAGRAPHS else "\n" if tag in LINES else ""
        if event == "start":
            if tag is None or tag in UNREAD:
                walk.skip_subtree()
            else:
                pieces += (parting, _SPACE.sub(" ", node.text or ""))
        else:
            pieces.append("" if tag == "br" else parting)
            if node is not element:
                pieces.append(_SPACE.sub(" ", node.tail or ""))
    text = _SPACES.sub(" ", _AROUND_LINE_END.sub("\n", "".join(pieces)))
    return normalize(_LINE_ENDS.sub("\n\n", text)).strip()


def strip_markup(html: str) -> str:
    """The text in a piece of HTML; a piece without any markup is its own text."""
    if "<" not in html and "&" not in html:
        return normalize(html).strip()
    page = parse_page(html)
    return "" if page is None else take_text(page)
