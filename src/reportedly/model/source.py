"""On whose word something is said."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class SourceType(StrEnum):
    """What kind of voice a source is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    CHANNEL = "channel"
    OFFICIAL = "official"
    INSTITUTION = "institution"
    MILITARY = "military"
    EXPERT = "expert"
    CIVILIAN = "civilian"
    ORGANIZATION = "organization"
    COLLECTIVE = "collective"
    DOCUMENT = "document"
    UNSPECIFIED = "unspecified"


class Identity(StrEnum):
    """How far the text says who the source is. Nothing here tries to find out more."""

    NAMED = "named"
    PSEUDONYM = "pseudonym"
    """A call sign, a handle."""
    UNNAMED = "unnamed"
    """Particular people who are not named."""
    COLLECTIVE = "collective"
    """A group at large: "Ukrainian officials"."""
    UNSPECIFIED = "unspecified"
    """No one in particular: "reports", "many", "it is believed"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Somebody or something that a document gives as the origin or the relay of claims."""

    id: str
    """`s1`, `s2` … within its reading."""
    name: str
    """The fullest mention, never a pronoun, at most 12 words."""
    type: SourceType
    identity: Identity
    side: str | None = None
    """`russia`, `ukraine`, a lower-case ISO 3166 alpha-2 code, or a party's id in the profile."""
    mentions: tuple[Span, ...]
    """Every place where the document names it, pronouns included, in order."""
    known_as: str | None = None
    """The name under which other documents, in other languages too, have it: the conflict profile's, else a name in another
    alphabet written in Latin letters; it may be `name` itself. None where neither is known."""
