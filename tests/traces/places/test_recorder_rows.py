"""The recorder's database, a real one on disk, with the words of actions that speak."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from homeassistant.components.recorder.core import Recorder
from homeassistant.core import HomeAssistant
from homeassistant.helpers.recorder import session_scope
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.components.recorder.common import async_wait_recording_done

from custom_components.earshot.traces import recorded
from custom_components.earshot.traces.place import JOURNAL, STORAGE, Said
from custom_components.earshot.traces.places import recorder_rows
from custom_components.earshot.traces.traces import Traces
from tests.traces.parrot import ANSWER, LONG_OVER, files_with_it, forget, found, purge

PLACE = "recorder_rows"
PLAYER = "media_player.kitchen"

pytestmark = [pytest.mark.parametrize("persistent_database", [True]), pytest.mark.usefixtures("recorder_mock", "house")]


@pytest.fixture
def folder(recorder_db_url: str) -> Path:
    """Where the database and its journal lie."""
    return Path(recorder_db_url.removeprefix("sqlite:///")).parent


@pytest.fixture
async def spoken(recorder_mock: Recorder, hass: HomeAssistant, house: object) -> Said:
    """Have it said by every action that speaks, and by a media player."""
    assert await async_setup_component(hass, "media_player", {})
    since = dt_util.utcnow()
    speak = {"media_player_entity_id": PLAYER, "message": ANSWER}
    await hass.services.async_call("tts", "speak", speak, target={"entity_id": "tts.earshot_voice"}, blocking=True)
    await hass.services.async_call("conversation", "process", {"text": ANSWER}, blocking=True)
    hass.states.async_set(
        PLAYER, "playing", {"volume": 1, "media_content_id": f"media-source://tts/x?message={ANSWER}"}
    )
    await hass.services.async_call("input_boolean", "turn_on", target={"entity_id": "input_boolean.hall_lamp"})
    await async_wait_recording_done(hass)
    return Said(utterance_id="1", since=since, until=dt_util.utcnow())


def history(instance: Recorder) -> list[Any]:
    """Read all events' and states' data as the history does, but for what Earshot itself tells meanwhile."""
    with session_scope(session=instance.get_session(), read_only=True) as session:
        events = session.connection().exec_driver_sql(
            "SELECT shared_data FROM events JOIN event_data USING (data_id) ORDER BY event_id"
        )
        states = session.connection().exec_driver_sql(
            "SELECT shared_attrs FROM states JOIN state_attributes USING (attributes_id)"
            " JOIN states_meta USING (metadata_id) WHERE states_meta.entity_id NOT LIKE '%.earshot_%'"
            " ORDER BY state_id"
        )
        return [text for rows in (events.all(), states.all()) for (text,) in rows]


async def test_words_are_found_and_gone_from_the_files_while_the_history_stays(
    hass: HomeAssistant, recorder_mock: Recorder, traces: Traces, spoken: Said, folder: Path
) -> None:
    assert await files_with_it(hass, folder)
    there = await found(traces, PLACE)
    # tts.speak, the media_player.play_media that comes of it, conversation.process, and the player's state
    assert there.count == 4
    assert there.size
    assert there.since is not None
    assert abs(there.since - spoken.since) < timedelta(seconds=5)
    assert there.until is not None
    assert there.until - dt_util.utcnow() > timedelta(days=9)
    before = await recorder_mock.async_add_executor_job(history, recorder_mock)
    purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (4, 0, None)
    assert await files_with_it(hass, folder) == []
    assert (await found(traces, PLACE)).count == 0
    after = await recorder_mock.async_add_executor_job(history, recorder_mock)
    assert len(after) == len(before)
    assert any('"service":"speak"' in text and PLAYER in text for text in after)
    assert any('"volume":1' in text for text in after)
    assert any('"service":"turn_on"' in text and "hall_lamp" in text for text in after)


@pytest.mark.usefixtures("spoken")
async def test_the_same_words_are_recorded_and_found_again_afterwards(hass: HomeAssistant, traces: Traces) -> None:
    await purge(traces, PLACE)
    await hass.services.async_call("conversation", "process", {"text": ANSWER}, blocking=True)
    await async_wait_recording_done(hass)
    assert (await found(traces, PLACE)).count == 1


async def test_an_utterance_takes_the_words_of_its_time(
    hass: HomeAssistant, traces: Traces, spoken: Said, folder: Path
) -> None:
    minute = timedelta(minutes=1)
    later = Said(utterance_id="2", since=spoken.until + minute, until=spoken.until + minute)
    assert (await forget(traces, PLACE, later, LONG_OVER)).count == 0
    assert await files_with_it(hass, folder)
    assert (await forget(traces, PLACE, spoken, spoken, LONG_OVER)).count == 4
    assert await files_with_it(hass, folder) == []


@pytest.mark.usefixtures("spoken")
async def test_a_journal_that_somebody_reads_is_said_to_hold_it_still(
    hass: HomeAssistant, traces: Traces, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hass.is_running
    monkeypatch.setattr(recorded, "_wrote_back", lambda _instance: False)
    purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (4, None, JOURNAL)


@pytest.mark.usefixtures("spoken")
async def test_a_database_that_refuses_or_a_recorder_that_does_not_answer_is_said_to_keep_it(
    traces: Traces, recorder_mock: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:

    def refuse(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(recorded, "rows_with_words", refuse)
        purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (0, None, STORAGE)
    with monkeypatch.context() as patch:
        patch.setattr(recorder_rows, "PATIENCE", 0)
        patch.setattr(recorder_mock, "queue_task", lambda _task: None)
        assert (await purge(traces, PLACE)).why_not == STORAGE
