"""That packages were fetched from outside stands in the ledger, once, whenever there is one."""

from unittest.mock import patch

from homeassistant.core import HomeAssistant

from custom_components.earshot.gate.installation import enter_installation
from custom_components.earshot.gate.storage import Storage
from custom_components.earshot.host_link.environment import CONTACT, HostEnvironment
from custom_components.earshot.ledger import Contacted
from tests.gate.house import House


def note(hass: HomeAssistant) -> None:
    folder = HostEnvironment.of(hass).python.parent.parent
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CONTACT).write_text('{"at": "2026-11-23T12:00:00+00:00", "host": null}')


async def test_an_installation_is_entered_once(hass: HomeAssistant, house: House) -> None:
    note(hass)
    with patch.object(Storage, "write", autospec=True, side_effect=Storage.write) as write:
        for _ in range(2):
            await enter_installation(hass, HostEnvironment.of(hass), house.runtime.storage)
    (call,) = write.call_args_list
    (entry,) = call.args[1]
    assert isinstance(entry, Contacted)
    assert (entry.purpose, entry.label, entry.host) == ("packages", "Python package index", None)
    assert entry.at.isoformat() == "2026-11-23T12:00:00+00:00"
    assert house.runtime.ledger.verify().ok


async def test_an_installation_is_entered_when_earshot_is_set_up(hass: HomeAssistant, house: House) -> None:
    before = house.runtime.ledger.size()
    await hass.config_entries.async_unload(house.entry.entry_id)
    note(hass)
    await hass.config_entries.async_setup(house.entry.entry_id)
    assert house.runtime.ledger.size() == before + 1
    assert HostEnvironment.of(hass).contact() is None


async def test_an_installation_that_could_not_be_entered_waits(hass: HomeAssistant, house: House) -> None:
    note(hass)
    with patch.object(Storage, "write", return_value=False):
        await enter_installation(hass, HostEnvironment.of(hass), house.runtime.storage)
    assert HostEnvironment.of(hass).contact() is not None
