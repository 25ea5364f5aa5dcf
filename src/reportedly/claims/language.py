"""What differs from language to language in who says what: the questions of this package that a language answers itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from reportedly.claims.attribution import Attribution
from reportedly.claims.drafts import Draft
from reportedly.claims.geocode import Located
from reportedly.claims.page import Page
from reportedly.claims.propositions import Proposition
from reportedly.model.annotation import Found
from reportedly.model.claim import Chain, Claim
from reportedly.model.document import Document
from reportedly.model.source import Source
from reportedly.reference.profile import Profile

Filled = Sequence[tuple[Draft, Claim]]
P = TypeVar("P", bound=Page)
"""The page as a language lays it out."""


class Details(Protocol):
    """Whoever knows what a claim says beside its words: kind, factuality, places, day, numbers, actors."""

    def fill(self, draft: Draft, chains: tuple[Chain, ...]) -> Claim:
        """The claim of `draft`, not numbered yet."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Generic[P]):
    """One language's answers; `claims/assemble.py` asks them in order."""

    lay_out: Callable[[Document, Found, Profile], P]
    attribute: Callable[[P], list[Attribution]]
    cut: Callable[[P, Sequence[Attribution], frozenset[int]], list[Proposition]]
    """Which single propositions there are; the set holds the tokens of reporting clauses."""
    grant: Callable[[P], list[Proposition]]
    """Which happenings the grammar takes for granted."""
    merge: Callable[[P, Sequence[Draft], Profile], tuple[tuple[Source, ...], Mapping[tuple[int, int], str]]]
    """The sources, and for each voice's span the id of its source."""
    detail: Callable[[P, Sequence[Located], Profile, frozenset[int]], Details]
    carry: Callable[[P, Filled], list[tuple[Draft, Claim]]]
    """Lends the time of a happening to what goes on about it."""
    part: Callable[[P, Draft, Claim], list[Claim]]
    """One claim for each of several places of which control is claimed."""
