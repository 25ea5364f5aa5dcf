"""What may be asked with a request, as addresses and the description of the API have it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportedly.ledger.query import Lack, ReviewState, Sort
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.event import Status
from reportedly.model.flag import FlagCode
from reportedly.model.source import SourceType

MOST_PER_PAGE = 200
WORDS: Mapping[str, Any] = {"type": "string", "maxLength": 1000}
DAY: Mapping[str, Any] = {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that may be asked. Several values of one are alternatives."""

    name: str
    words: str
    schema: Mapping[str, Any] = field(default_factory=lambda: WORDS)
    many: bool = False
    required: bool = False


def one_of(values: type[StrEnum] | Sequence[str]) -> Mapping[str, Any]:
    """The schema of a closed set of words."""
    return {"type": "string", "enum": [str(each) for each in values]}


def count_to(most: int, least: int = 1) -> Mapping[str, Any]:
    """The schema of a number."""
    return {"type": "integer", "minimum": least, "maximum": most}


def choice(name: str, words: str, values: type[StrEnum]) -> Parameter:
    """Some words of a closed set."""
    return Parameter(name=name, words=words, schema=one_of(values), many=True)


AT = Parameter(
    name="at", words="The ledger as it stood after this entry, by its number, or at the end of this day (UTC)."
)
TEXT = Parameter(name="q", words="All of these words, in any script, begun or misspelt; “in quotes” in this order.")
PUBLISHED = (
    Parameter(name="published_from", words="Published on that day or later.", schema=DAY),
    Parameter(name="published_to", words="Published on that day or earlier.", schema=DAY),
    Parameter(name="language", words="Of the document, by ISO 639-1.", many=True),
    Parameter(name="outlet", words="Who published it.", many=True),
)
FILTERS = (
    TEXT,
    Parameter(name="side", words="Of anybody in the chain.", many=True),
    Parameter(name="source", words="Anybody in the chain, by name, its beginning, or id.", many=True),
    choice("source_type", "What anybody in the chain is.", SourceType),
    choice("kind", "What it is about.", Kind),
    choice("certainty", "How firmly it is said.", Certainty),
    choice("polarity", "Said to be so or not.", Polarity),
    choice("tense", "When it is said to hold.", Tense),
    choice("flag", "What was noticed.", FlagCode),
    Parameter(name="place", words="A place by name, gazetteer id or id.", many=True),
    Parameter(
        name="bbox",
        words="Within west, south, east, north, in degrees with commas between; west may be greater than east.",
    ),
    Parameter(name="from", words="May have happened on that day or later.", schema=DAY),
    Parameter(name="to", words="May have happened on that day or earlier.", schema=DAY),
    *PUBLISHED,
    choice("review", "What people made of it.", ReviewState),
    choice("without", "Said to have happened nowhere on the map, or on no days: without all of these.", Lack),
    Parameter(name="document", words="Claims of that document, by id.", many=True),
    AT,
)
"""Which claims: the same for everything that is made of claims."""
PAGING = (
    Parameter(name="limit", words="So many at most.", schema=count_to(MOST_PER_PAGE)),
    Parameter(name="after", words="Go on where a page ended: its `after` says where."),
)
SORTING = (
    Parameter(name="sort", words="By what they are sorted.", schema=one_of(Sort)),
    Parameter(name="order", words="What comes first.", schema=one_of(("newest", "oldest"))),
)
EVENTS = (
    choice("status", "How the reporting stands.", Status),
    Parameter(name="min_documents", words="Told of in so many documents or more.", schema=count_to(1_000_000)),
)
LIMIT = PAGING[0]
