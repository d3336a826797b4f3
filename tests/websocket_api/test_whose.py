"""Whose session something was said in: what the others are told of it, by each way in which they are told."""

import json
from typing import Any

from homeassistant.auth.const import GROUP_ID_ADMIN
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from tests.gate.house import COMMAND, House, add_satellite
from tests.people.household import Person, add_person
from tests.websocket_api.test_commands import ask


@pytest.fixture
async def anna(hass: HomeAssistant, house: House) -> Person:
    return await add_person(hass, "Annabel")


@pytest.fixture
async def ben(hass: HomeAssistant, house: House) -> Person:
    return await add_person(hass, "Benedict")


def names(told: Any, person: Person) -> bool:
    text = json.dumps(told)
    return "Annabel" in text or person.user.id in text


async def test_others_are_told_what_happened_and_not_in_whose_session(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, anna: Person, ben: Person
) -> None:
    hers, his = await hass_ws_client(hass, anna.token), await hass_ws_client(hass, ben.token)
    followers = [await hass_ws_client(hass, person.token) for person in (anna, ben)]
    for follower in followers:
        await ask(follower, type="earshot/utterances/subscribe")
    await house.say(user_id=anna.user.id)
    utterance_id = (await house.utterance()).utterance_id
    events = [(await follower.receive_json())["event"] for follower in followers]
    assert [names(event, anna) for event in events] == [True, False]
    assert all(utterance_id in json.dumps(event) for event in events)
    one = {"type": "earshot/utterances/get", "utterance_id": utterance_id}
    for question in ({"type": "earshot/utterances/list"}, one):
        answers = [await ask(client, **question) for client in (hers, his)]
        assert [names(answer, anna) for answer in answers] == [True, False]
    # She reads her own words: that she did is seen by both, and not that it was she.
    read = await ask(hers, type="earshot/utterances/get", utterance_id=utterance_id, words=True)
    assert read["words"]["words"] == COMMAND
    assert (read["readable"], read["may_change"]) == ("own", True)
    seen = await ask(his, type="earshot/utterances/get", utterance_id=utterance_id)
    assert seen["entries"][-1]["record"]["kind"] == "accessed"
    assert (seen["readable"], seen["may_change"], seen["words"]) == ("nothing", False, None)
    assert not names(seen, anna)
    assert COMMAND not in json.dumps(seen)


async def test_who_is_no_member_any_more_is_told_nothing_more(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, ben: Person
) -> None:
    follower = await hass_ws_client(hass, ben.token)
    await ask(follower, type="earshot/utterances/subscribe")
    await hass.auth.async_update_user(ben.user, group_ids=[])
    await house.say()
    await house.over()
    await hass.auth.async_update_user(ben.user, group_ids=[GROUP_ID_ADMIN])
    await house.say()
    event = (await follower.receive_json())["event"]
    newest, older = await house.utterances()
    assert newest.utterance_id in json.dumps(event)
    assert older.utterance_id not in json.dumps(event)


async def test_a_member_erases_what_is_their_own(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, anna: Person
) -> None:
    client = await hass_ws_client(hass, anna.token)
    await house.say(user_id=anna.user.id)
    await house.over()
    await house.say(satellite_id=add_satellite(hass, "Kitchen"))
    satellites, own = await house.utterances()
    await ask(client, type="earshot/utterances/erase", utterance_ids=[own.utterance_id])
    while (event := (await client.receive_json())["event"])["type"] != "forgotten":
        pass
    assert event["forgotten"]["contents"] == 2
    assert all(content.erased_at for content in (await house.utterances())[1].contents)
    assert not any(content.erased_at for content in satellites.contents)
