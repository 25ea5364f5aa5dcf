"""Opened ledgers: each is used by one request at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from reportedly.errors import LedgerError, ReportedlyError
from reportedly.ledger.keeping import SqlLedger
from reportedly.ledger.opening import open_ledger

AT_ONCE = 8
"""Requests that are answered from the ledger at one time; others wait. Each opened ledger has a cache of its own."""


class Ledgers:
    """The ledger at one address, opened as often as it is asked at once."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._idle: list[SqlLedger] = []
        self._guard = Lock()
        self._turns = BoundedSemaphore(AT_ONCE)
        self._is_open = True

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

    def close(self) -> None:
        """Close all that nobody uses; the others are closed when they are given back."""
        with self._guard:
            idle, self._idle, self._is_open = self._idle, [], False
        for each in idle:
            each.close()

    def _take(self) -> SqlLedger:
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
