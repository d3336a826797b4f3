"""What is kept of what is said, and for how long; times off the record; and what may be handed to which engine.

How long things are kept, and what may be handed on, is for administrators. Off the record may be gone, and ended, by
whoever may control the satellite: whoever stands in front of a microphone must not need an administrator to speak in
confidence, and the ledger says who ended it.
"""

from functools import partial
from itertools import product
from typing import Any, Final

from homeassistant.auth.permissions.const import POLICY_CONTROL
from homeassistant.core import HomeAssistant, ServiceCall, callback
from homeassistant.exceptions import Unauthorized, UnknownUser
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.util import dt as dt_util
import probatio

from ..const import DOMAIN, NO_SATELLITE
from ..models import ContentKind, Rule, RuleContent, Zone
from ..translate_errors import translated_errors
from .acting import actor, loaded_entry

OFF_THE_RECORD: Final = "off_the_record"
ON_THE_RECORD: Final = "on_the_record"
SET_RETENTION: Final = "set_retention"
SET_RULE: Final = "set_rule"
ROTATE: Final = "rotate_household_key"

ATTR_SATELLITE: Final = "satellite"
ATTR_DURATION: Final = "duration"
ATTR_UNTIL: Final = "until"
ATTR_AT_LEAST: Final = "at_least"
ATTR_CONTENT: Final = "content"
ATTR_KEEP_FOR: Final = "keep_for"
ATTR_PLACE: Final = "place"
ATTR_ENGINE: Final = "engine"
ATTR_RULE: Final = "rule"

SATELLITES: Final[dict[Any, Any]] = {
    probatio.Optional(ATTR_SATELLITE): probatio.All(
        cv.ensure_list, [probatio.Any(NO_SATELLITE, cv.entity_domain("assist_satellite"))]
    )
}

RULES: Final = probatio.All(
    probatio.Schema(
        SATELLITES
        | {
            probatio.Optional(ATTR_CONTENT, default=list(RuleContent)): probatio.All(
                cv.ensure_list, [probatio.Coerce(RuleContent)]
            ),
            probatio.Exclusive(ATTR_PLACE, "target"): probatio.All(cv.ensure_list, [probatio.Coerce(Zone)]),
            # Not only entities: some engines have an id and no entity.
            probatio.Exclusive(ATTR_ENGINE, "target"): probatio.All(
                cv.ensure_list, [probatio.All(cv.string, probatio.NotIn(list(Zone)))]
            ),
            probatio.Optional(ATTR_RULE): probatio.Coerce(Rule),
        }
    ),
    cv.has_at_least_one_key(ATTR_PLACE, ATTR_ENGINE),
)


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the actions."""
    ends = {
        probatio.Exclusive(ATTR_DURATION, "end"): cv.positive_time_period,
        probatio.Exclusive(ATTR_UNTIL, "end"): cv.datetime,
        probatio.Optional(ATTR_AT_LEAST, default=False): cv.boolean,
    }
    ending = {probatio.Optional(ATTR_UNTIL): cv.datetime}
    keeps = {
        probatio.Required(ATTR_CONTENT): probatio.Coerce(ContentKind),
        probatio.Optional(ATTR_KEEP_FOR): cv.positive_time_period,
    }
    hass.services.async_register(DOMAIN, OFF_THE_RECORD, partial(_go_off, hass), probatio.Schema(SATELLITES | ends))
    hass.services.async_register(DOMAIN, ON_THE_RECORD, partial(_go_on, hass), probatio.Schema(SATELLITES | ending))
    schema = probatio.Schema(SATELLITES | keeps)
    async_register_admin_service(hass, DOMAIN, SET_RETENTION, partial(_set_retention, hass), schema)
    async_register_admin_service(hass, DOMAIN, SET_RULE, partial(_set_rule, hass), RULES)
    async_register_admin_service(hass, DOMAIN, ROTATE, partial(_rotate, hass))


async def _go_off(hass: HomeAssistant, call: ServiceCall) -> None:
    """Keep nothing from now on. A time that lasts as long already may be left as somebody set it."""
    runtime = loaded_entry(hass).runtime_data
    await _check_control(hass, call)
    until = None
    if ATTR_DURATION in call.data:
        until = dt_util.utcnow() + call.data[ATTR_DURATION]
    elif ATTR_UNTIL in call.data:
        until = dt_util.as_utc(call.data[ATTR_UNTIL])
    by = await actor(hass, call.context)
    with translated_errors():
        for satellite in _places(call):
            silence = runtime.settings.silence_of(satellite)
            if not call.data[ATTR_AT_LEAST] or silence is None or not silence.lasts(until):
                await runtime.settings.go_off(satellite, until, by)


async def _go_on(hass: HomeAssistant, call: ServiceCall) -> None:
    """End a time off the record; with an end, only one that has this end: an automation knows its own by it."""
    runtime = loaded_entry(hass).runtime_data
    await _check_control(hass, call)
    by = await actor(hass, call.context)
    until = dt_util.as_utc(call.data[ATTR_UNTIL]) if ATTR_UNTIL in call.data else None
    with translated_errors():
        for satellite in _places(call):
            silence = runtime.settings.silence_of(satellite)
            if until is None or (silence is not None and silence.until == until):
                await runtime.settings.go_on(satellite, by)


async def _set_retention(hass: HomeAssistant, call: ServiceCall) -> None:
    """Set how long a kind of content is kept."""
    runtime = loaded_entry(hass).runtime_data
    by = await actor(hass, call.context)
    with translated_errors():
        for satellite in _places(call):
            await runtime.settings.set_retention(satellite, call.data[ATTR_CONTENT], call.data.get(ATTR_KEEP_FOR), by)


async def _set_rule(hass: HomeAssistant, call: ServiceCall) -> None:
    """Set what holds before something is handed on. What is set already is not entered again."""
    settings = loaded_entry(hass).runtime_data.settings
    by = await actor(hass, call.context)
    targets = call.data.get(ATTR_PLACE) or call.data[ATTR_ENGINE]
    with translated_errors():
        for satellite, content, target in product(_places(call), call.data[ATTR_CONTENT], targets):
            rule = call.data.get(ATTR_RULE)
            if rule is None or not settings.readable or settings.rule_of(satellite, content, target) is not rule:
                await settings.set_rule(satellite, content, target, rule, by)


async def _rotate(hass: HomeAssistant, call: ServiceCall) -> None:
    """Exchange the household key."""
    runtime = loaded_entry(hass).runtime_data
    by = await actor(hass, call.context)
    with translated_errors():
        await runtime.caretaker.exchange_household_key(by)


def _places(call: ServiceCall) -> list[str | None]:
    """Return the satellites that are meant; None stands for the whole house."""
    return call.data.get(ATTR_SATELLITE) or [None]


async def _check_control(hass: HomeAssistant, call: ServiceCall) -> None:
    """Let a person act for what they may control: a satellite, or everything. Automations may, as elsewhere."""
    if call.context.user_id is None:
        return
    user = await hass.auth.async_get_user(call.context.user_id)
    if user is None:
        raise UnknownUser(context=call.context, permission=POLICY_CONTROL, user_id=call.context.user_id)
    for satellite in _places(call):
        if satellite is None or satellite == NO_SATELLITE:
            allowed = user.permissions.access_all_entities(POLICY_CONTROL)
        else:
            allowed = user.permissions.check_entity(satellite, POLICY_CONTROL)
        if not allowed:
            raise Unauthorized(context=call.context, permission=POLICY_CONTROL, entity_id=satellite)
