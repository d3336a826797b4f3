"""Telling whether Home Assistant's records hold what was said or is to be said."""

from typing import Any

import pytest

from custom_components.earshot.traces.spoken_input import conversations_in, speaks, without_words
from custom_components.earshot.traces.voice_loggers import WORDS_AT_DEBUG, holds_words

SENTENCE = {"platform": "conversation", "sentence": "words", "user_input": {"conversation_id": "01"}}


def calling(domain: str, action: str) -> dict[str, Any]:
    return {"domain": domain, "service": action, "service_data": {"message": "words"}, "target": {}}


@pytest.mark.parametrize(
    ("domain", "action", "data", "yes"),
    [
        ("tts", "speak", {"message": "words", "entity_id": "tts.x"}, True),
        ("tts", "google_translate_say", {"message": "words"}, True),
        ("tts", "speak", {"entity_id": "tts.x", "cache": True}, False),
        ("tts", "clear_cache", {}, False),
        ("assist_satellite", "announce", {"message": "words"}, True),
        ("assist_satellite", "ask_question", {"question": "words"}, True),
        ("assist_satellite", "other", {"message": "words"}, False),
        ("conversation", "process", {"text": "words"}, True),
        ("conversation", "reload", {"agent_id": "x"}, False),
        ("media_player", "play_media", {"media": {"media_content_id": "media-source://tts/x?message=words"}}, True),
        ("media_player", "play_media", {"media_content_id": "music.mp3"}, False),
        ("light", "turn_on", {"message": "words"}, False),
        ("tts", "speak", None, False),
        (None, None, {"message": "words"}, False),
    ],
)
def test_an_action_speaks_if_its_data_holds_words(domain: Any, action: Any, data: Any, yes: bool) -> None:  # noqa: FBT001 - a parameter
    assert speaks(domain, action, data) is yes
    if yes:
        assert "words" not in str(without_words(data))
        assert not speaks(domain, action, without_words(data))


@pytest.mark.parametrize(
    ("trace", "found"),
    [
        ({"trigger/0": [{"changed_variables": {"trigger": SENTENCE}}]}, {"01"}),
        ({"trigger/0": [{"changed_variables": {"trigger": {**SENTENCE, "user_input": None}}}]}, {None}),
        ({"action/0": [{"result": {"params": calling("tts", "speak")}}]}, {None}),
        ({"action/0": [{"result": {"params": calling("light", "turn_on")}}]}, set()),
        ({"trigger/0": [{"changed_variables": {"trigger": {"platform": "state"}}}]}, set()),
        ({}, set()),
    ],
)
def test_a_trace_tells_of_which_conversation_its_words_are(trace: Any, found: set[str | None]) -> None:
    assert conversations_in(trace) == found


def test_a_logger_holds_words_at_debug_and_that_of_speech_at_any_level() -> None:
    assert all(holds_words(name, "DEBUG") and holds_words(f"{name}.part", "DEBUG") for name in WORDS_AT_DEBUG)
    assert not holds_words("homeassistant.components.conversation", "INFO")
    assert not holds_words("homeassistant.components.conversations", "DEBUG")
    assert holds_words("homeassistant.components.tts", "ERROR")
