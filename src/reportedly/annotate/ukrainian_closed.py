"""Ukrainian words of closed classes: prepositions, pronouns, numerals, small adverbs, each with its readings."""

from collections.abc import Iterator, Mapping
from functools import cache

from reportedly.annotate.ukrainian_dictionary import animates, words_of
from reportedly.annotate.ukrainian_slots import Analysis, cases_of, read_slots
from reportedly.reference.lexicon import lexicon

_PARADIGM = "nM,aM gM,gN,aM dM,dN iM,iN,dP lM,lN nF gF dF,lF aF iF nN,aN nP,aP gP,lP,aP dP iP".split()
"""The slots of a row of `[paradigms]`, in its order."""
_NUMERAL_CASES = ("gP", "dP", "iP", "lP")
"""The same for `[numerals]`."""


@cache
def prepositions() -> dict[str, int]:
    """Prepositions and the slots that they govern."""
    return {word: cases_of(cases) for word, cases in lexicon("uk", "grammar")["prepositions"].items()}


@cache
def closed_words() -> dict[str, tuple[Analysis, ...]]:
    """Words of closed classes, small letters."""
    table = lexicon("uk", "grammar")
    words: dict[str, list[Analysis]] = {}
    for word in prepositions():
        words[word] = [Analysis("ADP", word)]
    for word, row in table["words"].items():
        for each in str(row).split("; "):
            pos, lemma, slots, *features = each.split()
            features = features[0].split(",") if features else []
            kind = "either" if str(row).count("NOUN") > 1 else ""
            if pos == "NOUN" and not any(each.startswith("Animacy") for each in features):
                features.append("Animacy=Anim" if lemma in animates() else "Animacy=Inan")
            words.setdefault(word, []).append(
                Analysis(pos, lemma.replace("_", " "), read_slots(slots), frozenset(features), kind)
            )
    for form, reading in _numerals(table["numerals"]):
        words.setdefault(form, []).append(reading)
    for lemma, row in table["paradigms"].items():
        for form, slots in zip(str(row).split(), _PARADIGM, strict=True):
            held = words.setdefault(form, [])
            same = next((number for number, each in enumerate(held) if each.lemma == lemma), None)
            if same is None:
                held.append(Analysis("DET", lemma, read_slots(slots)))
            elif held[same].pos == "DET":
                held[same] = Analysis("DET", lemma, held[same].slots | read_slots(slots), held[same].features)
    for word in words_of("classes", "adverbs"):
        if word not in words or word in prepositions():
            words.setdefault(word, []).append(Analysis("ADV", word))
    return {word: tuple(found) for word, found in words.items()}


def _numerals(rows: Mapping[str, object]) -> Iterator[tuple[str, Analysis]]:
    """The forms of numerals: of a row the genitive, dative, instrumental and locative, variants beside one another."""
    for lemma, row in rows.items():
        slots: dict[str, int] = {lemma: read_slots("nP,aP")}
        for case, variants in zip(_NUMERAL_CASES, str(row).split(), strict=True):
            for form in variants.split("/"):
                persons = "g" in case and form.endswith("ох")
                slots[form] = slots.get(form, 0) | read_slots(case + (",aP" if persons else ""))
        for form, found in slots.items():
            yield form, Analysis("NUM", lemma, found)
