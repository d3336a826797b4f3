"""Voice hosts that somebody else runs: named by a person, found in the network or by the Supervisor."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import ip_address
from typing import Any
from unittest.mock import patch

from homeassistant.config_entries import (
    SOURCE_HASSIO,
    SOURCE_REAUTH,
    SOURCE_RECONFIGURE,
    SOURCE_USER,
    SOURCE_ZEROCONF,
    ConfigEntryState,
    ConfigFlowResult,
)
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from wyoming.info import Info

from custom_components.earshot.config_flow import EarshotConfigFlow
from custom_components.earshot.const import CONF_HOSTS, CONF_OWN_HOST, DOMAIN
from custom_components.earshot.host_link import remote as remote_module
from custom_components.earshot.host_link.chosen import ChosenHost, chosen_hosts
from custom_components.earshot.host_link.remembered import STORE_KEY, RememberedRemote
from custom_components.earshot.host_link.ways import HostAddress
from custom_components.earshot.models import Place
from tests.host_link.guarded_hosts import GuardedHost, guarded_host
from voice_host.pairing import code_of, make_secret

pytestmark = pytest.mark.usefixtures("socket_enabled")

MUSL = "cpython-314-x86_64-linux-musl"


@pytest.fixture(autouse=True)
async def only_the_flow(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the entry that the flow makes alone; its setup has tests of its own."""
    assert await async_setup_component(hass, "homeassistant", {})

    async def set_up(*_: object) -> bool:
        return True

    monkeypatch.setattr("custom_components.earshot.async_setup_entry", set_up)
    monkeypatch.setattr("custom_components.earshot.async_unload_entry", set_up)


@pytest.fixture
async def there() -> AsyncIterator[GuardedHost]:
    async with guarded_host() as host:
        yield host


def typed(host: GuardedHost, **other: Any) -> dict[str, Any]:
    return {"name": "attic", **host.address.to_data(), **other}


def entry_with(hass: HomeAssistant, *hosts: ChosenHost, own: bool = True) -> MockConfigEntry:
    data = {CONF_OWN_HOST: own, CONF_HOSTS: [host.to_data() for host in hosts]}
    entry = MockConfigEntry(domain=DOMAIN, data=data)
    entry.add_to_hass(hass)
    return entry


def somewhere(title: str) -> ChosenHost:
    return ChosenHost(title, HostAddress("192.168.1.77", 10700, make_secret()))


async def follow(hass: HomeAssistant, result: ConfigFlowResult, said: dict[str, Any] | None = None) -> ConfigFlowResult:
    """Send something off, and wait until a person sees what came of it."""
    flows = hass.config_entries.flow
    result = await flows.async_configure(result["flow_id"], said or {})
    while result["type"] is FlowResultType.SHOW_PROGRESS:
        await hass.async_block_till_done()
        result = await flows.async_configure(result["flow_id"])
    return result


async def choose(hass: HomeAssistant, entry: MockConfigEntry, what: str) -> ConfigFlowResult:
    """Open the menu of what can be changed, and choose."""
    context: Any = {"source": SOURCE_RECONFIGURE, "entry_id": entry.entry_id}
    result = await hass.config_entries.flow.async_init(DOMAIN, context=context)
    assert result["type"] is FlowResultType.MENU
    return await follow(hass, result, {"next_step_id": what})


@asynccontextmanager
async def on_musl() -> AsyncIterator[None]:
    with patch("custom_components.earshot.host_link.environment.sysconfig.get_config_var", lambda _: MUSL):
        yield


async def test_on_musl_a_host_that_is_named_is_tried_and_an_entry_without_own_engines_is_made(
    hass: HomeAssistant, there: GuardedHost
) -> None:
    async with on_musl():
        result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
        result = await follow(hass, result, {"next_step_id": "home"})
        assert result["step_id"] == "unsupported_musl"
        result = await follow(hass, result, {"next_step_id": "host"})
        result = await follow(hass, result, typed(there, code=code_of(there.address.secret).lower().replace("-", " ")))
    assert result["step_id"] == "confirm_elsewhere"
    shown = result["description_placeholders"] or {}
    assert (shown["name"], shown["address"]) == ("attic", f"127.0.0.1, port {there.address.port}")
    assert "fake" in shown["speech_to_text"]
    result = await follow(hass, result)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"] == {CONF_OWN_HOST: False, CONF_HOSTS: [ChosenHost("attic", there.address).to_data()]}
    assert [subentry["subentry_type"] for subentry in result["subentries"]] == ["assistant"]
    assert result["result"].unique_id is None


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"code": "1234"}, "host_code"),
        ({"code": code_of(make_secret())}, "host_identity"),
        ({"port": 1}, "host_unavailable"),
    ],
)
async def test_what_was_typed_wrongly_is_told_and_can_be_put_right(
    hass: HomeAssistant, there: GuardedHost, wrong: dict[str, Any], error: str
) -> None:
    async with on_musl():
        result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
        result = await follow(hass, result, {"next_step_id": "home"})
        result = await follow(hass, result, {"next_step_id": "host"})
        result = await follow(hass, result, typed(there, **wrong))
        assert result["errors"] == {"base": error}
        if result["step_id"] == "meet_failed":
            result = await follow(hass, result)
        assert result["step_id"] == "host"
        result = await follow(hass, result, typed(there))
    assert result["step_id"] == "confirm_elsewhere"


