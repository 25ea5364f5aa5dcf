"""Which single propositions a document holds: its pieces joined to clauses, one predicate each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.claims.attribution import Attribution
from reportedly.claims.propositions import Form, Proposition
from reportedly.model.annotation import SentenceRole, Token
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.scope import is_relative, opens_that
from reportedly.slavic.sheet import Piece, Sheet, described
from reportedly.slavic.words import (
    entity,
    feature,
    is_converb,
    is_finite,
    is_participle,
    is_predicate,
    lemma,
    listed,
    spelt,
)

_AND = frozenset("и а но или либо да і й та але або чи".split())
_EDGES = frozenset("и а но однако что чтобы будто и й і та але проте однак що щоб ніби же ж также затем".split())
_DEPENDENT = frozenset(
    "если кто хто чей чий когда пока как чтобы прежде хотя якщо коли поки доки як щоб перш хоча ли чи чем ніж раз будто словно мов сколько скільки куда куди зачем".split()
)
_LEAST_WORDS = 2
_MOST_GOVERNING = 3
_ASIDE_WORDS = frozenset(
    "правда впрочем конечно наверное видимо вероятно возможно кстати например словом итак мабуть звісно щоправда до речі наприклад".split()
)


@dataclass(slots=True)
class _Clause:
    """A proposition as it is being put together."""

    tokens: list[Token] = field(default_factory=list)
    predicate: Token | None = None
    held: frozenset[int] = frozenset()
    """Which attributions hold it, by their numbers."""
    last: int = -1
    """Number of the last piece put to it."""
    told: bool = False
    """Is it a noun that tells a happening in itself, so that a predicate behind it is another's?"""


def cut_propositions(sheet: Sheet, attributions: Sequence[Attribution], silent: frozenset[int]) -> list[Proposition]:
    """Every proposition of the document's body, in order.

    Args:
        silent: indices of the tokens of reporting clauses, of which no proposition is made.
    """
    holders: dict[int, set[int]] = {}
    for number, each in enumerate(attributions):
        for index in each.content:
            holders.setdefault(index, set()).add(number)
    found: list[Proposition] = []
    for number, pieces in sheet.pieces.items():
        if sheet.found.sentences[number].role is SentenceRole.BODY:
            for clause in _clauses(sheet, pieces, holders, silent):
                proposition = _proposition(sheet, clause)
                if proposition is not None:
                    found.append(proposition)
    references = [_reference(sheet, each) for each in attributions if each.reference]
    taken = {index for each in references for index in (token.index for token in each.tokens)}
    found = [each for each in found if not taken & {token.index for token in each.tokens}]
    return sorted([*found, *references], key=lambda each: (each.span.start, -each.span.end))


def _reference(sheet: Sheet, attribution: Attribution) -> Proposition:
    """ "Её мать опровергла сообщение": the whole clause."""
    tokens = _trim([sheet.found.tokens[index] for index in sorted(attribution.content)])
    return Proposition(
        span=sheet.tree.span(tokens), predicate=attribution.cue, tokens=tuple(tokens), form=Form.REFERENCE
    )


def _clauses(
    sheet: Sheet, pieces: Sequence[Piece], holders: dict[int, set[int]], silent: frozenset[int]
) -> list[_Clause]:
    clauses: list[_Clause] = []
    pending: list[Token] = []
    pending_held: frozenset[int] = frozenset()
    for piece in pieces:
        for part in _parts(sheet, piece, silent):
            held = _held(part, holders)
            predicate = _predicate(part) or _equated(sheet, piece, part, pending)
            host = None if _opens_equation(sheet, piece, part) else _host(clauses, held)
            if _stands_alone(sheet, piece, part, predicate, host):
                tokens = [*pending, *part] if pending and pending_held == held else part
                if pending and pending_held != held:
                    clauses.append(_Clause(pending, None, pending_held, piece.number))
                clauses.append(_Clause(list(tokens), predicate, held, piece.number))
                pending = []
            elif predicate is None and host is None and held and not pending and _names_happening(part):
                for each in _listed(part):
                    clauses.append(_Clause(each, None, held, piece.number, told=True))
            elif host is not None and not pending:
                host.tokens += part
                host.predicate = host.predicate or predicate
                host.last = piece.number
            else:
                if pending and pending_held != held:
                    clauses.append(_Clause(pending, None, pending_held, piece.number))
                    pending = []
                pending, pending_held = [*pending, *part], held
    if pending:
        host = _host(clauses, pending_held)
        if host is not None:
            host.tokens += pending
        else:
            clauses.append(_Clause(pending, None, pending_held, len(pieces)))
    return clauses


