"""Which single propositions a document holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from reportedly.claims.attribution import Attribution
from reportedly.claims.clauses import is_head
from reportedly.claims.page import SUBJECTS, VERBS, Page, case_of
from reportedly.model.annotation import SentenceRole, Token
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon


class Form(StrEnum):
    """How a proposition is worded."""

    CLAUSE = "clause"
    NOMINAL = "nominal"
    """A noun names the happening: "the destruction of the bridge"."""
    REFERENCE = "reference"
    """Only referred to: "Kyiv denies it"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One happening, state or judgement that could be true or false on its own."""

    span: Span
    """From its first word to its last, source and cue at the edges left out."""
    predicate: Token
    """The verb, or the noun that names the happening."""
    tokens: tuple[Token, ...]
    """Its own words in order: those of propositions within it, of sources and of cues left out."""
    form: Form = Form.CLAUSE


def cut_propositions(page: Page, attributions: Sequence[Attribution], silent: frozenset[int]) -> list[Proposition]:
    """Every proposition of the document's body, in order.

    Args:
        silent: indices of the tokens of reporting clauses, of which no proposition is made.
    """
    heads = {token.index: token for token in page.found.tokens if is_head(page, token, silent)}
    merged: dict[int, int] = {}
    for attribution in attributions:
        _add_tops(page, attribution, silent, heads, merged)
    parts: dict[int, list[Token]] = {index: [] for index in heads if index not in merged}
    last: dict[frozenset[int], int] = {}
    held: dict[int, list[frozenset[int]]] = {}
    for each in attributions:
        for index in each.content:
            held.setdefault(index, []).append(each.content)
    for token in page.found.tokens:
        if token.index in silent or (head := _nearest(page, token, heads, silent)) is None:
            continue
        while head in merged:
            head = merged[head]
        own = min(held.get(token.index, ()), key=len, default=None)
        if own is not None and head not in own:
            head = last.get(own, head)  # a word of the content that the tree hung outside of it
        if all(token.index in content for content in held.get(head, ())):
            parts[head].append(token)
            if own is not None:
                last[own] = head
    found = [_proposition(page, heads[index], tokens) for index, tokens in parts.items() if tokens]
    wide = [_widened(page, each, attributions) for each in found if each is not None]
    return sorted(wide, key=lambda each: (each.span.start, -each.span.end))


def _widened(page: Page, proposition: Proposition, attributions: Sequence[Attribution]) -> Proposition:
    """The same; what is called untrue stands where that is said: "X's claim that P is false"."""
    for each in attributions:
        head = page.tree.head(proposition.predicate)
        top = proposition.predicate.index in each.content and (head is None or head.index not in each.content)
        if top and each.clause:
            others = frozenset[int]().union(*(other.words for other in attributions if other is not each))
            words = [page.found.tokens[index] for index in sorted(each.clause - others)]
            if words[0].relation == "mark" and words[0].text.lower() == "that" and words[0].head == each.cue.index:
                words = words[1:]
            return replace(proposition, span=page.span(words))
    return proposition


def _nearest(page: Page, token: Token, heads: Mapping[int, Token], silent: frozenset[int]) -> int | None:
    """Index of the head to which `token` belongs: itself or the nearest above, no reporting clause between."""
    for each in (token, *page.tree.ancestors(token)):
        if each.index in heads:
            return each.index
        if each.index in silent:
            return None
    return None


def _add_tops(
    page: Page, attribution: Attribution, silent: frozenset[int], heads: dict[int, Token], merged: dict[int, int]
) -> None:
    """Makes the topmost words of a content heads; the pieces of one complement become one proposition."""
    tree = page.tree
    tops = [
        page.found.tokens[index] for index in sorted(attribution.content - silent)
        if (head := page.tree.head(page.found.tokens[index])) is None or head.index not in attribution.content or head.index in silent
    ]  # fmt: skip
    tops = [
        each
        for each in tops
        if each.pos not in ("PUNCT", "CCONJ", "SCONJ", "PART", "ADP", "DET", "INTJ", "SYM")
        and each.relation not in ("aux", "mark", "case")
    ]
    tops = [each for each in tops if page.sentence(each).role is SentenceRole.BODY]
    for top in tops:
        for each in _coordinated(tree, top):
            heads.setdefault(each.index, each)
    for top in tops:
        # "we hold | Siversk" - Name Surname": a name that the parser hung on the signature.
        before = page.found.tokens[top.index - 1]
        if top.pos == "PROPN" and top.index - 1 in attribution.content and before.pos == "ADP":
            above = _nearest(page, before, heads, silent)
            if above is not None and above != top.index:
                merged[top.index] = merged.get(above, above)
    for before, top in pairwise(tops):
        # "more than 200 wounded | had been admitted": a subject torn from its verb.
        words = tree.subtree(before)
        apart = before.sentence != top.sentence or before.relation == "root" or "VerbForm=Fin" in before.features
        following = page.found.tokens[min(words[-1].index + 1, len(page.found.tokens) - 1)]
        if not apart and top.pos in VERBS and _nearest(page, following, heads, silent) == top.index:
            merged[before.index] = top.index
    by_head: dict[tuple[int, int], list[Token]] = {}
    for top in tops:
        if top.relation == "conj" or top.index in merged:
            continue
        by_head.setdefault((top.head, top.sentence), []).append(top)
    for group in by_head.values():
        verbs = [each for each in group if each.pos in VERBS and each.relation != "advmod"]
        if len(group) > 1 and len(verbs) <= 1:
            main = verbs[0] if verbs else max(group, key=lambda each: len(tree.subtree(each)))
            merged.update({each.index: main.index for each in group if each.index != main.index})


_HAPPENING_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ing",
    "al",
    "age",
    "ance",
    "ence",
    "ure",
    "attack",
    "strike",
    "death",
    "loss",
    "fire",
    "blast",
    "casualty",
    "raid",
)
"""How nouns that name happenings end; "troops and equipment" are not parted."""


def _coordinated(tree: Tree, top: Token) -> list[Token]:
    """`top` and, if it names a happening, the other happenings named beside it."""
    found = [top]
    if top.pos == "NOUN":
        for child in tree.children(top, "conj"):
            if child.pos == "NOUN" and child.lemma.endswith(_HAPPENING_ENDINGS) and tree.child(child, "nmod", "acl"):
                found += _coordinated(tree, child)
        for name in tree.subtree(top):
            # "the shelling of A and B as well as the siege of C": the parser hangs "siege" on "B".
            if name.pos == "PROPN" and name.relation in ("nmod", "conj"):
                found += [
                    e
                    for e in tree.children(name, "conj")
                    if e.pos == "NOUN" and tree.child(e, "det") and tree.child(e, "nmod")
                ]
    return found


_PEOPLE = frozenset("people troop soldier civilian leader official minister resident person man woman child".split())


_FILLERS = frozenset("know mean think see understand guess believe suppose take say be".split())


def _is_talker(token: Token) -> bool:
    return token.pos == "PRON" and ("Person=1" in token.features or "Person=2" in token.features or token.lemma == "it")


def find_taken_for_granted(page: Page) -> list[Proposition]:
    """ "The loss of X hurts", "after the fall of Y": happenings that the grammar takes for granted."""
    words = lexicon(page.document.language or "en", "flags")
    tree, found = page.tree, []
    for noun in page.found.tokens:
        if (
            noun.pos != "NOUN"
            or noun.lemma not in words["taken_for_granted"]
            or page.sentence(noun).role is not SentenceRole.BODY
        ):
            continue
        of_what = [child for child in tree.children(noun, "nmod") if case_of(tree, child) == "of"]
        definite = any(
            child.text.lower() in ("the", "its", "their", "his") or child.relation == "nmod:poss"
            for child in tree.children(noun)
        )
        builds = noun.relation in ("nsubj", "nsubj:pass") or case_of(tree, noun) in words["building_on"]
        if of_what and definite and builds and page.quote(noun) is None:
            tokens = [
                each
                for each in tree.subtree(noun, [c for c in tree.children(noun) if c.relation == "acl:relcl"])
                if each.head != noun.index or each.relation != "case"
            ]
            if proposition := _proposition(page, noun, tokens):
                found.append(proposition)
    return found


_EDGES = ("PUNCT", "CCONJ", "SPACE")
_LOOSE_ENDS = ("as", "well", "and", "or", "but", "while", "that")
"""Words that join to what has become a proposition of its own: "X, as well as | the siege of Y"."""


def _proposition(page: Page, head: Token, tokens: Sequence[Token]) -> Proposition | None:
    kept = sorted(tokens, key=lambda each: each.index)
    while kept and (kept[0].pos in _EDGES or (kept[0].relation in ("mark", "case") and kept[0].head == head.index)):
        kept = kept[1:]
    if (
        len(kept) > 2
        and kept[0].text.lower() == "that"
        and kept[0].relation not in ("det", *SUBJECTS)
        and any(each.relation in SUBJECTS for each in kept[1:4])
    ):
        kept = kept[1:]
    while kept and (kept[-1].pos in _EDGES or kept[-1].text.lower() in _LOOSE_ENDS):
        kept = kept[:-1]
    words = [each for each in kept if each.pos not in ("PUNCT", "DET", "ADP", "CCONJ")]
    if not words:
        return None
    clausal = head.pos in VERBS or page.tree.child(head, *SUBJECTS) is not None
    form = Form.CLAUSE if clausal else Form.NOMINAL
    if form is Form.NOMINAL and head.relation == "root" and len(words) < 4:
        return None
    if form is Form.NOMINAL and all(each.pos == "PROPN" or each.lemma in _PEOPLE for each in words):
        return None  # somebody, of whom nothing is said
    fillers = all(_is_talker(each) or (each.pos in VERBS and each.lemma in _FILLERS) for each in words)
    if len(words) <= 2 and fillers:
        return None  # "You know", "I mean", "it takes"
    return Proposition(span=page.tree.span(kept), predicate=head, tokens=tuple(kept), form=form)
