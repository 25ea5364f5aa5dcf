"""The page itself: one file for every screen, with its scripts and styles; and the roads that a user may give."""

import mimetypes
from collections.abc import Sequence
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from reportedly.workbench.bench import Bench
from reportedly.workbench.refusing import write_refusal

STATIC = Path(__file__).parent / "static"
"""What `make web` builds."""
SCREENS = (
    "/", "/documents", "/d/{id}", "/claims", "/c/{id}", "/events", "/e/{id}", "/map", "/compare", "/sources", "/s/{id}",
)  # fmt: skip
"""The addresses of the page: which screen it is, its script finds out."""
NOT_BUILT = "the page is not built in this checkout; run `make web`, then start `reportedly serve` again"
NO_ROADS = "no file of roads was given; start with reportedly serve --roads FILE.pmtiles"
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


def list_pages(bench: Bench, static: Path) -> Sequence[BaseRoute]:
    """The routes of the page, whose own files lie in `static`."""
    # Some systems let other programs say what a script is, and browsers run no script that is called plain text.
    for ending, kind in TYPES.items():
        mimetypes.add_type(kind, ending)

    def send_page(request: Request) -> Response:
        page = static / "index.html"
        if not page.is_file():
            return write_refusal(request.url.path, 503, NOT_BUILT)
        return Response(page.read_bytes(), media_type="text/html; charset=utf-8")

    def send_icon(request: Request) -> Response:
        icon = static / "icon.svg"
        if not icon.is_file():
            raise HTTPException(404)
        return FileResponse(icon, headers={"cache-control": "no-cache"})

    def send_roads(request: Request) -> Response:
        if bench.roads is None or not bench.roads.is_file():
            return write_refusal(request.url.path, 404, NO_ROADS)
        return FileResponse(bench.roads, media_type="application/octet-stream", headers={"cache-control": "no-cache"})

    return [
        *(Route(path, send_page) for path in SCREENS),
        *([Mount("/static", Fresh(directory=static))] if static.is_dir() else []),
        Route("/icon.svg", send_icon),
        Route("/roads.pmtiles", send_roads),
    ]


class Fresh(StaticFiles):
    """Files of which a browser asks each time whether they are still the same."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response
