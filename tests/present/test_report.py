"""The page needs nothing but itself, and runs nobody's code but its own."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.present.report import digest, write_report

HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }} \x1b[31m\u202e"
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """What a page holds."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of this name."""
        return [attributes for tag, attributes in self.tags if tag == name]


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
    style = write_report([dispatch]).split("<style>")[1].split("</style>")[0]
    blocks = style.split("prefers-color-scheme: dark")
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", blocks[0] if scheme == "light" else blocks[1].split("}")[0]))
    pairs = [(ink, ground) for ink in ("ink", "soft", "flag", "a", "b") for ground in ("paper", "card")]
    pairs += [("ink", "mark"), ("ink", "lit"), ("ink", "cue"), ("paper", "ink")]
    for ink, ground in pairs:
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
