"""What tells that a day, or who listens, may look different now."""

from homeassistant.const import EVENT_CORE_CONFIG_UPDATE
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_track_time_change
from homeassistant.helpers.issue_registry import (
    EVENT_REPAIRS_ISSUE_REGISTRY_UPDATED,
    EventIssueRegistryUpdatedData,
)

from ..const import DOMAIN
from ..gate.changes import SIGNAL_CHANGED
from .answers import Today
from .following import Following


@callback
def follow_day(hass: HomeAssistant, following: Following[Today]) -> None:
    """Let it look when something was entered, kept or erased, when something needs a person, and when a day begins."""

    @callback
    def on_issue(event: Event[EventIssueRegistryUpdatedData]) -> None:
        if event.data["domain"] == DOMAIN:
            following.poke()

    following.until_stopped(
        async_dispatcher_connect(hass, SIGNAL_CHANGED, following.poke),
        hass.bus.async_listen(EVENT_REPAIRS_ISSUE_REGISTRY_UPDATED, on_issue),
        # The house may move to another time zone, where it is another day.
        hass.bus.async_listen(EVENT_CORE_CONFIG_UPDATE, following.poke),
        async_track_time_change(hass, following.poke, hour=0, minute=0, second=0),
    )
