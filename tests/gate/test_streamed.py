"""How long microphones streamed to whom, summed by the hour."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Sequence
from datetime import timedelta

from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.gate import streamed
from custom_components.earshot.host_link.answers import WakeDetected
from custom_components.earshot.ledger import Listened
from custom_components.earshot.models import EarKind, Evidence, Place
from tests.gate.house import House, add_satellite


async def listened(house: House) -> list[Listened]:
    return [record for record in await house.entries("listened") if isinstance(record, Listened)]


async def an_hour_later(hass: HomeAssistant, hours: int = 1) -> None:
    """Let the clock strike the next hour, or the one so many hours later."""
    now = dt_util.utcnow()
    async_fire_time_changed(hass, now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=hours, seconds=1))
    await hass.async_block_till_done(wait_background_tasks=False)


async def test_all_streams_of_an_hour_are_one_entry_for_each_satellite(hass: HomeAssistant, house: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen", area="Kitchen"), add_satellite(hass, "Hall")
    house.host.wakes_after = 100
    for satellite, seconds in ((kitchen, 3), (hall, 1), (kitchen, 2)):
        await house.say(satellite_id=satellite, seconds=seconds, start=PipelineStage.WAKE_WORD)
    assert not await listened(house)
    await an_hour_later(hass)
    first, second = await listened(house)
    assert (first.satellite.entity_id, first.satellite.area) == (kitchen, "Kitchen")
    assert (first.ear.got.sound_ms, first.ear.got.sound_bytes, first.wakes) == (5000, 160_000, 0)
    assert (first.ear.kind, first.ear.place, first.ear.evidence) == (
        EarKind.WAKE_WORD,
        Place.SANDBOX,
        Evidence.ENFORCED,
    )
    assert first.began <= first.ended <= first.at
    assert (second.satellite.entity_id, second.ear.got.sound_ms) == (hall, 1000)
    await an_hour_later(hass, 2)
    assert len(await listened(house)) == 2
    assert not await house.utterances()


async def test_what_woke_it_is_summed_too_and_counted(hass: HomeAssistant, house: House) -> None:
    await house.say(seconds=3, start=PipelineStage.WAKE_WORD)
    await house.over()
    await an_hour_later(hass)
    (sums,) = await listened(house)
    assert (sums.ear.got.sound_ms, sums.wakes) == (1000, 1)


async def test_a_stream_that_goes_on_is_told_by_what_came_in_each_hour(hass: HomeAssistant, house: House) -> None:
    house.host.wakes_after = 100
    halfway, go_on = asyncio.Event(), asyncio.Event()
    detect = house.host.detect

    async def with_a_break(names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> WakeDetected | None:
        async def pieces() -> AsyncIterator[tuple[bytes, int]]:
            size = 0
            async for pcm, timestamp in stream:
                yield pcm, timestamp
                size += len(pcm)
                if size == 64_000:
                    halfway.set()
                    await go_on.wait()

        return await detect(names, pieces())

    house.host.detect = with_a_break  # type: ignore[method-assign]  # a stand-in of a stand-in
    run = house.speak_to(seconds=3, start=PipelineStage.WAKE_WORD)
    await halfway.wait()
    await an_hour_later(hass)
    go_on.set()
    await run
    await an_hour_later(hass, 2)
    first, second = await listened(house)
    assert (first.ear.got.sound_ms, second.ear.got.sound_ms) == (2000, 1000)
    assert second.began == first.ended


async def test_what_is_summed_is_entered_when_earshot_stops(hass: HomeAssistant, house: House) -> None:
    house.host.wakes_after = 100
    await house.say(seconds=2, start=PipelineStage.WAKE_WORD)
    await hass.config_entries.async_unload(house.entry.entry_id)
    await hass.config_entries.async_setup(house.entry.entry_id)
    (sums,) = await listened(house)
    assert sums.ear.got.sound_ms == 2000


async def test_more_pairs_than_are_summed_at_once_are_entered_early(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streamed, "MAX_TALLIES", 1)
    house.host.wakes_after = 100
    for name in ("Kitchen", "Hall"):
        await house.say(satellite_id=add_satellite(hass, name), seconds=1, start=PipelineStage.WAKE_WORD)
    await hass.async_block_till_done(wait_background_tasks=False)
    (early,) = await listened(house)
    assert early.satellite.label == "Kitchen satellite"
