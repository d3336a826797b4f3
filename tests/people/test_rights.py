"""What somebody may read and change, in a house where several people said something."""

from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized
import pytest

from custom_components.earshot.errors import NotYoursError, UtteranceUnknownError
from custom_components.earshot.ledger import Accessed, Selection, UtteranceView
from custom_components.earshot.people.access import Access
from custom_components.earshot.people.roles import Role
from tests.gate.house import House, add_satellite
from tests.people.household import GROUP_ID_ADMIN, GROUP_ID_READ_ONLY, Person, add_person, add_token, make_reviewers


async def said(house: House, **how: Any) -> UtteranceView:
    await house.say(**how)
    (newest, *_) = await house.utterances()
    return newest


async def may_read(house: House, person: Person, view: UtteranceView) -> bool:
    try:
        await house.runtime.rights.require_read(view.utterance_id, person.user)
    except NotYoursError:
        return False
    return True


async def may_change(house: House, person: Person, *views: UtteranceView) -> bool:
    selection = Selection(utterance_ids=tuple(view.utterance_id for view in views))
    try:
        await house.runtime.rights.require_change(selection, person.user)
    except NotYoursError:
        return False
    return True


async def test_what_somebody_said_in_their_browser_is_theirs_alone(hass: HomeAssistant, house: House) -> None:
    anna, ben, chief = [await add_person(hass, name) for name in ("Anna", "Ben", "Chief")]
    await hass.auth.async_update_user(chief.user, group_ids=[GROUP_ID_ADMIN])
    view = await said(house, user_id=anna.user.id)
    assert [await may_read(house, person, view) for person in (anna, ben, chief)] == [True, False, True]
    assert [await may_change(house, person, view) for person in (anna, ben, chief)] == [True, False, True]


async def test_a_read_only_person_reads_their_own_and_changes_nothing(hass: HomeAssistant, house: House) -> None:
    guest = await add_person(hass, "Guest", GROUP_ID_READ_ONLY)
    view = await said(house, user_id=guest.user.id)
    assert await may_read(house, guest, view)
    with pytest.raises(Unauthorized):
        await may_change(house, guest, view)


