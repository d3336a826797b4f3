"""The one address of Earshot's that is fetched and not asked over the websocket: an export, as a stream."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from http import HTTPStatus
import logging
from typing import Final

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http.const import KEY_HASS_USER
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.http import KEY_HASS, HomeAssistantView

from .const import DOMAIN
from .errors import EarshotError, ExportUnknownError
from .runtime import EarshotConfigEntry

LOGGER = logging.getLogger(__name__)

URL: Final = "/api/earshot/export/{ticket}"

PATIENCE: Final = 60.0
"""Seconds that a browser may take for one part of 64 KiB. The ledger's storage is read meanwhile, so nobody may keep it
open for long by fetching slowly."""


@callback
def async_setup(hass: HomeAssistant) -> None:
    """Register the view. It cannot be taken back, so it finds nothing while there is no entry."""
    hass.http.register_view(ExportView())


class ExportView(HomeAssistantView):
    """Streams an export to the administrator who asked for it."""

    url = URL
    name = "api:earshot:export"

    async def get(self, request: web.Request, ticket: str) -> web.StreamResponse:
        """Send the file of a ticket, once."""
        user: User = request[KEY_HASS_USER]
        if not user.is_admin:
            # Not 401: that would count as a failed login.
            return web.Response(status=HTTPStatus.FORBIDDEN)
        entries: list[EarshotConfigEntry] = request.app[KEY_HASS].config_entries.async_loaded_entries(DOMAIN)
        if not entries:
            return web.Response(status=HTTPStatus.NOT_FOUND)
        exports = entries[0].runtime_data.exports
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
