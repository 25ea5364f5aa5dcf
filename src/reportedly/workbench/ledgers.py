"""Opened ledgers: each is used by one request at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock, Semaphore

from reportedly.errors import LedgerError, ReportedlyError, RequestError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.server_address import is_server

DOWNLOADS_AT_ONCE = 8
"""Files that are made at one time: a server has connections for others too."""
TURN_S = 30.0
"""So long a download waits for its turn."""
AT_ONCE = 8
"""Requests that are answered from the ledger at one time; others wait. Each opened ledger has a cache of its own."""


class Ledgers:
    """The ledger at one address, opened as often as it is asked at once."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._idle: list[SqlLedger] = []
        self._guard = Lock()
        self._turns, self._downloads = BoundedSemaphore(AT_ONCE), Semaphore(DOWNLOADS_AT_ONCE)
        self._is_open = True
        self._file = None if is_server(address) else Path(address).expanduser()
        self._mark = self._find_mark()

    def check(self) -> None:
        """See that the ledger's file is still the one that was opened.

        Raises:
            LedgerError: if it is not: what would be written into the old one would be lost.
        """
        if self._find_mark() != self._mark:
            self._drop_idle()
            wrong = "was moved, taken away or replaced under the workbench; put it back, or start the workbench anew"
            raise LedgerError(self._address, wrong)

    def _find_mark(self) -> tuple[int, int] | None:
        if self._file is None:
            return None
        try:
            found = self._file.stat()
        except OSError:
            return (0, 0)
        return found.st_dev, found.st_ino

    @contextmanager
    def borrow(self) -> Iterator[SqlLedger]:
        """The ledger for a short while. One that broke is not used again."""
        with self._turns:
            ledger = self._take()
            is_whole = False
            try:
                yield ledger
                is_whole = True
            except ReportedlyError as error:
                is_whole = not isinstance(error, LedgerError)
                raise
            finally:
                self._give_back(ledger, is_whole=is_whole)

    @contextmanager
    def another(self) -> Iterator[SqlLedger]:
        """The ledger for as long as one likes: a download or work in the background keeps no request waiting."""
        with open_ledger(self._address) as ledger:
            yield ledger

    @contextmanager
    def lend(self) -> Iterator[SqlLedger]:
        """The same for a download: some at a time, so that a server has connections left for others."""
        if not self._downloads.acquire(timeout=TURN_S):
            raise RequestError(503, f"{DOWNLOADS_AT_ONCE} files are being made already; ask again in a moment")
        try:
            with open_ledger(self._address) as ledger:
                yield ledger
        finally:
            self._downloads.release()

    def close(self) -> None:
        """Close all that nobody uses; the others are closed when they are given back."""
        self._is_open = False
        self._drop_idle()

    def _drop_idle(self) -> None:
        with self._guard:
            idle, self._idle = self._idle, []
        for each in idle:
            each.close()

    def _take(self) -> SqlLedger:
        self.check()
        with self._guard:
            if self._idle:
                return self._idle.pop()
        return open_ledger(self._address)

    def _give_back(self, ledger: SqlLedger, *, is_whole: bool) -> None:
        with self._guard:
            if is_whole and self._is_open:
                self._idle.append(ledger)
                return
        ledger.close()
