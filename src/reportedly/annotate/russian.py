"""How the words of Russian sentences hang together: slovnet's networks, mapped to Universal Dependencies.

Of natasha only what is used is loaded: word vectors, morphology, syntax and names. Its segmenter loses words beside emoji,
so words are cut by `words_slavic.py`; its lemmatiser analyses each word of each text anew, so lemmas are looked up here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.annotate.russian_dictionary import Known, look_up
from reportedly.annotate.words_slavic import cut_words, is_sign
from reportedly.model.annotation import Sentence, Token
from reportedly.model.span import Span

LONGEST_WORDS = 200
"""Longer sentences are lists or prose without stops; they are parsed in pieces, since a batch is as wide as its longest."""

Tag = tuple[str, dict[str, str]]
"""Part of speech and features, as slovnet has them."""

_COMPLEMENTS = frozenset({"nsubj", "nsubj:pass", "csubj", "mark", "cc", "punct", "aux", "parataxis", "advcl", "conj"})
"""What hangs on a predicate noun's copula rather than on the noun."""
_CONJUNCTIONS = frozenset({"а", "и"})
"""At the head of a sentence their capital makes the network take them for names."""


@dataclass(frozen=True, slots=True)
class _Networks:
    morphology: Any
    syntax: Any
    names: Any


def parse_russian(sentences: Sequence[tuple[int, Sentence]], base: int) -> list[Token]:
    """The tokens of `sentences` in order.

    Args:
        sentences: each with its number in the document.
        base: index of the first token in the document.
    """
    pieces: list[tuple[int, list[Span]]] = []
    for number, sentence in sentences:
        words = list(cut_words(sentence.text, sentence.start))
        pieces += [(number, words[at : at + LONGEST_WORDS]) for at in range(0, len(words), LONGEST_WORDS)]
    if not pieces:
        return []
    networks = load_networks()
    items = [[_spelt(word.text) for word in words] for _, words in pieces]
    trees = networks.syntax.map(items)
    names = networks.names.map([" ".join(words) for words in items])
    tokens: list[Token] = []
    for (number, words), tagged, tree, named in zip(pieces, networks.morphology.map(items), trees, names, strict=True):
        tags = [(token.pos, dict(token.feats or {})) for token in tagged.tokens]
        heads, relations = _rehang(
            [int(token.head_id) - 1 for token in tree.tokens], [t.rel for t in tree.tokens], tags
        )
        entities = _entities([token.text for token in tagged.tokens], named.spans)
        for at, word in enumerate(words):
            tokens.append(
                _token(
                    word,
                    base + len(tokens),
                    number,
                    base + len(tokens) - at + heads[at],
                    relations[at],
                    tags[at],
                    entities[at],
                )
            )
    return tokens


@cache
def load_networks() -> _Networks:
    """The networks, loaded once for the process."""
    from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser

    vectors = NewsEmbedding()
    return _Networks(NewsMorphTagger(vectors), NewsSyntaxParser(vectors), NewsNERTagger(vectors))


def _spelt(word: str) -> str:
    """The word as the networks know it: one sort of quotation mark, no ё, no figures before "-летний"."""
    if word[:1].isdigit() and "-лет" in word:
        word = word.rpartition("-")[2]
    word = word.replace("ё", "е").replace("Ё", "Е")
    return "«" if word in "„“" else "»" if word == "”" else '"' if word.startswith('"') else word


def _token(
    word: Span, index: int, sentence: int, head: int, relation: str, tag: Tag, entity: str
) -> Token:  # fmt: skip
    pos, features = _mend_sort(word.text, *tag)
    known = _known(word.text, pos, features, entity)
    if relation == "root" and pos == "PROPN" and features.get("Case") not in (None, "Nom"):
        named = _known(word.text, pos, {**features, "Case": "Nom"}, entity)  # "Песков: переговоров не будет"
        if named.nominative and named.named and not named.fixed:
            known, features = named, {**features, "Case": "Nom"}
    features = _mend_features(word.text, pos, features, relation, known)
    marks = {f"{name}={value}" for name, value in features.items()}
    if entity:
        marks.add(f"Entity={entity}")
    return Token(
        start=word.start, end=word.end, text=word.text, index=index, sentence=sentence, head=head, relation=relation,
        lemma=known.lemma, pos=known.pos or pos, features=frozenset(marks),
    )  # fmt: skip


