"""Every error that is raised on purpose. Anything else that is raised is a bug."""

from collections.abc import Sequence


class ReportedlyError(Exception):
    """The run cannot go on. Its text says what happened, to which input, and what to do next."""


class SpanError(ReportedlyError):
    """A span does not cut a text: its offsets are reversed, or its words have another length."""

    def __init__(self, start: int, end: int, text: str) -> None:
        super().__init__(start, end, text)
        self.start, self.end, self.text = start, end, text

    def __str__(self) -> str:
        return f"{self.start}..{self.end} cannot be where {self.text!r} stands"


class PointError(ReportedlyError):
    """A point is half given, or not on Earth."""

    def __init__(self, name: str, lat: float | None, lon: float | None) -> None:
        super().__init__(name, lat, lon)
        self.name, self.lat, self.lon = name, lat, lon

    def __str__(self) -> str:
        return f"{self.lat}, {self.lon} is no point on Earth for {self.name!r}"


class IntervalError(ReportedlyError):
    """An interval of days or of numbers ends before it begins."""

    def __init__(self, text: str, first: object, last: object) -> None:
        super().__init__(text, first, last)
        self.text, self.first, self.last = text, first, last

    def __str__(self) -> str:
        return f"{self.text!r} would begin at {self.first} and end at {self.last}"


class ReadingError(ReportedlyError):
    """A reading names a source or a claim that it does not hold."""

    def __init__(self, where: str, missing: str) -> None:
        super().__init__(where, missing)
        self.where, self.missing = where, missing

    def __str__(self) -> str:
        return f"{self.where} names {self.missing!r}, which the reading does not hold"


class StageOrderError(ReportedlyError):
    """A stage stands in the table before the stages that it needs."""

    def __init__(self, makes: str, missing: Sequence[str]) -> None:
        super().__init__(makes, missing)
        self.makes, self.missing = makes, tuple(missing)

    def __str__(self) -> str:
        return f"the stage that makes {self.makes!r} needs {', '.join(self.missing)} first"


class ProfileError(ReportedlyError):
    """A conflict profile is unknown, or its file does not say what a profile must say."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name, problem)
        self.name, self.problem = name, problem

    def __str__(self) -> str:
        return f"cannot use the conflict profile {self.name!r}: {self.problem}"


class SourcesError(ReportedlyError):
    """A list of sources to watch cannot be understood. Nothing has been asked."""

    def __init__(self, path: str, wrong: str) -> None:
        super().__init__(path, wrong)
        self.path, self.wrong = path, wrong

    def __str__(self) -> str:
        return f"cannot watch the sources in {self.path!r}: {self.wrong}"


class UnreadableError(ReportedlyError):
    """The one input that was asked for cannot be read."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(source, message)
        self.source, self.message = source, message

    def __str__(self) -> str:
        return f"{self.source} {self.message}"


class ArchiveError(UnreadableError):
    """The folder of an archive cannot be used. What is whole in it stays; the same command goes on from there."""


class ModelError(ReportedlyError):
    """A file of the attribution model is missing or damaged. Nothing has been read."""

    def __init__(self, path: str, wrong: str) -> None:
        super().__init__(path, wrong)
        self.path, self.wrong = path, wrong

    def __str__(self) -> str:
        return (
            f"the attribution model's file {self.path!r} {self.wrong}; install reportedly again, "
            "or read by rules alone with REPORTEDLY_MODEL=none"
        )


class GazetteerError(ReportedlyError):
    """A file of places is missing, damaged or half written. Nothing has been read."""

    def __init__(self, path: str, wrong: str, name: str | None) -> None:
        super().__init__(path, wrong, name)
        self.path, self.wrong, self.name = path, wrong, name

    def __str__(self) -> str:
        if self.name is None:
            return f"the gazetteer {self.path!r} {self.wrong}; make it anew with `reportedly gazetteer import FILE --to PATH`"
        return (
            f"the gazetteer {self.path!r} {self.wrong}; take it out with `reportedly gazetteer remove {self.name}`, "
            "then import it again"
        )


class DumpError(ReportedlyError):
    """A file of places cannot be imported. What was imported before stands as it was."""

    def __init__(self, path: str, wrong: str) -> None:
        super().__init__(path, wrong)
        self.path, self.wrong = path, wrong

    def __str__(self) -> str:
        return f"cannot import {self.path!r}: {self.wrong}"


