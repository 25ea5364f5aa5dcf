"""How the words of a document hang together."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from reportedly.model.annotation import Token
from reportedly.model.span import Span

_PLACE = attrgetter("index")


class Tree:
    """The tokens of one document with their dependents at hand; derived from `Found.tokens`, never stored."""

    __slots__ = ("_children", "text", "tokens")

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens
        self._children: list[list[Token]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                self._children[token.head].append(token)

    def head(self, token: Token) -> Token | None:
        """What `token` hangs on; None at a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def children(self, token: Token, *relations: str) -> list[Token]:
        """The dependents of `token`, in order: all, or those in one of `relations`."""
        found = self._children[token.index]
        return [child for child in found if child.relation in relations] if found and relations else list(found)

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first dependent in one of `relations`."""
        return next((child for child in self._children[token.index] if child.relation in relations), None)

    def subtree(self, token: Token, without: Iterable[Token] = ()) -> list[Token]:
        """`token` and all that hangs below it, in order; branches that begin in `without` left out."""
        cut = {each.index for each in without}
        below = [token]
        for each in below:  # which grows meanwhile
            found = self._children[each.index]
            below += [child for child in found if child.index not in cut] if cut else found
        below.sort(key=_PLACE)
        return below

    def ancestors(self, token: Token) -> Iterator[Token]:
        """What `token` hangs on, what that hangs on, up to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def span(self, tokens: Sequence[Token]) -> Span:
        """From the first character of `tokens` to the last, whatever lies between."""
        start, end = min(each.start for each in tokens), max(each.end for each in tokens)
        return Span(start=start, end=end, text=self.text[start:end])
