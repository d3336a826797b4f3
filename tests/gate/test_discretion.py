"""What was said off the record, or is kept no more, is not kept by Home Assistant either."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.gate.discretion import FETCHED_SECONDS, Discretion
from custom_components.earshot.models import ContentKind
from tests.gate.house import COMMAND, House
from tests.gate.test_caretaker import A_MOMENT, keep_for


def debug_view(hass: HomeAssistant) -> str:
    """Return everything that Home Assistant's debug view of the pipelines holds."""
    runs = [run for runs in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.values() for run in runs.values()]
    return str([run.events for run in runs])


def speech_files(hass: HomeAssistant) -> list[Path]:
    return list(Path(hass.config.path("tts")).glob("*"))


async def settled(hass: HomeAssistant) -> None:
    await hass.async_block_till_done(wait_background_tasks=False)
    await hass.async_block_till_done(wait_background_tasks=False)


@pytest.mark.promise(5)
async def test_what_was_said_off_the_record_is_cleared_when_the_answer_was_fetched(
    hass: HomeAssistant, house: House
) -> None:
    await house.runtime.settings.go_off(None, None, "Ada")
    await house.say()
    await house.over()
    assert COMMAND in debug_view(hass)
    assert speech_files(hass)
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=FETCHED_SECONDS - 1))
    await settled(hass)
    assert COMMAND in debug_view(hass)
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=FETCHED_SECONDS + 1))
    async with asyncio.timeout(30):
        while COMMAND in debug_view(hass) or speech_files(hass):  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)


async def test_what_was_said_on_the_record_is_left_alone(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=FETCHED_SECONDS + 1))
    await settled(hass)
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert COMMAND in debug_view(hass)
    assert speech_files(hass)


async def test_a_stop_does_not_leave_it_to_nobody(hass: HomeAssistant, house: House) -> None:
    await house.runtime.settings.go_off(None, None, "Ada")
    await house.say()
    await house.over()
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert COMMAND not in debug_view(hass)
    assert not speech_files(hass)


@pytest.mark.promise(5)
async def test_what_fell_due_is_cleared_with_the_last_that_was_kept_of_it(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_for(monkeypatch, A_MOMENT)
    await house.say()
    await house.over()
    await house.runtime.timekeeper.look()
    assert COMMAND not in debug_view(hass)
    assert not speech_files(hass)


async def test_while_something_is_kept_of_it_it_is_left_alone(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    await house.runtime.settings.set_retention(None, ContentKind.RESPONSE, timedelta(0), "Ada")
    await house.runtime.timekeeper.look()
    utterance = await house.utterance()
    assert [content.erased_at is not None for content in utterance.contents] == [False, True]
    assert COMMAND in debug_view(hass)


async def test_what_cannot_be_cleared_does_not_hold_anything_up(hass: HomeAssistant) -> None:
    asked: list[Sequence[str]] = []

    async def ill(utterance_ids: Sequence[str]) -> None:
        asked.append(utterance_ids)
        raise LedgerUnavailableError

    discretion = Discretion(hass, ill)
    with patch("custom_components.earshot.gate.discretion.LOGGER.warning") as warned:
        await discretion.clear(("one", "two"))
    assert asked == [("one", "two")]
    warned.assert_called_once()
    await discretion.clear(())
    assert len(asked) == 1
