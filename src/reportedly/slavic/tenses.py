"""When what a Russian or Ukrainian proposition tells is said to hold, seen from the day of speaking."""

from collections.abc import Sequence

from reportedly.claims.propositions import Form
from reportedly.model.annotation import Token
from reportedly.model.claim import Tense
from reportedly.reference.word_lists import word_list
from reportedly.slavic.lexemes import first_of, happening_nouns, is_of
from reportedly.slavic.verb_groups import VerbGroup
from reportedly.slavic.words import is_finite, is_participle, is_short

_BEING = ("быть", "бути")
_THIS = ("это", "це")
_DEVERBAL = ("ние", "нье", "тие", "ция", "ення", "ання", "іння", "яття", "иття", "уття", "ція")
"""How nouns end that are made of verbs."""


def judge_tense(words: Sequence[Token], group: VerbGroup, language: str, *, form: Form) -> Tense:
    """Past, present or future: of the helpers if they show it, else of the predicate, else of what it governs.

    Args:
        words: the proposition's words in order, those that govern it first.
        group: its predicate with what belongs to it.
    """
    predicate = group.predicate
    if predicate.pos in ("NOUN", "PROPN") and not group.helpers:
        return _of_noun(words, predicate, language, form)
    if _is_order(words, predicate, language):
        return Tense.FUTURE
    shown = next((tense for each in (*group.helpers, predicate) if (tense := shown_tense(each))), None)
    if shown is Tense.PRESENT or shown is None:
        if is_of(predicate, word_list(language, "factuality", "verbs", "ahead")):
            return Tense.FUTURE
        if _leads_ahead(words, group, language):
            return Tense.FUTURE
    if shown is None and is_short(predicate):
        return _of_short_form(predicate, language)
    return shown or _of_bare_form(words, predicate)


def shown_tense(word: Token) -> Tense | None:
    """The tense that the form itself shows; None of what is no finite verb."""
    if not is_finite(word):
        return None
    if word.lemma in _BEING and word.text.casefold().startswith("буд"):
        return Tense.FUTURE
    if "Tense=Fut" in word.features or ("Tense=Pres" in word.features and "Aspect=Perf" in word.features):
        return Tense.FUTURE
    if "Tense=Past" in word.features:
        return Tense.PAST
    if "Tense=Pres" in word.features or "Aspect=Imp" in word.features:
        return Tense.PRESENT
    return Tense.FUTURE if "Aspect=Perf" in word.features else None  # a perfective verb has no present


def _is_order(words: Sequence[Token], predicate: Token, language: str) -> bool:
    """ "Уходите", "пусть уходят"."""
    if "Mood=Imp" in predicate.features:
        return True
    before = [each for each in words if each.index < predicate.index][:3]
    return first_of(before, word_list(language, "factuality", "marks", "let")) is not None


def _leads_ahead(words: Sequence[Token], group: VerbGroup, language: str) -> bool:
    """ "Должен быть завершён", "могут ударить": of what is due or possible, the completed lies ahead; not "не может взять"."""
    done = next((each for each in reversed(group.words) if "VerbForm=Inf" in each.features), None)
    if done is None:
        return False
    helpers = (*group.helpers, group.predicate)
    if first_of(helpers, word_list(language, "factuality", "verbs", "duty")):
        return True
    able = first_of(helpers, word_list(language, "factuality", "verbs", "possible"))
    denied = able is not None and any(
        "Polarity=Neg" in each.features and each.index == able.index - 1 for each in words
    )
    return able is not None and "Aspect=Perf" in done.features and not denied


def _of_short_form(predicate: Token, language: str) -> Tense:
    """ "Уничтожены", "зруйновано" tell what has happened; "расположен", "виден" what is."""
    lasting = is_of(predicate, word_list(language, "factuality", "verbs", "lasting"))
    done = "VerbForm=Part" in predicate.features or predicate.text in happening_nouns(language)  # "ранены"
    return Tense.PAST if done and not lasting and "Aspect=Imp" not in predicate.features else Tense.PRESENT


def _of_bare_form(words: Sequence[Token], predicate: Token) -> Tense:
    """An infinitive lies ahead, a converb or participle is as its form says; what has no verb is present."""
    if "VerbForm=Inf" in predicate.features:
        finite = next((tense for each in words if (tense := shown_tense(each))), None)
        return finite or Tense.FUTURE
    if "VerbForm=Conv" in predicate.features:
        return Tense.PAST
    if is_participle(predicate):
        return Tense.PAST if "Tense=Past" in predicate.features else Tense.PRESENT
    return Tense.PRESENT


def _of_noun(words: Sequence[Token], noun: Token, language: str, form: Form) -> Tense:
    """A happening named by a noun is past if nothing says that it is to come or lasts; a sentence without a verb is present."""
    modifiers = [each for each in words if each.pos in ("ADJ", "VERB") and each.index < noun.index]
    if first_of(modifiers, word_list(language, "factuality", "adjectives", "ahead")):
        return Tense.FUTURE
    first = next((each for each in words if each.pos != "PUNCT"), None)
    named = is_of(noun, happening_nouns(language)) or noun.lemma.endswith(_DEVERBAL)
    lasting = is_of(noun, word_list(language, "factuality", "nouns", "state"))
    coming = is_of(noun, word_list(language, "factuality", "nouns", "ahead"))
    points = first is not None and first.text.casefold() in _THIS
    if form is not Form.NOMINAL or points or not (named or lasting or coming):
        return next((tense for each in words if (tense := shown_tense(each))), Tense.PRESENT)
    if coming:
        return Tense.FUTURE
    return Tense.PRESENT if lasting else Tense.PAST
