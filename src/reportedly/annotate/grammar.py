"""How the words of each sentence hang together: which parser takes which language."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby

from reportedly.model.annotation import Annotation, Found, Layer, Sentence, SentenceRole, Token
from reportedly.model.document import Document
from reportedly.reference.lexicon import lexicon

Numbered = tuple[int, Sentence]
"""A sentence and its number in the document."""


class Grammar:
    """Parses every sentence that is no furniture, and lines that name a source; the sentences' limits are kept."""

    makes = Layer.TOKEN
    needs = frozenset({Layer.SENTENCE})

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> list[tuple[Annotation, ...]]:
        """One tuple of `Token` for each document; a token's index is its place in the tuple.

        A document of a language without a parser has none.
        """
        answers: list[tuple[Annotation, ...]] = [()] * len(documents)
        english: list[tuple[int, list[Numbered]]] = []
        for at, (document, each) in enumerate(zip(documents, found, strict=True)):
            spoken = [one for one in enumerate(each.sentences) if _is_parsed(one[1], document.language)]
            if document.language in (None, "en"):
                english.append((at, spoken))
            else:
                answers[at] = tuple(_parse_slavic(spoken, document.language))
        if any(spoken for _, spoken in english):
            from reportedly.annotate.english import parse_english  # a text in another language needs no English parser
            from reportedly.annotate.trailing_sources import hang_trailing_sources

            for (at, _), tokens in zip(english, parse_english([spoken for _, spoken in english]), strict=True):
                answers[at] = tuple(hang_trailing_sources(tokens))
        return answers


def _is_parsed(sentence: Sentence, language: str | None) -> bool:
    if sentence.role is not SentenceRole.FURNITURE:
        return True
    label, colon, _ = sentence.text.partition(":")
    return bool(colon) and (sentence.language or language) in ("ru", "uk") and label.lower() in _source_labels()


@cache
def _source_labels() -> frozenset[str]:
    """ "Джерело", "источник": before a colon they open a line that names one."""
    return frozenset(
        word for language in ("ru", "uk") for word in lexicon(language, "reporting")["labels"]["source"].split()
    )


def _parse_slavic(sentences: Sequence[Numbered], language: str) -> list[Token]:
    """The tokens of a Russian or Ukrainian document, each sentence by the parser of its own language."""
    tokens: list[Token] = []
    for spoken, group in groupby(sentences, key=lambda each: each[1].language or language):
        if spoken == "uk":
            from reportedly.annotate.ukrainian import parse_ukrainian

            tokens += parse_ukrainian(list(group), len(tokens))
        elif spoken == "ru" or language in ("ru", "uk"):
            from reportedly.annotate.russian import parse_russian

            tokens += parse_russian(list(group), len(tokens))
    return tokens
