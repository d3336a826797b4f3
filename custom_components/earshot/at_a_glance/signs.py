"""What tells that a day, or who listens, may look different now."""

from datetime import timedelta
from typing import Final

from homeassistant.components.assist_pipeline.const import EVENT_RECORDING
from homeassistant.const import EVENT_CORE_CONFIG_UPDATE, Platform
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import (
    TrackStates,
    async_track_state_change_filtered,
    async_track_time_change,
    async_track_time_interval,
)
from homeassistant.helpers.issue_registry import (
    EVENT_REPAIRS_ISSUE_REGISTRY_UPDATED,
    EventIssueRegistryUpdatedData,
)

from ..const import DOMAIN
from ..donating.signals import SIGNAL_DONATION
from ..gate.changes import SIGNAL_CHANGED, SIGNAL_LISTENING
from ..gate.settings import SIGNAL_SETTINGS
from ..satellites.muting import mutes
from .following import Following
from .now_answers import Now

LISTENERS_POLL: Final = timedelta(seconds=5)
"""How often it is looked who listens without a sign: a run of other engines begins, and a capture ends, without telling
anybody. Somebody is looking at it meanwhile, and a look costs a millisecond."""

_TELLING: Final = {
    Platform.ASSIST_SATELLITE,
    Platform.CONVERSATION,
    Platform.STT,
    Platform.TTS,
    Platform.WAKE_WORD,
}
"""Entities whose states change when somebody speaks to them, or through them."""
_MUTING: Final = {Platform.BINARY_SENSOR, Platform.SWITCH}


@callback
def follow_day[T](hass: HomeAssistant, following: Following[T]) -> None:
    """Let it look when something was entered, kept or erased, when something needs a person, and when a day begins."""

    @callback
    def on_issue(event: Event[EventIssueRegistryUpdatedData]) -> None:
        if event.data["domain"] == DOMAIN:
            following.poke()

    following.until_stopped(
        async_dispatcher_connect(hass, SIGNAL_CHANGED, following.poke),
        async_dispatcher_connect(hass, SIGNAL_LISTENING, following.poke),
        async_dispatcher_connect(hass, SIGNAL_DONATION, following.poke),
        hass.bus.async_listen(EVENT_REPAIRS_ISSUE_REGISTRY_UPDATED, on_issue),
        # The house may move to another time zone, where it is another day.
        hass.bus.async_listen(EVENT_CORE_CONFIG_UPDATE, following.poke),
        async_track_time_change(hass, following.poke, hour=0, minute=0, second=0),
    )


@callback
def follow_listeners(hass: HomeAssistant, following: Following[Now]) -> None:
    """Let it look when a satellite does something else, is muted, or is off the record, and now and then."""

    @callback
    def on_state(event: Event[EventStateChangedData]) -> None:
        entity_id = event.data["entity_id"]
        entry = er.async_get(hass).async_get(entity_id)
        if entity_id.partition(".")[0] in _TELLING or (entry is not None and mutes(entry)):
            following.poke()

    states = async_track_state_change_filtered(
        hass, TrackStates(all_states=False, entities=set(), domains={*_TELLING, *_MUTING}), on_state
    )
    following.until_stopped(
        states.async_remove,
        async_dispatcher_connect(hass, SIGNAL_LISTENING, following.poke),
        async_dispatcher_connect(hass, SIGNAL_SETTINGS, following.poke),
        hass.bus.async_listen(EVENT_RECORDING, following.poke),
        async_track_time_interval(hass, following.poke, LISTENERS_POLL),
    )
