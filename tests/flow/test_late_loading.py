"""A text loads what its own language needs, and nothing that only another one does."""

import subprocess
import sys

import pytest

from tests.flow.test_languages import TEXTS

pytestmark = pytest.mark.slow

ENGLISH = ("spacy", "thinc", "onnxruntime", "tokenizers", "reportedly.annotate.english")
RUSSIAN = ("natasha", "slovnet", "navec", "pymorphy3", "reportedly.annotate.russian")
UKRAINIAN = ("simplemma", "reportedly.annotate.ukrainian")
SLAVIC = ("reportedly.slavic", "reportedly.annotate.number_rules_slavic", "reportedly.reference.slavic_index")
READ = """
import sys
from reportedly import read_text

reading = read_text(sys.stdin.read())
assert reading.claims
print(reading.document.language, *sys.modules)
"""


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        ("en", (*RUSSIAN, *UKRAINIAN, *SLAVIC)),
        ("ru", (*ENGLISH, *UKRAINIAN)),
        ("uk", (*ENGLISH, *RUSSIAN)),
    ],
)
def test_only_the_machinery_of_a_texts_own_language_is_loaded(language: str, foreign: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "default", "-c", READ],
        input=TEXTS[language], capture_output=True, encoding="utf-8", check=True, timeout=100,
    )  # fmt: skip
    told, *loaded = done.stdout.split()
    assert told == language
    assert sorted(set(foreign) & set(loaded)) == []


@pytest.mark.parametrize("language", TEXTS)
def test_nobody_hears_of_what_the_parsers_grumble_about(language: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "read", "-"],
        input=TEXTS[language], capture_output=True, encoding="utf-8", check=True, timeout=100,
    )  # fmt: skip
    assert done.stderr == ""
