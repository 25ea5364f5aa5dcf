"""docs/languages.md: every example in its table is read as it says."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reportedly.flow import read_text
from reportedly.model.claim import Certainty, Kind, Polarity
from reportedly.model.source import Identity

PAGE = Path(__file__).resolve().parents[2] / "docs" / "languages.md"
BOLD = re.compile(r"\*\*(.+?)\*\*")


def list_examples() -> Iterator[tuple[str, str, str]]:
    """Language, text with its claim in bold, and on whose word."""
    for line in PAGE.read_text(encoding="utf-8").split("\n"):
        cells = [each.strip() for each in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4 and BOLD.search(cells[1]):
            yield from (("ru", cells[1], cells[3]), ("uk", cells[2], cells[3]))


EXAMPLES = list(list_examples())


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 60 and all(BOLD.search(text) for _, text, _ in EXAMPLES)


@pytest.mark.parametrize(("language", "text", "voices"), EXAMPLES)
def test_an_example_is_read_as_the_page_says(language: str, text: str, voices: str) -> None:
    (wanted,) = BOLD.findall(text)
    reading = read_text(text.replace("**", "") + "\n", language=language, published=date(2025, 12, 3))
    claim = next(each for each in reading.claims if each.span.text == wanted)
    (chain,) = claim.chains
    assert len(chain) == len(voices.split("→"))
    (origin,) = (each for each in reading.sources if each.id == chain[-1].source)
    assert (origin.identity is Identity.UNSPECIFIED) == ("nobody" in voices)
    assert (claim.polarity is Polarity.NEGATIVE) == ("negative" in voices)
    assert (claim.kind is Kind.POSITION) == ("a position" in voices)
    assert (claim.certainty is Certainty.POSSIBLE) == ("possible" in voices)
