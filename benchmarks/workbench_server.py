"""A real workbench, started as a user starts it, and what a browser before it is started with."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

BROWSER_OPTIONS = (
    "--no-sandbox",  # whoever starts it may be root
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # WebGL without a graphics card.
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
END_S = 60


@contextmanager
def run_workbench(db: str, *more: str, who: str = "benchmark") -> Iterator[str]:
    """`reportedly serve` on a ledger, until it is interrupted as a user does it; the address that it prints."""
    command = [sys.executable, "-m", "reportedly", "serve", "--db", db, "--port", "0", "--no-browser", *more]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "REPORTEDLY_WHO": who})
    try:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(timeout=END_S)
