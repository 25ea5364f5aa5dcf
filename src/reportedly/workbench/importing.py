"""Imports: files that came in are read one after the other, in the background."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Lock, Thread

from reportedly.errors import ReportedlyError, RequestError
from reportedly.flow.adding import Addition, Incoming, Means, add_incoming
from reportedly.model.document import Document
from reportedly.model.held import Outcome
from reportedly.model.trouble import Trouble
from reportedly.present.cards import head_document
from reportedly.present.screen_shapes import DocumentHeadShape
from reportedly.present.words import name_document
from reportedly.workbench.ledgers import Ledgers
from reportedly.workbench.refusing import report_bug
from reportedly.workbench.shapes import JobShape, TroubleShape

WAITING, READING, DONE, CANCELLED, FAILED = "waiting", "reading", "done", "cancelled", "failed"
MOST_TROUBLES = 200
"""Troubles of an import that are kept; all are counted."""
MOST_DOCUMENTS = 50
MOST_JOBS = 200
"""Imports that are remembered."""
MOST_WAITING = 50
END_S = 20.0
"""So long the end waits for the document that is being read."""


class Job:
    """One import. Written by the thread that imports, read by all."""

    def __init__(self, name: str, size: int, incoming: Callable[[], Incoming], close: Callable[[], object]) -> None:
        self.id = secrets.token_hex(5)
        self.name, self.size = name, size
        self.state = WAITING
        self.is_cancelled = False
        self.close = close
        """To be called when nothing is read any more."""
        self._incoming = incoming
        self._started = datetime.now(UTC)
        self._counts = dict.fromkeys(Outcome, 0)
        self._claims = 0
        self._now: str | None = None
        self._documents: list[DocumentHeadShape] = []
        self._troubles: list[TroubleShape] = []
        self._trouble_count = 0
        self._guard = Lock()

    @property
    def is_over(self) -> bool:
        """Does nothing more come of it?"""
        return self.state not in (WAITING, READING)

    def each(self) -> Incoming:
        """What comes in, up to where it is cancelled."""
        for outcome, capture in self._incoming():
            if self.is_cancelled:
                return
            if isinstance(outcome, Document):
                self._now = name_document(outcome)
            yield outcome, capture

    def note(self, outcome: Addition | Trouble) -> None:
        """Count what became of a document."""
        with self._guard:
            if isinstance(outcome, Trouble):
                self._note_trouble(outcome.source, outcome.message)
                return
            added = outcome.added
            self._counts[added.outcome] += 1
            self._claims += len(outcome.reading.claims) if outcome.reading else 0
            if added.outcome is Outcome.FORGOTTEN:
                self._note_trouble(name_document(outcome.document), "was forgotten on purpose, and is left out")
            elif added.outcome is not Outcome.KNOWN and len(self._documents) < MOST_DOCUMENTS:
                self._documents.append(head_document(outcome.document, added.id))

    def end(self, state: str, wrong: str | None = None) -> None:
        """Say how it ended."""
        with self._guard:
            if wrong is not None:
                self._note_trouble(self.name, wrong)
            self.state, self._now = state, None

    def shape(self) -> JobShape:
        """The import as it is told."""
        with self._guard:
            return JobShape(
                id=self.id,
                name=self.name,
                state=self.state,
                started=self._started,
                bytes=self.size,
                new=self._counts[Outcome.NEW],
                versions=self._counts[Outcome.VERSION],
                known=self._counts[Outcome.KNOWN],
                claims=self._claims,
                now=self._now,
                documents=list(self._documents),
                troubles=list(self._troubles),
                trouble_count=self._trouble_count,
            )

    def _note_trouble(self, source: str, message: str) -> None:
        self._trouble_count += 1
        if len(self._troubles) < MOST_TROUBLES:
            self._troubles.append(TroubleShape(source=source, message=message))


class Imports:
    """The imports of this server, done by one thread in the order in which they came."""

    def __init__(self, ledgers: Ledgers, changed: Callable[[], object]) -> None:
        """`changed` is told whenever something came in."""
        self._ledgers, self._changed = ledgers, changed
        self._jobs: dict[str, Job] = {}
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._guard = Lock()
        self._thread = Thread(target=self._run, name="importing", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End between two documents; what is in stays in."""
        for job in self.jobs():
            job.is_cancelled = True
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(END_S)

    def add(self, name: str, size: int, incoming: Callable[[], Incoming], close: Callable[[], object]) -> Job:
        """Import this when its turn comes.

        Args:
            name: what the user calls it.
            incoming: makes what comes in.
            close: called when nothing is read any more.

        Raises:
            RequestError: if too many wait already.
        """
        job = Job(name, size, incoming, close)
        with self._guard:
            if sum(each.state == WAITING for each in self._jobs.values()) >= MOST_WAITING:
                raise RequestError(429, f"{MOST_WAITING} imports are waiting already; wait for some of them")
            over = [each.id for each in self._jobs.values() if each.is_over]
            for id_ in over[: max(0, len(self._jobs) + 1 - MOST_JOBS)]:
                del self._jobs[id_]
            self._jobs[job.id] = job
        self._queue.put(job)
        return job

    def jobs(self) -> list[Job]:
        """The newest first."""
        with self._guard:
            return list(reversed(self._jobs.values()))

    def find(self, id_: str) -> Job:
        """The import with this id.

        Raises:
            RequestError: if there is none.
        """
        with self._guard:
            if id_ not in self._jobs:
                raise RequestError(404, "there is no such import; those of an earlier run of the server are not kept")
            return self._jobs[id_]

    def cancel(self, id_: str) -> Job:
        """End an import after the document that is being read, or before it began."""
        job = self.find(id_)
        job.is_cancelled = True
        return job

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                self._import(job)
            except ReportedlyError as error:
                job.end(FAILED, str(error))
            except OSError as error:
                job.end(
                    FAILED, f"cannot be read on ({error.strerror or error}); make room or mend that, and drop it again"
                )
            except Exception as error:  # noqa: BLE001 - the next import goes on
                job.end(FAILED, report_bug(f"importing {job.name}", error))
            finally:
                job.close()

    def _import(self, job: Job) -> None:
        if not job.is_cancelled:
            job.state = READING
            with self._ledgers.another() as ledger:
                for outcome in add_incoming(ledger, job.name, job.each(), Means()):
                    job.note(outcome)
                    self._changed()
        job.end(CANCELLED if job.is_cancelled else DONE)
