"""Privacy events of the house, for automations: that clips are offered, given, listened to and taken back."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, override

from homeassistant.components.event import EventEntity, EventEntityDescription
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN
from .entity import LedgerEntity
from .errors import EarshotError
from .ledger import ConsentGiven, ConsentWithdrawn, Donated, Offered, Record, Reviewed
from .runtime import SIGNAL_GIVING, Donations, EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # it only tells

PRIVACY: Final = EventEntityDescription(key="privacy", translation_key="privacy")

DELETED: Final = "deleted"
"""The action of a receipt by which a desk says that it has a clip no more."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event: its type, and facts about it. Never words, and no identifier that a redaction would have to find."""

    event_type: str
    facts: Mapping[str, Any]


async def _offered(record: Offered, _donations: Donations) -> Told | None:
    if record.refused is not None:
        return None
    return Told(
        "offered",
        {
            "purpose": record.purpose,
            "desk": record.desk,
            "contents": sorted(record.contents),
            "leaves_at": record.until and record.until.isoformat(),
        },
    )


async def _donated(record: Donated, _donations: Donations) -> Told:
    facts = {"desk": record.ear.label, "contents": sorted(record.contents), "size": record.size, "by": record.by}
    return Told("donated", facts)


async def _reviewed(record: Reviewed, donations: Donations) -> Told | None:
    if record.utterance_id is None:
        # It is of this house's own review desk: somebody else's clip.
        return None
    facts = {"who": record.ear.label, "action": record.action, "heard_ms": record.ear.got.sound_ms}
    if record.action == DELETED and await _was_taken_back(record.donation_id, donations):
        return Told("withdrawn", facts)
    return Told("reviewed", facts)


async def _consent_given(record: ConsentGiven, _donations: Donations) -> Told:
    return Told("consent_given", _consent(record) | {"until": record.until.isoformat(), "by": record.by})


async def _consent_withdrawn(record: ConsentWithdrawn, _donations: Donations) -> Told:
    return Told("consent_withdrawn", {"reason": record.reason, "by": record.by})


def _consent(record: ConsentGiven) -> dict[str, Any]:
    return {"purpose": record.purpose, "desk": record.desk, "satellite": record.satellite.label}


async def _was_taken_back(donation_id: str, donations: Donations) -> bool:
    try:
        given = await donations.given_one(donation_id)
    except EarshotError:
        return False
    return given.withdraw_asked is not None


EVENTS: Final[Mapping[type[Record], Callable[[Any, Donations], Awaitable[Told | None]]]] = {
    Offered: _offered,
    Donated: _donated,
    Reviewed: _reviewed,
    ConsentGiven: _consent_given,
    ConsentWithdrawn: _consent_withdrawn,
}
"""What is made of an entry of each kind. A new event is a line here, its type in EVENT_TYPES, and its translation."""

EVENT_TYPES: Final = ("offered", "donated", "withdrawn", "reviewed", "consent_given", "consent_withdrawn")


async def async_setup_entry(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    entry: EarshotConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the one entity."""
    async_add_entities([PrivacyEvent(entry, PRIVACY)])


class PrivacyEvent(LedgerEntity, EventEntity):
    """What was entered of clips that are given away on purpose."""

    _attr_event_types = list(EVENT_TYPES)  # noqa: RUF012 - Home Assistant declares it so
    _unrecorded_attributes = frozenset({"by", "who", "satellite"})
    """Who it was stays with those who may read the ledger, and out of the recorder's history."""

    def __init__(self, entry: EarshotConfigEntry, description: EventEntityDescription) -> None:
        super().__init__(entry, description)
        self.entity_id = f"event.{DOMAIN}_privacy"

    @override
    async def async_added_to_hass(self) -> None:
        """Follow the entries."""
        await super().async_added_to_hass()
        self.async_on_remove(async_dispatcher_connect(self.hass, SIGNAL_GIVING, self._entered))

    @callback
    def _entered(self, record: Record) -> None:
        self.hass.async_create_task(self._tell(record), f"{self.entity_id} tells", eager_start=True)

    async def _tell(self, record: Record) -> None:
        told = await EVENTS[type(record)](record, self._runtime.donations)
        if told is not None:
            self._trigger_event(told.event_type, dict(told.facts))
            self.async_write_ha_state()
