"""Ask for the address of the cloud."""

from typing import Any

from homeassistant.config_entries import ConfigFlow, ConfigFlowResult
from homeassistant.const import CONF_NAME, CONF_URL
import probatio


class CloudAgentFlow(ConfigFlow, domain="cloud_agent"):
    """One agent."""

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Take name and address as they are."""
        if user_input is not None:
            return self.async_create_entry(title=user_input[CONF_NAME], data=user_input)
        schema = probatio.Schema({probatio.Required(CONF_NAME): str, probatio.Required(CONF_URL): str})
        return self.async_show_form(step_id="user", data_schema=schema)
