"""Verifying the ledger of a home: how it went last is remembered, and for how long."""

from collections.abc import AsyncIterator
import contextlib
from contextlib import asynccontextmanager
from datetime import timedelta
import sqlite3

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.gate import verifying as verifying_module
from custom_components.earshot.ledger.verdict import Verdict
from custom_components.earshot.vault.clock import elapsed_seconds
from tests.gate.house import House

HOUR = timedelta(hours=1)


@asynccontextmanager
async def spoiled(hass: HomeAssistant, house: House) -> AsyncIterator[None]:
    """Let somebody change the last entry behind Earshot's back, and put it right at the end."""

    def swap(old: str, new: str) -> None:
        statement = """UPDATE entry SET body = CAST(replace(body, ?, ?) AS BLOB)
            WHERE "index" = (SELECT max("index") FROM entry WHERE kind = 'finished')"""
        with contextlib.closing(sqlite3.connect(house.runtime.paths.ledger)) as database, database:
            assert database.execute(statement, (old, new)).rowcount == 1

    await hass.async_add_executor_job(swap, '"at":', '"AT":')
    try:
        yield
    finally:
        await hass.async_add_executor_job(swap, '"AT":', '"at":')


async def verify(hass: HomeAssistant, house: House) -> Verdict:
    """Verify as a person or an automation does."""
    verdict = await hass.async_add_executor_job(house.runtime.witnesses.verifying.verify)
    await hass.async_block_till_done()
    return verdict


async def test_nobody_has_verified_at_first_and_a_reload_forgets_it(hass: HomeAssistant, house: House) -> None:
    assert not house.runtime.witnesses.verifying.held_within(HOUR)
    await verify(hass, house)
    assert house.runtime.witnesses.verifying.held_within(HOUR)
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert not house.runtime.witnesses.verifying.held_within(HOUR)


async def test_it_holds_for_as_long_as_is_asked(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await verify(hass, house)
    later = HOUR.total_seconds() + 1
    monkeypatch.setattr(verifying_module, "elapsed_seconds", lambda: elapsed_seconds() + later)
    assert not house.runtime.witnesses.verifying.held_within(HOUR)
    assert house.runtime.witnesses.verifying.held_within(2 * HOUR)


async def test_one_that_failed_is_the_last_one(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    await verify(hass, house)
    async with spoiled(hass, house):
        assert not (await verify(hass, house)).ok
    assert not house.runtime.witnesses.verifying.held_within(HOUR)


async def test_one_that_was_broken_off_is_none(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    await verify(hass, house)
    before = house.runtime.witnesses.verifying.last

    def break_off(_done: int, _total: int) -> None:
        raise LedgerUnavailableError("somebody has gone")

    with pytest.raises(LedgerUnavailableError):
        await hass.async_add_executor_job(house.runtime.witnesses.verifying.verify, break_off)
    await hass.async_block_till_done()
    assert house.runtime.witnesses.verifying.last is before
