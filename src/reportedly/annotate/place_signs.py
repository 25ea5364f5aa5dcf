"""Signs for and against a small place, read off the words right beside its name."""

import re
from functools import lru_cache

from reportedly.annotate.place_context import Context
from reportedly.annotate.place_hits import Hit, all_words, is_strong, spellings, words
from reportedly.model.annotation import MentionLabel, Token
from reportedly.reference.gazetteer import PlaceKind
from reportedly.reference.lexicon import lexicon

_NOT_NAMES = frozenset({"PRON", "DET", "ADP", "AUX", "SCONJ", "CCONJ", "PART", "INTJ"})
_DASHES = frozenset("- – — -- ‐ ‑ \x96 \x97".split(" "))
_DATELINE_TOKENS = 12
_MINISTRY = re.compile(
    r"\b(?i:minist(?:er|ers|ry|ries)|(?:under-?)?secretary|secretariat)\s+(?i:of|for)\s+"
    r"(?:[A-Z][\w-]*(?:,\s+and\s+|,\s+|\s+and\s+|\s+)){0,4}$"
)
_MINISTRY_CHARACTERS = 90
_SHIP = re.compile(rf"\b(?:{'|'.join(words('nouns', 'ship'))})\s+")
_WORD_EDGE = re.compile(r"\b")


def is_party_seat(context: Context, hit: Hit) -> bool:
    """ "R-Marshall", "D-W. Va.": whom a member of parliament stands for."""
    dash, party = context.before(hit.first), context.before(hit.first, 2)
    return dash is not None and party is not None and dash.text == "-" and party.text.lower() in words("words", "party")


def is_home(context: Context, hit: Hit) -> bool:
    """ "John Roe, 41, of Mayfield", "a resident of Mayfield"."""
    word, before = context.before(hit.first), context.before(hit.first, 2)
    if word is None or before is None or word.text.lower() not in ("of", "from"):
        return False
    named = context.label_at(before) is MentionLabel.PERSON
    return named or before.text == "," or before.pos == "NUM" or before.lemma in words("nouns", "resident")


def is_owner(context: Context, hit: Hit) -> bool:
    """ "Mayfield police", "an Albion man", "the Ashby Fire Department": only a town has these."""
    before, token = context.before(hit.first), context.after(hit.last)
    if before is not None and before.pos == "PROPN" and before.text[0].isupper():
        return False
    for _ in range(3):
        if token is None or token.pos not in ("NOUN", "PROPN", "ADJ"):
            return False
        if token.text.lower() in words("nouns", "civic") or token.text.lower() in words("nouns", "resident"):
            return True
        token = context.after(token)
    return False


def is_before_state(context: Context, hit: Hit) -> bool:
    """ "Mayfield, Ga.": a larger unit stands behind the comma."""
    comma, state = context.after(hit.last), context.after(hit.last, 2)
    return comma is not None and state is not None and comma.text == "," and state.text in spellings("abbreviations")


def is_dateline(context: Context, hit: Hit) -> bool:
    """ "ALBION, Ky. (AP) — ": where the reporter sat, in capitals before a dash."""
    if not (hit.surface.isupper() and len(hit.surface) > 2 and context.is_sentence_start(hit.first)):
        return False
    token = context.after(hit.last)
    if token is None or not (token.text in (",", "(") or token.text in _DASHES):
        return False
    for _ in range(_DATELINE_TOKENS):
        if token is None or token.text in _DASHES:
            return token is not None
        token = context.after(token)
    return False


def is_never_town(context: Context, hit: Hit) -> bool:
    """ "in the Bronco", "Loop 286", "She": no small town, whatever village bears the name."""
    if hit.is_strong or not hit.is_town:
        return False
    if hit.is_word and hit.first.pos in _NOT_NAMES:
        return True
    before, after = context.before(hit.first), context.after(hit.last)
    if after is not None and after.pos == "NUM" and after.text.isdigit() and len(after.text) < 4:
        return True
    if hit.is_word and hit.surface.isupper() and context.label(hit) is not MentionLabel.PLACE:
        return not is_dateline(context, hit)  # "MIDI": letters that stand for a body
    if hit.surface.startswith(("St. ", "Saint ")) and after is not None and after.text in ("'s", "’s"):
        return True  # "St. Mary's", a school
    article = before is not None and before.text.lower() in ("the", "a", "an", "his", "her", "our")
    return article and hit.is_word and not _goes_on(after)


