"""What comes in with a request: bounded, and never held in memory if it may be large."""

import tempfile
from dataclasses import dataclass
from typing import IO, TypeVar

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from reportedly.errors import RequestError

MOST_JSON_BYTES = 100_000
MOST_DRAINED_BYTES = 20_000_000
"""Of what is too long so much is read and thrown away: who is still sending does not hear why it is refused."""
WRITTEN_BYTES = 1_000_000
"""Bytes of an upload that are written at once."""

S = TypeVar("S", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that was sent, kept in one without a name: nothing is left of it when it is closed."""

    file: IO[bytes]
    size: int


async def take_json(request: Request, shape: type[S]) -> S:
    """The JSON that was sent.

    Raises:
        RequestError: if it is none, too long, or not of this shape.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise RequestError(415, "send JSON, and say so: Content-Type: application/json")
    body = bytearray()
    async for block in request.stream():
        body += block
        if len(body) > MOST_JSON_BYTES:
            await drain(request, len(body))
            raise RequestError(413, f"at most {MOST_JSON_BYTES // 1000} kB of JSON are read; send less at once")
    try:
        return msgspec.json.decode(bytes(body), type=shape)
    except msgspec.ValidationError as error:
        raise RequestError(400, f"what was sent has not the form of a {shape.__name__}: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RequestError(400, f"what was sent is no JSON: {error}") from error


async def take_upload(request: Request, most_bytes: int) -> Upload:
    """The file that was sent.

    Raises:
        RequestError: if it is empty, too long, or the disk is full.
    """
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said[:20]) > most_bytes:
        await drain(request, 0)
        raise too_long(most_bytes)
    kept = await run_in_threadpool(tempfile.TemporaryFile)
    size, waiting = 0, bytearray()
    try:
        async for block in request.stream():
            size += len(block)
            if size > most_bytes:
                await drain(request, 0)
                raise too_long(most_bytes)
            waiting += block
            if len(waiting) >= WRITTEN_BYTES:
                await run_in_threadpool(kept.write, bytes(waiting))
                waiting.clear()
        await run_in_threadpool(kept.write, bytes(waiting))
        await run_in_threadpool(kept.flush)
        if not size:
            raise RequestError(400, "the file is empty; nothing to read")
    except OSError as error:
        kept.close()
        raise RequestError(507, f"the file cannot be kept ({error.strerror}); make room and send it again") from error
    except BaseException:
        kept.close()
        raise
    return Upload(file=kept, size=size)


def too_long(most_bytes: int) -> RequestError:
    """What to say of a file over the limit."""
    way_out = "add larger ones with `reportedly add`, or cut them"
    return RequestError(413, f"files of up to {most_bytes / 1_000_000:,.0f} MB are taken here; {way_out}")


async def drain(request: Request, size: int) -> None:
    """Read some of what else is sent, and keep nothing."""
    async for block in request.stream():
        size += len(block)
        if size > MOST_DRAINED_BYTES:
            return
