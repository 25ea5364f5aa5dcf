"""What went wrong with a ledger in a file, in words."""

BUSY_CODES = frozenset({5, 6, 15})
"""SQLite's codes for what passes: busy, locked, and a lock that was lost in a crowd."""
BUSY_SNAPSHOT = 5 | 2 << 8
"""Somebody wrote since this state was seen: waiting does not help."""
UNREACHABLE_CODES = frozenset({8, 14})
"""Read-only, or cannot be opened."""

SAID: dict[int, str] = {
    5: "is being written by another program, which did not make way within {wait_s} seconds; try again",
    8: "can only be read here; to write, copy it to a folder in which you may write, or ask for the right",
    10: "cannot be read or written: the disk reports an error ({said})",
    11: "is damaged ({said}); take a copy that is whole, and see what a check of the disk says",
    13: "cannot be written: the disk is full; nothing of what was being written is there",
    14: "cannot be opened ({said}); is its folder there, and may you write in it?",
    19: "refuses: {said}",
    26: "is no ledger but some other file",
}
"""By SQLite's primary result code."""


def code_of(error: Exception) -> int:
    """SQLite's result code; 0 for an error that is not SQLite's."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code if isinstance(code, int) else 0


def passes(error: Exception) -> bool:
    """May waiting help?"""
    code = code_of(error)
    return code & 0xFF in BUSY_CODES and code != BUSY_SNAPSHOT


def is_unreachable(error: Exception) -> bool:
    """May the file at least be read, where it cannot be written?"""
    return code_of(error) & 0xFF in UNREACHABLE_CODES


def say_why(error: Exception, wait_s: int) -> str:
    """Why a statement failed."""
    code = code_of(error) & 0xFF
    said = SAID.get(5 if code in BUSY_CODES else code, "cannot be used: {said}")
    return said.format(said=error, wait_s=wait_s)
