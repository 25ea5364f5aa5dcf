"""What went wrong on a server, in words."""

from collections.abc import Iterable
from typing import Protocol

SAID: dict[str, str] = {
    "55P03": "is being written by somebody else, who did not make way within {wait_s} seconds; try again",
    "53100": "cannot be written: the server's disk is full; nothing of what was being written is there",
    "53200": "cannot be used: the server is out of memory; nothing of what was being written is there",
    "42501": "does not let this user do that ({said}); whoever runs the server can grant it",
    "25006": "can only be read here ({said})",
    "57014": "gave up on a question, since the server was told to ({said})",
    "P0001": "refuses: {said}",
}
"""By SQLSTATE."""
LOST = (
    "lost its connection to the server; what was being written is wholly there or not at all:"
    " run the same command again when the server answers"
)


class ServerTrouble(Protocol):
    """What a driver raises."""

    @property
    def sqlstate(self) -> str | None: ...


def say_why(error: ServerTrouble, *, is_lost: bool, wait_s: int) -> str:
    """Why a statement failed."""
    said = str(error).partition("\n")[0]  # what follows may quote values
    if is_lost:
        return LOST
    return SAID.get(error.sqlstate or "", "cannot be used: {said}").format(said=said, wait_s=wait_s)


def say_why_not_reached(error: Exception, secrets: Iterable[str]) -> str:
    """Why no connection came about, without `secrets`."""
    said = " ".join(str(error).split())
    for secret in secrets:
        said = said.replace(secret, "…")
    return f"cannot be reached: {said}"
