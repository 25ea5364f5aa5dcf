"""Digests that a file names for its parts, held against what is there."""

import base64
import hashlib
from binascii import Error as EncodingError
from typing import Protocol

KNOWN = frozenset({"md5", "sha1", "sha256", "sha384", "sha512"})
"""What archives use. The first two prove that nothing was damaged, not that nobody changed it."""


class Hasher(Protocol):
    """What `hashlib` gives."""

    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


def begin_digest(named: str) -> Hasher | None:
    """What counts the digest that `named` ("sha256:…") tells of; None if it cannot be checked."""
    algorithm = named.partition(":")[0].strip().lower().replace("-", "")
    return hashlib.new(algorithm, usedforsecurity=False) if algorithm in KNOWN else None


def spells(named: str, digest: bytes) -> bool:
    """Does `named` tell this digest? WARC allows base 16, 32 and 64."""
    value = named.partition(":")[2].strip()
    if value.lower() == digest.hex() or value.upper().rstrip("=") == base64.b32encode(digest).decode().rstrip("="):
        return True
    try:
        return base64.b64decode(value.translate({45: "+", 95: "/"}) + "==", validate=False) == digest
    except (EncodingError, ValueError):
        return False


def fits(named: str, *candidates: bytes) -> bool:
    """Does `named` tell the digest of any of `candidates`? A digest that cannot be checked speaks against none."""
    for data in candidates:
        hasher = begin_digest(named)
        if hasher is None:
            return True
        hasher.update(data)
        if spells(named, hasher.digest()):
            return True
    return False
