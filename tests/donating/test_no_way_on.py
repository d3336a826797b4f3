"""Promise 8: nothing but the consent of an administrator who has logged in lets anything be given. All is tried."""

from datetime import timedelta
from typing import Any

from homeassistant.auth.const import GROUP_ID_ADMIN
from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN, User
from homeassistant.const import STATE_OFF, STATE_ON
from homeassistant.core import Context, HomeAssistant, State
from homeassistant.data_entry_flow import InvalidData, UnknownStep
from homeassistant.exceptions import HomeAssistantError
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import mock_restore_cache
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.const import DOMAIN
from tests.donating.giving_home import GivingHome
from tests.donating.stand_in_desk import ADDRESS
from tests.people.household import GROUP_ID_READ_ONLY, GROUP_ID_USER, add_person

pytestmark = pytest.mark.promise(8)

SWITCH = "switch.earshot_donation"


def whole(home: GivingHome) -> dict[str, Any]:
    """Return a consent in which nothing is missing."""
    return {
        "type": "earshot/donation/consent",
        "address": ADDRESS,
        "statement_sha256": home.desk.statement.sha256,
        "purposes": ["improve_speech_recognition"],
        "satellites": [home.kitchen],
        "until": "2999-01-01",
        "of_age": True,
        "others_know": True,
    }


async def is_off(home: GivingHome) -> bool:
    """Whether nothing is offered of what is said now."""
    await home.say()
    state = await home.donations.state()
    shown = home.hass.states.get(SWITCH)
    assert shown is not None
    return (state.on, state.consents, await home.donations.offers(), shown.state) == (False, (), (), STATE_OFF)


async def call(home: GivingHome, domain: str, service: str, user: User, **data: Any) -> None:
    await home.hass.services.async_call(domain, service, data, blocking=True, context=Context(user_id=user.id))


@pytest.mark.parametrize(
    ("domain", "service"), [("switch", "turn_on"), ("switch", "toggle"), ("homeassistant", "turn_on")]
)
async def test_an_action_of_an_administrator(home: GivingHome, domain: str, service: str) -> None:
    await async_setup_component(home.hass, "homeassistant", {})
    with pytest.raises(HomeAssistantError):
        await call(home, domain, service, home.admin, entity_id=SWITCH)
    assert await is_off(home)


async def test_there_is_no_action_that_gives_a_consent(home: GivingHome) -> None:
    actions = home.hass.services.async_services()[DOMAIN]
    assert "donation_off" in actions
    assert not {name for name in actions if "consent" in name or (name.endswith("_on") and "donat" in name)}


async def test_a_switch_that_a_template_makes(home: GivingHome) -> None:
    turn_on = {"action": "switch.turn_on", "target": {"entity_id": SWITCH}}
    template = {"name": "Other", "state": "{{ true }}", "turn_on": turn_on, "turn_off": []}
    assert await async_setup_component(home.hass, "template", {"template": [{"switch": [template]}]})
    await home.hass.async_block_till_done()
    with pytest.raises(HomeAssistantError):
        await call(home, "switch", "turn_on", home.admin, entity_id="switch.other")
    assert await is_off(home)


async def test_a_state_that_somebody_writes(home: GivingHome) -> None:
    home.hass.states.async_set(SWITCH, STATE_ON)
    await home.say()
    assert not await home.donations.offers()
    assert not (await home.donations.state()).on


async def test_a_restored_state(hass: HomeAssistant, home: GivingHome) -> None:
    mock_restore_cache(hass, [State(SWITCH, STATE_ON)])
    await hass.config_entries.async_reload(home.house.entry.entry_id)
    await hass.async_block_till_done()
    assert await is_off(home)


