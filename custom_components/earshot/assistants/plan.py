"""What a person chose for one assistant: the engine behind each stage."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er

from ..models import Stage

CONF_ENGINES: Final = "engines"
"""In the subentry's data: the engine by stage. A stage that is not in it has Earshot's own."""

CONF_SETTINGS: Final = "settings"
"""In the subentry's data: settings of the pipeline that was copied, for the new one's making. An engine's field is in
it, as None, where the copied pipeline did not have that stage."""

CONF_TAKES_OVER: Final = "takes_over"
"""In the subentry's data: id of the pipeline whose satellites the new one takes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistant:
    """One assistant, as its subentry describes it."""

    subentry_id: str
    title: str
    engines: Mapping[Stage, str] = field(default_factory=dict)
    """Engines of others, by the id in the entity registry, which survives renaming; by their own id where they are
    not in it. A stage that is absent is Earshot's own, and for the conversation Home Assistant's agent."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What a new pipeline has from the one that was copied, by Home Assistant's names."""
    takes_over: str | None = None
    """The pipeline whose place it takes at the satellites, by id."""

    @classmethod
    def of(cls, subentry: ConfigSubentry) -> Self:
        """Read a subentry. What it says of stages that do not exist is passed over."""
        engines = subentry.data.get(CONF_ENGINES, {})
        return cls(
            subentry_id=subentry.subentry_id,
            title=subentry.title,
            engines={stage: engines[stage] for stage in Stage if engines.get(stage)},
            settings=subentry.data.get(CONF_SETTINGS, {}),
            takes_over=subentry.data.get(CONF_TAKES_OVER),
        )

    @callback
    def engine_id(self, hass: HomeAssistant, stage: Stage) -> str | None:
        """Return the id by which Home Assistant knows the engine now; None for Earshot's own."""
        reference = self.engines.get(stage)
        return None if reference is None else resolve(hass, reference)


@callback
def resolve(hass: HomeAssistant, reference: str) -> str:
    """Turn an entity registry id into the entity id of today; give back what is none."""
    entry = er.async_get(hass).entities.get_entry(reference)
    return entry.entity_id if entry else reference


@callback
def refer(hass: HomeAssistant, engine_id: str) -> str:
    """Turn an engine's id into one that survives renaming, if there is one."""
    entry = er.async_get(hass).async_get(engine_id)
    return entry.id if entry else engine_id
