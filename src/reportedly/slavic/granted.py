"""Which happenings a Russian or Ukrainian text takes for granted: "после взятия X", "падение X открыло путь"."""

from collections.abc import Sequence

from reportedly.claims.page import Page
from reportedly.claims.propositions import Form, Proposition
from reportedly.model.annotation import SentenceRole, Token
from reportedly.model.claim import Tense
from reportedly.reference.word_lists import word_list
from reportedly.slavic.lexemes import first_of, is_of, phrase_list
from reportedly.slavic.phrases import Phrase, cut_phrases
from reportedly.slavic.tenses import shown_tense
from reportedly.slavic.words import feature, has_case

LANGUAGES = ("ru", "uk")


def find_taken_for_granted(page: Page, language: str) -> list[Proposition]:
    """Nouns of happenings with what they happened to, behind "после" and the like or as the subject of what followed."""
    found = []
    for number, tokens in page.sentences.items():
        sentence = page.found.sentences[number]
        spoken = sentence.language or language
        if sentence.role is not SentenceRole.BODY or spoken not in LANGUAGES:
            continue
        for phrase in cut_phrases(tokens):
            if page.quote(phrase.head) is None and _takes_for_granted(phrase, tokens, spoken):
                found.append(_propose(page, phrase))
    return found


def _takes_for_granted(phrase: Phrase, tokens: Sequence[Token], language: str) -> bool:
    if not is_of(phrase.head, word_list(language, "flags", "taken_for_granted")) or _of_what(phrase) is None:
        return False
    if phrase.preposition is not None:
        before = [each for each in tokens if each.index < phrase.tokens[0].index]
        return _builds_on(before, language)
    return _is_subject_of_fact(phrase, tokens, language)


def _of_what(phrase: Phrase) -> Token | None:
    """What it happened to: a name or noun in the genitive right behind it."""
    behind = [each for each in phrase.tokens if each.index > phrase.head.index and each.pos in ("NOUN", "PROPN")]
    return next((each for each in behind if has_case(each, "Gen")), None)


def _builds_on(before: Sequence[Token], language: str) -> bool:
    """Do the words right before it say that the text builds on it: "после", "в связи с"?"""
    patterns = phrase_list(language, "flags", "phrases", "building_on")
    return any(
        len(pattern) <= len(before) and all(map(is_of, before[-len(pattern) :], pattern)) for pattern in patterns
    )


def _is_subject_of_fact(phrase: Phrase, tokens: Sequence[Token], language: str) -> bool:
    """Is it the first noun of a sentence that tells what it did: no plan, wish, aim or possibility?"""
    first = next((each for each in tokens if each.pos in ("NOUN", "PROPN", "PRON")), None)
    if first is None or first.index != phrase.head.index or feature(phrase.head, "Case") not in ("Nom", ""):
        return False
    verb = next((each for each in tokens if each.index > phrase.last.index and shown_tense(each) is not None), None)
    if verb is None or shown_tense(verb) is Tense.FUTURE:
        return False
    doubts = ("helper", "copula", "ahead")
    open_ = any(is_of(verb, word_list(language, "factuality", "verbs", name)) for name in doubts)
    said = is_of(verb, word_list(language, "flags", "telling"))
    purpose = first_of(tokens, word_list(language, "factuality", "marks", "condition"))
    return not (open_ or said or purpose)


def _propose(page: Page, phrase: Phrase) -> Proposition:
    kept = [each for each in phrase.tokens if each.pos != "PUNCT"]
    return Proposition(span=page.tree.span(kept), predicate=phrase.head, tokens=tuple(kept), form=Form.NOMINAL)
