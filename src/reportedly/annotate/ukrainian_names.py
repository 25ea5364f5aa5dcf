"""Names behind a Ukrainian noun or name: "мер Ігор Синичкін", "місто Дубно", "Олена Гладка"."""

from reportedly.annotate.ukrainian_dictionary import words_of
from reportedly.annotate.ukrainian_draft import Draft
from reportedly.annotate.ukrainian_guesses import guess_name
from reportedly.annotate.ukrainian_slots import ACC, ALL, FEM, GEN, MASC, NEUT, NOM, PLUR, SING, Analysis, spread_cases

_SETTLEMENTS = frozenset("місто село селище смт хутір острів річка".split())
_SITES = frozenset(
    """станція аеродром порт авіабаза нафтобаза база підстанція термінал мис затока аеропорт полігон комбінат
    водосховище""".split()
)
"""A name beside one of these is in the nominative or not its own."""


def hang_names(draft: Draft, head: int, at: int) -> int:
    """Hang the names at `at` on `head` if they agree with it; returns where they end, `at` if there are none."""
    if draft.pos(at) != "PROPN" or draft.chosen[at].kind == "acronym":
        return at
    chosen = draft.chosen[head]
    if chosen.pos == "PROPN" and head == at - 1 and chosen.kind in ("given", "initial"):
        return _take_surname(draft, head, at, chosen)
    if chosen.pos == "PROPN" and head == at - 1 and draft.chosen[at].kind == "initial":
        return _take_initials(draft, head, at)
    if chosen.pos not in ("NOUN", "PROPN"):
        return at
    if chosen.lemma.lower() in words_of("classes", "titles") or (
        "Animacy=Anim" in chosen.features and any(each.kind == "given" for each in draft.options[at])
    ):
        return _take_bearer(draft, head, at)
    if (
        (chosen.lemma.lower() in words_of("classes", "quoting_nouns") or chosen.lemma in _SITES)
        and at == head + 1
        and not any(each.slots & GEN for each in draft.options[at])
    ):
        return _take_name_of_thing(draft, head, at)
    if chosen.lemma in _SETTLEMENTS and at == head + 1:
        return _take_place(draft, head, at)
    return at


def _take_surname(draft: Draft, head: int, at: int, given: Analysis) -> int:
    """ "Олексій Синиця": the surname, or a second given name and then the surname, in the same case."""
    mask = draft.slots[head] or (draft.outer[head] or ALL) & SING
    if head not in draft.governed and (other := _same_of_other_sex(draft, head, at, mask)):
        given, mask = other, other.slots & SING
        draft.chosen[head] = other
        draft.slots[head] = draft.outer[head] = mask
    if "Gender=Fem" in given.features:
        mask &= FEM
    if _is_foreign(draft, given, at):
        draft.chosen[at] = Analysis("PROPN", draft.words[at], 0, kind="surname")
        draft.options[at], draft.slots[at] = (draft.chosen[at],), 0
    shared = draft.fit(at, mask)
    if not shared and draft.chosen[at].slots:
        draft.options[at] = (*draft.options[at], *guess_name(draft.words[at]))
        shared = draft.fit(at, mask)
    if shared:
        narrowed = draft.slots[head] & shared
        if draft.slots[head]:
            draft.slots[head] = narrowed or draft.slots[head]
            draft.outer[head] = (draft.outer[head] & shared) or draft.outer[head]
        else:
            draft.outer[head] = shared & (draft.outer[head] or ALL) or draft.outer[head]
    elif not _may_be_undeclined(draft, at, mask):
        return at
    draft.hang(at, head, "flat:name")
    _mark_person(draft, head, at)
    end = at + 1
    if (
        draft.chosen[at].kind in ("given", "initial")
        and end < len(draft)
        and draft.pos(end) == "PROPN"
        and draft.chosen[end].kind != "acronym"
    ):
        end = max(end, _take_surname(draft, head, end, given))
    return end


def _is_foreign(draft: Draft, given: Analysis, at: int) -> bool:
    """ "Ненсі Пелосі": behind a given name without cases an unknown one in a vowel has none either."""
    word = draft.lower[at]
    unknown = all(each.kind in ("guess", "surname") for each in draft.options[at]) and len(draft.options[at]) > 1
    return unknown and not given.slots and word.endswith(("і", "е", "о")) and not word.endswith(("ові", "еві", "ко"))


def _same_of_other_sex(draft: Draft, head: int, at: int, mask: int) -> Analysis | None:
    """ "Валерія Гладкого" is Валерій, whom the form of the given name alone does not show; None where it fits as it is."""
    if any(each.slots & mask for each in draft.options[at]) or not draft.chosen[at].slots:
        return None
    others = (each for each in draft.options[head] if each.kind == "given" and each is not draft.chosen[head])
    return next((each for each in others if any(name.slots & each.slots & SING for name in draft.options[at])), None)


def _may_be_undeclined(draft: Draft, at: int, mask: int) -> bool:
    """A woman's surname in a consonant or -о, and foreign names in a vowel, have no cases."""
    word = draft.words[at]
    if (
        draft.chosen[at].slots
        and not (mask & FEM and not mask & MASC and word[-1:] not in "аяуюії")
        and word[-1:] not in "оеіу"
    ):
        return False
    if any(each.kind == "given" for each in draft.options[at]) or draft.chosen[at].kind == "":
        return False
    draft.chosen[at] = Analysis("PROPN", word, 0, kind="surname")
    draft.slots[at] = 0
    return True


