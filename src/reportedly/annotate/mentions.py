"""Proper names, as the parser's recogniser takes them."""

from collections.abc import Iterator, Sequence

from reportedly.model.annotation import Annotation, Found, Layer, Mention, MentionLabel, Token
from reportedly.model.document import Document

LABELS = {
    "PERSON": MentionLabel.PERSON,
    "ORG": MentionLabel.ORGANIZATION,
    "GPE": MentionLabel.PLACE,
    "LOC": MentionLabel.PLACE,
    "FAC": MentionLabel.PLACE,
    "NORP": MentionLabel.GROUP,
    "PRODUCT": MentionLabel.OTHER,
    "EVENT": MentionLabel.OTHER,
    "WORK_OF_ART": MentionLabel.OTHER,
    "LAW": MentionLabel.OTHER,
}
"""The recogniser's labels that are names; its dates and numbers have stages of their own."""


class Mentions:
    """Gathers the recogniser's names from the tokens' `Entity` features."""

    makes = Layer.MENTION
    needs = frozenset({Layer.TOKEN})

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> list[tuple[Annotation, ...]]:
        """One tuple of `Mention` for each document, in order, none overlapping."""
        return [tuple(_gather(document.text, each.tokens)) for document, each in zip(documents, found, strict=True)]


def _gather(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    name: list[Token] = []
    label = None
    for token in tokens:
        begin, _, kind = _entity(token).partition("-")
        if name and begin != "I":
            yield from _name(text, name, label)
            name = []
        if begin:
            name.append(token)
            label = LABELS.get(kind)
    if name:
        yield from _name(text, name, label)


def _entity(token: Token) -> str:
    return next((each.removeprefix("Entity=") for each in token.features if each.startswith("Entity=")), "")


def _name(text: str, tokens: Sequence[Token], label: MentionLabel | None) -> Iterator[Mention]:
    """One mention, a leading article and a trailing possessive left out."""
    while tokens and (tokens[0].pos == "DET" or tokens[0].pos == "PUNCT"):
        tokens = tokens[1:]
    while tokens and (tokens[-1].relation == "case" or tokens[-1].pos == "PUNCT"):
        tokens = tokens[:-1]
    if tokens and label is not None:
        start, end = tokens[0].start, tokens[-1].end
        yield Mention(start=start, end=end, text=text[start:end], label=label)
