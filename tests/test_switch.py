"""The switch of donation: anybody switches it off, and nobody on."""

from homeassistant.const import STATE_OFF, STATE_ON, STATE_UNAVAILABLE
from homeassistant.core import Context, HomeAssistant, State
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import mock_restore_cache

from custom_components.earshot.const import CONSENT_WANTED, DOMAIN
from tests.donating.stand_in import OFF, ON, Donations
from tests.gate.house import House
from tests.people.household import add_person

DONATION = "switch.earshot_donation"


def state(hass: HomeAssistant) -> str:
    found = hass.states.get(DONATION)
    assert found is not None
    return found.state


async def turn(hass: HomeAssistant, what: str, context: Context | None = None) -> None:
    await hass.services.async_call("switch", what, {"entity_id": DONATION}, blocking=True, context=context)


async def test_it_shows_what_the_consents_say(hass: HomeAssistant, donations: Donations) -> None:
    donations.becomes(OFF)
    await hass.async_block_till_done()
    assert state(hass) == STATE_OFF
    donations.becomes(ON)
    await hass.async_block_till_done()
    assert state(hass) == STATE_ON


@pytest.mark.parametrize("what", ["turn_on", "toggle"])
async def test_it_is_not_switched_on_and_shows_where_that_is_done(
    hass: HomeAssistant, donations: Donations, what: str
) -> None:
    donations.becomes(OFF)
    await hass.async_block_till_done()
    with pytest.raises(ServiceValidationError) as caught:
        await turn(hass, what)
    assert caught.value.translation_key == "donation_needs_consent"
    assert state(hass) == STATE_OFF
    issue = ir.async_get(hass).async_get_issue(DOMAIN, CONSENT_WANTED)
    assert issue is not None
    assert issue.is_fixable
    donations.becomes(ON)
    await hass.async_block_till_done()
    assert ir.async_get(hass).async_get_issue(DOMAIN, CONSENT_WANTED) is None
    await turn(hass, "turn_on")
    assert not donations.requests


async def test_a_member_and_an_automation_switch_it_off(hass: HomeAssistant, donations: Donations) -> None:
    anna = await add_person(hass, "Anna")
    for context in (Context(user_id=anna.user.id), None):
        donations.becomes(ON)
        await hass.async_block_till_done()
        await turn(hass, "turn_off", context)
        assert state(hass) == STATE_OFF
    assert donations.done == ["off by Anna", "off by automation"]


async def test_no_state_is_restored(hass: HomeAssistant, house: House) -> None:
    mock_restore_cache(hass, [State(DONATION, STATE_ON)])
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert state(hass) in {STATE_OFF, STATE_UNAVAILABLE}
