"""The switches of the house: off the record, and donation, which anybody switches off, and nobody on."""

from datetime import timedelta
from typing import Any

from homeassistant.auth.permissions import PolicyPermissions
from homeassistant.const import STATE_OFF, STATE_ON, STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import Context, HomeAssistant, State
from homeassistant.exceptions import ServiceValidationError, Unauthorized
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import mock_restore_cache

from custom_components.earshot.const import CONSENT_WANTED, DOMAIN
from custom_components.earshot.models import ContentKind
from tests.donating.stand_in import OFF, ON, Donations
from tests.gate.house import House
from tests.gate.test_settings import changes
from tests.people.household import add_person, make_reviewers

DONATION = "switch.earshot_donation"
SILENCE = "switch.earshot_off_the_record"
SILENT_UNTIL = "sensor.earshot_ledger_off_the_record_until"


def state(hass: HomeAssistant) -> str:
    found = hass.states.get(DONATION)
    assert found is not None
    return found.state


async def turn(hass: HomeAssistant, what: str, context: Context | None = None, entity_id: str = DONATION) -> None:
    await hass.services.async_call("switch", what, {"entity_id": entity_id}, blocking=True, context=context)


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


async def test_the_whole_house_goes_off_the_record_and_comes_back(hass: HomeAssistant, house: House) -> None:
    assert hass.states.is_state(SILENCE, STATE_OFF)
    anna = await add_person(hass, "Anna")
    await turn(hass, "turn_on", Context(user_id=anna.user.id), SILENCE)
    assert hass.states.is_state(SILENCE, STATE_ON)
    assert hass.states.is_state(SILENT_UNTIL, STATE_UNKNOWN)
    await house.say()
    assert not await hass.async_add_executor_job(
        house.runtime.vault.holds, (await house.utterance()).utterance_id, ContentKind.WORDS
    )
    for _ in range(2):
        await turn(hass, "turn_off", None, SILENCE)
    assert hass.states.is_state(SILENCE, STATE_OFF)
    assert [change.by for change in changes(house)] == ["Anna", "automation"]


async def test_the_switch_shows_what_others_set_and_until_when(hass: HomeAssistant, house: House) -> None:
    until = dt_util.utcnow().replace(microsecond=0) + timedelta(hours=1)
    await house.runtime.settings.go_off(None, until, "Anna")
    assert hass.states.is_state(SILENCE, STATE_ON)
    assert hass.states.is_state(SILENT_UNTIL, until.isoformat())


async def test_the_house_is_for_who_lives_in_all_of_it(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewer, guest = await add_person(hass, "Reviewer"), await add_person(hass, "Guest")
    await make_reviewers(hass, house, reviewer, second_factor=(reviewer,))
    only_this: Any = {"entities": {"entity_ids": {SILENCE: {"control": True}}}}
    monkeypatch.setattr(guest.user, "permissions", PolicyPermissions(only_this, guest.user.perm_lookup))
    for person in (reviewer, guest):
        with pytest.raises(Unauthorized):
            await turn(hass, "turn_on", Context(user_id=person.user.id), SILENCE)
    assert hass.states.is_state(SILENCE, STATE_OFF)
