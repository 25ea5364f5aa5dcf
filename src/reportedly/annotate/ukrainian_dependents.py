"""What follows the head of a Ukrainian noun phrase: its names, its genitives, its equals; and all phrases in turn."""

from reportedly.annotate.ukrainian_closed import prepositions
from reportedly.annotate.ukrainian_dictionary import words_of
from reportedly.annotate.ukrainian_draft import CLOSERS, OPENERS, Draft, is_preposition
from reportedly.annotate.ukrainian_names import hang_names
from reportedly.annotate.ukrainian_phrases import FREE, MODIFIERS, Phrase, parse_phrase
from reportedly.annotate.ukrainian_settling import settle
from reportedly.annotate.ukrainian_slots import ACC, ALL, GEN, NOM, PLUR, cases_of, spread_cases
from reportedly.reference.lexicon import lexicon


def find_phrases(draft: Draft) -> None:
    """Find and decide all noun phrases, from left to right."""
    at = 0
    while at < len(draft):
        if is_preposition(draft, at):
            at = _take_governed(draft, at)
        elif draft.pos(at) in ("ADJ", "DET", "NUM", "NOUN", "PROPN", "PRON", "SYM"):
            at = _take_free(draft, at)
        else:
            at += 1


def _take_governed(draft: Draft, at: int) -> int:
    """The phrase behind a preposition."""
    allowed = prepositions()[draft.lower[at]]
    start = at + 1
    while start < len(draft) and (
        draft.words[start] in OPENERS
        or (draft.pos(start) in ("PART", "ADV") and draft.pos(start + 1) in (*MODIFIERS, "NOUN"))
    ):
        start += 1
    phrase = _as_a_group(draft, at, start) or parse_phrase(draft, start, allowed)
    if phrase is None:
        return at + 1
    draft.hang(at, phrase.head, "case")
    draft.governed[phrase.head] = at
    draft.phrases.append(phrase.head)
    end = _extend(draft, phrase)
    for case in lexicon("uk", "grammar")["prepositions"][draft.lower[at]]:
        if draft.outer[phrase.head] & cases_of(case):
            settle(draft, phrase.head, cases_of(case))
            break
    return end


def _as_a_group(draft: Draft, at: int, start: int) -> Phrase | None:
    """ "взяти в заручники": persons as a group have the accusative of things."""
    if draft.lower[at] not in ("в", "у") or draft.pos(start) != "NOUN" or draft.chosen[start].slots != NOM & PLUR:
        return None
    phrase = parse_phrase(draft, start, NOM & PLUR)
    if phrase is not None:
        draft.slots[start] = draft.outer[start] = ACC & PLUR
    return phrase


def _take_free(draft: Draft, at: int) -> int:
    denied = at and draft.lower[at - 1] in ("ні", "ані")
    phrase = (parse_phrase(draft, at, GEN) if denied else None) or parse_phrase(draft, at, FREE)
    if phrase is None:
        return at + 1
    draft.phrases.append(phrase.head)
    if at and draft.words[at - 1] in OPENERS and any(draft.words[step] in CLOSERS for step in range(at, phrase.head)):
        draft.hang(at - 1, phrase.head, "punct")  # "будують «живі» щити" is one clause
    return _extend(draft, phrase)


def _extend(draft: Draft, phrase: Phrase) -> int:
    """What follows the head: its names, its genitives, its equals."""
    inner, end = _take_dependents(draft, phrase.head, phrase.end)
    if inner != phrase.head and draft.slots[inner]:
        draft.outer[inner] = draft.slots[inner]
        end = _take_equals(draft, inner, end)
        draft.outer[inner] = 0
    return _take_equals(draft, phrase.head, end)


def _take_dependents(draft: Draft, head: int, at: int) -> tuple[int, int]:
    """The innermost genitive behind the head, the head itself if there is none, and where all ends."""
    inner, chain = head, [head]
    while at < len(draft):
        if (after := _hang_on_chain(draft, chain, at)) > at:
            at = after
            continue
        if (
            draft.words[at] in OPENERS
            and draft.pos(at - 1) in ("NOUN", "PROPN")
            and (after := _take_quoted(draft, inner, at))
        ):
            at = after
            continue
        if (
            draft.pos(inner) == "PRON"
            or draft.pos(at) in ("PRON", "PUNCT", "ADP")
            or (phrase := _parse_genitive(draft, at)) is None
        ):
            break
        latin = draft.words[phrase.head].isascii() and draft.words[inner].isascii() and phrase.head == inner + 1
        draft.hang(phrase.head, inner, "flat:name" if latin else "nmod")
        inner, at = phrase.head, phrase.end
        draft.outer[inner] = 0
        chain.append(inner)
    return inner, at


def _hang_on_chain(draft: Draft, chain: list[int], at: int) -> int:
    """Names at `at` on the innermost noun that takes them: "голови ОДА Олексія Синиці" names the head of the office."""
    for each in reversed(chain):
        if (after := hang_names(draft, each, at)) > at:
            return after
    return at


