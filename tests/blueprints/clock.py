"""The clock on the wall, in a test's hands. It goes on from where it is set: a frozen one stops the home."""

from datetime import UTC, datetime, timedelta, tzinfo

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed


class WallClock:
    """What time Home Assistant believes that it is."""

    def __init__(self, hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
        self._hass = hass
        self._ahead = timedelta()

        def now(zone: tzinfo | None = None) -> datetime:
            return datetime.now(zone or dt_util.get_default_time_zone()) + self._ahead

        monkeypatch.setattr(dt_util, "utcnow", lambda: now(UTC))
        monkeypatch.setattr(dt_util, "now", now)

    def set(self, moment: datetime) -> None:
        """Set it, as while nobody looks at it."""
        self._ahead = moment - datetime.now(UTC)

    async def become(self, moment: datetime) -> None:
        """Let it become some time, and let happen what happens then."""
        self.set(moment)
        async_fire_time_changed(self._hass, moment)
        await self._hass.async_block_till_done()


def at(hour: int, days: int = 1) -> datetime:
    """Return an hour of a day, 0 for today, by the time of the house."""
    day = dt_util.now() + timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
