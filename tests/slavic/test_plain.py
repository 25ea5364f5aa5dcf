"""Plain Russian and Ukrainian attribution: the whole name of whoever speaks, in the nominative, and nobody else."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reportedly.flow import read_text

PLAIN = tomllib.loads((Path(__file__).parent / "plain.toml").read_text(encoding="utf-8"))
SENTENCES = [
    pytest.param(language, each["text"], each["chains"], id=f"{language}-{number}")
    for language, sentences in PLAIN.items()
    for number, each in enumerate(sentences, 1)
]


@pytest.mark.parametrize(("language", "text", "chains"), SENTENCES)
def test_a_plain_sentence_names_who_says_it(language: str, text: str, chains: list[list[str]]) -> None:
    reading = read_text(text, outlet="Example Herald", published=date(2025, 12, 3), language=language)
    names = {source.id: source.name for source in reading.sources}
    told = [[names[link.source] for link in chain] for claim in reading.claims for chain in claim.chains]
    assert told
    assert [chain for chain in told if chain not in chains] == []
    assert [chain for chain in chains if chain not in told] == []
