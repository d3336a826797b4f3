"""A clock that is set while Home Assistant runs."""

from datetime import datetime, timedelta

from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.house_issues import clock
from tests.gate.house import House
from tests.house_issues.repairs import fix, shown

KIND = "clock_jumped"


class Clock:
    """A clock on the wall that somebody sets. Home Assistant's timers go on as if nothing had happened."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._looks = 0
        self._began = dt_util.utcnow()

    def origin(self) -> datetime:
        return self._began

    async def set(self, by: timedelta) -> None:
        """Set it, and let it be looked at."""
        self._began += by
        self._looks += 1
        async_fire_time_changed(self._hass, dt_util.utcnow() + timedelta(minutes=2 * self._looks))
        await self._hass.async_block_till_done()


@pytest.fixture
def wall(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock(hass)
    monkeypatch.setattr(clock, "_origin", found.origin)
    return found


@pytest.mark.parametrize("by", [timedelta(hours=3), timedelta(hours=-3)])
async def test_a_jump_is_shown_until_the_clock_is_put_back(
    hass: HomeAssistant, wall: Clock, house: House, by: timedelta
) -> None:
    await wall.set(timedelta(seconds=90))
    assert shown(hass, KIND) is None
    await wall.set(by)
    issue = shown(hass, KIND)
    assert issue is not None
    told = issue.translation_placeholders
    assert told is not None
    before, after = (dt_util.parse_datetime(told[name], raise_on_error=True) for name in ("before", "after"))
    assert abs((after - before) - by) < timedelta(minutes=3)
    await wall.set(-by)
    assert shown(hass, KIND) is None


async def test_what_somebody_has_seen_is_put_away_and_the_next_jump_is_shown(
    hass: HomeAssistant, wall: Clock, house: House, hass_client: ClientSessionGenerator
) -> None:
    await wall.set(timedelta(hours=3))
    issue = shown(hass, KIND)
    assert issue is not None
    assert (await fix(hass, hass_client, issue))["type"] == "create_entry"
    await wall.set(timedelta())
    assert shown(hass, KIND) is None
    await wall.set(timedelta(hours=3))
    assert shown(hass, KIND) is not None


async def test_the_issue_goes_with_earshot(hass: HomeAssistant, wall: Clock, house: House) -> None:
    await wall.set(timedelta(hours=3))
    assert shown(hass, KIND) is not None
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert shown(hass, KIND) is None


def test_the_real_clocks_move_apart_when_the_one_on_the_wall_is_set(freezer: FrozenDateTimeFactory) -> None:
    first = clock._origin()
    freezer.tick(timedelta(hours=3))
    assert abs(clock._origin() - first - timedelta(hours=3)) < timedelta(seconds=30)
