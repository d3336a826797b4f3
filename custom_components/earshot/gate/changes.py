"""Telling whoever shows the state of things that it has changed. Within the process: no event, and nothing of what."""

from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util.signal_type import SignalType

SIGNAL_CHANGED: Final = SignalType[()]("earshot_changed")
"""Sent when something was entered, kept, erased or redacted, when an outage or a question begins or ends. Mostly
several times for one utterance: whoever listens waits a moment before looking."""

SIGNAL_LISTENING: Final = SignalType[()]("earshot_listening")
"""Sent when sound of a microphone begins or ends to come to the gate, and when an utterance begins or ends."""


@callback
def tell_changed(hass: HomeAssistant) -> None:
    """Tell that something has changed."""
    async_dispatcher_send(hass, SIGNAL_CHANGED)


@callback
def tell_listening(hass: HomeAssistant) -> None:
    """Tell that somebody listens, or listens no more."""
    async_dispatcher_send(hass, SIGNAL_LISTENING)
