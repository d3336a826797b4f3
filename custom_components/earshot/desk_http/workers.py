"""What people who work at a desk fetch by an address that is made for them: a sound, once, and a data set."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from http import HTTPStatus
import logging
from typing import Final

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http.const import KEY_HASS_REFRESH_TOKEN_ID, KEY_HASS_USER
from homeassistant.helpers.http import KEY_AUTHENTICATED, HomeAssistantView

from ..const import DATA_SET_PATH, REVIEW_SOUND_PATH, SOUND_TYPE
from ..errors import EarshotError
from ..errors.desk import ClipOverError, DataSetUnknownError
from ..runtime import Access
from .answering import answer, desk_of, runtime_of

LOGGER = logging.getLogger(__name__)

PATIENCE: Final = 60.0
"""Seconds that a browser may take for one part of a data set."""


class WorkerView(HomeAssistantView):
    """An address for somebody who works at the desk."""

    requires_auth = False
    """It looks itself: Home Assistant's own look ends with 401, which counts as a failed login and can ban."""

    async def who(self, request: web.Request, *access: Access) -> User | None:
        """Return who asks, if that is one of those. It is looked up with every request."""
        runtime = runtime_of(request)
        if runtime is None or not request[KEY_AUTHENTICATED]:
            return None
        user: User = request[KEY_HASS_USER]
        login: str | None = request.get(KEY_HASS_REFRESH_TOKEN_ID)
        for one in access:
            if await runtime.people.may(user, one, login):
                return user
        return None


class SoundView(WorkerView):
    """Hands a sound out once: to the reviewer who has the clip in hand, or to who decides about a held one."""

    url = REVIEW_SOUND_PATH + "{ticket}"
    name = "api:earshot:review:sound"

    async def get(self, request: web.Request, ticket: str) -> web.Response:
        """Send a sound. It is entered that they listen, before they have it."""
        user, desk = await self.who(request, Access.REVIEW, Access.DESK), desk_of(request)
        if user is None:
            return answer(HTTPStatus.FORBIDDEN)
        if desk is None:
            return answer(HTTPStatus.NOT_FOUND)
        try:
            sound = await desk.sound(ticket, user)
        except ClipOverError:
            return answer(HTTPStatus.NOT_FOUND)
        except EarshotError as err:
            LOGGER.warning("A sound was not handed out: %s", err.code)
            return answer(HTTPStatus.SERVICE_UNAVAILABLE)
        response = answer(HTTPStatus.OK, sound)
        response.content_type = SOUND_TYPE
        return response


class DataSetView(WorkerView):
    """Streams a data set to the administrator who had it made, once."""

    url = DATA_SET_PATH + "{ticket}"
    name = "api:earshot:desk:data_set"

    async def get(self, request: web.Request, ticket: str) -> web.StreamResponse:
        """Send the file of a ticket."""
        user, desk = await self.who(request, Access.DESK), desk_of(request)
        if user is None:
            return answer(HTTPStatus.FORBIDDEN)
        if desk is None:
            return answer(HTTPStatus.NOT_FOUND)
        try:
            parts = await desk.data_set(ticket, user)
        except DataSetUnknownError:
            return answer(HTTPStatus.NOT_FOUND)
        response = web.StreamResponse(
            headers={
                "Content-Type": "application/zip",
                "Content-Disposition": 'attachment; filename="earshot-data-set.zip"',
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
            }
        )
        await response.prepare(request)
        await _send(response, parts)
        return response


async def _send(response: web.StreamResponse, parts: AsyncGenerator[bytes]) -> None:
    """Send a file, and close the connection without its end if it could not be read to its end."""
    async with aclosing(parts) as stream:
        try:
            async for part in stream:
                async with asyncio.timeout(PATIENCE):
                    await response.write(part)
        except (EarshotError, TimeoutError) as err:
            LOGGER.warning("A data set was broken off: %s", getattr(err, "code", type(err).__name__))
            raise ConnectionResetError from err
    await response.write_eof()
