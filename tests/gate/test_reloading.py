import asyncio
from collections.abc import AsyncIterable, Sequence

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntryChange
from homeassistant.core import HomeAssistant
from homeassistant.helpers.dispatcher import async_dispatcher_send
import pytest

from custom_components.earshot.errors import HostUnavailableError

from .house import House

TOO_LATE = 60
"""Seconds of sound, streamed as fast as a satellite does: no test waits for their end."""


async def test_a_run_that_waits_for_a_wake_word_ends_without_an_error_when_earshot_was_reloaded(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens = asyncio.Event()

    async def listen(_names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> None:
        async for _ in stream:
            listens.set()

    monkeypatch.setattr(house.host, "detect", listen)
    await _reloaded_under_a_run(hass, house, listens)


async def test_a_run_whose_host_went_with_earshot_waits_for_the_next_earshot_and_not_longer(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = asyncio.Event()
    host = house.host

    async def end(*_: object) -> None:
        host.turn(available=False)
        ended.set()
        raise HostUnavailableError

    monkeypatch.setattr(host, "detect", end)
    await _reloaded_under_a_run(hass, house, ended)


async def _reloaded_under_a_run(hass: HomeAssistant, house: House, ready: asyncio.Event) -> None:
    events: list[PipelineEvent] = []
    run = house.speak_to(seconds=TOO_LATE, pace=0.01, start=PipelineStage.WAKE_WORD, on_event=events.append)
    await ready.wait()
    assert not run.done()

    await hass.config_entries.async_reload(house.entry.entry_id)

    async with asyncio.timeout(5):
        await run
    assert PipelineEventType.ERROR not in {event.type for event in events}
    assert await house.utterances() == ()


async def test_a_change_of_the_entry_that_reloads_nothing_breaks_nothing_off(hass: HomeAssistant, house: House) -> None:
    house.host.wakes_after = 1
    began = asyncio.Event()
    run = house.speak_to(
        seconds=2,
        pace=0.001,
        start=PipelineStage.WAKE_WORD,
        on_event=lambda event: began.set() if event.type is PipelineEventType.WAKE_WORD_START else None,
    )
    await began.wait()
    for _ in range(2):
        async_dispatcher_send(hass, SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntryChange.UPDATED, house.entry)
    await run
    assert (await house.utterance()).wake_word == "Hey Jarvis"
