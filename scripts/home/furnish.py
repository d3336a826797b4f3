"""Give the demo home its floors, rooms, aliases and first states, as a person does in the settings."""

from typing import Any

from . import house
from .names import HOME
from .rest import Rest
from .websocket import HomeSocket


def furnish(socket: HomeSocket, rest: Rest) -> None:
    """Make what is missing. Safe to repeat: what a person has changed since keeps its place and its name."""
    areas = _rooms(socket, _floors(socket))
    registered = {entry["unique_id"]: entry for entry in socket.ask("config/entity_registry/list")}
    for thing in house.THINGS:
        if (entry := registered.get(thing.slug)) is not None and entry["area_id"] is None:
            _place(socket, thing, entry["entity_id"], areas)
    _expose(socket)
    wake_up(rest)


def wake_up(rest: Rest) -> None:
    """Bring every thing into a known state: things without a device forget theirs at each start."""
    for domain, services in house.FIRST_STATES.items():
        targets = [thing.entity_id for thing in house.THINGS if thing.name.domain == domain]
        for service, data in services:
            rest.post(f"/api/services/{domain}/{service}", {"entity_id": targets, **data})


def _floors(socket: HomeSocket) -> dict[str, str]:
    floors = {floor["name"]: floor["floor_id"] for floor in socket.ask("config/floor_registry/list")}
    for place in HOME.floors:
        if (name := place.names[0]) not in floors:
            answer = socket.ask("config/floor_registry/create", name=name, aliases=list(place.names[1:]))
            floors[name] = answer["floor_id"]
    return floors


def _rooms(socket: HomeSocket, floors: dict[str, str]) -> dict[str, str]:
    rooms = {area["name"]: area for area in socket.ask("config/area_registry/list")}
    for place in HOME.areas:
        name, aliases = place.names[0], list(place.names[1:])
        floor = floors[house.FLOOR_OF[name]]
        if (room := rooms.get(name)) is None:
            rooms[name] = socket.ask("config/area_registry/create", name=name, floor_id=floor, aliases=aliases)
        elif room["floor_id"] is None:
            # Home Assistant begins with some rooms of its own, on no floor.
            socket.ask("config/area_registry/update", area_id=room["area_id"], floor_id=floor, aliases=aliases)
    return {name: room["area_id"] for name, room in rooms.items()}


def _place(socket: HomeSocket, thing: house.Thing, entity_id: str, areas: dict[str, str]) -> None:
    changes: dict[str, Any] = {"entity_id": entity_id}
    if thing.name.area is not None:
        changes["area_id"] = areas[thing.name.area]
    # None among the aliases stands for the entity's own name.
    changes["aliases"] = [None, *thing.name.names[1:]]
    socket.ask("config/entity_registry/update", **changes)


def _expose(socket: HomeSocket) -> None:
    wanted = {thing.entity_id for thing in house.THINGS}
    exposed = {
        entity_id
        for entity_id, assistants in socket.ask("homeassistant/expose_entity/list")["exposed_entities"].items()
        if "conversation" in assistants
    }
    _set_exposed(socket, sorted(wanted - exposed), expose=True)
    _set_exposed(socket, sorted(exposed - wanted), expose=False)


def _set_exposed(socket: HomeSocket, entity_ids: list[str], *, expose: bool) -> None:
    if entity_ids:
        socket.ask(
            "homeassistant/expose_entity", assistants=["conversation"], entity_ids=entity_ids, should_expose=expose
        )
