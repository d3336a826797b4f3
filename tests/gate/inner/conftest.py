from homeassistant.core import HomeAssistant
import pytest

from tests.gate.house import House
from tests.gate.others import Others, add_others


@pytest.fixture
async def others(hass: HomeAssistant, house: House) -> Others:
    """Put engines of others into the home, and all of them behind the gate."""
    others = await add_others(hass)
    await house.put_behind(others.engines)
    return others
