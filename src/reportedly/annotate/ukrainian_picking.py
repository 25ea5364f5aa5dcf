"""Which part of speech an ambiguous Ukrainian word is, by its neighbours."""

from reportedly.annotate.ukrainian_closed import prepositions
from reportedly.annotate.ukrainian_dictionary import words_of
from reportedly.annotate.ukrainian_draft import Draft
from reportedly.annotate.ukrainian_slots import NOM, PLUR, SING, Analysis, read_slots, spread_cases

_NEUTER = read_slots("nN,aN")


def pick_readings(draft: Draft) -> None:
    """Choose among readings of different parts of speech, from left to right."""
    _name_at_opening(draft)
    for at, options in enumerate(draft.options):
        if len(options) == 1:
            if options[0].pos == "ADJ" and at and draft.words[at][0].isupper() and draft.pos(at - 1) != "PUNCT":
                _name_of_adjective(draft, at)
            continue
        kinds = {each.pos for each in options}
        if len(kinds) == 1:
            continue
        wanted = _choose(draft, at, kinds)
        if wanted and wanted != options[0].pos:
            chosen = next(each for each in options if each.pos == wanted)
            draft.chosen[at], draft.slots[at] = chosen, chosen.slots
            draft.options[at] = (chosen, *(each for each in options if each is not chosen))


def _name_at_opening(draft: Draft) -> None:
    """ "Дзюба розповів": a word that can be no nominative, right before one's verb of speech, is the name of who speaks."""
    at = next((at for at in range(len(draft)) if draft.pos(at) != "PUNCT"), 0)
    if at + 1 >= len(draft) or draft.pos(at) != "NOUN" or draft.slots[at] & NOM:
        return
    verb = draft.chosen[at + 1]
    if not draft.words[at][0].isupper() or verb.lemma not in words_of("verbs", "speech"):
        return
    if "VerbForm=Fin" in verb.features and (verb.slots & SING or "Number=Sing" in verb.features):
        slots = NOM & (verb.slots & SING or SING)
        named = next((each for each in draft.options[at] if each.pos == "PROPN" and each.slots & slots), None)
        draft.chosen[at] = named or Analysis("PROPN", draft.words[at], slots, kind="surname")
        draft.slots[at] = draft.chosen[at].slots
        draft.options[at] = (draft.chosen[at],)


def _name_of_adjective(draft: Draft, at: int) -> None:
    """ "аеродром Гвардійське": an adjective with a capital and without a noun is a name."""
    option = draft.options[at][0]
    if _agreeing_noun(draft, at) or option.kind == "digits":
        return
    lemma = option.lemma[:-2] + "е" if draft.words[at].endswith("е") else option.lemma
    draft.chosen[at] = Analysis("PROPN", lemma, option.slots, kind="guess")
    draft.slots[at] = option.slots
    draft.options[at] = (draft.chosen[at], *_town_of(draft.words[at]))


def _town_of(word: str) -> tuple[Analysis, ...]:
    """ "мер Лісівська": the genitive of a town in -ськ looks like an adjective's nominative."""
    if not word.endswith(("ська", "ську", "цька", "цьку")):
        return ()
    slots = read_slots("gM" if word.endswith("а") else "dM,lM")
    return (Analysis("PROPN", word[:-1], slots, kind="guess"),)


def _choose(draft: Draft, at: int, kinds: set[str]) -> str | None:
    word = draft.lower[at]
    if "ADP" in kinds:
        return _preposition_or_adverb(draft, at, kinds)
    if word in ("що", "чому"):
        return _relative_or_mark(draft, at) if word == "що" else None
    if kinds >= {"DET", "PRON"}:
        return _owner_or_pronoun(draft, at, word)
    if word == "мало":
        return "VERB" if any("VerbForm=Inf" in each.features for each in _next_options(draft, at)) else "ADV"
    if kinds == {"VERB", "NOUN"}:
        return "NOUN" if word == "мати" and draft.pos(at - 1) in ("DET", "ADJ") else None
    if kinds == {"NOUN", "PROPN"} and draft.options[at][0].kind == "given":
        # "Віра Лісова" is a person, "Віра в мир" is not.
        return "PROPN" if any(each.pos == "PROPN" for each in _next_options(draft, at)) else "NOUN"
    return _adjective_or_other(draft, at, kinds)


def _adjective_or_other(draft: Draft, at: int, kinds: set[str]) -> str | None:
    """What agrees with a noun behind it is its adjective; else it is what else it can be."""
    if kinds >= {"ADJ", "NOUN"}:
        return _person_or_adjective(draft, at)
    if kinds >= {"ADJ", "PROPN"}:
        return _surname_or_adjective(draft, at)
    if kinds == {"DET", "ADV"}:
        return "DET" if draft.pos(at - 1) == "ADP" or _agreeing_noun(draft, at) else "ADV"
    if kinds == {"NOUN", "ADV"} and draft.pos(at - 1) in ("ADJ", "DET"):
        return "NOUN"
    if kinds == {"VERB", "ADJ"} and draft.pos(at - 1) != "ADP":
        return "ADJ" if _has_verb_near(draft, at) and _agreeing_noun(draft, at) else "VERB"
    other = next((each for each in ("ADV", "VERB") if kinds >= {"ADJ", each}), None)
    return None if other is None else "ADJ" if _agreeing_noun(draft, at) else other


def _has_verb_near(draft: Draft, at: int) -> bool:
    """Does another finite verb stand between the same two marks?"""
    for way in (range(at - 1, -1, -1), range(at + 1, len(draft))):
        for step in way:
            if draft.pos(step) in ("PUNCT", "SCONJ"):
                break
            if draft.pos(step) == "VERB" and {"VerbForm=Fin", "Variant=Short"} & draft.chosen[step].features:
                return True
    return False


