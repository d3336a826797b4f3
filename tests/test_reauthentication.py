"""A person is asked for a pairing code when a host and Earshot share none any more, once, and only then."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace

from homeassistant.config_entries import SOURCE_REAUTH, ConfigEntryState, ConfigFlowResult
from homeassistant.core import DOMAIN as HOME_ASSISTANT, HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.const import CONF_HOSTS, CONF_OWN_HOST, DOMAIN
from custom_components.earshot.errors import HostIdentityError
from custom_components.earshot.host_link import backoff
from custom_components.earshot.host_link.chosen import ChosenHost
from custom_components.earshot.host_link.remote import RemoteHost
from custom_components.earshot.host_link.ways import HostAddress
from custom_components.earshot.reauthentication import REFUSALS_BEFORE_ASKING, watch_codes
from tests.gate.house import make_home
from tests.host_link.guarded_hosts import guarded_host, open_host
from voice_host.pairing import make_secret


@pytest.fixture(autouse=True)
async def core(hass: HomeAssistant) -> None:
    """Load what the flow's own dependencies ask for."""
    assert await async_setup_component(hass, "homeassistant", {})


class Member:
    """As much of a voice host as is watched."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.refused = False
        self.failures = 0
        self.available = True
        self.listeners: list[Callable[[], None]] = []

    @property
    def members(self) -> tuple[Member, ...]:
        return (self,)

    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def fail(self, times: int, *, refused: bool) -> None:
        self.refused, self.failures, self.available = refused, times, not times
        for listener in tuple(self.listeners):
            listener()


def entry_of(hass: HomeAssistant, *titles: str) -> MockConfigEntry:
    hosts = [ChosenHost(title, HostAddress("192.168.1.77", 10700, make_secret())).to_data() for title in titles]
    entry = MockConfigEntry(domain=DOMAIN, title="Earshot", data={CONF_OWN_HOST: False, CONF_HOSTS: hosts})
    entry.add_to_hass(hass)
    return entry


@pytest.fixture
def entry(hass: HomeAssistant) -> MockConfigEntry:
    return entry_of(hass, "cellar", "attic")


@pytest.fixture
def host(entry: MockConfigEntry) -> Member:
    member = Member("attic")
    entry.runtime_data = SimpleNamespace(host=member)
    return member


async def asked(hass: HomeAssistant, entry: MockConfigEntry) -> list[ConfigFlowResult]:
    await hass.async_block_till_done()
    return list(entry.async_get_active_flows(hass, {SOURCE_REAUTH}))


def issue(hass: HomeAssistant, entry: MockConfigEntry) -> ir.IssueEntry | None:
    return ir.async_get(hass).async_get_issue(HOME_ASSISTANT, f"config_entry_reauth_{DOMAIN}_{entry.entry_id}")


async def test_the_code_of_the_host_that_was_refused_is_asked_for_once(
    hass: HomeAssistant, host: Member, entry: MockConfigEntry
) -> None:
    stop = watch_codes(hass, entry)
    host.fail(REFUSALS_BEFORE_ASKING - 1, refused=True)
    assert not await asked(hass, entry), "a connection that is broken off may be an illness"
    host.fail(REFUSALS_BEFORE_ASKING, refused=True)
    host.fail(REFUSALS_BEFORE_ASKING + 1, refused=True)
    (flow,) = await asked(hass, entry)
    assert flow["step_id"] == "reauth_confirm"
    form = await hass.config_entries.flow.async_configure(flow["flow_id"])
    shown = form["description_placeholders"] or {}
    assert (shown["name"], shown["address"]) == ("attic", "192.168.1.77, port 10700")
    assert issue(hass, entry) is not None
    stop()
    assert not host.listeners


async def test_a_host_that_is_only_away_asks_for_nothing(
    hass: HomeAssistant, host: Member, entry: MockConfigEntry
) -> None:
    watch_codes(hass, entry)
    host.fail(REFUSALS_BEFORE_ASKING + 3, refused=False)
    assert not await asked(hass, entry)


async def test_a_host_that_proves_itself_after_all_takes_the_question_back(
    hass: HomeAssistant, host: Member, entry: MockConfigEntry
) -> None:
    watch_codes(hass, entry)
    host.fail(REFUSALS_BEFORE_ASKING, refused=True)
    assert await asked(hass, entry)
    host.fail(0, refused=False)
    assert not await asked(hass, entry)
    assert issue(hass, entry) is None


async def test_a_reload_does_not_take_the_question_out_of_a_persons_hands(
    hass: HomeAssistant, host: Member, entry: MockConfigEntry
) -> None:
    stop = watch_codes(hass, entry)
    host.fail(REFUSALS_BEFORE_ASKING, refused=True)
    assert await asked(hass, entry)
    stop()
    # A host that is just being tried has failed nowhere yet, and is not there either.
    host.refused, host.failures = False, 0
    watch_codes(hass, entry)
    assert await asked(hass, entry)


async def test_a_setup_that_is_refused_asks_and_is_tried_again_all_the_same(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_: RemoteHost) -> None:
        raise HostIdentityError("no")

    monkeypatch.setattr(RemoteHost, "begin", refuse)
    await make_home(hass)
    entry = entry_of(hass, "attic")
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_RETRY
    (flow,) = await asked(hass, entry)
    assert flow["context"]["source"] == SOURCE_REAUTH


@pytest.mark.usefixtures("socket_enabled")
async def test_a_host_that_was_given_another_code_is_found_out(
    hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.01)
    monkeypatch.setattr(backoff, "LIMIT_SECONDS", 0.02)
    async with guarded_host() as there:
        chosen = ChosenHost("attic", there.address)
        entry = MockConfigEntry(domain=DOMAIN, data={CONF_OWN_HOST: False, CONF_HOSTS: [chosen.to_data()]})
        entry.add_to_hass(hass)
        remote = RemoteHost(hass, there.address, "attic")
        entry.runtime_data = SimpleNamespace(host=remote)
        await remote.start()
        stop = watch_codes(hass, entry)
        await there.close()
        another = await open_host(port=there.address.port)
        refused = asyncio.Event()
        remote.add_listener(lambda: refused.set() if remote.failures > REFUSALS_BEFORE_ASKING else None)
        try:
            await refused.wait()
            assert await asked(hass, entry)
        finally:
            stop()
            await remote.stop()
            await another.close()
