"""A document and all that was found in it, laid out for the questions of `claims/`."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby

from reportedly.model.annotation import Found, Sentence, Token
from reportedly.model.document import Document
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon
from reportedly.reference.profile import Profile

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
"""Relations in which a verb's subject hangs."""
CLAUSES = ("ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj")
"""Relations in which a clause hangs."""
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
VERBS = ("VERB", "AUX")


class Page:
    """One document laid out: its tree, the words of each sentence, the quotation in which a word stands."""

    def __init__(self, document: Document, found: Found, profile: Profile) -> None:
        self.document, self.found, self.profile = document, found, profile
        self.tree = Tree(document.text, found.tokens)
        self.words = lexicon(document.language or "en", "reporting")

    def publishes(self, noun: str) -> bool:
        """Is this what an outlet calls itself: "newspaper", "agency", "channel"?"""
        types = lexicon(self.document.language or "en", "source")["types"]
        return any(noun in types[kind] for kind in ("outlet", "agency", "channel"))

    def is_outlet(self, words: str) -> bool:
        """Do these words name somebody who publishes: an agency, a newspaper, a channel?"""
        if self.profile.outlet(words) is not None:
            return True
        types = lexicon(self.document.language or "en", "source")["types"]
        nouns = {*types["outlet"], *types["agency"], *types["channel"]}
        named = [word.strip("\"'“”‘’,") for word in words.split() if word[:1].isupper()]
        if len(named) > 1 and named[-1].lower() in lexicon(self.document.language or "en", "source")["outlet_names"]:
            return True
        if any(site in words.lower() for site in lexicon(self.document.language or "en", "source")["outlet_phrases"]):
            return True
        return any(word.strip("\"'“”‘’,").lower() in nouns for word in words.split())

    @cached_property
    def sentences(self) -> dict[int, list[Token]]:
        """The tokens of each sentence that has some, by the sentence's number."""
        return {number: list(group) for number, group in groupby(self.found.tokens, key=lambda each: each.sentence)}

    @cached_property
    def _quote_numbers(self) -> dict[int, int]:
        inside: dict[int, int] = {}
        quotes = self.found.quotes
        number = 0
        for token in self.found.tokens:
            while number < len(quotes) and quotes[number].end <= token.start:
                number += 1
            if number < len(quotes) and quotes[number].start <= token.start:
                inside[token.index] = number
        return inside

    @cached_property
    def quote_tokens(self) -> dict[int, frozenset[int]]:
        """The indices of the tokens within each quotation, marks included, by the quotation's number."""
        inside: dict[int, set[int]] = {}
        for index, number in self._quote_numbers.items():
            inside.setdefault(number, set()).add(index)
        return {number: frozenset(tokens) for number, tokens in inside.items()}

    def quote(self, token: Token) -> int | None:
        """Number of the quotation in which `token` stands."""
        return self._quote_numbers.get(token.index)

    def is_speech(self, number: int) -> bool:
        """Does somebody speak in this quotation, or is it a word in marks?"""
        tokens = [self.found.tokens[index] for index in self.quote_tokens.get(number, ())]
        return any(each.pos in VERBS for each in tokens) or sum(each.pos != "PUNCT" for each in tokens) >= 8

    def within(self, span: Span) -> list[Token]:
        """The tokens that begin within `span`."""
        first = bisect_left(self._starts, span.start)
        return list(self.found.tokens[first : bisect_left(self._starts, span.end)])

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.found.tokens]

    def sentence(self, token: Token) -> Sentence:
        return self.found.sentences[token.sentence]

    def span(self, tokens: Iterable[Token]) -> Span:
        """From the first to the last of `tokens`, punctuation at the edges left out."""
        kept = sorted(tokens, key=lambda each: each.index)
        while len(kept) > 1 and kept[0].pos == "PUNCT":
            kept = kept[1:]
        while len(kept) > 1 and kept[-1].pos == "PUNCT":
            kept = kept[:-1]
        return self.tree.span(kept)

    def holds(self, indices: Iterable[int], *parts: str) -> bool:
        """Is one of `indices` a token of one of these parts of speech?"""
        return any(self.found.tokens[index].pos in parts for index in indices)


def case_of(tree: Tree, token: Token) -> str:
    """The prepositions of `token`, in order, joined by a space: "according to"."""
    return " ".join(each.text.lower() for each in tree.children(token, "case", "mark", "fixed"))


def is_negated(tree: Tree, token: Token) -> bool:
    """Does a negation hang on `token` itself?"""
    return any(
        "Polarity=Neg" in child.features or child.text.lower() in ("never", "no", "neither", "nor", "not", "n't", "n’t")
        for child in tree.children(token, "advmod", "det", "cc", "cc:preconj", "neg")
        if child.relation != "cc" or child.text.lower() == "nor"
    )


def person_beside(tree: Tree, head: Token) -> Token | None:
    """ "Modi and Turkish President Recep Tayyip Erdogan": Modi, whom the parser took for a part of the second name."""
    for child in tree.children(head, "compound", "nmod"):
        person = any(each.startswith("Entity=") and each.endswith("PERSON") for each in child.features)
        if (
            person
            and head.pos == "PROPN"
            and child.index + 1 < head.index
            and tree.tokens[child.index + 1].text.lower() == "and"
        ):
            return child
    return None


def alternatives(tree: Tree, head: Token) -> Sequence[Token]:
    """`head` and what stands beside it: "Reuters and the ministry"."""
    found = [head]
    if (beside := person_beside(tree, head)) is not None:
        found.insert(0, beside)
    for child in tree.children(head, "conj"):
        if child.pos in NOUNS:
            found += alternatives(tree, child)
    return found