class UnknownGazetteerError(ReportedlyError):
    """No gazetteer of that name was imported."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name, known)
        self.name, self.known = name, tuple(known)

    def __str__(self) -> str:
        there = f"there are {', '.join(self.known)}" if self.known else "none was imported so far"
        return f"there is no imported gazetteer {self.name!r} ({there})"


class IdError(ReportedlyError):
    """What was typed cannot be the beginning of an id."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed

    def __str__(self) -> str:
        return f"{self.typed!r} is no id; ids look like rp-7K3M2QX4TB, and any unique beginning will do"


class UnknownIdError(ReportedlyError):
    """Nothing in the ledger, or too much, has an id that begins so."""

    def __init__(self, typed: str, found: Sequence[str]) -> None:
        super().__init__(typed, found)
        self.typed, self.found = typed, tuple(found)

    def __str__(self) -> str:
        if self.found:
            return f"{self.typed!r} is the beginning of several ids ({', '.join(self.found)} …); type more of it"
        return f"nothing in this ledger has an id that begins with {self.typed!r}"


class ReviewError(ReportedlyError):
    """A review cannot be what it says. Nothing was stored."""

    def __init__(self, action: str, wrong: str) -> None:
        super().__init__(action, wrong)
        self.action, self.wrong = action, wrong

    def __str__(self) -> str:
        return f"cannot store this review: {self.action} {self.wrong}"


class LedgerError(ReportedlyError):
    """A ledger cannot be opened or written. What it holds is as it was."""

    def __init__(self, address: str, wrong: str) -> None:
        super().__init__(address, wrong)
        self.address, self.wrong = address, wrong

    def __str__(self) -> str:
        return f"the ledger {self.address} {self.wrong}"


class OtherRulesError(ReportedlyError):
    """Somebody compares a ledger by other rules at the same time. What is stored is whole; not all of it is compared."""

    def __str__(self) -> str:
        return (
            "another version of reportedly compares this ledger at the same time, by other rules; each would begin anew "
            "what the other has done: use one version on a ledger, and end the other"
        )


class ForgettingError(ReportedlyError):
    """Something cannot be forgotten. Nothing was changed."""

    def __init__(self, id_: str, wrong: str) -> None:
        super().__init__(id_, wrong)
        self.id, self.wrong = id_, wrong

    def __str__(self) -> str:
        return f"cannot forget {self.id}: {self.wrong}"


class UnfinishedError(ReportedlyError):
    """What was forgotten is out of the tables, but the file may still hold traces of it."""

    def __init__(self, address: str, wrong: str) -> None:
        super().__init__(address, wrong)
        self.address, self.wrong = address, wrong

    def __str__(self) -> str:
        return (
            f"it is forgotten, and nothing finds it any more; but traces may still lie in {self.address}, since {self.wrong}; "
            "close what uses the ledger, then run `reportedly forget --finish`"
        )


class CopyError(ReportedlyError):
    """A ledger cannot be copied. What was there is as it was."""

    def __init__(self, target: str, wrong: str) -> None:
        super().__init__(target, wrong)
        self.target, self.wrong = target, wrong

    def __str__(self) -> str:
        return f"cannot copy the ledger to {self.target}: {self.wrong}"


class MissingExtraError(ReportedlyError):
    """What was asked for needs a library that is not installed by itself."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(what, library, extra)
        self.what, self.library, self.extra = what, library, extra

    def __str__(self) -> str:
        return f"{self.what} needs {self.library}, which is not installed: pip install 'reportedly[{self.extra}]'"


class StoredFormError(ReportedlyError):
    """What lies in a ledger is not in the form in which it was stored: it was damaged or changed."""

    def __init__(self, what: str, wrong: str) -> None:
        super().__init__(what, wrong)
        self.what, self.wrong = what, wrong

    def __str__(self) -> str:
        return f"{self.what} in the ledger is damaged ({self.wrong}); run `reportedly verify` to see where"


class QueryError(ReportedlyError):
    """What was asked of a ledger cannot be answered."""

    def __init__(self, wrong: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong

    def __str__(self) -> str:
        return f"cannot ask the ledger that: {self.wrong}"


class ListeningError(ReportedlyError):
    """The workbench cannot be reached where it was asked to be."""

    def __init__(self, host: str, port: int, wrong: str) -> None:
        super().__init__(host, port, wrong)
        self.host, self.port, self.wrong = host, port, wrong

    def __str__(self) -> str:
        return f"cannot listen on port {self.port} of {self.host}: {self.wrong}"


class RequestError(ReportedlyError):
    """A request to the workbench cannot be answered as it was made."""

    def __init__(self, status: int, wrong: str) -> None:
        super().__init__(status, wrong)
        self.status, self.wrong = status, wrong

    def __str__(self) -> str:
        return self.wrong
