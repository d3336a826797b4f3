"""Asking the ledger: what was said, how much, who was within earshot of it, and whether all of it is as it was written.

The answers hold facts and never words. A person is told what the panel would tell them. An automation without a person
is told what any member of the house is told, less whose session something was: an answer may end up in a notification
or a template that anybody reads, and nobody knows who does. Whoever sees nothing of the house is told nothing.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any, Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.exceptions import ServiceValidationError, UnknownUser
from homeassistant.helpers import config_validation as cv
from homeassistant.util import dt as dt_util
import probatio

from ..const import DOMAIN
from ..errors import UtteranceUnknownError
from ..ledger.jsonable import to_json
from ..ledger.query import Query
from ..ledger.totals import MAX_DAYS
from ..models import Outcome
from ..runtime import RuntimeData, Sight
from ..translate_errors import translated_errors
from .acting import loaded_entry

QUERY: Final = "query"
SUMMARY: Final = "summary"
WHO_HEARD: Final = "who_heard"
VERIFY: Final = "verify"

MAX_ANSWERED: Final = 100
"""Utterances in one answer. Home Assistant keeps answers in the traces of scripts; a hundred are up to a third of a
megabyte there, by the size of the samples in tests/fixtures/websocket."""
DAYS_OF_WEEK: Final = 7
ATTR_CHECKPOINT: Final = "checkpoint"


class Period(StrEnum):
    """The days of a summary."""

    TODAY = "today"
    WEEK = "week"
    """Today and the six days before it."""
    CUSTOM = "custom"
    """From `first` to `last`."""


WHICH: Final[dict[Any, Any]] = {
    probatio.Optional("since"): cv.datetime,
    probatio.Optional("until"): cv.datetime,
    probatio.Optional("satellite"): cv.string,
    probatio.Optional("outcome"): probatio.Coerce(Outcome),
    probatio.Optional("left_house"): cv.boolean,
    probatio.Optional("limit", default=50): probatio.All(probatio.Coerce(int), probatio.Range(min=1, max=MAX_ANSWERED)),
}

DAYS: Final[dict[Any, Any]] = {
    probatio.Optional("period", default=Period.TODAY): probatio.Coerce(Period),
    probatio.Optional("first"): cv.date,
    probatio.Optional("last"): cv.date,
}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the actions. They change nothing and enter nothing; a checkpoint is signed if it is asked for."""
    for name, act, schema in (
        (QUERY, _query, WHICH),
        (SUMMARY, _summary, DAYS),
        (WHO_HEARD, _who_heard, {probatio.Required("utterance_id"): cv.string}),
        (VERIFY, _verify, {probatio.Optional(ATTR_CHECKPOINT, default=False): cv.boolean}),
    ):
        hass.services.async_register(DOMAIN, name, partial(act, hass), probatio.Schema(schema), SupportsResponse.ONLY)


async def _query(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Tell of utterances, newest first, and whether there are more."""
    runtime = loaded_entry(hass).runtime_data
    sight = await sight_of_caller(hass, call, runtime)
    with translated_errors():
        page = sight.page(await hass.async_add_executor_job(runtime.ledger.utterances, _asked(call.data)))
    return {"utterances": to_json(page.items), "more": page.next is not None}


def _asked(data: Mapping[str, Any]) -> Query:
    """Return what is asked for. An instant without a zone is the house's time."""
    told: dict[str, Any] = dict(data)
    for name in ("since", "until"):
        if name in told:
            told[name] = dt_util.as_utc(told[name])
    return Query(**told)


async def _summary(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Tell how much was said in some days, and what came of it."""
    runtime = loaded_entry(hass).runtime_data
    await sight_of_caller(hass, call, runtime)
    first, last = _days(call.data)
    with translated_errors():
        told: dict[str, Any] = to_json(await runtime.glance.days.sum(first, last))
    return told


def _days(data: Mapping[str, Any]) -> tuple[date, date]:
    """Return the first and the last day by the time of the house. Raises ServiceValidationError."""
    today = dt_util.now().date()
    period, first, last = data["period"], data.get("first"), data.get("last")
    custom = period is Period.CUSTOM
    if custom != (first is not None) or custom != (last is not None):
        raise _unclear()
    if first is None or last is None:
        return today - timedelta(days=DAYS_OF_WEEK - 1 if period is Period.WEEK else 0), today
    if not 0 <= (last - first).days < MAX_DAYS:
        raise _unclear()
    return first, last


def _unclear() -> ServiceValidationError:
    return ServiceValidationError(
        translation_domain=DOMAIN, translation_key="period_unclear", translation_placeholders={"days": str(MAX_DAYS)}
    )


async def _who_heard(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Tell who and what was within earshot of one utterance."""
    runtime = loaded_entry(hass).runtime_data
    sight = await sight_of_caller(hass, call, runtime)
    utterance_id = call.data["utterance_id"]
    with translated_errors():
        view = await hass.async_add_executor_job(runtime.ledger.utterance, utterance_id)
        if view is None:
            raise UtteranceUnknownError
    view = sight.facts(view)
    return {
        "utterance_id": utterance_id,
        "at": to_json(view.at),
        "open": view.outcome is None,
        "left_house": view.left_house,
        "listened": view.listened,
        "ears": to_json(view.ears),
    }


async def _verify(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Check everything that is stored, and tell whether it is as it was written, and else what is wrong first.

    A checkpoint that is asked for speaks for all of it, and is signed only where nothing is wrong.
    """
    runtime = loaded_entry(hass).runtime_data
    await sight_of_caller(hass, call, runtime)
    with translated_errors():
        verdict = await hass.async_add_executor_job(runtime.witnesses.verifying.verify)
        signed = call.data[ATTR_CHECKPOINT] and verdict.ok
        checkpoint = await hass.async_add_executor_job(runtime.ledger.checkpoint) if signed else None
    return {
        "ok": verdict.ok,
        "size": verdict.size,
        "root": verdict.root,
        "redacted": verdict.redacted,
        "failure": to_json(verdict.failure),
        "checkpoint": checkpoint,
    }


async def sight_of_caller(hass: HomeAssistant, call: ServiceCall, runtime: RuntimeData) -> Sight:
    """Return what whoever calls may see. Raises Unauthorized for those who see nothing of the house, UnknownUser."""
    if call.context.user_id is None:
        return runtime.rights.sight_of_nobody()
    user = await hass.auth.async_get_user(call.context.user_id)
    if user is None:
        raise UnknownUser(context=call.context, user_id=call.context.user_id)
    return await runtime.rights.sight(user)
