"""Noun phrases of a Ukrainian sentence: what agrees, what a preposition governs, what hangs in the genitive."""

from dataclasses import dataclass

from reportedly.annotate.ukrainian_dictionary import words_of
from reportedly.annotate.ukrainian_draft import CLOSERS, OPENERS, Draft
from reportedly.annotate.ukrainian_guesses import guess_name
from reportedly.annotate.ukrainian_slots import ACC, ALL, GEN, INS, LOC, NOM, PLUR, SING, Analysis, spread_cases
from reportedly.annotate.ukrainian_verbs import verb_of_participle

FREE = ALL & ~LOC
"""Without a preposition nothing stands in the locative."""
MODIFIERS = ("ADJ", "DET", "NUM")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without what follows its head."""

    head: int
    end: int


def parse_phrase(draft: Draft, start: int, allowed: int) -> Phrase | None:
    """The noun phrase that begins at `start` and may stand in a slot of `allowed`; None if there is none."""
    at, mask, counted = start, allowed, -1
    modifiers: list[int] = []
    size = len(draft)
    while at < size:
        pos, chosen = draft.pos(at), draft.chosen[at]
        if modifiers and pos in ("NOUN", "PROPN", "ADJ", "DET") and (after := _take_doer(draft, at, mask)):
            at = after
            continue
        if pos in ("NOUN", "PROPN", "PRON") or draft.words[at] == "%":
            whole = _close(draft, at, mask, allowed, modifiers, counted)
            return whole or _close_number(draft, at, modifiers, counted, allowed)
        if pos == "NUM":
            counted = at
        elif pos == "DET" and chosen.lemma in words_of("classes", "relatives") and not modifiers:
            return _close_number(draft, at + 1, [at], -1, allowed)
        elif pos in ("ADJ", "DET"):
            if chosen.slots and not (narrowed := _agree(draft, at, mask, allowed, counted)):
                return None
            mask = narrowed if chosen.slots else mask
        elif not _may_stand_between(draft, at, bool(modifiers)):
            return _close_number(draft, at, modifiers, counted, allowed)
        modifiers.append(at)
        at += 1
    return _close_number(draft, at, modifiers, counted, allowed)


def _take_doer(draft: Draft, at: int, mask: int) -> int:
    """Where the doer behind a participle ends, "окупованому Росією Криму": an instrumental before what agrees; 0 if none."""
    participle = at - 1
    if draft.pos(participle) != "ADJ" or not (
        "VerbForm=Part" in draft.chosen[participle].features or verb_of_participle(draft.chosen[participle].lemma)
    ):
        return 0
    head = at
    while draft.pos(head) in ("ADJ", "DET") and draft.chosen[head].slots & INS:
        head += 1
    readings = draft.options[head] if head < len(draft) else ()
    if draft.pos(head) not in ("NOUN", "PROPN") or not any(each.slots & INS for each in readings):
        return 0
    if any(each.slots & mask for each in readings) or head + 1 >= len(draft):
        return 0
    if draft.pos(head + 1) not in ("ADJ", "DET", "NOUN", "PROPN") or not any(
        each.slots & mask for each in draft.options[head + 1]
    ):
        return 0
    draft.fit(head, INS)
    draft.outer[head] = draft.slots[head]
    for each in range(at, head):
        draft.slots[each] = draft.chosen[each].slots & spread_cases(draft.slots[head])
    _hang_modifiers(draft, head, list(range(at, head)))
    draft.hang(head, participle, "obl")
    return head + 1


def _agree(draft: Draft, at: int, mask: int, allowed: int, counted: int) -> int:
    if counted >= 0 and allowed & (NOM | ACC):
        mask = mask | GEN & PLUR
    return draft.chosen[at].slots & mask


def _may_stand_between(draft: Draft, at: int, begun: bool) -> bool:
    """Adverbs, commas and conjunctions between adjectives; an opening quotation mark before the head."""
    after = draft.pos(at + 1)
    if draft.pos(at) == "ADV":
        if begun and after in ("NOUN", "PROPN") and "VerbForm=Part" in draft.chosen[at - 1].features:
            return draft.chosen[at - 1].pos == "ADJ"  # "розташований поруч склад"
        if begun and after == "NOUN" and any(each.pos == "ADJ" for each in draft.options[at + 1]):
            return True  # "53 тяжко поранених"
        return after in ("ADJ", "NUM") or (begun and after == "ADV" and draft.pos(at + 2) == "ADJ")
    if not begun:
        return False
    if draft.words[at] in CLOSERS and draft.pos(at - 1) == "ADJ":
        return after in ("ADJ", "NOUN", "CCONJ")  # "«зелені» коридори"
    before = at - 2 if draft.words[at - 1] in CLOSERS else at - 1
    if draft.pos(at) == "CCONJ" or draft.words[at] == ",":
        return (
            after == "ADJ"
            and draft.pos(before) in ("ADJ", "DET")
            and bool(spread_cases(draft.chosen[before].slots) & draft.chosen[at + 1].slots)
        )
    return draft.words[at] in OPENERS and after in ("NOUN", "PROPN", "ADJ")


def _close_number(draft: Draft, end: int, modifiers: list[int], counted: int, allowed: int) -> Phrase | None:
    """A number, or a determiner such as "який" and "все", that stands alone is a phrase too."""
    if (
        modifiers
        and draft.pos(modifiers[-1]) == "DET"
        and modifiers[-1] == end - 1
        and draft.chosen[end - 1].slots & allowed
    ):
        _hang_modifiers(draft, end - 1, modifiers[:-1])
        draft.slots[end - 1] = draft.outer[end - 1] = draft.chosen[end - 1].slots & allowed
        return Phrase(end - 1, end)
    if (
        modifiers == [end - 1]
        and draft.pos(end - 1) == "ADJ"
        and allowed != FREE
        and draft.chosen[end - 1].slots & allowed
    ):
        draft.slots[end - 1] = draft.outer[end - 1] = draft.chosen[end - 1].slots & allowed
        return Phrase(end - 1, end)
    if counted < 0 or counted != end - 1 or (draft.chosen[counted].slots and not draft.chosen[counted].slots & allowed):
        return None
    _hang_modifiers(draft, counted, [each for each in modifiers if each != counted])
    draft.outer[counted] = (draft.slots[counted] or ALL) & allowed
    draft.slots[counted] &= allowed or ALL
    return Phrase(counted, end)


def _close(draft: Draft, head: int, mask: int, allowed: int, modifiers: list[int], counted: int) -> Phrase | None:
    outer = 0
    if counted >= 0:
        found, outer = _count(draft, head, counted, mask, allowed)
    else:
        found = draft.fit(head, mask) or (_guess_again(draft, head, mask) if allowed != FREE and not modifiers else 0)
        if not found and any(draft.pos(each) in ("CCONJ", "PUNCT") for each in modifiers):
            found = draft.fit(head, spread_cases(mask) & PLUR)  # "Лісовій та Степовій областях"
    if not found and draft.chosen[head].slots:
        return None
    if not draft.chosen[head].slots:
        found = mask if mask != allowed else 0
        outer = outer or mask
    draft.slots[head] = found
    draft.outer[head] = outer or found or mask
    for each in modifiers:
        if draft.chosen[each].slots and draft.pos(each) in ("ADJ", "DET"):
            own = draft.chosen[each].slots
            draft.slots[each] = own & (found or mask) or own & spread_cases(found) or own
        elif draft.pos(each) == "NUM" and draft.chosen[each].slots:
            whole = spread_cases(outer or found)
            draft.slots[each] = draft.chosen[each].slots & whole or draft.chosen[each].slots
    _hang_modifiers(draft, head, modifiers)
    return Phrase(head, head + 1)


def _guess_again(draft: Draft, head: int, mask: int) -> int:
    """The dictionary has another word than the one that the preposition asks for: its ending may still do."""
    if draft.pos(head) != "NOUN" or not draft.chosen[head].slots or mask == GEN or draft.pos(head - 1) != "ADP":
        return 0
    guesses = tuple(Analysis("NOUN", each.lemma, each.slots, kind="guess") for each in guess_name(draft.words[head]))
    draft.options[head] = (*draft.options[head], *guesses)
    return draft.fit(head, mask & SING)


def _count(draft: Draft, head: int, counted: int, mask: int, allowed: int) -> tuple[int, int]:
    """Slots of a counted noun and of the whole: "два танки", "сім катерів", "з двома танками"."""
    spelled = draft.chosen[counted].slots & allowed
    digits = draft.words[counted]
    few = draft.chosen[counted].lemma in ("два", "три", "чотири", "обидва") or (
        digits[-1:] in "234" and digits[-2:-1] != "1"
    )
    if spelled and not spelled & (NOM | ACC):
        return draft.fit(head, spread_cases(spelled) & mask), 0
    if allowed & (NOM | ACC):
        straight = allowed & (NOM | ACC)
        wanted: tuple[int, ...] = (straight & PLUR, GEN & PLUR) if few else (GEN & PLUR, straight & PLUR)
        if (digits.endswith("1") and digits[-2:-1] != "1") or draft.chosen[counted].lemma == "один":
            wanted = (straight & SING, *wanted)
        for each in (*wanted, GEN & SING):
            narrowed = mask | GEN if each & GEN else mask
            if found := draft.fit(head, each & narrowed):
                dated = found & SING and found & GEN and "," not in digits and draft.chosen[counted].kind == "digits"
                return found, found if dated else straight
    return draft.fit(head, allowed & mask), 0


def _hang_modifiers(draft: Draft, head: int, modifiers: list[int]) -> None:
    names = {"ADJ": "amod", "DET": "det", "NUM": "nummod", "CCONJ": "cc", "PUNCT": "punct"}
    for number, each in enumerate(modifiers):
        pos = draft.pos(each)
        if pos == "ADV":
            following = next((other for other in modifiers[number + 1 :] if draft.pos(other) in ("ADJ", "NUM")), head)
            draft.hang(each, following, "advmod")
        elif pos in ("CCONJ", "PUNCT") and number + 1 < len(modifiers):
            draft.hang(each, modifiers[number + 1], names[pos])
        elif (
            number
            and draft.pos(modifiers[number - 1]) in ("CCONJ", "PUNCT")
            and draft.words[modifiers[number - 1]] not in OPENERS | CLOSERS
            and number > 1
        ):
            draft.hang(each, modifiers[number - 2], "conj")
        else:
            draft.hang(each, head, names.get(pos, "dep"))
