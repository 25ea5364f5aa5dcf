"""Is a name that no gazetteer holds a place, for what stands around it?"""

import re

from reportedly.annotate.place_context import Context
from reportedly.annotate.place_hits import Hit, all_words, words
from reportedly.annotate.place_joints import ARTICLES
from reportedly.annotate.place_states import head_of_list
from reportedly.model.annotation import MentionLabel
from reportedly.reference.gazetteer import Gazetteer, PlaceKind

_AWAY = re.compile(
    r",?\s+(?:(?:about|around|some|roughly|nearly|just|only)\s+)*\d[\d,.]*[\s\u00a0]?(?:km|kilomet(?:er|re)s?|miles?)\b"
    r"(?:\s*\([^()]*\))?\s+(?:away\s+)?(?:to\s+the\s+)?(?:(?:north|south)?-?(?:east|west)?(?:ern)?\s+)?(?:of|from|inland)\b",
    re.IGNORECASE,
)
"""What stands behind a place: ", 45 km north of"."""


def is_unlisted(context: Context, hit: Hit, gazetteer: Gazetteer) -> bool:
    """A village that no gazetteer knows, but that the text introduces as one."""
    if context.is_settlement_of(hit):
        return True
    if hit.is_word and hit.surface.isupper():
        return False  # "SWIFT": letters that stand for a body
    mention, introduced = context.mention(hit), context.is_introduced(hit)
    if mention is not None and mention.start < hit.first.start and not introduced:
        return False  # "District Court" of "Adams County District Court"
    if _is_sure(context, hit):
        return True
    label = context.label(hit)
    if label is MentionLabel.PERSON or (hit.is_word and hit.surface in context.person_words):
        return False
    if introduced and not context.is_sentence_start(hit.first):
        return True
    if _is_before_country(context, hit, gazetteer):
        return True
    if label is not MentionLabel.PLACE:
        return False
    near = words("prepositions", "near") | {"in", "at", "outside", "toward", "towards"}
    return context.preposition(hit) in near or context.noun_after(hit) in words("nouns", "base")


def _is_sure(context: Context, hit: Hit) -> bool:
    """Do the words around outweigh what the recogniser takes it for: "X district", "X, 9 km north of", "clashes near X"?"""
    tokens = context.tokens[hit.first.index : hit.last.index + 1]
    if any(token.text in context.person_words or token.text.lower() in _NO_PLACES for token in tokens):
        return False
    after = context.after(hit.last)
    if after is not None and after.text in ("'s", "’s", "'", "’"):
        return False
    if after is not None and after.text in words("introductions", "unit") and not context.is_sentence_start(hit.first):
        return True
    if context.is_measured_from(hit) or _AWAY.match(context.text, hit.last.end):
        return True
    return _is_where_it_happens(context, hit)


def _is_where_it_happens(context: Context, hit: Hit) -> bool:
    """ "ambushed at X", "fighting around X"; of a person only what is near happens, of a body neither at nor in it."""
    token, preposition, label = head_of_list(context, hit), context.preposition(hit), context.label(hit)
    joined = any(token.text in ARTICLES for token in context.tokens[hit.first.index : hit.last.index + 1])
    asked = words("prepositions", "near")
    if label is not MentionLabel.ORGANIZATION and hit.is_word:
        asked |= {"at"}
    if label is MentionLabel.PERSON and (hit.is_word or joined):
        asked |= {"at", "in"}
    head = context.tree.head(token)
    if joined and label is MentionLabel.PLACE and token.relation in ("obj", "nsubj:pass") and head is not None:
        return head.lemma in words("verbs", "spatial")
    if preposition not in asked or head is None:
        return False
    noun = head.lemma in words("happenings", "deeds") or head.text.lower() in words("introductions", "settlement")
    return noun or ((hit.is_word or joined) and head.lemma in words("happenings", "events"))


def _is_before_country(context: Context, hit: Hit, gazetteer: Gazetteer) -> bool:
    """ "Sampur, Sri Lanka"."""
    comma, country = context.after(hit.last), context.after(hit.last, 2)
    if comma is None or country is None or comma.text != "," or not country.text[0].isupper():
        return False
    following = context.after(country)
    ends = following is None or following.text in (",", ";", ".", ")", "—", "–")
    return (
        ends
        and "." not in hit.surface
        and any(entry.kind is PlaceKind.COUNTRY for entry in gazetteer.find(country.text))
    )


_NO_PLACES = all_words("nouns") | all_words("titles") | words("words", "never")
