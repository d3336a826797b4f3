"""What about donation a person is asked to look at in the repairs of Home Assistant."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.util import dt as dt_util

from .const import CONSENT_WANTED, DOMAIN
from .donating.told import DonationState
from .errors import EarshotError
from .runtime import SIGNAL_DONATION, EarshotConfigEntry

DONATION_FAILING: Final = "donation_failing"

PATIENCE: Final = timedelta(days=3)
"""How long a desk may be away before anybody is told: a weekend is over by then, and nothing is lost meanwhile."""
LOOK: Final = timedelta(hours=1)
"""How often it is looked whether a time has come: an end is a day, and an hour is a small part of it."""

SHARING: Final = "/earshot/sharing"
CONSENT: Final = f"{SHARING}/consent"
"""The page of the panel on which somebody consents."""


@callback
def ask_for_consent(hass: HomeAssistant) -> None:
    """Show that somebody wanted donation switched on, and where that is done."""
    _show(hass, CONSENT_WANTED, {"link": CONSENT}, fixable=True)


@callback
def watch_donation(hass: HomeAssistant, entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Keep the issues about donation true until the returned function is called, which also removes them."""
    runtime = entry.runtime_data

    async def look(_: object = None) -> None:
        try:
            state = await runtime.donations.state()
        except EarshotError:
            return
        if state.on:
            ir.async_delete_issue(hass, DOMAIN, CONSENT_WANTED)
        for issue, placeholders in ISSUES.items():
            found = placeholders(state)
            if found is None:
                ir.async_delete_issue(hass, DOMAIN, issue)
            else:
                _show(hass, issue, found | {"link": SHARING})

    @callback
    def poke() -> None:
        entry.async_create_task(hass, look(), "earshot donation issues")

    stops = (
        async_dispatcher_connect(hass, SIGNAL_DONATION, poke),
        async_track_time_interval(hass, look, LOOK, cancel_on_shutdown=True),
    )

    @callback
    def stop() -> None:
        for one in stops:
            one()
        for issue in (CONSENT_WANTED, *ISSUES):
            ir.async_delete_issue(hass, DOMAIN, issue)

    poke()
    return stop


def _failing(state: DonationState) -> dict[str, str] | None:
    if state.failing_since is None or dt_util.utcnow() - state.failing_since < PATIENCE:
        return None
    since = dt_util.as_local(state.failing_since).date().isoformat()
    return {"since": since, "failure": state.failure or ""}


ISSUES: Final[dict[str, Callable[[DonationState], dict[str, str] | None]]] = {
    DONATION_FAILING: _failing,
}
"""Issues that come and go by themselves: what fills the text of each, or None while there is nothing to look at."""


def _show(hass: HomeAssistant, issue: str, placeholders: dict[str, str], *, fixable: bool = False) -> None:
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue,
        data={"sharing": True} if fixable else None,
        is_fixable=fixable,
        severity=ir.IssueSeverity.WARNING,
        translation_key=issue,
        translation_placeholders=placeholders,
    )
