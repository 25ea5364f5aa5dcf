"""Propositions with the voices that bring them in, and those voices' sources."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.claims.attribution import Attribution
from reportedly.claims.chains import holders_of, paths_of
from reportedly.claims.page import Page
from reportedly.claims.propositions import Proposition
from reportedly.claims.source_mention import SourceMention
from reportedly.claims.sources import merge_sources
from reportedly.claims.voices import Path, Voice
from reportedly.model.source import Identity, Source, SourceType
from reportedly.reference.profile import Profile

UNKNOWN_SPEAKER = "unidentified speaker"
"""The name of the source of words that somebody says of whom the text, as understood, does not tell who it is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposition with the attributions that bring it in and the voices that they name."""

    proposition: Proposition
    holders: Sequence[Attribution]
    """The outermost first."""
    paths: Sequence[Path]


def draft_claim(
    proposition: Proposition, attributions: Sequence[Attribution], is_publisher: Callable[[Voice], bool]
) -> Draft:
    """The draft of one proposition; the publisher is no voice of it."""
    holders = holders_of(proposition, attributions)
    return Draft(proposition, holders, paths_of(holders, is_publisher))


def merge_voices(
    page: Page, drafts: Sequence[Draft], profile: Profile
) -> tuple[tuple[Source, ...], Mapping[tuple[int, int], str]]:
    """The sources of all drafts, and for each voice's span (start, end) the id of its source."""
    voices = [voice for draft in drafts for path in draft.paths for voice in path]
    mentions = [SourceMention(span=voice.span, head=voice.head, publishes=voice.publishes) for voice in voices]
    sources, ids = merge_sources(mentions, document=page.document, found=page.found, tree=page.tree, profile=profile)
    spans = {(voice.span.start, voice.span.end): voice.span for voice in voices}
    nobody = sorted(spans.keys() - ids.keys())
    if not nobody:
        return sources, ids
    unknown = Source(
        id=f"s{len(sources) + 1}",
        name=UNKNOWN_SPEAKER,
        type=SourceType.UNSPECIFIED,
        identity=Identity.UNNAMED,
        mentions=tuple(spans[key] for key in nobody),
    )
    return (*sources, unknown), {**ids, **dict.fromkeys(nobody, unknown.id)}
