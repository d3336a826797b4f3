"""What Earshot asks a person to look at in the repairs of Home Assistant."""

from collections.abc import Callable
from typing import Final, override

from homeassistant.components.repairs import ConfirmRepairFlow, RepairsFlow, RepairsFlowResult
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from .const import CONSENT_WANTED, DOMAIN
from .house_issues import mending_flow
from .runtime import EarshotConfigEntry

HOST_DOWN: Final = "host_down"
FAILURES_BEFORE_ISSUE: Final = 5
"""Crashes and failed starts in a row. The fifth comes half a minute after the first: longer than an update of the
system takes to settle, shorter than a person takes to wonder why nobody answers."""


@callback
def watch_host(hass: HomeAssistant, entry: EarshotConfigEntry) -> Callable[[], None]:
    """Keep the issue about the voice host true until the returned function is called, which also removes it."""
    host = entry.runtime_data.host

    @callback
    def look() -> None:
        if host.failures < FAILURES_BEFORE_ISSUE:
            ir.async_delete_issue(hass, DOMAIN, HOST_DOWN)
            return
        ir.async_create_issue(
            hass,
            DOMAIN,
            HOST_DOWN,
            data={"entry_id": entry.entry_id},
            is_fixable=True,
            severity=ir.IssueSeverity.ERROR,
            translation_key=HOST_DOWN,
            translation_placeholders={"failures": str(host.failures)},
        )

    unsubscribe = host.add_listener(look)

    @callback
    def stop() -> None:
        unsubscribe()
        ir.async_delete_issue(hass, DOMAIN, HOST_DOWN)

    look()
    return stop


class RestartHostFlow(ConfirmRepairFlow):
    """Start the voice host now, instead of after its wait. The issue goes when the host has kept running."""

    @override
    async def async_step_confirm(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Do it once the person has confirmed."""
        if user_input is not None:
            for entry in self.hass.config_entries.async_loaded_entries(DOMAIN):
                entry.runtime_data.host.retry()
        return await super().async_step_confirm(user_input)


class EndPairingFlow(ConfirmRepairFlow):
    """End the pairing of a satellite that Home Assistant has no more."""

    def __init__(self, subentry_id: str) -> None:
        super().__init__()
        self._subentry_id = subentry_id

    @override
    async def async_step_confirm(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Do it once the person has confirmed."""
        if user_input is not None:
            for entry in self.hass.config_entries.async_entries(DOMAIN):
                if self._subentry_id in entry.subentries:
                    self.hass.config_entries.async_remove_subentry(entry, self._subentry_id)
        return await super().async_step_confirm(user_input)


class ConsentFlow(ConfirmRepairFlow):
    """Say where somebody can consent, for whom donation was to be switched on. Nothing is switched on by it."""


async def async_create_fix_flow(
    hass: HomeAssistant,  # noqa: ARG001 - Home Assistant passes it
    issue_id: str,
    data: dict[str, str | int | float | None] | None,
) -> RepairsFlow:
    """Return the flow that fixes an issue of Earshot's: by its name or what it is about, and else the host's."""
    if issue_id == CONSENT_WANTED:
        return ConsentFlow()
    if data is not None and (mending := mending_flow(data)) is not None:
        return mending
    if data is not None and (subentry_id := data.get("subentry_id")) is not None:
        return EndPairingFlow(str(subentry_id))
    return RestartHostFlow()
