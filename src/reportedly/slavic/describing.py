"""What one mention of a source says by itself: name, kind of voice, identity, side."""

from bisect import bisect_left
from dataclasses import dataclass

from reportedly.claims.source_mention import SourceMention
from reportedly.model.annotation import Token
from reportedly.model.source import Identity, SourceType
from reportedly.model.span import Span
from reportedly.reference.party import Known
from reportedly.slavic.naming import in_nominative
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.source_types import Wording, choose_identity, choose_side, choose_type, is_person, tell_gender
from reportedly.slavic.voices import kinds_of
from reportedly.slavic.words import entity, feature, lemma, spelt

PEOPLE = (SourceType.OFFICIAL, SourceType.MILITARY, SourceType.EXPERT, SourceType.CIVILIAN)


_PEOPLE_TYPES = frozenset({"official", "expert", "civilian", "unspecified"})
"""Types of nouns behind which a name is an owner's: "источник Reuters", "жители «Лесного»"."""
_QUOTES = frozenset('«»„“”"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A mention understood by itself, before anything is merged."""

    span: Span
    head: Token | None
    text: str
    """Its words in the nominative, as far as they are known."""
    name: str | None
    """The proper name without titles, in the nominative."""
    nouns: frozenset[str]
    """Lemmas of the common nouns that say what it is, the head first of all."""
    words: frozenset[str]
    """Lemmas of all words that describe it."""
    known: Known | None
    person: bool
    plural: bool
    gender: str
    """`Masc`, `Fem`, `Neut` or nothing."""
    pronoun: bool
    type: SourceType
    identity: Identity
    side: str | None


def describe(sheet: Sheet, mention: SourceMention) -> Description:
    """What `mention` says by itself. A pronoun is described by what it can stand for, not by whom."""
    head = mention.head
    if head is None:
        return _nobody(mention)
    tokens = _tokens(sheet, mention.span)
    if head.pos == "PRON" or (head.pos == "DET" and len(tokens) == 1):
        return _pronoun(mention, head)
    name, human = _read_name(sheet, tokens, head)
    nouns = _nouns(tokens, head, name)
    text = in_nominative(tokens, head, sheet.language(head))
    known = (
        sheet.profile.known(mention.span.text)
        or sheet.profile.known(text)
        or (sheet.profile.known(name) if name else None)
    )
    wording = Wording(
        sheet=sheet, span=mention.span, tokens=tokens, head=head, nouns=nouns, name=name, human=human, known=known
    )
    kind = choose_type(wording)
    if mention.publishes and known is None and kind in (SourceType.UNSPECIFIED, SourceType.ORGANIZATION):
        kind = SourceType.OUTLET
    person = known.person if known else is_person(wording, kind)
    plural = feature(head, "Number") == "Plur" and not head.text.isupper() and (known is None or not known.person)
    return Description(
        span=mention.span,
        head=head,
        text=text,
        name=name or (known.name if known and not nouns else None),
        nouns=frozenset(nouns),
        words=frozenset(wording.lemmas("NOUN", "ADJ", "PROPN", "NUM")),
        known=known,
        person=person,
        plural=plural,
        gender=tell_gender(wording),
        pronoun=False,
        type=kind,
        identity=choose_identity(wording, kind, person=person, plural=plural),
        side=choose_side(wording, text, kind),
    )


def _tokens(sheet: Sheet, span: Span) -> list[Token]:
    found = sheet.found.tokens
    first = bisect_left(found, span.start, key=lambda each: each.start)
    return list(found[first : bisect_left(found, span.end, key=lambda each: each.start)])


def _nobody(mention: SourceMention) -> Description:
    text = " ".join(mention.span.text.split())
    return Description(
        span=mention.span, head=None, text=text, name=None, nouns=frozenset(), words=frozenset({text.lower()}), known=None, person=False,
        plural=False, gender="", pronoun=False, type=SourceType.UNSPECIFIED, identity=Identity.UNSPECIFIED, side=None,
    )  # fmt: skip


_GENDERED = {"его": "Masc", "него": "Masc", "ему": "Masc", "им": "Masc", "ее": "Fem", "нее": "Fem", "ей": "Fem", "его слов": "Masc", "його": "Masc", "нього": "Masc", "її": "Fem", "неї": "Fem"}  # fmt: skip


_PLURALS = frozenset("их них им ими они їх них вони їхніми їхньою".split())


def _pronoun(mention: SourceMention, head: Token) -> Description:
    word = spelt(head.text)
    plural = word in _PLURALS or feature(head, "Number") == "Plur"
    gender = "" if plural else _GENDERED.get(word) or feature(head, "Gender")
    return Description(
        span=mention.span, head=head, text=head.text, name=None, nouns=frozenset(), words=frozenset(), known=None, person=True, plural=plural,
        gender=gender, pronoun=True, type=SourceType.UNSPECIFIED, identity=Identity.UNNAMED, side=None,
    )  # fmt: skip


def _read_name(sheet: Sheet, tokens: list[Token], head: Token) -> tuple[str | None, bool]:
    """The proper name of whoever is meant, in the nominative, and whether it is a human being's."""
    language = sheet.language(head)
    person = [each for each in tokens if entity(each) == "PERSON" and each.pos != "PUNCT"]
    owners = _owned(tokens, head)
    person = [each for each in person if each.index not in owners]
    if person:
        run = [person[0]]
        for each in person[1:]:
            if each.index == run[-1].index + 1 or (
                each.index == run[-1].index + 2 and sheet.found.tokens[each.index - 1].text == "."
            ):
                run.append(each)
        return in_nominative(run, run[-1], language, whole=True), True
    marks = [at for at, each in enumerate(tokens) if each.text in _QUOTES]
    human = bool(kinds_of(sheet, head) & _PEOPLE_TYPES)
    if len(marks) >= 2 and marks[-1] - marks[0] > 1 and not human and _is_own_title(tokens, head, marks[0]):
        return sheet.tree.span(tokens[marks[0] + 1 : marks[-1]]).text, False
    bare = [each for each in tokens if each.pos != "PUNCT"]
    if head.pos in ("PROPN", "X") or head.text.isupper():
        rest = [each for each in bare if each.index >= head.index]
        return (
            (in_nominative(rest, head, language), False)
            if head.text[:1].isupper() or head.pos == "X"
            else (None, False)
        )
    apposed = [
        each
        for each in bare
        if each.index > head.index and (each.pos == "X" or (each.pos == "PROPN" and each.index not in owners))
    ]
    if apposed and apposed[0].index == head.index + 1 and not human:
        return sheet.tree.span(apposed).text, False
    opens = head.index == sheet.sentences[head.sentence][0].index  # a capital that says nothing
    if bare and bare[0].text[:1].isupper() and len(bare) > 1 and head.text[:1].isupper() and not opens:
        return in_nominative(bare, head, language), False
    return None, False


def _is_own_title(tokens: list[Token], head: Token, mark: int) -> bool:
    """Does the title behind the mark at that place name the head itself, rather than its owner: "канал «X»"?"""
    return (
        mark == 0
        or tokens[mark - 1].index == head.index
        or tokens[mark - 1].pos == "PUNCT"
        or head.index > tokens[mark].index
    )


def _owned(tokens: list[Token], head: Token) -> frozenset[int]:
    """Indices of owners in the genitive behind a head that is none: "Офиса президента Зеленского"."""
    if feature(head, "Case") in ("Gen", ""):
        return frozenset()
    return frozenset(each.index for each in tokens if each.index > head.index and feature(each, "Case") == "Gen")


def _nouns(tokens: list[Token], head: Token, name: str | None) -> list[str]:
    """Common nouns that say what it is: the head, and what stands beside it in the same case before a name."""
    named = set((name or "").lower().split())
    found = [lemma(head)] if head.pos in ("NOUN", "ADJ", "NUM", "VERB") and head.text.lower() not in named else []
    for each in tokens:
        same = feature(each, "Case") == feature(head, "Case") and each.index != head.index
        if (
            each.pos == "NOUN"
            and same
            and not entity(each)
            and each.text.lower() not in named
            and each.index < head.index
        ):
            found.append(lemma(each))
    return found
