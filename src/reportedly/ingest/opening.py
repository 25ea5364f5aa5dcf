"""How bytes come in: bounded, and never with a traceback."""

import stat
import sys
from pathlib import Path

from reportedly.model.trouble import Trouble

MAX_BYTES = 50_000_000
"""The longest input read. A book has a million; what is longer is an archive, a film or a mistake."""

STDIN = "-"
"""The name under which standard input is asked for."""


def open_bytes(source: str) -> bytes | Trouble:
    """Read all of `source`, a path or `-`; a file that is too long is refused before it is read."""
    try:
        if source == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            status = Path(source).stat()
            if stat.S_ISDIR(status.st_mode):
                return Trouble(source=source, message=f"is a folder; name the files in it, for example {source}/*.txt")
            if status.st_size > MAX_BYTES:
                return too_long(source, status.st_size)
            with Path(source).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Trouble(source=source, message="there is no such file; check the name and the folder you are in")
    except PermissionError:
        return Trouble(source=source, message="you may not read this file; change its permissions or copy it")
    except (OSError, ValueError) as error:
        return Trouble(source=source, message=f"cannot be opened ({error}); check the name")
    if len(data) > MAX_BYTES:
        return too_long(source, None)
    return data


def too_long(source: str, size: int | None) -> Trouble:
    """What to say of an input over the limit."""
    limit = f"{MAX_BYTES // 1_000_000} MB"
    have = f"has {size / 1_000_000:.0f} MB" if size else f"has over {limit}"
    return Trouble(source=source, message=f"{have}, and at most {limit} are read; cut it into single documents")
