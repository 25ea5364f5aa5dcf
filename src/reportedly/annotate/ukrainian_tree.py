"""How the clauses of a Ukrainian sentence hang together, and where its small words hang."""

from reportedly.annotate.ukrainian_clauses import Clause
from reportedly.annotate.ukrainian_draft import Draft
from reportedly.annotate.ukrainian_slots import INS, NOM

_NOUN_PREPOSITIONS = frozenset(("з", "із", "зі", "про", "від", "до", "для", "між", "проти", "щодо", "без"))
_ADVERBIAL = frozenset(
    (
        "коли",
        "якщо",
        "якби",
        "щоб",
        "щоби",
        "аби",
        "поки",
        "доки",
        "хоча",
        "хоч",
        "бо",
        "адже",
        "оскільки",
        "як",
        "мов",
        "немов",
        "наче",
        "ніби",
        "ніж",
    )
)


def hang_clauses(draft: Draft, clauses: list[Clause]) -> None:
    """Give every word a head; the first clause that depends on no other holds the root."""
    cores = [_core(draft, clause) for clause in clauses]
    root = next(
        (
            core
            for core, clause in zip(cores, clauses, strict=True)
            if core >= 0 and not clause.closed and clause.verb is not None
        ),
        -1,
    )
    if root < 0:
        root = next((core for core in cores if core >= 0), 0)
    draft.heads[root], draft.relations[root] = -2, "root"
    for number, (clause, core) in enumerate(zip(clauses, cores, strict=True)):
        if core >= 0 and core != root:
            _hang_core(draft, clauses, cores, number, root)
        _hang_parts(draft, clause, core if core >= 0 else root)
    for at in range(len(draft)):
        if draft.heads[at] == -1:
            core = next(
                (core for core, clause in zip(cores, clauses, strict=True) if core >= 0 and at < clause.end), root
            )
            draft.hang(at, core if core != at else root, "punct" if draft.pos(at) == "PUNCT" else "dep")
        if draft.heads[at] == -1:
            draft.heads[at], draft.relations[at] = root, "dep"
    draft.heads[root] = root


def _core(draft: Draft, clause: Clause) -> int:
    """The verb of a clause, or what stands for it."""
    if clause.verb is not None:
        return clause.verb
    span = range(clause.start, clause.end)
    predicate = next(
        (at for at in span if draft.pos(at) == "ADJ" and draft.heads[at] < 0 and draft.slots[at] & NOM), None
    )
    if predicate is not None:
        return predicate
    for features in ("VerbForm=Inf", "VerbForm=Conv"):
        if (
            found := next((at for at in span if features in draft.chosen[at].features and draft.heads[at] < 0), None)
        ) is not None:
            return found
    free = [head for head in clause.parts if draft.heads[head] < 0]
    bare = [head for head in free if head not in draft.governed]
    if bare or free:
        return (bare or free)[0]
    return next((at for at in span if draft.heads[at] < 0 and draft.pos(at) != "PUNCT"), -1)


