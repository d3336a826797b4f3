"""The options of Earshot: when a digest comes, and where to."""

from datetime import time
from typing import Any, Final

from homeassistant.config_entries import ConfigEntryState, ConfigFlowResult, OptionsFlow
from homeassistant.helpers.selector import (
    EntitySelector,
    EntitySelectorConfig,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TimeSelector,
)
import probatio

from .digest.plan import Cadence
from .runtime import EarshotConfigEntry

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

CADENCE: Final = "cadence"
WEEKDAY: Final = "weekday"
AT: Final = "at"
TARGET: Final = "target"

SCHEMA: Final = probatio.Schema(
    {
        probatio.Required(CADENCE): SelectSelector(
            SelectSelectorConfig(
                options=[Cadence.WEEKLY, Cadence.DAILY], translation_key="digest_cadence", mode=SelectSelectorMode.LIST
            )
        ),
        probatio.Required(WEEKDAY): SelectSelector(
            SelectSelectorConfig(options=list(WEEKDAYS), translation_key="weekday", mode=SelectSelectorMode.DROPDOWN)
        ),
        probatio.Required(AT): TimeSelector(),
        probatio.Optional(TARGET): EntitySelector(EntitySelectorConfig(domain="notify")),
    }
)


class DigestOptions(OptionsFlow):
    """One form. What it asks for is kept with what was told last, and takes hold without a reload."""

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask, and set it."""
        entry: EarshotConfigEntry = self.config_entry
        if entry.state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        digests = entry.runtime_data.glance.digests
        if user_input is None:
            plan = digests.plan
            known = {CADENCE: plan.cadence, WEEKDAY: WEEKDAYS[plan.weekday], AT: plan.at.isoformat()}
            known |= {TARGET: plan.target} if plan.target else {}
            return self.async_show_form(
                step_id="init", data_schema=self.add_suggested_values_to_schema(SCHEMA, known), last_step=True
            )
        await digests.change(
            cadence=Cadence(user_input[CADENCE]),
            weekday=WEEKDAYS.index(user_input[WEEKDAY]),
            at=time.fromisoformat(user_input[AT]).replace(second=0),
            target=user_input.get(TARGET),
        )
        # As they were: nothing else is among them, and nothing has to begin anew.
        return self.async_create_entry(data=dict(entry.options))
