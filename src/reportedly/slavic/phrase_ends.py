"""Where a noun phrase ends: owners, names and titles behind its head."""

from collections.abc import Sequence

from reportedly.model.annotation import Token
from reportedly.slavic.words import entity, feature, has_case, is_finite, is_participle, spelt

OPENERS = ("«", "„", "“", '"', '""', "'")
CLOSERS = ("»", "”", "“", '"', '""', "'")
_COMMANDING = ("ющий", "ующий", "ющего", "ющему", "яющий", "увач", "увача")
_LIKE_GENITIVE = ("ой", "ей", "ої", "ій")
"""Endings of feminine modifiers that the genitive shares with other cases."""
_LONGEST_TITLE = 8
"""Tokens between quotation marks that may be a name."""


def extend(tokens: Sequence[Token], head: int, end: int) -> int:
    """Behind the next part that belongs to the phrase; `end` if there is none."""
    if end >= len(tokens):
        return end
    token, before = tokens[end], tokens[end - 1]
    if (
        token.text[:1].islower()
        and spelt(tokens[head].text).endswith(_COMMANDING)
        and (led := _led_end(tokens, end)) > end
    ):
        return led
    if token.pos == "PUNCT":
        return _title_end(tokens, end) if token.text in OPENERS else _numbered(tokens, head, end)
    if token.pos in ("NOUN", "PROPN"):
        return end + 1 if _belongs(tokens[head], before, token) else end
    if token.pos == "X" and (token.text.isascii() or token.text[:1].isupper()):
        return end + 1
    if _numbers_a_name(before, token):
        return end + 1
    if token.pos in ("ADJ", "DET", "NUM", "ADV", "PART") or is_participle(token):
        return _owner_end(tokens, end)
    if token.pos == "CCONJ":
        owner = _owner_end(tokens, end + 1)
        return (
            owner
            if owner > end + 1 and feature(before, "Case") == "Gen" and feature(tokens[head], "Case") != "Gen"
            else end
        )
    return end


def _numbers_a_name(before: Token, token: Token) -> bool:
    """ "France 24", "Moldova 1": is the number part of a name in another alphabet, or in one that the network has found?"""
    if token.pos != "NUM" or not token.text.isdigit() or len(token.text) > 2 or before.pos not in ("PROPN", "X"):
        return False
    return "Entity=I-ORG" in token.features or before.text.isascii()


def is_deputy(head: Token) -> bool:
    """ "Замглавы", "заммэра", "врио": a word that shows no case, so that a name behind it has to."""
    word = spelt(head.text)
    return not feature(head, "Case") and (word in ("врио", "тво") or (len(word) > 5 and word.startswith("зам")))


def _led_end(tokens: Sequence[Token], begin: int) -> int:
    """Behind what somebody commands: "командующий морской пехотой"; `begin` if nothing stands so."""
    at = begin
    while (
        at < len(tokens) and feature(tokens[at], "Case") == "Ins" and tokens[at].pos in ("ADJ", "NOUN", "PROPN", "DET")
    ):
        at += 1
        if tokens[at - 1].pos in ("NOUN", "PROPN"):
            return at
    return begin


def _belongs(head: Token, before: Token, token: Token) -> bool:
    """Is the noun an owner in the genitive, or the name of who is meant: "глава МИД Турции Фидан"?"""
    if entity(token) and entity(token) == entity(before) and "Entity=I" in "".join(token.features):
        return True
    case = feature(token, "Case")
    if case == "Gen":
        return True
    if not case:
        thing = head.pos == "NOUN" and token.pos == "NOUN" and feature(token, "Animacy") != "Anim"
        return token.pos == "PROPN" or token.text[:1].isupper() or (thing and before.index == head.index)
    name = token.pos == "PROPN" or token.text[:1].isupper()
    if entity(token) == "PERSON" and is_deputy(head):
        return True
    if case == feature(head, "Case") and (name or before.pos == "PROPN"):
        return True
    return name and before.pos == "PROPN" and entity(before) == "PERSON"


def _owner_end(tokens: Sequence[Token], begin: int) -> int:
    """Behind an owner in the genitive with its modifiers: "областной военной администрации"; `begin` if there is none."""
    at = begin
    while at < len(tokens):
        token = tokens[at]
        if token.pos in ("NOUN", "PROPN"):
            if at > begin and does(tokens[at - 1], token):
                at += 1  # "оккупированной Россией области"
                continue
            return at + 1 if has_case(token, "Gen") else begin
        modifier = token.pos in ("ADJ", "DET") or is_participle(token)
        inside = token.pos in ("ADV", "NUM") and at + 1 < len(tokens)
        owned = has_case(token, "Gen") or token.text.endswith(_LIKE_GENITIVE)
        if (modifier and not owned) or not (modifier or inside) or "Variant=Short" in token.features:
            return begin
        if is_finite(token):
            return begin
        at += 1
    return begin


def _title_end(tokens: Sequence[Token], begin: int) -> int:
    """Behind the closing mark of a name between quotation marks."""
    for at in range(begin + 2, min(len(tokens), begin + _LONGEST_TITLE + 1)):
        if tokens[at].pos == "PUNCT" and tokens[at].text in CLOSERS:
            inside = tokens[begin + 1 : at]
            titled = inside and not any(is_finite(each) for each in inside) and inside[0].text[:1].isupper()
            return at + 1 if titled else begin
    return begin


def _numbered(tokens: Sequence[Token], head: int, end: int) -> int:
    """ "Ан-225", "ім. Г.М. Берієва": past a stop that ends no sentence."""
    token, before = tokens[end], tokens[end - 1]
    if (
        token.text == "."
        and len(before.text) <= 3
        and end + 1 < len(tokens)
        and tokens[end + 1].pos in ("PROPN", "NOUN")
    ):
        return end + 2
    return end


def does(participle: Token, noun: Token) -> bool:
    """ "Назначенного Москвой губернатора": is the noun the one who did it to whoever is described?"""
    return is_participle(participle) and feature(noun, "Case") == "Ins"
