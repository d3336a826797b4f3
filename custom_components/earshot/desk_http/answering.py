"""What all addresses of a desk have in common: who is there, and answers that are the same for everybody."""

from http import HTTPStatus
import json

from aiohttp import web
from homeassistant.helpers.http import KEY_HASS

from ..const import DOMAIN
from ..runtime import EarshotConfigEntry, ReviewDesk, RuntimeData
from .bodies import BodyRefusedError

JSON = "application/json"


def runtime_of(request: web.Request) -> RuntimeData | None:
    """Return what is at work; None while no entry is loaded."""
    entries: list[EarshotConfigEntry] = request.app[KEY_HASS].config_entries.async_loaded_entries(DOMAIN)
    return entries[0].runtime_data if entries else None


def desk_of(request: web.Request) -> ReviewDesk | None:
    """Return this house's desk; None where there is none."""
    runtime = runtime_of(request)
    return None if runtime is None else runtime.desk


def answer(status: HTTPStatus, body: bytes = b"", *, retry_after: int | None = None) -> web.Response:
    """Answer with a document, or with nothing."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return web.Response(status=status, body=body, content_type=JSON if body else None, headers=headers)


def refusal(status: HTTPStatus, code: str, *, retry_after: int | None = None) -> web.Response:
    """Answer with the code of what stands in the way, for the donor's side to act on."""
    body = json.dumps({"code": code}, separators=(",", ":")).encode()
    return answer(status, body, retry_after=retry_after)


async def refused(request: web.Request, err: BodyRefusedError) -> web.Response:
    """Answer to a body that was not read to its end."""
    response = answer(err.status, retry_after=err.retry_after)
    response.force_close()
    if err.hang_up:
        await response.prepare(request)
        await response.write_eof()
        # Without it what is left would still be read for a while, and unpacked, to be thrown away.
        request.protocol.force_close()
    return response
