"""Markdown is read without its markup."""

from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest.markdown import read_markdown
from reportedly.model.document import Document
from reportedly.model.trouble import Trouble


def test_front_matter_says_who_published_it_and_when() -> None:
    document = read(
        """\
        ---
        title: "Ice on the Danube"
        outlet: Example Herald
        author: A. Writer
        date: 2025-12-03T08:00:00Z
        unknown: thing
        ---
        The army said so.
        """
    )
    assert (document.title, document.outlet, document.author) == (
        "Ice on the Danube",
        "Example Herald",
        "A. Writer",
    )
    assert document.published == date(2025, 12, 3)
    assert document.text == "The army said so.\n"


@pytest.mark.parametrize("day", ["soon", "2025-02-30", "2025", "3 December 2025", ""])
def test_a_day_that_is_none_is_unknown(day: str) -> None:
    assert read(f"---\ndate: {day}\n---\nThe army said so.\n").published is None


def test_the_heading_of_the_whole_is_the_title() -> None:
    document = read("# Fighting *goes on*\n\nThe army said so.\n\n## Later\n\nIt said more.\n")
    assert document.title == "Fighting goes on"
    assert document.text == "The army said so.\n\nLater\n\nIt said more.\n"


def test_links_and_emphasis_leave_their_words() -> None:
    document = read("The *army* said on [Monday](http://example.org) that **it**\nhad `taken` ~~the~~ village.\n")
    assert document.text == "The army said on Monday that it had taken the village.\n"


def test_pictures_are_captions_and_code_is_nothing() -> None:
    document = read("The army said so.\n\n![A street. Photo: handout](x.jpg)\n\n```\ncode\n```\n")
    assert document.text == "The army said so.\n"
    assert document.captions == ("A street. Photo: handout",)


def test_lists_and_tables_are_lines() -> None:
    document = read("- One said so.\n- Two denied it.\n\n| side | dead |\n|---|---|\n| A | 5 |\n")
    assert document.text.split("\n\n") == ["One said so.", "Two denied it.", "side | dead", "A | 5\n"]


def test_tags_go_and_their_words_stay() -> None:
    assert read("The <b>army</b> said so.<script>alert(1)</script>\n").text == "The army said so.alert(1)\n"


def test_markup_without_text_is_a_trouble() -> None:
    outcome = read_markdown("---\ntitle: x\n---\n\n<!-- nothing -->\n", "x.md")
    assert isinstance(outcome, Trouble) and "--as text" in outcome.message


@given(st.text())
def test_no_text_whatever_raises(text: str) -> None:
    assert isinstance(read_markdown(text, "x.md"), Document | Trouble)


def test_deep_nesting_ends() -> None:
    assert isinstance(read_markdown("> " * 5000 + "[" * 5000 + "deep", "x.md"), Document | Trouble)


def read(text: str) -> Document:
    """The document that `text` makes."""
    document = read_markdown(dedent(text), "x.md")
    assert isinstance(document, Document)
    return document
