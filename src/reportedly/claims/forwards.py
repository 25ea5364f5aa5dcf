"""A post that was taken over from somebody: the one who is named as its origin stands before every other voice."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.claim import Claim, Link
from reportedly.model.document import Document
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.reference.person_names import plain_name
from reportedly.reference.profile import Profile

MAX_NAME_WORDS = 12


def lay_forward(
    document: Document, sources: Sequence[Source], claims: Sequence[Claim], profile: Profile
) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    """The sources and claims with whom the post was forwarded from, if it was, nearest the reader.

    That name is a display name that nobody checked. It stands nowhere in the text, so its mention is empty, at the beginning.
    """
    name = " ".join((document.forwarded_from or "").split()[:MAX_NAME_WORDS])
    if not name or is_same(name, document.outlet or "", profile):
        return tuple(sources), tuple(claims)
    nowhere = Span(start=0, end=0, text="")
    known = profile.outlet(name)
    teller = next((each for each in sources if is_same(each.name, name, profile)), None) or Source(
        id=f"s{len(sources) + 1}",
        name=name,
        type=known.type if known else SourceType.CHANNEL,
        identity=Identity.NAMED,
        side=known.side if known else None,
        mentions=(nowhere,),
        known_as=known.name if known else None,
    )
    link = Link(source=teller.id, mention=nowhere, cue=None, because=f"forwarded from “{name}”, which nobody verified")
    together = tuple(sources) if teller in sources else (*sources, teller)
    return together, tuple(replace(claim, chains=lead(link, claim)) for claim in claims)


def lead(link: Link, claim: Claim) -> tuple[tuple[Link, ...], ...]:
    """The claim's chains behind `link`; a chain that the same source begins already stays as it is."""
    chains = claim.chains or ((),)
    return tuple(chain if chain and chain[0].source == link.source else (link, *chain) for chain in chains)


def is_same(one: str, other: str, profile: Profile) -> bool:
    """Do two names mean one outlet?"""
    if plain_name(one) == plain_name(other):
        return True
    known = profile.outlet(one)
    return known is not None and known is profile.outlet(other)