@pytest.mark.parametrize("place", [Place.INTERNET, Place.UNKNOWN])
async def test_a_host_outside_of_the_home_is_confirmed_in_other_words(
    hass: HomeAssistant, there: GuardedHost, monkeypatch: pytest.MonkeyPatch, place: Place
) -> None:
    monkeypatch.setattr(remote_module, "place_of_address", lambda *_: place)
    result = await choose(hass, entry_with(hass), "host")
    assert (await follow(hass, result, typed(there)))["step_id"] == "confirm_outside"


async def test_a_host_that_is_tried_leaves_nothing_behind(
    hass: HomeAssistant, there: GuardedHost, hass_storage: dict[str, Any]
) -> None:
    result = await choose(hass, entry_with(hass), "host")
    await follow(hass, result, typed(there))
    assert not [key for key in hass_storage if key.startswith(STORE_KEY)]


async def test_a_host_is_added_to_an_earshot_that_is_there(hass: HomeAssistant, there: GuardedHost) -> None:
    entry = entry_with(hass, somewhere("attic"))
    result = await choose(hass, entry, "host")
    result = await follow(hass, await follow(hass, result, typed(there)))
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "host_chosen")
    assert [chosen.title for chosen in chosen_hosts(entry.data)] == ["attic", "attic 2"]
    assert entry.data[CONF_OWN_HOST]


async def test_a_host_that_is_in_use_is_not_added_again(hass: HomeAssistant, there: GuardedHost) -> None:
    result = await choose(hass, entry_with(hass, ChosenHost("attic", there.address)), "host")
    result = await follow(hass, result, typed(there, name="again"))
    assert result["reason"] == "already_configured"


async def test_a_host_is_changed_after_it_was_tried(hass: HomeAssistant, there: GuardedHost) -> None:
    entry = entry_with(hass, somewhere("attic"), somewhere("cellar"))
    result = await choose(hass, entry, "change_host")
    result = await follow(hass, result, {"which": "attic"})
    assert result["step_id"] == "host"
    result = await follow(hass, await follow(hass, result, typed(there)))
    assert result["reason"] == "host_chosen"
    changed = {chosen.title: chosen.address for chosen in chosen_hosts(entry.data)}
    assert changed["attic"] == there.address
    assert len(changed) == 2


async def test_a_mistake_of_ours_is_not_shown_as_a_hosts(hass: HomeAssistant, there: GuardedHost) -> None:
    result = await choose(hass, entry_with(hass), "host")
    with (
        patch("custom_components.earshot.host_flow.start_and_speak", side_effect=ZeroDivisionError),
        pytest.raises(ZeroDivisionError),
    ):
        await follow(hass, result, typed(there))


def test_nobody_is_confirmed_who_was_not_chosen() -> None:
    with pytest.raises(RuntimeError):
        _ = EarshotConfigFlow()._chosen_host


async def test_an_entry_that_is_loaded_begins_anew_by_itself_and_once(hass: HomeAssistant, there: GuardedHost) -> None:
    entry = entry_with(hass)
    entry.mock_state(hass, ConfigEntryState.LOADED)
    told: list[object] = []

    async def note(*_: object) -> None:
        told.append(None)

    entry.add_update_listener(note)
    result = await follow(hass, await choose(hass, entry, "host"), typed(there))
    with patch.object(hass.config_entries, "async_schedule_reload") as reload:
        await follow(hass, result)
        await hass.async_block_till_done()
    assert told == [None]
    assert not reload.called


async def test_a_host_is_removed_and_forgotten_but_never_the_last_one(hass: HomeAssistant) -> None:
    attic, cellar = somewhere("attic"), somewhere("cellar")
    entry = entry_with(hass, attic, cellar)
    forgotten: list[str] = []
    with patch.object(RememberedRemote, "forget", lambda self: _note(forgotten, self._store.key)):
        for which in ("attic", "own"):
            result = await follow(hass, await choose(hass, entry, "remove_host"), {"which": which})
            assert result["reason"] == "host_removed"
    assert forgotten == [f"{STORE_KEY}.{attic.address.name}"]
    assert (chosen_hosts(entry.data), entry.data[CONF_OWN_HOST]) == ((cellar,), False)
    result = await follow(hass, await choose(hass, entry, "remove_host"), {"which": "cellar"})
    assert result["reason"] == "last_host"
    assert chosen_hosts(entry.data) == (cellar,)


