"""What this home calls its people and things, collected for hiding it.

All of it, unlike what the voice host is taught: what is not exposed to assistants is spoken of, too.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from homeassistant.components.person.const import DOMAIN as PERSON
from homeassistant.components.zone.const import DOMAIN as ZONE
from homeassistant.core import HomeAssistant
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
    floor_registry as fr,
)

from ..donation.redaction import HomeNames

_HOME: Final = "home"
"""What Home Assistant calls every home that nobody named: it tells nothing, and is a word of many commands."""


async def home_names(hass: HomeAssistant) -> HomeNames:
    """Return every name of this home, each once."""
    users = [user.name or "" for user in await hass.auth.async_get_users() if not user.system_generated]
    floors = fr.async_get(hass).async_list_floors()
    areas = ar.async_get(hass).async_list_areas()
    return HomeNames(
        people=_each_once([*users, *_entity_names(hass, {PERSON})]),
        places=_each_once(
            name for name in (hass.config.location_name, *_entity_names(hass, {ZONE})) if name.casefold() != _HOME
        ),
        entities=_each_once([*_device_names(hass), *_entity_names(hass, without={PERSON, ZONE})]),
        areas=_each_once(
            [
                *(name for area in areas for name in (area.name, *area.aliases)),
                *(name for floor in floors for name in (floor.name, *floor.aliases)),
            ]
        ),
    )


def _entity_names(hass: HomeAssistant, domains: Iterable[str] = (), *, without: Iterable[str] = ()) -> Iterator[str]:
    """Yield what entities are called, and their aliases, also of those that are disabled and have no state.

    What an integration calls a part of its device ("Temperature") is a name only together with the device's.
    """
    chosen, left_out = frozenset(domains), frozenset(without)

    def is_wanted(domain: str) -> bool:
        return (not chosen or domain in chosen) and domain not in left_out

    yield from (state.name for state in hass.states.async_all() if is_wanted(state.domain))
    for entry in er.async_get(hass).entities.values():
        if is_wanted(entry.domain):
            yield from er.async_get_entity_aliases(hass, entry)
            yield er.async_get_full_entity_name(hass, entry)
            yield entry.name or ("" if entry.has_entity_name else entry.original_name or "")


def _device_names(hass: HomeAssistant) -> Iterator[str]:
    registry = dr.async_get(hass)
    for device in (*registry.devices, *registry.child_devices):
        yield from (name for name in (device.name, device.name_by_user) if name)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names if name and name.strip()))
