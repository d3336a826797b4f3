"""Ports of satellites that serve whoever reaches them. So it is configured; whether anybody comes, nobody says."""

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback

from ..runtime import EarshotConfigEntry, Posture
from .shown import Found, keep_true

OPEN: Final = "satellite_port_open"
HOME_ASSISTANT: Final = "home_assistant"
"""Stands for the address of a port of this machine: that of telephones, through which nobody hears a microphone."""


@callback
def watch_ports(hass: HomeAssistant, entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Keep the issues true until the returned function is called."""
    survey = entry.runtime_data.satellites.survey
    return keep_true(hass, OPEN, lambda: _found(survey.all()))


def _found(postures: tuple[Posture, ...]) -> Found:
    return {posture.key: found for posture in postures for found in _of(posture)}


def _of(posture: Posture) -> Iterator[dict[str, str]]:
    for door in posture.doors:
        if door.authenticated.value is False and _is_in_the_network(door.host):
            yield {"satellite": posture.satellite.label, "host": door.host, "port": str(door.port)}


def _is_in_the_network(host: str) -> bool:
    """Whether others can reach it. What is configured with this machine's own loopback may be open to others, too."""
    if host in {"", "localhost", HOME_ASSISTANT}:
        return False
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return True
