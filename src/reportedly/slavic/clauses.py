"""Which single propositions a document holds: its pieces joined to clauses, one predicate each."""

from collections.abc import Sequence

from reportedly.claims.attribution import Attribution
from reportedly.claims.propositions import Proposition
from reportedly.model.annotation import SentenceRole, Token
from reportedly.slavic.joined import AND, has_subject, part_list, part_piece, predicate_of
from reportedly.slavic.phrases import cut_phrases
from reportedly.slavic.propositions import Clause, propose, refer
from reportedly.slavic.scope import is_relative, opens_that
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.words import (
    feature,
    is_converb,
    lemma,
    spelt,
)

_DEPENDENT = frozenset(
    "если кто хто чей чий когда пока как чтобы прежде хотя якщо коли поки доки як щоб перш хоча ли чи чем ніж раз будто словно мов сколько скільки куда куди зачем".split()
)


_MOST_GOVERNING = 3


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
                proposition = propose(sheet, clause)
                if proposition is not None:
                    found.append(proposition)
    references = [refer(sheet, each) for each in attributions if each.reference]
    taken = {index for each in references for index in (token.index for token in each.tokens)}
    found = [each for each in found if not taken & {token.index for token in each.tokens}]
    return sorted([*found, *references], key=lambda each: (each.span.start, -each.span.end))


def _clauses(
    sheet: Sheet, pieces: Sequence[Piece], holders: dict[int, set[int]], silent: frozenset[int]
) -> list[Clause]:
    clauses: list[Clause] = []
    pending: list[Token] = []
    pending_held: frozenset[int] = frozenset()
    for piece in pieces:
        for part in part_piece(sheet, piece, silent):
            held = _held(part, holders)
            predicate = predicate_of(part) or _equated(sheet, piece, part, pending)
            fresh = part[0].index == piece.first.index and _begins_sentence(sheet, piece)
            host = None if fresh or _opens_equation(sheet, piece, part) else _host(clauses, held)
            if fresh and predicate is None and not pending:
                clauses.append(Clause(list(part), None, held, piece.number))
            elif _is_parted(sheet, piece, part, pending) and (not pending or pending_held == held):
                pending, pending_held = [*pending, *part], held
            elif _stands_alone(sheet, piece, part, predicate, host):
                tokens = [*pending, *part] if pending and pending_held == held else part
                if pending and pending_held != held:
                    clauses.append(Clause(pending, None, pending_held, piece.number))
                waits = predicate is not None and not pending and _is_dependent(sheet, piece)
                clauses.append(Clause(list(tokens), predicate, held, piece.number, waits=waits))
                pending = []
            elif (
                predicate is None
                and host is None
                and held
                and not pending
                and part[0].index - 1 in silent
                and _names_happening(part)
            ):
                clauses += [Clause(each, None, held, piece.number, told=True) for each in part_list(part)]
            elif host is not None and not pending:
                host.tokens += part
                host.predicate = host.predicate or predicate
                host.last = piece.number
            else:
                if pending and pending_held != held:
                    clauses.append(Clause(pending, None, pending_held, piece.number))
                    pending = []
                pending, pending_held = [*pending, *part], held
    if pending:
        host = _host(clauses, pending_held)
        if host is not None:
            host.tokens += pending
        else:
            clauses.append(Clause(pending, None, pending_held, len(pieces)))
    return clauses


def _begins_sentence(sheet: Sheet, piece: Piece) -> bool:
    """ "«P, — говорит X. — Q»": does another sentence of what is said begin behind the stop and the dash?"""
    before = sheet.beside(piece, -1)
    return before is not None and before.tokens[-1].text == "." and bool(set(piece.before) & set("—–-"))


def _names_happening(part: Sequence[Token]) -> bool:
    """ "О взрывах в Y": is what is said the object of a preposition, or a noun that a verb of saying takes?"""
    first = next((each for each in part if each.pos not in ("PUNCT", "SYM", "ADV", "PART")), None)
    return first is not None and feature(first, "Case") in ("Loc", "Gen", "Acc")


def _held(words: Sequence[Token], holders: dict[int, set[int]]) -> frozenset[int]:
    """Which attributions hold these words: by their predicate, else by most of them."""
    key = predicate_of(words) or next(
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
    return phrases[0].head if phrases and has_subject(pending) else None


def _host(clauses: Sequence[Clause], held: frozenset[int]) -> Clause | None:
    """The last clause of the sentence on the same words."""
    return clauses[-1] if clauses and clauses[-1].held == held else None


def _stands_alone(
    sheet: Sheet, piece: Piece, part: Sequence[Token], predicate: Token | None, host: Clause | None
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
    if host.waits and not (starts_piece and is_relative(piece)):
        host.waits = False  # "если A — B": the condition and what hangs on it are one
        return False
    if starts_piece and opens_that(sheet, piece) and _only_governs(host):
        return False
    if starts_piece and is_relative(piece):
        return _is_telling(sheet, piece, predicate)
    return host.predicate is not None or host.told


def _is_parted(sheet: Sheet, piece: Piece, part: Sequence[Token], pending: Sequence[Token]) -> bool:
    """Is it a subject that an insertion parts from its predicate, or that insertion?"""
    if pending:
        return _is_inserted(sheet, piece)
    return not piece.predicates and has_subject(part) and _is_inserted(sheet, sheet.beside(piece, 1))


def _is_inserted(sheet: Sheet, piece: Piece | None) -> bool:
    """ "Люди, которые были в здании, погибли", "все, кто выжил, в больнице": is it told here whom the predicate behind it is said of?"""
    following = sheet.beside(piece, 1) if piece else None
    if piece is None or following is None or not following.predicates or has_subject(following.tokens):
        return False
    opens = is_relative(piece) or piece.opening in ("кто", "хто")
    return opens and "," in following.before and following.opening not in (*AND, "а", "но", "але")


_GOVERNORS = frozenset(
    "опасение угроза вероятность риск шанс надежда подозрение возможность признак предположение побоювання загроза ймовірність ризик шанс надія підозра можливість ознака".split()
)


_IMPERSONAL = frozenset(
    "исключить исключено возможно вероятно очевидно понятно видно ясно похоже казаться оказаться оказываться значить виключено можливо ймовірно очевидно зрозуміло здаватися виявитися "
    "схоже означати".split()
)


def _only_governs(clause: Clause) -> bool:
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
        or following.opening in (*AND, "еще", "ще")
        or (bool(following.predicates) and has_subject(following.tokens))
    )
    past = feature(predicate, "Tense") == "Past" or "Variant=Short" in predicate.features
    return last and past
