"""A Ukrainian sentence while its words are being read: what each may be, what has been chosen, what hangs on what."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.annotate.ukrainian_closed import prepositions
from reportedly.annotate.ukrainian_forms import read_form
from reportedly.annotate.ukrainian_slots import NEUT, PLUR, Analysis, read_slots
from reportedly.annotate.ukrainian_words import cut_words

OPENERS = frozenset(("«", '"', "“", "„", "(", "[", '""'))
CLOSERS = frozenset(("»", '"', "”", "“", ")", "]", '""'))
DASHES = frozenset(("-", "–", "—", "--", "―"))

_OPEN_KINDS = frozenset(("guess", "surname", "either"))
"""Where several guesses stand side by side, all are kept open."""

_LONE = {
    "address": (Analysis("X", ""),),
    "site": (Analysis("PROPN", "", kind="acronym"),),
    "symbol": (Analysis("SYM", ""),),
    "mark": (Analysis("PUNCT", ""),),
    "number": (Analysis("NUM", "", kind="digits"),),
}
_RUSSIAN = frozenset("ыэёъЫЭЁЪ")
"""Letters that Ukrainian lacks: what is spelled with them is not read."""
_PUNCTUATION = frozenset(".,;:!?()[]{}«»\"'“”„‘’…-–—―/\\*|•·_`‚‹›!?")


@dataclass(slots=True)
class Draft:
    """One sentence. All lists are as long as the sentence has words and marks."""

    places: Sequence[tuple[int, int, str]]
    words: list[str]
    lower: list[str]
    options: list[tuple[Analysis, ...]]
    chosen: list[Analysis]
    slots: list[int]
    outer: list[int]
    """The cases in which a phrase stands, at its head: of "17 дронів" the nominative or accusative."""
    heads: list[int]
    relations: list[str]
    extra: list[set[str]]
    phrases: list[int] = field(default_factory=list)
    """Heads of noun phrases that hang on no other phrase yet, in order."""
    governed: dict[int, int] = field(default_factory=dict)
    """The preposition of a phrase, by the phrase's head."""

    def __len__(self) -> int:
        return len(self.words)

    def pos(self, at: int) -> str:
        """The part of speech chosen at `at`; nothing beyond the sentence."""
        return self.chosen[at].pos if 0 <= at < len(self.words) else ""

    def hang(self, word: int, head: int, relation: str) -> None:
        """Hang `word` on `head`, unless it hangs already or would hang on itself."""
        if self.heads[word] < 0 and word != head and not self._leads_to(head, word):
            self.heads[word], self.relations[word] = head, relation

    def _leads_to(self, start: int, target: int) -> bool:
        while self.heads[start] >= 0:
            start = self.heads[start]
            if start == target:
                return True
        return False

    def fit(self, at: int, allowed: int) -> int:
        """The slots that the first fitting reading of `at` shares with `allowed`; that reading is chosen, 0 if there is none."""
        pos = self.chosen[at].pos
        found = 0
        for option in self.options[at]:
            if not (shared := option.slots & allowed) or not (
                option.pos == pos or {option.pos, pos} <= {"NOUN", "PROPN"}
            ):
                continue
            if not found:
                self.chosen[at] = option
            elif option.kind not in _OPEN_KINDS or option.pos != self.chosen[at].pos:
                break
            found |= shared
            if option.kind not in _OPEN_KINDS:
                break
        if found:
            self.slots[at] = found
        return found

    def settle_readings(self) -> None:
        """Of the guesses at an unknown word keep the one that stands in the slots that were decided."""
        for at, chosen in enumerate(self.chosen):
            if self.slots[at] & NEUT and chosen.pos == "NOUN" and chosen.lemma.endswith("я"):
                self.slots[at] &= ~PLUR  # "рішення": rather one than several
            if chosen.kind in _OPEN_KINDS and self.slots[at] and not chosen.slots & self.slots[at]:
                self.chosen[at] = next((each for each in self.options[at] if each.slots & self.slots[at]), chosen)


def open_draft(text: str) -> Draft:
    """The words of `text` with the first reading of each."""
    places = cut_words(text)
    words = [text[start:end] for start, end, _ in places]
    options = []
    opens = True
    for word, (_, _, kind) in zip(words, places, strict=True):
        options.append(_read(word, kind, opens))
        opens = (
            word in OPENERS
            or word in ("...", "…", "!", "?", ".", ":", "|", "•")
            or (opens and kind in ("other", "mark"))
        )
    chosen = [each[0] for each in options]
    size = len(words)
    return Draft(
        places, words, [word.lower() for word in words], options, chosen, [each.slots for each in chosen], [0] * size,
        [-1] * size, [""] * size, [set() for _ in words],
    )  # fmt: skip


def _read(word: str, kind: str, opens: bool) -> tuple[Analysis, ...]:
    if kind == "word" or kind == "short":
        if _RUSSIAN.intersection(word):
            return (Analysis("PROPN" if word[0].isupper() else "X", word),)
        if "a" <= word[0].lower() <= "z":
            return (Analysis("PROPN" if word[0].isupper() else "X", word),)
        found = read_form(word, opens)
        if (kind == "short" and found[0].kind in ("guess", "acronym")) or (
            len(word) == 2 and word[1] == "." and word[0].isupper()
        ):
            return (Analysis("PROPN", word, kind="initial"),)
        return found
    if kind == "number" and not word[-1].isdigit():
        return _read_number(word)
    if kind == "other":
        kind = "mark" if word in _PUNCTUATION else "symbol"
    return _LONE[kind]


def _read_number(word: str) -> tuple[Analysis, ...]:
    """ "47-ї" is an adjective whose ending tells its case, "25-річний" any other, "122-мм" one without cases."""
    if "-річ" in word:
        return read_form(word.rpartition("-")[2], opens=False)
    ending = word.lstrip("0123456789.,:-")
    if ending == "мм":
        return (Analysis("ADJ", word, kind="digits"),)
    cases = _ORDINALS.get(ending)
    return (Analysis("ADJ", word, cases, kind="digits"),) if cases else (Analysis("NUM", word, kind="digits"),)


def _ordinals() -> dict[str, int]:
    table = {
        "й": "nM,aM,dF,lF", "ий": "nM,aM", "ій": "dF,lF", "го": "gM,gN,aM", "ого": "gM,gN,aM", "му": "dM,dN,lM,lN", "им": "iM,iN,dP", "м": "iM,iN,dP,lM,lN",
        "ша": "nF", "га": "nF", "та": "nF", "ма": "nF", "тя": "nF", "а": "nF", "ої": "gF", "ї": "gF", "у": "aF", "ту": "aF", "шу": "aF", "гу": "aF", "ю": "aF",
        "ою": "iF", "е": "nN,aN", "ше": "nN,aN", "ге": "nN,aN", "тє": "nN,aN", "ті": "nP,aP", "і": "nP,aP", "х": "gP,lP,aP", "их": "gP,lP,aP", "ми": "iP", "ими": "iP",
    }  # fmt: skip
    return {ending: read_slots(slots) for ending, slots in table.items()}


_ORDINALS = _ordinals()


def is_preposition(draft: Draft, at: int) -> bool:
    """Is the word at `at` chosen as a preposition?"""
    return draft.chosen[at].pos == "ADP" and draft.lower[at] in prepositions()
