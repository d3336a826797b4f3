"""A day at a glance: the sentence, its reasons, and what is kept and needs a decision."""

from dataclasses import dataclass, field
from typing import Literal

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
import probatio

from ..runtime import Following, RuntimeData, Today, follow_day
from .answering import Access, Message, answered, followed, loaded
from .events import Events, Unavailable


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayShown:
    """The day as it is now."""

    type: Literal["today"] = field(default="today", init=False)
    today: Today


type TodayEvent = TodayShown | Unavailable


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about days."""
    websocket_api.async_register_command(hass, today_get)
    websocket_api.async_register_command(hass, today_subscribe)


@websocket_command({"type": "earshot/today/get", probatio.Optional("day"): cv.date})
@answered(Access.HOUSEHOLD)
async def today_get(_hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> Today:
    """Send a day by the time of the house; today, if none is named."""
    return await runtime.glance.days.tell(msg.get("day"))


@websocket_command({"type": "earshot/today/subscribe", probatio.Optional("day"): cv.date})
@followed(Access.HOUSEHOLD)
async def today_subscribe(
    hass: HomeAssistant,
    _connection: ActiveConnection,
    msg: Message,
    _runtime: RuntimeData,
    events: Events[TodayEvent],
) -> None:
    """Send the day, and again after every change, also after Earshot was reloaded. Some changes at once are one event.

    Without `day` it is always today's, also after midnight.
    """

    async def read() -> Today | None:
        runtime = loaded(hass)
        return None if runtime is None else await runtime.glance.days.tell(msg.get("day"))

    def show(_before: Today | None, today: Today) -> None:
        events.send(TodayShown(today=today))

    following = Following[Today](hass, read, show, lambda code: events.send(Unavailable(code=code)))
    follow_day(hass, following)
    events.begin(following.stop)
    await following.start()
