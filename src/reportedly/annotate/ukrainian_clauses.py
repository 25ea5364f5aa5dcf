"""Where the clauses of a Ukrainian sentence begin and end."""

from dataclasses import dataclass, field

from reportedly.annotate.ukrainian_dictionary import words_of
from reportedly.annotate.ukrainian_draft import CLOSERS, DASHES, OPENERS, Draft

_BREAKS = frozenset((",", ";", ":", "...", "…", ".", "!", "?")) | DASHES | OPENERS | CLOSERS
_RELATIVES = frozenset(("який", "котрий", "що", "хто", "де", "куди", "звідки", "чий"))


@dataclass(slots=True)
class Clause:
    """A stretch of words with at most one finite verb."""

    start: int
    end: int
    verb: int | None = None
    subject: int | None = None
    parts: list[int] = field(default_factory=list)
    """Heads of the phrases in it that hang on no other phrase."""
    closed: bool = False
    """Does something stand between it and the clause before that no subject crosses?"""


def is_verb_like(draft: Draft, at: int) -> bool:
    """A finite verb, an impersonal in -но or -то, or a copula."""
    chosen = draft.chosen[at]
    if chosen.pos == "ADV":
        return chosen.lemma in words_of("classes", "predicatives")
    return (
        chosen.pos in ("VERB", "AUX")
        and ("VerbForm=Fin" in chosen.features or "Variant=Short" in chosen.features)
        and "Mood=Cnd" not in chosen.features
    )


def cut_clauses(draft: Draft) -> list[Clause]:
    """The sentence at its commas, dashes and marks, and before the conjunction of a second verb."""
    clauses: list[Clause] = []
    start = 0
    for at in range(len(draft) + 1):
        if at < len(draft) and (draft.words[at] not in _BREAKS or draft.heads[at] >= 0):
            continue
        if (
            at > start
            and at < len(draft)
            and all(draft.pos(each) in ("SCONJ", "CCONJ", "PART") for each in range(start, at))
        ):
            continue  # "каже, що «…»": the conjunction belongs to what follows the mark
        if at > start:
            clauses.extend(_cut_verbs(draft, start, at))
        start = at + 1
    heads = iter(sorted(each for each in draft.phrases if draft.heads[each] < 0))
    head = next(heads, None)
    for clause in clauses:
        while head is not None and head < clause.end:
            clause.parts.append(head)
            head = next(heads, None)
        before = draft.words[clause.start - 1] if clause.start else ""
        clause.closed = (
            before in (":", ";", "(") or draft.pos(clause.start) in ("SCONJ", "CCONJ") or is_relative(draft, clause)
        )
    return clauses


def is_relative(draft: Draft, clause: Clause) -> bool:
    """Does it open with "який", "що" or "де"?"""
    return any(
        draft.chosen[at].lemma in _RELATIVES and draft.pos(at) in ("DET", "PRON", "ADV")
        for at in range(clause.start, min(clause.start + 2, clause.end))
    )


def _cut_verbs(draft: Draft, start: int, end: int) -> list[Clause]:
    """One clause for each verb; a copula with its participle counts once."""
    verbs = [at for at in range(start, end) if is_verb_like(draft, at)]
    verbs = [
        at
        for n, at in enumerate(verbs)
        if not (
            draft.pos(at) == "AUX" and n + 1 < len(verbs) and "Variant=Short" in draft.chosen[verbs[n + 1]].features
        )
    ]
    found: list[Clause] = []
    for number, verb in enumerate(verbs):
        until = end
        if number + 1 < len(verbs):
            joints = [
                at
                for at in range(verb + 1, verbs[number + 1])
                if draft.pos(at) in ("CCONJ", "SCONJ") and draft.heads[at] < 0
            ]
            until = joints[0] if joints else verbs[number + 1]
        found.append(Clause(start, until, verb))
        start = until
    return found or [Clause(start, end)]
