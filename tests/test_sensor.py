"""How far the ledger was last vouched for by somebody outside, as a person sees it."""

from homeassistant.auth.models import User
from homeassistant.const import STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
import pytest

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.ledger import Ledger
from tests.gate.house import House

ENTRIES = "sensor.earshot_ledger_witnessed_entries"
AT = "sensor.earshot_ledger_last_witnessed"


def state(hass: HomeAssistant, entity_id: str) -> str:
    found = hass.states.get(entity_id)
    assert found is not None
    return found.state


async def test_nobody_has_vouched_for_a_fresh_ledger(hass: HomeAssistant, house: House) -> None:
    assert (state(hass, ENTRIES), state(hass, AT)) == (STATE_UNKNOWN, STATE_UNKNOWN)


async def test_the_sensors_tell_of_the_last_witness_also_after_a_restart(
    hass: HomeAssistant, house: House, hass_admin_user: User
) -> None:
    await house.say()
    await house.over()
    note = await hass.async_add_executor_job(house.runtime.ledger.checkpoint)
    size = house.runtime.ledger.size()
    await house.runtime.witnesses.compare(note, hass_admin_user, "text")
    await hass.async_block_till_done()
    record = await house.runtime.witnesses.last()
    assert record is not None
    expected = (str(size), record.at.isoformat(timespec="seconds"))
    assert (state(hass, ENTRIES), state(hass, AT)) == expected
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert (state(hass, ENTRIES), state(hass, AT)) == expected


async def test_a_ledger_that_does_not_answer_is_asked_again_with_the_next_utterance(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Ledger) -> None:
        raise LedgerUnavailableError

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "last_witnessed", refuse)
        await hass.config_entries.async_reload(house.entry.entry_id)
        await hass.async_block_till_done()
        assert state(hass, ENTRIES) == STATE_UNAVAILABLE
    await house.say()
    await house.over()
    await hass.async_block_till_done()
    assert state(hass, ENTRIES) == STATE_UNKNOWN


async def test_they_are_facts_about_the_ledger_for_whoever_looks_closer(hass: HomeAssistant, house: House) -> None:
    entry = er.async_get(hass).async_get(ENTRIES)
    assert entry is not None
    assert entry.entity_category == "diagnostic"
    device = dr.async_get(hass).async_get(entry.device_id or "")
    assert isinstance(device, dr.DeviceEntry)
    assert (device.name, device.entry_type) == ("Earshot ledger", dr.DeviceEntryType.SERVICE)
