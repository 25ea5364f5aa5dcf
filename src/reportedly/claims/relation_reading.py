"""All that the words of a document say about where one place lies from another."""

from collections.abc import Sequence

from reportedly.claims.containment import read_containment
from reportedly.claims.distances import read_distances
from reportedly.claims.edges import read_edges
from reportedly.claims.relations import Relation
from reportedly.model.annotation import PlaceName

READERS = (read_distances, read_containment, read_edges)


def read_relations(text: str, sentence_starts: Sequence[int], names: Sequence[PlaceName]) -> list[Relation]:
    """Every relation that the words state.

    Args:
        text: the document's text.
        sentence_starts: where the sentence begins in which each of `names` stands.
        names: in order of the text.
    """
    return [relation for reader in READERS for relation in reader(text, sentence_starts, names)]
