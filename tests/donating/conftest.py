"""A home in which somebody donates."""

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.donating import donations as donations_module
from custom_components.earshot.vault.clock import Clock
from tests.donating.giving_home import GivingHome, Hands
from tests.donating.stand_in_desk import StandInDesk
from tests.gate.house import House, add_satellite


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> StandInDesk:
    """Let every courier go to a desk in memory. To be asked for before `house`."""
    desk = StandInDesk()
    monkeypatch.setattr("custom_components.earshot.donating.make.Courier", lambda _hass, _choices: desk)
    return desk


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Give the clocks of donations into a test's hands. To be asked for before `house`."""
    hands = Hands(dt_util.utcnow)
    monkeypatch.setattr(donations_module, "Clock", lambda: Clock(wall=hands.wall, elapsed=hands.elapsed))
    return hands


@pytest.fixture
async def home(hass: HomeAssistant, desk: StandInDesk, hands: Hands, house: House) -> GivingHome:
    """Give a home whose couriers go to the stand-in desk. Nobody has consented yet."""
    admin = await hass.auth.async_create_user("Ada", group_ids=["system-admin"])
    return GivingHome(house, desk, add_satellite(hass, "Kitchen"), admin)
