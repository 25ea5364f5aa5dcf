"""What sort of thing a Russian or Ukrainian proposition is about."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.claims.attribution import Manner
from reportedly.model.annotation import Token
from reportedly.model.claim import Kind
from reportedly.model.span import Span
from reportedly.reference.lexicon import lexicon
from reportedly.reference.word_lists import WordList, split_words, word_list
from reportedly.slavic.arguments import Arguments, fill_slots
from reportedly.slavic.lexemes import Phrases, find_phrase, first_of, is_of, phrase_list
from reportedly.slavic.verb_groups import VerbGroup, find_main, read_group
from reportedly.slavic.words import entity, is_finite, is_short

SLOTS = ("subject", "object", "oblique", "any")
_NOMINAL = ("NOUN", "PROPN")
_PLACES = ("LOC",)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the kind lexicon: all that it names must fit."""

    kind: Kind
    verbs: WordList
    nouns: WordList
    phrases: Phrases
    needs: tuple[tuple[str, str], ...]
    """Slot and class of nouns, such as `("object", "place")`."""
    without: tuple[tuple[str, str], ...]
    """Slot and class of which there must be none."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a judge of kinds looks at."""

    tokens: Sequence[Token]
    predicate: Token
    group: VerbGroup
    language: str
    attributed: bool
    manner: Manner | None
    arguments: Arguments
    places: Collection[Span]

    def words(self, name: str) -> WordList:
        return word_list(self.language, "kind", "words", name)

    def about(self, predicate: Token) -> "Question":
        """The same question about another predicate of the clause."""
        return replace(self, predicate=predicate, arguments=fill_slots(self.tokens, predicate, self.language))


def judge_kind(
    tokens: Sequence[Token],
    predicate: Token,
    language: str,
    *,
    attributed: bool,
    manner: Manner | None,
    places: Collection[Span],
) -> Kind:
    """The kind of a proposition; `other` where no word supports any.

    Args:
        tokens: the proposition's own words in order.
        predicate: the verb, short form, "нет" or "нужно", or the noun that names the happening.
        language: `ru` or `uk`.
        attributed: whether somebody else than the outlet is said to say it.
        manner: how its nearest cue stands to it.
        places: the document's place names.
    """
    tokens, predicate = find_main(tokens, predicate, language)
    group = read_group(tokens, predicate, language)
    question = Question(
        tokens, predicate, group, language, attributed, manner, fill_slots(tokens, predicate, language), places
    ).about(group.core)
    return next((kind for judge in JUDGES if (kind := judge(question)) is not None), Kind.OTHER)


def judge_demand(question: Question) -> Kind | None:
    """Somebody says what ought to be done; what is due on a day is no demand."""
    helpers = (*question.group.helpers, question.group.predicate)
    duty = first_of(helpers, question.words("duty"))
    if duty is None and any("VerbForm=Inf" in each.features for each in question.tokens):
        duty = first_of(helpers, question.words("duty_to"))
    due = first_of(question.tokens, question.words("calendar")) and question.predicate.pos == "VERB"
    if duty is not None and not due:
        return Kind.POSITION
    ahead = "VerbForm=Inf" in question.predicate.features and not any(is_finite(each) for each in question.tokens)
    if ahead and first_of(question.tokens, question.words("duty")) is not None:
        return Kind.POSITION  # "Вивести війська необхідно"
    if question.manner is Manner.POSITION and question.predicate.pos not in _NOMINAL:
        purpose = first_of(question.tokens[:2], word_list(question.language, "factuality", "marks", "purpose"))
        return Kind.POSITION if ahead or purpose else None
    return None


def judge_identity(question: Question) -> Kind | None:
    """ "Удары — это ответ на террор": what somebody says that a happening amounts to."""
    tokens = question.tokens
    at = next((at for at, each in enumerate(tokens) if at and is_of(each, question.words("pointing"))), None)
    if at is None or tokens[at - 1].pos != "PUNCT" or question.predicate.pos not in _NOMINAL:
        return None
    told = first_of(tokens[at:], question.words("position_nouns"))
    return Kind.POSITION if told is not None else Kind.ASSESSMENT


def judge_idiom(question: Question) -> Kind | None:
    """Words of a happening that are used of something else: "взял на себя", "снял видео"."""
    return _judge_by(question, "idiom")


def judge_light(question: Question) -> Kind | None:
    """A light verb with the noun of a happening: "нанести удар", "понести потери", "прогремел взрыв"."""
    if question.predicate.pos in _NOMINAL or not is_of(question.predicate, question.words("light")):
        return None
    found = question.arguments
    near = sorted(found.object, key=lambda each: abs(each.index - question.predicate.index))
    behind = [
        phrase.head for phrase, slot in found.phrases
        if slot == "oblique" and not (phrase.preposition and phrase.preposition.text in question.words("backdrop"))
    ]  # fmt: skip
    return _judge_nouns(question, (*near, *found.subject)) or _judge_nouns(question, behind)


def judge_happening(question: Question) -> Kind | None:
    """The predicate names a happening of a known sort."""
    return _judge_by(question, "rule")


def judge_vague(question: Question) -> Kind | None:
    """A noun that says little itself: "серия взрывов", "попытка захвата"."""
    if question.predicate.pos not in _NOMINAL or not is_of(question.predicate, question.words("vague")):
        return None
    return _judge_nouns(question, (*question.arguments.object, *question.arguments.oblique))