def _next_options(draft: Draft, at: int) -> tuple[Analysis, ...]:
    return draft.options[at + 1] if at + 1 < len(draft) else ()


def _preposition_or_adverb(draft: Draft, at: int, kinds: set[str]) -> str:
    other = next(kind for kind in kinds if kind != "ADP")
    for each in _next_options(draft, at):
        if (
            each.slots & prepositions().get(draft.lower[at], 0)
            or each.kind in ("digits", "acronym")
            or (each.pos == "NUM")
        ):
            return "ADP"
        if each.pos in ("ADP", "PUNCT", "VERB", "CCONJ", "SCONJ"):
            return other
    return other


def _relative_or_mark(draft: Draft, at: int) -> str:
    """ "будинків, що поруч" asks for a pronoun, "каже, що вибухи" for a conjunction."""
    if at == 0 or draft.pos(at - 1) == "ADP":
        return "PRON"
    if draft.words[at - 1] != "," or at < 2:
        return "SCONJ"
    before, after = draft.chosen[at - 2], draft.pos(at + 1)
    if before.pos in ("NOUN", "PROPN") or before.lemma in ("все", "весь"):
        step = at + 1
        while draft.pos(step) in ("PART", "ADV"):
            step += 1
        finite = "VerbForm=Fin" in draft.chosen[step].features if step < len(draft) else False
        return "PRON" if (finite or (after == "ADP" and step == at + 1 and _no_subject(draft, step))) else "SCONJ"
    return "SCONJ"


def _no_subject(draft: Draft, at: int) -> bool:
    """Is there no nominative between here and the next comma?"""
    while at < len(draft) and draft.words[at] not in (",", ".", "–", "—"):
        if draft.slots[at] & NOM and draft.pos(at) in ("NOUN", "PROPN", "PRON"):
            return False
        at += 1
    return True


def _owner_or_pronoun(draft: Draft, at: int, word: str) -> str:
    if word in ("його", "її", "їх"):
        if draft.pos(at - 1) == "ADP" and word == "їх":
            return "DET"
        step = at + 1
        if any(each.pos == "NOUN" for each in _next_options(draft, at)) and draft.pos(step) == "VERB":
            return "DET"
        if draft.pos(step) in ("ADJ", "NOUN", "PROPN", "DET") and draft.pos(at - 1) not in ("VERB",):
            return "DET"
        return "DET" if draft.pos(step) in ("ADJ", "NOUN") and word != "їх" else "PRON"
    if any(
        each.slots & _NEUTER & draft.slots[at] and each.pos in ("NOUN", "PROPN", "ADJ")
        for each in _next_options(draft, at)
    ):
        return "DET" if draft.pos(at - 1) != "ADP" or draft.pos(at + 1) != "VERB" else "PRON"
    return "PRON"


def _agreeing_noun(draft: Draft, at: int) -> bool:
    """Does a noun follow that this adjective may belong to?"""
    options = [each for each in draft.options[at] if each.pos in ("ADJ", "DET")]
    slots = options[0].slots if options else 0
    joined = _is_joint(draft, at - 1) and draft.pos(at - 2) == "ADJ"
    step, limit = at + 1, min(len(draft), at + 10)
    while step < limit:
        wide = slots | (spread_cases(slots) & PLUR if joined else 0)
        words = [each for each in draft.options[step] if each.slots & wide]
        pos = draft.pos(step)
        if pos == "PROPN" and draft.chosen[step].kind == "acronym":
            return True
        if any(each.pos in ("NOUN", "PROPN") and not (each.pos == "PROPN" and each.kind == "given") for each in words):
            return pos in ("NOUN", "PROPN") or not any(each.pos == "VERB" for each in draft.options[step])
        if pos in ("ADJ", "DET") and words:
            slots &= words[0].slots
        elif _is_joint(draft, step) and any(each.pos == "ADJ" for each in _next_options(draft, step)):
            joined = True
        elif not (pos == "ADV" and draft.pos(step + 1) == "ADJ") and draft.words[step] not in ("«", '"', "“"):
            return False
        step += 1
    return False


def _is_joint(draft: Draft, at: int) -> bool:
    """A comma or a conjunction, as between the adjectives of "Лісовій та Степовій областях"."""
    return at > 0 and (draft.words[at] == "," or draft.pos(at) == "CCONJ")


def _person_or_adjective(draft: Draft, at: int) -> str:
    """ "поранених" alone are people, "поранених людей" are not, nor is who is said to be wounded."""
    if _agreeing_noun(draft, at):
        return "ADJ"
    adjective = next(each for each in draft.options[at] if each.pos == "ADJ")
    if adjective.kind == "guess":
        return "ADJ"
    if "VerbForm=Part" in adjective.features and adjective.slots & NOM:
        if draft.pos(at - 1) in ("NOUN", "PROPN", "NUM") and draft.chosen[at - 1].lemma not in words_of(
            "classes", "titles"
        ):
            return "ADJ"
        if draft.chosen[at - 1].lemma in ("бути", "бувати") and draft.lower[at - 1] != "є":
            return "ADJ"
    return "NOUN"


def _surname_or_adjective(draft: Draft, at: int) -> str:
    if any(each.kind in ("given", "initial") for each in (draft.options[at - 1] if at else ())):
        return "PROPN"
    return "ADJ" if _agreeing_noun(draft, at) else "PROPN"
