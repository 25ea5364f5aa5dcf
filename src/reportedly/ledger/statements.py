"""Our SQL as PostgreSQL's driver takes it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

SPECIAL = re.compile(
    r"""(?P<kept>'(?:[^']|'')*'|"(?:[^"]|"")*"|::)   # texts, names and casts may hold colons
    |:(?P<name>[A-Za-z_]\w*)
    |(?P<percent>%)""",
    re.VERBOSE,
)
NUL = "\x00"
INSTEAD_OF_NUL = "\ufffd"
"""PostgreSQL's texts hold no NUL. In the record, which is bytes, it stays."""
MAX_POSITION = 16_383
MAX_POSITIONS_OF_A_WORD = 255
MAX_VECTOR_BYTES = 900_000
"""PostgreSQL takes a little more than a million; no text that people wrote has so many different words."""


@lru_cache(maxsize=1024)
def name_values(sql: str) -> str:
    """`sql` with `%(name)s` for `:name`."""

    def translate(found: re.Match[str]) -> str:
        if found["name"]:
            return f"%({found['name']})s"
        return found[0].replace("%", "%%")

    return SPECIAL.sub(translate, sql)


def storable(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values with nothing in their texts that PostgreSQL does not take."""
    if not any(isinstance(value, str) and NUL in value for value in values.values()):
        return values
    return {
        name: value.replace(NUL, INSTEAD_OF_NUL) if isinstance(value, str) else value for name, value in values.items()
    }


def vectorise(words: str) -> str:
    """Folded words as PostgreSQL writes a `tsvector`, without its parser, which knows letters by the server's language.

    Beyond `MAX_POSITION` words are found singly, and not in phrases.
    """
    positions: dict[str, list[int]] = {}
    left = MAX_VECTOR_BYTES
    for position, word in enumerate(words.split(), 1):
        if word not in positions:
            left -= len(word.encode("utf-8")) + 4
            if left < 0:
                break
            positions[word] = []
        if position <= MAX_POSITION and len(positions[word]) < MAX_POSITIONS_OF_A_WORD:
            positions[word].append(position)
            left -= 2
    return " ".join(f"'{word}'" + (":" if at else "") + ",".join(map(str, at)) for word, at in positions.items())