def judge_wish(question: Question) -> Kind | None:
    """A wish, an aim, a refusal is a position of whoever has it."""
    predicate = question.group.predicate
    if predicate.pos in _NOMINAL:
        return Kind.POSITION if is_of(predicate, question.words("position_nouns")) else None
    if is_of(predicate, question.words("position")) or is_of(question.predicate, question.words("position")):
        return Kind.POSITION
    if is_of(predicate, question.words("vow")) and any("Tense=Fut" in each.features for each in question.group.words):
        return Kind.POSITION
    standing = find_phrase(question.tokens, phrase_list(question.language, "kind", "words", "position_phrases"))
    return Kind.POSITION if standing is not None else None


def judge_complement(question: Question) -> Kind | None:
    """What somebody begins, tries, agrees, is ordered or helps to do; what is said beside."""
    purpose = first_of(question.tokens, word_list(question.language, "factuality", "marks", "purpose"))
    own = [each for each in question.tokens if purpose is None or each.index < purpose.index]
    others = [each for each in question.group.complements if each in own and each.index != question.predicate.index]
    others += [
        each for each in own
        if (is_finite(each) or is_short(each) or "VerbForm=Inf" in each.features) and each.pos in ("VERB", "AUX")
        and each not in others and each.index > question.predicate.index
    ]  # fmt: skip
    for each in others:
        inner = question.about(each)
        if (kind := judge_idiom(inner) or judge_light(inner) or judge_happening(inner)) is not None:
            return kind
    return None


def judge_stance(question: Question) -> Kind | None:
    """A judgement of meaning, worth or likelihood is an assessment."""
    predicate = question.group.predicate
    if question.manner is Manner.POSITION:
        return Kind.POSITION
    if is_of(predicate, question.words("assessment")) or is_of(question.predicate, question.words("assessment")):
        return Kind.ASSESSMENT
    compared = find_phrase(question.tokens, phrase_list(question.language, "kind", "words", "assessment_phrases"))
    if compared is not None or question.manner is Manner.ATTITUDE:
        return Kind.ASSESSMENT
    nouns = (*question.arguments.subject, *question.arguments.object)
    if first_of(nouns, question.words("position_nouns")):
        return Kind.POSITION
    if first_of(nouns, question.words("assessment_nouns")):
        return Kind.ASSESSMENT
    return None


def judge_subject(question: Question) -> Kind | None:
    """Whatever is said of a happening, it is about that happening: "атака длилась три часа"."""
    if question.predicate.pos in _NOMINAL:
        return None
    return _judge_nouns(question, question.arguments.subject)


def judge_opinion(question: Question) -> Kind | None:
    """Of somebody's word, what a thing is like or amounts to is his opinion."""
    adjective = question.predicate.pos == "ADJ" and is_short(question.predicate)
    bare = question.predicate.pos in ("ADJ", *_NOMINAL) and not question.group.helpers
    identity = bare and first_of(question.tokens[:2], question.words("pointing"))
    return Kind.ASSESSMENT if question.attributed and (adjective or identity) else None


JUDGES: Sequence[Callable[[Question], Kind | None]] = (
    judge_demand,
    judge_identity,
    judge_idiom,
    judge_light,
    judge_happening,
    judge_wish,
    judge_vague,
    judge_complement,
    judge_stance,
    judge_subject,
    judge_opinion,
)
"""In order; the first that answers decides."""


def _judge_by(question: Question, table: str) -> Kind | None:
    """The kind of the first row that fits the predicate."""
    noun = question.predicate.pos in _NOMINAL
    for rule in _rules(question.language, table):
        if (rule.nouns or rule.verbs) and not is_of(question.predicate, rule.nouns if noun else rule.verbs):
            continue
        if rule.phrases and find_phrase(question.tokens, rule.phrases) is None:
            continue
        if _fits(question, rule):
            return rule.kind
    return None


def _judge_nouns(question: Question, nouns: Iterable[Token]) -> Kind | None:
    """The kind of the first noun that names a happening."""
    for noun in nouns:
        if noun.pos not in (*_NOMINAL, "ADJ", "VERB", "NUM") or _is_place(noun, question.places):
            continue
        known = [rule for rule in _rules(question.language, "rule") if not rule.phrases and is_of(noun, rule.nouns)]
        inner = question.about(noun) if known else question
        if (kind := next((rule.kind for rule in known if _fits(inner, rule)), None)) is not None:
            return kind
    return None


def _fits(question: Question, rule: Rule) -> bool:
    def stands(slot: str, wanted: str) -> bool:
        return any(_is_class(question, each, wanted) for each in question.arguments.slot(slot))

    return all(stands(*each) for each in rule.needs) and not any(stands(*each) for each in rule.without)


def _is_class(question: Question, token: Token, wanted: str) -> bool:
    """Is the word of the class `wanted`?"""
    if wanted == "place":
        if _is_place(token, question.places):
            return True
    elif wanted == "people" and entity(token) == "PERSON":
        return True
    elif _is_place(token, question.places):
        return False
    return is_of(token, word_list(question.language, "kind", "classes", wanted))


def _is_place(token: Token, places: Collection[Span]) -> bool:
    return entity(token) in _PLACES or any(place.overlaps(token) for place in places)


@cache
def _rules(language: str, table: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            Kind(row["kind"]),
            WordList(split_words(row.get("verbs", ""))),
            WordList(split_words(row.get("nouns", ""))),
            Phrases(row.get("phrases", ())),
            tuple((slot, row[slot]) for slot in SLOTS if slot in row),
            tuple(row.get("without", {}).items()),
        )
        for row in lexicon(language, "kind")[table]
    )
