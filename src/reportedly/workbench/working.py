"""Work in the background: what is new is compared, and counted, while people read."""

import sys
from threading import Event as Signal
from threading import Thread

from reportedly.compare.rules import name_rules
from reportedly.errors import ReportedlyError
from reportedly.flow.comparing import compare_new
from reportedly.ledger.store import Ledger
from reportedly.present.safe import disarm
from reportedly.tally.tally import Tally
from reportedly.workbench.ledgers import Ledgers
from reportedly.workbench.refusing import report_bug
from reportedly.workbench.shapes import ProgressShape

OTHER_RULES = (
    "another version of reportedly compares this ledger by other rules; nothing is compared here any more: use one "
    "version on a ledger, and start this one anew"
)
LOOK_S = 1.0
"""After so long it is looked again whether others wrote into the ledger."""
COUNT_S = 3.0
"""So long a request waits for the claims of a large ledger to be counted for the first time."""
RETRY_S = 10.0
"""After so long it is tried again what did not go."""
END_S = 20.0
"""So long the end waits for what is being done."""


class Stopped(Exception):  # noqa: N818 - it is no error
    """The work was told to stop."""


class Worker:
    """A thread that counts and compares what comes into a ledger."""

    def __init__(self, ledgers: Ledgers, tally: Tally) -> None:
        self.comparing: ProgressShape | None = None
        """How far it is; None when everything is compared."""
        self.seen = 0
        """The entry up to which it was looked whether there is anything to compare."""
        self.rounds = 0
        """How often something was compared, and what was made before may be told otherwise."""
        self._ledgers, self._tally = ledgers, tally
        self._counted = Signal()
        self._stopping, self._woken = Signal(), Signal()
        self._said = ""
        self._thread = Thread(target=self._run, name="comparing", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Look at once: something was written."""
        self._woken.set()

    @property
    def is_counted(self) -> bool:
        """Are the claims counted, but perhaps for the last ones?"""
        return self._counted.is_set()

    def wait_counted(self) -> bool:
        """Whether they are, after waiting a little."""
        return self._counted.wait(COUNT_S)

    def stop(self) -> None:
        """End between two lots of documents; what is compared stays."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(END_S)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._ledgers.another() as ledger:
                    while not self._stopping.is_set():
                        self._look(ledger)
                        self._woken.wait(LOOK_S)
                        self._woken.clear()
            except Stopped:
                return
            except ReportedlyError as error:
                self._say(str(error))
                self._stopping.wait(RETRY_S)
            except Exception as error:  # noqa: BLE001 - the server goes on without it, and tries again
                report_bug("comparing", error)
                self._stopping.wait(RETRY_S)

    def _look(self, ledger: Ledger) -> None:
        """Count and compare what is new, if there is anything."""
        self._ledgers.check()
        seq = ledger.seq()
        self._tally.refresh(ledger)
        self._counted.set()
        self._compare(ledger)
        self.seen = seq

    def _compare(self, ledger: Ledger) -> None:
        rules = name_rules()
        if ledger.has_changes(rules):
            if self.rounds and ledger.compared_by() not in (None, rules):
                # Each would begin anew what the other has done, and neither would come to an end.
                self._say(OTHER_RULES)
                return
            self.comparing = ProgressShape(done=0, of=None)
            try:
                compare_new(ledger, lambda documents: self._note(documents, ledger))
            finally:
                self.comparing = None
                self.rounds += 1
        self._said = ""

    def _note(self, documents: int, ledger: Ledger) -> None:
        """Say how far it is, and stop if that was asked: what was compared so far is kept."""
        self.comparing = ProgressShape(done=documents, of=None)
        self.rounds += 1
        self._tally.refresh(ledger)
        if self._stopping.is_set():
            raise Stopped

    def _say(self, words: str) -> None:
        """Tell whoever runs the server what does not go, once."""
        if words != self._said:
            print(f"reportedly: {disarm(words)}", file=sys.stderr, flush=True)
            self._said = words
