"""Saved HTML pages: the article without its page."""

import logging
import re
from typing import TYPE_CHECKING

from reportedly.ingest.decoding import normalize
from reportedly.ingest.instants import parse_day
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CAPTIONS = ("//figcaption", "//*[contains(concat(' ', normalize-space(@class), ' '), ' wp-caption-text ')]")
"""Where words stand under a figure."""

MIN_WORDS = 12
"""What is shorter is a menu or a notice, no article."""

SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(https?://[^\s<>]{1,2000})\s*-->")
SPACE = re.compile(r"\s+")

for _name in ("trafilatura", "htmldate", "courlan"):
    # What they would write to stderr about a page is said by our Trouble, once.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_article(text: str, source: str) -> Document | Trouble:
    """Find the article in a page, with what the page says about its publication."""
    import trafilatura
    from lxml.etree import LxmlError

    nothing = Trouble(
        source=source, message="no article found in this page; save the article's text alone and say --as text"
    )
    try:
        page = trafilatura.load_html(text)
        if page is None:
            return nothing
        captions = take_captions(page)
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (LxmlError, RecursionError, ValueError) as error:
        return Trouble(source=source, message=f"this page is broken ({type(error).__name__}); save it again")
    if found is None or isinstance(found, dict) or len((found.text or "").split()) < MIN_WORDS:
        return nothing
    saved = SAVED_FROM.search(text[:5000])
    return Document(
        text=without_headline(normalize(found.text or "").strip(), found.title) + "\n",
        title=found.title or None,
        author=found.author or None,
        outlet=found.sitename or None,
        published=parse_day(found.date),
        url=found.url or (saved.group(1) if saved else None),
        language=language_named(page),
        captions=tuple(captions),
    )


def without_headline(text: str, title: str | None) -> str:
    """`text` without a first line that says the title again."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if title and rest and title.startswith(first.strip()) else text


def take_captions(page: "HtmlElement") -> list[str]:
    """Cut the words under figures out of `page`: a credit there is no source of the article."""
    captions: list[str] = []
    for path in CAPTIONS:
        for element in page.xpath(path):
            if words := SPACE.sub(" ", normalize(element.text_content())).strip():
                captions.append(words)
            element.drop_tree()
    return captions


def language_named(page: "HtmlElement") -> str | None:
    """The language that the page names for itself."""
    named = str(page.get("lang") or "")[:2].lower()
    return named if len(named) == 2 and named.isalpha() else None
