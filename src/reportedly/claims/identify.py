"""What one mention of a source says by itself: name, kind of voice, identity, side."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.claims.naming import read_name
from reportedly.claims.noun_phrase import after_preposition, gather_phrase, read_nouns, type_table
from reportedly.claims.source_mention import Reader, SourceMention
from reportedly.model.annotation import MentionLabel, Token
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon
from reportedly.reference.party import Known
from reportedly.reference.person_names import plain_name
from reportedly.reference.profile import PUBLISHERS

PEOPLE = (SourceType.OFFICIAL, SourceType.MILITARY, SourceType.EXPERT, SourceType.CIVILIAN)
_NAMELESS = (SourceType.UNSPECIFIED, SourceType.COLLECTIVE)
_BODIES = ("institution", "organization", "outlet", "agency", "channel", "document")
_PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ee", "insider", "individual", "person")
"""Nouns that no table has are people with these, else things: nobody stands behind "the algorithm"."""
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A mention understood by itself, before anything is merged."""

    span: Span
    head: Token | None
    words: frozenset[str]
    """Plain words that describe, names, articles and words of sides left out."""
    nouns: frozenset[str]
    """Lemmas of the nouns that say what it is: its head, the titles, the appositions."""
    name: str | None
    """The proper name without titles."""
    aliases: frozenset[str]
    """Other names that stand with it: an abbreviation in brackets, a call sign."""
    known: Known | None
    person: bool
    """Particular human beings, as opposed to bodies, papers and groups at large."""
    plural: bool
    definite: bool
    gender: str | None
    """A key of the lexicon's [gender]."""
    human: bool
    """Does anything show that this is a human being, or is it only a name that nobody knows?"""
    type: SourceType
    identity: Identity
    side: str | None


def describe(mention: SourceMention, reader: Reader) -> Description:
    """What `mention` says by itself. Pronouns are described by what they can stand for, not by whom."""
    head, tree, lists = mention.head, reader.tree, reader.lists
    if head is None:
        return _describe_nobody(mention)
    phrase = gather_phrase(tree, head, mention.span)
    text = " ".join(tree.span(phrase).text.split())
    core = [
        each for each in phrase if each.pos not in ("PUNCT", "SPACE") and not after_preposition(tree, each, head)
    ] or [head]
    nouns = read_nouns(tree, core, head, text, lists)
    name, aliases = read_name(phrase, core, head, nouns, reader)
    known = reader.profile.known(name) if name else None
    names = reader.names_within(phrase[0].start, phrase[-1].end)
    label = next((each.label for each in names if name and (name in each.text or each.text in name)), None)
    if name in reader.surnames:
        label = MentionLabel.PERSON  # the surname of somebody whom the text names in full
    counted = (
        head.lemma != "one" and bool(nouns) and nouns[0] != head.lemma and head.lemma in lists["heads"]["counting"]
    )
    plural = counted or "Number=Plur" in head.features or head.lemma in lists["heads"]["always_plural"]
    if known is not None and known.person:
        plural = False  # a name in -s is one person's
    if name and plural and known is None and reader.profile.side_of_name(name):
        name = None  # "the Ukrainians" are nobody by name
    kind = _choose_type(nouns, text, known, name, head, reader, label)
    if mention.publishes and known is None and kind in (SourceType.UNSPECIFIED, SourceType.ORGANIZATION):
        kind = SourceType.OUTLET
    first = text.split(" ")[0].lower()
    possessed = any(each.relation == "nmod:poss" for each in tree.children(head))
    is_body = _is_body(nouns, kind, lists)
    return Description(
        span=mention.span,
        head=head,
        words=_plain_words(phrase, name, reader),
        nouns=frozenset(nouns),
        name=name,
        aliases=aliases,
        known=known,
        person=(known.person if known else not is_body) and kind not in (*PUBLISHERS, SourceType.DOCUMENT),
        plural=plural,
        definite=first in lists["articles"]["definite"] or (possessed and first not in lists["articles"]["indefinite"]),
        gender=(gender := _read_gender(nouns, text, known.name if known and known.person else name, lists)),
        human=_is_human(known, kind, label, gender, name, lists),
        type=kind,
        identity=_choose_identity(nouns, name, aliases, kind, is_body, plural, text, lists),
        side=_choose_side(mention, name, known, kind, text, reader),
    )


