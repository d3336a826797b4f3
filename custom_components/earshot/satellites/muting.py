"""How a satellite's microphone can be shut, by the entities of its device."""

from typing import Final

from homeassistant.const import STATE_OFF, STATE_ON, Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er

from ..models import Evidence
from .posture import UNKNOWN, Fact, Mute, Why

_MUTE: Final = "mute"
"""What such an entity has in its name or at the end of its unique id. Nothing else tells it: integrations give it no
class of its own. Volume has its mute in the media player, which is not looked at."""

_KINDS: Final = {Platform.BINARY_SENSOR: Mute.HARDWARE, Platform.SWITCH: Mute.SOFTWARE}
"""What cannot be switched from Home Assistant and is only shown there is a switch on the device."""


@callback
def muting(hass: HomeAssistant, satellite: er.RegistryEntry | None) -> tuple[Fact[Mute], Fact[bool]]:
    """Return how it can be muted, and whether it is muted now. A switch on the device counts before one in software."""
    found: list[tuple[Mute, str]] = []
    if satellite is not None and satellite.device_id is not None:
        for entry in er.async_entries_for_device(er.async_get(hass), satellite.device_id):
            kind = _KINDS.get(Platform(entry.domain)) if entry.domain in set(_KINDS) else None
            if kind is not None and entry.platform == satellite.platform and mutes(entry):
                found.append((kind, entry.entity_id))
    if not found:
        return Fact(Mute.NONE_KNOWN, Evidence.UNKNOWN, Why.NOTHING), UNKNOWN
    kind, entity_id = min(found, key=lambda one: one[0] is not Mute.HARDWARE)
    state = hass.states.get(entity_id)
    muted = {STATE_ON: True, STATE_OFF: False}.get(state.state if state else "")
    known = UNKNOWN if muted is None else Fact(muted, Evidence.DECLARED, Why.ENTITY)
    return Fact(kind, Evidence.DECLARED, Why.ENTITY), known


def mutes(entry: er.RegistryEntry) -> bool:
    """Whether an entity is one that mutes the device that it is of, as far as its name says."""
    return entry.unique_id.casefold().endswith(_MUTE) or _MUTE in (entry.original_name or "").casefold()
