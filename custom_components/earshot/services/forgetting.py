"""Forgetting what was said: by its ids, by time, by satellite, or all of it; and what was just said."""

from functools import partial
from typing import Any, Final

from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.exceptions import Unauthorized, UnknownUser
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.util import dt as dt_util
import probatio

from ..const import DOMAIN
from ..errors import ConfirmationMissingError
from ..ledger import Selection
from ..ledger.jsonable import to_json
from ..translate_errors import translated_errors
from .acting import actor, loaded_entry

ERASE: Final = "erase"
REDACT: Final = "redact"
NOT_MEANT: Final = "not_meant"
FORGET_LAST: Final = "forget_last"

ATTR_SATELLITE: Final = "satellite"
ATTR_CONFIRM: Final = "confirm"

SELECTION: Final[dict[Any, Any]] = {
    probatio.Optional("utterance_id"): probatio.All(cv.ensure_list, [cv.string]),
    probatio.Optional("since"): cv.datetime,
    probatio.Optional("until"): cv.datetime,
    probatio.Optional(ATTR_SATELLITE): cv.string,
    probatio.Optional("everything", default=False): cv.boolean,
}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the actions. Only the newest utterance may be forgotten without being an administrator."""
    async_register_admin_service(
        hass, DOMAIN, ERASE, partial(_erase, hass), probatio.Schema(SELECTION), SupportsResponse.OPTIONAL
    )
    async_register_admin_service(
        hass,
        DOMAIN,
        REDACT,
        partial(_redact, hass),
        probatio.Schema({**SELECTION, probatio.Optional(ATTR_CONFIRM, default=False): cv.boolean}),
        SupportsResponse.OPTIONAL,
    )
    async_register_admin_service(
        hass,
        DOMAIN,
        NOT_MEANT,
        partial(_not_meant, hass),
        probatio.Schema({probatio.Required("utterance_id"): probatio.All(cv.ensure_list, [cv.string])}),
        SupportsResponse.OPTIONAL,
    )
    hass.services.async_register(
        DOMAIN,
        FORGET_LAST,
        partial(_forget_last, hass),
        probatio.Schema({probatio.Optional(ATTR_SATELLITE): cv.entity_id}),
        SupportsResponse.OPTIONAL,
    )


async def _erase(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Make contents unreadable; the facts stay."""
    runtime = loaded_entry(hass).runtime_data
    with translated_errors():
        done = await runtime.forgetting.erase(_selection(call.data), by=await actor(hass, call.context))
    return _told(done)


async def _redact(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Take away the facts as well."""
    runtime = loaded_entry(hass).runtime_data
    with translated_errors():
        selection = _selection(call.data)
        if selection.everything and not call.data[ATTR_CONFIRM]:
            raise ConfirmationMissingError
        done = await runtime.forgetting.redact(selection, by=await actor(hass, call.context))
    return _told(done)


async def _not_meant(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Let utterances count as false wakes, and erase their contents."""
    runtime = loaded_entry(hass).runtime_data
    with translated_errors():
        ids = call.data["utterance_id"]
        done = await runtime.forgetting.disown(ids, by=await actor(hass, call.context))
    return _told(done)


async def _forget_last(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Erase what was said last to a satellite, or by this person in their browser or app."""
    runtime = loaded_entry(hass).runtime_data
    satellite: str | None = call.data.get(ATTR_SATELLITE)
    await _check_control(hass, call, satellite)
    by = await actor(hass, call.context)
    with translated_errors():
        done = await runtime.forgetting.forget_last(by=by, satellite=satellite, user_id=call.context.user_id)
    return _told(done)


async def _check_control(hass: HomeAssistant, call: ServiceCall, satellite: str | None) -> None:
    """Let nobody forget for a satellite that they may not even talk to. Automations may, as with other actions."""
    if call.context.user_id is None or satellite is None:
        return
    user = await hass.auth.async_get_user(call.context.user_id)
    if user is None:
        raise UnknownUser(context=call.context, permission=POLICY_CONTROL, user_id=call.context.user_id)
    if not user.permissions.check_entity(satellite, POLICY_CONTROL):
        raise Unauthorized(context=call.context, permission=POLICY_CONTROL, entity_id=satellite)


def _selection(data: dict[str, Any]) -> Selection:
    """Return the utterances that are meant. An instant without a zone is the house's time."""
    return Selection(
        utterance_ids=tuple(data.get("utterance_id", ())),
        since=dt_util.as_utc(data["since"]) if "since" in data else None,
        until=dt_util.as_utc(data["until"]) if "until" in data else None,
        satellite=data.get(ATTR_SATELLITE),
        everything=data["everything"],
    )


def _told(done: object) -> ServiceResponse:
    told: dict[str, Any] = to_json(done)
    return told
