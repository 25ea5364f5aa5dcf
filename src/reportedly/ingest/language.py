"""Which language a text is in, and whether it is read."""

import re
from functools import cache
from typing import Any

READ = frozenset({"en"})
"""The languages that are read now, by ISO 639-1."""

NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "de": "German",
    "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hy": "Armenian",
    "it": "Italian", "ka": "Georgian", "my": "Burmese", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
"""What to call a language in a message; others go by their code."""

ENGLISH_WORDS = frozenset("the of and to in that was for on is with by said has have had from at it were".split())
ENGLISH_SHARE = 0.2
"""Least share of `ENGLISH_WORDS` that settles the matter: loading the language model costs half a second."""

MIN_WORDS = 8
MIN_PROBABILITY = 0.9
"""What is shorter or less sure is left undecided."""

LAST_LATIN = "\u024f"
SAMPLE_CHARACTERS = 20_000
WORD = re.compile(r"[^\W\d_]+")


def tell_language(text: str) -> str | None:
    """ISO 639-1 code of the language that most of `text` is in; None if that cannot be told."""
    sample = text[:SAMPLE_CHARACTERS]
    words = WORD.findall(sample.lower())
    # In another alphabet even two words are no English, whichever language they may be.
    if words and 2 * sum(word[0] > LAST_LATIN for word in words) > len(words):
        return str(identifier().classify(sample)[0])
    if len(words) < MIN_WORDS:
        return None
    if sum(word in ENGLISH_WORDS for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    code, probability = identifier().classify(sample)
    return str(code) if probability >= MIN_PROBABILITY and code != "zxx" else None


def refuse(language: str) -> str | None:
    """Why a text in `language` is not read, and the way out; None if it is read."""
    if language in READ:
        return None
    read = " and ".join(sorted(NAMES[code] for code in READ))
    name = NAMES.get(language, f"in the language {language!r}")
    return f"is {name}: not read yet, only {read} is; if that is wrong, say --language en"


@cache
def identifier() -> Any:
    """The model that tells languages, with probabilities from 0 to 1."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
