"""Words that stand for a source, and all that they are understood from."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportedly.model.annotation import Found, Mention, MentionLabel, Token
from reportedly.model.document import Document
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon
from reportedly.reference.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention:
    """Words that stand for a source in an attribution."""

    span: Span
    """The noun phrase without its clauses; a hearsay word; a pronoun."""
    head: Token | None
    """Its noun or pronoun; None where a hearsay word alone attributes."""
    publishes: bool = False
    """Does what it does here show that it is an outlet?"""


@dataclass(frozen=True)
class Reader:
    """Everything that a mention is understood from."""

    document: Document
    found: Found
    tree: Tree
    profile: Profile

    @property
    def lists(self) -> Mapping[str, Any]:
        return lexicon("en", "source")

    @cached_property
    def people(self) -> Sequence[Mention]:
        """The names that the recogniser takes for a human being's."""
        return [each for each in self.found.mentions if each.label is MentionLabel.PERSON]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the people whom the text names in full."""
        return frozenset(each.text.split()[-1] for each in self.people if " " in each.text)

    def names_within(self, start: int, end: int) -> Sequence[Mention]:
        """The recogniser's names that lie within these offsets."""
        names = self.found.mentions
        first = bisect_left(names, start, key=lambda each: each.start)
        return [each for each in names[first : bisect_left(names, end, key=lambda each: each.start)] if each.end <= end]

    def side_of_outlet(self) -> str | None:
        """The side of whoever published the document, if it has one."""
        outlet = self.document.outlet or ""
        known = self.profile.known(outlet)
        return known.side if known else self.profile.side_of_words(outlet)
