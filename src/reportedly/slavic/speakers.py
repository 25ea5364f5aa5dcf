"""Who says it: the noun phrase, in the nominative or behind "в", that a reporting verb makes its speaker."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.model.annotation import Token
from reportedly.slavic.bodies import by_a_body, in_a_body, is_impersonal, up_to_predicate
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.relays import behind_vehicle
from reportedly.slavic.sheet import Piece, Sheet
from reportedly.slavic.voices import can_speak, kinds_of, with_belonging
from reportedly.slavic.words import (
    entity,
    feature,
    has_case,
    is_converb,
    is_finite,
    is_participle,
    lemma,
    listed,
    spelt,
)

_AND = frozenset("и да а і й та".split())


_RELATIVE = frozenset("который какой кто який котрий хто что що".split())


def find_speakers(sheet: Sheet, piece: Piece, verb: Token) -> list[Phrase]:
    """The phrases that speak by `verb`, side by side; none if nobody is named in its clause."""
    if opens_participially(piece, verb):
        described = _described(sheet, piece, verb)
        return [described] if described else []
    if lemma(verb) in listed(sheet.language(verb), "reporting", "follows") and (ground := is_followed(sheet, piece)):
        return [ground]
    if is_impersonal(sheet, verb):
        written = _antecedent(sheet, piece, verb)
        if written:
            return [written]
        return in_a_body(sheet, piece, verb) or by_a_body(sheet, piece, verb) or _in_a_body_before(sheet, piece, verb)
    if found := _first_subject(sheet, _places_to_look(sheet, piece, verb), verb):
        found = [_named_beside(sheet, found[0]) or found[0], *found[1:]]
        told = feature(verb, "Number") == "Plur" and not found[0].case and found[0].start.index > verb.index
        return (in_a_body(sheet, piece, verb) if told else []) or found  # "сообщили ТАСС в полиции"
    if relative := _antecedent(sheet, piece, verb):
        return [relative]
    cut_off = _first_subject(sheet, _cut_off(sheet, piece, verb), verb)
    return (
        in_a_body(sheet, piece, verb)
        or [_named_beside(sheet, each) or each for each in cut_off]
        or _in_a_body_before(sheet, piece, verb)
    )


def _in_a_body_before(sheet: Sheet, piece: Piece, verb: Token) -> list[Phrase]:
    """ "В Минобороны, сославшись на X, заявили": the body, where an aside cuts it off from the verb."""
    before = [each for phrases in _cut_off(sheet, piece, verb) for each in phrases]
    return in_a_body(sheet, piece, verb, before) if before else []


def is_followed(sheet: Sheet, piece: Piece) -> Phrase | None:
    """ "Следует из заявления властей": the paper from which it follows, or whose it is; None if it is neither."""
    for phrase in cut_phrases(piece.tokens):
        if phrase.preposition is None or spelt(phrase.preposition.text) not in ("из", "з", "із", "зі"):
            continue
        bears_words = listed(sheet.language(phrase.head), "reporting", "nouns", "vehicle")
        if lemma(phrase.head) in bears_words or kinds_of(sheet, phrase.head):
            return behind_vehicle(sheet, phrase)
    return None


def opens_participially(piece: Piece, verb: Token) -> bool:
    """ "Эксперт, заявивший о прорыве": does a participle of doing open the piece?"""
    first = next((each for each in piece.tokens if each.pos != "PUNCT"), None)
    return first is verb and is_participle(verb) and "Voice=Act" in verb.features and "," in piece.before


def _described(sheet: Sheet, piece: Piece, participle: Token) -> Phrase | None:
    """Who does what the participle says: the noun right before the comma, in the same case."""
    before = sheet.beside(piece, -1)
    phrases = cut_phrases(before.tokens) if before is not None else []
    if not phrases or not can_speak(sheet, phrases[-1], participle):
        return None
    return phrases[-1] if phrases[-1].may_be(feature(participle, "Case")) else None


def _first_subject(sheet: Sheet, places: Iterable[Sequence[Phrase]], verb: Token) -> list[Phrase]:
    for phrases in places:
        for at, phrase in enumerate(phrases):
            if _is_subject(sheet, phrase, verb) and not _is_told(sheet, phrase, phrases[at + 1 : at + 2], verb):
                found = [with_belonging(sheet, phrase), *_beside(sheet, phrases[at + 1 :], phrase, verb)]
                return _one_of_them(found, verb)
    return []


def _one_of_them(found: list[Phrase], verb: Token) -> list[Phrase]:
    """ "Бывший спикер и одна из самых влиятельных политиков X заявила": one verb in the singular, one person; the name counts."""
    before = len(found) > 1 and found[-1].last.index < verb.index
    if not before or feature(verb, "Number") != "Sing" or feature(verb, "Tense") != "Past":
        return found
    return [next((each for each in found if any(entity(token) == "PERSON" for token in each.tokens)), found[0])]


def _named_beside(sheet: Sheet, phrase: Phrase) -> Phrase | None:
    """ "Академик РАН, заместитель президента Геннадий Онищенко": the name, where a comma parts it from a title."""
    home = sheet.piece(phrase.head)
    if (
        home is None
        or any(entity(each) == "PERSON" for each in phrase.tokens)
        or feature(phrase.head, "Animacy") != "Anim"
    ):
        return None
    for way in (1, -1):
        for step in (way, 2 * way):
            beside = sheet.beside(home, step)
            later = beside if step > 0 else sheet.beside(home, step + 1)
            if beside is None or beside.predicates or later is None or later.before != "," or beside.is_converbial:
                break
            named = [each for each in cut_phrases(beside.tokens) if any(entity(t) == "PERSON" for t in each.tokens)]
            edge = named[:1] if step > 0 else named[-1:]
            if edge and edge[0].preposition is None and edge[0].case == "Nom" and _fills(beside, edge[0]):
                return edge[0]
            if not _is_apposed(beside):
                break
    return None


def _is_apposed(piece: Piece) -> bool:
    """Is it nothing but another title in the nominative: "военный обозреватель"?"""
    phrases = cut_phrases(piece.tokens)
    return len(phrases) == 1 and phrases[0].case == "Nom" and phrases[0].preposition is None


def _fills(piece: Piece, phrase: Phrase) -> bool:
    """Is the piece nothing but the phrase, and what belongs to it?"""
    words = [each for each in piece.tokens if each.pos != "PUNCT"]
    return words[0].index >= phrase.start.index - 1 and not any(is_finite(each) for each in words)


def _is_told(sheet: Sheet, phrase: Phrase, following: Sequence[Phrase], verb: Token) -> bool:
    """ "Сообщил ТАСС источник", "повідомляє Forbes жителька": a name without a sure case right before somebody in the nominative."""
    if phrase.start.index < verb.index or not following:
        return False
    other = following[0]
    if phrase.case and (phrase.head.relation not in ("iobj", "obj") or other.head.relation != "nsubj"):
        return False
    human = (
        feature(other.head, "Animacy") == "Anim"
        or any(entity(each) == "PERSON" for each in other.tokens)
        or bool(kinds_of(sheet, other.head))
    )
    return (
        other.case == "Nom" and human and other.start.index == phrase.last.index + 1 and _is_subject(sheet, other, verb)
    )


def _places_to_look(sheet: Sheet, piece: Piece, verb: Token) -> Iterator[Sequence[Phrase]]:
    """The phrases behind the verb, those before it, those of the clause that an aside has cut off, likeliest first."""
    at = piece.tokens.index(verb)
    behind = cut_phrases(up_to_predicate(piece.tokens[at + 1 :]))
    before = cut_phrases(piece.tokens[:at])
    named = [each for each in before if each.preposition is None and each.may_be("Nom")]
    nominative = named if any(each.case == "Nom" for each in named) else []
    at_once = bool(behind) and behind[0].case == "Nom" and behind[0].start.index == verb.index + 1
    follows = behind[:2] if at_once else []
    yield from (nominative, behind) if nominative else (follows, before, behind)


def _cut_off(sheet: Sheet, piece: Piece, verb: Token) -> Iterator[Sequence[Phrase]]:
    """The phrases of the clause that a comma has cut off from its verb: "Дмитрий Орлов, глава города, сообщил"."""
    if is_converb(verb):
        return
    earlier = sheet.beside(piece, -1)
    while earlier is not None and not earlier.predicates and not _is_apart(sheet, piece, earlier):
        yield cut_phrases(earlier.tokens)
        earlier = sheet.beside(earlier, -1)
    if earlier is not None and earlier.number and _is_aside(sheet, earlier):
        cut_off = sheet.beside(earlier, -1)
        if cut_off is not None and not cut_off.predicates:
            yield cut_phrases(cut_off.tokens)


def _is_apart(sheet: Sheet, piece: Piece, earlier: Piece) -> bool:
    """Is the piece before parted from this one by more than a comma?"""
    following = sheet.beside(earlier, 1) or piece
    return any(mark in following.before for mark in ";:—–") or piece.opening in _AND


def _is_aside(sheet: Sheet, piece: Piece) -> bool:
    """ "Глава города, который …, сообщил": a relative clause between commas."""
    return any(lemma(each) in _RELATIVE for each in piece.tokens[:3])


def _is_subject(sheet: Sheet, phrase: Phrase, verb: Token) -> bool:
    if phrase.preposition is not None or not can_speak(sheet, phrase, verb):
        return False
    if phrase.case and phrase.case != "Nom":
        return False
    known = (
        bool(phrase.case)
        or phrase.is_title
        or bool(kinds_of(sheet, phrase.head))
        or phrase.head.pos in ("PROPN", "X")
        or phrase.head.text[:1].isupper()
    )
    if not known:
        return False
    if is_converb(verb):
        return False
    language = sheet.language(verb)
    denying = listed(language, "reporting", "object") | listed(language, "reporting", "deny")
    if (
        phrase.start.index > verb.index
        and lemma(verb) in denying
        and lemma(phrase.head) in listed(language, "reporting", "nouns", "vehicle")
    ):
        return False  # "спростували повідомлення": what is denied
    return phrase.is_title or _agrees(phrase, verb)


def _agrees(phrase: Phrase, verb: Token) -> bool:
    """Number, and in the past gender, as far as both are known."""
    number, own = feature(verb, "Number"), feature(phrase.head, "Number")
    if feature(verb, "Person") in ("1", "2") and phrase.head.pos != "PRON":
        return False
    if number == "Sing" and own == "Plur" and phrase.head.pos == "NOUN" and not phrase.head.text.isupper():
        return False
    gender, mine = feature(verb, "Gender"), feature(phrase.head, "Gender")
    if number == "Sing" and gender == "Neut" and mine in ("Masc", "Fem") and phrase.head.pos in ("NOUN", "PRON"):
        return phrase.head.text.isupper()
    return True


def _beside(sheet: Sheet, rest: Sequence[Phrase], first: Phrase, verb: Token) -> list[Phrase]:
    """ "Reuters и Минобороны сообщили": who speaks beside the first one."""
    found, last = [], first
    for phrase in rest:
        between = [each for each in sheet.found.tokens[last.last.index + 1 : phrase.start.index] if each.pos != "PUNCT"]
        reverse = [each for each in sheet.found.tokens[phrase.last.index + 1 : last.start.index] if each.pos != "PUNCT"]
        joined = between if phrase.start.index > last.last.index else reverse
        if len(joined) != 1 or spelt(joined[0].text) not in _AND or not _is_subject(sheet, phrase, verb):
            break
        found.append(phrase)
        last = phrase
    return found


def _antecedent(sheet: Sheet, piece: Piece, verb: Token) -> Phrase | None:
    """ "X, который заявил, что P": X."""
    written = lemma(verb) in listed(sheet.language(verb), "reporting", "written")
    cases = ("Nom", "Loc") if written else ("Nom",)
    pronoun = next((each for each in piece.tokens[:2] if lemma(each) in _RELATIVE and has_case(each, *cases)), None)
    before = sheet.beside(piece, -1)
    if pronoun is None or before is None or pronoun.index > verb.index or "," not in piece.before:
        return None
    if written and has_case(pronoun, "Loc") and not has_case(pronoun, "Nom"):
        papers = cut_phrases(before.tokens)
        return papers[-1] if papers else None
    phrases = [each for each in cut_phrases(before.tokens) if can_speak(sheet, each, verb)]
    return phrases[-1] if phrases and feature(phrases[-1].head, "Number") in ("", feature(verb, "Number")) else None


def has_subject(sheet: Sheet, piece: Piece, verb: Token) -> bool:
    """Does something in the nominative that cannot speak do it: "перекрытия говорят о том, что"?"""
    phrases = cut_phrases(piece.tokens)
    return any(
        each.preposition is None and (each.start.index < verb.index or each.case == "Nom") and each.case not in ("Dat", "Ins") and each.head.pos != "PRON"
        for each in phrases
    )  # fmt: skip
