"""Where the workbench is reached: the socket that it listens on, and the addresses that lead there."""

import errno
import socket
import sys
from ipaddress import ip_address

from reportedly.errors import ListeningError

DEFAULT_PORT = 8321
EVERYWHERE = frozenset({"0.0.0.0", "::"})
"""Hosts that mean every address of the machine."""
WAITING = 128
"""Connections that may wait for their turn."""


def listen(host: str, port: int, *, may_move: bool) -> socket.socket:
    """A socket that listens on a port of `host`, an address or a name of this machine.

    Args:
        port: 0 is any that is free.
        may_move: where the port is taken, any that is free will do.

    Raises:
        ListeningError: if that is no address of this machine, or the port is taken.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        wrong = "there is no such host; name an address of this machine, for example --host 127.0.0.1"
        raise ListeningError(host, port, wrong) from error
    family, _, _, _, where = found[0]
    try:
        return bind(family, where)
    except OSError as error:
        if error.errno == errno.EADDRINUSE and may_move:
            return bind(family, (where[0], 0, *where[2:]))
        if error.errno == errno.EADDRINUSE:
            wrong = "it is taken; name another with --port, or 0 for any that is free"
        else:
            wrong = f"{error.strerror or error}; name an address of this machine with --host, and a port with --port"
        raise ListeningError(host, port, wrong) from error


def bind(family: int, where: tuple[object, ...]) -> socket.socket:
    """A socket that listens there."""
    # With the protocol named asyncio sends what is short at once; without, each short answer waits for 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # there it would let two listen on one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(WAITING)
    except BaseException:
        listening.close()
        raise
    return listening


def write_address(host: str, port: int) -> str:
    """The address of the workbench for a browser on this machine."""
    if host in EVERYWHERE:
        host = "127.0.0.1" if host == "0.0.0.0" else "::1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def is_loopback(host: str) -> bool:
    """Is a host reached from this machine alone?"""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def own_names() -> frozenset[str]:
    """The names under which other machines know this one."""
    return frozenset({socket.gethostname().lower(), socket.getfqdn().lower()})
