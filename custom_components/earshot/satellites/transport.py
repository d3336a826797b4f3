"""How a satellite is reached over the network, from what its integration was configured with."""

from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_HOST, CONF_PASSWORD, CONF_PORT

from ..models import Evidence
from .posture import UNKNOWN, Door, Fact, Speaks, Why

HOME_ASSISTANT: Final = "home_assistant"

_NOISE_PSK: Final = "noise_psk"
"""ESPHome's key of the encryption, in its configuration."""
_API_AUDIO: Final = 1 << 2
"""The flag by which an ESPHome device says that sound goes through its API, and not beside it over UDP."""
_SIP_PORT: Final = "sip_port"
_DEFAULT_SIP_PORT: Final = 5060

_NO: Final = Fact(value=False, evidence=Evidence.DECLARED, why=Why.INTEGRATION)


def doors(speaks: Speaks, entry: ConfigEntry | None) -> tuple[Door, ...]:
    """Return the ports that are known to be open because of a satellite."""
    if entry is None:
        return ()
    match speaks:
        case Speaks.WYOMING if CONF_PORT in entry.data:
            # Wyoming has neither: whoever reaches the port is served, and may listen to the microphone.
            return (_door(entry, authenticated=_NO, encrypted=_NO),)
        case Speaks.ESPHOME if CONF_PORT in entry.data:
            closed = bool(entry.data.get(_NOISE_PSK))
            locked = closed or bool(entry.data.get(CONF_PASSWORD))
            return (_door(entry, authenticated=_configured(locked), encrypted=_configured(closed)),)
        case Speaks.VOIP:
            port = entry.options.get(_SIP_PORT, _DEFAULT_SIP_PORT)
            return (Door(host=HOME_ASSISTANT, port=port, transport="udp", authenticated=_NO, encrypted=_NO),)
    return ()


def encrypted(speaks: Speaks, entry: ConfigEntry | None) -> Fact[bool]:
    """Return whether the sound is encrypted on its way."""
    if entry is None:
        return UNKNOWN
    match speaks:
        case Speaks.WYOMING | Speaks.VOIP:
            return _NO
        case Speaks.ESPHOME:
            return _encrypted_esphome(entry)
    return UNKNOWN


def _encrypted_esphome(entry: ConfigEntry) -> Fact[bool]:
    if not entry.data.get(_NOISE_PSK):
        return _configured(False)
    through_api = _audio_through_api(entry)
    if through_api is None:
        return UNKNOWN
    # Older devices send the sound over UDP, beside the encrypted API.
    return Fact(through_api, Evidence.DECLARED, Why.DEVICE)


def _audio_through_api(entry: ConfigEntry) -> bool | None:
    data: Any = getattr(entry, "runtime_data", None)
    info = getattr(data, "device_info", None)
    flags = getattr(info, "voice_assistant_feature_flags_compat", None)
    return None if flags is None else bool(flags(data.api_version) & _API_AUDIO)


def _door(entry: ConfigEntry, *, authenticated: Fact[bool], encrypted: Fact[bool]) -> Door:
    return Door(
        host=str(entry.data.get(CONF_HOST, "")),
        port=entry.data[CONF_PORT],
        transport="tcp",
        authenticated=authenticated,
        encrypted=encrypted,
    )


def _configured(value: bool) -> Fact[bool]:  # noqa: FBT001 - it is the fact itself
    return Fact(value, Evidence.DECLARED, Why.CONFIGURATION)