def _hang_core(draft: Draft, clauses: list[Clause], cores: list[int], number: int, root: int) -> None:
    clause, core = clauses[number], cores[number]
    before = next((each for each in reversed(cores[:number]) if each >= 0), root)
    first = draft.chosen[clause.start]
    link = draft.lower[clause.start]
    relative = next(
        (
            at
            for at in range(clause.start, min(clause.start + 2, clause.end))
            if draft.chosen[at].lemma in ("який", "котрий", "чий", "що", "де", "хто")
            and draft.pos(at) in ("DET", "PRON", "ADV")
        ),
        None,
    )
    noun = next(
        (
            at
            for at in range(clause.start - 1, max(-1, clause.start - 8), -1)
            if draft.pos(at) in ("NOUN", "PROPN", "PRON")
        ),
        None,
    )
    if relative is not None and noun is not None and noun != core:
        draft.hang(core, noun, "acl:relcl")
    elif first.pos == "SCONJ" and link in ("що", "чи"):
        draft.hang(core, before, "ccomp")
    elif link in _ADVERBIAL:
        draft.hang(core, before if number else root, "advcl")
    elif clause.verb is None and draft.pos(core) in ("NOUN", "PROPN", "PRON", "NUM", "X"):
        verb = next(
            (each.verb for each in (*reversed(clauses[:number]), *clauses[number:]) if each.verb is not None), None
        )
        governed = core in draft.governed
        target = verb if verb is not None else root
        draft.hang(core, target, "obl" if governed else "appos" if noun == target else "parataxis")
    elif first.pos == "CCONJ" or (clause.start and draft.pos(clause.start - 1) == "CCONJ"):
        draft.hang(core, before, "conj")
    else:
        draft.hang(core, root, "advcl" if "VerbForm=Conv" in draft.chosen[core].features else "parataxis")
    if draft.heads[core] == -1:
        draft.hang(core, root, "parataxis")


def _hang_parts(draft: Draft, clause: Clause, core: int) -> None:
    for head in clause.parts:
        if head == core or draft.heads[head] != -1:
            continue
        if head in draft.governed:
            _hang_governed(draft, clause, head, core)
        elif draft.slots[head] & NOM and draft.pos(core) in ("ADJ", "ADV"):
            draft.hang(head, core, "nsubj")
        else:
            draft.hang(head, core, "obl" if draft.slots[head] & INS else "dep")
    for at in range(clause.start, clause.end):
        if at != core and draft.heads[at] == -1:
            draft.hang(at, _near(draft, clause, at, core), _small_relation(draft, at))


def _hang_governed(draft: Draft, clause: Clause, head: int, core: int) -> None:
    """A prepositional phrase belongs to the noun before it or to the verb."""
    at = draft.governed[head]
    before = at - 1
    if before >= clause.start and draft.pos(before) in ("NOUN", "PROPN") and before not in (core,):
        noun = before
        while (
            draft.relations[noun] in ("flat:name", "nmod", "appos")
            and draft.heads[noun] >= 0
            and draft.lower[at] not in ("з", "із", "зі", "про")
        ):
            noun = draft.heads[noun]
        after_verb = (
            clause.subject is not None and clause.verb is not None and noun == clause.subject and noun > clause.verb
        )
        if draft.lower[at] in _NOUN_PREPOSITIONS or after_verb or draft.pos(core) not in ("VERB", "AUX"):
            draft.hang(head, noun, "nmod")
    if draft.heads[head] == -1:
        infinitive = next(
            (
                step
                for step in range(at - 1, max(clause.start - 1, at - 5), -1)
                if "VerbForm=Inf" in draft.chosen[step].features
            ),
            None,
        )
        draft.hang(head, infinitive if infinitive is not None else core, "obl")


def _near(draft: Draft, clause: Clause, at: int, core: int) -> int:
    """Where a small word hangs: a negation on its next word, most others on their clause's verb."""
    if (
        draft.lower[at] in ("не", "ні", "навіть", "лише", "тільки", "саме")
        and at + 1 < clause.end
        and draft.pos(at + 1) not in ("ADP", "PUNCT")
    ):
        return at + 1
    return core


def _small_relation(draft: Draft, at: int) -> str:
    pos, features = draft.pos(at), draft.chosen[at].features
    if "VerbForm=Inf" in features:
        return "xcomp"
    if "VerbForm=Conv" in features:
        return "advcl"
    names = {
        "SCONJ": "mark",
        "CCONJ": "cc",
        "PART": "advmod",
        "ADV": "advmod",
        "AUX": "aux",
        "PUNCT": "punct",
        "ADP": "case",
        "ADJ": "xcomp",
        "DET": "nsubj",
        "SYM": "discourse",
    }
    if pos in ("DET", "PRON") and not draft.slots[at] & NOM:
        return "obl"
    return names.get(pos, "dep")
