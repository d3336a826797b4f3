"""The sound of an offer for somebody's player: it has an address for a short time, for one person.

It is as with the sound of an utterance: a player asks for the parts in many requests, that somebody listens is entered
once for each address, and whether they still may is looked at by the donor's side itself.
"""

import asyncio
from dataclasses import dataclass, field
import secrets

from homeassistant.auth.models import User
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.event import async_call_later

from ..errors import SoundAddressError
from ..gate.listening import ADDRESS_SECONDS
from ..gate.reading import ReadingRoom, Rights
from .donations import Donations
from .told import Which


@dataclass(slots=True, eq=False)
class Address:
    """One address of a sound, made for one person."""

    offer_id: str
    which: Which
    person_id: str
    entered: bool = False
    """Whether the ledger has it that they listen."""
    entering: asyncio.Lock = field(default_factory=asyncio.Lock)
    forget: CALLBACK_TYPE = field(default=lambda: None)
    """Stops the clock of the address."""


class OfferSounds:
    """Gives addresses of sounds of offers, and opens the sounds."""

    def __init__(self, hass: HomeAssistant, donations: Donations, rights: Rights, reading_room: ReadingRoom) -> None:
        self._hass = hass
        self._donations = donations
        self._rights = rights
        self._reading_room = reading_room
        self._addresses: dict[str, Address] = {}

    @callback
    def address(self, offer_id: str, which: Which, person: User) -> str:
        """Make an address, as a ticket. Nobody is promised anything by it: who may listen is decided by `open`."""
        ticket = secrets.token_urlsafe(24)
        made = self._addresses[ticket] = Address(offer_id, which, person.id)

        @callback
        def lapse(_: object) -> None:
            self._addresses.pop(ticket, None)

        made.forget = async_call_later(self._hass, ADDRESS_SECONDS, HassJob(lapse, cancel_on_shutdown=True))
        return ticket

    async def open(self, ticket: str, person: User) -> bytes:
        """Return a sound as a FLAC file.

        Raises SoundAddressError if the ticket is over or another person's; LedgerUnavailableError, and opens nothing,
        if the listening cannot be entered; NotYoursError and ContentWithheldError as for any reading, looked at for
        each part; otherwise what `Donations.listen` and `Donations.sound` raise.
        """
        address = self._addresses.get(ticket)
        if address is None or address.person_id != person.id:
            raise SoundAddressError
        async with address.entering:
            if not address.entered:
                await self._donations.listen(address.offer_id, person)
                address.entered = True
        # A player asks for the parts of a sound one by one, and between two of them somebody may lose their right to
        # it, or have it erased.
        offer = await self._donations.offer(address.offer_id)
        await self._rights.require_read(offer.utterance_id, person)
        await self._reading_room.refuse_withheld(offer.utterance_id)
        return await self._donations.sound(address.offer_id, address.which)

    @callback
    def close(self) -> None:
        """Take every address back."""
        for address in self._addresses.values():
            address.forget()
        self._addresses.clear()
