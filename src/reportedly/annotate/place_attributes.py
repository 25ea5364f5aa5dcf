"""Is a place named as where something is, or only to say whose or which something is: "Kyiv's strategy"?"""

from reportedly.annotate.place_context import Context
from reportedly.annotate.place_hits import Hit, all_words, words
from reportedly.annotate.place_states import head_of_list, stands_for_state
from reportedly.model.annotation import MentionLabel, Token


def is_attribute(context: Context, hit: Hit) -> bool:
    """Does the name only say whose or which something is: "Kyiv's strategy", "Kharkiv brigade"?"""
    noun, mention = context.noun_after(hit), context.mention(hit)
    after, behind = context.after(hit.last), context.after(hit.last, 2)
    if after is not None and behind is not None and after.text == "-" and behind.text.islower():
        return True
    if after is not None and after.text in words("nouns", "resident"):
        before = context.before(hit.first)
        return before is None or before.text != "In"  # "In Oslo people are queuing"
    if context.noun_possessed(hit) in words("nouns", "body"):
        return True
    if noun is not None:
        ground = words("nouns", "ground") | words("nouns", "sector") | all_words("units")
        return noun in words("nouns", "body") or (hit.is_state and noun not in ground)
    head = context.tree.head(head_of_list(context, hit, ("conj",)))
    measured = context.is_measured_from(hit)
    if context.preposition(hit) == "of" and head is not None and _is_body(head) and not measured:
        return True
    if mention is not None and mention.label is MentionLabel.ORGANIZATION and len(mention) > len(hit.surface):
        spoken = frozenset(mention.text.lower().split())
        if spoken & words("nouns", "body"):
            return True
        ground = words("nouns", "site") | words("nouns", "facility") | all_words("units")
        if mention.start == hit.first.start and not spoken & ground:
            return context.goes_on(hit)
        return False
    return hit.is_party and stands_for_state(context, hit)


def _is_body(noun: Token) -> bool:
    """ "president of X", "the Bank of X"; the Port, the Battle and the Region of X are places."""
    if noun.lemma in words("nouns", "body"):
        return True
    grounds = [words("nouns", kind) for kind in ("ground", "site", "event", "facility")]
    ground = frozenset().union(*grounds, all_words("units"), all_words("happenings")) - {"bank"}
    named = noun.pos == "PROPN" and noun.text.istitle()
    return named and not {noun.lemma, noun.lemma.removesuffix("s")} & ground
