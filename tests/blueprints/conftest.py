"""A home with Earshot, and somebody who writes automations there."""

from collections.abc import AsyncIterator

from homeassistant.components.light.const import DATA_COMPONENT as LIGHTS
from homeassistant.components.notify.const import DATA_COMPONENT as NOTIFIERS, DOMAIN as NOTIFY
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest

from tests.blueprints.author import Author, Lamp, Phone
from tests.blueprints.clock import WallClock
from tests.donating.conftest import desk, hands, home
from tests.gate.house import COMMAND, House

__all__ = ["desk", "hands", "home"]

SPOKEN = (COMMAND, "what is the weather", "it is sunny", "turn on the hall light")
"""What is said in these tests, and answered, and written by a reviewer."""


@pytest.fixture
async def author(hass: HomeAssistant, house: House) -> AsyncIterator[Author]:
    """Give somebody who writes automations; nothing that they see afterwards carries words."""
    for component in ("automation", "scene", "persistent_notification"):
        assert await async_setup_component(hass, component, {})
    author = Author(hass)
    yield author
    # What still waits for its time would hold the end of the test.
    await hass.services.async_call("automation", "turn_off", {"entity_id": "all"}, blocking=True)
    seen = author.saw().casefold()
    assert not [words for words in SPOKEN if words in seen]


@pytest.fixture
async def phone(hass: HomeAssistant) -> Phone:
    """Give somebody's phone."""
    assert await async_setup_component(hass, NOTIFY, {})
    phone = Phone()
    await hass.data[NOTIFIERS].async_add_entities([phone])
    return phone


@pytest.fixture
def lit() -> bool:
    """Whether the lamp is on."""
    return True


@pytest.fixture
async def lamp(hass: HomeAssistant, lit: bool) -> Lamp:  # noqa: FBT001 - a fixture
    """Give a lamp."""
    assert await async_setup_component(hass, "light", {})
    lamp = Lamp(on=lit)
    await hass.data[LIGHTS].async_add_entities([lamp])
    return lamp


@pytest.fixture
def clock(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> WallClock:
    """Give the clock on the wall into a test's hands."""
    return WallClock(hass, monkeypatch)
