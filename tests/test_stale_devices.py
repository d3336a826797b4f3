"""A device that nothing stands on goes by itself at the next start, or by hand; no other does."""

from types import MappingProxyType

from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot import async_remove_config_entry_device
from custom_components.earshot.const import DOMAIN, SUBENTRY_ASSISTANT
from custom_components.earshot.stale_devices import remove_stale_devices
from tests.gate.house import House


def add_device(hass: HomeAssistant, entry: MockConfigEntry, name: str) -> dr.DeviceEntry:
    return dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id, identifiers={(DOMAIN, name)}, name=name
    )


def devices(hass: HomeAssistant, entry: MockConfigEntry) -> set[str]:
    found = dr.async_entries_for_config_entry(dr.async_get(hass), entry.entry_id)
    return {name for device in found for domain, name in device.identifiers if domain == DOMAIN}


async def test_a_device_without_entities_is_gone_after_a_start_and_the_others_are_not(
    hass: HomeAssistant, house: House
) -> None:
    kept = devices(hass, house.entry)
    assert len(kept) == 2, "the ledger's and the assistant's"
    add_device(hass, house.entry, "a satellite that is gone")
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    assert devices(hass, house.entry) == kept


async def test_a_device_goes_with_its_assistant(hass: HomeAssistant, house: House) -> None:
    before = devices(hass, house.entry)
    second = ConfigSubentry(data=MappingProxyType({}), subentry_type=SUBENTRY_ASSISTANT, title="Second", unique_id=None)
    hass.config_entries.async_add_subentry(house.entry, second)
    await hass.async_block_till_done()
    assert devices(hass, house.entry) == before | {second.subentry_id}
    hass.config_entries.async_remove_subentry(house.entry, second.subentry_id)
    await hass.async_block_till_done()
    assert devices(hass, house.entry) == before


@pytest.mark.parametrize("disabled_by", [None, er.RegistryEntryDisabler.USER])
async def test_only_a_device_that_nothing_stands_on_can_be_removed_by_hand(
    hass: HomeAssistant, disabled_by: er.RegistryEntryDisabler | None
) -> None:
    entry = MockConfigEntry(domain=DOMAIN)
    entry.add_to_hass(hass)
    device = add_device(hass, entry, "one")
    assert await async_remove_config_entry_device(hass, entry, device)
    # Somebody else's helper counts, too: whoever removes the device takes that away from its owner.
    er.async_get(hass).async_get_or_create(
        "sensor", "template", "x", device_id=device.id, disabled_by=disabled_by, config_entry=None
    )
    assert not await async_remove_config_entry_device(hass, entry, device)
    remove_stale_devices(hass, entry)
    assert devices(hass, entry) == {"one"}
