"""Exporting facts of the ledger to a folder of this machine: for a copy somewhere else, and for whoever verifies it.

Contents are not for actions. A file with words would be in the next backup, in clear, and no erasure would find it: the
panel hands them to the person who asks, and this machine's disk never has them.
"""

from functools import partial
from pathlib import Path
from typing import Any, Final

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.util import dt as dt_util
import probatio

from ..const import DOMAIN
from ..errors import LedgerError
from ..ledger.jsonable import to_json
from ..runtime import RuntimeData
from ..translate_errors import translated_errors
from .acting import loaded_entry

EXPORT: Final = "export"

SERVED: Final = "www"
"""The folder of the configuration that Home Assistant serves to everybody, without a login."""

WHAT: Final[dict[Any, Any]] = {
    probatio.Required("folder"): cv.string,
    probatio.Optional("since"): cv.datetime,
    probatio.Optional("until"): cv.datetime,
}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the action. It tells of everybody, so it is for administrators."""
    async_register_admin_service(
        hass, DOMAIN, EXPORT, partial(_export, hass), probatio.Schema(WHAT), SupportsResponse.OPTIONAL
    )


async def _export(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Write the file, and say where it is and which entries are in it."""
    runtime = loaded_entry(hass).runtime_data
    folder: str = call.data["folder"]
    if (refusal := await hass.async_add_executor_job(_refusal, hass, folder)) is not None:
        raise ServiceValidationError(
            translation_domain=DOMAIN, translation_key=refusal, translation_placeholders={"folder": folder}
        )
    with translated_errors():
        first, end = await hass.async_add_executor_job(_span, runtime, call.data)
        try:
            written = await runtime.exports.write(Path(folder), first, end)
        except OSError as err:
            raise HomeAssistantError(
                translation_domain=DOMAIN,
                translation_key="export_unwritten",
                translation_placeholders={"folder": folder, "reason": err.strerror or type(err).__name__},
            ) from err
    told: dict[str, Any] = to_json(written)
    return told


def _refusal(hass: HomeAssistant, folder: str) -> str | None:
    """Return the key of why nothing may be written to a folder; None if it may."""
    path = Path(folder)
    if not path.is_absolute() or not hass.config.is_allowed_path(folder):
        return "export_not_allowed"
    if not path.is_dir():
        return "export_no_folder"
    return "export_served" if path.resolve().is_relative_to(Path(hass.config.path(SERVED)).resolve()) else None


def _span(runtime: RuntimeData, data: dict[str, Any]) -> tuple[int, int]:
    """Return the entries that are meant. An instant without a zone is the house's time. Raises LedgerError."""
    since, until = (dt_util.as_utc(data[name]) if name in data else None for name in ("since", "until"))
    try:
        return runtime.ledger.span(since, until)
    except LedgerError as err:
        if type(err) is not LedgerError:
            raise
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="export_empty") from err