async def test_a_satellite_is_read_by_the_household_from_when_it_is_shared_until_it_is_not(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    anna = await add_person(hass, "Anna")
    before = await said(house, satellite_id=kitchen)
    await house.runtime.settings.share(kitchen, True, "Chief")
    after, elsewhere = await said(house, satellite_id=kitchen), await said(house, satellite_id=hall)
    assert [await may_read(house, anna, view) for view in (before, after, elsewhere)] == [False, True, False]
    assert not await may_change(house, anna, after)
    await house.runtime.settings.share(kitchen, False, "Chief")
    assert not await may_read(house, anna, after)


async def test_to_share_the_house_shares_no_browser(hass: HomeAssistant, house: House) -> None:
    anna, ben = await add_person(hass, "Anna"), await add_person(hass, "Ben")
    await house.runtime.settings.share(None, True, "Chief")
    typed, nobodys = await said(house, user_id=anna.user.id), await said(house)
    assert not await may_read(house, ben, typed)
    assert not await may_read(house, ben, nobodys)


async def test_a_member_names_what_they_change_and_all_of_it_is_theirs(hass: HomeAssistant, house: House) -> None:
    anna = await add_person(hass, "Anna")
    own, other = await said(house, user_id=anna.user.id), await said(house)
    assert await may_change(house, anna, own)
    assert not await may_change(house, anna, own, other)
    for selection in (
        Selection(everything=True),
        Selection(satellite="assist_satellite.hall"),
        Selection(since=own.at),
        Selection(utterance_ids=(own.utterance_id, "unheard-of")),
    ):
        with pytest.raises(NotYoursError):
            await house.runtime.rights.require_change(selection, anna.user)


async def test_what_nobody_knows_is_not_read(hass: HomeAssistant, house: House) -> None:
    anna = await add_person(hass, "Anna")
    with pytest.raises(UtteranceUnknownError):
        await house.runtime.rights.require_read("unheard-of", anna.user)


async def test_a_reviewer_sees_nothing_of_the_house_and_without_a_second_factor_nothing_at_all(
    hass: HomeAssistant, house: House
) -> None:
    people = house.runtime.people
    strong, weak = await add_person(hass, "Strong"), await add_person(hass, "Weak")
    await make_reviewers(hass, house, strong, weak, second_factor=(strong,))
    assert await people.role_of(strong.user) is Role.REVIEWER
    assert await people.role_of(weak.user) is None
    allowed = [access for access in Access if await people.may(strong.user, access, strong.login)]
    assert allowed == [Access.REVIEW, Access.ANYBODY]
    assert not [access for access in Access if await people.may(weak.user, access, weak.login)]
    own = await said(house, user_id=strong.user.id)
    for person in (strong, weak):
        with pytest.raises(Unauthorized):
            await may_read(house, person, own)


async def test_an_administrator_reviews_only_if_listed_and_opens_clips_only_with_a_second_factor(
    hass: HomeAssistant, house: House
) -> None:
    people = house.runtime.people
    listed, weak, other = [await add_person(hass, name, GROUP_ID_ADMIN) for name in ("Listed", "Weak", "Other")]
    await make_reviewers(hass, house, listed, weak, second_factor=(listed, other))
    persons = (listed, weak, other)
    assert [await people.may(one.user, Access.REVIEW, one.login) for one in persons] == [True, False, False]
    assert [await people.may(one.user, Access.DESK, one.login) for one in persons] == [True, False, True]
    assert [await people.may(one.user, Access.ADMIN, one.login) for one in persons] == [True, True, True]
    await hass.auth.async_disable_user_mfa(listed.user, "insecure_example")
    assert not await people.may(listed.user, Access.REVIEW, listed.login)
    assert not await people.may(listed.user, Access.DESK, listed.login)


async def test_a_second_factor_counts_only_where_it_was_asked_for(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    people, strong = house.runtime.people, await add_person(hass, "Strong", GROUP_ID_ADMIN)
    await make_reviewers(hass, house, strong, second_factor=(strong,))
    program = await add_token(hass, strong)
    nobody = await hass.auth.async_create_refresh_token(strong.user, "https://no-credential.example/")
    for access in (Access.REVIEW, Access.DESK):
        assert await people.may(strong.user, access, strong.login)
        for login in (program.login, nobody.id, "unknown", None):
            assert not await people.may(strong.user, access, login), (access, login)
    # As at a provider that trusts a network.
    (provider,) = [one for one in hass.auth._providers.values() if one.type == "insecure_example"]
    monkeypatch.setattr(type(provider), "support_mfa", False)
    assert not await people.may(strong.user, Access.REVIEW, strong.login)


async def test_a_reviewer_whose_account_is_switched_off_hears_nothing_more(hass: HomeAssistant, house: House) -> None:
    strong = await add_person(hass, "Strong")
    await make_reviewers(hass, house, strong, second_factor=(strong,))
    await hass.auth.async_update_user(strong.user, is_active=False)
    assert not await house.runtime.people.may(strong.user, Access.REVIEW, strong.login)


@pytest.mark.promise(7)
async def test_who_reads_their_own_words_is_entered_like_everybody(hass: HomeAssistant, house: House) -> None:
    anna, ben = await add_person(hass, "Anna"), await add_person(hass, "Ben")
    own = await said(house, user_id=anna.user.id)
    assert (await house.runtime.reading_room.read(own.utterance_id, anna.user)).words
    with pytest.raises(NotYoursError):
        await house.runtime.reading_room.read(own.utterance_id, ben.user)
    records = [entry.record for entry in house.runtime.ledger.entries(own.utterance_id)]
    assert [record.who for record in records if isinstance(record, Accessed)] == ["Anna"]
