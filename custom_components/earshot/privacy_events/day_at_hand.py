"""Today's verdict at hand, for a condition: it is asked in the middle of something and cannot wait for the ledger."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from homeassistant.const import EVENT_HOMEASSISTANT_STOP
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from ..at_a_glance.answers import HouseVerdict, Today
from ..at_a_glance.following import Following
from ..at_a_glance.signs import follow_day
from ..const import DOMAIN
from ..gate.changes import SIGNAL_RECORDS
from ..ledger import Finished, Gap, Record
from ..models import Ear
from ..runtime import RuntimeData
from .loaded import loaded

DATA_DAY: Final[HassKey[DayAtHand]] = HassKey(f"{DOMAIN}_day_at_hand")


@dataclass(frozen=True, slots=True)
class _Looked:
    """How the day was, and what had been entered by then."""

    day: date
    verdict: HouseVerdict
    entered: int


class DayAtHand:
    """Follows the day while anybody may ask, also while Earshot is reloaded. Lives in the event loop."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._askers = 0
        self._entered = 0
        """How often something was entered that a day may be worse by."""
        self._looked: _Looked | None = None
        self._following: Following[Today] | None = None

    @classmethod
    @callback
    def of(cls, hass: HomeAssistant) -> DayAtHand:
        """Return the one of this Home Assistant."""
        return hass.data.setdefault(DATA_DAY, cls(hass))

    @callback
    def begin(self) -> None:
        """Follow the day from now on. Each who begins ends it once."""
        self._askers += 1
        if self._following is None:
            self._following = Following[Today](self._hass, self._read, _show, _fail)
            follow_day(self._hass, self._following)
            self._following.until_stopped(
                async_dispatcher_connect(self._hass, SIGNAL_RECORDS, self._on_records),
                self._hass.bus.async_listen(EVENT_HOMEASSISTANT_STOP, self._stop),
            )
            self._hass.async_create_task(self._following.start(), "earshot looks at the day")

    @callback
    def end(self) -> None:
        """Follow it no more, if nobody else asks."""
        self._askers -= 1
        if not self._askers:
            self._stop()

    @callback
    def _stop(self, _event: Event | None = None) -> None:
        """Look no more. Idempotent: Home Assistant stops without unloading its automations."""
        if self._following is not None:
            self._following.stop()
            self._following = self._looked = None

    @callback
    def nothing_left(self, runtime: RuntimeData) -> bool:
        """Whether it is known that nothing left the house today, in this moment.

        Not while anything is ill, something streams outwards, or something was entered that nobody has looked at yet.
        """
        looked = self._looked
        return (
            looked is not None
            and looked.verdict is HouseVerdict.NOTHING_LEFT
            and looked.day == dt_util.now().date()
            and looked.entered == self._entered
            and not runtime.storage.outages
            and not any(stream.place.leaves_house for stream in runtime.glance.listeners.streams())
        )

    async def _read(self) -> Today | None:
        runtime, day, entered = loaded(self._hass), dt_util.now().date(), self._entered
        today = None
        try:
            today = None if runtime is None else await runtime.glance.days.tell(day)
        finally:
            self._looked = None if today is None else _Looked(day, today.sentence.house, entered)
        return today

    @callback
    def _on_records(self, records: tuple[Record, ...]) -> None:
        if any(map(may_worsen, records)):
            self._entered += 1


def may_worsen(record: Record) -> bool:
    """Whether a day on which nothing had left the house may not be one any more by this entry."""
    if isinstance(record, Gap) or (isinstance(record, Finished) and record.left_house):
        return True
    values = (getattr(record, one.name) for one in fields(record))
    return any(isinstance(value, Ear) and value.place.leaves_house for value in values)


def _show(_before: Today | None, _today: Today) -> None:
    """Show it to nobody: it is asked for."""


def _fail(_code: str) -> None:
    """Tell nobody: it is not known then."""
