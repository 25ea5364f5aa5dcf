"""How the words of Russian sentences hang together: slovnet's networks, mapped to Universal Dependencies.

Of natasha only what is used is loaded: word vectors, morphology, syntax and names. Its segmenter loses words beside emoji,
so words are cut by `words_slavic.py`; its lemmatiser analyses each word of each text anew, so lemmas are looked up here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportedly.annotate.words_slavic import cut_words, is_sign
from reportedly.model.annotation import Sentence, Token
from reportedly.model.span import Span

LONGEST_WORDS = 200
"""Longer sentences are lists or prose without stops; they are parsed in pieces, since a batch is as wide as its longest."""

Tag = tuple[str, dict[str, str]]
"""Part of speech and features, as slovnet has them."""

_COMPLEMENTS = frozenset({"nsubj", "nsubj:pass", "csubj", "mark", "cc", "punct", "aux", "parataxis", "advcl", "conj"})
"""What hangs on a predicate noun's copula rather than on the noun."""
_CASES = {"nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc", "gen2": "Gen"}
_TENSES = {"past": "Past", "pres": "Pres", "futr": "Pres"}
_FORMS = {"INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
_CONJUNCTIONS = frozenset({"а", "и"})
"""At the head of a sentence their capital makes the network take them for names."""
_NUMBERS = {"sing": "Sing", "plur": "Plur"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_PARTS = {
    "NOUN": frozenset({"NOUN"}), "PROPN": frozenset({"NOUN"}), "ADJ": frozenset({"ADJF", "ADJS", "COMP"}),
    "VERB": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}), "AUX": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}),
    "DET": frozenset({"ADJF", "NPRO"}), "PRON": frozenset({"NPRO", "ADJF"}), "NUM": frozenset({"NUMR", "ADJF"}),
    "ADV": frozenset({"ADVB", "PRED", "COMP"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Known:
    """What the dictionary says of a word."""

    lemma: str
    perfective: bool = False
    fixed: bool = False
    """It never declines, so that its case is a guess."""
    pos: str = ""
    """What it can only be, where the network took it for something else."""
    case: str = ""
    """The case that its ending must have, where the network took another."""
    animate: bool = False
    """It can only be somebody."""
    nominative: bool = False
    """It may be a nominative in this number."""


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
    """The word as the networks were trained on it: one sort of quotation mark, no ё."""
    word = word.replace("ё", "е").replace("Ё", "Е")
    return "«" if word in "„“" else "»" if word == "”" else '"' if word.startswith('"') else word


def _token(
    word: Span, index: int, sentence: int, head: int, relation: str, tag: Tag, entity: str
) -> Token:  # fmt: skip
    pos, features = tag
    if is_sign(word.text):
        pos, features = "SYM", {}
    elif word.text in ("*", "**", "_", "__") or not any(each.isalnum() for each in word.text):
        pos, features = ("SYM" if word.text in "%№$€£+" else "PUNCT"), {}
    if word.text.lower() in _CONJUNCTIONS:
        pos, features = "CCONJ", {}
    if features.get("Foreign"):
        pos = "PROPN" if word.text[:1].isupper() else "X"
    shape = (
        features.get("Gender", "")
        if pos == "PROPN"
        else features.get("Tense", "")
        if features.get("VerbForm") == "Fin"
        else features.get("VerbForm", "")
    )
    known = _look_up(
        word.text, pos, features.get("Case", ""), shape, features.get("Number", ""), body=entity.endswith("ORG")
    )
    if known.animate and features.get("Animacy") == "Inan":
        features = {**features, "Animacy": "Anim"}
    if known.fixed:
        features = {name: value for name, value in features.items() if name not in ("Case", "Gender", "Number")}
    elif relation.startswith("nsubj") and features.get("Case") == "Acc" and features.get("Animacy") == "Inan":
        features = {**features, "Case": "Nom"}  # one form for both: the parser knows better which it is
    elif relation == "nsubj" and pos in ("NOUN", "PROPN") and features.get("Case") == "Gen" and known.nominative:
        features = {**features, "Case": "Nom"}  # an unusual word before its verb
    elif known.case:
        features = {**features, "Case": known.case}
    pos = known.pos or pos
    going = known.perfective or word.text.lower().startswith("буд")
    if going and features.get("Tense") == "Pres" and features.get("VerbForm") == "Fin":
        features = {**features, "Tense": "Fut"}  # a perfective verb has no present
    marks = {f"{name}={value}" for name, value in features.items()}
    if entity:
        marks.add(f"Entity={entity}")
    return Token(
        start=word.start, end=word.end, text=word.text, index=index, sentence=sentence, head=head, relation=relation,
        lemma=known.lemma, pos=pos, features=frozenset(marks),
    )  # fmt: skip


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


def find_lemma(word: str, pos: str, case: str) -> str:
    """The dictionary form in small letters: of the analyses the likeliest that fits part of speech and case."""
    return _look_up(word, pos, case, "", "", body=False).lemma


@lru_cache(maxsize=65536)
def _look_up(word: str, pos: str, case: str, shape: str, number: str, *, body: bool) -> _Known:
    """What the dictionary knows of a word that the network has tagged so; `shape` is a name's gender, or a verb's form;
    `body`: is it in the name of an organisation?"""
    if pos not in _PARTS or not word[:1].isalpha():
        return _Known(word.lower())
    capitals = pos == "PROPN" and word.isupper() and len(word) > 1
    analyses = [each for each in _analyse(word) if each.tag.POS in _PARTS[pos]]
    fitting = [each for each in analyses if _CASES.get(each.tag.case) == case] if case else []
    shaped = [each for each in fitting or analyses if _shape(each, pos) == shape] if shape else []
    best = next(iter((*shaped, *fitting, *analyses)), None)
    if best is None:
        noun = next((each for each in _analyse(word) if each.tag.POS == "NOUN"), None) if pos == "ADJ" else None
        return (
            _Known(str(noun.normal_form), pos="NOUN", fixed=_is_deputy(word))
            if noun
            else _Known(word.lower(), fixed=capitals)
        )
    fixed = capitals or (pos in ("NOUN", "PROPN") and ("Fixd" in best.tag or _is_deputy(word)))
    if word.isupper() and len(word) > 1:
        return _Known(word.lower(), fixed=fixed)
    guessed = body and not best.is_known  # "в Ростехе": how it would go is anybody's guess
    return _Known(
        word.lower() if guessed else str(best.normal_form),
        best.tag.aspect == "perf",
        fixed,
        case=_mended_case(analyses, case, number) if pos == "NOUN" else "",
        animate=pos == "NOUN" and all(each.is_known and each.tag.animacy == "anim" for each in analyses),
        nominative=any(each.tag.case == "nomn" and _NUMBERS.get(each.tag.number) == number for each in analyses),
    )


def _is_deputy(word: str) -> bool:
    """ "Замначальника", "заммэра": whose deputy it is stands in the genitive, whatever the case of the deputy."""
    whose = word[3:] if word[:3].lower() == "зам" else ""
    return len(whose) >= 4 and any(
        each.is_known and each.tag.case == "gent" and each.tag.animacy == "anim" for each in _analyse(whose)
    )


def _shape(analysis: Any, pos: str) -> str:
    """What `_look_up` compares with the network's features: a name's gender, a finite verb's tense, another verb's form."""
    if pos == "PROPN":
        return _GENDERS.get(analysis.tag.gender, "")
    return _TENSES.get(analysis.tag.tense, "") if analysis.tag.POS == "VERB" else _FORMS.get(analysis.tag.POS, "")


def _mended_case(analyses: Sequence[Any], case: str, number: str) -> str:
    """The only case that the ending allows in this number, where it is another than the network's; else nothing."""
    allowed = {_CASES.get(each.tag.case) for each in analyses if _NUMBERS.get(each.tag.number) == number}
    return next(iter(allowed)) or "" if len(allowed) == 1 and case not in allowed else ""


@lru_cache(maxsize=16384)
def _analyse(word: str) -> tuple[Any, ...]:
    """What the dictionary makes of a word, whatever the network tagged it; the likeliest first."""
    return tuple(_dictionary().parse(word))


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
