"""Who read what, and when nobody watched: entries of some kinds, for everybody who lives here."""

from typing import Any

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from tests.gate.house import House, add_satellite
from tests.people.household import add_person


async def ask(client: Any, **message: Any) -> Any:
    await client.send_json_auto_id(message)
    return await client.receive_json()


async def events(client: Any, **arguments: Any) -> Any:
    answer = await ask(client, type="earshot/ledger/events", **{"kinds": ["accessed"]} | arguments)
    assert answer["success"], answer
    return answer["result"]


async def read(client: Any, utterance_id: str) -> None:
    answer = await ask(client, type="earshot/utterances/get", utterance_id=utterance_id, words=True)
    assert answer["success"], answer


async def test_who_read_what_comes_newest_first_and_page_by_page(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    for _ in range(2):
        await house.say()
        await house.over()
    newer, older = [view.utterance_id for view in await house.utterances()]
    client = await hass_ws_client(hass)
    for utterance_id in (older, newer):
        await read(client, utterance_id)
    first = await events(client, limit=1)
    assert [entry["record"]["utterance_id"] for entry in first["items"]] == [newer]
    second = await events(client, limit=1, before=first["next"])
    assert [entry["record"]["utterance_id"] for entry in second["items"]] == [older]
    assert second["next"] is None
    assert second["items"][0]["record"]["who"] == "Mock User"


async def test_everybody_sees_who_read_and_nobody_is_told_whose_session_it_was(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    anna, ben = await add_person(hass, "Anna"), await add_person(hass, "Ben")
    kitchen = add_satellite(hass, "Kitchen")
    await house.runtime.settings.share(kitchen, True, "Chief")
    await house.say(user_id=anna.user.id)
    await house.over()
    await house.say(satellite_id=kitchen)
    await house.over()
    shared, own = [view.utterance_id for view in await house.utterances()]
    annas, bens = await hass_ws_client(hass, anna.token), await hass_ws_client(hass, ben.token)
    for utterance_id in (own, shared):
        await read(annas, utterance_id)
    told = {entry["record"]["utterance_id"]: entry["record"]["who"] for entry in (await events(bens))["items"]}
    assert told == {own: "", shared: "Anna"}
    assert {entry["record"]["who"] for entry in (await events(annas))["items"]} == {"Anna"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"kinds": []}, "invalid_format"),
        ({"kinds": ["stored"]}, "invalid_format"),
        ({"kinds": ["gap"], "limit": 501}, "invalid_format"),
        ({"kinds": ["gap"], "before": "yesterday"}, "ledger_failed"),
    ],
)
async def test_what_makes_no_sense_is_refused(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, arguments: dict[str, Any], code: str
) -> None:
    client = await hass_ws_client(hass)
    answer = await ask(client, type="earshot/ledger/events", **arguments)
    assert answer["error"]["code"] == code
