"""From a request to its answer: what is asked is checked, the ledger is opened, and the answer is written."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from reportedly.errors import ReportedlyError
from reportedly.ledger.store import Ledger
from reportedly.workbench.asking import Words
from reportedly.workbench.bench import Bench
from reportedly.workbench.parameters import Parameter
from reportedly.workbench.refusing import JSON, judge, write_error
from reportedly.workbench.taking import Upload, take_json, take_upload

BLOCK_BYTES = 65_536
"""Of a download that are sent at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, with what it is answered from."""

    bench: Bench
    ledger: Ledger
    words: Words
    path: Mapping[str, str]
    body: Any = None
    """What was sent: the shape that the endpoint takes, or an upload."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file, made while it is sent."""

    name: str
    media_type: str
    pieces: Iterable[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One thing that can be asked of the API."""

    method: str
    path: str
    """Behind `/api/`, with the names of its parts in braces."""
    summary: str
    answer: Callable[[Asked], msgspec.Struct | Download | dict[str, Any]]
    shape: type[msgspec.Struct] | None = None
    """Of the answer; None if it is a file."""
    parameters: Sequence[Parameter] = ()
    takes: type[msgspec.Struct] | None = None
    """Of what is sent along."""
    takes_file: bool = False


def make_route(endpoint: Endpoint, bench: Bench) -> Route:
    """The route on which an endpoint answers."""

    async def answer(request: Request) -> Response:
        try:
            words = Words({name: request.query_params.getlist(name) for name in request.query_params})
            words.check(endpoint.parameters)
            body = await take_body(endpoint, request, bench)
            try:
                return await run_in_threadpool(respond, endpoint, request, bench, words, body)
            except BaseException:
                if isinstance(body, Upload):
                    body.file.close()
                raise
        except ReportedlyError as error:
            return write_error(judge(error), str(error))
        except ClientDisconnect:
            return write_error(400, "the request broke off")

    # Two endpoints of one path are two routes: whichever comes first must not refuse the other's method.
    return Route(f"/api/{endpoint.path}", answer, methods=[endpoint.method])


async def take_body(endpoint: Endpoint, request: Request, bench: Bench) -> Any:
    """What was sent along."""
    if endpoint.takes_file:
        return await take_upload(request, bench.most_bytes)
    if endpoint.takes is not None:
        return await take_json(request, endpoint.takes)
    return None


def respond(endpoint: Endpoint, request: Request, bench: Bench, words: Words, body: Any) -> Response:
    """The answer, written. Runs in a thread of its own."""
    with bench.ledgers.borrow() as ledger:
        asked = Asked(bench=bench, ledger=ledger, words=words, path=request.path_params, body=body)
        answer = endpoint.answer(asked)
        if not isinstance(answer, Download):
            return Response(msgspec.json.encode(answer), media_type=JSON)
    blocks = join_blocks(answer.pieces)
    # What cannot be made at all is told before anything is sent.
    first = next(blocks, b"")
    headers = {"content-disposition": f'attachment; filename="{answer.name}"'}
    if request.method == "HEAD":
        blocks.close()
        return Response(headers=headers, media_type=answer.media_type)
    return StreamingResponse(chain([first], blocks), headers=headers, media_type=answer.media_type)


def join_blocks(pieces: Iterable[bytes]) -> Generator[bytes, None, None]:
    """Small pieces as few larger ones: each costs a change of threads."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= BLOCK_BYTES:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)
