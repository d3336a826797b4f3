"""Set Earshot up in the demo home through the same doors that a person uses."""

from typing import Any, Final

from .errors import HomeError
from .process import wait_until
from .rest import Rest
from .websocket import HomeSocket

DOMAIN: Final = "earshot"
_LOAD_SECONDS: Final = 90.0
"""Until the entry is loaded. Its process loads three engines: some seconds, more on a busy machine."""


def set_up(socket: HomeSocket, rest: Rest) -> None:
    """Add Earshot by its config flow if it is not there, wait for it, and make its assistant the home's own."""
    if not _entries(socket, DOMAIN):
        rest.add_entry(DOMAIN)
    wait_for_entry(socket)
    pipeline = pipeline_of(socket)
    socket.ask("assist_pipeline/pipeline/set_preferred", pipeline_id=pipeline["id"])


def wait_for_entry(socket: HomeSocket) -> None:
    """Return when Earshot's entry is loaded; raises HomeError with Home Assistant's reason when it is not."""
    try:
        wait_until("", lambda: _entries(socket, DOMAIN)[0]["state"] == "loaded", _LOAD_SECONDS)
    except TimeoutError:
        entry = _entries(socket, DOMAIN)[0]
        raise HomeError(f"Earshot does not start: {entry['state']}, {entry.get('reason')}") from None


def wait_for_sentences(socket: HomeSocket) -> None:
    """Return when the voice host knows what can be said in this home; raises HomeError."""
    try:
        wait_until("", lambda: socket.ask("earshot/host/report")["grammar"] is not None, _LOAD_SECONDS)
    except TimeoutError:
        raise HomeError("Earshot's speech-to-text does not learn the sentences of this home") from None


def pipeline_of(socket: HomeSocket) -> dict[str, Any]:
    """Return the Assist pipeline that Earshot made; raises HomeError."""
    for pipeline in socket.ask("assist_pipeline/pipeline/list")["pipelines"]:
        if str(pipeline["stt_engine"]).startswith("stt.earshot"):
            return dict(pipeline)
    raise HomeError("Earshot has made no Assist pipeline")


def adopt_satellite(socket: HomeSocket, rest: Rest, name: str, kept: dict[str, Any]) -> dict[str, Any]:
    """Connect Home Assistant to a satellite, put it into its room and give it Earshot's assistant.

    Args:
        socket: A connection of the owner's.
        rest: The same, for config flows and actions.
        name: The satellite's, and its room's, if there is a room of that name.
        kept: What the home remembers of it: `port`, and `entry` from the second start on.

    Returns:
        What to remember: `entry` (the config entry's id) and `entity` (its `assist_satellite` entity).
    """
    if (stale := kept.pop("stale_entry", None)) is not None:
        rest.delete(f"/api/config/config_entries/entry/{stale}")
    entry = kept.get("entry") or rest.add_entry("wyoming", host="127.0.0.1", port=kept["port"])["entry_id"]
    device = _device(socket, entry)
    if device["area_id"] is None and (area := _room_ids(socket).get(name)) is not None:
        socket.ask("config/device_registry/update", device_id=device["id"], area_id=area)
    entities = [item for item in socket.ask("config/entity_registry/list") if item["device_id"] == device["id"]]
    _choose_assistant(socket, rest, entities)
    satellite = next(item for item in entities if item["entity_id"].startswith("assist_satellite."))
    return {"entry": entry, "entity": satellite["entity_id"]}


def _choose_assistant(socket: HomeSocket, rest: Rest, entities: list[dict[str, Any]]) -> None:
    pipelines = socket.ask("assist_pipeline/pipeline/list")["pipelines"]
    wanted = next((item["name"] for item in pipelines if str(item["stt_engine"]).startswith("stt.earshot")), None)
    if wanted is None:
        return
    for entity in entities:
        if entity["entity_id"].startswith("select.") and str(entity["unique_id"]).endswith("-pipeline"):
            target = {"entity_id": entity["entity_id"], "option": wanted}
            rest.post("/api/services/select/select_option", target)


def _device(socket: HomeSocket, entry: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = []

    def there() -> bool:
        found[:] = [item for item in socket.ask("config/device_registry/list") if entry in item["config_entries"]]
        return bool(found)

    try:
        wait_until("", there, 30)
    except TimeoutError:
        raise HomeError("Home Assistant does not connect to a satellite") from None
    return found[0]


def _entries(socket: HomeSocket, domain: str) -> list[dict[str, Any]]:
    return list(socket.ask("config_entries/get", domain=domain))


def _room_ids(socket: HomeSocket) -> dict[str, str]:
    """Map each room's name to its id."""
    return {area["name"]: area["area_id"] for area in socket.ask("config/area_registry/list")}
