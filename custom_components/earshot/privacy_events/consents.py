"""What is told of consents that are over soon, so that somebody can think about them before."""

from datetime import datetime
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN
from ..donation.consent import REMINDER
from ..errors import EarshotError
from ..runtime import RuntimeData
from .looking import look_now_and_then
from .told import SIGNAL_TOLD, Told, of_satellite

DATA_REMINDED: Final[HassKey[set[str]]] = HassKey(f"{DOMAIN}_consents_reminded")
"""The ids of consents that were told of since Home Assistant started. Outlives a reload of Earshot."""


@callback
def follow_consents(hass: HomeAssistant, runtime: RuntimeData) -> CALLBACK_TYPE:
    """Tell of each consent in its last week, once, and once more after a start of Home Assistant.

    Returns what ends it.
    """
    reminded = hass.data.setdefault(DATA_REMINDED, set())

    async def look(_now: datetime) -> None:
        try:
            state = await runtime.donations.state()
        except EarshotError:
            return
        now = dt_util.utcnow()
        for one in state.consents:
            if one.suspended is None and one.until - now <= REMINDER and one.consent_id not in reminded:
                reminded.add(one.consent_id)
                facts = {"purpose": one.purpose.value, "desk": one.desk, "until": one.until.isoformat()}
                told = Told("consent_ends", now, of_satellite(one.satellite) | facts)
                async_dispatcher_send(hass, SIGNAL_TOLD, told)

    return look_now_and_then(hass, look)
