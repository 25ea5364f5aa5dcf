"""Whose voice it is: one link of a chain before its source is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.page import Page, case_of, person_beside
from reportedly.model.annotation import Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree

LONGEST_MENTION_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of a chain before its source is known."""

    head: Token | None
    """The noun or pronoun; None where a hearsay word alone attributes."""
    span: Span
    cue: Span | None
    because: str
    publishes: bool = False
    """Is it told things, or does it quote somebody: an outlet, whatever else is known of it?"""


Path = tuple[Voice, ...]
"""From the voice nearest the reader to the origin."""

_DROPPED = ("acl:relcl", "acl", "advcl", "parataxis", "punct", "appos", "conj", "cc", "ccomp", "dep", "xcomp")


def mention_span(page: Page, head: Token) -> Span:
    """The noun phrase of `head` without clauses and appositions, at most twelve words."""
    kept = _phrase(page.tree, head)
    if (beside := person_beside(page.tree, head)) is not None:
        kept = [each for each in kept if each.index > beside.index + 1]
    kept += _rest_of_name(page, head, kept[-1])
    if len(kept) > LONGEST_MENTION_WORDS:
        kept = [each for each in kept if each.index <= head.index][-LONGEST_MENTION_WORDS:]
    return _with_closing_mark(page.document.text, page.span(kept))


def _with_closing_mark(text: str, mention: Span) -> Span:
    """The mention with the mark that closes a name in it: 'the channel "Pulse"'."""
    pair = next((pair for pair in _PAIRS if pair[0] in mention.text), None)
    if pair is None or mention.text.endswith(pair[1]) or mention.text.count(pair[0]) != 1:
        return mention
    closed = mention.text.count(pair[1]) == (pair[0] == pair[1])
    follows = text.startswith(pair[1], mention.end)
    return Span.cut(text, mention.start, mention.end + 1) if closed and follows else mention


def _rest_of_name(page: Page, head: Token, last: Token) -> list[Token]:
    """ "Myanmar Now", "the newspaper Zvezda": what closes a name, though the parser has hung it elsewhere."""
    tokens = page.found.tokens
    found: list[Token] = []
    titled = head is last and page.publishes(head.lemma)
    if titled and (marked := _name_in_marks(tokens[last.index + 1 : last.index + 2 + _LONGEST_NAME_TOKENS], last)):
        return marked
    for token in tokens[last.index + 1 : last.index + 4]:
        adverb = not titled and last.pos == "PROPN" and token.pos in ("ADV", "INTJ") and not found
        name = titled and token.pos == "PROPN"
        joined = token.sentence == last.sentence and token.start == (found or [last])[-1].end + 1
        if not joined or not token.text[:1].isupper() or not (adverb or name):
            break
        found.append(token)
    return found


def _name_in_marks(after: Sequence[Token], last: Token) -> list[Token]:
    """ "the channel «Pulse»": the name with its marks; empty if none stands right behind."""
    if not after or after[0].text not in _OPENING or after[0].start != last.end + 1 or len(after) < 2:
        return []
    closing = next((at for at, each in enumerate(after[1:], 1) if each.text in _CLOSING), 0)
    inside = after[: closing + 1]
    named = closing > 1 and inside[1].text[:1].isupper() and inside[-1].sentence == last.sentence
    return list(inside) if named and not any(each.text in ",.;:!?" for each in inside) else []


_PAIRS = ("«»", "“”", '""', "‘’", "„“", "„”")
_OPENING = frozenset(pair[0] for pair in _PAIRS)
_CLOSING = frozenset(pair[1] for pair in _PAIRS)
_LONGEST_NAME_TOKENS = 7
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday")


def _phrase(tree: Tree, head: Token) -> list[Token]:
    kept = [head]
    for child in tree.children(head):
        if child.relation in ("nmod", "obl:npmod") and (child.lemma in _DAYS or not _belongs(tree, head, child)):
            continue  # "the ambassador on Sunday", "Steinmeier after the vote": circumstances of the speaking
        dropped = child.relation in _DROPPED or (child.relation in ("case", "mark") and child.index < head.index)
        if dropped and not (child.relation == "punct" and child.text in "-–/"):
            continue
        kept += _phrase(tree, child) if child.relation != "nmod" else tree.subtree(child, clauses_below(tree, child))
    kept.sort(key=lambda each: each.index)
    # One stretch only: a modifier torn from its noun by a parser's slip is left out.
    at = kept.index(head)
    first, last = at, at
    while first > 0 and kept[first].index - kept[first - 1].index <= 2:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1].index - kept[last].index <= 2:
        last += 1
    return kept[first : last + 1]


def _belongs(tree: Tree, head: Token, child: Token) -> bool:
    """Does this prepositional phrase say who it is: "ambassador to the U.S.", "sources familiar with it"?"""
    case = case_of(tree, child)
    return not case or case in (
        ("of", "from") if head.pos == "PROPN" else ("of", "from", "for", "to", "in", "at", "with", "under", "on", "by")
    )


def clauses_below(tree: Tree, token: Token) -> Iterator[Token]:
    """The verbs of the clauses that hang below `token`."""
    for each in tree.subtree(token):
        if each.relation in ("acl:relcl", "acl", "advcl", "parataxis"):
            yield each


def is_second_hand(holder: Token) -> bool:
    """Is the speaker the one who is already speaking: "I", "we", "you"?"""
    return holder.pos == "PRON" and ("Person=1" in holder.features or "Person=2" in holder.features)
