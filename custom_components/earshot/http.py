"""What is fetched from Earshot by an address, and not asked over the websocket: an export, and sound."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from http import HTTPStatus
import logging
import re
from typing import Final

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http.const import KEY_HASS_USER
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized
from homeassistant.helpers.http import KEY_AUTHENTICATED, KEY_HASS, HomeAssistantView

from .const import DOMAIN, OFFER_SOUND_PATH, SOUND_PATH, SOUND_TYPE
from .errors import (
    ContentGoneError,
    EarshotError,
    ExportUnknownError,
    NotYoursError,
    SoundAddressError,
    UtteranceUnknownError,
)
from .errors.donating import OfferDecidedError, OfferUnknownError
from .runtime import Access, EarshotConfigEntry, RuntimeData

LOGGER = logging.getLogger(__name__)

URL: Final = "/api/earshot/export/{ticket}"

PATIENCE: Final = 60.0
"""Seconds that a browser may take for one part of 64 KiB. The ledger's storage is read meanwhile, so nobody may keep it
open for long by fetching slowly."""


_ONE_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


@callback
def async_setup(hass: HomeAssistant) -> None:
    """Register the views. They cannot be taken back, so they find nothing while there is no entry."""
    hass.http.register_view(ExportView())
    hass.http.register_view(SoundView())
    hass.http.register_view(OfferSoundView())


class ExportView(HomeAssistantView):
    """Streams an export to the administrator who asked for it."""

    url = URL
    name = "api:earshot:export"

    async def get(self, request: web.Request, ticket: str) -> web.StreamResponse:
        """Send the file of a ticket, once."""
        if (runtime := _loaded(request)) is None:
            return web.Response(status=HTTPStatus.NOT_FOUND)
        user: User = request[KEY_HASS_USER]
        if not await runtime.people.may(user, Access.ADMIN):
            # Not 401: that would count as a failed login.
            return web.Response(status=HTTPStatus.FORBIDDEN)
        exports = runtime.exports
        try:
            export = exports.take(ticket, user)
        except ExportUnknownError:
            return web.Response(status=HTTPStatus.NOT_FOUND)
        response = web.StreamResponse(
            headers={
                "Content-Type": "application/jsonl",
                "Content-Disposition": f'attachment; filename="{export.filename}"',
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
            }
        )
        await response.prepare(request)
        await _send(response, exports.stream(export))
        return response


class SoundView(HomeAssistantView):
    """Hands out the sound of an utterance, whole or in parts, to whom its address was made for."""

    url = SOUND_PATH + "{utterance_id}"
    name = "api:earshot:sound"
    requires_auth = False
    """It looks itself. Home Assistant's own look ends with 401, which counts as a failed login and can ban: a player
    that asks for one more part when the address is over would lock its own person out."""

    async def get(self, request: web.Request, utterance_id: str) -> web.Response:
        """Send a sound, or the part that was asked for."""

        def find(runtime: RuntimeData, person: User) -> Awaitable[bytes]:
            return runtime.listening.open(utterance_id, request.query.get("ticket", ""), person)

        return await _sound(request, find)


class OfferSoundView(HomeAssistantView):
    """Hands out the sound of an offer, as it was or as it would leave, to whom its address was made for."""

    url = OFFER_SOUND_PATH + "{ticket}"
    name = "api:earshot:offer_sound"
    requires_auth = False
    """As for the sound of an utterance."""

    async def get(self, request: web.Request, ticket: str) -> web.Response:
        """Send a sound, or the part that was asked for."""
        return await _sound(request, lambda runtime, person: runtime.offer_sounds.open(ticket, person))


async def _sound(request: web.Request, find: Callable[[RuntimeData, User], Awaitable[bytes]]) -> web.Response:
    """Answer with a sound that is looked for in the name of a person, or with why there is none for them."""
    if not request[KEY_AUTHENTICATED]:
        return web.Response(status=HTTPStatus.FORBIDDEN)
    if (runtime := _loaded(request)) is None:
        return web.Response(status=HTTPStatus.NOT_FOUND)
    try:
        flac = await find(runtime, request[KEY_HASS_USER])
    except Unauthorized, NotYoursError:
        return web.Response(status=HTTPStatus.FORBIDDEN)
    except SoundAddressError, UtteranceUnknownError, ContentGoneError, OfferUnknownError, OfferDecidedError:
        return web.Response(status=HTTPStatus.NOT_FOUND)
    except EarshotError as err:
        LOGGER.warning("A sound was not opened: %s", err.code)
        return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
    return _part(flac, request.headers.get("Range", ""))


def _loaded(request: web.Request) -> RuntimeData | None:
    entries: list[EarshotConfigEntry] = request.app[KEY_HASS].config_entries.async_loaded_entries(DOMAIN)
    return entries[0].runtime_data if entries else None


def _part(content: bytes, wanted: str) -> web.Response:
    """Answer with what a `Range` header asks for.

    Several ranges at once, and what is no range of bytes, are answered with the whole, as RFC 9110 (14.2) allows.
    """
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    size, found = len(content), _ONE_RANGE.fullmatch(wanted)
    first, last = found.groups() if found else ("", "")
    if first and last and int(first) > int(last):
        first = last = ""
    if not first and not last:
        return web.Response(body=content, content_type=SOUND_TYPE, headers=headers)
    begin = int(first) if first else max(size - int(last), 0)
    end = min(int(last) + 1, size) if first and last else size
    if begin >= size:
        headers["Content-Range"] = f"bytes */{size}"
        return web.Response(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers)
    headers["Content-Range"] = f"bytes {begin}-{end - 1}/{size}"
    return web.Response(
        status=HTTPStatus.PARTIAL_CONTENT, body=content[begin:end], content_type=SOUND_TYPE, headers=headers
    )


async def _send(response: web.StreamResponse, parts: AsyncGenerator[bytes]) -> None:
    """Send a file, and close the connection without its end if it could not be read to its end."""
    async with aclosing(parts) as stream:
        try:
            async for part in stream:
                async with asyncio.timeout(PATIENCE):
                    await response.write(part)
        except (EarshotError, TimeoutError) as err:
            LOGGER.warning("An export was broken off: %s", getattr(err, "code", type(err).__name__))
            raise ConnectionResetError from err
    await response.write_eof()
