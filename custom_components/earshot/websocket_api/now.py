"""Who listens in this moment."""

from dataclasses import dataclass, field
from typing import Literal

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback

from ..runtime import Following, Now, OtherNow, RuntimeData, SatelliteNow, follow_listeners
from .answering import Access, Message, followed, loaded
from .events import Events, Unavailable


@dataclass(frozen=True, slots=True, kw_only=True)
class NowShown:
    """Everything that listens, or could."""

    type: Literal["now"] = field(default="now", init=False)
    satellites: tuple[SatelliteNow, ...]
    others: tuple[OtherNow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NowChanged:
    """What is different since the event before."""

    type: Literal["changed"] = field(default="changed", init=False)
    satellites: tuple[SatelliteNow, ...]
    """Those that are new or other than before."""
    gone: tuple[str, ...]
    """Entity ids of satellites that are there no more."""
    others: tuple[OtherNow, ...] | None
    """All of them, where one has come, gone or changed. None: they are as before."""


type NowEvent = NowShown | NowChanged | Unavailable


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the command."""
    websocket_api.async_register_command(hass, now_subscribe)


@websocket_command({"type": "earshot/now/subscribe"})
@followed(Access.HOUSEHOLD)
async def now_subscribe(
    hass: HomeAssistant,
    _connection: ActiveConnection,
    _msg: Message,
    _runtime: RuntimeData,
    events: Events[NowEvent],
) -> None:
    """Send who listens, and then what changes, also after Earshot was reloaded."""

    async def read() -> Now | None:
        runtime = loaded(hass)
        return None if runtime is None else await runtime.glance.listeners.tell()

    def show(before: Now | None, now: Now) -> None:
        events.send(difference(before, now))

    following = Following[Now](hass, read, show, lambda code: events.send(Unavailable(code=code)))
    follow_listeners(hass, following)
    events.begin(following.stop)
    await following.start()


def difference(before: Now | None, now: Now) -> NowShown | NowChanged:
    """Say what has changed, or all, if nothing was told before."""
    if before is None:
        return NowShown(satellites=now.satellites, others=now.others)
    there = {satellite.entity_id for satellite in now.satellites}
    return NowChanged(
        satellites=tuple(satellite for satellite in now.satellites if satellite not in before.satellites),
        gone=tuple(known.entity_id for known in before.satellites if known.entity_id not in there),
        others=None if now.others == before.others else now.others,
    )
