"""Which mentions are one source."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.identify import Description
from reportedly.claims.likeness import DraftSource, is_same_source
from reportedly.claims.naming import trim_name
from reportedly.claims.referents import Referents
from reportedly.claims.source_mention import Reader, SourceMention
from reportedly.claims.surroundings import settle_sides, side_around
from reportedly.claims.titles import find_in_full, find_party, find_titled
from reportedly.model.annotation import Found
from reportedly.model.document import Document
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.tree import Tree
from reportedly.reference.profile import Profile

LONGEST_NAME_WORDS = 12

SpanKey = tuple[int, int]
"""Start and end of a mention's span."""


def merge_sources(
    mentions: Sequence[SourceMention], *, document: Document, found: Found, tree: Tree, profile: Profile
) -> tuple[tuple[Source, ...], dict[SpanKey, str]]:
    """The sources of a document, and for each mention's span the id of its source.

    Mentions that may be two sources stay two. A pronoun that takes up nobody is left out of the answer: its
    attribution has no known source.

    Args:
        mentions: those of all attributions, in the order of the document; the same span may come twice.
    """
    unique = sorted({(each.span.start, each.span.end): each for each in mentions}.items())
    ordered = [mention for _, mention in unique]
    referents = Referents(ordered, Reader(document, found, tree, profile))
    drafts: list[DraftSource] = []
    spoken: dict[SpanKey, DraftSource] = {}
    for key, mention in unique:
        draft = _find_draft(mention, drafts, referents)
        if draft is not None:
            spoken[key] = draft
    settle_sides(drafts, referents.reader)
    sources: list[Source] = []
    ids: dict[SpanKey, str] = {}
    for number, draft in enumerate(drafts, 1):
        sources.append(_make_source(f"s{number}", draft, document.text))
        ids |= {key: f"s{number}" for key, each in spoken.items() if each is draft}
    return tuple(sources), ids


def _find_draft(mention: SourceMention, drafts: list[DraftSource], referents: Referents) -> DraftSource | None:
    """The draft of `mention`: an earlier one, or a new one put at the end of `drafts`."""
    if mention.head is not None and mention.head.pos == "PRON" and _is_personal(mention.head.text, referents):
        antecedent = referents.taken_up(mention.head)
        if antecedent is None:
            return None
        draft = _take_up(antecedent, drafts, referents)
        draft.pronouns.append(mention.span)
        return draft
    return _take_up(referents.describe(mention), drafts, referents)


def _is_personal(word: str, referents: Referents) -> bool:
    """Is it a pronoun that takes up somebody ("he"), not one that stands for itself ("many")?"""
    return any(word.lower() in forms for forms in referents.reader.lists["pronouns"].values())


def _take_up(described: Description, drafts: list[DraftSource], referents: Referents) -> DraftSource:
    if described.side is None and described.name is None:
        described = replace(described, side=side_around(described, referents))
    for draft in reversed(drafts):
        if any(each.span == described.span for each in draft.described):
            return draft
        if is_same_source(described, draft):
            draft.described.append(described)
            return draft
    titled = _look_behind(described, referents) or find_in_full(described, referents)
    if titled is not None:
        draft = _take_up(titled, drafts, referents)
        draft.described.append(described)
        return draft
    drafts.append(DraftSource([described]))
    return drafts[-1]


def _look_behind(described: Description, referents: Referents) -> Description | None:
    """Who was named with the title that now stands alone, though no source before: "the president"."""
    if not described.definite or described.name or described.plural:
        return None
    if party := find_party(described, referents):
        return party
    # A ministry is a name as good as any; "the institute" is none.
    bare = described.type is SourceType.ORGANIZATION and described.words <= described.nouns
    if not (described.person or bare):
        return None
    return find_titled(described, referents)


_CLEARER = (Identity.NAMED, Identity.PSEUDONYM, Identity.UNNAMED, Identity.COLLECTIVE, Identity.UNSPECIFIED)


def _make_source(number: str, draft: DraftSource, text: str) -> Source:
    described = draft.described
    typed = sorted(described, key=lambda each: (each.type is SourceType.UNSPECIFIED, each.known is None))
    spans = {(each.start, each.end): each for each in (*(each.span for each in described), *draft.pronouns)}
    return Source(
        id=number,
        name=_fullest_name(described),
        type=typed[0].type,
        identity=min((each.identity for each in described), key=_CLEARER.index),
        side=draft.side,
        mentions=tuple(span for _, span in sorted(spans.items())),
        known_as=next((each.known.name for each in described if each.known), None),
    )


def _fullest_name(described: Sequence[Description]) -> str:
    """The mention that says most: a name before a description, then more words, up to twelve."""
    options = []
    for each in described:
        words = trim_name(each.span.text) or each.span.text
        if each.name and each.name not in words:
            words = each.name
        options.append((each.name is not None, len((each.name or "").split()), words))
    fitting = [each for each in options if len(each[2].split()) <= LONGEST_NAME_WORDS] or options
    best = max(fitting, key=lambda each: (each[0], each[1], len(each[2].split())))
    return " ".join(best[2].split()[:LONGEST_NAME_WORDS])
