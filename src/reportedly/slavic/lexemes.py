"""Which of a lexicon's words and phrases stand among the words of a clause?"""

from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon
from reportedly.reference.word_lists import WordList, split_words

Pattern = tuple[WordList, ...]
"""One list for each word of a phrase."""


def is_of(token: Token, words: WordList) -> bool:
    """Is the word one of `words`, by its dictionary form or as it is written?"""
    return token.lemma in words or token.text in words


def first_of(tokens: Iterable[Token], words: WordList) -> Token | None:
    """The first of `tokens` that is one of `words`."""
    return next((each for each in tokens if is_of(each, words)), None)


def find_phrase(tokens: Sequence[Token], patterns: Iterable[Pattern]) -> int | None:
    """The place in `tokens` at which one of `patterns` begins; None if none stands there."""
    for pattern in patterns:
        for at in range(len(tokens) - len(pattern) + 1):
            if all(is_of(tokens[at + step], words) for step, words in enumerate(pattern)):
                return at
    return None


def compile_phrases(phrases: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns of phrases such as `под контрол*`."""
    return tuple(tuple(WordList([word]) for word in phrase.split()) for phrase in phrases)


@cache
def phrase_list(language: str, name: str, group: str, key: str) -> tuple[Pattern, ...]:
    """A list of phrases of one of a language's lexicons; empty if that lexicon has none."""
    return compile_phrases(lexicon(language, name).get(group, {}).get(key, ()))


@cache
def happening_nouns(language: str) -> WordList:
    """All nouns that the kind lexicon knows as names of happenings."""
    return WordList(word for row in lexicon(language, "kind")["rule"] for word in split_words(row.get("nouns", "")))
