"""Numbers of utterances, for charts."""

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util
import probatio

from ..ledger.totals import Totals
from ..runtime import RuntimeData
from .answering import Access, Message, answered


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about numbers."""
    websocket_api.async_register_command(hass, totals_get)


@websocket_command(
    {
        "type": "earshot/totals/get",
        probatio.Required("first"): cv.date,
        probatio.Required("last"): cv.date,
    }
)
@answered(Access.HOUSEHOLD)
async def totals_get(hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData) -> Totals:
    """Send how many utterances there were from one day to another, both included, by the time of the house."""
    zone = dt_util.get_default_time_zone()
    return await hass.async_add_executor_job(runtime.ledger.totals, msg["first"], msg["last"], zone)
