"""What may be kept and what may be handed on, as people set it: to see, to follow and to set."""

from datetime import timedelta
from typing import Any, Final

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.util import dt as dt_util
import probatio

from ..const import NO_SATELLITE
from ..ledger import SettingChanged
from ..models import ContentKind, Rule, RuleContent
from ..runtime import SIGNAL_SETTINGS, RuntimeData, ToldSettings
from .answering import Access, Message, answered, followed, loaded
from .events import Events

SATELLITE: Final[dict[Any, Any]] = {
    # Null is the whole house.
    probatio.Optional("satellite", default=None): probatio.Any(
        None, NO_SATELLITE, cv.entity_domain("assist_satellite")
    ),
}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about the privacy settings."""
    for command in (
        settings_get,
        settings_subscribe,
        settings_set_retention,
        settings_set_rule,
        settings_share,
        settings_guests,
        settings_go_off,
        settings_go_on,
    ):
        websocket_api.async_register_command(hass, command)


@websocket_command({"type": "earshot/settings/get"})
@answered(Access.HOUSEHOLD)
async def settings_get(
    _hass: HomeAssistant, _connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> ToldSettings:
    """Send what is set: periods in seconds, for a satellite only what differs from the house."""
    return runtime.settings.told()


@websocket_command({"type": "earshot/settings/subscribe"})
@followed(Access.HOUSEHOLD)
async def settings_subscribe(
    hass: HomeAssistant,
    _connection: ActiveConnection,
    _msg: Message,
    runtime: RuntimeData,
    events: Events[ToldSettings],
) -> None:
    """Send what is set now, and again after every change, also after Earshot was reloaded."""

    @callback
    def push() -> None:
        if (now := loaded(hass)) is not None:
            events.send(now.settings.told())

    events.begin(async_dispatcher_connect(hass, SIGNAL_SETTINGS, push))
    events.send(runtime.settings.told())


@websocket_command(
    {
        "type": "earshot/settings/set_retention",
        **SATELLITE,
        probatio.Required("content"): probatio.Coerce(ContentKind),
        # Seconds; 0 keeps nothing. Null lets a satellite do as the house does.
        probatio.Required("keep_for"): probatio.Any(None, probatio.All(int, probatio.Range(min=0, max=10**9))),
    }
)
@answered(Access.ADMIN, enters=(SettingChanged,))
async def settings_set_retention(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ToldSettings:
    """Set how long a kind of content is kept, and send what is set now."""
    period = None if msg["keep_for"] is None else timedelta(seconds=msg["keep_for"])
    await runtime.settings.set_retention(msg["satellite"], msg["content"], period, _name(connection))
    return runtime.settings.told()


@websocket_command(
    {
        "type": "earshot/settings/set_rule",
        **SATELLITE,
        probatio.Required("content"): probatio.Coerce(RuleContent),
        # A place (this_machine, home_network, internet), or the id of an engine.
        probatio.Required("target"): probatio.All(str, probatio.Length(min=1, max=255)),
        # Null lets a satellite do as the house does, and an engine as its place.
        probatio.Required("rule"): probatio.Any(None, probatio.Coerce(Rule)),
    }
)
@answered(Access.ADMIN, enters=(SettingChanged,))
async def settings_set_rule(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ToldSettings:
    """Set what holds before something is handed on, and send what is set now."""
    await runtime.settings.set_rule(msg["satellite"], msg["content"], msg["target"], msg["rule"], _name(connection))
    return runtime.settings.told()


@websocket_command(
    {
        "type": "earshot/settings/share",
        # No `no_satellite`: what is said to a browser or an app is its person's own.
        probatio.Optional("satellite", default=None): probatio.Any(None, cv.entity_domain("assist_satellite")),
        # Null lets a satellite do as the house does; for the house it is no.
        probatio.Required("shared"): probatio.Any(None, bool),
    }
)
@answered(Access.ADMIN, enters=(SettingChanged,))
async def settings_share(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ToldSettings:
    """Set whether everybody in the house may read and hear what is said from now on, and send what is set now."""
    await runtime.settings.share(msg["satellite"], msg["shared"], _name(connection))
    return runtime.settings.told()


@websocket_command(
    {
        "type": "earshot/settings/guests",
        probatio.Required("satellite"): cv.entity_domain("assist_satellite"),
        probatio.Required("guests_or_children"): bool,
    }
)
@answered(Access.ADMIN, enters=(SettingChanged,))
async def settings_guests(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ToldSettings:
    """Set whether guests or children speak to a satellite: nothing of it is ever offered for donation then."""
    await runtime.settings.set_guests(msg["satellite"], msg["guests_or_children"], _name(connection))
    return runtime.settings.told()


@websocket_command(
    {
        "type": "earshot/settings/off_the_record",
        **SATELLITE,
        # Null: until somebody ends it. An instant without a zone is the house's time.
        probatio.Optional("until", default=None): probatio.Any(None, cv.datetime),
    }
)
@answered(Access.ADMIN, enters=(SettingChanged,))
async def settings_go_off(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ToldSettings:
    """Keep nothing of what is said from now on, and send what is set now."""
    until = None if msg["until"] is None else dt_util.as_utc(msg["until"])
    await runtime.settings.go_off(msg["satellite"], until, _name(connection))
    return runtime.settings.told()


@websocket_command({"type": "earshot/settings/on_the_record", **SATELLITE})
@answered(Access.ADMIN, enters=(SettingChanged,))
async def settings_go_on(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ToldSettings:
    """End a time off the record, and send what is set now."""
    await runtime.settings.go_on(msg["satellite"], _name(connection))
    return runtime.settings.told()


def _name(connection: ActiveConnection) -> str:
    return connection.user.name or connection.user.id
