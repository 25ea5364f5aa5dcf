"""Who publishes what others tell it: known outlets, and names that can hardly be anything else."""

from reportedly.claims.page import Page
from reportedly.claims.voices import clauses_below, mention_span
from reportedly.model.annotation import MentionLabel, Token
from reportedly.reference.lexicon import lexicon


def publishes(page: Page, name: Token) -> bool:
    """Does this noun phrase name an outlet, by what is known of it or by what kind of thing it calls itself?"""
    return page.is_outlet(_with_names(page, name))


def is_told_as_outlet(page: Page, name: Token) -> bool:
    """ "told Mizzima that P": is whoever is told an outlet? A bare name that is no person, no place and no body."""
    if publishes(page, name):
        return True
    span = mention_span(page, name)
    if name.pos != "PROPN" or page.profile.known(span.text) is not None:
        return False
    words = span.text.split()
    bodies = lexicon(page.document.language or "en", "source")["types"]
    named = {word.lower() for word in words}
    if any(named & set(nouns) for nouns in bodies.values()) or words[0].lower() == "the":
        return False
    labels = {each.label for each in page.found.mentions if each.start < span.end and span.start < each.end}
    if MentionLabel.PERSON in labels:
        return (len(words) == 1 or words[0] == "Al") and not _is_surname(page, words[-1])
    known = any(place.known and place.start <= span.start and span.end <= place.end for place in page.found.place_names)
    return not known and MentionLabel.GROUP not in labels


def _is_surname(page: Page, word: str) -> bool:
    """Is somebody named in full elsewhere who is called this?"""
    return any(len(each.text.split()) > 1 and each.text.split()[-1] == word for each in page.found.mentions)


def _with_names(page: Page, head: Token) -> str:
    """The words of a noun phrase with its appositions: "the German daily Tagesspiegel"."""
    below = page.tree.subtree(head, clauses_below(page.tree, head))
    kept = [each for each in below if each.relation not in ("case", "punct") or each.index > head.index]
    return page.span([head, *kept]).text
