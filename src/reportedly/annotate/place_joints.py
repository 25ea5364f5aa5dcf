"""Is a name joined to more words of its own: "Ain" to "al-Hilweh", "Zor" to "Deir ez-"?"""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.model.annotation import Token

ARTICLES = frozenset("al el as es ash an en ar er at et az ez ad ed ud ul".split())
"""Forms of the Arabic article, which stands before a name with a hyphen."""
_OPEN_ARTICLES = frozenset("al el ul".split())
"""These are no words of their own, and stand before a name without a hyphen too."""
HYPHENS = frozenset("- ‐ ‑".split())


def joined_end(tokens: Sequence[Token], last: Token) -> Token:
    """The last token of what begins with a name that ends at `last`; `last` itself if nothing is joined to it."""
    while (end := _next_part(tokens, last)) is not None:
        last = end
    return last


def is_behind_article(tokens: Sequence[Token], first: Token) -> bool:
    """Is it "Zor" of "ez-Zor"?"""
    before = tokens[max(0, first.index - 2) : first.index]
    if len(before) < 2 or before[1].text not in HYPHENS or not _touch(*before, first):
        return False
    return before[0].text.lower() in ARTICLES


def _next_part(tokens: Sequence[Token], last: Token) -> Token | None:
    ahead = [token for token in tokens[last.index + 1 : last.index + 4] if token.sentence == last.sentence]
    texts = [token.text for token in ahead]
    if len(ahead) > 1 and texts[0] in HYPHENS and texts[1].istitle():
        return ahead[1] if _touch(last, *ahead[:2]) else None
    if len(ahead) > 2 and texts[0] in ARTICLES and texts[1] in HYPHENS and texts[2][0].isupper():
        return ahead[2] if _touch(*ahead) else None
    if len(ahead) > 1 and texts[0] in _OPEN_ARTICLES and texts[1][0].isupper():
        return ahead[1]
    return None


def _touch(*tokens: Token) -> bool:
    return all(left.end == right.start for left, right in pairwise(tokens))
