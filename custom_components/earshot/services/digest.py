"""Asking for a digest: the same facts that one is written from, for whoever writes their own. It sends nothing."""

from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import Any, Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.util import dt as dt_util
import probatio

from ..const import DOMAIN
from ..ledger.jsonable import to_json
from ..translate_errors import translated_errors
from .acting import loaded_entry
from .asking import DAYS_OF_WEEK, sight_of_caller

DIGEST: Final = "digest"


class Whole(StrEnum):
    """Which whole days."""

    DAY = "day"
    """Yesterday."""
    WEEK = "week"
    """The seven days before today."""


ASKED: Final[dict[Any, Any]] = {probatio.Optional("period", default=Whole.WEEK): probatio.Coerce(Whole)}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the action. It changes nothing and enters nothing."""
    hass.services.async_register(DOMAIN, DIGEST, partial(_digest, hass), probatio.Schema(ASKED), SupportsResponse.ONLY)


async def _digest(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Tell what a digest of these days says. `known` is false where the ledger began later."""
    runtime = loaded_entry(hass).runtime_data
    await sight_of_caller(hass, call, runtime)
    last = dt_util.now().date() - timedelta(days=1)
    first = last - timedelta(days=0 if call.data["period"] is Whole.DAY else DAYS_OF_WEEK - 1)
    with translated_errors():
        told = await runtime.glance.digests.tell(first, last)
    if told is None:
        return {"known": False, "first": first.isoformat(), "last": last.isoformat()}
    suggested = told.suggested
    return {
        "known": True,
        **to_json(told.facts),
        "suggestion": None if suggested is None else suggested.what.value,
        "suggestion_satellite": None if suggested is None else suggested.satellite,
    }
