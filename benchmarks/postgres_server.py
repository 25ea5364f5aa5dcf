"""A PostgreSQL server for a while: reached by a socket only, without any safety of its files, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = ("initdb", "pg_ctl")
USERS = ("postgres", "nobody")
"""Whoever of these is there runs the server where we are root, since it refuses to be run by root."""
SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_recycle=off",
    "max_connections=60",
)


def find_program(name: str) -> str | None:
    """The path of a program; Debian keeps those of the server out of the way."""
    newest_first = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", os.defpath), *newest_first]))


@contextmanager
def run_server() -> Iterator[str]:
    """A server; the address of its database `postgres`, whose user may do everything."""
    initdb, pg_ctl = (find_program(name) or name for name in PROGRAMS)
    user = next((name for name in USERS if exists(name)), None) if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="rp-", dir="/tmp"))  # the path of a socket has at most 107 letters
    if user:
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        subprocess.run(
            command, user=user, cwd="/", check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60
        )

    data, settings = str(folder / "data"), " ".join(f"-c {setting}" for setting in SETTINGS)
    try:
        # With the plainest of languages: nothing may depend on what the server takes for a letter.
        run(initdb, "-D", data, "-U", "reportedly", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        run(pg_ctl, "-D", data, "-w", "-l", str(folder / "log"), "-o", f"-k {folder} {settings}", "start")
        try:
            yield f"postgresql://reportedly@/postgres?host={folder}"
        finally:
            run(pg_ctl, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def exists(user: str) -> bool:
    """Is there such a user?"""
    import pwd  # not on every system

    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True