def _describe_nobody(mention: SourceMention) -> Description:
    return Description(
        span=mention.span, head=None, words=frozenset({mention.span.text.lower()}), nouns=frozenset(), name=None,
        aliases=frozenset(), known=None, person=False, plural=False, definite=False, gender=None,
        human=False, type=SourceType.UNSPECIFIED, identity=Identity.UNSPECIFIED, side=None,
    )  # fmt: skip


def _plain_words(phrase: Sequence[Token], name: str | None, reader: Reader) -> frozenset[str]:
    named = set(plain_name(name or "").split())
    idle = {
        *reader.lists["articles"]["idle"],
        *reader.lists["articles"]["definite"],
        *reader.lists["articles"]["indefinite"],
    }
    words = set()
    for token in phrase:
        word = plain_name(token.lemma if token.pos in ("NOUN", "PROPN") else token.text)
        if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB") or not word or word in named or word in idle:
            continue
        if reader.profile.side_of_name(token.text) is None:
            words.add(word)
    return frozenset(words - {"head", "state"} if {"head", "state"} <= words else words)


def _choose_type(
    nouns: Sequence[str],
    text: str,
    known: Known | None,
    name: str | None,
    head: Token,
    reader: Reader,
    label: MentionLabel | None,
) -> SourceType:
    if known is not None:
        return known.type
    low = text.lower()
    for words, kind in reader.lists["modified"].items():
        modifier, noun = words.rsplit(" ", 1)
        if noun in nouns and re.search(rf"\b{modifier}\b.{{0,24}}{noun[:-1]}", low):
            return SourceType(kind)
    table = type_table()
    titled = table.get(head.lemma) in PUBLISHERS  # "the channel Severny Veter", which the recogniser takes for somebody
    if label is MentionLabel.PERSON and name and " " in name and not titled:
        # A human being among the words of a body: "Olena Marchuk, head of the forensic unit".
        nouns = [
            noun for noun in nouns if table.get(noun) not in _BODIES and noun not in reader.lists["heads"]["forces"]
        ]
    kind = next((table[noun] for noun in nouns if noun in table), None)
    if kind == "agency" and _is_authority(head, reader):
        return SourceType.INSTITUTION
    if kind == "official" and nouns and nouns[0] in reader.lists["heads"]["leads"]:
        kind = _type_of_led(reader.tree, head, kind)
    if kind is not None and not (kind == "unspecified" and name):
        return SourceType(kind)
    if reader.profile.side_of_name(text) is not None:
        return SourceType.COLLECTIVE if "Number=Plur" in head.features and known is None else SourceType.INSTITUTION
    if name is None:
        return SourceType.UNSPECIFIED
    label = label or next((each.label for each in reader.found.mentions if each.text == name), None)
    human = is_surname(name, reader.lists) or _read_gender(nouns, "", name, reader.lists) is not None
    organized = label is MentionLabel.ORGANIZATION and not human
    return SourceType.ORGANIZATION if organized else SourceType.UNSPECIFIED


def _is_authority(agency: Token, reader: Reader) -> bool:
    """Is it another agency than one for news: "the licensing agency"? In capitals it may be a news agency's name."""
    before = [each for each in reader.tree.children(agency, "compound", "amod") if each.text[0].islower()]
    return bool(before) and not {each.text.lower() for each in before} & set(reader.lists["heads"]["news"])


def _type_of_led(tree: Tree, head: Token, kind: str) -> str:
    """The head of an organisation speaks for it, not for a state."""
    for led in (*tree.children(head, "nmod", "compound", "nmod:poss"),):
        if type_table().get(led.lemma) in ("organization", "civilian"):
            return "organization"
    return kind


def _is_body(nouns: Sequence[str], kind: SourceType, lists: Mapping[str, Any]) -> bool:
    if kind == SourceType.MILITARY:
        return bool(nouns) and nouns[0] in lists["heads"]["forces"]
    # The head of an organisation is a person, though the voice is the organisation's.
    led = bool(nouns) and nouns[0] in lists["heads"]["leads"]
    return kind in lists["heads"]["bodies"] and not led


