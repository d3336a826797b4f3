"""Sentences that are meant for Earshot itself: they are answered here, and reach no agent.

Only what takes something away can be said. Nothing can be switched on by voice: whoever speaks could be anybody, and a
television, too. That holds for going back on the record as well, even where a voice went off it: somebody else in the
room may have counted on it since.
"""

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback

from ..runtime import EarshotConfigEntry
from .commands import Commands


@callback
def async_register(hass: HomeAssistant, entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Listen to the sentences of an entry until the returned function is called."""
    runtime = entry.runtime_data
    return runtime.own_sentences.register(Commands(hass, runtime).answer)
