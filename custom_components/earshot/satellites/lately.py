"""What a satellite heard last, and when anything of it last left the house, as the ledger tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from ..errors import EarshotError
from ..gate.gate import SIGNAL_FINISHED
from ..gate.storage import Storage
from ..ledger import Ledger, Query, UtteranceView
from ..models import Outcome
from .pairing import Paired


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What the ledger tells of one satellite. None: it tells of none."""

    outcome: Outcome | None
    left_house_at: datetime | None


class Lately:
    """Reads the ledger for whoever shows a satellite."""

    def __init__(self, hass: HomeAssistant, storage: Storage) -> None:
        self._hass = hass
        self._storage = storage
        self._listeners: list[tuple[Callable[[], str], Callable[[], None]]] = []
        self._forget: CALLBACK_TYPE | None = None

    async def of(self, paired: Paired) -> Last:
        """Return what the ledger tells. Raises LedgerUnavailableError."""
        names = tuple(_names(self._hass, paired))
        return await self._hass.async_add_executor_job(_read, self._storage.ledger, names)

    @callback
    def add_listener(self, entity_id: Callable[[], str], listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `listener` after each utterance of the satellite that `entity_id` names then, until it is taken away.

        Also after each one that the ledger cannot tell anything of.
        """
        if self._forget is None:
            self._forget = async_dispatcher_connect(self._hass, SIGNAL_FINISHED, self._finished)
        listening = (entity_id, listener)
        self._listeners.append(listening)

        @callback
        def remove() -> None:
            self._listeners.remove(listening)
            if not self._listeners and self._forget is not None:
                self._forget()
                self._forget = None

        return remove

    async def _finished(self, utterance_id: str) -> None:
        view: UtteranceView | None = None
        try:
            view = await self._hass.async_add_executor_job(self._storage.ledger.utterance, utterance_id)
        except EarshotError:
            view = None
        for entity_id, listener in tuple(self._listeners):
            if view is None or view.satellite is None or view.satellite.entity_id == entity_id():
                listener()


def _names(hass: HomeAssistant, paired: Paired) -> Sequence[str]:
    """Return what the ledger may call it: its names since it was paired, without those that another has by now."""
    registry = er.async_get(hass)
    others = (name for name in paired.known_as if name != paired.entity_id and registry.async_get(name) is None)
    return [paired.entity_id, *others]


def _read(ledger: Ledger, names: Sequence[str]) -> Last:
    """Blocks."""
    newest = [view for name in names for view in ledger.utterances(Query(limit=1, satellite=name)).items]
    left = [view for name in names for view in ledger.utterances(Query(limit=1, satellite=name, left_house=True)).items]
    last = max(newest, key=lambda view: view.at, default=None)
    return Last(
        outcome=last.outcome if last else None,
        left_house_at=max((view.at for view in left), default=None),
    )
