"""What the stages of `annotate/` find: spans in layers, nothing decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import cast

from reportedly.model.span import Span


class Layer(StrEnum):
    """One question that is put to a text."""

    SENTENCE = "sentence"
    QUOTE = "quote"
    TOKEN = "token"
    ATTRIBUTION = "attribution"
    MENTION = "mention"
    PLACE_NAME = "place-name"
    DATE_PHRASE = "date-phrase"
    NUMBER_PHRASE = "number-phrase"


class SentenceRole(StrEnum):
    """What a sentence is there for."""

    BODY = "body"
    HEADING = "heading"
    FURNITURE = "furniture"
    """Adverts, "read also", subscription lines, credits: no claims, no sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """A sentence, or a line that stands for one."""

    role: SentenceRole = SentenceRole.BODY
    paragraph: int = 0
    """Number of its paragraph, from 0."""
    language: str | None = None
    """ISO 639-1, of a sentence in another language than its document; None if it is in the document's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Span):
    """Words between quotation marks, the marks included."""

    inner: Span
    """The words without the marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Span):
    """A word or a punctuation mark, and where it hangs in its sentence's tree."""

    index: int
    """Its number in the document, from 0: the key of `head`."""
    sentence: int
    """Number of its sentence in the layer SENTENCE."""
    head: int
    """Index of the token that it hangs on; its own index at a root."""
    relation: str
    """Universal Dependencies relation. A copula is a head, its predicate an `xcomp`."""
    lemma: str
    """Dictionary form, lower case."""
    pos: str
    """Universal part of speech, such as `VERB`."""
    features: frozenset[str] = frozenset()
    """Universal features, such as `Tense=Past`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedAttribution(Span):
    """Who says what, as the trained tagger marks it; it spans all of its parts and what lies between them."""

    source: Span | None
    """None where nobody is named, or nobody was found."""
    cue: Span
    """The words that attribute: "said", "according to", "in the view of"."""
    contents: tuple[Span, ...]
    """What is attributed, in pieces if the source or the cue stands amid it; never empty."""
    depth: int = 1
    """1 if nothing attributes it in turn."""
    outer: int | None = None
    """The number, in its layer, of the attribution whose content holds this one."""


class MentionLabel(StrEnum):
    """What the recogniser takes a name for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    """Nationalities, religious and political groups."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """A proper name."""

    label: MentionLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName(Span):
    """Words that the gazetteer, or else the recogniser, knows as a place's name."""

    key: str
    """The form under which the gazetteer knows it; the text's own if it does not."""
    known: bool
    """Does the gazetteer hold the name?"""
    adjective: bool = False
    """ "Russian", "Kyiv's": a place named, but not as where something happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase(Span):
    """Words that say when, not yet counted from any day."""

    rule: str
    """Name of the rule that found it, as `claims/dating.py` knows it."""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the rule read in the words, such as `{"month": "12", "day": "2"}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPhrase(Span):
    """Words that say how many; its range and unit are those of `model.quantity.Quantity`."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    """A unit that stands with the number ("km", "%", "USD"); what is counted is found by grammar."""
    approximate: bool = False


Annotation = Span
"""Anything that a stage finds."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the stages have found in one document so far."""

    layers: Mapping[Layer, tuple[Annotation, ...]] = field(default_factory=dict)

    def __getitem__(self, layer: Layer) -> tuple[Annotation, ...]:
        return self.layers[layer]

    def adding(self, layer: Layer, answer: tuple[Annotation, ...]) -> "Found":
        """The same and one layer more."""
        return Found({**self.layers, layer: answer})

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return cast(tuple[Sentence, ...], self.layers[Layer.SENTENCE])

    @property
    def quotes(self) -> tuple[Quote, ...]:
        return cast(tuple[Quote, ...], self.layers[Layer.QUOTE])

    @property
    def tokens(self) -> tuple[Token, ...]:
        return cast(tuple[Token, ...], self.layers[Layer.TOKEN])

    @property
    def attributions(self) -> tuple[TaggedAttribution, ...]:
        return cast(tuple[TaggedAttribution, ...], self.layers[Layer.ATTRIBUTION])

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return cast(tuple[Mention, ...], self.layers[Layer.MENTION])

    @property
    def place_names(self) -> tuple[PlaceName, ...]:
        return cast(tuple[PlaceName, ...], self.layers[Layer.PLACE_NAME])

    @property
    def date_phrases(self) -> tuple[DatePhrase, ...]:
        return cast(tuple[DatePhrase, ...], self.layers[Layer.DATE_PHRASE])

    @property
    def number_phrases(self) -> tuple[NumberPhrase, ...]:
        return cast(tuple[NumberPhrase, ...], self.layers[Layer.NUMBER_PHRASE])
