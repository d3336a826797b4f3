"""The voice host, as it describes itself."""

from dataclasses import dataclass
from typing import Any

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback

from ..models import Place
from ..runtime import GrammarBuilt, Host, HostReport, RuntimeData
from .answering import Access, Message, answered


@dataclass(frozen=True, slots=True, kw_only=True)
class HostTold:
    """One voice host."""

    title: str | None
    """Its name where there are several. None: the one that Earshot starts itself."""
    place: Place | None
    """That of its address, where somebody else runs it: then its report is its own word. None: Earshot started it."""
    available: bool
    report: HostReport | None
    """The walls, what was tried against them, and the engines. None: it was never made."""
    grammar: GrammarBuilt | None
    """What was made of the home's sentences. None: it does not have them yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostsTold(HostTold):
    """One voice host that is there, if any is, and all of them."""

    hosts: tuple[HostTold, ...]


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about the voice host."""
    websocket_api.async_register_command(hass, host_report)


@websocket_command({"type": "earshot/host/report"})
@answered(Access.HOUSEHOLD)
async def host_report(
    _hass: HomeAssistant, _connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> HostsTold:
    """Send the walls and what was tried against them, the engines, and what was made of the home's sentences."""
    hosts = tuple(HostTold(**_facts(host)) for host in runtime.host.members)
    return HostsTold(**_facts(runtime.host), hosts=hosts)


def _facts(host: Host) -> dict[str, Any]:
    return {
        "title": host.title,
        "place": host.place,
        "available": host.available,
        "report": host.report,
        "grammar": host.grammar_built,
    }
