"""The words of Ukrainian sentences, by own rules: part of speech, case, lemma, and what hangs on what."""

from collections.abc import Iterator, Sequence

from reportedly.annotate.ukrainian_clauses import cut_clauses
from reportedly.annotate.ukrainian_dependents import find_phrases
from reportedly.annotate.ukrainian_draft import Draft, open_draft
from reportedly.annotate.ukrainian_names import mark_lone_names
from reportedly.annotate.ukrainian_picking import pick_readings
from reportedly.annotate.ukrainian_roles import decide_cases
from reportedly.annotate.ukrainian_slots import all_features
from reportedly.annotate.ukrainian_tree import hang_clauses
from reportedly.model.annotation import Sentence, Token

_NOTHING: frozenset[str] = frozenset()


def parse_ukrainian(sentences: Sequence[tuple[int, Sentence]], base: int) -> list[Token]:
    """Tokens of these sentences, in order.

    Args:
        sentences: each with its number in the document.
        base: index of the first token in the document.
    """
    tokens: list[Token] = []
    for number, sentence in sentences:
        draft = open_draft(sentence.text)
        if not len(draft):
            continue
        read_draft(draft)
        tokens.extend(_write_tokens(draft, number, sentence.start, base + len(tokens)))
    return tokens


def read_draft(draft: Draft) -> None:
    """Decide everything that is open in a sentence."""
    pick_readings(draft)
    find_phrases(draft)
    clauses = cut_clauses(draft)
    decide_cases(draft, clauses)
    hang_clauses(draft, clauses)
    draft.settle_readings()
    mark_lone_names(draft)


def _write_tokens(draft: Draft, number: int, shift: int, base: int) -> Iterator[Token]:
    for at, (word, (start, end, _)) in enumerate(zip(draft.words, draft.places, strict=True)):
        chosen = draft.chosen[at]
        extra = frozenset(draft.extra[at]) if draft.extra[at] else _NOTHING
        yield Token(
            start=shift + start, end=shift + end, text=word, index=base + at, sentence=number, head=base + draft.heads[at],
            relation=draft.relations[at], lemma=chosen.lemma.lower() or draft.lower[at], pos=chosen.pos,
            features=all_features(chosen.features, draft.slots[at], extra),
        )  # fmt: skip
