"""Flows that mend what an issue is about, once a person has confirmed. What could not be mended stays an issue."""

from collections.abc import Mapping
from itertools import product
from typing import Final, override

from homeassistant.components.repairs import ConfirmRepairFlow, RepairsFlow, RepairsFlowResult
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN
from ..errors import EarshotError
from ..models import Rule, RuleContent, Zone
from ..runtime import RuntimeData

REPAIRS: Final = "repairs"
"""What the ledger calls whoever confirmed a repair: Home Assistant does not say who it was."""


class MendingFlow(ConfirmRepairFlow):
    """Does something, and goes away with the issue if that was enough."""

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about
        """What the issue says that it is about."""

    async def mend(self) -> str | None:
        """Do it. Return why it was not enough, as the key of a text; None if it was."""
        raise NotImplementedError

    @override
    async def async_step_confirm(self, user_input: dict[str, str] | None = None) -> RepairsFlowResult:
        """Do it once the person has confirmed."""
        if user_input is not None and (why := await self.mend()) is not None:
            return self.async_abort(reason=why)
        return await super().async_step_confirm(user_input)

    def _runtime(self) -> RuntimeData | None:
        entries = self.hass.config_entries.async_loaded_entries(DOMAIN)
        return entries[0].runtime_data if entries else None

    def _is_still_there(self) -> bool:
        return ir.async_get(self.hass).async_get_issue(DOMAIN, self.issue_id) is not None


class QuietenFlow(MendingFlow):
    """Set the level of loggers that write words to INFO, until the next start of Home Assistant."""

    @override
    async def mend(self) -> str | None:
        if not self.hass.services.has_service("logger", "set_level"):
            return "no_logger"
        levels = dict.fromkeys(self._about.split(","), "info")
        await self.hass.services.async_call("logger", "set_level", levels, blocking=True)
        return "still_on" if self._is_still_there() else None


class ReturnFlow(MendingFlow):
    """Choose a satellite's pipeline again."""

    @override
    async def mend(self) -> str | None:
        if (runtime := self._runtime()) is None:
            return "not_loaded"
        await runtime.satellites.pairings.look_after(self._about)
        return "still_astray" if self._is_still_there() else None


class StrictRulesFlow(MendingFlow):
    """Write down, for each place that the house has no rule for, what holds there meanwhile: nothing leaves."""

    @override
    async def mend(self) -> str | None:
        if (runtime := self._runtime()) is None:
            return "not_loaded"
        settings = runtime.settings
        try:
            for content, zone in product(RuleContent, Zone):
                if settings.rule_of(None, content, zone) is None:
                    await settings.set_rule(None, content, zone, Rule.LOCAL_ONLY, REPAIRS)
        except EarshotError:
            return "not_saved"
        return None


class SeenFlow(MendingFlow):
    """Put away what somebody has seen and nobody can mend."""

    @override
    async def mend(self) -> str | None:
        return None


FLOWS: Final[Mapping[str, type[MendingFlow]]] = {
    "quieten": QuietenFlow,
    "astray": ReturnFlow,
    "rules": StrictRulesFlow,
    "seen": SeenFlow,
}
"""By the name under which an issue says what it is about."""


def mending_flow(data: Mapping[str, str | int | float | None]) -> RepairsFlow | None:
    """Return the flow that an issue's data ask for; None if they ask for none of these."""
    return next((flow(str(data[name])) for name, flow in FLOWS.items() if name in data), None)
