"""Media players that name what they speak."""

from datetime import timedelta

from homeassistant.core import HomeAssistant

from custom_components.earshot.traces.place import FOREIGN, Said
from custom_components.earshot.traces.traces import Traces
from tests.traces.parrot import ANSWER, LONG_OVER, forget, found, purge

PLACE = "player_states"


async def test_a_player_that_names_a_text_is_found_and_left_with_the_reason(
    hass: HomeAssistant, traces: Traces
) -> None:
    hass.states.async_set("media_player.hall", "playing", {"media_content_id": "music.mp3"})
    assert (await found(traces, PLACE)).count == 0
    hass.states.async_set(
        "media_player.kitchen", "idle", {"media_content_id": f"media-source://tts/x?message={ANSWER}"}
    )
    state = hass.states.get("media_player.kitchen")
    assert state is not None
    there = await found(traces, PLACE)
    assert (there.count, there.since, there.purgeable, there.why_not) == (1, state.last_updated, False, FOREIGN)
    assert (await purge(traces, PLACE)).left == 1
    before = Said(utterance_id="1", since=state.last_updated - timedelta(seconds=1), until=state.last_updated)
    assert (await forget(traces, PLACE, LONG_OVER)).left == 0
    assert (await forget(traces, PLACE, before, LONG_OVER)).left == 1
    hass.states.async_set("media_player.kitchen", "idle", {})
    assert (await purge(traces, PLACE)).why_not is None
