"""How a place bears on what is said of it, from the words around its name."""

import re
from bisect import bisect_left
from itertools import islice, takewhile

from reportedly.claims.relation_reading import SLAVIC
from reportedly.claims.relations import Relation, RelationKind, says_sector
from reportedly.model.annotation import PlaceName, Token
from reportedly.model.place import PlaceRole
from reportedly.model.tree import Tree
from reportedly.reference.gazetteer import PlaceKind
from reportedly.reference.lexicon import lexicon

_REFERRING = (
    RelationKind.DISTANCE, RelationKind.DIRECTION, RelationKind.NEAR, RelationKind.BETWEEN, RelationKind.OUTSKIRTS,
    RelationKind.BANK,
)  # fmt: skip
_LIST_GAP = re.compile(r"^\s*(?:,|and|or|,\s*and|,\s*or)\s*$")
_UNIT_BEFORE = re.compile(
    r"\b(city|town|village|settlement|region|oblast|province|district|state|port|republic)\s+of\s+(?:the\s+)?$"
)
_PART_BEFORE = re.compile(r"\b(?:[Aa](?:\s+[a-z][\w-]*)+|[A-Z][\w'’-]+)\s+district\s+of\s+$")
_UNIT_AFTER = re.compile(r"^[\s-]+(?:\w+ern\s+)?([A-Za-z']+)")
_UNITS_AFTER_LIST = re.compile(
    r"^(?:\s*,\s*[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?){0,8},?\s+and\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+([a-z]+s)\b"
)
""" "the Donetsk, Luhansk and Kherson regions": the noun goes for each."""
_PART_OF = re.compile(r"(?<!\bto )\bthe\s+(?:north|south)?-?(?:east|west)?\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_NEAR_WORDS = re.compile(
    r"\b(?:near|close to|around|outside|outskirts of|suburbs of|vicinity of|north of|south of|east of|west of|beside|"
    r"(?:north|south)-?(?:east|west) of)\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)

_REACH = 60
"""Characters before a name in which such words are looked for."""


def asked_kind(text: str, name: PlaceName, language: str = "en") -> PlaceKind | None:
    """The kind of place that the words beside the name, or in it, ask for: "the Kharkiv region", "city of Kharkiv".

    Args:
        language: that of the sentence in which it stands, ISO 639-1.
    """
    if language in SLAVIC:
        from reportedly.claims import asked_slavic  # English needs none of it

        return asked_slavic.asked_kind(text, name)
    before = _UNIT_BEFORE.search(text[max(0, name.start - 30) : name.start])
    if before and is_parted(text, name):
        before = None
    after = _UNIT_AFTER.match(text[name.end : name.end + 30])
    listed = _UNITS_AFTER_LIST.match(text[name.end : name.end + 160])
    plural = listed.group(1) if listed else after.group(1) if after and after.group(1).endswith("s") else ""
    inside = name.key.split()[-1] if " " in name.key else ""
    if after and after.group(1).lower() in lexicon("en", "place")["offices"]["admin1"].split():
        return PlaceKind.ADMIN1
    words = (inside, after.group(1) if after else "", plural.removesuffix("s"), before.group(1) if before else "")
    for word in words:
        for kind, spoken in lexicon("en", "place")["units"].items():
            if word.lower() in spoken.split():
                return PlaceKind(kind)
    return None


def is_parted(text: str, name: PlaceName) -> bool:
    """Does a part of it stand before the name: "the X district of Y", "a western district of Y"?"""
    return _PART_BEFORE.search(text[max(0, name.start - _REACH) : name.start]) is not None


def read_role(
    number: int,
    text: str,
    names: tuple[PlaceName, ...],
    relations: list[Relation],
    tree: Tree,
    kind: PlaceKind | None,
    language: str = "en",
) -> PlaceRole:
    """The role of one place name; `kind` is what it was resolved to, `language` that of its sentence, ISO 639-1."""
    if language in SLAVIC:
        from reportedly.claims.roles_slavic import read_slavic_role  # English needs none of it

        return read_slavic_role(number, text, names, relations, kind)
    name = names[number]
    parted = [relation for relation in relations if relation.kind is RelationKind.QUARTER]
    if any(relation.anchor == number for relation in parted):
        return PlaceRole.REGION
    towns = [relation for relation in parted if asked_kind(text, names[relation.anchor]) is not PlaceKind.ADMIN1]
    if kind in (None, PlaceKind.SETTLEMENT) and any(relation.target == number for relation in towns):
        return PlaceRole.AT
    anchored = [relation for relation in relations if relation.anchor == number and relation.kind in _REFERRING]
    if kind is not None and kind is not PlaceKind.SETTLEMENT:
        # "The western part of Crimea" is in it.
        anchored = [relation for relation in anchored if relation.kind is not RelationKind.OUTSKIRTS]
    if any(relation.target is not None for relation in anchored):
        return PlaceRole.REFERENCE
    if says_sector(text, name) or _goes_toward(name, tree):
        return PlaceRole.TOWARD
    if (
        kind is not None
        and kind is not PlaceKind.SETTLEMENT
        and _PART_OF.search(text[max(0, name.start - 40) : name.start])
    ):
        return PlaceRole.REGION
    if anchored or _NEAR_WORDS.search(text[max(0, name.start - 40) : name.start]) or _is_near(name, tree):
        return PlaceRole.NEAR
    listed = (
        number > 0 and not names[number - 1].adjective and _LIST_GAP.match(text[names[number - 1].end : name.start])
    )
    if listed and read_role(number - 1, text, names, relations, tree, None) is PlaceRole.NEAR:
        return PlaceRole.NEAR
    unit = asked_kind(text, name) in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)
    if unit or (kind is not None and kind is not PlaceKind.SETTLEMENT):
        return PlaceRole.REGION
    return PlaceRole.AT


def _head(name: PlaceName, tree: Tree) -> Token | None:
    """The token of the name on which its others hang."""
    first = bisect_left(tree.tokens, name.start, key=lambda token: token.start)
    inside = list(takewhile(lambda token: token.start < name.end, islice(tree.tokens, first, None)))
    indices = {token.index for token in inside}
    return next((token for token in inside if token.head not in indices or token.head == token.index), None)


def _governor(name: PlaceName, tree: Tree) -> tuple[Token | None, Token | None]:
    """The preposition that governs the name, through a coordination too, and what the phrase hangs on."""
    token = _head(name, tree)
    if token is not None and token.relation in ("compound", "nmod:poss", "amod"):
        token = tree.head(token)
    for _ in range(8):
        if token is None:
            break
        if case := tree.child(token, "case"):
            return case, tree.head(token)
        if token.relation not in ("conj", "appos"):
            break
        token = tree.head(token)
    return None, None


def _goes_toward(name: PlaceName, tree: Tree) -> bool:
    """ "towards X", "advance to X"."""
    preposition, governor = _governor(name, tree)
    if preposition is None:
        return False
    place = lexicon("en", "place")
    if preposition.text.lower() in place["prepositions"]["toward"].split():
        return True
    moves = place["movement"]["toward"].split()
    return preposition.text.lower() == "to" and governor is not None and governor.lemma in moves


def _is_near(name: PlaceName, tree: Tree) -> bool:
    preposition, _ = _governor(name, tree)
    return (
        preposition is not None and preposition.text.lower() in lexicon("en", "place")["prepositions"]["near"].split()
    )
