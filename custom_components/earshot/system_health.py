"""A line or two about Earshot on Home Assistant's page about the system."""

from collections.abc import Sequence
from typing import Any

from homeassistant.components.system_health import SystemHealthRegistration
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .errors import EarshotError
from .models import Evidence
from .runtime import EarshotConfigEntry, Host, RuntimeData


@callback
def async_register(hass: HomeAssistant, register: SystemHealthRegistration) -> None:  # noqa: ARG001 - Home Assistant passes it
    """Offer the facts."""
    register.async_register_info(system_health_info)


async def system_health_info(hass: HomeAssistant) -> dict[str, Any]:
    """Tell whether the voice host is there and walled in, whether the ledger can be read, and what lies around."""
    entries: list[EarshotConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not entries:
        return {"loaded": False}
    runtime = entries[0].runtime_data
    try:
        size: int | str = await hass.async_add_executor_job(runtime.ledger.size)
    except EarshotError as err:
        size = err.code
    # Where nobody knows, there is a mark.
    survey = await runtime.traces.survey()
    lying_around = [f"{one.place}: {'?' if one.count is None else one.count}" for one in survey if one.count != 0]
    return {
        "loaded": True,
        "voice_host": runtime.host.available,
        "network_closed": _network_closed(runtime.host.members),
        "ledger_entries": size,
        "database": runtime.database.kind.value,
        "settings_readable": runtime.settings.readable,
        "donation_on": await _donation_on(runtime),
        "traces": ", ".join(lying_around),
    }


async def _donation_on(runtime: RuntimeData) -> bool | str:
    """Say whether anything can be given away now; the error's code where nobody can say."""
    try:
        return (await runtime.donations.state()).on
    except EarshotError as err:
        return err.code


def _network_closed(hosts: Sequence[Host]) -> bool | str:
    """Say whether no host can reach a network; "declared" where that is the word of one that somebody else started.

    Where there is none, there is a dash: nothing is claimed of it.
    """
    if not hosts:
        return "-"
    if not all(host.report is not None and host.report.enforced for host in hosts):
        return False
    return True if all(host.place is None for host in hosts) else Evidence.DECLARED.value
