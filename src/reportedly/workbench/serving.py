"""The server: it runs until somebody ends it."""

import signal
import socket
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

GRACE_S = 3
"""So long the end waits for requests that are being answered."""


def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Answer whatever comes in on a socket.

    Raises:
        KeyboardInterrupt: when it was told to end.
    """
    signal.signal(signal.SIGTERM, interrupt)
    make_server(app).run(sockets=[listening])


def make_server(app: ASGIApp) -> uvicorn.Server:
    """The server, which tells nothing by itself and believes nobody about who asks."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE_S,
        )
    )


def interrupt(number: int, frame: FrameType | None) -> None:
    """End as by Ctrl-C: what is being written is written or undone."""
    raise KeyboardInterrupt
