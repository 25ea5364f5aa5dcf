"""Who does what in a Ukrainian clause: subjects and objects are told apart by verb, agreement and order."""

from reportedly.annotate.ukrainian_clauses import Clause, is_relative
from reportedly.annotate.ukrainian_dictionary import words_of
from reportedly.annotate.ukrainian_draft import Draft
from reportedly.annotate.ukrainian_settling import settle
from reportedly.annotate.ukrainian_slots import ACC, DAT, FEM, GEN, INS, MASC, NEUT, NOM, PLUR, SING

_ALL_GENDERS = MASC | FEM | NEUT | PLUR


def decide_cases(draft: Draft, clauses: list[Clause]) -> None:
    """Choose subjects, and with them nominative or accusative where a form leaves both open."""
    for number, clause in enumerate(clauses):
        if clause.verb is None:
            _decide_verbless(draft, clauses, number)
        else:
            _decide_with_verb(draft, clauses, number, clause.verb)


def _free(draft: Draft, clause: Clause) -> list[int]:
    return [head for head in clause.parts if head not in draft.governed]


def _decide_with_verb(draft: Draft, clauses: list[Clause], number: int, verb: int) -> None:
    clause = clauses[number]
    free = _free(draft, clause)
    wanted = _agreement(draft, verb)
    if wanted:
        candidates = _find_candidates(draft, clauses, number, wanted)
        subject = _choose_subject(draft, candidates, wanted, verb, clauses, number)
        if subject is not None:
            clause.subject = subject
            settle(draft, subject, NOM, wanted)
            draft.hang(subject, verb, "nsubj")
    for head in free:
        if clause.subject is not None and _names_subject(draft, head, clause.subject, verb):
            settle(draft, head, NOM)
            draft.hang(head, clause.subject, "appos")
        elif head != clause.subject:
            _settle_object(draft, head, verb, clause)
    for at in range(clause.start, clause.end):
        if draft.pos(at) == "ADJ" and draft.heads[at] < 0 and draft.slots[at] & NOM:
            draft.slots[at] &= NOM


def _names_subject(draft: Draft, head: int, subject: int, verb: int) -> bool:
    """ "Речник уряду Іон Мунтян сказав": is it the name of the person whose post stands before it?"""
    together = subject < head and not subject < verb < head
    if not together or draft.pos(head) != "PROPN" or not draft.outer[head] & NOM & SING:
        return False
    if draft.pos(subject) != "NOUN" or "Animacy=Anim" not in draft.chosen[subject].features:
        return False
    between = range(subject + 1, head)
    named = (
        draft.chosen[head].kind in ("given", "surname")
        or draft.pos(head + 1) == "PROPN"
        or draft.pos(head - 1) == "PROPN"
    )
    return named and all(draft.pos(at) in ("NOUN", "PROPN", "ADJ", "DET", "NUM") for at in between)


def _find_candidates(draft: Draft, clauses: list[Clause], number: int, wanted: int) -> list[int]:
    """The phrases of the clause, and of verbless ones before it, past a relative clause: "мер, який поїхав, сказав"."""
    candidates, step = _free(draft, clauses[number]), number
    verb = clauses[number].verb
    if (
        verb is not None
        and draft.chosen[verb].lemma in words_of("verbs", "speech")
        and _some(draft, candidates, wanted)
    ):
        return candidates  # "…, повідомляє Генштаб"
    while step > 0 and not _only(draft, candidates, wanted):
        relative = step != number and is_relative(draft, clauses[step])
        if clauses[step].closed and not relative:
            break
        step -= 1
        if is_relative(draft, clauses[step]):
            continue
        if clauses[step].verb is not None:
            break
        candidates = [*(head for head in _free(draft, clauses[step]) if draft.slots[head]), *candidates]
    return candidates


def _some(draft: Draft, heads: list[int], wanted: int) -> bool:
    """Is one of them a known nominative that agrees?"""
    return any(draft.slots[head] & wanted & NOM for head in heads)


