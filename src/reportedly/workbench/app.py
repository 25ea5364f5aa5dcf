"""The application: its routes, behind its gate."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from reportedly.workbench.answering import make_route
from reportedly.workbench.bench import Bench
from reportedly.workbench.endpoints import ENDPOINTS
from reportedly.workbench.pages import STATIC, list_pages
from reportedly.workbench.refusing import write_refusal
from reportedly.workbench.security import Gate, Guarded

WORDS = {
    404: "there is nothing at this address; look at / or ask /api/openapi.json",
    405: "that cannot be done at this address",
}


def make_app(bench: Bench, gate: Gate, static: Path = STATIC) -> Starlette:
    """The workbench of a ledger, for whoever passes the gate.

    Args:
        static: the folder of the page's own files.
    """
    app = Starlette(
        routes=[*(make_route(each, bench) for each in sorted(ENDPOINTS, key=is_general)), *list_pages(bench, static)],
        middleware=[Middleware(Guarded, gate=gate)],
        exception_handlers={HTTPException: tell_refusal},
    )
    app.router.redirect_slashes = False
    return app


def is_general(endpoint: object) -> bool:
    """Has its path a part that may be anything? Those without come first."""
    return "{" in getattr(endpoint, "path", "")


def tell_refusal(request: Request, error: Exception) -> Response:
    """Why there is no answer, where no endpoint or page was reached."""
    status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
    words = WORDS.get(status, "that cannot be answered")
    return write_refusal(request.url.path, status, words, headers)
