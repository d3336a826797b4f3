"""What the buttons of the house do, and who may press them."""

from datetime import datetime
from typing import Any

from homeassistant.auth.models import User
from homeassistant.auth.permissions import PolicyPermissions
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.errors import ContentGoneError
from custom_components.earshot.house import arming
from custom_components.earshot.ledger import Erased, Query, UtteranceView
from custom_components.earshot.models import ContentKind
from tests.gate.house import House, add_satellite, refused
from tests.house.looking import attribute, enable, until
from tests.people.household import add_person, make_reviewers

VERIFY = "button.earshot_ledger_verify_now"
FORGET = "button.earshot_ledger_forget_the_last_utterance"
ERASE = "button.earshot_ledger_erase_everything_kept"


async def press(hass: HomeAssistant, button: str, user: User | None = None) -> None:
    context = Context(user_id=user.id) if user else None
    await hass.services.async_call("button", "press", {"entity_id": button}, blocking=True, context=context)


async def kept(hass: HomeAssistant, house: House) -> list[UtteranceView]:
    """Return the utterances whose words can be read, the newest first."""
    await house.over()
    views = (await hass.async_add_executor_job(house.runtime.ledger.utterances, Query())).items
    return [view for view in views if can_be_read(house, view)]


def can_be_read(house: House, view: UtteranceView) -> bool:
    try:
        return bool(house.runtime.vault.read(view.utterance_id, ContentKind.WORDS))
    except ContentGoneError:
        return False


async def test_verifying_shows_what_came_of_it(hass: HomeAssistant, house: House) -> None:
    await press(hass, VERIFY)
    await until(hass, "sensor.earshot_ledger_state", "verified")


async def test_the_last_that_was_said_is_forgotten_with_the_false_wakes_since(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await house.say(satellite_id=hall)
    await house.say(satellite_id=kitchen)
    house.host.hears = refused("silence")
    await house.say(satellite_id=hall)
    assert len(await kept(hass, house)) == 2
    await press(hass, FORGET)
    (left,) = await kept(hass, house)
    assert left.satellite is not None
    assert left.satellite.entity_id == hall
    await press(hass, FORGET)
    assert await kept(hass, house) == [left]  # it is still not the last


async def test_what_somebody_else_typed_is_not_the_last_that_was_said(hass: HomeAssistant, house: House) -> None:
    anna, ben = await add_person(hass, "Anna"), await add_person(hass, "Ben")
    await house.say(user_id=anna.user.id)
    await house.over()
    for user in (ben.user, None):
        with pytest.raises(ServiceValidationError) as caught:
            await press(hass, FORGET, user)
        assert caught.value.translation_key == "nothing_said"
    assert len(await kept(hass, house)) == 1
    await press(hass, FORGET, anna.user)
    assert not await kept(hass, house)


async def test_nobody_forgets_for_a_satellite_that_they_may_not_control(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await house.say(satellite_id=hall)
    await house.say(satellite_id=kitchen)
    assert len(await kept(hass, house)) == 2
    guest = (await add_person(hass, "Guest")).user
    policy: Any = {"entities": {"entity_ids": {hall: {"control": True}, FORGET: {"control": True}}}}
    monkeypatch.setattr(guest, "permissions", PolicyPermissions(policy, guest.perm_lookup))
    await press(hass, FORGET, guest)
    (left,) = await kept(hass, house)
    assert left.satellite is not None
    assert left.satellite.entity_id == kitchen


async def test_a_reviewer_of_the_desk_presses_nothing_here(hass: HomeAssistant, house: House) -> None:
    reviewer = await add_person(hass, "Reviewer")
    await make_reviewers(hass, house, reviewer, second_factor=(reviewer,))
    await house.say(satellite_id=add_satellite(hass, "Kitchen"))
    for button in (VERIFY, FORGET):
        with pytest.raises(Unauthorized):
            await press(hass, button, reviewer.user)
    assert len(await kept(hass, house)) == 1
    assert house.runtime.witnesses.verifying.last is None


async def test_everything_is_erased_by_two_presses_of_an_administrator(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await enable(hass, house, ERASE)
    await house.say()
    await house.say()
    for _ in range(2):  # the second comes at once, and does not count
        with pytest.raises(ServiceValidationError) as caught:
            await press(hass, ERASE, hass_admin_user)
        assert caught.value.translation_key == "erase_all_armed"
    assert isinstance(attribute(hass, ERASE, "armed_until"), datetime)
    assert len(await kept(hass, house)) == 2
    monkeypatch.setattr(arming, "DELIBERATE_SECONDS", 0.0)
    await press(hass, ERASE, hass_admin_user)
    assert not await kept(hass, house)
    assert attribute(hass, ERASE, "armed_until") is None
    assert len(await house.utterances()) == 2
    erased = await house.entries("erased")
    assert {record.by for record in erased if isinstance(record, Erased)} == {hass_admin_user.name}


async def test_a_member_arms_nothing(hass: HomeAssistant, house: House) -> None:
    await enable(hass, house, ERASE)
    anna = await add_person(hass, "Anna")
    for _ in range(2):
        with pytest.raises(Unauthorized):
            await press(hass, ERASE, anna.user)
    assert attribute(hass, ERASE, "armed_until") is None


async def test_a_reload_leaves_nothing_armed(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arming, "DELIBERATE_SECONDS", 0.0)
    await enable(hass, house, ERASE)
    with pytest.raises(HomeAssistantError):
        await press(hass, ERASE)
    await enable(hass, house)
    assert attribute(hass, ERASE, "armed_until") is None
    with pytest.raises(HomeAssistantError):
        await press(hass, ERASE)


async def test_erasing_everything_is_for_who_enables_it(hass: HomeAssistant, house: House) -> None:
    entry = er.async_get(hass).async_get(ERASE)
    assert entry is not None
    assert entry.disabled_by is er.RegistryEntryDisabler.INTEGRATION
    assert hass.states.get(ERASE) is None