def _only(draft: Draft, heads: list[int], wanted: int) -> bool:
    """Is one of them a nominative and nothing else?"""
    return any(draft.outer[head] & wanted & NOM and not draft.outer[head] & ~NOM for head in heads)


def _agreement(draft: Draft, verb: int) -> int:
    """The nominatives with which the verb agrees; 0 if it has no subject."""
    chosen = draft.chosen[verb]
    if chosen.pos == "ADV" or "Variant=Short" in chosen.features or chosen.lemma in words_of("verbs", "impersonal"):
        return 0
    if "Mood=Imp" in chosen.features:
        return 0
    if chosen.slots:
        return chosen.slots & NOM
    if {"Person=1", "Person=2"} & chosen.features:
        return NOM
    if "Number=Plur" in chosen.features:
        return NOM & PLUR
    return NOM & SING if "Number=Sing" in chosen.features else NOM


def _agrees(draft: Draft, head: int, wanted: int) -> bool:
    if draft.outer[head] & wanted or (
        draft.outer[head] & NOM and draft.chosen[head].lemma in words_of("classes", "number_nouns")
    ):
        return True
    if any(draft.relations[at] == "conj" and draft.heads[at] == head for at in range(head + 1, len(draft))):
        return bool(draft.outer[head] & NOM and wanted & PLUR)
    counted = draft.slots[head] != draft.outer[head] and draft.outer[head] & NOM and _has_number(draft, head)
    return bool(counted and wanted & (PLUR | NEUT))


def _has_number(draft: Draft, head: int) -> bool:
    return draft.pos(head) == "NUM" or any(
        draft.relations[at] == "nummod" and draft.heads[at] == head for at in range(max(0, head - 6), head)
    )


def _choose_subject(
    draft: Draft, heads: list[int], wanted: int, verb: int, clauses: list[Clause], number: int
) -> int | None:
    able = [head for head in heads if _agrees(draft, head, wanted) and draft.outer[head] & NOM]
    able = [head for head in able if not (draft.outer[head] & ACC and _has_own_ruler(draft, verb, head))]
    if {"Person=1", "Person=2"} & draft.chosen[verb].features:
        able = [head for head in able if {"Person=1", "Person=2"} & draft.chosen[head].features]
    sure = [head for head in able if not draft.outer[head] & (ACC | GEN | DAT | INS)]
    if sure:
        return min(sure, key=lambda head: abs(head - verb) if head < verb else abs(head - verb) + 1)
    if not able:
        return None
    before = [head for head in able if head < verb]
    if before:
        return before[0] if len(able) > 1 or not _is_carried(draft, clauses, number) else before[-1]
    chosen = draft.chosen[verb]
    speaks = chosen.lemma in words_of("verbs", "speech") and not _is_carried(draft, clauses, number)
    if speaks or is_intransitive(draft, verb):
        return able[0]
    if _has_object(draft, heads, able):
        return next((head for head in able if draft.chosen[head].lemma not in words_of("classes", "times")), None)
    if _is_carried(draft, clauses, number) or wanted & PLUR:
        return None  # "чують вибухи": nobody is named who hears
    return next((head for head in able if draft.slots[head]), None)


def is_intransitive(draft: Draft, verb: int) -> bool:
    """Can the verb have no object in the accusative: "підійшли", "з'явилися"?"""
    chosen = draft.chosen[verb]
    return (
        "Voice=Mid" in chosen.features
        or chosen.lemma in words_of("verbs", "intransitive")
        or (chosen.lemma.endswith("йти") and chosen.lemma not in ("знайти", "пройти", "перейти", "обійти"))
    )


def _has_object(draft: Draft, heads: list[int], able: list[int]) -> bool:
    """Is another phrase plainly the object: "яку захопили війська"?"""
    return any(
        head not in able
        and draft.slots[head]
        and draft.outer[head]
        and not draft.outer[head] & ~ACC
        and draft.chosen[head].lemma not in words_of("classes", "times")
        for head in heads
    )


