"""All places together: what a changed Home Assistant makes of them, what they say, and what they never say."""

from collections.abc import Callable
import json
import logging
from pathlib import Path

from homeassistant.components.assist_pipeline.const import DATA_CONFIG
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.conversation.agent_manager import get_agent_manager
from homeassistant.components.conversation.chat_log import DATA_CHAT_LOGS
from homeassistant.components.trace.const import DATA_TRACE
from homeassistant.components.tts.const import DATA_TTS_MANAGER
from homeassistant.const import KEY_DATA_LOGGING
from homeassistant.core import HomeAssistant
from homeassistant.util.yaml import load_yaml_dict
import pytest

from custom_components.earshot.errors import TracePlaceUnknownError
from custom_components.earshot.ledger.jsonable import to_json
from custom_components.earshot.models import Evidence
from custom_components.earshot.traces.place import REASONS, UNKNOWN
from custom_components.earshot.traces.places import conversation_traces, debug_loggers, player_states
from custom_components.earshot.traces.table import read_table
from custom_components.earshot.traces.traces import Traces
from tests.test_translate_errors import ENGLISH, TRANSLATIONS
from tests.traces.parrot import LONG_OVER, MARKER, forget, purge

PANEL_SENTENCES = Path(__file__).parents[2] / "frontend/src/features/leftovers/strings/en.json"

type Break = Callable[[HomeAssistant, pytest.MonkeyPatch], None]


def gone() -> None:
    raise AttributeError


def without_creation(hass: HomeAssistant, _patch: pytest.MonkeyPatch) -> None:
    for log in hass.data[DATA_CHAT_LOGS].values():
        del log.created


def without_levels(_hass: HomeAssistant, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(debug_loggers, "chatty_loggers", gone)


def set_up_without_data(domain: str) -> Break:
    return lambda hass, _patch: hass.config.components.add(domain)


def undo(hass: HomeAssistant) -> None:
    """Let Home Assistant stop without what is not there."""
    for domain in {"backup", "recorder", "system_log"} & hass.config.components:
        hass.config.components.remove(domain)


CHANGES: dict[str, Break] = {
    "automation_traces": lambda hass, patch: patch.delitem(hass.data, DATA_TRACE),
    "backups": set_up_without_data("backup"),
    "chat_sessions": without_creation,
    "conversation_traces": lambda _hass, patch: patch.setattr(conversation_traces, "async_get_traces", gone),
    "debug_loggers": without_levels,
    "debug_recordings": lambda hass, patch: patch.delitem(hass.data, DATA_CONFIG),
    "intent_cache": lambda hass, patch: patch.delattr(get_agent_manager(hass).default_agent, "_intent_cache"),
    "log_files": lambda hass, patch: patch.setitem(hass.data, KEY_DATA_LOGGING, 7),
    "microphone_capture": lambda hass, patch: patch.delattr(hass.data[KEY_ASSIST_PIPELINE], "device_audio_queues"),
    "pipeline_debug": lambda hass, patch: patch.delattr(hass.data[KEY_ASSIST_PIPELINE], "pipeline_debug"),
    "player_states": lambda _hass, patch: patch.setattr(player_states, "_with_words", gone),
    "recorder_rows": set_up_without_data("recorder"),
    "speech_files": lambda hass, patch: patch.delattr(hass.data[DATA_TTS_MANAGER], "file_cache"),
    "speech_memory": lambda hass, patch: patch.delattr(hass.data[DATA_TTS_MANAGER], "mem_cache"),
    "system_log": set_up_without_data("system_log"),
}
"""What Home Assistant might have changed, by the place that relies on it."""


def test_every_place_has_something_that_home_assistant_might_change() -> None:
    assert tuple(CHANGES) == read_table().names


@pytest.mark.usefixtures("parrot")
async def test_when_home_assistant_has_changed_the_answer_is_unknown_and_the_others_go_on(
    hass: HomeAssistant, traces: Traces
) -> None:
    before = {one.place: one.why_not for one in await traces.survey()}
    assert UNKNOWN not in before.values()
    for place, change in CHANGES.items():
        with pytest.MonkeyPatch.context() as patch:
            change(hass, patch)
            told = {one.place: one for one in await traces.survey()}
        undo(hass)
        there = told.pop(place)
        assert (there.count, there.why_not, there.evidence) == (None, UNKNOWN, Evidence.UNKNOWN), place
        assert not there.purgeable
        assert {one.place for one in told.values() if one.why_not == UNKNOWN} <= {"chat_sessions"}, place


@pytest.mark.usefixtures("parrot")
@pytest.mark.parametrize("place", ["pipeline_debug", "speech_memory", "recorder_rows"])
async def test_what_cannot_be_looked_at_is_not_said_to_be_cleared(
    hass: HomeAssistant, traces: Traces, place: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        CHANGES[place](hass, patch)
        purged = await purge(traces, place)
        forgotten = await forget(traces, place, LONG_OVER)
    undo(hass)
    assert (purged.count, purged.left, purged.why_not) == (0, None, UNKNOWN)
    assert forgotten == purged


async def test_a_place_that_nobody_knows_is_refused(traces: Traces) -> None:
    with pytest.raises(TracePlaceUnknownError) as caught:
        await traces.purge("attic")
    assert "speech_files" in caught.value.placeholders["known"]


@pytest.mark.usefixtures("parrot")
@pytest.mark.promise(9)
async def test_what_is_said_of_places_holds_no_words(traces: Traces, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "custom_components.earshot")
    caplog.clear()
    survey = await traces.survey()
    assert sum(one.count or 0 for one in survey) > 3
    told = json.dumps(to_json(survey)) + json.dumps(to_json(await traces.purge())) + caplog.text
    assert MARKER not in told


@pytest.mark.usefixtures("parrot")
async def test_after_clearing_everything_nothing_is_found_that_could_be_cleared(traces: Traces) -> None:
    await traces.purge()
    assert {one.place: one.count for one in await traces.survey() if one.purgeable and one.count} == {}


def test_every_place_and_every_reason_has_its_sentences() -> None:
    places = list(read_table().names)
    assert list(ENGLISH["selector"]["trace_place"]["options"]) == places
    assert [key for key in ENGLISH["common"] if key.startswith("trace_")] == [
        *(f"trace_{place}" for place in places),
        *(f"trace_why_{reason}" for reason in REASONS),
    ]
    described = load_yaml_dict(str(TRANSLATIONS.parent / "services.yaml"))
    offered = described["purge_traces"]["fields"]["place"]["selector"]["select"]["options"]
    assert offered == places


def test_the_panel_has_a_sentence_for_every_place_and_reason() -> None:
    sentences = json.loads(PANEL_SENTENCES.read_text(encoding="utf-8"))
    assert set(sentences["place"]) == set(read_table().names)
    assert set(sentences["why"]) == set(REASONS)
