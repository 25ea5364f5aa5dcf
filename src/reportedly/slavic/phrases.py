"""Which words make one noun phrase, and in which case it stands: read from agreement and order, without a tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.annotation import Token
from reportedly.slavic.phrase_ends import CLOSERS, OPENERS, does, extend, is_deputy
from reportedly.slavic.words import entity, feature, has_case, is_participle, spelt

_OWNERS = frozenset("его ее их його її їх".split())
_OF_CLAUSE = frozenset(
    "однако впрочем зато поэтому тогда например кстати однак утім проте тому тоді наприклад "
    "ранее позже сегодня вчера также тоже накануне потом затем уже еще ныне сейчас теперь раніше пізніше сьогодні вчора також теж напередодні потім вже ще зараз тепер".split()
)
"""Adverbs that say something of a clause, rather than how of an adjective."""
_AMID = frozenset("еще лишь только примерно около ще лише тільки приблизно близько".split())
_LONGEST_TITLE = 8
"""Tokens between quotation marks that may be a name."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what belongs to it."""

    tokens: tuple[Token, ...]
    head: Token
    preposition: Token | None = None
    """It stands before the first of `tokens` and is none of them."""

    @property
    def case(self) -> str:
        """`Nom`, `Gen` …; empty if unknown, as that of a title between marks is."""
        if self.is_title:
            inner = feature(self.head, "Case")
            return inner if inner in ("Nom", "Dat", "Ins") else ""
        if feature(self.head, "Case"):
            return self._case_of_number()
        told = [t for t in self.tokens if feature(t, "Case")]
        if is_deputy(self.head):
            return next((feature(t, "Case") for t in told if entity(t) == "PERSON"), "")
        return next((feature(t, "Case") for t in told if t.index < self.head.index), "")

    def _case_of_number(self) -> str:
        """The case of the head, or of a number that asks for the genitive behind it: "двоє дипломатів"."""
        own = feature(self.head, "Case")
        number = next((t for t in self.tokens if t.pos == "NUM" and t.index < self.head.index), None)
        return "Nom" if own == "Gen" and number is not None and feature(number, "Case") == "Nom" else own

    def may_be(self, *cases: str) -> bool:
        return self.case in ("", *cases)

    @property
    def is_title(self) -> bool:
        """Is it a name between quotation marks and nothing else?"""
        marked = self.tokens[0].text in OPENERS and self.tokens[-1].text in CLOSERS and len(self.tokens) > 2
        return self.preposition is None and marked and not self.tokens[1].text[:1].islower()

    @property
    def last(self) -> Token:
        return self.tokens[-1]

    @property
    def start(self) -> Token:
        """Its first word, the preposition included."""
        return self.preposition or self.tokens[0]


def cut_phrases(tokens: Sequence[Token]) -> list[Phrase]:
    """The noun phrases of some words of one sentence, in order, none overlapping."""
    return list(_iterate(tokens))


def _iterate(tokens: Sequence[Token]) -> Iterator[Phrase]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        preposition = token if token.pos == "ADP" else None
        begin = at + 1 if preposition else at
        while preposition and begin < len(tokens) and tokens[begin].pos == "ADP":
            begin += 1  # "из-за", "несмотря на"
        while preposition and begin < len(tokens) and spelt(tokens[begin].text) in _AMID:
            begin += 1  # "про ще одного загиблого"
        found = _read(tokens, begin) if begin < len(tokens) else None
        if found is None:
            at += 1
            continue
        head, end = found
        yield Phrase(tuple(tokens[begin:end]), tokens[head], preposition)
        at = end


def phrase_at(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The phrase that begins with the word at place `at`, if one does."""
    found = _read(tokens, at) if at < len(tokens) else None
    return Phrase(tuple(tokens[at : found[1]]), tokens[found[0]]) if found else None


def _read(tokens: Sequence[Token], begin: int) -> tuple[int, int] | None:
    """Places of the head and of what follows the phrase's last word."""
    head = _find_head(tokens, begin)
    if head is None:
        return None
    end = _close_title(tokens, begin, head)
    if tokens[head].pos == "PRON":
        return head, end
    while (longer := extend(tokens, head, end)) > end:
        end = longer
    return head, end


def _find_head(tokens: Sequence[Token], begin: int) -> int | None:
    """The noun behind its modifiers; a modifier alone where no noun follows ("военный", "двое")."""
    case, last, described, passed = "", None, False, None
    for at in range(begin, len(tokens)):
        token = tokens[at]
        if token.pos in ("NOUN", "PROPN"):
            if at > begin and does(tokens[at - 1], token) and case != "Ins":
                continue
            if last is not None and _disagrees(token, case):
                if described:
                    passed = at if passed is None else passed
                    continue  # "оказавшийся в плену солдат"
                return last  # "после приезда скорой парень заявил"
            return at
        if token.pos in ("ADJ", "DET", "NUM") or is_participle(token):
            if not _may_modify(token, case, described):
                return last
            case = case or (feature(token, "Case") if token.pos != "NUM" else "")
            described = described or is_participle(token)
            last = at
        elif token.pos == "PRON" and at == begin:
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            if spelt(token.text) not in _OWNERS or following is None or following.pos not in ("NOUN", "PROPN", "ADJ"):
                return at
        elif not _may_stand_before(tokens, at, begin, last, case, described):
            break
    return last if passed is None else passed  # "поддерживающая повстанцев": the object of a participle


def _disagrees(noun: Token, case: str) -> bool:
    """Does the noun surely not belong to modifiers in this case? Feminine endings are easily taken for one another."""
    own = feature(noun, "Case")
    if not case or not own or own == case:
        return False
    return not (feature(noun, "Gender") == "Fem" and {own, case} <= {"Gen", "Dat", "Ins", "Loc"})


def _may_modify(token: Token, case: str, described: bool) -> bool:
    if "Variant=Short" in token.features:
        return False
    return not case or token.pos == "NUM" or described or has_case(token, case)


def _may_stand_before(
    tokens: Sequence[Token], at: int, begin: int, last: int | None, case: str, described: bool
) -> bool:
    """May what is no noun and no modifier stand among the modifiers of one?"""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.pos == "PUNCT":
        return token.text in OPENERS and following is not None and at in (begin, (last or 0) + 1)
    if token.pos == "CCONJ":
        return last is not None and _agrees(tokens, at + 1, case)
    if token.pos in ("ADV", "PART"):
        modifies = following is not None and (following.pos in ("ADJ", "NUM") or is_participle(following))
        return modifies and spelt(token.text) not in _OF_CLAUSE and spelt(token.text) not in ("не", "ни", "ні")
    return token.pos == "ADP" and described  # "оказавшийся в плену солдат"


def _agrees(tokens: Sequence[Token], at: int, case: str) -> bool:
    """Is there another modifier in the same case: "российские и местные каналы"?"""
    return at < len(tokens) and tokens[at].pos in ("ADJ", "DET") and bool(case) and feature(tokens[at], "Case") == case


def _close_title(tokens: Sequence[Token], begin: int, head: int) -> int:
    """Behind the closing mark, where the head stands in a title: "«РИА Новости»"."""
    opened = sum(each.text in OPENERS for each in tokens[begin:head] if each.pos == "PUNCT")
    if not opened:
        return head + 1
    for at in range(head + 1, min(len(tokens), head + _LONGEST_TITLE)):
        if tokens[at].pos == "PUNCT" and tokens[at].text in CLOSERS:
            return at + 1
    return head + 1
