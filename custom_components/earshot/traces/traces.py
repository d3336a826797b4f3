"""All places together: what is left where, clearing one or all, and forgetting utterances everywhere."""

from collections.abc import Awaitable, Callable, Collection, Sequence
import logging
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util.signal_type import SignalType

from ..errors import TracePlaceUnknownError
from ..gate.changes import tell_changed
from ..models import Evidence
from .place import UNKNOWN, Found, Place, Purged, Said
from .table import Table, read_table

LOGGER = logging.getLogger(__name__)

SIGNAL_SURVEYED: Final = SignalType[tuple[Found, ...]]("earshot_traces_surveyed")
"""Sent with what was found, whoever has looked. Stays within the process."""


class Traces:
    """The places where Home Assistant keeps words or sound. One that fails never keeps the others from working."""

    def __init__(self, hass: HomeAssistant, table: Table | None = None) -> None:
        """Without a table, the places are found when somebody first asks: a start of Home Assistant does not wait."""
        self._hass = hass
        self._table = table
        self.purges = 0
        """How often something was cleared because somebody asked for it. What was seen before is no longer true."""

    async def survey(self) -> tuple[Found, ...]:
        """Say of every place what is there now."""
        found = tuple([await self._measure(name) for name in (await self._places()).names])
        async_dispatcher_send(self._hass, SIGNAL_SURVEYED, found)
        return found

    async def purge(self, name: str | None = None) -> tuple[Purged, ...]:
        """Clear one place, or all. Raises TracePlaceUnknownError."""
        known = (await self._places()).names
        if name is not None and name not in known:
            raise TracePlaceUnknownError(name=name, known=", ".join(known))
        names = known if name is None else (name,)
        try:
            return tuple([await self._clear(one, lambda place: place.purge(self._hass)) for one in names])
        finally:
            self.purges += 1
            tell_changed(self._hass)

    async def forget(self, said: Sequence[Said], names: Collection[str] | None = None) -> tuple[Purged, ...]:
        """Clear what is left of some utterances, in some places or in all.

        Only places where something was found, or is left, are told.
        """
        if not said:
            return ()
        known = (await self._places()).names
        chosen = [name for name in known if names is None or name in names]
        done = [await self._clear(name, lambda place: place.forget(self._hass, said)) for name in chosen]
        return tuple(purged for purged in done if purged.count or purged.left != 0)

    async def _places(self) -> Table:
        if self._table is None:
            self._table = await self._hass.async_add_import_executor_job(read_table)
        return self._table

    async def _measure(self, name: str) -> Found:
        unknown = Found(place=name, count=None, evidence=Evidence.UNKNOWN, purgeable=False, why_not=UNKNOWN)
        return await self._guarded(name, lambda place: place.measure(self._hass), unknown)

    async def _clear(self, name: str, work: Callable[[Place], Awaitable[Purged]]) -> Purged:
        return await self._guarded(name, work, Purged(place=name, left=None, why_not=UNKNOWN))

    async def _guarded[T](self, name: str, work: Callable[[Place], Awaitable[T]], unknown: T) -> T:
        """Ask a place; what it cannot do with this Home Assistant is unknown, and never nothing."""
        place = (await self._places()).places.get(name)
        if place is None:
            return unknown
        try:
            return await work(place)
        except Exception as err:  # noqa: BLE001 - whatever another component's internals throw, the others go on
            # The type alone: what a component says of its trouble may quote what was said.
            LOGGER.warning("It cannot be told what is left in %s: %s", name, type(err).__name__)
            return unknown