def _take_initials(draft: Draft, head: int, at: int) -> int:
    while draft.chosen[at].kind == "initial":
        draft.hang(at, head, "flat:name")
        at += 1
        if at >= len(draft):
            break
    _mark_person(draft, head, at - 1)
    return at


def _take_bearer(draft: Draft, head: int, at: int) -> int:
    """Who holds the office: the name agrees with the title in its case."""
    cases = spread_cases(draft.outer[head] or draft.slots[head])
    if at == head + 1 and cases & NOM and _opens_foreign_name(draft, at):
        draft.chosen[at] = Analysis("PROPN", draft.words[at], 0, kind="given")
        draft.options[at], draft.slots[at] = (draft.chosen[at],), 0
    first = draft.chosen[at]
    if first.slots and first.kind not in ("given", "surname") and not _may_be_person(first, cases):
        return at
    if not first.kind and draft.pos(at + 1) == "NOUN" and draft.chosen[at + 1].slots & GEN:
        return at  # "спікер Палати представників"
    if first.kind != "given" and (
        (at > head + 1 and first.kind != "surname") or (first.slots and not first.slots & draft.slots[head])
    ):
        return at
    shared = draft.fit(at, cases & SING)
    if not shared and (first.slots or first.kind != "given"):
        return at
    narrowed = spread_cases(shared)
    if shared:
        draft.outer[head] = draft.outer[head] & narrowed or draft.outer[head]
        draft.slots[head] = draft.slots[head] & narrowed or draft.slots[head]
    else:
        draft.slots[at] = 0
    draft.hang(at, head, "appos")
    draft.outer[at] = draft.slots[at] or cases & SING
    end = at + 1
    if (
        end < len(draft)
        and draft.pos(end) == "PROPN"
        and draft.chosen[at].kind in ("given", "initial")
        and draft.chosen[end].kind != "acronym"
    ):
        end = max(end, _take_surname(draft, at, end, draft.chosen[at]))
        narrowed = spread_cases(draft.slots[at])
        if narrowed:
            draft.outer[head] = draft.outer[head] & narrowed or draft.outer[head]
            draft.slots[head] = draft.slots[head] & narrowed or draft.slots[head]
    _mark_person(draft, at, end - 1)
    draft.outer[at] = 0
    return end


def _opens_foreign_name(draft: Draft, at: int) -> bool:
    """ "Президент Ільхам Алієв": an unknown word between a title and a surname in the nominative is the given name."""
    following = at + 1
    if following >= len(draft) or draft.pos(following) != "PROPN" or draft.chosen[following].kind == "acronym":
        return False
    unknown = all(each.kind in ("guess", "surname") for each in draft.options[at])
    surname = any(each.slots & NOM and _looks_personal(each.lemma) for each in draft.options[following])
    return unknown and not _looks_personal(draft.words[at]) and surname


def _may_be_person(name: Analysis, cases: int) -> bool:
    """Behind a title in an oblique case a name that is no one's in particular is a place's: "мера Харкова"."""
    if cases & NOM and name.slots & NOM:
        return True
    personal = name.slots & ACC & MASC and name.slots & GEN & MASC
    return bool(personal or (name.slots & MASC and name.lemma.endswith(("а", "я"))))


def _take_place(draft: Draft, head: int, at: int) -> int:
    """ "у місті Харкові" agrees, "у місті Дубно" does not."""
    cases = spread_cases(draft.outer[head] or draft.slots[head])
    if not draft.fit(at, cases & ALL) and draft.chosen[at].slots and not draft.fit(at, NOM):
        return at
    draft.outer[at] = 0
    draft.hang(at, head, "appos")
    return at + 1


def _take_name_of_thing(draft: Draft, head: int, at: int) -> int:
    """ "ракета Нептун": the name stays in the nominative whatever the noun's case."""
    if not draft.fit(at, NOM):
        return at
    draft.hang(at, head, "appos")
    if (
        draft.slots[head] & PLUR
        and draft.lower[at + 1 : at + 2] in (["і"], ["та"], ["й"])
        and draft.pos(at + 2) == "PROPN"
    ):
        draft.fit(at + 2, NOM)
        draft.hang(at + 1, at + 2, "cc")
        draft.hang(at + 2, at, "conj")
        return at + 3
    return at + 1


def mark_lone_names(draft: Draft) -> None:
    """Mark given names and surnames that stand alone as persons."""
    for at, chosen in enumerate(draft.chosen):
        if chosen.pos != "PROPN" or draft.extra[at]:
            continue
        if chosen.kind == "given" or (
            chosen.kind == "surname" and _looks_personal(chosen.lemma) and not _stands_for_place(draft, at)
        ):
            _mark_person(draft, at, at)


def _stands_for_place(draft: Draft, at: int) -> bool:
    """ "у Родакове", "аеродром Кіровське": no person is neuter or plural, and in nobody does one live."""
    slots = draft.slots[at]
    if slots and not slots & ~(NEUT | PLUR):
        return True
    inside = at in draft.governed and draft.lower[draft.governed[at]] in ("в", "у", "під", "біля", "поблизу")
    return inside and not slots & GEN & MASC


def _looks_personal(lemma: str) -> bool:
    return (
        lemma.lower().endswith(("енко", "ський", "цький", "чук", "щук", "юк", "ович", "евич", "ов", "єв", "ін"))
        and len(lemma) > 4
    )


def _mark_person(draft: Draft, first: int, last: int) -> None:
    for at in range(first, last + 1):
        draft.extra[at].discard("Entity=B-PERSON")
        draft.extra[at].add("Entity=B-PERSON" if at == first else "Entity=I-PERSON")
