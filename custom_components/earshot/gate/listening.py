"""The sound of an utterance for somebody's player: it has an address for a short time, and is fetched in parts.

A player asks for the parts of a sound in many requests. That somebody listens is entered once for each address, before
the sound is opened for the first of them; whether they still may is looked at for each.
"""

import asyncio
from dataclasses import dataclass, field
import secrets
from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later

from ..errors import ContentGoneError, SoundAddressError
from ..models import ContentKind
from .reading import ReadingRoom, Rights
from .storage import Storage

HOW: Final = "sound"

ADDRESS_SECONDS: Final = 300.0
"""How long an address is of use. A sound lasts a minute at most: whoever stops in the middle of it to open the door
goes on within five. Whatever finds the address in a log later finds nothing."""


@dataclass(slots=True, eq=False)
class Address:
    """One address of a sound, made for one person."""

    ticket: str
    utterance_id: str
    person_id: str
    entered: bool = False
    """Whether the ledger has it that they listen."""
    entering: asyncio.Lock = field(default_factory=asyncio.Lock)
    forget: CALLBACK_TYPE = field(default=lambda: None)
    """Stops the clock of the address."""


class Listening:
    """Gives addresses of sounds, and opens the sounds."""

    def __init__(self, hass: HomeAssistant, storage: Storage, rights: Rights, reading_room: ReadingRoom) -> None:
        self._hass = hass
        self._storage = storage
        self._rights = rights
        self._reading_room = reading_room
        self._addresses: dict[str, Address] = {}

    async def address(self, utterance_id: str, person: User) -> Address:
        """Make an address.

        Raises NotYoursError, UtteranceUnknownError, ContentWithheldError, LedgerUnavailableError; ContentGoneError
        where no sound is kept, and VaultError while nobody can say.
        """
        await self._rights.require_read(utterance_id, person)
        await self._reading_room.refuse_withheld(utterance_id)
        if not await self._hass.async_add_executor_job(self._storage.vault.holds, utterance_id, ContentKind.SOUND):
            raise ContentGoneError
        made = Address(secrets.token_urlsafe(24), utterance_id, person.id)
        self._addresses[made.ticket] = made

        @callback
        def lapse(_: object) -> None:
            self._addresses.pop(made.ticket, None)

        made.forget = async_call_later(self._hass, ADDRESS_SECONDS, HassJob(lapse, cancel_on_shutdown=True))
        return made

    async def open(self, utterance_id: str, ticket: str, person: User) -> bytes:
        """Return a sound as a FLAC file, at most some 1.5 MB.

        Raises NotYoursError, UtteranceUnknownError, ContentWithheldError; SoundAddressError if the ticket is over or
        another person's; LedgerUnavailableError, and opens nothing, if the listening cannot be entered;
        ContentGoneError if the sound was not kept or is erased; VaultError for the rest.
        """
        await self._rights.require_read(utterance_id, person)
        await self._reading_room.refuse_withheld(utterance_id)
        address = self._addresses.get(ticket)
        if address is None or (address.utterance_id, address.person_id) != (utterance_id, person.id):
            raise SoundAddressError
        async with address.entering:
            if not address.entered:
                await self._reading_room.admit(utterance_id, (ContentKind.SOUND,), person, HOW)
                address.entered = True
        return await self._hass.async_add_executor_job(self._storage.vault.read, utterance_id, ContentKind.SOUND)

    @callback
    def close(self) -> None:
        """Take every address back."""
        for address in self._addresses.values():
            address.forget()
        self._addresses.clear()
