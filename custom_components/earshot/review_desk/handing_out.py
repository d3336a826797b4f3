"""A data set on its way to the person who asked for it: fetched once, and its file has no name by then."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path
import secrets
from typing import BinaryIO, Final

from homeassistant.auth.models import User
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later

from ..errors.desk import DataSetUnknownError
from .publishing import Made
from .shown import DataSetFile

TICKET_SECONDS: Final = 300.0
"""How long a file waits to be fetched. A browser does it at once; a person who is asked where to put it, soon."""

CHUNK_BYTES: Final = 256 * 1024
"""Sent at once: a data set has gigabytes, and a thread's turn costs next to nothing against so much."""


@dataclass(slots=True, eq=False)
class _Waiting:
    path: Path
    user_id: str
    forget: CALLBACK_TYPE = field(default=lambda: None)


class HandingOut:
    """Files that wait for whoever asked for them."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._waiting: dict[str, _Waiting] = {}

    async def offer(self, made: Made, filename: str, user: User) -> DataSetFile:
        """Let somebody fetch a file once."""
        size = (await self._hass.async_add_executor_job(made.path.stat)).st_size
        ticket, waiting = secrets.token_urlsafe(24), _Waiting(made.path, user.id)
        self._waiting[ticket] = waiting

        async def lapse(_: object) -> None:
            if self._waiting.pop(ticket, None) is not None:
                await self._hass.async_add_executor_job(_remove, waiting.path)

        waiting.forget = async_call_later(self._hass, TICKET_SECONDS, HassJob(lapse, cancel_on_shutdown=True))
        return DataSetFile(ticket=ticket, filename=filename, size=size, clips=made.clips, tombstones=made.tombstones)

    async def take(self, ticket: str, user: User) -> AsyncGenerator[bytes]:
        """Return the parts of a file. The ticket is used up, and the file's name too. Raises DataSetUnknownError."""
        waiting = self._waiting.get(ticket)
        if waiting is None or waiting.user_id != user.id:
            raise DataSetUnknownError
        del self._waiting[ticket]
        waiting.forget()
        try:
            file = await self._hass.async_add_executor_job(_open_nameless, waiting.path)
        except OSError as err:
            raise DataSetUnknownError from err
        return self._parts(file)

    @callback
    def close(self) -> None:
        """Take every ticket back. The files are removed when the desk is opened again, or with it."""
        for waiting in self._waiting.values():
            waiting.forget()
        self._waiting.clear()

    async def _parts(self, file: BinaryIO) -> AsyncGenerator[bytes]:
        try:
            while part := await self._hass.async_add_executor_job(file.read, CHUNK_BYTES):
                yield part
        finally:
            file.close()


def _open_nameless(path: Path) -> BinaryIO:
    file = path.open("rb")
    path.unlink()
    return file


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