async def test_what_stands_in_the_configuration_entry(hass: HomeAssistant, home: GivingHome) -> None:
    entry = home.house.entry
    hass.config_entries.async_update_entry(
        entry,
        data={**entry.data, "donation": True, "consents": [whole(home)]},
        options={"donation": True, "consent": whole(home)},
    )
    await hass.async_block_till_done()
    await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done()
    assert await is_off(home)
    # What options there are do not ask for it, and do not take it.
    form = await hass.config_entries.options.async_init(entry.entry_id)
    asked = form["data_schema"]
    assert asked is not None
    assert {str(field) for field in asked.schema} == {"cadence", "weekday", "at", "target"}
    with pytest.raises(InvalidData):
        await hass.config_entries.options.async_configure(
            form["flow_id"], {"cadence": "daily", "weekday": "mon", "at": "09:00:00", "donation": True}
        )
    assert await is_off(home)


async def test_configuration_by_yaml_and_by_import(hass: HomeAssistant, home: GivingHome) -> None:
    with pytest.raises(UnknownStep):
        await hass.config_entries.flow.async_init(
            DOMAIN, context={"source": "import"}, data={"donation": True, "consent": whole(home)}
        )
    assert await is_off(home)


@pytest.mark.parametrize("group", [GROUP_ID_READ_ONLY, GROUP_ID_USER])
async def test_somebody_who_is_no_administrator(
    hass: HomeAssistant, home: GivingHome, hass_ws_client: WebSocketGenerator, group: str
) -> None:
    person = await add_person(hass, "Anna", group)
    client = await hass_ws_client(hass, person.token)
    await client.send_json_auto_id(whole(home) | {"until": "2026-12-31"})
    assert (await client.receive_json())["error"]["code"] == "unauthorized"
    assert await is_off(home)


async def test_a_token_that_was_handed_out(
    hass: HomeAssistant, home: GivingHome, hass_ws_client: WebSocketGenerator
) -> None:
    person = await add_person(hass, "Chief", GROUP_ID_ADMIN)
    refresh = await hass.auth.async_create_refresh_token(
        person.user, client_name="script", token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
    )
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(refresh))
    await client.send_json_auto_id(whole(home))
    assert (await client.receive_json())["error"]["code"] == "login_needed"
    assert await is_off(home)


@pytest.mark.parametrize(
    ("lacks", "code"),
    [
        ({"statement_sha256": "0" * 64}, "statement_changed"),
        ({"purposes": []}, "consent_refused"),
        ({"satellites": []}, "consent_refused"),
        ({"of_age": False}, "consent_refused"),
        ({"others_know": False}, "consent_refused"),
        ({"until": "2020-01-01"}, "consent_refused"),
        ({"until": "2999-01-01"}, "consent_refused"),
        ({"purposes": ["something_else"]}, "invalid_format"),
        ({"of_age": "yes"}, "invalid_format"),
    ],
)
async def test_a_consent_that_is_not_whole(
    hass: HomeAssistant,
    home: GivingHome,
    hass_ws_client: WebSocketGenerator,
    lacks: dict[str, Any],
    code: str,
) -> None:
    person = await add_person(hass, "Chief", GROUP_ID_ADMIN)
    client = await hass_ws_client(hass, person.token)
    await client.send_json_auto_id(whole(home) | {"until": _soon()} | lacks)
    assert (await client.receive_json())["error"]["code"] == code
    assert await is_off(home)


async def test_the_whole_consent_of_somebody_who_has_logged_in_is_the_one_way(
    hass: HomeAssistant, home: GivingHome, hass_ws_client: WebSocketGenerator
) -> None:
    person = await add_person(hass, "Chief", GROUP_ID_ADMIN)
    client = await hass_ws_client(hass, person.token)
    await client.send_json_auto_id(whole(home) | {"until": _soon()})
    assert (await client.receive_json())["success"]
    assert (await home.donations.state()).on
    await hass.async_block_till_done()
    shown = hass.states.get(SWITCH)
    assert shown is not None
    assert shown.state == STATE_ON
    await call(home, "switch", "turn_off", home.admin, entity_id=SWITCH)
    assert not (await home.donations.state()).on


def _soon() -> str:
    return (dt_util.now().date() + timedelta(days=30)).isoformat()
