"""The desk of this house, if its configuration names one; and the end of one that it names no more."""

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant

from ..gate.paths import Paths
from ..gate.storage import Storage
from .configured import choices_of
from .desk import ReviewDesk
from .open_desk import DeskPaths, forget_desk


def make_desk(hass: HomeAssistant, entry: ConfigEntry, storage: Storage, paths: Paths) -> ReviewDesk | None:
    """Return the desk, not started. None: this house is none."""
    choices = choices_of(entry)
    return None if choices is None else ReviewDesk(hass, storage, choices, _paths(paths))


async def start_or_forget(hass: HomeAssistant, desk: ReviewDesk | None, paths: Paths) -> None:
    """Start a desk; without one, destroy what one held that was removed."""
    if desk is None:
        await hass.async_add_executor_job(forget_desk, _paths(paths))
    else:
        await desk.start()


def _paths(paths: Paths) -> DeskPaths:
    return DeskPaths(folder=paths.desk, keys=paths.desk_keys)
