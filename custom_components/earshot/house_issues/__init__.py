"""What about the house a person is asked to look at in the repairs of Home Assistant, and the flows that mend it."""

from collections.abc import Callable

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback

from ..runtime import EarshotConfigEntry
from .clock import watch_clock
from .flows import mending_flow
from .ports import watch_ports
from .rules import watch_rules

__all__ = ["mending_flow", "watch_house"]

WATCHES: tuple[Callable[[HomeAssistant, EarshotConfigEntry], CALLBACK_TYPE], ...] = (
    watch_clock,
    watch_ports,
    watch_rules,
)


@callback
def watch_house(hass: HomeAssistant, entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Keep all these issues true until the returned function is called, which also removes them."""
    stops = [watch(hass, entry) for watch in WATCHES]

    @callback
    def stop() -> None:
        for one in stops:
            one()

    return stop
