"""Whose an utterance is: only what somebody said or typed in their own session is theirs."""

from homeassistant.core import Context, HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from tests.gate.house import COMMAND, House


async def test_what_somebody_says_in_their_browser_is_theirs(house: House, hass_admin_user: MockUser) -> None:
    await house.say(user_id=hass_admin_user.id)
    view = await house.utterance()
    assert (view.user, view.user_id) == (hass_admin_user.name, hass_admin_user.id)


async def test_what_is_said_to_a_satellite_is_nobodys_own(house: House, hass_admin_user: MockUser) -> None:
    await house.say(satellite_id="assist_satellite.hall", user_id=hass_admin_user.id)
    assert (await house.utterance()).user_id is None


@pytest.mark.parametrize("by_script", [False, True])
async def test_typed_words_are_theirs_who_typed_and_a_scripts_words_nobodys(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser, *, by_script: bool
) -> None:
    context = Context(user_id=hass_admin_user.id, parent_id="01" if by_script else None)
    call = {"text": COMMAND, "agent_id": "conversation.earshot_agent"}
    await hass.services.async_call("conversation", "process", call, blocking=True, context=context)
    view = await house.utterance()
    assert view.given == ("action" if by_script else "typed")
    assert view.user == hass_admin_user.name
    assert view.user_id == (None if by_script else hass_admin_user.id)


async def test_a_run_without_a_person_is_nobodys(house: House) -> None:
    await house.say()
    view = await house.utterance()
    assert (view.user, view.user_id) == (None, None)
