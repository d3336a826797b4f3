"""Settings of Home Assistant by which everything that is said is written down in clear, told in its repairs."""

from collections.abc import Callable, Sequence
from typing import Final

from homeassistant.const import EVENT_LOGGING_CHANGED
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir

from ..const import DOMAIN
from .places.debug_recordings import debug_recording_folder
from .voice_loggers import chatty_loggers, to_quieten

RECORDING: Final = "debug_recording"
LOGGING: Final = "debug_logging"


@callback
def watch_settings(hass: HomeAssistant) -> Callable[[], None]:
    """Keep the issues about both true until the returned function is called, which also removes them."""

    @callback
    def look(_event: Event | None = None) -> None:
        _show(hass, RECORDING, {} if _recording(hass) else None)
        loggers = ", ".join(chatty_loggers())
        _show(hass, LOGGING, {"loggers": loggers} if loggers else None, quieten=to_quieten())

    unsubscribe = hass.bus.async_listen(EVENT_LOGGING_CHANGED, look)

    @callback
    def stop() -> None:
        unsubscribe()
        for issue in (RECORDING, LOGGING):
            ir.async_delete_issue(hass, DOMAIN, issue)

    look()
    return stop


def _recording(hass: HomeAssistant) -> bool:
    try:
        return debug_recording_folder(hass) is not None
    except KeyError:  # Home Assistant has changed; the list of traces says that nobody knows
        return False


@callback
def _show(
    hass: HomeAssistant, issue: str, placeholders: dict[str, str] | None, quieten: Sequence[str] | None = None
) -> None:
    """Show an issue, or None: take it back. `quieten` are the loggers whose level would have to be set to end it."""
    if placeholders is None:
        ir.async_delete_issue(hass, DOMAIN, issue)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue,
        data={"quieten": ",".join(quieten)} if quieten else None,
        is_fixable=bool(quieten),
        severity=ir.IssueSeverity.WARNING,
        translation_key=issue,
        translation_placeholders=placeholders,
    )
