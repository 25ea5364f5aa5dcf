"""Whether a voice is the outlet that published the document: its own word is no source."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from rapidfuzz.distance import Prefix

from reportedly.claims.voices import Voice
from reportedly.model.claim import Chain
from reportedly.model.document import Document
from reportedly.model.source import Source
from reportedly.reference.lexicon import lexicon
from reportedly.reference.profile import Profile

_THIS_ARTICLE = re.compile(
    r"\b(?:this|our) (?:article|story|report|post)\b"
    r"|\b(?:перв|предыдущ|прежн|ранн|перш|попередн|ранні)\w{1,4} верс\w+"
    r"|\b(?:эт|наш|ц)\w{1,4} (?:материал|стать|текст|новост|публикаци|матеріал|статт|публікаці)\w*",
    re.IGNORECASE,
)
"""The document speaking of itself: "an earlier version of this article"."""

_EDITION = re.compile(
    r"(?:ukraine|україна|украина|russia|россия|news|online|international|world|europe|asia|africa|arabic|ua|ru|uk|us"
    r"|\|.*|русская служба|українська служба)(?: .*)?"
)
"""What follows a publisher's name in that of one of its editions: "Forbes Ukraine"."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BETWEEN_MARKS = re.compile(r"(?:\w+ )?[«„“\"]([^»“”\"]+)[»“”\"]?")
"""A name between quotation marks, behind one word at most: "издание «Новости Поволжья»"."""
_WORD = re.compile(r"\w+")
_LONGEST_ENDING = 3
"""Letters by which two cases of a word differ at most."""


_BARE = re.compile(
    r"(?:the|this) (?:news )?(?:agency|newspaper|paper|newsletter|magazine|site|website|outlet|channel|station|broadcaster)"
    r"|(?:этому |нашему |цьому |нашому )?(?:агентств[уа]|издани[юя]|газет[еі]|видан(?:ню|ня)|порталу?)",
    re.IGNORECASE,
)
""" "A source told the agency", where no agency was named: the one that publishes."""


def drop_publisher(chains: Sequence[Chain], sources: Sequence[Source], document: Document) -> tuple[Chain, ...]:
    """The chains without the publisher where it only calls itself "the agency", and others go on behind it."""
    own = {each.id for each in sources if all(_BARE.fullmatch(mention.text) for mention in each.mentions)}
    if not document.outlet or not own:
        return tuple(chains)
    return tuple(
        tuple(link for at, link in enumerate(chain) if link.source not in own or at + 1 == len(chain))
        for chain in chains
    )


def is_publisher(voice: Voice, document: Document, profile: Profile) -> bool:
    """Is this voice the outlet that published the document?"""
    if _THIS_ARTICLE.search(voice.span.text):
        return True
    if not document.outlet or voice.head is None or voice.head.pos == "PRON":
        return False
    one, other = (_plain(each) for each in (voice.span.text, document.outlet))
    if (
        one == other
        or _is_declined(voice, document.outlet)
        or (other.startswith(f"{one} ") and _EDITION.fullmatch(other, len(one) + 1))
    ):
        return True
    known, publisher = profile.outlet(voice.span.text), profile.outlet(document.outlet)
    return known is not None and known is publisher


def _is_declined(voice: Voice, name: str) -> bool:
    """Is the voice a Cyrillic name in some case: "«Новостям Поволжья»", "изданию «Новости Поволжья»"?"""
    if voice.head is None or not _CYRILLIC.search(name):
        return False
    text = voice.span.text
    between = _BETWEEN_MARKS.fullmatch(text)
    if between and between.start(1) > 1 and not _is_outlet(voice.head.lemma):
        return False  # "редактор «Новостей»"
    pairs = list(
        zip_longest(*(_WORD.findall(_plain(each)) for each in (between[1] if between else text, name)), fillvalue="")
    )
    return bool(pairs) and all(_same_stem(one, other) for one, other in pairs)


def _is_outlet(noun: str) -> bool:
    return any(
        noun in lexicon(language, "source")["types"][kind]
        for language in ("ru", "uk")
        for kind in ("outlet", "agency", "channel")
    )


def _same_stem(one: str, other: str) -> bool:
    shared = Prefix.similarity(one, other)
    return one == other or (shared >= 3 and max(len(one), len(other)) - shared <= _LONGEST_ENDING)


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
