"""The tree that spaCy's parser sees in English words, as Universal Dependencies see it."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.english_names import Name
from reportedly.annotate.english_spelling import VERBS
from reportedly.annotate.english_words import Word
from reportedly.model.annotation import Sentence, Token

RELATIONS = {
    "ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "attr": "xcomp", "acomp": "xcomp", "oprd": "xcomp", "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt",
    "neg": "advmod", "npadvmod": "obl:npmod", "quantmod": "advmod", "intj": "discourse", "meta": "dep",
    "preconj": "cc:preconj", "predet": "det:predet", "dative": "iobj", "prep": "advmod", "agent": "advmod",
    "pobj": "obl", "pcomp": "advcl",
}  # fmt: skip
"""ClearNLP's labels that Universal Dependencies call otherwise. The rest keep their name."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """Some sentences and what was found of each of their words: all but `sentences` and `names` have an entry a word."""

    sentences: Sequence[tuple[int, Sentence]]
    starts: Sequence[int]
    """Code points into the document's text."""
    texts: Sequence[str]
    """As the parser was given them."""
    begins: Sequence[bool]
    """Does a sentence begin with it?"""
    heads: Sequence[int]
    words: Sequence[Word]
    names: Sequence[Name]


def hang(parsed: Parsed, base: int) -> Iterator[Token]:
    """The tokens of what was parsed, the first of them numbered `base`."""
    heads, relations = _rehang(parsed)
    tags = _mend_names(parsed, heads, relations)
    entities = _entities(parsed.names)
    numbers = iter(parsed.sentences)
    number, sentence = 0, parsed.sentences[0][1]
    for at, (known, word) in enumerate(zip(parsed.texts, parsed.words, strict=True)):
        if parsed.begins[at]:
            number, sentence = next(numbers)
        start = parsed.starts[at]
        end = start + len(known)
        text = sentence.text[start - sentence.start : end - sentence.start]
        instead, lemma = VERBS.get(text, ("", ""))
        yield Token(
            start=start, end=end, text=text, index=base + at, sentence=number, head=base + heads[at],
            relation=relations[at], lemma=lemma if known == instead else word.lemma, pos=tags[at],
            features=word.features | {entities[at]} if at in entities else word.features,
        )  # fmt: skip


def _entities(names: Sequence[Name]) -> dict[int, str]:
    """The feature of each word of a name."""
    return {
        at: f"Entity={'B' if at == first else 'I'}-{label}" for first, last, label in names for at in range(first, last)
    }


def _mend_names(parsed: Parsed, heads: Sequence[int], relations: list[str]) -> list[str]:
    """Parts of speech; a rare name ("have taken Toretsk") that was taken for an adverb is a name and an object again."""
    known = [word.pos for word in parsed.words]
    tags = list(known)
    for at, tag in enumerate(known):
        if tag in ("ADV", "INTJ"):
            text = parsed.texts[at]
            if text[:1].isupper() and text[1:].islower() and not _is_first(parsed, at):
                tags[at] = "PROPN"
                if relations[at] == "advmod" and heads[at] == at - 1:
                    relations[at] = "obj" if known[at - 1] == "VERB" else "obl"
        elif tag == "PROPN" and relations[at] == "advmod" and heads[at] == at - 1:
            relations[at] = "obj" if known[at - 1] == "VERB" else relations[at]
    return tags


def _is_first(parsed: Parsed, at: int) -> bool:
    """Does a sentence begin with it, or does it stand behind a mark?"""
    return parsed.begins[at] or all(unicodedata.category(each)[0] == "P" for each in parsed.texts[at - 1])


def _rehang(parsed: Parsed) -> tuple[list[int], list[str]]:
    """Heads and relations after Universal Dependencies: prepositions hang on their nouns, not the reverse."""
    own, words = parsed.heads, parsed.words
    heads = list(own)
    relations = [RELATIONS.get(word.relation, word.relation) for word in words]
    children: list[list[int]] = [[] for _ in own]
    for at, head in enumerate(own):
        if head != at:
            children[head].append(at)
    for at, word in enumerate(words):
        if word.relation not in ("pobj", "pcomp") or own[at] == at:
            continue
        preposition, climbed = own[at], []
        while words[preposition].relation in ("prep", "agent", "dative") and own[preposition] != preposition:
            climbed.append(preposition)
            preposition = own[preposition]
        if not climbed:
            continue
        on_noun = words[preposition].pos in ("NOUN", "PROPN", "PRON", "NUM")
        heads[at] = preposition
        if word.relation == "pcomp" and word.pos in ("VERB", "AUX"):
            relations[at] = "acl" if on_noun else "advcl"
        else:
            last = words[climbed[-1]].relation
            relations[at] = "obl:agent" if last == "agent" else "nmod" if on_noun else "obl"
        for each in climbed:
            if relations[each] in ("case", "mark"):
                continue  # a second noun of the same preposition
            heads[each], relations[each] = at, "mark" if relations[at] in ("acl", "advcl") else "case"
            for child in children[each]:
                if child != at and child not in climbed and words[child].relation not in ("pobj", "pcomp"):
                    heads[child] = at
    return heads, relations
