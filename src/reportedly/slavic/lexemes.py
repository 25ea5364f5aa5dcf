"""Which of a lexicon's words and phrases stand among the words of a clause?"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Self

from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon
from reportedly.reference.word_lists import WordList, split_words

Pattern = tuple[WordList, ...]
"""One list for each word of a phrase."""


class Phrases(tuple[Pattern, ...]):
    """Phrases that are looked for together, and one list of all words that may begin one: few sentences hold any."""

    openers: WordList

    def __new__(cls, phrases: Iterable[str] = ()) -> Self:
        """The patterns of phrases such as `под контрол*`."""
        listed = [phrase.split() for phrase in phrases]
        made = super().__new__(cls, [tuple(WordList([word]) for word in words) for words in listed])
        made.openers = WordList(words[0] for words in listed)
        return made


def is_of(token: Token, words: WordList) -> bool:
    """Is the word one of `words`, by its dictionary form or as it is written?"""
    return token.lemma in words or token.text in words


def first_of(tokens: Iterable[Token], words: WordList) -> Token | None:
    """The first of `tokens` that is one of `words`."""
    return next((each for each in tokens if is_of(each, words)), None)


def find_phrase(tokens: Sequence[Token], phrases: Phrases) -> int | None:
    """The place in `tokens` at which one of `phrases` begins; None if none stands there."""
    starts = [at for at, each in enumerate(tokens) if is_of(each, phrases.openers)]
    for pattern in phrases if starts else ():
        for at in starts:
            if at + len(pattern) <= len(tokens) and all(map(is_of, tokens[at : at + len(pattern)], pattern)):
                return at
    return None


@cache
def phrase_list(language: str, name: str, group: str, key: str) -> Phrases:
    """A list of phrases of one of a language's lexicons; empty if that lexicon has none."""
    return Phrases(lexicon(language, name).get(group, {}).get(key, ()))


@cache
def happening_nouns(language: str) -> WordList:
    """All nouns that the kind lexicon knows as names of happenings."""
    return WordList(word for row in lexicon(language, "kind")["rule"] for word in split_words(row.get("nouns", "")))
