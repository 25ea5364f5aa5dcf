"""Of what time does a verb speak, by the words around a date phrase alone? For where no parse tree tells."""

import re
from functools import cache

from reportedly.reference.lexicon import lexicon


def speaks_of_future(text: str, start: int, phrase_start: int, phrase_end: int, end: int, language: str) -> bool:
    """Does what is dated lie ahead of the speaker? False if it is over, and if no word tells.

    The sign that stands nearest before the phrase in its sentence decides: "said that it will open on Friday".
    If the sentence begins with the phrase, the first sign behind it does: "On Friday the bridge will open".

    Args:
        text: of the whole document; the other numbers are offsets into it.
        start: of the sentence.
        phrase_start: of the date phrase.
        phrase_end: of the date phrase, exclusive.
        end: of the sentence, exclusive.
        language: ISO 639-1. In a language whose `time.toml` has no table `tense`, no word tells.
    """
    signs = _signs(language)
    if signs is None:
        return False
    before = list(signs.finditer(text, start, phrase_start))
    found = before[-1] if before else signs.search(text, phrase_end, end)
    return found is not None and found["future"] is not None


@cache
def _signs(language: str) -> re.Pattern[str] | None:
    table = lexicon(language, "time").get("tense")
    if table is None:
        return None
    future, past, between = (_any_of(table[name]) for name in ("future", "past", "after_future"))
    ending = _any_of(table["past_ending"])
    verb = rf"(?:{past}|\w+(?:{ending}))"
    # "Will have been held" is one sign, and of the future.
    return re.compile(
        rf"(?<!\w)(?:(?P<future>(?:{future})(?:\s+(?:{between}))*(?:\s+{verb}\b)?)|{verb})(?!\w)", re.IGNORECASE
    )


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
