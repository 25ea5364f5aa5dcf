"""A text cut into windows of sub-words, each small enough for the tagger to take in at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reportedly.model.annotation import Sentence

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 256
"""Sub-words in a window, the marks at its ends included. The tagger was trained on windows of this size."""

OTHER, LOWER, TITLE, UPPER = range(4)
"""How a sub-word is written; the vocabulary itself knows lower case alone."""


@dataclass(frozen=True, slots=True)
class Window:
    """Whole paragraphs as far as they fit, else whole sentences: what the tagger sees of a text at once.

    The four tuples are of one length. A mark of the model's own (at the beginning, and after each paragraph) covers no
    text: its start and end are equal.
    """

    ids: tuple[int, ...]
    """Numbers of the sub-words in the vocabulary."""
    shapes: tuple[int, ...]
    """How each is written: OTHER, LOWER, TITLE or UPPER."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Code points into the document's text, end exclusive."""


_Piece = tuple[int, int, int, int]
"""Id, shape, start and end of one sub-word."""


@dataclass(frozen=True, slots=True)
class SubWords:
    """Cuts words into the sub-words of a vocabulary, lower-cased and without accents."""

    tokenizer: "Tokenizer"
    numbers: Mapping[str, int]
    """The id of each sub-word, and of the marks `[CLS]`, `[SEP]`, `[UNK]` and `[MASK]`."""


def load_sub_words(vocabulary: Sequence[str]) -> SubWords:
    """The sub-words of `vocabulary`, whose ids are their places in it."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    numbers = {word: number for number, word in enumerate(vocabulary) if word}
    tokenizer = Tokenizer(WordPiece(numbers, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return SubWords(tokenizer, numbers)


def cut_windows(text: str, sentences: Sequence[Sentence], sub_words: SubWords) -> Iterator[Window]:
    """The windows of `text`, in order, together covering every sentence once."""
    opening, closing = sub_words.numbers["[CLS]"], sub_words.numbers["[SEP]"]
    pending: list[_Piece] = []
    for _, members in groupby(sentences, key=lambda sentence: sentence.paragraph):
        encoded = [list(_encode(text, sentence.start, sentence.end, sub_words)) for sentence in members]
        for part in _fit(encoded, LONGEST - 2):
            if pending and len(pending) + len(part) + 2 > LONGEST:
                yield _window(pending, opening)
                pending = []
            end = part[-1][3]
            pending += [*part, (closing, OTHER, end, end)]
    if pending:
        yield _window(pending, opening)


def window_of(text: str, pieces: Sequence[tuple[int, int]], sub_words: SubWords) -> Window:
    """What stands in `pieces` (start and end) as a sentence of its own: no "that" ahead, a capital, a full stop.

    It is cut off where a window ends.
    """
    read = [piece for start, end in pieces for piece in _encode(text, start, end, sub_words)][: LONGEST - 3]
    if len(read) > 1 and text[read[0][2] : read[0][3]].lower() == "that":
        read = read[1:]
    if not read:
        read = [(sub_words.numbers["[UNK]"], OTHER, pieces[0][0], pieces[0][0])]
    number, shape, start, end = read[0]
    read[0] = (number, TITLE if shape == LOWER else shape, start, end)
    last = read[-1][3]
    closed = [] if text[last - 1 : last] in (".", "?", "!") else [(sub_words.numbers["."], OTHER, last, last)]
    return _window([*read, *closed, (sub_words.numbers["[SEP]"], OTHER, last, last)], sub_words.numbers["[CLS]"])


def _encode(text: str, first: int, last: int, sub_words: SubWords) -> Iterator[_Piece]:
    encoding = sub_words.tokenizer.encode(text[first:last], add_special_tokens=False)
    for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        yield number, _shape(text[first + start : first + end]), first + start, first + end


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if not word[:1].isupper():
        return OTHER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


def _fit(sentences: Sequence[list[_Piece]], most: int) -> Iterator[list[_Piece]]:
    """A paragraph in parts of at most `most` sub-words, cut between sentences where that is possible."""
    part: list[_Piece] = []
    for sentence in sentences:
        if part and len(part) + len(sentence) > most:
            yield part
            part = []
        part = part + sentence
        while len(part) > most:
            yield part[:most]
            part = part[most:]
    if part:
        yield part


def _window(pieces: Sequence[_Piece], opening: int) -> Window:
    first = pieces[0][2]
    ids, shapes, starts, ends = zip((opening, OTHER, first, first), *pieces, strict=True)
    return Window(ids, shapes, starts, ends)
