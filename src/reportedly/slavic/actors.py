"""Who does or suffers what a Russian or Ukrainian proposition claims."""

from collections.abc import Callable, Iterator, Sequence

from reportedly.model.annotation import Token
from reportedly.model.claim import Actor, ActorRole
from reportedly.model.span import Span
from reportedly.reference.word_lists import word_list
from reportedly.slavic.arguments import fill_slots, is_undergone
from reportedly.slavic.lexemes import happening_nouns, is_of
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.verb_groups import read_group
from reportedly.slavic.words import entity, feature, is_participle

LONGEST_ACTOR_WORDS = 8
ACTOR_CLASSES = ("people", "civilian", "force", "leader", "body")
_LIVING = ("PERSON", "ORG")
_NOMINAL = ("NOUN", "PROPN")
_SIDES_OF_NAMES = ("PROPN", "ADJ", "NOUN")

Side = Callable[[str], str | None]


def find_actors(
    text: str, tokens: Sequence[Token], predicate: Token, language: str, side_of: Side
) -> tuple[Actor, ...]:
    """The people, forces, states and bodies that the words make agents or patients, in the order of the text.

    Pronouns are left out: whom they stand for is no question of grammar.

    Args:
        text: the document's.
        tokens: the proposition's own words in order.
        side_of: the side that the words of a phrase belong to, as the conflict's profile knows it; None if to none.
    """
    core = read_group(tokens, predicate, language).core
    found: dict[tuple[int, int], Actor] = {}
    for phrase, role in _find_parts(tokens, core, language):
        for words in _name_actor(phrase, role, language, side_of):
            start, end = words[0].start, words[-1].end
            span = Span(start=start, end=end, text=text[start:end])
            found.setdefault((start, end), Actor(span=span, role=role, side=_side(words, side_of)))
    return tuple(found[key] for key in sorted(found))


def _find_parts(tokens: Sequence[Token], predicate: Token, language: str) -> Iterator[tuple[Phrase, ActorRole]]:
    """The phrases in subject and object with their roles; in a passive the instrumental does it."""
    seen: set[int] = set()
    for phrase, slot in fill_slots(tokens, predicate, language).phrases:
        if phrase.head.index in seen or _describes(phrase) or _is_apposition(phrase, tokens):
            continue  # where nothing tells subject from object, it is the subject
        if slot == "oblique" and not _does_it(phrase, predicate):
            continue
        seen.add(phrase.head.index)
        yield phrase, ActorRole.PATIENT if slot == "object" else ActorRole.AGENT
    if predicate.pos in _NOMINAL:
        own = next((each for each in cut_phrases(tokens) if predicate in each.tokens), None)
        before = [each for each in own.tokens if each.index < predicate.index and each.pos == "ADJ"] if own else []
        yield from ((Phrase((each,), each), ActorRole.AGENT) for each in before)


def _describes(phrase: Phrase) -> bool:
    """ "Поддерживающая противников", "выпущенного из страны": a participle with what belongs to it, and no noun that it describes."""
    first = phrase.tokens[0]
    if not is_participle(first) or first.index == phrase.head.index:
        return False
    inside = any(each.pos == "ADP" and each.index < phrase.head.index for each in phrase.tokens)
    return inside or feature(first, "Case") != feature(phrase.head, "Case")


def _is_apposition(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """ "Аэродрома Гостомель", "в провинциях Алеппо и Идлиб": a place's name that only says which is meant."""
    if entity(phrase.head) != "LOC" or phrase.preposition is not None:
        return False
    before = [each for each in tokens if each.index < phrase.tokens[0].index][-2:]
    if before and before[-1].pos == "CCONJ":
        return entity(before[0]) == "LOC" and feature(before[0], "Case") not in ("Nom", "")
    return bool(before) and before[-1].pos in _NOMINAL


def _does_it(phrase: Phrase, predicate: Token) -> bool:
    """ "Войсками" in "захвачен войсками", "взятие города войсками"."""
    passive = is_undergone(predicate) or predicate.pos in _NOMINAL
    return passive and phrase.preposition is None and feature(phrase.head, "Case") == "Ins"


def _name_actor(phrase: Phrase, role: ActorRole, language: str, side_of: Side) -> Iterator[Sequence[Token]]:
    """The phrase's words; where its noun names a happening ("атака россиян"), whoever it is ascribed to."""
    if _is_actor(phrase.head, role, language, side_of):
        yield _cut(phrase)
    elif role is ActorRole.AGENT:
        for each in phrase.tokens:
            if each.index == phrase.head.index or not _is_actor(each, role, language, side_of):
                continue
            owner = is_of(phrase.head, happening_nouns(language)) and feature(each, "Case") in ("Gen", "")
            if each.pos == "ADJ" or owner:
                yield (each,)
                return


def _is_actor(word: Token, role: ActorRole, language: str, side_of: Side) -> bool:
    if word.pos not in (*_NOMINAL, "ADJ", "NUM") or is_of(word, word_list(language, "kind", "classes", "weapon")):
        return False
    if entity(word) in _LIVING:
        return True
    # A place does something as a state or its capital; it suffers something as a place, unless a side bears its name.
    if entity(word) == "LOC":
        return role is ActorRole.AGENT or side_of(word.text) is not None
    if word.pos == "ADJ":
        return _side((word,), side_of) is not None
    return any(is_of(word, word_list(language, "kind", "classes", each)) for each in ACTOR_CLASSES)


def _cut(phrase: Phrase) -> Sequence[Token]:
    """The words of the phrase nearest its head, numbers and marks at the edges left out."""
    words = list(phrase.tokens)
    while words[0].index < phrase.head.index and words[0].pos in ("NUM", "PUNCT", "ADV", "PART"):
        words = words[1:]
    words = words[max(0, words.index(phrase.head) - LONGEST_ACTOR_WORDS + 1) :][:LONGEST_ACTOR_WORDS]
    while words[-1].pos == "PUNCT" and words[-1].index > phrase.head.index and words[-1].text not in ("»", "”", '"'):
        words = words[:-1]
    return words


def _side(words: Sequence[Token], side_of: Side) -> str | None:
    """The side of the phrase, or of the first of its names and adjectives that has one, by dictionary form if need be."""
    named = [each for each in words if each.pos in _SIDES_OF_NAMES]
    tried = [" ".join(each.text for each in words), *(each.text for each in named), *(each.lemma for each in named)]
    return next((side for one in tried if (side := side_of(one)) is not None), None)
