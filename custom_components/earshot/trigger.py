"""Triggers for automations, by purpose: something left the house, a rule refused something, somebody listened.

They are fed by the same source as the event entity, and work also where that is disabled.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Final, override

from homeassistant.const import CONF_FOR, CONF_OPTIONS, CONF_TARGET
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.target import TargetSelection
from homeassistant.helpers.trigger import Trigger, TriggerActionRunner, TriggerConfig, TriggerNotTriggeredReporter
from homeassistant.helpers.typing import ConfigType
import probatio

from .models import Place
from .privacy_events import SIGNAL_TOLD, OpenMicrophones, Told, satellites_of

SATELLITE: Final = {
    probatio.Optional("satellite"): probatio.All(probatio.EnsureList(), [cv.entity_domain("assist_satellite")])
}
ENGINE: Final = {probatio.Optional("engine"): probatio.All(probatio.EnsureList(), [cv.string])}
"""By the name that the ledger shows."""
PLACE: Final = {probatio.Optional("place"): probatio.All(probatio.EnsureList(), [probatio.In([*Place])])}

TRACE_PLACES: Final = (
    "automation_traces",
    "backups",
    "chat_sessions",
    "conversation_traces",
    "debug_loggers",
    "debug_recordings",
    "intent_cache",
    "log_files",
    "microphone_capture",
    "pipeline_debug",
    "player_states",
    "recorder_rows",
    "speech_files",
    "speech_memory",
    "system_log",
)
"""Where Home Assistant itself keeps words or sound, by the names that the actions have for it."""
TRACE: Final = {probatio.Optional("trace"): probatio.All(probatio.EnsureList(), [probatio.In(TRACE_PLACES)])}
FOR: Final = {probatio.Optional(CONF_FOR, default={"seconds": 0}): cv.positive_time_period}

FACT_OF_FIELD: Final = {"satellite": "satellite_id", "engine": "engine", "place": "place", "trace": "trace"}
"""The fact that each field asks for."""


class PrivacyTrigger(Trigger):
    """Fires for each event of some types, of the satellites, engines and places that are named. None named: of all."""

    types: ClassVar[frozenset[str]]
    fields: ClassVar[Mapping[Any, Any]]
    target: ClassVar[Mapping[Any, Any]] = {}

    @classmethod
    @override
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Raise probatio.Invalid for a field that it has not, or a value that makes no sense."""
        schema = probatio.Schema({probatio.Optional(CONF_OPTIONS, default={}): dict(cls.fields), **cls.target})
        validated: ConfigType = schema(config)
        return validated

    def __init__(self, hass: HomeAssistant, config: TriggerConfig) -> None:
        super().__init__(hass, config)
        self._options: Mapping[str, Any] = config.options or {}

    @override
    async def async_attach_runner(
        self, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None = None
    ) -> CALLBACK_TYPE:
        """Run the action for each event that fits. Returns what ends that."""

        @callback
        def told(one: Told) -> None:
            if self._fits(one):
                _run(run_action, one)

        return async_dispatcher_connect(self._hass, SIGNAL_TOLD, told)

    def _fits(self, told: Told) -> bool:
        return told.event_type in self.types and all(
            told.facts.get(FACT_OF_FIELD[field]) in wanted for field, wanted in self._options.items() if wanted
        )


class ListenedTrigger(PrivacyTrigger):
    """Leaves out what a review desk does without anybody listening."""

    @override
    def _fits(self, told: Told) -> bool:
        return super()._fits(told) and told.facts.get("action") != "deleted"


class MicrophoneTrigger(PrivacyTrigger):
    """Fires once for each microphone of the target that has been open for a while without a break."""

    types: ClassVar[frozenset[str]] = frozenset()
    fields = FOR
    target: ClassVar[Mapping[Any, Any]] = {probatio.Optional(CONF_TARGET): cv.TARGET_FIELDS}

    def __init__(self, hass: HomeAssistant, config: TriggerConfig) -> None:
        super().__init__(hass, config)
        self._selection = TargetSelection(config.target or {})

    @override
    async def async_attach_runner(
        self, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None = None
    ) -> CALLBACK_TYPE:
        """Run the action for each. Returns what ends that."""
        microphones = OpenMicrophones(
            self._hass,
            lambda: satellites_of(self._hass, self._selection),
            self._options[CONF_FOR],
            lambda told: _run(run_action, told),
        )
        return microphones.start()


@callback
def _run(run_action: TriggerActionRunner, told: Told) -> None:
    facts = dict(told.facts)
    run_action(facts | {"type": told.event_type, "at": told.at}, f"earshot: {told.event_type}")


def _on(
    *types: str, fields: Mapping[Any, Any] | None = None, base: type[PrivacyTrigger] = PrivacyTrigger
) -> type[Trigger]:
    return type(base.__name__, (base,), {"types": frozenset(types), "fields": fields or {}})


TRIGGERS: Final[dict[str, type[Trigger]]] = {
    "left_house": _on("left_house", fields=SATELLITE | ENGINE | PLACE),
    "blocked": _on("blocked", fields=SATELLITE | ENGINE | PLACE),
    "listened": _on("reviewed", "opened", base=ListenedTrigger),
    "opened": _on("opened", fields=SATELLITE),
    "shared": _on("shared", fields=SATELLITE | PLACE),
    "offered": _on("offered"),
    "donated": _on("donated"),
    "withdrawn": _on("withdrawn"),
    "stored": _on("stored", fields=SATELLITE),
    "erased": _on("erased", "redacted"),
    "false_wake": _on("false_wake", fields=SATELLITE),
    "off_the_record": _on("off_the_record", fields=SATELLITE),
    "on_the_record": _on("on_the_record", fields=SATELLITE),
    "consent_changed": _on("consent_given", "consent_withdrawn"),
    "consent_ends": _on("consent_ends", fields=SATELLITE),
    "trace_found": _on("trace_found", fields=TRACE),
    "microphone_opened": MicrophoneTrigger,
    "ledger_problem": _on("gap", "verification_failed"),
}


async def async_get_triggers(hass: HomeAssistant) -> dict[str, type[Trigger]]:  # noqa: ARG001 - Home Assistant passes it
    """Return them by name."""
    return TRIGGERS
