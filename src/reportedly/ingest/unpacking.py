"""Bodies that came packed, unpacked within bounds."""

import zlib
from collections.abc import Mapping

BLOCK_BYTES = 65_536
GZIP_BEGINS = b"\x1f\x8b"

_GZIP, _ZLIB, _BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS

# What `deflate` means was told wrongly for years: with zlib's frame by the rule, bare by many servers.
CODINGS: Mapping[str, tuple[int, ...]] = {"gzip": (_GZIP,), "x-gzip": (_GZIP,), "deflate": (_ZLIB, _BARE)}
"""HTTP content codings, and the frames in which each is found."""


def unpack_body(body: bytes, codings: str, max_bytes: int) -> bytes | str:
    """The content of a body; what is wrong, in words, if it cannot be had.

    Args:
        codings: the value of `Content-Encoding`, the first applied first.
        max_bytes: the most that any step may unpack to.
    """
    for name in reversed([each.strip().lower() for each in codings.split(",")]):
        if name in ("", "identity"):
            continue
        if name not in CODINGS:
            return "is packed in a way that cannot be unpacked; save it from a browser and read that file"
        outcome = _unpack(body, CODINGS[name], max_bytes)
        if isinstance(outcome, str):
            return outcome
        body = outcome
    return body


def _unpack(body: bytes, frames: tuple[int, ...], max_bytes: int) -> bytes | str:
    if _GZIP in frames and not body.startswith(GZIP_BEGINS):
        return body  # servers, and archives that unpacked before they wrote, leave a header that is no longer true
    for frame in frames:
        try:
            return inflate(body, frame, max_bytes)
        except zlib.error:
            continue
    return "is packed, and the packing is damaged; try again"


def inflate(body: bytes, frame: int, max_bytes: int) -> bytes | str:
    """`body` unpacked, one member after the other; what is wrong, in words, if it is too long or breaks off.

    Args:
        frame: as `wbits` of `zlib.decompressobj`.

    Raises:
        zlib.error: if it is packed in another way, or damaged.
    """
    out, unpacker = bytearray(), zlib.decompressobj(frame)
    for start in range(0, len(body), BLOCK_BYTES):
        block = body[start : start + BLOCK_BYTES]
        while block:
            if unpacker.eof:
                block = block.lstrip(b"\x00")  # zeros after the last member are padding
                if not block:
                    break
                unpacker = zlib.decompressobj(frame)
            out += unpacker.decompress(block, BLOCK_BYTES)
            if len(out) > max_bytes:
                return (
                    f"unpacks to over {max_bytes / 1_000_000:g} MB, the most that is read; cut it into single documents"
                )
            block = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    out += unpacker.flush()
    return bytes(out) if unpacker.eof or not body else "is packed, and its end is missing; try again"