def is_ministry(context: Context, hit: Hit) -> bool:
    """ "Ministry of Economy", "Minister for Trade and Unity": what it is for, whatever town bears the name."""
    start = max(0, hit.first.start - _MINISTRY_CHARACTERS)
    return not hit.is_strong and hit.is_town and _MINISTRY.search(context.text, start, hit.first.start) is not None


def is_given_name(context: Context, hit: Hit) -> bool:
    """ "Mary", "Vladimir": somebody, unless the words around place something in the town."""
    if hit.surface.lower() not in words("words", "given"):
        return False
    if context.is_introduced(hit) or _before_unit(context, hit):
        return False
    return context.preposition(hit) in (None, "of") or not context.has_cue(hit)  # "the church of Mary"


def is_idea(context: Context, hit: Hit) -> bool:
    """ "Unity", "the Far North": a region only with what says so, "Unity state", "Cameroon's Far North"."""
    if hit.surface.lower() not in lexicon("en", "place")["words"]["ideas"]:
        return False
    before = context.before(hit.first)
    owned = before is not None and before.text in ("'s", "’s")
    return not (owned or context.is_introduced(hit) or _before_unit(context, hit))


def _before_unit(context: Context, hit: Hit) -> bool:
    after = context.after(hit.last)
    return after is not None and after.text.lower() in all_words("units")


def _goes_on(after: Token | None) -> bool:
    return after is not None and (after.pos in ("NOUN", "PROPN", "ADJ") or after.text in ("-", "'s", "’s"))


def is_byline(context: Context, hit: Hit) -> bool:
    """ "By CHAD ROE": who wrote it."""
    before, after = context.before(hit.first), context.after(hit.last)
    if before is None or after is None or before.text.lower() != "by" or not context.is_sentence_start(before):
        return False
    return after.pos == "PROPN" and after.text[0].isupper()


def is_speaker(context: Context, hit: Hit) -> bool:
    """ "Petrova said": a town that is no capital does not speak."""
    if not hit.is_town or hit.is_state or any(is_strong(e) and e.kind is not PlaceKind.SETTLEMENT for e in hit.entries):
        return False
    verb = _verb_of(context, hit)
    return verb is not None and verb.lemma in words("verbs", "spoken")


def is_agent(context: Context, hit: Hit) -> bool:
    """ "Luch makes missiles": what acts is no village, unless it does what places do ("fell", "lies")."""
    verb = _verb_of(context, hit)
    return verb is not None and verb.lemma not in words("verbs", "undergone") | words("verbs", "state")


def is_ship(context: Context, hit: Hit) -> bool:
    """ "The cruiser Moskva", and "the Moskva" or "Moskva's crew" wherever the text has told of such a ship."""
    before = context.before(hit.first)
    if before is not None and before.text in ('"', "“", "'", "‘"):
        before = context.before(before)
    if before is not None and before.text.lower() in words("nouns", "ship"):
        return True
    if not _tells_of_ship(context.text, hit.surface):
        return False
    return context.preposition(hit) is None or (before is not None and before.text.lower() == "the")


def _tells_of_ship(text: str, name: str) -> bool:
    starts = (start for start in _behind_ships(text) if text.startswith(name, start))
    return any(_WORD_EDGE.match(text, start + len(name)) for start in starts)


@lru_cache(maxsize=1)
def _behind_ships(text: str) -> tuple[int, ...]:
    """Where a text goes on behind "the cruiser", with a quotation mark and without it."""
    ends = [match.end() for match in _SHIP.finditer(text)]
    return (*ends, *(end + 1 for end in ends if text[end : end + 1] in ('"', "“", "'", "‘")))


def is_thing(context: Context, hit: Hit) -> bool:
    """ "the Druzhba pipeline", "a Tochka missile": what bears the name."""
    following = context.after(hit.last)
    return following is not None and following.text.lower() in words("nouns", "thing")


def _verb_of(context: Context, hit: Hit) -> Token | None:
    """The verb whose subject the name is, alone or with others."""
    token = context.head_of(hit)
    while token.relation == "conj" and token.head != token.index:
        token = context.tokens[token.head]
    return context.tree.head(token) if token.relation == "nsubj" else None