def _parse_genitive(draft: Draft, at: int) -> Phrase | None:
    """A phrase in the genitive, or a name without cases, right behind a noun."""
    first = draft.chosen[at]
    if first.pos == "NUM" and first.kind == "digits" and draft.pos(at + 1) != "NOUN":
        return None
    if first.pos == "ADV" or first.pos not in ("ADJ", "DET", "NUM", "NOUN", "PROPN"):
        return None
    if not first.slots and first.pos in ("PROPN", "X"):
        if _acts_itself(draft, at):
            return None
        return Phrase(at, at + 1)
    saved = draft.chosen[at : at + 8], draft.slots[at : at + 8]
    phrase = parse_phrase(draft, at, GEN)
    if phrase is None:
        draft.chosen[at : at + 8], draft.slots[at : at + 8] = saved
    return phrase


def _acts_itself(draft: Draft, at: int) -> bool:
    """Is it the one subject that a verb right behind it can have: "на сході ЗСУ знищили …"?"""
    after = at + 1
    while draft.pos(after) in ("ADV", "PART"):
        after += 1
    if after >= len(draft) or "VerbForm=Fin" not in draft.chosen[after].features:
        return False
    return not any(draft.outer[each] & NOM and each not in draft.governed for each in draft.phrases)


def _take_quoted(draft: Draft, head: int, at: int) -> int:
    """ "завод «Азов»": the name in quotation marks beside its noun; 0 if what is quoted is no name."""
    close = next((step for step in range(at + 1, min(len(draft), at + 6)) if draft.words[step] in CLOSERS), 0)
    inside = range(at + 1, close)
    if (
        not inside
        or not draft.words[at + 1][:1].isupper()
        or any(draft.pos(step) in ("VERB", "AUX", "ADP", "SCONJ") for step in inside)
    ):
        return 0
    first = parse_phrase(draft, at + 1, NOM) or parse_phrase(draft, at + 1, ALL)
    name = first.head if first and first.head < close else at + 1
    draft.outer[name] = 0
    draft.hang(name, head, "appos")
    for step in inside:
        draft.hang(
            step,
            name,
            "flat:name"
            if draft.pos(step) in ("NOUN", "PROPN", "ADJ", "X", "NUM")
            else "punct"
            if draft.pos(step) == "PUNCT"
            else "dep",
        )
    draft.hang(at, name, "punct")
    draft.hang(close, name, "punct")
    return close + 1


def _take_equals(draft: Draft, head: int, at: int) -> int:
    """Phrases in the same case behind "і", or behind a comma in a list that one closes."""
    while at + 1 < len(draft):
        joined = draft.pos(at) == "CCONJ" and draft.lower[at] in ("і", "й", "та", "або", "чи", "а")
        listed = draft.words[at] == ","
        if not (joined or listed) or draft.pos(at + 1) not in ("ADJ", "DET", "NUM", "NOUN", "PROPN"):
            return at
        cases = spread_cases(draft.outer[head])
        if draft.chosen[at + 1].lemma in words_of("classes", "relatives"):
            return at
        saved = draft.chosen[at + 1 : at + 9], draft.slots[at + 1 : at + 9]
        phrase = parse_phrase(draft, at + 1, cases)
        if (
            phrase is None
            or (listed and not _list_goes_on(draft, phrase.end))
            or (joined and _has_own_verb(draft, head, phrase))
        ):
            if phrase is not None:
                _unhang(draft, at + 1, phrase.end)
            draft.chosen[at + 1 : at + 9], draft.slots[at + 1 : at + 9] = saved
            return at
        shared = spread_cases(draft.outer[phrase.head])
        if narrowed := draft.outer[head] & shared:
            draft.outer[head] = narrowed
            draft.slots[head] = draft.slots[head] & shared or draft.slots[head]
        draft.hang(at, phrase.head, "cc" if joined else "punct")
        draft.hang(phrase.head, head, "conj")
        _, at = _take_dependents(draft, phrase.head, phrase.end)
    return at


def _unhang(draft: Draft, start: int, end: int) -> None:
    for at in range(start, end):
        draft.heads[at], draft.relations[at] = -1, ""


def _list_goes_on(draft: Draft, at: int) -> bool:
    """Does a comma or "і" with one more noun come within a few words?"""
    for step in range(at, min(len(draft), at + 4)):
        if draft.words[step] == "," or draft.pos(step) == "CCONJ":
            return (
                draft.pos(step + 1) in ("NOUN", "PROPN", "ADJ", "NUM", "DET")
                and "VerbForm=Fin" not in draft.chosen[step + 1].features
            )
        if draft.pos(step) in ("VERB", "AUX", "ADP", "PUNCT"):
            return False
    return False


def _has_own_verb(draft: Draft, head: int, phrase: Phrase) -> bool:
    """Is the phrase behind "і" the subject of a clause of its own: "вибух і влада каже"?"""
    if not draft.slots[phrase.head] & NOM or "VerbForm=Fin" not in (
        draft.chosen[phrase.end].features if phrase.end < len(draft) else ()
    ):
        return False
    for step in range(phrase.head - 1, max(-1, head - 7), -1):
        if draft.pos(step) in ("SCONJ", "PUNCT"):
            return False
        if "VerbForm=Fin" in draft.chosen[step].features:
            return True
    return False
