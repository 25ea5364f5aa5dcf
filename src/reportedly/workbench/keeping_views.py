"""Questions that somebody kept: a small file of the user's, beside the user's gazetteers."""

import os
from pathlib import Path
from threading import Lock

import msgspec

from reportedly.errors import RequestError
from reportedly.ledger.server_address import is_server, read_address
from reportedly.reference.home import home_folder
from reportedly.workbench.shapes import ViewShape

MOST_VIEWS = 200
"""Of one ledger."""


class Views:
    """The questions that were kept for one ledger."""

    def __init__(self, address: str) -> None:
        self._ledger = name_ledger(address)
        self._guard = Lock()

    def all(self) -> list[ViewShape]:
        """In the order in which they were kept."""
        with self._guard:
            return self._read().get(self._ledger, [])

    def keep(self, view: ViewShape) -> list[ViewShape]:
        """Keep one, in place of the one of the same name; all that are kept now."""
        with self._guard:
            kept = self._read()
            views = [each for each in kept.get(self._ledger, []) if each.name != view.name]
            if len(views) >= MOST_VIEWS:
                raise RequestError(409, f"{MOST_VIEWS} views are kept already; take some out")
            return self._write(kept, [*views, view])

    def drop(self, name: str) -> list[ViewShape]:
        """Keep the one of this name no longer; all that are kept now."""
        with self._guard:
            kept = self._read()
            views = kept.get(self._ledger, [])
            left = [each for each in views if each.name != name]
            if len(left) == len(views):
                raise RequestError(404, f"no view is called “{name}”")
            return self._write(kept, left)

    def _read(self) -> dict[str, list[ViewShape]]:
        """The views of every ledger; none if the file is not there."""
        path = views_file()
        try:
            return msgspec.json.decode(path.read_bytes(), type=dict[str, list[ViewShape]])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
            raise RequestError(500, f"the views in {path} cannot be read ({error}); move that file away") from error

    def _write(self, kept: dict[str, list[ViewShape]], views: list[ViewShape]) -> list[ViewShape]:
        """Write all of it, or leave what is there as it is."""
        path = views_file()
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            written = msgspec.json.format(msgspec.json.encode({**kept, self._ledger: views}))
            unfinished.write_bytes(written + b"\n")
            unfinished.replace(path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise RequestError(500, f"the view cannot be kept: {path} cannot be written ({error.strerror})") from error
        return views


def views_file() -> Path:
    """Where they lie."""
    return home_folder() / "views.json"


def name_ledger(address: str) -> str:
    """A ledger's address without a password, the same wherever one stands."""
    return read_address(address).shown if is_server(address) else str(Path(address).expanduser().resolve())
