"""The short lasting names of things: `rp-` and ten letters and digits."""

import hashlib

from reportedly.errors import IdError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that looks like another or like a digit."""
LENGTH = 10
"""50 bits: among a million things two share a name once in two thousand ledgers."""
PREFIX = "rp-"
HEARD = str.maketrans("OIL", "011")
"""What people read for a digit."""


def make_id(what: str, *parts: str) -> str:
    """The name of the thing that `what` and `parts` say: the same in every ledger."""
    digest = hashlib.sha256("\x00".join((what, *parts)).encode("utf-8", "surrogatepass")).digest()
    return spell_id(int.from_bytes(digest[:8], "big") >> (64 - 5 * LENGTH))


def number_of(id_: str) -> int:
    """The number of 50 bits that an id spells."""
    number = 0
    for letter in id_.removeprefix(PREFIX):
        number = number << 5 | ALPHABET.index(letter)
    return number


def spell_id(number: int) -> str:
    """The id that spells this number of 50 bits."""
    return PREFIX + "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def claim_id(document: str, start: int, end: int, earlier: int) -> str:
    """The name of the claim that stands there, however often the document is read again.

    Args:
        document: `Document.id`.
        start: code points into the text.
        end: exclusive.
        earlier: how many claims of the same reading with the same span come before it.
    """
    return make_id("claim", document, str(start), str(end), str(earlier))


def complete_beginning(typed: str) -> str:
    """The beginning of a name as it is stored, from what somebody typed: any case, with or without `rp-`.

    Raises:
        IdError: if no name can begin so.
    """
    letters = typed.strip().upper().removeprefix(PREFIX.upper()).replace("-", "").translate(HEARD)
    if not letters or len(letters) > LENGTH or set(letters) - set(ALPHABET):
        raise IdError(typed)
    return PREFIX + letters


def next_beginning(beginning: str) -> str:
    """What sorts after every name that begins so, in the order of code points."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)
