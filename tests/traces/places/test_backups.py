"""Backups, made by Home Assistant itself."""

from pathlib import Path

from homeassistant.components.backup.const import DATA_MANAGER
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.traces.place import BACKUP, Said
from custom_components.earshot.traces.traces import Traces
from tests.traces.parrot import LONG_OVER, forget, found, purge, size_of

PLACE = "backups"


@pytest.fixture
async def backup(hass: HomeAssistant) -> Path:
    """Let Home Assistant make a backup of itself."""
    assert await async_setup_component(hass, "backup", {})
    await hass.async_block_till_done()
    await hass.data[DATA_MANAGER].async_create_backup(
        agent_ids=["backup.local"],
        extra_metadata={},
        include_addons=None,
        include_all_addons=False,
        include_database=True,
        include_folders=None,
        include_homeassistant=True,
        name="Test",
        password=None,
    )
    return only_file(Path(hass.config.path("backups")))


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


@pytest.mark.usefixtures("house")
async def test_a_backup_is_found_and_left_with_the_reason(traces: Traces, backup: Path) -> None:
    there = await found(traces, PLACE)
    assert (there.count, there.size, there.purgeable, there.why_not) == (1, size_of(backup), False, BACKUP)
    assert there.since is not None
    purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (0, 1, BACKUP)
    assert size_of(backup) == there.size


@pytest.mark.usefixtures("house", "backup")
async def test_an_utterance_is_told_how_many_backups_were_made_since(traces: Traces) -> None:
    now = dt_util.utcnow()
    assert (await forget(traces, PLACE, LONG_OVER)).left == 1
    assert (await forget(traces, PLACE, Said(utterance_id="1", since=now, until=now))).left == 0


@pytest.mark.usefixtures("house")
async def test_without_backups_there_is_nothing(traces: Traces) -> None:
    assert (await found(traces, PLACE)).count == 0
    assert (await purge(traces, PLACE)).why_not is None
