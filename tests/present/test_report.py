"""The page needs nothing but itself, and runs nobody's code but its own."""

import re
from dataclasses import replace

import pytest

from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.present.page import digest
from reportedly.present.report import write_report
from tests.present.pages import HOSTILE, Page, contrast, read_colours


def test_every_tag_is_closed_and_every_anchor_leads_somewhere(dispatch: Reading) -> None:
    page = Page(write_report([dispatch, dispatch]))
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"] for link in page.all("a")} <= {f"#{name}" for name in ids}


def test_nothing_is_fetched(dispatch: Reading) -> None:
    page = write_report([dispatch])
    tags = Page(page).tags
    assert not [tag for tag, attributes in tags if "src" in attributes or "srcset" in attributes or tag == "link"]
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in tags)
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|import\(", page)
    assert "default-src &#39;none&#39;" in page


def test_only_its_own_script_and_style_may_run(dispatch: Reading) -> None:
    page = write_report([dispatch])
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        (part,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.S)
        assert f"{name} &#39;{digest(part)}&#39;" in page


def test_words_from_outside_stay_words(dispatch: Reading) -> None:
    document = Document(text=HOSTILE, title=HOSTILE, outlet=HOSTILE, author=HOSTILE, captions=(HOSTILE,), url=HOSTILE)
    source = replace(dispatch.sources[0], name=HOSTILE, side=HOSTILE, mentions=())
    page = Page(write_report([Reading(document=document, made_by=dispatch.made_by, sources=(source,))]))
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    words = "".join(page.words)
    assert "{{ 7*7 }}" in words and "\x1b" not in words and "\u202e" not in words


def test_the_text_comes_back_whole(dispatch: Reading) -> None:
    page = write_report([dispatch])
    article = page.split("<article")[1].split("</article>")[0].partition(">")[2]
    without_numbers = re.sub(r'<a class="mark".*?</a>', "", article, flags=re.S).replace("</p>", " </p>")
    words = "".join(Page(without_numbers).words)
    assert words.split() == dispatch.document.text.split()


def test_claims_that_overlap_keep_every_letter(dispatch: Reading) -> None:
    first = dispatch.claims[0]
    inner = replace(
        dispatch.claims[2], id="c4", span=replace(first.span, start=12, end=34, text=first.span.text[12:34])
    )
    nested = replace(dispatch, claims=(*dispatch.claims, inner))
    test_the_text_comes_back_whole(nested)


def test_a_claim_is_marked_in_the_text_and_told_on_its_card(dispatch: Reading) -> None:
    page = Page(write_report([dispatch]))
    marked = [each["data-claims"] for each in page.all("span") if "data-claims" in each]
    assert marked[0] == "d1-c1"
    words = " ".join("".join(page.words).split())
    assert "which cites a Ukrainian soldier (“Lys”, Ukraine’s side): combat near Stepove" in words
    assert "cross-side-relay: A Russian channel relays a Ukrainian soldier." in words


def test_a_screen_reader_finds_its_way(dispatch: Reading) -> None:
    page = Page(write_report([dispatch]))
    assert {"header", "main", "article", "aside", "footer"} <= {tag for tag, _ in page.tags}
    assert page.all("html")[0]["lang"] == "en" and page.all("article")[0]["lang"] == "en"
    assert all(each.get("aria-label") for each in page.all("a") if each.get("class") in ("mark", "number"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_out_from_their_ground(dispatch: Reading, scheme: str) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, whatever the colour scheme."""
    colours = read_colours(write_report([dispatch]), scheme)
    pairs = [(ink, ground) for ink in ("ink", "soft", "flag", "a", "b") for ground in ("paper", "card")]
    pairs += [("ink", "mark"), ("ink", "lit"), ("ink", "cue"), ("paper", "ink")]
    for ink, ground in pairs:
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