def _is_carried(draft: Draft, clauses: list[Clause], number: int) -> bool:
    """Does the clause before lend its subject: "він прийшов і знищив танк"?"""
    if not number or (
        draft.pos(clauses[number].start) != "CCONJ"
        and not (clauses[number].start and draft.pos(clauses[number].start - 1) == "CCONJ")
    ):
        return False
    return clauses[number - 1].subject is not None


def _infinitive_between(draft: Draft, verb: int, head: int) -> int | None:
    """The infinitive before the head that is nearest to it."""
    return next((at for at in range(head - 1, verb, -1) if "VerbForm=Inf" in draft.chosen[at].features), None)


def _has_own_ruler(draft: Draft, verb: int, head: int) -> bool:
    """Is the head rather the object of an infinitive between: "планує атакувати склад"?"""
    infinitive = _infinitive_between(draft, verb, head)
    return infinitive is not None and not is_intransitive(draft, infinitive)


def _settle_object(draft: Draft, head: int, verb: int, clause: Clause) -> None:
    """What is no subject: accusative before genitive, unless the verb asks for the genitive or is denied."""
    outer, chosen = draft.outer[head], draft.chosen[verb]
    if draft.chosen[head].lemma in words_of("classes", "times") and outer & GEN:
        settle(draft, head, GEN)
        draft.hang(head, verb, "obl")
        return
    infinitive = _infinitive_between(draft, verb, head)
    ruler = infinitive if infinitive is not None else verb
    lemma = draft.chosen[ruler].lemma.removesuffix("ся")
    denied = draft.lower[ruler - 1] == "не" and outer & GEN & SING
    if denied or lemma in words_of("verbs", "genitive") or chosen.lemma == "немати":
        wanted: tuple[int, ...] = (GEN, ACC)
    elif draft.chosen[ruler].lemma in words_of("verbs", "instrumental") or draft.chosen[ruler].lemma == "бути":
        wanted = (INS, NOM)
    elif "Voice=Mid" in draft.chosen[ruler].features and infinitive is None:
        wanted = (GEN, DAT, INS) if clause.subject is not None else (NOM, GEN)
    else:
        wanted = (ACC, GEN)
    for case in wanted:
        if outer & case:
            settle(draft, head, case)
            break
    relation = (
        "obj"
        if draft.outer[head] and not draft.outer[head] & ~(ACC | GEN)
        else "iobj"
        if draft.outer[head] and not draft.outer[head] & ~DAT
        else "obl"
    )
    draft.hang(head, ruler, relation)


def _decide_verbless(draft: Draft, clauses: list[Clause], number: int) -> None:
    """A clause of nouns alone: its first noun is its subject, or goes on with what stands before the comma."""
    clause = clauses[number]
    free = _free(draft, clause)
    infinitive = next(
        (
            at
            for at in range(clause.start, clause.end)
            if "VerbForm=Inf" in draft.chosen[at].features or "VerbForm=Conv" in draft.chosen[at].features
        ),
        None,
    )
    for head in free:
        if infinitive is not None and head > infinitive:
            settle(draft, head, ACC if draft.outer[head] & ACC else GEN)
            draft.hang(head, infinitive, "obj")
        elif (
            draft.outer[head] & NOM
            and (head == free[0] or draft.outer[head] & ~ACC == draft.outer[head] & NOM)
            and not _followed_by_verb(draft, clauses, number)
        ):
            settle(draft, head, NOM)
    for at in range(clause.start, clause.end):
        if draft.pos(at) == "ADJ" and draft.heads[at] < 0 and draft.slots[at] & NOM:
            draft.slots[at] &= NOM & (
                draft.slots[free[0]] | ~_ALL_GENDERS if free and draft.slots[free[0]] & NOM & draft.slots[at] else NOM
            )


def _followed_by_verb(draft: Draft, clauses: list[Clause], number: int) -> bool:
    """Will a verb of the next clause look for its subject here?"""
    after = number + 1
    return (
        after < len(clauses)
        and clauses[after].verb is not None
        and not clauses[after].closed
        and draft.words[clauses[number].end : clauses[after].start] == [","]
    )
