"""A saved page is read without what stands around its article."""

from datetime import date

import pytest

from reportedly.ingest.article import read_article
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble

PARAGRAPHS = (
    "Ferries have stopped calling at the village, the channel Front Diary said on Tuesday, citing a sailor.",
    "The sailor, who goes by the call sign Lys, said that mines had drifted ashore all through autumn.",
    "The ministry denied that any ship had been lost, and said that its sweepers kept the strait clear.",
    "Shopkeepers on the quay said that flour and candles had run out before the first frost came.",
)
BODY = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
PAGE = f"""<!DOCTYPE html>
<!-- saved from url=(0035)https://herald.example/2025/12/03/a -->
<html lang="en-GB"><head><meta charset="utf-8">
<title>Mines near the village | Example Herald</title>
<meta property="og:site_name" content="Example Herald">
<meta property="og:title" content="Mines near the village">
<meta name="author" content="Ada Writer">
<meta property="article:published_time" content="2025-12-03T18:05:00+02:00">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/war">War</a></li></ul></nav>
<article><h1>Mines near the village</h1>
<figure><img src="x.jpg"><figcaption>A street.
 Photo: handout via Front Diary</figcaption></figure>
{BODY}
</article>
<footer>Copyright 2019 Example Herald. All rights reserved. Subscribe to our newsletter.</footer>
</body></html>"""


def test_the_article_is_found_and_its_page_left() -> None:
    text = read(PAGE).text
    assert all(each in text for each in PARAGRAPHS)
    assert "Subscribe" not in text and "Home" not in text


def test_the_page_says_who_published_it_and_when() -> None:
    document = read(PAGE)
    assert (document.title, document.outlet) == ("Mines near the village", "Example Herald")
    assert (document.author, document.published) == ("Ada Writer", date(2025, 12, 3))
    assert (document.language, document.url) == ("en", "https://herald.example/2025/12/03/a")


def test_the_headline_is_the_title_and_stands_in_no_text() -> None:
    assert read(PAGE).text.startswith(PARAGRAPHS[0])


def test_captions_stand_apart() -> None:
    """A credit under a picture is no source of the article."""
    document = read(PAGE)
    assert document.captions == ("A street. Photo: handout via Front Diary",)
    assert "Photo:" not in document.text


def test_a_page_that_gives_no_day_has_none() -> None:
    """The year of a copyright line is no day of publication."""
    page = PAGE.replace("2025-12-03T18:05:00+02:00", "").replace("/2025/12/03/", "/")
    assert read(page).published is None


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav><a href=/>Home</a><a href=/a>News</a></nav></body></html>",
        "<!doctype html><html><body><script>render()</script><noscript>Enable JavaScript</noscript></body></html>",
        "<html><body><form>Log in <input name=user></form></body></html>",
        "<",
        "no markup",
    ],
)
def test_a_page_without_an_article_says_the_way_out(page: str) -> None:
    outcome = read_article(page, "x.html")
    assert isinstance(outcome, Trouble) and "--as text" in outcome.message


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + BODY,
        "<html><body>" + "<b><i>" * 3000 + BODY,
        PAGE.replace("<article>", "<article><![CDATA[ <p> ]]>"),
        PAGE.replace("Lys", "&#xD800;&#0;&#27;[31m"),
    ],
)
def test_hostile_markup_neither_hangs_nor_raises(page: str) -> None:
    outcome = read_article(page, "x.html")
    assert isinstance(outcome, Document | Trouble)
    if isinstance(outcome, Document):
        outcome.text.encode("utf-8")


def read(page: str) -> Document:
    """The document that `page` makes."""
    document = read_article(page, "x.html")
    assert isinstance(document, Document)
    return document
