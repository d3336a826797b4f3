"""What Home Assistant itself keeps of what was said: clearing it."""

from functools import partial
from typing import Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_register_admin_service
import probatio

from ..const import DOMAIN
from ..ledger.jsonable import to_json
from ..translate_errors import translated_errors
from .acting import loaded_entry

PURGE_TRACES: Final = "purge_traces"
ATTR_PLACE: Final = "place"


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the action."""
    async_register_admin_service(
        hass,
        DOMAIN,
        PURGE_TRACES,
        partial(_purge, hass),
        probatio.Schema({probatio.Optional(ATTR_PLACE): cv.string}),
        SupportsResponse.OPTIONAL,
    )


async def _purge(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Clear one place, or all, and say of each what is gone, what is left, and why."""
    traces = loaded_entry(hass).runtime_data.traces
    with translated_errors():
        return {"traces": to_json(await traces.purge(call.data.get(ATTR_PLACE)))}
