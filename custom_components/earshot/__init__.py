"""Earshot: a local voice assistant that tells you who was within earshot."""

import shutil

from homeassistant.config_entries import ConfigEntry, ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_STOP, Platform
from homeassistant.core import Event, HomeAssistant
from homeassistant.exceptions import ConfigEntryError, ConfigEntryNotReady
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.device_registry import DeviceEntry
from homeassistant.helpers.typing import ConfigType

from . import desk_http, http, panel, services, voice_commands, websocket_api
from .assistants.pipelines import Assistants
from .const import DOMAIN
from .databases.choice import forget_plans
from .digest.remembered import forget_digests
from .donation_issues import watch_donation
from .errors import HostError, HostIdentityError, HostUnsupportedError
from .gate.illness import clear_issues
from .gate.refusals import forget_refusals
from .gate.witness import forget_disagreements
from .host_link.chosen import chosen_hosts
from .host_link.environment import HostEnvironment
from .host_link.remembered import RememberedHost, RememberedRemote
from .house_issues import watch_house
from .reauthentication import ask_for_code, watch_codes, watch_database
from .repairs import watch_host
from .runtime import EarshotConfigEntry, Paths, build
from .satellites.pairing import Pairings
from .stale_devices import is_stale, remove_stale_devices
from .traces.watch import watch_settings

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)

PLATFORMS = (
    Platform.BINARY_SENSOR,
    Platform.BUTTON,
    Platform.CONVERSATION,
    Platform.EVENT,
    Platform.IMAGE,
    Platform.SELECT,
    Platform.SENSOR,
    Platform.STT,
    Platform.SWITCH,
    Platform.TTS,
    Platform.WAKE_WORD,
)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:  # noqa: ARG001 - Home Assistant passes it
    """Register what is there once, whether an entry is loaded or not."""
    services.async_setup(hass)
    websocket_api.async_setup(hass)
    http.async_setup(hass)
    await panel.async_setup(hass)
    return True


async def async_setup_entry(hass: HomeAssistant, entry: EarshotConfigEntry) -> bool:
    """Start the voice host, open the ledger, and put the gate into the pipelines of the assistants."""
    try:
        entry.runtime_data = runtime = await build(hass, entry)
    except HostUnsupportedError as err:
        raise _translated(ConfigEntryError, err) from err
    except HostError as err:
        if isinstance(err, HostIdentityError):
            # Not ConfigEntryAuthFailed, after which nobody would try again: the host may be ill, and the code right.
            ask_for_code(hass, entry)
        raise _translated(ConfigEntryNotReady, err) from err

    async def stop(_: Event) -> None:
        await runtime.close()

    try:
        entry.async_on_unload(await runtime.glance.digests.start())
        await runtime.satellites.pairings.release_gone()
        await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
        assistants = Assistants(hass)
        await runtime.satellites.pairings.follow(await assistants.start(entry))
        remove_stale_devices(hass, entry)
        await panel.async_setup_entry(hass)
        if runtime.desk is not None:
            desk_http.async_setup_desk(hass)
    except BaseException:
        await runtime.close()
        raise
    entry.async_on_unload(hass.bus.async_listen_once(EVENT_HOMEASSISTANT_STOP, stop))
    entry.async_on_unload(assistants.stop)
    entry.async_on_unload(watch_host(hass, entry))
    entry.async_on_unload(watch_codes(hass, entry))
    entry.async_on_unload(watch_house(hass, entry))
    entry.async_on_unload(watch_database(hass, entry))
    entry.async_on_unload(watch_donation(hass, entry))
    entry.async_on_unload(watch_settings(hass))
    entry.async_on_unload(voice_commands.async_register(hass, entry))
    # What the ledger's database noted in the entry before, nobody listened to.
    runtime.database.noted()
    entry.async_on_unload(entry.add_update_listener(_reload))
    return True


async def async_unload_entry(hass: HomeAssistant, entry: EarshotConfigEntry) -> bool:
    """Stop everything and leave nothing running."""
    unloaded = await hass.config_entries.async_unload_platforms(entry, PLATFORMS)
    if unloaded:
        if entry.disabled_by is not None:
            panel.async_disable(hass)
        await entry.runtime_data.close()
        clear_issues(hass)
    return unloaded


async def async_remove_config_entry_device(
    hass: HomeAssistant,
    entry: EarshotConfigEntry,  # noqa: ARG001 - Home Assistant passes it
    device: DeviceEntry,
) -> bool:
    """Let a person remove a device that nothing stands on any more."""
    return is_stale(hass, device)


async def async_remove_entry(hass: HomeAssistant, entry: ConfigEntry) -> None:
    """Give back to satellites what they had, and take away what Earshot made.

    That is: its pipelines, its keys, its contents, its ledger and its packages.

    The folder of models stays while there is something in it: a person asked for each download and may have put
    wake words and voices of their own there.
    """
    await panel.async_remove_entry(hass)
    await Pairings(hass, entry).remove()
    await Assistants(hass).remove()
    paths = Paths.of(hass)
    await RememberedHost(hass, HostEnvironment.of(hass), paths.models).forget()
    for chosen in chosen_hosts(entry.data):
        await RememberedRemote(hass, chosen.address.name).forget()
    await forget_refusals(hass)
    forget_disagreements(hass)
    await forget_plans(hass)
    await forget_digests(hass)
    await hass.async_add_executor_job(_remove_files, paths)


async def _reload(hass: HomeAssistant, entry: EarshotConfigEntry) -> None:
    """Begin anew when an assistant was added, changed or removed. A ledger that has moved goes on as it is."""
    if entry.state is ConfigEntryState.LOADED and entry.runtime_data.database.noted():
        return
    hass.config_entries.async_schedule_reload(entry.entry_id)


def _remove_files(paths: Paths) -> None:
    """Keys first: whatever is interrupted afterwards is unreadable already."""
    for folder in (paths.keys, paths.desk_keys, paths.donation_keys, paths.contents, paths.desk, paths.offered):
        shutil.rmtree(folder, ignore_errors=True)
    paths.settings.unlink(missing_ok=True)
    for database in (paths.ledger, paths.donations):
        for part in paths.folder.glob(f"{database.name}*"):
            part.unlink(missing_ok=True)
    packages = paths.keys.parent
    for part in packages.iterdir() if packages.is_dir() else ():
        if part.is_symlink() or part.is_file():
            part.unlink()  # only the link: what it points to is somebody's own environment
        else:
            shutil.rmtree(part, ignore_errors=True)
    for folder in (packages, paths.models, paths.folder):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _translated[E: ConfigEntryError | ConfigEntryNotReady](kind: type[E], err: HostError) -> E:
    return kind(
        str(err),
        translation_domain=DOMAIN,
        translation_key=err.code,
        translation_placeholders=dict(err.placeholders),
    )
