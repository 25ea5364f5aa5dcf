"""Who speaks, in words."""

import re
from collections.abc import Mapping

from reportedly.model.source import Identity, Source, SourceType
from reportedly.reference.slavic_script import has_cyrillic

NOUNS: Mapping[SourceType, str] = {
    SourceType.OUTLET: "outlet",
    SourceType.AGENCY: "agency",
    SourceType.CHANNEL: "channel",
}
"""What a name gets in front that alone would not say what it names."""

DETERMINERS = frozenset(
    "a an the this that these those his her its their our my some any several many no one two".split()
)
RELAYS = frozenset({SourceType.OUTLET, SourceType.AGENCY, SourceType.CHANNEL})
"""Voices that pass on: of them it is said that they are relayed, of others that they are cited."""

PEOPLE = frozenset({SourceType.OFFICIAL, SourceType.MILITARY, SourceType.EXPERT, SourceType.CIVILIAN})
GROUP_ENDINGS = ("s", "people", "media", "police", "military", "press")
SLAVIC_GROUP_ENDINGS = ("и", "ы", "і", "ї", "ые", "гие", "кие", "шие", "щие")
""" "рятувальники", "местные жители": how the first word of a group ends in Russian and Ukrainian."""
SAYS_WHAT_IT_IS = re.compile(r"канал|паблик|паблік|издани|видання|газет|агентств|агенці|портал|сайт|журнал|«", re.I)
""" "Канал «Рубеж»", "агентство Меридиан": Russian and Ukrainian names that need no noun in front."""
NAMELESS = "somebody"
SHORT_SIDE_LETTERS = 3
YOU_SOUND = re.compile(r"(?:uk|un(?:i[foqtv]|\b)|us|eu|one\b)", re.I)
""" "a Ukrainian", "a unit", but "an unidentified". """
SPELLED_LETTERS = 3
SPELLED_WITH_VOWEL = "AEFHILMNORSX"
""" "an FSB officer", "a UN official": what is said letter by letter goes by the letter's name. """


def call_outlet(outlet: str | None) -> str:
    """The document's publisher, whose voice stands before every chain."""
    return " ".join(outlet.split()) if outlet else "the site"


def describe_source(source: Source) -> str:
    """A source as a reader knows it: "the channel X", "an unnamed serviceman (“Alex”)", "“reports”"."""
    name = " ".join(source.name.split()) or NAMELESS
    if source.identity is Identity.UNSPECIFIED:
        return f"“{name}”, nobody in particular"
    if has_cyrillic(name):
        # English articles before Russian and Ukrainian words help nobody.
        noun = NOUNS.get(source.type) if source.identity is Identity.NAMED else None
        words = name if noun is None or SAYS_WHAT_IT_IS.search(name) else f"the {noun} {name}"
    elif source.identity is Identity.NAMED:
        words = add_noun(name, NOUNS.get(source.type))
    elif source.identity is Identity.COLLECTIVE:
        words = name if is_several(source) else add_the(name)
    else:
        words = add_article(name)
    handle = find_handle(source)
    notes = [f"“{handle}”"] if handle else []
    notes += [name_side(source.side)] if source.side else []
    return words + (f" ({', '.join(notes)})" if notes else "")


def choose_verb(source: Source, teller: Source | None) -> str:
    """What `teller` (None is the document's publisher) does with the word of `source`."""
    several = teller is not None and is_several(teller)
    if source.identity is Identity.UNSPECIFIED:
        return "pass on" if several else "passes on"
    return ("relay" if source.type in RELAYS else "cite") + ("" if several else "s")


def choose_pronoun(teller: Source) -> str:
    """ "a soldier, who cites", "the channel, which cites"."""
    return "who" if teller.type in PEOPLE else "which"


def is_several(source: Source) -> bool:
    """Does the name take its verb in the plural?"""
    return source.identity is Identity.COLLECTIVE and (
        source.name.split()[0].lower().endswith(SLAVIC_GROUP_ENDINGS)
        if has_cyrillic(source.name)
        else source.name.endswith(GROUP_ENDINGS)
    )


def add_noun(name: str, noun: str | None) -> str:
    """ "Front Diary" becomes "the channel Front Diary"; a name that says what it is gets no second noun."""
    said = noun is None or noun.lower() in name.lower().split()
    return add_the(name) if said else f"the {noun} {name}"


def add_the(name: str) -> str:
    """ "press service of the army" and "Telegram channel Front Diary" get an article, proper names none."""
    first = name.split()[0]
    described = first[0].islower() or any(noun in name.split() for noun in NOUNS.values())
    bare = first.lower() not in DETERMINERS and not first.endswith(("'s", "’s"))
    return f"the {name}" if described and bare else name


def add_article(name: str) -> str:
    """ "unnamed serviceman" becomes "an unnamed serviceman"; names and plurals stay as they are."""
    first, last = name.split()[0], name.split()[-1]
    if first.lower() in DETERMINERS or last.endswith(GROUP_ENDINGS) or (first[0].isupper() and " " not in name):
        return name
    spelled = first.isupper() and len(first) <= SPELLED_LETTERS
    vowel = first[0] in SPELLED_WITH_VOWEL if spelled else first[0].lower() in "aeiou" and not YOU_SOUND.match(first)
    return f"{'an' if vowel else 'a'} {name}"


def find_handle(source: Source) -> str | None:
    """The call sign under which a pseudonymous source goes, if its name is a description."""
    if source.identity is not Identity.PSEUDONYM:
        return None
    known = source.name.lower()
    for mention in source.mentions:
        text = mention.text.strip("‘’“”\"'«» ")
        if text and text.lower() not in known and all(word[0].isupper() for word in text.split()):
            return text
    return None


def name_side(side: str) -> str:
    """A side's id as words: "Russia’s side", "IL’s side"."""
    return f"{side.upper() if len(side) <= SHORT_SIDE_LETTERS else side.title()}’s side"
