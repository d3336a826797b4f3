"""The privacy settings, as a panel sees, follows and sets them."""

from typing import Any

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.const import NO_SATELLITE
from tests.gate.house import House, add_satellite
from tests.websocket_api.test_commands import ask

WEEK = 7 * 24 * 3600
FRESH = {
    "readable": True,
    "house": {
        "retention": {"sound": 0, "words": WEEK, "response": WEEK},
        "off_the_record": None,
        "rules": {
            content: {
                "places": {"this_machine": "allow", "home_network": "allow", "internet": "warn"},
                "engines": {},
            }
            for content in ("sound", "words")
        },
        "share_with_household": {"shared": False, "since": None},
    },
    "satellites": [],
}

UNSHARED = {"shared": None, "since": None}


async def test_a_fresh_install_keeps_words_for_a_week_and_no_sound(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    assert await ask(await hass_ws_client(hass), type="earshot/settings/get") == FRESH


async def test_what_is_set_is_answered_and_told_to_those_who_follow(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    follower, client = await hass_ws_client(hass), await hass_ws_client(hass)
    await ask(follower, type="earshot/settings/subscribe")
    assert (await follower.receive_json())["event"] == FRESH
    for satellite in (kitchen, NO_SATELLITE):
        told: dict[str, Any] = await ask(
            client, type="earshot/settings/set_retention", satellite=satellite, content="sound", keep_for=3600
        )
    own = {
        "retention": {"sound": 3600},
        "off_the_record": None,
        "rules": {},
        "share_with_household": UNSHARED,
        "guests_or_children": False,
    }
    assert sorted(told["satellites"], key=str) == sorted(
        ({"satellite": satellite, **own} for satellite in (kitchen, NO_SATELLITE)), key=str
    )
    for _ in range(20):
        if (event := (await follower.receive_json())["event"]) == told:
            break
    assert event == told


async def test_off_the_record_is_gone_and_ended(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    until = "2999-01-01T12:00:00.000+00:00"
    told = await ask(client, type="earshot/settings/off_the_record", until=until)
    assert told["house"]["off_the_record"]["until"] == until
    told = await ask(client, type="earshot/settings/on_the_record")
    assert told["house"]["off_the_record"] is None
    await client.send_json_auto_id({"type": "earshot/settings/on_the_record"})
    assert (await client.receive_json())["error"]["code"] == "not_off_the_record"


@pytest.mark.parametrize("keep_for", [1, 61, 10**9, None])
async def test_a_period_that_nobody_can_keep_is_refused_with_a_code(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, keep_for: int | None
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/settings/set_retention", "content": "words", "keep_for": keep_for})
    assert (await client.receive_json())["error"]["code"] == "retention_period"
    assert await ask(client, type="earshot/settings/get") == FRESH


async def test_rules_are_set_for_places_and_for_engines_and_taken_away_again(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client, kitchen = await hass_ws_client(hass), add_satellite(hass, "Kitchen")
    change = {"type": "earshot/settings/set_rule", "content": "words"}
    await ask(client, **change, target="internet", rule="local_only")
    await ask(client, **change, satellite=kitchen, target="internet", rule="ask")
    told = await ask(client, **change, satellite=kitchen, target="conversation.cloud", rule="allow")
    assert told["house"]["rules"]["words"]["places"]["internet"] == "local_only"
    (own,) = told["satellites"]
    assert own["satellite"] == kitchen
    assert own["rules"] == {
        "words": {"places": {"internet": "ask"}, "engines": {"conversation.cloud": "allow"}},
    }
    for target in ("internet", "conversation.cloud"):
        told = await ask(client, **change, satellite=kitchen, target=target, rule=None)
    assert told["satellites"] == []
    await client.send_json_auto_id({**change, "target": "internet", "rule": None})
    assert (await client.receive_json())["error"]["code"] == "rule_needed"


@pytest.mark.promise(7)
@pytest.mark.promise(1)
async def test_a_satellite_is_shared_with_the_household_by_an_administrator_and_nothing_else_is(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    client = await hass_ws_client(hass)
    told = await ask(client, type="earshot/settings/share", satellite=kitchen, shared=True)
    (own,) = told["satellites"]
    assert own["share_with_household"]["shared"] is True
    assert own["share_with_household"]["since"]
    assert told["house"]["share_with_household"] == {"shared": False, "since": None}
    told = await ask(client, type="earshot/settings/share", satellite=kitchen, shared=None)
    assert told["satellites"] == []
    await client.send_json_auto_id({"type": "earshot/settings/share", "satellite": NO_SATELLITE, "shared": True})
    assert (await client.receive_json())["error"]["code"] == "invalid_format"


@pytest.mark.promise(8)
async def test_an_administrator_says_that_guests_or_children_speak_to_a_satellite(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    client = await hass_ws_client(hass)
    told = await ask(client, type="earshot/settings/guests", satellite=kitchen, guests_or_children=True)
    assert [one["guests_or_children"] for one in told["satellites"]] == [True]
    told = await ask(client, type="earshot/settings/guests", satellite=kitchen, guests_or_children=False)
    assert told["satellites"] == []
