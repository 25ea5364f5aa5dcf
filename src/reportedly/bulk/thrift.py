"""Structures in Thrift's compact protocol, as far as the heads in a Parquet file are made of them.

PyArrow reads them too; but it makes room for whatever they say, and some that are damaged end its process.
"""

from typing import Any

STOP, YES, NO, BYTE, INTEGERS, DOUBLE, BINARY, LISTS, STRUCT = 0, 1, 2, 3, (4, 5, 6), 7, 8, (9, 10), 12
MAX_DEPTH = 16
"""A file's table of contents nests eight deep."""
MAX_INTEGER_BITS = 70
"""The seven bits of each of ten bytes."""

Fields = dict[int, Any]
"""What stands in a structure, by the number of the field: a number, bytes, a list, or another structure."""


class ThriftError(OSError):
    """The bytes are no structure."""


class ShortError(ThriftError):
    """The structure goes on after the bytes that are at hand."""


class Structure:
    """Bytes that begin with a structure."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.length = 0
        """Of what has been taken."""

    def take_fields(self, depth: int = MAX_DEPTH) -> Fields:
        """The fields of the structure.

        Raises:
            ThriftError: if it is none, nested too deep, or names a field twice.
        """
        if depth < 0:
            raise ThriftError("it is nested too deep")
        fields: Fields = {}
        number = 0
        while (begins := self._take_byte()) != STOP:
            step, kind = begins >> 4, begins & 15
            number = number + step if step else self._take_integer()
            if number in fields:  # readers do not agree which of the two counts
                raise ThriftError("it says the same twice")
            fields[number] = kind == YES if kind in (YES, NO) else self._take_value(kind, depth)
        return fields

    def _take_value(self, kind: int, depth: int) -> Any:
        if kind in INTEGERS:
            return self._take_integer()
        if kind == BINARY:
            return self._take_bytes(self._take_count())
        if kind == STRUCT:
            return self.take_fields(depth - 1)
        if kind in LISTS:
            return self._take_list(depth - 1)
        if kind in (YES, NO, BYTE):  # in a list, the first two take a byte as well
            return self._take_byte()
        if kind == DOUBLE:
            return self._take_bytes(8)
        raise ThriftError("it is none")

    def _take_list(self, depth: int) -> list[Any]:
        if depth < 0:
            raise ThriftError("it is nested too deep")
        begins = self._take_byte()
        count, kind = begins >> 4, begins & 15
        return [self._take_value(kind, depth) for _ in range(self._take_count() if count == 15 else count)]

    def _take_bytes(self, length: int) -> bytes:
        begins = self.length
        self.length += length
        if self.length > len(self._data):
            raise ShortError("it breaks off")
        return self._data[begins : self.length]

    def _take_byte(self) -> int:
        return self._take_bytes(1)[0]

    def _take_count(self) -> int:
        value = 0
        for shift in range(0, MAX_INTEGER_BITS, 7):
            byte = self._take_byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
        raise ThriftError("it is none")

    def _take_integer(self) -> int:
        value = self._take_count()
        return (value >> 1) ^ -(value & 1)
