"""Donation: switching it off, and taking back what was given. No action switches it on."""

from functools import partial
from typing import Any, Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.util import dt as dt_util
import probatio

from ..const import DOMAIN
from ..errors import ConfirmationMissingError
from ..translate_errors import translated_errors
from .acting import actor, loaded_entry

DONATION_OFF: Final = "donation_off"
WITHDRAW: Final = "withdraw"

WITHDRAWAL: Final[dict[Any, Any]] = {
    probatio.Optional("donation_id"): probatio.All(cv.ensure_list, [cv.string]),
    probatio.Optional("since"): cv.datetime,
    probatio.Optional("until"): cv.datetime,
    probatio.Optional("everything", default=False): cv.boolean,
    probatio.Optional("confirm", default=False): cv.boolean,
}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the actions. To switch off is for everybody; to take back is for administrators, for it destroys."""
    hass.services.async_register(DOMAIN, DONATION_OFF, partial(_off, hass), probatio.Schema({}))
    async_register_admin_service(
        hass, DOMAIN, WITHDRAW, partial(_withdraw, hass), probatio.Schema(WITHDRAWAL), SupportsResponse.OPTIONAL
    )


async def _off(hass: HomeAssistant, call: ServiceCall) -> None:
    """Withdraw every consent."""
    runtime = loaded_entry(hass).runtime_data
    with translated_errors():
        await runtime.donations.off(await actor(hass, call.context))


async def _withdraw(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Take back what was given, and say what is being taken back, and what cannot be."""
    runtime = loaded_entry(hass).runtime_data
    data = call.data
    with translated_errors():
        if data["everything"] and not data["confirm"]:
            raise ConfirmationMissingError
        taken = await runtime.donations.withdraw(
            await actor(hass, call.context),
            donation_ids=data.get("donation_id"),
            since=dt_util.as_utc(data["since"]) if "since" in data else None,
            until=dt_util.as_utc(data["until"]) if "until" in data else None,
            everything=data["everything"],
        )
    return {
        "donations": [
            {"donation_id": one.donation_id, "state": one.offer.state.value, "published": list(one.published)}
            for one in taken
        ]
    }