def _choose_identity(
    nouns: Sequence[str], name: str | None, aliases: frozenset[str], kind: SourceType, is_body: bool, plural: bool,
    text: str, lists: Mapping[str, Any],
) -> Identity:  # fmt: skip
    words = re.findall(r"[\w-]+", text.lower())
    first = words[0] if words else ""
    noun = nouns[0] if nouns else first
    if name:
        return Identity.NAMED
    if aliases and not is_body:
        return Identity.PSEUDONYM
    if kind == SourceType.DOCUMENT:
        vague = set(words) & set(lists["heads"]["vague_documents"]) or (len(words) == 1 and plural)
        return Identity.UNSPECIFIED if vague or (noun in lists["heads"]["nobody"] and plural) else Identity.NAMED
    if noun in lists["heads"]["nobody"]:
        return Identity.UNSPECIFIED
    counted = first.isdigit() or first in _NUMBERS
    if noun == "source":
        bare = plural and not counted and len(set(words) - {"some", "other", "many", "various", "sources"}) == 0
        return Identity.UNSPECIFIED if bare else Identity.UNNAMED
    if noun == "side":
        return Identity.COLLECTIVE
    if noun == "intelligence" and len(words) == 1:
        return Identity.UNSPECIFIED
    if kind == SourceType.UNSPECIFIED and not plural and not noun.endswith(_PERSON_ENDINGS):
        return Identity.UNSPECIFIED
    if (counted and plural) or not (plural or is_body):
        return Identity.UNNAMED
    if plural:
        return Identity.COLLECTIVE
    return Identity.UNNAMED if first in lists["articles"]["indefinite"] else Identity.NAMED


def _choose_side(
    mention: SourceMention, name: str | None, known: Known | None, kind: SourceType, text: str, reader: Reader
) -> str | None:
    if known is not None and (known.side is not None or not known.person):
        return known.side
    words = text.replace(name, " ") if name and kind in PUBLISHERS else text
    if name and kind is SourceType.ORGANIZATION:
        # "Sudan Doctors Network": a state's name within its own name says where it works, not for whom it speaks.
        words = re.sub(rf"(?:[A-Z][\w'’-]*\s+)*{re.escape(name)}", " ", text)
    first = text.split(" ")[0].lower()
    if first in reader.lists["articles"]["ours"] and kind not in _NAMELESS:
        return reader.side_of_outlet()
    return reader.profile.side_of_words(words)


def _read_gender(nouns: Sequence[str], text: str, name: str | None, lists: Mapping[str, Any]) -> str | None:
    words = {*nouns, *re.findall(r"\w+", text.lower())}
    given = plain_name(name or "").split()[:1]
    for gender, marks in lists["gender"].items():
        if words & set(marks) or (given and given[0] in lists["given_names"][gender]):
            return str(gender)
    return None


def _is_human(
    known: Known | None, kind: SourceType, label: MentionLabel | None, gender: str | None, name: str | None,
    lists: Mapping[str, Any],
) -> bool:  # fmt: skip
    if known is not None:
        return known.person
    return kind in PEOPLE or label is MentionLabel.PERSON or gender is not None or is_surname(name or "", lists)


def is_surname(name: str, lists: Mapping[str, Any]) -> bool:
    """Does one word look like somebody's surname, whatever the recogniser takes it for?"""
    return (
        name[:1].isupper()
        and not name.isupper()
        and name.isalpha()
        and name.endswith(tuple(lists["heads"]["surnames"]))
    )


def is_office_holder(source: Source) -> bool:
    """Is the source the holder of an office of which there is one: "the governor", "Ireland's premier"?

    Such a source is known, whether or not the text gives a name.
    """
    return any(_names_an_office(" ".join(mention.text.split())) for mention in source.mentions)


def _names_an_office(words: str) -> bool:
    heads = lexicon("en", "source")["heads"]
    low = re.sub(r"[’`]", "'", words.lower())
    for spelling, one in lexicon("en", "source")["compounds"].items():
        low = re.sub(rf"\b{spelling}\b", one, low)
    title, _, of = low.partition(" of ")
    title = re.split(r" (?:to|for|in|at|on|from|with|who|,)\b", title)[0].rstrip(" ,")
    parts = re.findall(r"[\w'-]+", title)
    if not parts or set(parts) & set(heads["lesser"]):
        return False
    if (
        parts[0] not in lexicon("en", "source")["articles"]["definite"]
        and not title.count("'s ")
        and words[0].islower()
    ):
        return False
    if parts[0] in lexicon("en", "source")["articles"]["indefinite"]:
        return False
    return parts[-1] in heads["unique_offices"] or (parts[-1] in heads["heads_of"] and (bool(of) or len(parts) > 2))
