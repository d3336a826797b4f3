"""Issues of which there is one for each satellite: shown while it is so, and taken back when it is so no more."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.helpers.start import async_at_started

from ..const import DOMAIN
from ..runtime import SIGNAL_SETTINGS

LOOK: Final = timedelta(minutes=5)
"""How often it is looked without a sign. A satellite that is added or reconfigured tells nobody; whoever does that
looks at the repairs within minutes, and a look costs a millisecond."""

type Found = Mapping[str, Mapping[str, str]]
"""By what an issue is about, such as a satellite's key: what fills its text."""


@callback
def keep_true(hass: HomeAssistant, kind: str, find: Callable[[], Found]) -> CALLBACK_TYPE:
    """Show an issue of this kind for each that is found, from the start of Home Assistant on.

    Returns what ends it, and takes all of them back.
    """

    @callback
    def look(_: object = None) -> None:
        _show_only(hass, kind, find())

    stops = (
        async_at_started(hass, look),
        async_track_time_interval(hass, look, LOOK, cancel_on_shutdown=True),
        async_dispatcher_connect(hass, SIGNAL_SETTINGS, look),
    )

    @callback
    def stop() -> None:
        for one in stops:
            one()
        _show_only(hass, kind, {})

    return stop


@callback
def _show_only(hass: HomeAssistant, kind: str, found: Found) -> None:
    wanted = {f"{kind}_{key}": placeholders for key, placeholders in found.items()}
    for issue in tuple(ir.async_get(hass).issues.values()):
        if issue.domain == DOMAIN and issue.translation_key == kind and issue.issue_id not in wanted:
            ir.async_delete_issue(hass, DOMAIN, issue.issue_id)
    for issue_id, placeholders in wanted.items():
        ir.async_create_issue(
            hass,
            DOMAIN,
            issue_id,
            is_fixable=False,
            severity=ir.IssueSeverity.WARNING,
            translation_key=kind,
            translation_placeholders=dict(placeholders),
        )
