"""Where one piece of a sentence holds two propositions, or a list of happenings, joined by "и"."""

from collections.abc import Iterator, Sequence

from reportedly.model.annotation import Token
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.sheet import Piece, Sheet, described
from reportedly.slavic.words import feature, is_predicate, spelt

AND = frozenset("и а но или либо да і й та але або чи".split())


def part_piece(sheet: Sheet, piece: Piece, silent: frozenset[int]) -> Iterator[list[Token]]:
    """The words of a piece that are no reporting clause's, parted where two predicates are joined by "и"."""
    words = [each for each in piece.tokens if each.index not in silent]
    if not any(each.pos not in ("PUNCT", "SYM") for each in words):
        return
    start = 0
    for at, token in enumerate(words):
        joins = spelt(token.text) in AND and token.pos in ("CCONJ", "PART")
        first, second = words[start:at], words[at + 1 :]
        if (
            joins
            and _full_behind(second)
            and (_full(first) or (predicate_of(first) is not None and _starts_anew(second)))
        ):
            yield words[start:at]
            start = at
    yield words[start:]


def _full(words: Sequence[Token]) -> bool:
    """Is it a clause with more than its predicate behind or before it?"""
    places = [at for at, each in enumerate(words) if is_predicate(each)]
    if not places:
        return False
    return any(each.pos in ("NOUN", "PROPN", "ADJ", "ADV", "X") for each in words[places[-1] + 1 :])


def _full_behind(words: Sequence[Token]) -> bool:
    """Does a clause follow, whose predicate comes before any other "и", with something of its own?"""
    for at, token in enumerate(words):
        if spelt(token.text) in AND and token.pos == "CCONJ":
            return False
        if token.pos == "SCONJ":
            continue
        if is_predicate(token):
            own = [
                each for each in (*words[:at], *words[at + 1 :]) if each.pos in ("NOUN", "PROPN", "NUM", "ADV", "PRON")
            ]
            return bool(own)
    return False


def _starts_anew(words: Sequence[Token]) -> bool:
    """Has the second half a subject of its own before its predicate?"""
    before = []
    for each in words:
        if is_predicate(each):
            break
        before.append(each)
    return has_subject(before)


def part_list(part: Sequence[Token]) -> list[list[Token]]:
    """The happenings that "и" joins: "повреждении объекта | и отключении света"."""
    phrases = cut_phrases(part)
    head = phrases[0].head if phrases else None
    starts = [0]
    for phrase in phrases[1:]:
        at = next(place for place, each in enumerate(part) if each.index == phrase.start.index)
        joined = at > 0 and spelt(part[at - 1].text) in AND
        if (
            joined
            and head is not None
            and feature(phrase.head, "Case") == feature(head, "Case")
            and (phrase.preposition is None or phrase.preposition.text == part[0].text)
            and _has_owner(phrase)
        ):
            starts.append(at)
    return [list(part[start:end]) for start, end in zip(starts, [*starts[1:], len(part)], strict=True)]


def _has_owner(phrase: Phrase) -> bool:
    """Does more than its head stand in it, behind the head: "отключении электроэнергии"?"""
    counted = any(each.pos == "NUM" for each in phrase.tokens)
    return (
        phrase.last.index > phrase.head.index
        or counted
        or "VerbForm=Part" in phrase.head.features
        or phrase.head.pos == "ADJ"
    )


def has_subject(words: Sequence[Token]) -> bool:
    """Does a noun in the nominative stand among the words?"""
    return any(each.preposition is None and each.case == "Nom" for each in cut_phrases(words))


def predicate_of(words: Sequence[Token]) -> Token | None:
    """The first predicate, a full verb rather than an auxiliary; None if there is none."""
    found = [each for each in words if is_predicate(each)] or list(described(words))
    verbs = [each for each in found if each.pos != "AUX"]
    return next(iter(verbs or found), None)