def _parts(sheet: Sheet, piece: Piece, silent: frozenset[int]) -> Iterator[list[Token]]:
    """The words of a piece that are no reporting clause's, parted where two predicates are joined by "и"."""
    words = [each for each in piece.tokens if each.index not in silent]
    if not any(each.pos not in ("PUNCT", "SYM") for each in words):
        return
    start = 0
    for at, token in enumerate(words):
        joins = spelt(token.text) in _AND and token.pos in ("CCONJ", "PART")
        if joins and _full(words[start:at]) and _full_behind(words[at + 1 :]):
            yield words[start:at]
            start = at
    yield words[start:]


def _names_happening(part: Sequence[Token]) -> bool:
    """ "О взрывах в Y": is what is said the object of a preposition, or a noun that a verb of saying takes?"""
    first = next((each for each in part if each.pos not in ("PUNCT", "SYM", "ADV", "PART")), None)
    return first is not None and feature(first, "Case") in ("Loc", "Gen") and part[0].index > 0


def _listed(part: Sequence[Token]) -> list[list[Token]]:
    """The happenings that "и" joins: "повреждении объекта | и отключении света"."""
    phrases = cut_phrases(part)
    head = phrases[0].head if phrases else None
    starts = [0]
    for phrase in phrases[1:]:
        at = next(place for place, each in enumerate(part) if each.index == phrase.start.index)
        joined = at > 0 and spelt(part[at - 1].text) in _AND
        if (
            joined
            and head is not None
            and feature(phrase.head, "Case") == feature(head, "Case")
            and (phrase.preposition is None or phrase.preposition.text == part[0].text)
            and _has_owner(phrase)
        ):
            starts.append(at)
    return [list(part[start:end]) for start, end in zip(starts, [*starts[1:], len(part)], strict=True)]


def _has_owner(phrase: Phrase) -> bool:
    """Does more than its head stand in it, behind the head: "отключении электроэнергии"?"""
    counted = any(each.pos == "NUM" for each in phrase.tokens)
    return (
        phrase.last.index > phrase.head.index
        or counted
        or "VerbForm=Part" in phrase.head.features
        or phrase.head.pos == "ADJ"
    )


def _full(words: Sequence[Token]) -> bool:
    """Is it a clause with more than its predicate behind or before it?"""
    place = next((at for at, each in enumerate(words) if is_predicate(each)), None)
    if place is None:
        return False
    return any(each.pos in ("NOUN", "PROPN", "ADJ", "ADV", "X") for each in words[place + 1 :]) or _has_subject(words)


def _full_behind(words: Sequence[Token]) -> bool:
    """Does a clause follow, whose predicate comes before any other "и", with something of its own?"""
    for at, token in enumerate(words):
        if spelt(token.text) in _AND and token.pos == "CCONJ":
            return False
        if token.pos == "SCONJ":
            continue
        if is_predicate(token):
            own = [
                each for each in (*words[:at], *words[at + 1 :]) if each.pos in ("NOUN", "PROPN", "NUM", "ADV", "PRON")
            ]
            return bool(own)
    return False


def _has_subject(words: Sequence[Token]) -> bool:
    return any(each.preposition is None and each.case == "Nom" for each in cut_phrases(words))


def _held(words: Sequence[Token], holders: dict[int, set[int]]) -> frozenset[int]:
    """Which attributions hold these words: by their predicate, else by most of them."""
    key = _predicate(words) or next(
        (each for each in words if each.pos not in ("PUNCT", "CCONJ", "SCONJ", "ADP", "SYM")), words[0]
    )
    return frozenset(holders.get(key.index, ()))