async def _note(notes: list[str], what: str) -> None:
    notes.append(what)


async def test_what_can_be_changed_follows_from_what_there_is(hass: HomeAssistant) -> None:
    entry = entry_with(hass)
    context: Any = {"source": SOURCE_RECONFIGURE, "entry_id": entry.entry_id}
    result = await hass.config_entries.flow.async_init(DOMAIN, context=context)
    assert result["menu_options"] == ["database", "host"]
    hass.config_entries.async_update_entry(
        entry, data={CONF_OWN_HOST: False, CONF_HOSTS: [somewhere("attic").to_data()]}
    )
    result = await hass.config_entries.flow.async_init(DOMAIN, context=context)
    assert result["menu_options"] == ["database", "host", "own_host", "change_host", "remove_host"]
    async with on_musl():
        result = await hass.config_entries.flow.async_init(DOMAIN, context=context)
    assert result["menu_options"] == ["database", "host", "change_host", "remove_host"]


# ---- Known, and refused


async def ask_anew(hass: HomeAssistant, entry: MockConfigEntry, **said: str) -> ConfigFlowResult:
    context: Any = {"source": SOURCE_REAUTH, "entry_id": entry.entry_id}
    return await hass.config_entries.flow.async_init(DOMAIN, context=context, data={**entry.data, **said})


async def test_a_host_with_another_code_is_in_use_again_once_somebody_typed_it(
    hass: HomeAssistant, there: GuardedHost, hass_storage: dict[str, Any]
) -> None:
    cellar, attic = somewhere("cellar"), ChosenHost("attic", there.address)
    before = replace(attic, address=replace(there.address, secret=make_secret()))
    entry = entry_with(hass, cellar, before)
    result = await ask_anew(hass, entry, which="attic")
    assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "reauth_confirm")
    assert (result["description_placeholders"] or {})["name"] == "attic"
    result = await follow(hass, result, {"code": "nonsense"})
    assert (result["step_id"], result["errors"]) == ("reauth_confirm", {"base": "host_code"})
    # The code of before is none that it believes, either.
    result = await follow(hass, result, {"code": code_of(before.address.secret)})
    assert (result["step_id"], result["errors"]) == ("meet_failed", {"base": "host_identity"})
    result = await follow(hass, result)
    assert result["step_id"] == "reauth_confirm"
    result = await follow(hass, result, {"code": code_of(there.address.secret)})
    assert result["step_id"] == "confirm_elsewhere", "a host with another code may be another host"
    assert chosen_hosts(entry.data) == (cellar, before), "nothing is changed before a person has seen who answers"
    await RememberedRemote(hass, before.address.name).remember(Info(), "one")
    assert f"{STORE_KEY}.{before.address.name}" in hass_storage
    result = await follow(hass, result)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "host_chosen")
    assert chosen_hosts(entry.data) == (cellar, attic)
    assert f"{STORE_KEY}.{before.address.name}" not in hass_storage, "what was known of the one of before is gone"


async def test_the_first_host_is_asked_for_where_nobody_knows_which_it_was(hass: HomeAssistant) -> None:
    entry = entry_with(hass, somewhere("cellar"), somewhere("attic"))
    for which in ({}, {"which": "a host that was removed meanwhile"}):
        result = await ask_anew(hass, entry, **which)
        assert (result["description_placeholders"] or {})["name"] == "cellar"
        hass.config_entries.flow.async_abort(result["flow_id"])


async def test_nobody_is_asked_for_the_code_of_no_host(hass: HomeAssistant) -> None:
    result = await ask_anew(hass, entry_with(hass))
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "no_hosts")


async def test_an_entry_that_is_not_loaded_is_tried_with_what_was_typed(
    hass: HomeAssistant, there: GuardedHost
) -> None:
    entry = entry_with(hass, ChosenHost("attic", replace(there.address, secret=make_secret())))
    entry.mock_state(hass, ConfigEntryState.SETUP_RETRY)
    result = await follow(hass, await ask_anew(hass, entry), {"code": code_of(there.address.secret)})
    await follow(hass, result)
    await hass.async_block_till_done()
    assert entry.state is ConfigEntryState.LOADED


# ---- Found in the network


def announced(host: GuardedHost, **other: Any) -> ZeroconfServiceInfo:
    facts = {
        "ip_address": ip_address("127.0.0.1"),
        "ip_addresses": [ip_address("127.0.0.1")],
        "port": host.address.port,
        "hostname": "earshot-x.local.",
        "type": "_earshot-host._tcp.local.",
        "name": "Earshot x._earshot-host._tcp.local.",
        "properties": {"id": host.address.name, "title": "attic", "version": "0.1.0"},
    }
    return ZeroconfServiceInfo(**(facts | other))


