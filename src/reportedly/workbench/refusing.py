"""What is said where a request is not answered."""

import sys
import traceback
from collections.abc import Mapping, Sequence
from html import escape

import msgspec
from starlette.responses import Response

from reportedly.errors import (
    IdError,
    LedgerError,
    ReportedlyError,
    RequestError,
    StoredFormError,
    UnknownIdError,
)
from reportedly.present.safe import disarm
from reportedly.workbench.shapes import ErrorShape

JSON = "application/json"
HTML = "text/html; charset=utf-8"
STATUSES: Sequence[tuple[type[ReportedlyError], int]] = (
    (UnknownIdError, 404),
    (IdError, 404),
    (LedgerError, 503),
    (StoredFormError, 500),
)
"""With which status each error is answered; the others are the asker's: 400."""
BUG = "something went wrong here that is our fault; the terminal of `reportedly serve` says more"
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · reportedly</title></head>
<body><main><h1>{title}</h1><p>{words}</p></main></body>
</html>
"""
TITLES: Mapping[int, str] = {
    400: "That cannot be answered",
    401: "This page is not open to everybody",
    403: "That was asked from elsewhere",
    404: "There is no such page",
    405: "That cannot be done here",
    500: "Something went wrong",
    503: "Not now",
}


def judge(error: ReportedlyError) -> int:
    """The status with which an error is answered."""
    if isinstance(error, RequestError):
        return error.status
    return next((status for kind, status in STATUSES if isinstance(error, kind)), 400)


def write_error(status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """Why a request was not answered, as JSON."""
    return Response(
        msgspec.json.encode(ErrorShape(error=words)),
        status_code=status,
        media_type=JSON,
        headers=dict(headers) if headers else None,
    )


def write_refusal(path: str, status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """The same in the form that whoever asked for this path understands: a program, or a person."""
    if path.startswith("/api/"):
        return write_error(status, words, headers)
    title = TITLES.get(status, "That cannot be answered")
    page = PAGE.format(title=escape(title), words=escape(disarm(words[:1].upper() + words[1:])) + ".")
    return Response(page, status_code=status, media_type=HTML, headers=dict(headers) if headers else None)


def report_bug(what: str, error: Exception) -> str:
    """Tell whoever runs the server in a line what failed; what to tell whoever asked."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({frames[-1].filename}:{frames[-1].lineno})" if frames else ""
    told = disarm(f"{what} failed: {type(error).__name__}: {error}{where}").replace("\n", "␊")
    print(f"reportedly: {told}", file=sys.stderr, flush=True)
    return BUG