def _opens_equation(sheet: Sheet, piece: Piece, part: Sequence[Token]) -> bool:
    """ "Потужність – близько 15 млн": does the subject of a clause stand here whose predicate follows a dash?"""
    following = sheet.beside(piece, 1)
    if following is None or piece.predicates or following.predicates or not set(following.before) & set("—–-"):
        return False
    phrases = cut_phrases(part)
    return bool(phrases) and phrases[0].case == "Nom" and phrases[0].preposition is None


def _equated(sheet: Sheet, piece: Piece, part: Sequence[Token], pending: Sequence[Token]) -> Token | None:
    """What a subject that has been waiting is said to be: the noun behind a dash, if that is where a predicate stands."""
    if not pending or piece.predicates or not set(piece.before) & set("—–-"):
        return None
    phrases = cut_phrases(part)
    return phrases[0].head if phrases and _has_subject(pending) else None


def _predicate(words: Sequence[Token]) -> Token | None:
    found = [each for each in words if is_predicate(each)] or list(described(words))
    verbs = [each for each in found if each.pos != "AUX"]
    return next(iter(verbs or found), None)


def _host(clauses: Sequence[_Clause], held: frozenset[int]) -> _Clause | None:
    """The last clause of the sentence on the same words."""
    return clauses[-1] if clauses and clauses[-1].held == held else None


def _stands_alone(
    sheet: Sheet, piece: Piece, part: Sequence[Token], predicate: Token | None, host: _Clause | None
) -> bool:
    """Does a proposition of its own begin here?"""
    first = next((each for each in part if each.pos not in ("PUNCT", "SYM")), part[0])
    starts_piece = first.index <= piece.first.index + 1
    if predicate is None:
        return host is not None and _tells_by_converb(part, piece)
    if host is None:
        return True
    if starts_piece and _is_dependent(sheet, piece):
        return False
    if starts_piece and opens_that(sheet, piece) and _only_governs(host):
        return False
    if starts_piece and is_relative(piece):
        return _is_telling(sheet, piece, predicate)
    return host.predicate is not None or host.told


_GOVERNORS = frozenset(
    "опасение угроза вероятность риск шанс надежда подозрение возможность признак предположение побоювання загроза ймовірність ризик шанс надія підозра можливість ознака".split()
)
_IMPERSONAL = frozenset(
    "исключить исключено возможно вероятно очевидно понятно видно ясно похоже казаться оказаться оказываться значить виключено можливо ймовірно очевидно зрозуміло здаватися виявитися "
    "схоже означати".split()
)


def _only_governs(clause: _Clause) -> bool:
    """ "Есть опасения", "не исключено": words that say how sure is what follows behind "что", and nothing else."""
    words = [each for each in clause.tokens if each.pos not in ("PUNCT", "SYM", "PART", "ADV", "CCONJ")]
    if len(words) > _MOST_GOVERNING:
        return False
    names = {lemma(each) for each in words} | {spelt(each.text) for each in clause.tokens}
    return bool(names & _GOVERNORS) or bool(names & _IMPERSONAL)


def _tells_by_converb(part: Sequence[Token], piece: Piece) -> bool:
    """ "Поразив склад", "уничтожив три танка": done, and with an object."""
    verb = next((each for each in part if is_converb(each)), None)
    if verb is None or feature(verb, "Aspect") != "Perf":
        return False
    return any(
        each.case in ("Acc", "Gen") or each.preposition is not None
        for each in cut_phrases([t for t in part if t.index > verb.index])
    )


def _is_dependent(sheet: Sheet, piece: Piece) -> bool:
    """ "Если", "когда", "как": a condition or a circumstance of what is said beside it."""
    words = [spelt(each.text) for each in piece.tokens if each.pos != "PUNCT"][:3]
    opening = next(
        (
            each
            for each in words
            if each not in ("и", "а", "но", "і", "й", "та", "але", "даже", "навіть", "только", "лише")
        ),
        "",
    )
    return opening in _DEPENDENT