async def found(hass: HomeAssistant, info: ZeroconfServiceInfo) -> ConfigFlowResult:
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_ZEROCONF}, data=info)


async def test_a_host_that_announces_itself_needs_its_code_and_nothing_else(
    hass: HomeAssistant, there: GuardedHost
) -> None:
    result = await found(hass, announced(there))
    assert result["step_id"] == "host_code"
    (flow,) = hass.config_entries.flow.async_progress()
    assert flow["context"]["title_placeholders"] == {"name": "attic"}
    result = await follow(hass, result, {"code": "nonsense"})
    assert (result["step_id"], result["errors"]) == ("host_code", {"base": "host_code"})
    result = await follow(hass, result, {"code": code_of(there.address.secret)})
    assert result["step_id"] == "confirm_elsewhere"
    result = await follow(hass, result)
    assert result["data"][CONF_HOSTS] == [ChosenHost("attic", there.address).to_data()]
    assert (await found(hass, announced(there)))["reason"] == "already_configured"


async def test_a_host_that_announces_itself_joins_an_earshot_that_is_there(
    hass: HomeAssistant, there: GuardedHost
) -> None:
    entry = entry_with(hass)
    result = await follow(hass, await found(hass, announced(there)), {"code": code_of(there.address.secret)})
    assert (await follow(hass, result))["reason"] == "host_chosen"
    assert chosen_hosts(entry.data) == (ChosenHost("attic", there.address),)


async def test_a_host_with_a_new_address_is_followed_when_it_proves_who_it_is(
    hass: HomeAssistant, there: GuardedHost
) -> None:
    entry = entry_with(hass, ChosenHost("attic", there.address).moved("192.168.1.9", 10700), somewhere("cellar"))
    assert (await found(hass, announced(there)))["reason"] == "already_configured"
    assert ChosenHost("attic", there.address) in chosen_hosts(entry.data)


async def test_somebody_who_only_says_to_be_a_known_host_is_not_followed(
    hass: HomeAssistant, there: GuardedHost
) -> None:
    known = somewhere("attic")
    entry = entry_with(hass, known)
    lie = announced(there, properties={"id": known.address.name, "title": "attic"})
    assert (await found(hass, lie))["reason"] == "already_configured"
    assert chosen_hosts(entry.data) == (known,)


@pytest.mark.parametrize("other", [{"properties": {}}, {"port": None}])
async def test_what_does_not_say_who_it_is_is_passed_over(
    hass: HomeAssistant, there: GuardedHost, other: dict[str, Any]
) -> None:
    assert (await found(hass, announced(there, **other)))["reason"] == "host_unnamed"


# ---- Found by the Supervisor


async def passed_on(hass: HomeAssistant, config: dict[str, Any]) -> ConfigFlowResult:
    info = HassioServiceInfo(config=config, name="Earshot voice host", slug="local_earshot", uuid="1234")
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_HASSIO}, data=info)


async def test_the_app_is_set_up_without_typing_anything(hass: HomeAssistant, there: GuardedHost) -> None:
    async with on_musl():
        result = await passed_on(hass, dict(there.address.to_data()))
        assert result["step_id"] == "hassio_confirm"
        assert not there.door.refused, "nobody connects before a person wants it"
        result = await follow(hass, result)
        assert result["step_id"] == "confirm_elsewhere"
        result = await follow(hass, result)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"][CONF_HOSTS] == [ChosenHost("Earshot voice host", there.address).to_data()]


async def test_an_app_that_is_in_use_is_not_offered_again(hass: HomeAssistant, there: GuardedHost) -> None:
    entry_with(hass, ChosenHost("attic", there.address))
    assert (await passed_on(hass, dict(there.address.to_data())))["reason"] == "already_configured"


async def test_an_app_that_does_not_answer_can_be_tried_again(hass: HomeAssistant, there: GuardedHost) -> None:
    result = await passed_on(hass, {**there.address.to_data(), "port": 1})
    result = await follow(hass, result)
    assert (result["step_id"], result["errors"]) == ("meet_failed", {"base": "host_unavailable"})
    assert (await follow(hass, result))["step_id"] == "meet_failed"


@pytest.mark.parametrize("config", [{}, {"host": "x", "port": "y", "code": "z"}, {"host": "x", "port": 1, "code": "z"}])
async def test_a_message_that_is_none_is_passed_over(hass: HomeAssistant, config: dict[str, Any]) -> None:
    assert (await passed_on(hass, config))["reason"] == "host_unnamed"
