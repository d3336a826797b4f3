"""Satellites whose port serves whoever comes: shown as what is known, and of those only that others can reach."""

from datetime import timedelta

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from tests.gate.house import House
from tests.house_issues.repairs import shown
from tests.satellites.conftest import devices
from tests.satellites.devices import Device, Devices

__all__ = ["devices"]

KIND = "satellite_port_open"


async def minutes_go_by(hass: HomeAssistant) -> None:
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(minutes=6))
    await hass.async_block_till_done()


async def test_a_wyoming_satellite_is_shown_with_its_address_and_goes_with_it(
    hass: HomeAssistant, house: House, devices: Devices
) -> None:
    kitchen = await devices.add(Device("Kitchen", integration="wyoming", data={"host": "192.168.1.7", "port": 10_700}))
    await minutes_go_by(hass)
    issue = shown(hass, KIND)
    assert issue is not None
    assert not issue.is_fixable
    assert issue.translation_placeholders == {"satellite": "Kitchen", "host": "192.168.1.7", "port": "10700"}
    await hass.config_entries.async_remove(kitchen.entry.entry_id)
    await minutes_go_by(hass)
    assert shown(hass, KIND) is None


@pytest.mark.parametrize(
    ("integration", "data"),
    [
        ("wyoming", {"host": "127.0.0.1", "port": 10_700}),
        ("wyoming", {"host": "localhost", "port": 10_700}),
        ("esphome", {"host": "192.168.1.7", "port": 6053, "noise_psk": "key"}),
        ("voip", {}),
        ("test", {}),
    ],
)
async def test_what_nobody_else_reaches_or_that_asks_for_a_key_is_not_shown(
    hass: HomeAssistant, house: House, devices: Devices, integration: str, data: dict[str, object]
) -> None:
    await devices.add(Device("Kitchen", integration=integration, data=data))
    await minutes_go_by(hass)
    assert shown(hass, KIND) is None


async def test_an_esphome_device_without_a_key_is_shown(hass: HomeAssistant, house: House, devices: Devices) -> None:
    await devices.add(Device("Kitchen", integration="esphome", data={"host": "kitchen.local", "port": 6053}))
    await minutes_go_by(hass)
    assert shown(hass, KIND) is not None