def _is_telling(sheet: Sheet, piece: Piece, predicate: Token) -> bool:
    """ "…, в результате которого погибли двое" at the end of its sentence tells a happening; one in the middle describes."""
    following = sheet.beside(piece, 1)
    last = (
        following is None
        or following.opening in (*_AND, "еще", "ще")
        or (bool(following.predicates) and _has_subject(following.tokens))
    )
    past = feature(predicate, "Tense") == "Past" or "Variant=Short" in predicate.features
    return last and past


def _proposition(sheet: Sheet, clause: _Clause) -> Proposition | None:
    tokens = _trim(sorted(clause.tokens, key=lambda each: each.index))
    words = [each for each in tokens if each.pos not in ("PUNCT", "SYM", "ADP", "CCONJ", "SCONJ", "PART", "DET")]
    if not words:
        return None
    predicate = clause.predicate
    if predicate is None:
        return _nominal(sheet, clause, tokens, words)
    if len(words) < _LEAST_WORDS and not is_finite(predicate) and "Variant=Short" not in predicate.features:
        return None
    if all(lemma(each) in _ASIDE_WORDS for each in words):
        return None
    if len(words) <= 2 and _only_says(sheet, words):
        return None
    return Proposition(span=sheet.tree.span(tokens), predicate=predicate, tokens=tuple(tokens), form=Form.CLAUSE)


def _only_says(sheet: Sheet, words: Sequence[Token]) -> bool:
    """ "Вважаємо", "я думаю": a verb of saying or thinking with nothing but a pronoun."""
    language = sheet.language(words[0])
    verbs = listed(language, "reporting", "attitude") | listed(language, "reporting", "say")
    return all(each.pos in ("PRON", "ADV") or lemma(each) in verbs for each in words) and any(
        lemma(each) in verbs for each in words
    )


def _nominal(sheet: Sheet, clause: _Clause, tokens: list[Token], words: list[Token]) -> Proposition | None:
    """Words without a predicate: the noun of what is said ("о взрывах"), or a sentence that does without a verb."""
    converb = next((each for each in words if is_converb(each)), None)
    infinitive = next((each for each in words if feature(each, "VerbForm") == "Inf"), None)
    noun = next((each for each in words if each.pos in ("NOUN", "PROPN")), None) or next(
        (each for each in words if is_participle(each) or each.pos == "ADJ"), None
    )
    head = converb or infinitive or noun
    if head is None:
        return None
    if converb or infinitive:
        return Proposition(span=sheet.tree.span(tokens), predicate=head, tokens=tuple(tokens), form=Form.CLAUSE)
    if not clause.held and (len(words) < 4 or all(each.pos == "PROPN" or entity(each) for each in words)):
        return None
    if clause.held and len(words) == 1 and (head.pos == "PROPN" or entity(head)):
        return None
    return Proposition(span=sheet.tree.span(tokens), predicate=head, tokens=tuple(tokens), form=Form.NOMINAL)


def _trim(tokens: list[Token]) -> list[Token]:
    """Without marks and conjunctions at the edges; marks of a quotation that is whole stay within."""
    kept = list(tokens)
    while len(kept) > 1 and (
        kept[0].pos in ("PUNCT", "SYM", "CCONJ", "SCONJ")
        or (spelt(kept[0].text) in _EDGES and kept[0].pos in ("PART", "PRON") and is_that_like(kept))
    ):
        kept = kept[1:]
    while len(kept) > 1 and kept[-1].pos in ("PUNCT", "SYM", "CCONJ", "SCONJ", "ADP") and not _closes(kept):
        kept = kept[:-1]
    return kept


def _closes(tokens: Sequence[Token]) -> bool:
    """Does the last mark close a quotation that begins within?"""
    last = tokens[-1].text
    if last == "»":
        return sum(each.text == "«" for each in tokens) >= sum(each.text == "»" for each in tokens)
    return last in ('"', "”", "“") and sum(each.text in ('"', "“", "”", "„") for each in tokens) % 2 == 0


def is_that_like(tokens: Sequence[Token]) -> bool:
    """Is the first word a conjunction in spite of its tag: "что" before a clause?"""
    return spelt(tokens[0].text) in ("что", "що", "чтобы", "щоб", "же", "ж") and len(tokens) > 2
