"""Exports: a person asks for one, gets a ticket for a short time, and fetches the file with it once, as a stream.

Nothing of that is ever on this machine's disk. Contents are opened one by one while the file is on its way, each part
of them after it is entered that this person exports it. What an automation has written to a folder of this machine
holds facts only (`export_file`).
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
import secrets
from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later

from ..errors import ExportUnknownError
from ..ledger.ledger import Ledger
from ..models import ContentKind
from .export_file import WrittenExport, write_whole
from .opening import Opener
from .storage import Storage
from .withheld import Withheld

HOW: Final = "export"

TICKET_SECONDS: Final = 60.0
"""How long a ticket waits for the browser, which fetches the file at once. Whatever finds the address later finds
nothing."""

CHUNK_BYTES: Final = 64 * 1024
"""Sent at once: the size at which a thread's turn costs less than a hundredth of what reading and sending costs."""

type Told = Callable[[int, int], None]
"""Called in the event loop with the number of entries that are sent and the number of all."""


@dataclass(slots=True, eq=False)
class Export:
    """One file that is asked for."""

    ticket: str
    first: int
    end: int
    contents: frozenset[ContentKind]
    person: User
    told: Told
    forget: CALLBACK_TYPE = field(default=lambda: None)
    """Stops the clock of the ticket."""

    @property
    def filename(self) -> str:
        """What the file is called on the person's machine: a range, and nothing that anybody said."""
        return _filename(self.first, self.end, "-with-contents" if self.contents else "")


class Exports:
    """Tickets, and the files that they stand for."""

    def __init__(self, hass: HomeAssistant, storage: Storage, withheld: Withheld) -> None:
        self._hass = hass
        self._storage = storage
        self._withheld = withheld
        self._waiting: dict[str, Export] = {}

    @callback
    def ask(self, first: int, end: int, contents: frozenset[ContentKind], person: User, told: Told) -> Export:
        """Give a ticket for the entries from `first` up to `end`, with these contents."""
        export = Export(secrets.token_urlsafe(24), first, end, contents, person, told)
        self._waiting[export.ticket] = export

        @callback
        def lapse(_: object) -> None:
            self._waiting.pop(export.ticket, None)

        export.forget = async_call_later(self._hass, TICKET_SECONDS, HassJob(lapse, cancel_on_shutdown=True))
        return export

    @callback
    def give_up(self, export: Export) -> None:
        """Take a ticket back, if it is not used yet. A file that is on its way goes on."""
        export.forget()
        self._waiting.pop(export.ticket, None)

    @callback
    def take(self, ticket: str, person: User) -> Export:
        """Return the export of a ticket, which is used up by that. Raises ExportUnknownError.

        It is valid for the person who asked for it, and nobody else.
        """
        export = self._waiting.get(ticket)
        if export is None or export.person.id != person.id:
            raise ExportUnknownError
        self.give_up(export)
        return export

    @callback
    def close(self) -> None:
        """Take every ticket back."""
        for export in tuple(self._waiting.values()):
            self.give_up(export)

    async def stream(self, export: Export) -> AsyncGenerator[bytes]:
        """Yield the file in parts. Raises LedgerError, also in the middle, and VaultError: it is not whole then."""
        ledger = self._storage.ledger
        source = self._opener(export) if export.contents else None
        lines = _lines(ledger, export.first, export.end, source)
        async with aclosing(self._in_threads(lines)) as parts:
            async for part, sent in parts:
                export.told(sent, export.end - export.first)
                yield part

    async def write(self, folder: Path, first: int, end: int) -> WrittenExport:
        """Write the facts of the entries from `first` up to `end` to a folder, and return what was written.

        Raises LedgerError, and OSError if it cannot be written: there is no file then.
        """
        path = folder / _filename(first, end)
        lines = _lines(self._storage.ledger, first, end, None)
        async with aclosing(self._in_threads(lines)) as parts:
            size = await write_whole(self._hass, path, (part async for part, _ in parts))
        return WrittenExport(path=str(path), first=first, end=end, size=size)

    def _opener(self, export: Export) -> Opener:
        who, kinds = export.person, export.contents
        return Opener(self._hass, self._storage, self._withheld, person=who, how=HOW, kinds=kinds)

    async def _in_threads(self, lines: Iterator[tuple[bytes, int]]) -> AsyncGenerator[tuple[bytes, int]]:
        def take() -> tuple[bytes, int] | None:
            part, sent = bytearray(), 0
            for line, done in lines:
                part, sent = part + line, done
                if len(part) >= CHUNK_BYTES:
                    break
            return (bytes(part), sent) if part else None

        try:
            while (part := await self._hass.async_add_executor_job(take)) is not None:
                yield part
        finally:
            # The storage is read until this is closed.
            close = getattr(lines, "close", lambda: None)
            await asyncio.shield(self._hass.async_add_executor_job(close))


def _filename(first: int, end: int, suffix: str = "") -> str:
    return f"earshot-{first}-{end - 1}{suffix}.jsonl"


def _lines(ledger: Ledger, first: int, end: int, source: Opener | None) -> Iterator[tuple[bytes, int]]:
    """Yield each line with the number of entries that are in what was yielded by then."""
    sent, total = 0, end - first
    for line in ledger.export(first=first, end=end, contents=source):
        yield line, min(sent, total)
        # Lines of contents begin otherwise, and so does the header.
        sent += line.startswith((b'{"body":', b'{"index":'))
