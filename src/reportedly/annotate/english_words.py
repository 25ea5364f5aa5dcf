"""Part of speech, features and dictionary form of each English word, by the rules that come with the installed model.

The rules look at a word's spelling, tag and relation, a few of them at those of two words side by side. What they say of
a word so spelled, tagged and related is always the same: spaCy is asked once, and its answer remembered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import spacy.tokens

_REMEMBERED = 50_000
"""Answers; when they are reached, all are forgotten."""

_Key = tuple[int, int, int]
"""Spelling, tag and relation of a word, as spaCy numbers them."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the rules say of a word."""

    pos: str
    features: frozenset[str]
    lemma: str
    relation: str
    """As the parser calls it."""


class WordRules:
    """Puts words to the model's rules, and remembers what these say."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        forms = self._lemmatizer.lookups.get_table("lemma_index")
        for pos, known in list(forms.items()):
            forms[pos] = frozenset(known)  # a list would be searched from its beginning for each word
        self._wide = type(self._ruler.matcher)(self._ruler.vocab)
        for number, rule in enumerate(self._ruler.patterns):
            if wide := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
                self._wide.add(str(number), wide)
        self._known: dict[tuple[_Key, ...], tuple[Word, ...]] = {}

    def judge(self, doc: "spacy.tokens.Doc") -> list[Word]:
        """What the rules say of each word of `doc`, which is tagged and parsed."""
        keys: list[_Key] = [
            (word, tag, relation) for word, tag, relation in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        ]
        groups = list(self._group(doc))
        units = [tuple(keys[first:last]) for first, last in groups]
        new = {unit: first for unit, (first, _) in zip(units, groups, strict=True) if unit not in self._known}
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            self._lemmatizer.cache.clear()
            new = {unit: first for unit, (first, _) in zip(units, groups, strict=True)}
        if new:
            self._known.update(
                zip(new, self._ask(doc, [(first, len(unit)) for unit, first in new.items()]), strict=True)
            )
        return [word for unit in units for word in self._known[unit]]

    def _group(self, doc: "spacy.tokens.Doc") -> Iterator[tuple[int, int]]:
        """Each word by itself, and those together that a rule takes together: the first, and the one behind the last."""
        start = 0
        for first, last in _join(sorted((first, last) for _, first, last in self._wide(doc, allow_missing=True))):
            yield from ((each, each + 1) for each in range(start, first))
            yield first, last
            start = last
        yield from ((each, each + 1) for each in range(start, len(doc)))

    def _ask(self, doc: "spacy.tokens.Doc", groups: Sequence[tuple[int, int]]) -> Iterator[tuple[Word, ...]]:
        """The answers for groups of words, each given with its first word and its length; commas keep them apart."""
        places = [place for first, count in groups for place in (*range(first, first + count), None)]
        words = [(doc[at].text, doc[at].tag_, doc[at].dep_) if at is not None else (",", ",", "punct") for at in places]
        texts, tags, relations = (list(each) for each in zip(*words, strict=True))
        asked = type(doc)(doc.vocab, words=texts, tags=tags, deps=relations, heads=list(range(len(texts))))
        answers = iter(_word(token) for token in self._lemmatizer(self._ruler(asked)))
        for _, count in groups:
            yield tuple(next(answers) for _ in range(count))
            next(answers)


def _join(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first < joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined


def _word(token: "spacy.tokens.Token") -> Word:
    features = {each for each in str(token.morph).split("|") if each}
    if token.dep_ == "neg":
        features.add("Polarity=Neg")
    return Word(token.pos_, frozenset(features), token.lemma_.lower(), token.dep_)
