"""What tests of judgements on single words are given: the docstring's trees, and its propositions."""

from collections.abc import Callable

import pytest

from reportedly.annotate.grammar import Grammar
from reportedly.annotate.quotes import Quotes
from reportedly.annotate.sentences import Sentences
from reportedly.annotate.stages import annotate
from reportedly.claims.propositions import Form, Proposition
from reportedly.model.document import Document
from reportedly.model.tree import Tree


@pytest.fixture
def tree_of(document: Document) -> Tree:
    """The trees of the docstring; the parser is loaded once for all tests."""
    return Tree(document.text, annotate([document], (Sentences(), Quotes(), Grammar()))[0].tokens)


@pytest.fixture
def propose(tree_of: Tree) -> Callable[[str], Proposition]:
    """The proposition whose predicate is the first token that reads like this."""

    def find(word: str, form: Form = Form.CLAUSE) -> Proposition:
        predicate = next(each for each in tree_of.tokens if each.text == word)
        tokens = tree_of.subtree(predicate)
        return Proposition(span=tree_of.span(tokens), predicate=predicate, tokens=tuple(tokens), form=form)

    return find
