"""What kind of voice a source is, how far the text says who it is, and for which side it speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.annotation import Token
from reportedly.model.source import Identity, SourceType
from reportedly.model.span import Span
from reportedly.reference.party import Known
from reportedly.reference.person_names import plain_name
from reportedly.reference.profile import PUBLISHERS
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.voices import ONE_OF
from reportedly.slavic.words import entity, feature, lemma, listed, spelt

_ORDER = (
    SourceType.OUTLET, SourceType.AGENCY, SourceType.CHANNEL, SourceType.OFFICIAL, SourceType.INSTITUTION, SourceType.MILITARY,
    SourceType.EXPERT, SourceType.CIVILIAN, SourceType.ORGANIZATION, SourceType.COLLECTIVE, SourceType.DOCUMENT, SourceType.UNSPECIFIED,
)  # fmt: skip
"""Of a noun that stands in several lists the first counts."""
_BODIES = (SourceType.INSTITUTION, SourceType.MILITARY, SourceType.ORGANIZATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a mention, and what was read in them so far."""

    sheet: Sheet
    span: Span
    tokens: Sequence[Token]
    head: Token
    nouns: Sequence[str]
    """Lemmas of the common nouns that say what it is, the head first of all."""
    name: str | None
    human: bool
    """Is the name a human being's?"""
    known: Known | None

    def lists(self, *path: str) -> frozenset[str]:
        """A word list of the lexicon of sources, in the language of the mention's sentence."""
        return listed(self.sheet.language(self.head), "source", *path)

    def lemmas(self, *parts: str) -> set[str]:
        """The lemmas of its words of these parts of speech."""
        return {lemma(each) for each in self.tokens if each.pos in parts}


def choose_type(wording: Wording) -> SourceType:
    """What kind of voice it is: known beforehand, or by the nouns that say what it is."""
    known, head = wording.known, wording.head
    if known is not None and (not wording.nouns or known.person or known.type in PUBLISHERS or not wording.human):
        return known.type
    before = [lemma(each) for each in wording.tokens if each.pos in ("NOUN", "PROPN") and each.index < head.index]
    for noun in (*wording.nouns, spelt(head.text), *before):
        kind = next((kind for kind in _ORDER if noun in wording.lists("types", kind)), None)
        if kind is not None:
            return _of_whom(wording) if kind is SourceType.UNSPECIFIED else kind
    if known is not None:
        return known.type
    if entity(head) == "ORG":
        described = wording.lemmas("NOUN", "ADJ")
        return next((kind for kind in _BODIES if described & wording.lists("types", kind)), SourceType.ORGANIZATION)
    if wording.sheet.profile.side_of_name(wording.name or head.text) is None:
        return SourceType.UNSPECIFIED
    several = feature(head, "Number") == "Plur" and head.pos == "NOUN"
    return SourceType.COLLECTIVE if several else SourceType.INSTITUTION


def _of_whom(wording: Wording) -> SourceType:
    """ "Источник в Нацгвардии" is of the military, "дипломатический источник" an official one, as their words say."""
    words = {lemma(each) for each in wording.tokens if each.index != wording.head.index} | {
        spelt(each.text) for each in wording.tokens
    }
    if words & wording.lists("types", SourceType.MILITARY):
        return SourceType.MILITARY
    offices = wording.lists("types", SourceType.OFFICIAL) | wording.lists("types", SourceType.INSTITUTION)
    official = words & (offices | wording.lists("departments", "official"))
    return SourceType.OFFICIAL if official else SourceType.UNSPECIFIED


def is_person(wording: Wording, kind: SourceType) -> bool:
    """Particular human beings, as opposed to bodies, papers and groups at large?"""
    if wording.human or kind in (SourceType.CIVILIAN, SourceType.EXPERT, SourceType.OFFICIAL):
        return kind not in (*PUBLISHERS, SourceType.DOCUMENT)
    if kind is SourceType.MILITARY:
        force = wording.nouns and wording.nouns[0] in wording.lists("heads", "forces")
        return bool(wording.nouns) and not force and feature(wording.head, "Animacy") != "Inan"
    return kind is SourceType.UNSPECIFIED and feature(wording.head, "Animacy") == "Anim"


def tell_gender(wording: Wording) -> str:
    """`Masc`, `Fem`, `Neut` or nothing: by the given name, by the verb, by the tagged name, by the noun."""
    given = plain_name((wording.name or "").split(" ")[0]) if wording.name else ""
    for gender, names in (("Fem", "she"), ("Masc", "he")):
        if given and given in wording.lists("given_names", names):
            return gender
    verb = wording.sheet.tree.head(wording.head)
    if verb is not None and wording.head.relation == "nsubj" and feature(verb, "Gender") == "Fem":
        return "Fem"  # "сообщила пресс-секретарь": the noun, and a name that the tagger does not know, are a man's
    tagged = (feature(each, "Gender") for each in wording.tokens if entity(each) == "PERSON")
    return next((each for each in tagged if each), feature(wording.head, "Gender"))


def choose_identity(wording: Wording, kind: SourceType, *, person: bool, plural: bool) -> Identity:
    """How far the words say who it is."""
    if lemma(wording.head) in ONE_OF:
        return Identity.COLLECTIVE if plural else Identity.UNNAMED
    if wording.name or (wording.known is not None and wording.known.person):
        return Identity.NAMED
    if {lemma(each) for each in wording.tokens} & wording.lists("call_sign"):
        return Identity.PSEUDONYM
    noun = wording.nouns[0] if wording.nouns else ""
    if noun in wording.lists("heads", "informants") and not (plural and len(wording.tokens) == 1):
        return Identity.UNNAMED
    if noun in wording.lists("heads", "nobody"):
        owned = sum(each.pos in ("NOUN", "PROPN") for each in wording.tokens) > 1
        return Identity.NAMED if owned else Identity.UNSPECIFIED
    if plural:
        counted = any(each.pos == "NUM" for each in wording.tokens)
        return Identity.UNNAMED if counted and person else Identity.COLLECTIVE
    if person:
        return Identity.UNNAMED
    if kind is SourceType.COLLECTIVE:
        return Identity.COLLECTIVE
    return Identity.UNSPECIFIED if kind is SourceType.UNSPECIFIED else Identity.NAMED


def choose_side(wording: Wording, text: str, kind: SourceType) -> str | None:
    """For which side it speaks, by its own words; `text` are these in the nominative."""
    known = wording.known
    if known is not None and (known.side is not None or not known.person):
        return known.side
    words = wording.span.text
    if wording.name and kind in PUBLISHERS:
        words = words.replace(wording.name, " ")
    profile = wording.sheet.profile
    return profile.side_of_words(words) or profile.side_of_words(text) or _side_of_place(wording)


def _side_of_place(wording: Wording) -> str | None:
    """The side that alone runs the town spoken of, for "мерія", "поліція" and the like without a word more."""
    if wording.name or len(wording.tokens) > 1 or not set(wording.nouns) & wording.lists("local"):
        return None
    sheet = wording.sheet
    named = [each for each in sheet.found.place_names if not each.adjective]
    before = [each for each in named if each.end <= wording.head.start]
    sides = {side for each in named if (side := sheet.profile.side_of_region(each.text)) is not None}
    if not before or len(sides) != 1:
        return None
    return sheet.profile.side_of_region(before[-1].text)
