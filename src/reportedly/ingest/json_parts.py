"""Single values out of a JSON file of any length, one after the other, and never the whole file in memory."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO

from reportedly.ingest.opening import Input

MAX_DEPTH = 100
"""Posts and articles nest five deep; what nests deeper than this was made to break readers."""
MAX_VALUE_BYTES = 5_000_000
"""The longest single value, such as a message with all that belongs to it."""
_CHUNK_BYTES = 65_536
_OPENS = frozenset({"start_map", "start_array"})
_CLOSES = frozenset({"end_map", "end_array"})

Place = Sequence[str | int]
"""Where a value stands: the keys and positions that lead to it from the top."""


class BrokenJsonError(ValueError):
    """The file is no JSON from here on, or goes beyond a bound."""


def stream_parts(taken: Input, wants: Callable[[Place], bool]) -> Iterator[tuple[Place, Any]]:
    """Each value that is wanted, with its place, in the file's order; what is not wanted is never built.

    Args:
        wants: asked for every place outside of a wanted value, when it begins.

    Raises:
        BrokenJsonError: where the file stops being JSON, or a bound is passed; what stands before has been handed out.
        OSError: if the file cannot be read any further.
    """
    from ijson import JSONError, basic_parse

    with taken.open() as file:
        stream = _Mended(file)
        try:
            # Numbers as the machine has them: the reader crashes over one of thousands of digits, where it is to keep all.
            yield from _walk(basic_parse(stream, buf_size=_CHUNK_BYTES, use_float=True), stream, wants)
        except JSONError as error:
            what = error.args[0] if error.args else ""
            words = what.decode("utf-8", "replace") if isinstance(what, bytes) else str(what)
            raise BrokenJsonError(words.strip().partition("\n")[0] or "no JSON") from error


def _walk(
    events: Iterator[tuple[str, Any]], stream: "_Mended", wants: Callable[[Place], bool]
) -> Iterator[tuple[Place, Any]]:
    place: list[str | int] = []
    for event, value in events:
        stream.since = 0
        if event == "map_key":
            place[-1] = value
        elif event in _CLOSES:
            place.pop()
        else:
            if place and isinstance(place[-1], int):
                place[-1] += 1
            if wants(place):
                yield tuple(place), _build(event, value, events)
            elif event in _OPENS:
                _check_depth(len(place))
                place.append("" if event == "start_map" else -1)


def _build(event: str, value: Any, events: Iterator[tuple[str, Any]]) -> Any:
    """The whole value that begins with this event."""
    from ijson import ObjectBuilder

    builder = ObjectBuilder()
    depth = 0
    while True:
        builder.event(event, value)
        if event in _OPENS:
            depth += 1
            _check_depth(depth)
        elif event in _CLOSES:
            depth -= 1
        if depth == 0:
            return builder.value
        event, value = next(events)


def _check_depth(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise BrokenJsonError(f"nested more than {MAX_DEPTH} deep")


class _Mended:
    """Bytes that are UTF-8 whatever comes in: one broken letter shall not cost the rest of the file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self.since = 0
        """Bytes since the last value outside of a wanted one began."""

    def read(self, size: int = -1) -> bytes:
        if size == 0:
            return b""
        while data := self._file.read(size):
            self.since += len(data)
            if self.since > MAX_VALUE_BYTES:
                raise BrokenJsonError(f"a single value of over {MAX_VALUE_BYTES // 1_000_000} MB")
            if text := self._decoder.decode(data):
                return text.encode()
        return self._decoder.decode(b"", final=True).encode()
