"""Which language a text is in, and whether it is read."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from reportedly.reference.lexicon import lexicon

READ = frozenset({"en", "ru", "uk"})
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

MIN_CYRILLIC_WORDS = 3
"""So many words among names and addresses in Latin letters make a Cyrillic text, if they are a quarter of it."""

LAST_LATIN = "\u024f"
SAMPLE_CHARACTERS = 20_000
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC_WORD = re.compile(r"(?<![\w-])[\u0400-\u052f]+(?:['’ʼ][\u0400-\u052f]+)*(?!\w)")
ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[@#]\w+")
PIECE = re.compile(r"[^\n.!?…]+")

FOREIGN = re.compile(r"[јљњђћџѓќѕәғқңөұүһҷҳӣӯҡҙҫӑӗӧӱӹ]")
"""Letters that no language has which is told here: Serbian, Macedonian, Kazakh and others."""
BULGARIAN = re.compile(
    r"ъ(?![еёюяє])\w|\w[ъ]т$|^(?:е|са|се|ще|че|дека|това|към|които|която|който|след|беше|бяха|няма|както)$"
)
"""A hard sign that is a vowel, and common words; some of them are Macedonian too."""
BELARUSIAN = re.compile(r"ў|[ыэё]\w*і|і\w*[ыэё]|^(?:і|што|гэта|якія|які|быў)$")
FOREIGN_SHARE = 0.1
"""More words than this with a foreign sign, and the model is asked."""


def tell_language(text: str) -> str | None:
    """ISO 639-1 code of the language that most of `text` is in; None if that cannot be told."""
    sample = text[:SAMPLE_CHARACTERS]
    words = WORD.findall(sample.lower())
    # In another alphabet even two words are no English, whichever language they may be.
    foreign = sum(word[0] > LAST_LATIN for word in words)
    if foreign and (code := _tell_cyrillic(sample)):
        return code
    if words and 2 * foreign > len(words):
        return str(identifier().classify(sample)[0])
    if len(words) < MIN_WORDS:
        return None
    if sum(word in ENGLISH_WORDS for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    code, probability = identifier().classify(sample)
    return str(code) if probability >= MIN_PROBABILITY and code != "zxx" else None


def _tell_cyrillic(sample: str) -> str | None:
    """Russian or Ukrainian, if most of the words are; None if the text is in neither, or cannot be told so.

    Each sentence is told by itself, and the language of most words is that of the text: a word of Ukrainian has
    a letter of its own more often than a word of Russian.
    """
    plain = ADDRESS.sub(" ", sample).lower()
    words = CYRILLIC_WORD.findall(plain)
    others = [word for word in WORD.findall(plain) if word[0] < "\u0400" or word[0] > "\u052f"]
    if len(words) <= len(others) and (len(words) < MIN_CYRILLIC_WORDS or 3 * len(words) < len(others)):
        return None
    if len(words) <= len(others) and sum(word in ENGLISH_WORDS for word in others) >= ENGLISH_SHARE * len(others):
        return None
    if not words or _is_foreign(words):
        return None
    votes = Counter[str]()
    for piece in PIECE.findall(plain):
        found = CYRILLIC_WORD.findall(piece)
        if code := _vote(found):
            votes[code] += len(found)
    return "uk" if votes["uk"] > votes["ru"] else "ru"


def _is_foreign(words: Sequence[str]) -> bool:
    """Is this a Cyrillic text in neither of the two?"""
    return sum(bool(FOREIGN.search(word) or BULGARIAN.search(word) or BELARUSIAN.search(word)) for word in words) > (
        FOREIGN_SHARE * len(words)
    )


def _vote(words: Sequence[str]) -> str | None:
    """The one of the two that more words of a sentence tell; None if as many tell either."""
    tellers = _tellers()
    told = Counter(code for word in words for code, teller in tellers if teller.search(word))
    return None if told["ru"] == told["uk"] else max(("ru", "uk"), key=lambda code: told[code])


@cache
def _tellers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What tells a word as Russian or Ukrainian: a letter that the other has not, or the whole word."""
    tables = [(code, lexicon(code, "layout")["language"]) for code in ("ru", "uk")]
    return tuple(
        (code, re.compile(rf"[{table['letters']}]|^(?:{'|'.join(table['words'].split())})$")) for code, table in tables
    )


def refuse(language: str) -> str | None:
    """Why a text in `language` is not read; None if it is read."""
    if language in READ:
        return None
    *most, last = sorted(NAMES[code] for code in READ)
    name = NAMES.get(language, f"in the language {language!r}")
    return f"is {name}: not read yet, only {', '.join(most)} and {last} are"


@cache
def identifier() -> Any:
    """The model that tells languages, with probabilities from 0 to 1."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
