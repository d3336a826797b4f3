"""What the tests of satellites share."""

from collections.abc import Iterator
from unittest.mock import patch

from homeassistant.config_entries import HANDLERS
from homeassistant.core import HomeAssistant
import pytest

from tests.gate.house import House
from tests.satellites.devices import Devices


@pytest.fixture
def devices(hass: HomeAssistant, house: House) -> Iterator[Devices]:
    """Give the satellites of a home with Earshot."""
    with patch.dict(HANDLERS):
        yield Devices(hass)
