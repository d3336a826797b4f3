"""What the events of a run tell of its stages."""

from typing import Any

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType as Type
import pytest

from custom_components.earshot.gate.told import StageTold, stages_told
from custom_components.earshot.models import Stage

START = PipelineEvent(Type.RUN_START, {"conversation_id": "c"}, "2026-11-28T12:00:00+00:00")
WOKEN = {"wake_word_output": {"wake_word_phrase": "Hey"}}
HEARD = {"stt_output": {"text": "one two three"}}
ASKED = {"engine": "conversation.cloud", "intent_input": "one two three"}
SAID = {"engine": "tts.cloud", "tts_input": "four five"}


def event(kind: Type, second: float, data: dict[str, Any] | None = None) -> PipelineEvent:
    return PipelineEvent(kind, data, f"2026-11-28T12:00:{second:09.6f}+00:00")


def answered(response: dict[str, Any] | None = None, *, locally: bool = False) -> dict[str, Any]:
    return {"processed_locally": locally, "intent_output": {"response": response or {"response_type": "action_done"}}}


def only(*events: PipelineEvent) -> StageTold:
    (told,) = stages_told([START, *events])
    return told


def test_a_whole_run_tells_of_each_stage_who_when_and_how_many_words() -> None:
    told = stages_told(
        [
            START,
            event(Type.WAKE_WORD_START, 1, {"entity_id": "wake_word.cloud"}),
            event(Type.WAKE_WORD_END, 2.5, WOKEN),
            event(Type.STT_START, 3, {"engine": "stt.cloud"}),
            event(Type.STT_VAD_START, 3.1, {"timestamp": 100}),
            event(Type.STT_END, 4.25, HEARD),
            event(Type.INTENT_START, 5, ASKED),
            event(Type.INTENT_PROGRESS, 5.5, {}),
            event(Type.INTENT_END, 6, answered()),
            event(Type.TTS_START, 7, SAID),
            event(Type.TTS_END, 7.125, {}),
            event(Type.RUN_END, 8),
        ]
    )
    assert [(one.stage, one.engine_id, one.took_ms, one.words, one.status) for one in told] == [
        (Stage.WAKE_WORD, "wake_word.cloud", 1500, None, "ok"),
        (Stage.SPEECH_TO_TEXT, "stt.cloud", 1250, None, "ok"),
        (Stage.CONVERSATION, "conversation.cloud", 1000, 3, "ok"),
        (Stage.TEXT_TO_SPEECH, "tts.cloud", 125, 2, "ok"),
    ]
    assert all(one.ended for one in told)


def test_a_wake_word_that_was_not_heard_and_a_beep_are_nobodys_stage() -> None:
    assert not stages_told(
        [START, event(Type.WAKE_WORD_START, 1, {"entity_id": "a"}), event(Type.WAKE_WORD_END, 2, {})]
    )
    beep = SAID | {"acknowledge_override": True}
    assert not stages_told([START, event(Type.TTS_START, 1, beep), event(Type.TTS_END, 2, {})])


def test_words_that_home_assistant_handles_itself_are_its_own() -> None:
    told = only(event(Type.INTENT_START, 1, ASKED), event(Type.INTENT_END, 2, answered(locally=True)))
    assert told.engine_id == "conversation.home_assistant"


@pytest.mark.parametrize(
    ("response", "status"),
    [
        ({"response_type": "query_answer"}, "ok"),
        ({"response_type": "error", "data": {"code": "no_intent_match"}}, "rejected"),
        ({"response_type": "error", "data": {"code": "no_valid_targets"}}, "rejected"),
        ({"response_type": "error", "data": {"code": "failed_to_handle"}}, "error:failed_to_handle"),
        ({"response_type": "error"}, "error:unknown"),
    ],
)
def test_an_agents_answer_is_its_status(response: dict[str, Any], status: str) -> None:
    told = only(event(Type.INTENT_START, 1, ASKED), event(Type.INTENT_END, 2, answered(response)))
    assert told.status == status


@pytest.mark.parametrize(
    ("last", "status"),
    [
        ([event(Type.ERROR, 2, {"code": "stt-no-text-recognized"})], "silence"),
        ([event(Type.ERROR, 2, {"code": "timeout"})], "error:timeout"),
        ([event(Type.RUN_END, 2)], "error:cancelled"),
        ([], "error:cancelled"),
    ],
)
def test_a_stage_without_an_end_says_why(last: list[PipelineEvent], status: str) -> None:
    told = only(event(Type.STT_START, 1, {"engine": "stt.cloud"}), *last)
    assert (told.status, told.ended) == (status, False)
    assert told.took_ms == (1000 if last else 0)


def test_an_error_belongs_to_the_stage_that_it_ended() -> None:
    heard, asked = stages_told(
        [
            START,
            event(Type.STT_START, 1, {"engine": "stt.cloud"}),
            event(Type.STT_END, 2, HEARD),
            event(Type.INTENT_START, 3, ASKED),
            event(Type.ERROR, 4, {"code": "intent-failed"}),
        ]
    )
    assert (heard.status, asked.status) == ("ok", "error:intent-failed")


def test_no_text_of_a_run_is_in_what_is_told() -> None:
    told = stages_told(
        [
            START,
            event(Type.INTENT_START, 1, ASKED | {"intent_input": "zanzibar"}),
            event(Type.INTENT_END, 2, answered()),
        ]
    )
    assert "zanzibar" not in repr(told)
