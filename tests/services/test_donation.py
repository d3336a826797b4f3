"""Actions about donation: everybody switches off, an administrator takes back, and none switches on."""

from homeassistant.auth.models import User
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, Unauthorized
import pytest

from custom_components.earshot.const import DOMAIN
from tests.donating.stand_in import ON, Donations
from tests.people.household import add_person


async def test_a_member_and_an_automation_switch_off(hass: HomeAssistant, donations: Donations) -> None:
    anna = await add_person(hass, "Anna")
    donations.becomes(ON)
    for context in (Context(user_id=anna.user.id), Context()):
        await hass.services.async_call(DOMAIN, "donation_off", {}, blocking=True, context=context)
    assert donations.done == ["off by Anna", "off by automation"]


async def test_an_administrator_takes_back(hass: HomeAssistant, donations: Donations, hass_admin_user: User) -> None:
    told = await hass.services.async_call(
        DOMAIN,
        "withdraw",
        {"donation_id": "7" * 32},
        blocking=True,
        context=Context(user_id=hass_admin_user.id),
        return_response=True,
    )
    assert told == {"donations": [{"donation_id": "7" * 32, "state": "given", "published": []}]}


async def test_a_member_does_not_take_back(hass: HomeAssistant, donations: Donations) -> None:
    anna = await add_person(hass, "Anna")
    with pytest.raises(Unauthorized):
        await hass.services.async_call(
            DOMAIN, "withdraw", {"everything": True}, blocking=True, context=Context(user_id=anna.user.id)
        )
    assert not donations.done


async def test_everything_is_taken_back_only_after_a_yes(hass: HomeAssistant, donations: Donations) -> None:
    with pytest.raises(HomeAssistantError):
        await hass.services.async_call(DOMAIN, "withdraw", {"everything": True}, blocking=True)
    assert not donations.done
    await hass.services.async_call(DOMAIN, "withdraw", {"everything": True, "confirm": True}, blocking=True)
    assert donations.done == ["withdraw by automation"]
