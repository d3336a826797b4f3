"""Looks at the clocks in time, and goes on looking whatever goes wrong."""

import asyncio
from datetime import timedelta
from unittest.mock import patch

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.errors import LedgerUnavailableError, VaultError
from custom_components.earshot.gate.timekeeper import LOOK_SECONDS, SHORTEST_WAIT, Timekeeper
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.clock import Clock, elapsed_seconds
from custom_components.earshot.vault.vault import Vault
from tests.gate.house import House
from tests.gate.test_caretaker import erased, keep_for


def test_two_looks_and_their_work_fit_into_the_minute_that_is_promised() -> None:
    assert LOOK_SECONDS * 3 <= 60


async def test_the_next_look_is_when_the_next_content_is_due_and_soon_otherwise(house: House) -> None:
    assert await house.runtime.timekeeper.look() == LOOK_SECONDS
    for left, wait in ((7.5, 7.5), (1e9, LOOK_SECONDS), (-5.0, SHORTEST_WAIT), (None, LOOK_SECONDS)):
        with patch.object(Vault, "seconds_left", return_value=left):
            assert await house.runtime.timekeeper.look() == wait


async def test_the_next_look_is_when_a_time_off_the_record_ends(house: House) -> None:
    await house.runtime.settings.go_off(None, dt_util.utcnow() + timedelta(seconds=5), "Ada")
    assert 4 < await house.runtime.timekeeper.look() <= 5


@pytest.mark.parametrize("error", [VaultError("no disk"), RuntimeError("a mistake")])
async def test_what_goes_wrong_once_is_tried_again(
    hass: HomeAssistant, house: House, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    await house.say()
    utterance = await house.utterance()
    week = timedelta(days=7)
    house.runtime.vault._deadlines._clock = Clock(
        lambda: dt_util.utcnow() + week, lambda: elapsed_seconds() + week.total_seconds()
    )
    with patch.object(Vault, "due", side_effect=error):
        assert await house.runtime.timekeeper.look() == LOOK_SECONDS
    assert not erased(house, utterance)
    await house.runtime.timekeeper.look()
    assert erased(house, utterance)
    caplog.clear()  # the test plugin takes a logged exception for a failure


async def test_contents_are_erased_on_time_while_the_ledger_is_ill_and_entered_afterwards(house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    week = timedelta(days=7)
    house.runtime.vault._deadlines._clock = Clock(
        lambda: dt_util.utcnow() + week, lambda: elapsed_seconds() + week.total_seconds()
    )
    with patch.object(type(house.runtime.ledger), "append", side_effect=LedgerUnavailableError("disk full")):
        await house.runtime.timekeeper.look()
    assert not list(house.runtime.paths.contents.iterdir())
    assert not erased(house, utterance)
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert erased(house, utterance)


async def test_it_erases_by_itself_when_the_time_comes(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_for(monkeypatch, timedelta(seconds=0.5))
    monkeypatch.setattr("custom_components.earshot.gate.timekeeper.LOOK_SECONDS", 0.1)
    house.runtime.settings._tell()  # wakes it, so that it looks as often as that from now on
    await house.say()
    utterance = await house.utterance()
    async with asyncio.timeout(10):
        while not erased(house, utterance):  # noqa: ASYNC110 - nothing tells of an erasure
            await asyncio.sleep(0.05)


async def test_a_clock_that_is_set_back_keeps_nothing_longer(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.say()
    utterance = await house.utterance()
    week = timedelta(days=7)
    house.runtime.vault._deadlines._clock = Clock(
        lambda: dt_util.utcnow() - week, lambda: elapsed_seconds() + week.total_seconds()
    )
    await house.runtime.timekeeper.look()
    assert erased(house, utterance)


async def test_a_clock_that_is_set_forward_erases_nothing_early(house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    decade = timedelta(days=3650)
    house.runtime.vault._deadlines._clock = Clock(lambda: dt_util.utcnow() + decade, elapsed_seconds)
    await house.runtime.timekeeper.look()
    assert house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)


async def test_the_start_does_not_wait_for_ever_for_what_fell_due(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    forever = asyncio.Event()

    async def long(_timekeeper: Timekeeper) -> float:
        await forever.wait()
        return LOOK_SECONDS

    await hass.config_entries.async_unload(house.entry.entry_id)
    with monkeypatch.context() as patched:
        patched.setattr(Timekeeper, "look", long)
        patched.setattr("custom_components.earshot.gate.timekeeper.START_SECONDS", 0.01)
        assert await hass.config_entries.async_setup(house.entry.entry_id)
    forever.set()


async def test_what_falls_due_together_is_erased_together(house: House) -> None:
    for _ in range(3):
        await house.say()
    utterances = await house.utterances()
    week = timedelta(days=7)
    house.runtime.vault._deadlines._clock = Clock(
        lambda: dt_util.utcnow() + week, lambda: elapsed_seconds() + week.total_seconds()
    )
    with patch.object(Vault, "told", side_effect=VaultError("no disk")):
        await house.runtime.timekeeper.look()
    assert all(erased(house, utterance) for utterance in utterances)
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert house.runtime.vault.untold() == ()
    assert all(
        len([one for one in house.runtime.ledger.entries(utterance.utterance_id) if one.record.kind == "erased"]) == 1
        for utterance in utterances
    )
