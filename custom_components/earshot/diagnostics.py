"""What a person can hand to somebody who helps: facts about Earshot, and never words, sound or keys."""

from dataclasses import asdict
from typing import Any, Final

from homeassistant.core import HomeAssistant

from .errors import EarshotError
from .ledger.jsonable import to_json
from .ledger.query import Query
from .runtime import EarshotConfigEntry, RuntimeData

LATEST: Final = 10
"""Utterances of which the facts are told: enough to see a pattern, few enough to read."""


async def async_get_config_entry_diagnostics(hass: HomeAssistant, entry: EarshotConfigEntry) -> dict[str, Any]:
    """Tell of the voice host, the home's sentences, the ledger, and what Home Assistant keeps itself."""
    runtime = entry.runtime_data
    report, built = runtime.host.report, runtime.host.grammar_built
    return {
        "host": {
            "available": runtime.host.available,
            "failures": runtime.host.failures,
            "report": None if report is None else asdict(report),
        },
        # The words themselves are names from this home: only how many there are is told.
        "sentences": {
            "problem": runtime.home.problem,
            "words": built.words if built else None,
            "guessed_words": len(built.guessed) if built else None,
            "unheard_words": len(built.unheard) if built else None,
        },
        "assistants": [assistant.title for assistant in entry.subentries.values()],
        "outages": {kind: to_json(began) for kind, began in runtime.storage.outages.items()},
        "privacy": runtime.settings.told(),
        # Its address holds a password; the entry's own data are not told at all.
        "database": runtime.database.kind,
        "ledger": await hass.async_add_executor_job(_ledger, runtime),
        # How much lies where and since when, as everywhere else: never what.
        "traces": to_json(await runtime.traces.survey()),
    }


def _ledger(runtime: RuntimeData) -> dict[str, Any]:
    try:
        ledger = runtime.ledger
        return {
            "size": ledger.size(),
            "checkpoint": ledger.latest_checkpoint(),
            "latest": [to_json(view) for view in ledger.utterances(Query(limit=LATEST)).items],
        }
    except EarshotError as err:
        return {"error": err.code}
