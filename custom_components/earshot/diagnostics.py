"""What a person can hand to somebody who helps: facts about Earshot, and never words, sound, keys or people."""

from dataclasses import asdict, replace
from typing import Any, Final

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er

from .const import DOMAIN, SUBENTRY_ASSISTANT, SUBENTRY_SATELLITE
from .errors import EarshotError
from .ledger.jsonable import to_json
from .ledger.query import Query
from .ledger.view import UtteranceView
from .models import EarKind, Stage
from .runtime import Assistant, EarshotConfigEntry, Host, RuntimeData

LATEST: Final = 10
"""Utterances of which the facts are told: enough to see a pattern, few enough to read."""


async def async_get_config_entry_diagnostics(hass: HomeAssistant, entry: EarshotConfigEntry) -> dict[str, Any]:
    """Tell of voice hosts, engines, settings, the ledger, donation, and what Home Assistant keeps itself."""
    runtime = entry.runtime_data
    built = runtime.host.grammar_built
    return {
        "hosts": [_host(host) for host in runtime.host.members],
        # The words themselves are names from this home: only how many there are is told.
        "sentences": {
            "problem": runtime.home.problem,
            "words": built.words if built else None,
            "guessed_words": len(built.guessed) if built else None,
            "unheard_words": len(built.unheard) if built else None,
        },
        # How they are called is told of none: rooms are named after people.
        "assistants": [_assistant(hass, one) for one in entry.get_subentries_of_type(SUBENTRY_ASSISTANT)],
        "paired_satellites": len(entry.get_subentries_of_type(SUBENTRY_SATELLITE)),
        "outages": {kind: to_json(began) for kind, began in runtime.storage.outages.items()},
        "privacy": to_json(runtime.settings.told()),
        # Its address holds a password; the entry's own data are not told at all.
        "database": runtime.database.kind,
        "donation": await _donation(runtime),
        "review_desk": runtime.desk is not None,
        "ledger": await hass.async_add_executor_job(_ledger, runtime),
        # How much lies where and since when, as everywhere else: never what.
        "traces": to_json(await runtime.traces.survey()),
    }


def _assistant(hass: HomeAssistant, subentry: ConfigSubentry) -> dict[str, str]:
    """Tell whose the engine behind each stage is; an empty text where nobody has one of that id any more."""
    assistant, registry, found = Assistant.of(subentry), er.async_get(hass), {}
    for stage in Stage:
        engine_id = assistant.engine_id(hass, stage)
        registered = registry.async_get(engine_id) if engine_id else None
        found[stage.value] = DOMAIN if engine_id is None else registered.platform if registered else ""
    return found


async def _donation(runtime: RuntimeData) -> dict[str, Any]:
    """Tell how donation stands. Of desks, statements and tokens nothing is told."""
    try:
        state = await runtime.donations.state()
    except EarshotError as err:
        return {"error": err.code}
    return {
        "on": state.on,
        "suspended": to_json(state.suspended),
        "consents": len(state.consents),
        "waiting": state.waiting,
        "failing_since": to_json(state.failing_since),
        "failure": state.failure,
        "readable": state.readable,
    }


def _host(host: Host) -> dict[str, Any]:
    """Tell of one voice host. Who knocked at it is told by number and not by address."""
    report = None if host.report is None else asdict(host.report)
    if report is not None:
        report["refused"] = [{"why": refused["why"], "count": refused["count"]} for refused in report["refused"]]
    return {
        "title": host.title,
        "place": host.place,
        "available": host.available,
        "failures": host.failures,
        "report": report,
    }


def _ledger(runtime: RuntimeData) -> dict[str, Any]:
    try:
        ledger = runtime.ledger
        return {
            "size": ledger.size(),
            "checkpoint": ledger.latest_checkpoint(),
            "latest": [to_json(_without_people(view)) for view in ledger.utterances(Query(limit=LATEST)).items],
        }
    except EarshotError as err:
        return {"error": err.code}


def _without_people(view: UtteranceView) -> UtteranceView:
    """Return an utterance without whose it was: such a file is attached to an issue that the whole world reads.

    What it did to the home is counted and not named: from that it is known what was said.
    """
    ears = tuple(replace(ear, label="") if ear.kind is EarKind.HOUSEHOLD_MEMBER else ear for ear in view.ears)
    disowned_by = None if view.disowned_by is None else ""
    acted = view.acted
    if acted is not None:
        named = len(acted.deeds) + len(acted.changed)
        acted = replace(acted, deeds=(), changed=(), left_out=acted.left_out + named)
    return replace(view, user=None, user_id=None, disowned_by=disowned_by, ears=ears, acted=acted)
