"""All that the words of a document say about where one place lies from another."""

from collections.abc import Callable, Iterator, Sequence

from reportedly.claims.containment import read_containment
from reportedly.claims.distances import read_distances
from reportedly.claims.edges import read_edges
from reportedly.claims.relations import Relation
from reportedly.model.annotation import PlaceName

Reader = Callable[[str, Sequence[int], Sequence[PlaceName]], Iterator[Relation]]
READERS: Sequence[Reader] = (read_distances, read_containment, read_edges)
"""Of English, and of any language without readers of its own."""
SLAVIC = frozenset({"ru", "uk"})
"""ISO 639-1, of those that `relations_slavic.py` reads."""


def read_relations(
    text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName], languages: Sequence[str] = ()
) -> list[Relation]:
    """Every relation that the words state.

    Args:
        text: the document's text.
        sentence_starts: where the sentence begins in which each of `names` stands.
        names: in order of the text.
        languages: of the sentence of each of `names`, ISO 639-1; English where none is given.
    """
    slavic = {number for number, language in enumerate(languages) if language in SLAVIC}
    found = []
    if len(slavic) < len(names):
        found += [each for reader in READERS for each in reader(text, sentence_starts, names)]
    if slavic:
        found = [each for each in found if each.anchor not in slavic]
        found += [
            each
            for reader in _slavic_readers()
            for each in reader(text, sentence_starts, names)
            if each.anchor in slavic
        ]
    return found


def _slavic_readers() -> Sequence[Reader]:
    from reportedly.claims.containment_slavic import read_slavic_containment  # English needs none of it
    from reportedly.claims.relations_slavic import read_slavic_relations

    return (read_slavic_relations, read_slavic_containment)