def _mend_sort(word: str, pos: str, features: dict[str, str]) -> Tag:
    """Part of speech and features of marks, signs, addresses and short words that the network mistakes."""
    if is_sign(word):
        return "SYM", {}
    if word in ("*", "**", "_", "__") or not any(each.isalnum() for each in word):
        return ("SYM" if word in "%№$€£+" else "PUNCT"), {}
    if word.lower() in _CONJUNCTIONS:
        return "CCONJ", {}
    if "." in word and word[:1].isalnum() and word[-1:].isalpha():
        return "PROPN", {}  # the address of a site, which stands for its name: "сообщает 360.ру"
    if features.get("Foreign"):
        return ("PROPN" if word[:1].isupper() else "X"), features
    return pos, features


def _known(word: str, pos: str, features: dict[str, str], entity: str) -> Known:
    form = features.get("Tense", "") if features.get("VerbForm") == "Fin" else features.get("VerbForm", "")
    shape = features.get("Gender", "") if pos == "PROPN" else form
    return look_up(
        _spelt(word) if word[:1].isdigit() else word, pos, features.get("Case", ""), shape, features.get("Number", ""), body=entity.endswith("ORG")
    )  # fmt: skip


def _mend_features(word: str, pos: str, features: dict[str, str], relation: str, known: Known) -> dict[str, str]:
    """The features that the dictionary and the parser correct."""
    case = features.get("Case")
    if pos == "PROPN" and relation == "root" and not known.named:
        features = {name: value for name, value in features.items() if name != "Animacy"}
    if known.animate and features.get("Animacy") == "Inan":
        features = {**features, "Animacy": "Anim"}
    if known.fixed:
        features = {name: value for name, value in features.items() if name not in ("Case", "Gender", "Number")}
    elif relation.startswith("nsubj") and case == "Acc" and features.get("Animacy") == "Inan":
        features = {**features, "Case": "Nom"}  # one form for both: the parser knows better which it is
    elif relation == "nsubj" and pos in ("NOUN", "PROPN") and case == "Gen" and known.nominative:
        features = {**features, "Case": "Nom"}  # an unusual word before its verb
    elif known.case:
        features = {**features, "Case": known.case}
    going = known.perfective or word.lower().startswith("буд")
    if going and features.get("Tense") == "Pres" and features.get("VerbForm") == "Fin":
        features = {**features, "Tense": "Fut"}  # a perfective verb has no present
    return features


def _rehang(heads: list[int], relations: list[str], tags: Sequence[Tag]) -> tuple[list[int], list[str]]:
    """Heads within the piece (its own place at a root); a copula stands above its predicate, as `Token.relation` says."""
    heads = [at if head < 0 or head >= len(heads) else head for at, head in enumerate(heads)]
    relations = ["root" if heads[at] == at else relation for at, relation in enumerate(relations)]
    for at, relation in enumerate(relations):
        predicate = heads[at]
        if relation != "cop" or predicate == at or tags[predicate][0] in ("VERB", "AUX"):
            continue
        heads[at] = at if heads[predicate] == predicate else heads[predicate]
        relations[at] = relations[predicate]
        for child, head in enumerate(heads):
            if head == predicate and child not in (at, predicate) and relations[child] in _COMPLEMENTS:
                heads[child] = at
        heads[predicate], relations[predicate] = at, "xcomp"
    return heads, relations


def _entities(words: Sequence[str], spans: Sequence[Any]) -> list[str]:
    """`B-PERSON` and the like for each word, from spans over the words joined by spaces."""
    labels = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
    found, start, todo = [], 0, list(spans)
    for word in words:
        end = start + len(word)
        while todo and todo[0].stop <= start:
            todo.pop(0)
        inside = bool(todo) and todo[0].start < end
        found.append(f"{'B' if todo[0].start >= start else 'I'}-{labels[todo[0].type]}" if inside else "")
        start = end + 1
    return found
