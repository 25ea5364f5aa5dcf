"""How firmly a Russian or Ukrainian proposition is stated, and which way round."""

from collections.abc import Sequence

from reportedly.claims.factuality import Factuality
from reportedly.claims.modality import FIRMNESS
from reportedly.claims.propositions import Form
from reportedly.model.annotation import Token
from reportedly.model.claim import Certainty, Polarity
from reportedly.reference.word_lists import WordList, word_list
from reportedly.slavic.lexemes import Phrases, find_phrase, first_of, is_of, phrase_list
from reportedly.slavic.tenses import judge_tense
from reportedly.slavic.verb_groups import VerbGroup, find_main, read_group
from reportedly.slavic.words import is_finite

_NOT = WordList(["не", "ні", "ни"])
_TO_THE_VERB = 3
"""Words between a negation's noun or adverb and the verb, at most: "никто там не пострадал"."""


def judge_factuality(
    tokens: Sequence[Token], predicate: Token, language: str, *, form: Form, above: Sequence[Token] = ()
) -> Factuality:
    """How the happening is worded, verbs of claiming around it left aside.

    Args:
        tokens: the proposition's own words in order.
        predicate: the verb, short form, "нет" or "нужно", or the noun that names the happening.
        language: `ru` or `uk`.
        above: words that govern the proposition and are neither its own nor a source's: "есть опасения, что".
    """
    words = [*above, *tokens]
    tokens, predicate = find_main(tokens, predicate, language)
    group = read_group(tokens, predicate, language)
    nominal = form is Form.NOMINAL or (predicate.pos in ("NOUN", "PROPN") and not group.helpers)
    return Factuality(
        certainty=_judge_certainty(words, group, language, nominal),
        polarity=Polarity.NEGATIVE if _is_negative(tokens, group, language, form) else Polarity.POSITIVE,
        tense=judge_tense(words, group, language, form=form),
        presupposed=_is_granted(words, predicate, language, form),
    )


def _judge_certainty(words: Sequence[Token], group: VerbGroup, language: str, nominal: bool) -> Certainty:
    """The least firm of what the modals, adverbs, phrases and marks make of it."""
    firm = [Certainty.CERTAIN]
    possible = word_list(language, "factuality", "verbs", "possible")
    able = first_of(
        (each for each in group.words if not _is_denied(words, each) and not _is_measure(words, each)), possible
    )
    if able is not None and len(group.words) > 1:
        firm.append(Certainty.POSSIBLE)
    before = [each for each in words if each.index <= group.predicate.index]
    for certainty in (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.UNKNOWN):
        near = words if certainty is not Certainty.UNKNOWN else before
        if find_phrase(near, phrase_list(language, "factuality", "phrases", certainty.value)) is not None:
            firm.append(certainty)
        adverbs = word_list(language, "factuality", "adverbs", certainty.value)
        if any(each.text in adverbs and each.pos not in ("NOUN", "DET") for each in words):
            firm.append(certainty)
        adjectives = word_list(language, "factuality", "adjectives", certainty.value)
        if nominal and any(is_of(each, adjectives) for each in before if each.pos in ("ADJ", "DET", "VERB")):
            firm.append(certainty)
    if _is_conditional(words, group, language):
        firm.append(Certainty.UNKNOWN)
    return min(firm, key=FIRMNESS.index)


def _is_conditional(words: Sequence[Token], group: VerbGroup, language: str) -> bool:
    """Is it only asked, supposed, or said of what would be: "если", "ли", "бы"?"""
    marks = word_list(language, "factuality", "marks", "condition")
    opens = next(
        (each for each in words if each.pos not in ("PUNCT", "CCONJ", "PART", "ADV") or each.text in marks), None
    )
    asked = opens is not None and opens.text in marks
    mood = word_list(language, "factuality", "marks", "would")
    between = [each for each in words if opens and opens.index < each.index < group.predicate.index]
    apart = any(is_finite(each) and not is_of(each, mood) for each in between)
    beside = [each for each in words if abs(each.index - group.predicate.index) == 1]
    would = first_of(beside, mood) is not None
    whether = any(each.text.casefold() == "ли" for each in beside) and find_phrase(words, _doubted(language)) is None
    return (asked and not apart) or whether or (would and "Tense=Past" in group.predicate.features)


def _doubted(language: str) -> Phrases:
    return phrase_list(language, "factuality", "phrases", "doubted")


def _is_measure(words: Sequence[Token], word: Token) -> bool:
    """ "Как можно скорее"."""
    return any(each.index == word.index - 1 and each.text.casefold() in ("как", "якомога", "як") for each in words)


def _is_denied(words: Sequence[Token], word: Token) -> bool:
    """Does "не" stand right before `word`?"""
    return any(each.index == word.index - 1 and each.text in _NOT for each in words)


def _is_negative(words: Sequence[Token], group: VerbGroup, language: str, form: Form) -> bool:
    """Is it turned round an odd number of times?"""
    turns = sum(_turns(words, each, language) for each in _turned_words(group))
    if turns and is_of(group.core, word_list(language, "factuality", "verbs", "stop")):
        turns = 0  # "бои не прекращаются": they go on
    turns += (
        first_of([group.predicate, group.core], word_list(language, "factuality", "predicatives", "negative"))
        is not None
    )
    refusal = word_list(language, "factuality", "verbs", "refusal")
    turns += is_of(group.predicate, refusal) and any("VerbForm=Inf" in each.features for each in group.complements)
    turns += find_phrase(words, phrase_list(language, "factuality", "phrases", "negative")) is not None
    turns += find_phrase(words, _doubted(language)) is not None
    turns += form is Form.REFERENCE and is_of(group.predicate, word_list(language, "factuality", "verbs", "denial"))
    if not turns and _has_nobody(words, group.predicate, language):
        turns = 1
    return turns % 2 == 1


def _turned_words(group: VerbGroup) -> Sequence[Token]:
    """The words whose negation turns the whole: of what is wished or begun only the helper's own."""
    helped = group.complements[:1] if group.predicate in group.helpers else ()
    return [*{each.index: each for each in (*group.helpers, group.predicate, *helped)}.values()]


def _turns(words: Sequence[Token], word: Token, language: str) -> bool:
    """Does "не" deny `word`: not "не только уничтожил", but "не был уничтожен", "чуть не погиб"?"""
    before = [each for each in words if each.index < word.index][-1:]
    return bool(before) and before[0].text in _NOT and before[0].index == word.index - 1


def _has_nobody(words: Sequence[Token], predicate: Token, language: str) -> bool:
    """ "Никто из жителей", where the verb's own "не" was cut off; "никаких жертв"."""
    nobody = word_list(language, "factuality", "pronouns", "negative")
    near = [each for each in words if abs(each.index - predicate.index) <= _TO_THE_VERB]
    return first_of(near, nobody) is not None


def _is_granted(words: Sequence[Token], predicate: Token, language: str, form: Form) -> bool:
    """ "После того как взяли", and a noun behind "после"."""
    head = [each for each in words if each.index < predicate.index]
    at = find_phrase(head, phrase_list(language, "factuality", "phrases", "granted"))
    if at is not None and not any(is_finite(each) for each in head[at:]):
        return True
    behind = word_list(language, "factuality", "marks", "before")
    return form is Form.NOMINAL and bool(head) and head[0].pos == "ADP" and head[0].text in behind
