"""A backup made while people speak holds a whole ledger and no key."""

import asyncio
from pathlib import Path
import shutil
from unittest.mock import patch

from homeassistant.components.backup.const import DATA_MANAGER, EXCLUDE_FROM_BACKUP
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
import pytest

from custom_components.earshot import backup
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.gate import stillness
from custom_components.earshot.ledger import Ledger, Query
from custom_components.earshot.runtime import RuntimeData
from tests.gate.house import House


async def speak(house: House, times: int) -> None:
    for _ in range(times):
        await house.say()
    await house.over()


async def test_a_copy_in_any_order_is_a_whole_ledger_of_one_moment(
    hass: HomeAssistant, house: House, tmp_path: Path
) -> None:
    runtime: RuntimeData = house.runtime
    await speak(house, 2)
    await backup.async_pre_backup(hass)
    file = runtime.paths.ledger.read_bytes()
    log = Path(f"{runtime.paths.ledger}-wal")
    for first, second in ((runtime.paths.ledger, log), (log, runtime.paths.ledger)):
        folder = tmp_path / first.name
        folder.mkdir()
        await speak(house, 1)
        shutil.copy(first, folder)
        await speak(house, 1)
        await hass.async_add_executor_job(runtime.ledger._store.scrub)  # whoever wants the log to be emptied now waits
        shutil.copy(second, folder)
        copy = Ledger.open(f"sqlite:///{folder / 'ledger.db'}", keys=runtime.paths.keys, origin="copy")
        try:
            assert copy.verify().ok
            assert len(copy.utterances(Query()).items) >= 2
        finally:
            copy.close()
    assert runtime.paths.ledger.read_bytes() == file
    await backup.async_post_backup(hass)
    assert await hass.async_add_executor_job(runtime.ledger._store.scrub)
    assert runtime.paths.ledger.read_bytes() != file
    assert len(await house.utterances()) == 6


@pytest.mark.promise(5)
async def test_no_key_lies_where_a_backup_would_take_it(hass: HomeAssistant, house: House) -> None:
    await speak(house, 1)
    keys = house.runtime.paths.keys
    inside = keys.relative_to(hass.config.config_dir)
    assert any(inside.full_match(f"{pattern}*") for pattern in EXCLUDE_FROM_BACKUP), inside
    taken = files_outside(keys, Path(hass.config.config_dir))
    household = (keys / "household.key").read_bytes()[-32:]
    assert taken
    assert not [path for path in taken if path.suffix == ".key" or household in path.read_bytes()]


def files_outside(keys: Path, folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_relative_to(keys)]


async def test_home_assistants_own_backup_finds_the_hooks(hass: HomeAssistant, house: House) -> None:
    assert await async_setup_component(hass, "backup", {})
    await hass.async_block_till_done()
    manager = hass.data[DATA_MANAGER]
    await manager.async_pre_backup_actions()
    assert house.runtime.stillness.holds
    await manager.async_post_backup_actions()
    assert not house.runtime.stillness.holds


async def test_a_ledger_that_is_ill_keeps_nobody_from_making_a_backup(hass: HomeAssistant, house: House) -> None:
    with patch.object(Ledger, "still", side_effect=LedgerUnavailableError("no disk")):
        await backup.async_pre_backup(hass)
    assert not house.runtime.stillness.holds
    await backup.async_post_backup(hass)


async def test_a_backup_that_never_says_that_it_is_over_does_not_hold_for_ever(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stillness, "LONGEST_SECONDS", 0.01)
    await backup.async_pre_backup(hass)
    async with asyncio.timeout(10):
        while house.runtime.stillness.holds:  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)


async def test_earshot_can_be_stopped_in_the_middle_of_a_backup(hass: HomeAssistant, house: House) -> None:
    await backup.async_pre_backup(hass)
    await backup.async_pre_backup(hass)
    assert await hass.config_entries.async_unload(house.entry.entry_id)
    await backup.async_post_backup(hass)
