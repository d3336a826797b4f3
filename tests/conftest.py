"""What the tests with a `hass` share. Tests without one are not touched: nothing here is autouse."""

from homeassistant import loader
from homeassistant.core import HomeAssistant
import pytest

# Imported before any `hass` exists: its configuration folder has a `custom_components` of its own, and the
# first one to be imported is the one that Home Assistant finds.
import custom_components.earshot  # noqa: F401


@pytest.fixture
def hass_config_dir(hass_tmp_config_dir: str) -> str:
    """Give each `hass` a configuration folder of its own; the default one lies in the test plugin's package."""
    return hass_tmp_config_dir


@pytest.fixture
def hass(hass: HomeAssistant) -> HomeAssistant:
    """Let each `hass` find custom integrations, which the test plugin hides by default."""
    hass.data.pop(loader.DATA_CUSTOM_COMPONENTS)
    return hass
