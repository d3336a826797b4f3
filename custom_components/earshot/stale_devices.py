"""Devices of Earshot's that nothing stands on any more: of a satellite that is gone, or has a device of its own now."""

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr, entity_registry as er


@callback
def is_stale(hass: HomeAssistant, device: dr.DeviceEntry) -> bool:
    """Whether no entity stands on a device, not even one that somebody disabled, or one of another integration."""
    registry = er.async_get(hass)
    return not er.async_entries_for_device(registry, device.id, include_disabled_entities=True)


@callback
def remove_stale_devices(hass: HomeAssistant, entry: ConfigEntry) -> None:
    """Take away what is stale. To be called when every entity that is still wanted has been added."""
    registry = dr.async_get(hass)
    for device in dr.async_entries_for_config_entry(registry, entry.entry_id):
        if is_stale(hass, device):
            registry.async_remove_device(device.id)
