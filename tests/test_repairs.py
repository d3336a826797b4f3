"""The issue about a voice host that does not keep running comes and goes by itself."""

from collections.abc import Callable
from types import SimpleNamespace

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.repairs import (
    FAILURES_BEFORE_ISSUE,
    HOST_DOWN,
    RestartHostFlow,
    async_create_fix_flow,
    watch_host,
)


class Host:
    """As much of a voice host as is watched."""

    def __init__(self) -> None:
        self.failures = 0
        self.retried = 0
        self.listeners: list[Callable[[], None]] = []

    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def retry(self) -> None:
        self.retried += 1

    def fail(self, times: int) -> None:
        self.failures = times
        for listener in self.listeners:
            listener()


@pytest.fixture
def host() -> Host:
    return Host()


@pytest.fixture
def entry(hass: HomeAssistant, host: Host) -> MockConfigEntry:
    entry = MockConfigEntry(domain=DOMAIN)
    entry.add_to_hass(hass)
    entry.runtime_data = SimpleNamespace(host=host)
    return entry


def test_an_issue_is_raised_after_several_failures_and_goes_when_the_host_has_kept_running(
    hass: HomeAssistant, host: Host, entry: MockConfigEntry
) -> None:
    issues = ir.async_get(hass)
    stop = watch_host(hass, entry)
    host.fail(FAILURES_BEFORE_ISSUE - 1)
    assert issues.async_get_issue(DOMAIN, HOST_DOWN) is None
    host.fail(FAILURES_BEFORE_ISSUE)
    host.fail(FAILURES_BEFORE_ISSUE + 1)
    issue = issues.async_get_issue(DOMAIN, HOST_DOWN)
    assert issue is not None
    assert issue.is_fixable
    assert issue.translation_placeholders == {"failures": str(FAILURES_BEFORE_ISSUE + 1)}
    host.fail(0)
    assert issues.async_get_issue(DOMAIN, HOST_DOWN) is None
    stop()


def test_the_issue_and_the_watch_go_with_the_entry(hass: HomeAssistant, host: Host, entry: MockConfigEntry) -> None:
    stop = watch_host(hass, entry)
    host.fail(FAILURES_BEFORE_ISSUE)
    stop()
    assert ir.async_get(hass).async_get_issue(DOMAIN, HOST_DOWN) is None
    assert not host.listeners


async def test_fixing_it_starts_the_host_without_the_wait(
    hass: HomeAssistant, host: Host, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hass.config_entries, "async_loaded_entries", lambda _: [entry])
    flow = await async_create_fix_flow(hass, HOST_DOWN, None)
    assert isinstance(flow, RestartHostFlow)
    flow.hass, flow.handler, flow.flow_id, flow.issue_id = hass, DOMAIN, "flow", HOST_DOWN
    shown = await flow.async_step_init()
    assert shown["type"] == "form"
    assert host.retried == 0
    done = await flow.async_step_confirm({})
    assert done["type"] == "create_entry"
    assert host.retried == 1
