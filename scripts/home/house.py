"""The demo home's things, made from `names.HOME`: one template entity for each name, with no device behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from custom_components.earshot.grammar.names import EntityName

from .names import HOME
from .paths import slug

type Configuration = dict[str, Any]

FLOOR_OF: Final = {
    "Kitchen": "Ground floor",
    "Living Room": "Ground floor",
    "Hallway": "Ground floor",
    "Bedroom": "Upstairs",
    "Bathroom": "Upstairs",
    "Office": "Upstairs",
}
"""`HomeNames` holds only what can be said; a home also knows which room is on which floor."""

_ACTIONS: Final[dict[str, tuple[str, ...]]] = {
    "light": ("turn_on", "turn_off", "set_level", "set_hs"),
    "switch": ("turn_on", "turn_off"),
    "fan": ("turn_on", "turn_off", "set_percentage"),
    "cover": ("open_cover", "close_cover", "stop_cover", "set_cover_position"),
    "lock": ("lock", "unlock"),
}
"""Template entities without a state template believe that every action worked: a home without devices."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One entity of the demo home."""

    name: EntityName

    @property
    def slug(self) -> str:
        """The object id that Home Assistant makes of the name."""
        return slug(self.name.names[0])

    @property
    def entity_id(self) -> str:
        """The entity id in a fresh demo home."""
        return f"{self.name.domain}.{self.slug}"


THINGS: Final = tuple(Thing(name) for name in HOME.entities)


def template_entities() -> list[Configuration]:
    """List the `template:` blocks of all things that are template entities."""
    return [{thing.name.domain: [_entity(thing)]} for thing in THINGS if thing.name.domain != "scene"]


def scenes() -> list[Configuration]:
    """List the `scene:` blocks."""
    return [
        {"id": thing.slug, "name": thing.name.names[0], "entities": {"light.reading_lamp": {"state": "on"}}}
        for thing in THINGS
        if thing.name.domain == "scene"
    ]


def _entity(thing: Thing) -> Configuration:
    config: Configuration = {"name": thing.name.names[0], "unique_id": thing.slug}
    if thing.name.device_class is not None:
        config["device_class"] = thing.name.device_class
    config.update({action: [] for action in _ACTIONS.get(thing.name.domain, ())})
    if (more := _MORE.get(thing.name.domain)) is not None:
        config.update(more())
    return config


def _climate() -> Configuration:
    return {
        "hvac_modes": "{{ ['off', 'heat'] }}",
        "set_hvac_mode": [],
        "set_temperature": [],
        "current_temperature": "{{ 20.5 }}",
        "min_temperature": 7,
        "max_temperature": 30,
    }


def _sensor() -> Configuration:
    return {"state": "{{ 7.5 }}", "unit_of_measurement": "°C", "state_class": "measurement"}


_MORE: Final[dict[str, Callable[[], Configuration]]] = {"climate": _climate, "sensor": _sensor}

FIRST_STATES: Final[dict[str, tuple[tuple[str, Configuration], ...]]] = {
    "light": (("turn_off", {}),),
    "switch": (("turn_off", {}),),
    "fan": (("turn_off", {}),),
    "cover": (("open_cover", {}),),
    "lock": (("lock", {}),),
    "climate": (("set_hvac_mode", {"hvac_mode": "heat"}), ("set_temperature", {"temperature": 20})),
}
"""The services, and their data, that bring each domain's things out of `unknown` at a start."""
