"""On whose word each proposition stands: attributions nested, publishers left out, chains resumed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from reportedly.claims.attribution import Attribution, Manner
from reportedly.claims.propositions import Proposition
from reportedly.claims.voices import Path, Voice
from reportedly.model.claim import Chain, Link

MOST_CHAINS = 6
"""A claim with more sources side by side than this keeps the first ones."""


def holders_of(proposition: Proposition, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that bring `proposition` in, the outermost first."""
    own = [each for each in attributions if proposition.predicate.index in each.content]

    def depth(attribution: Attribution) -> int:
        return sum(attribution.cue.index in each.content for each in own if each is not attribution)

    return sorted(own, key=lambda each: (depth(each), -len(each.content), each.manner is Manner.HEARSAY))


def paths_of(holders: Sequence[Attribution], is_publisher: Callable[[Voice], bool]) -> list[Path]:
    """The chains of voices that the nested `holders` make; empty if only the publisher speaks."""
    found: list[Path] = []
    for parts in product(*(each.paths for each in holders)):
        path = tuple(voice for part in parts for voice in part if not is_publisher(voice))
        if path and path not in found:
            found.append(path)
    return found[:MOST_CHAINS]


def link_path(path: Path, ids: Mapping[tuple[int, int], str]) -> Chain:
    """The links of a path; a source that comes twice stands where it is nearest the origin."""
    links: list[Link] = []
    for voice in path:
        link = Link(
            source=ids[voice.span.start, voice.span.end], mention=voice.span, cue=voice.cue, because=voice.because
        )
        links = [each for each in links if each.source != link.source]
        links.append(link)
    return tuple(links)


def resume_chains(all_chains: Sequence[tuple[Chain, ...]]) -> Iterator[tuple[Chain, ...]]:
    """Gives a source that speaks on the chain that it was brought in by, until another one speaks.

    Args:
        all_chains: those of each claim, in the order of the document.
    """
    before: Chain = ()
    for chains in all_chains:
        if len(chains) == 1 and before and len(chains[0]) == 1 and chains[0][0].source == before[-1].source:
            chains = ((*before[:-1], *chains[0]),)
        if chains:
            before = chains[0] if len(chains) == 1 and len(chains[0]) > 1 else ()
        yield chains
