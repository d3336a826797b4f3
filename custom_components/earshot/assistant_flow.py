"""Choose the engines behind an assistant, or make an assistant that is there already transparent."""

from typing import Any, Final

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult
from homeassistant.helpers.selector import (
    BooleanSelector,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
)
import probatio

from .assistants.catalogue import choices, copied, copyable
from .assistants.plan import CONF_ENGINES, CONF_SETTINGS, CONF_TAKES_OVER
from .assistants.settings import free_name
from .const import TITLE
from .models import Stage

OWN: Final = "own"
"""Stands for Earshot's own engine in the form, and for Home Assistant's own agent."""

CONF_NAME: Final = "name"
CONF_PIPELINE: Final = "pipeline"


class AssistantFlow(ConfigSubentryFlow):
    """One assistant."""

    async def async_step_user(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask whether there is an assistant to copy."""
        return self.async_show_menu(step_id="user", menu_options=["copy", "engines"])

    async def async_step_copy(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Take a pipeline, and put the gate in front of each of its engines."""
        pipelines = {pipeline.id: pipeline for pipeline in copyable(self.hass)}
        if not pipelines:
            return self.async_abort(reason="nothing_to_copy")
        if user_input is None or user_input[CONF_PIPELINE] not in pipelines:
            options = [SelectOptionDict(value=key, label=one.name) for key, one in pipelines.items()]
            fields = {
                probatio.Required(CONF_PIPELINE, default=options[0]["value"]): _one_of(options),
                probatio.Required(CONF_TAKES_OVER, default=True): BooleanSelector(),
            }
            return self.async_show_form(step_id="copy", data_schema=probatio.Schema(fields))
        original = pipelines[user_input[CONF_PIPELINE]]
        copy = copied(self.hass, original)
        data = {CONF_ENGINES: copy.engines, CONF_SETTINGS: copy.settings}
        if user_input[CONF_TAKES_OVER]:
            data[CONF_TAKES_OVER] = original.id
        return self.async_create_entry(title=f"{original.name} ({TITLE})", data=data)

    async def async_step_engines(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Name the engine behind each stage."""
        if user_input is not None and user_input[CONF_NAME].strip():
            return self.async_create_entry(title=user_input[CONF_NAME].strip(), data=_data(user_input))
        name = free_name(self.hass, TITLE)
        fields: dict[Any, Any] = {probatio.Required(CONF_NAME, default=name): TextSelector()}
        schema = probatio.Schema(fields | self._engine_fields({}))
        return self.async_show_form(step_id="engines", data_schema=schema)

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Exchange engines. Settings that were copied stay in the pipeline, where they can be changed."""
        subentry = self._get_reconfigure_subentry()
        if user_input is not None:
            data = {**subentry.data, **_data(user_input)}
            return self.async_update_and_abort(self._get_entry(), subentry, data=data)
        chosen = subentry.data.get(CONF_ENGINES, {})
        schema = probatio.Schema(self._engine_fields(chosen))
        return self.async_show_form(
            step_id="reconfigure", data_schema=schema, description_placeholders={"name": subentry.title}
        )

    def _engine_fields(self, chosen: dict[str, str]) -> dict[Any, Any]:
        return {
            probatio.Required(stage.value, default=chosen.get(stage, OWN)): self._engines(stage, chosen.get(stage))
            for stage in Stage
        }

    def _engines(self, stage: Stage, chosen: str | None) -> SelectSelector:
        """List the engines of a stage. One that was chosen and is not there now can stay chosen."""
        found = {choice.reference: choice.label for choice in choices(self.hass, stage)}
        if chosen is not None:
            found.setdefault(chosen, chosen)
        own = SelectOptionDict(value=OWN, label="Home Assistant" if stage is Stage.CONVERSATION else TITLE)
        return _one_of([own, *(SelectOptionDict(value=key, label=label) for key, label in found.items())])


def _one_of(options: list[SelectOptionDict]) -> SelectSelector:
    return SelectSelector(SelectSelectorConfig(options=options, mode=SelectSelectorMode.DROPDOWN))


def _data(user_input: dict[str, Any]) -> dict[str, Any]:
    return {CONF_ENGINES: {stage.value: user_input[stage] for stage in Stage if user_input[stage] != OWN}}
