"""Satellites that use an engine which a rule keeps what is said from: the gate refuses it, or it goes past the gate."""

from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback

from ..runtime import EarshotConfigEntry
from .shown import Found, keep_true

REFUSED: Final = "engine_refused"
PAST: Final = "engine_past_rule"


@callback
def watch_rules(hass: HomeAssistant, entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Keep both kinds of issues true until the returned function is called."""
    against_rules = entry.runtime_data.satellites.against_rules

    def find(*, gated: bool) -> Found:
        return {
            one.key: {"satellite": one.label, "engines": ", ".join(one.engines)}
            for one in against_rules.now()
            if one.gated is gated
        }

    stop_refused = keep_true(hass, REFUSED, lambda: find(gated=True))
    stop_past = keep_true(hass, PAST, lambda: find(gated=False))

    @callback
    def stop() -> None:
        stop_refused()
        stop_past()

    return stop
