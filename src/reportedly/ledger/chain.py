"""How each entry is bound to the one before it."""

import hashlib

BEGINNING = bytes(32)
"""What the first entry is bound to."""


def bind(seq: int, id: str, kind: str, subject: str | None, at: str, content_sha256: bytes, previous: bytes) -> bytes:  # noqa: A002 - the column's name
    """The hash of an entry: SHA-256 over its fields, a line each, hashes in hexadecimal.

    Args:
        at: the instant as it is stored: ISO 8601, UTC, microseconds.
    """
    lines = (str(seq), id, kind, subject or "", at, content_sha256.hex(), previous.hex())
    return hashlib.sha256("\n".join(lines).encode("utf-8")).digest()
