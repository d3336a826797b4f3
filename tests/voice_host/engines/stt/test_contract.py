"""What every engine behind `SpeechEngine` does, run on the closed grammar and on two general models."""

from concurrent.futures import ThreadPoolExecutor
import logging

from hypothesis import HealthCheck, given, settings, strategies as st
import numpy as np
import pytest

from tests.voice_host.engines.stt.conftest import hear, make_grammar, say
from voice_host.contract import (
    MAX_UTTERANCE_SECONDS,
    RATE,
    VERDICT_ACCEPTED,
    VERDICT_REJECTED,
    VERDICT_SILENCE,
    WIDTH,
)
from voice_host.engines.interface import SpeechEngine

COMMAND = "turn on the kitchen light"
SECOND = RATE * WIDTH


def test_it_says_what_it_is_and_why(engine: SpeechEngine) -> None:
    info = engine.info
    assert info.stage == "speech_to_text"
    assert info.name in {"pocketsphinx", "sherpa-onnx"}
    assert info.version
    assert info.model
    assert info.detail.endswith(".")
    assert engine.languages


def test_speech_is_accepted_in_lower_case_words(engine: SpeechEngine) -> None:
    heard = hear(engine, say(COMMAND))
    assert heard.verdict == VERDICT_ACCEPTED
    assert heard.text == " ".join(heard.text.lower().split())
    assert heard.text
    assert heard.engine == engine.info.name


def test_times_are_told_of_every_word_or_of_none_and_only_to_whoever_asks(engine: SpeechEngine) -> None:
    pcm = say(COMMAND)
    assert hear(engine, pcm).times is None
    heard = hear(engine, pcm, speaker="another", times=True)
    if heard.times is None:
        assert engine.info.name == "sherpa-onnx"
        return
    assert len(heard.times) == len(heard.text.split())
    edges = [edge for time in heard.times for edge in time]
    assert edges == sorted(edges)
    assert 0 <= edges[0] < edges[-1] <= len(pcm) * 1000 // SECOND
    assert hear(engine, bytes(SECOND), times=True).times is None


@pytest.mark.parametrize("seconds", [0, 0.01, 3])
def test_silence_is_called_silence_and_has_no_text(engine: SpeechEngine, seconds: float) -> None:
    heard = hear(engine, bytes(round(seconds * RATE) * WIDTH))
    assert (heard.verdict, heard.text) == (VERDICT_SILENCE, "")


def test_steady_noise_is_called_silence(engine: SpeechEngine) -> None:
    noise = np.random.default_rng(0).normal(scale=300, size=2 * RATE).astype("<i2").tobytes()
    assert hear(engine, noise).verdict == VERDICT_SILENCE


def test_how_sound_is_cut_makes_no_difference(engine: SpeechEngine) -> None:
    pcm = say(COMMAND)
    texts = {hear(engine, pcm, speaker=f"cut {chunk}", chunk=chunk).text for chunk in (len(pcm), 2560, 641)}
    assert len(texts) == 1


@given(pieces=st.lists(st.binary(max_size=3000), max_size=6))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_sound(engine: SpeechEngine, pieces: list[bytes]) -> None:
    stream = engine.start(language="en", speaker="garbage")
    for piece in pieces:
        stream.feed(piece)
    heard = stream.finish()
    assert heard.verdict in {VERDICT_ACCEPTED, VERDICT_REJECTED, VERDICT_SILENCE}
    assert bool(heard.text) == (heard.verdict == VERDICT_ACCEPTED)


def test_a_long_utterance_is_heard_up_to_the_limit(engine: SpeechEngine) -> None:
    stream = engine.start(language="en", speaker="long")
    for _ in range(MAX_UTTERANCE_SECONDS):
        stream.feed(bytes(SECOND))
    stream.feed(say(COMMAND))
    assert stream.finish().verdict == VERDICT_SILENCE


def test_an_utterance_may_be_cancelled_at_any_time_and_twice(engine: SpeechEngine) -> None:
    for fed in (0, 1):
        stream = engine.start(language="en", speaker="kitchen")
        for _ in range(fed):
            stream.feed(say(COMMAND))
        stream.cancel()
        stream.cancel()
        stream.feed(say(COMMAND))
    finished = engine.start(language="en", speaker="kitchen")
    finished.finish()
    finished.cancel()
    assert hear(engine, say(COMMAND)).verdict == VERDICT_ACCEPTED


def test_an_utterance_ends_once(engine: SpeechEngine) -> None:
    stream = engine.start(language="en", speaker="kitchen")
    stream.finish()
    with pytest.raises(RuntimeError):
        stream.finish()


def test_several_satellites_are_heard_at_once(engine: SpeechEngine) -> None:
    alone = hear(engine, say(COMMAND), speaker="first").text
    with ThreadPoolExecutor(4) as pool:
        together = pool.map(lambda number: hear(engine, say(COMMAND), speaker=f"satellite {number}").text, range(8))
    assert set(together) == {alone}


def test_a_language_that_it_does_not_hear_is_refused(engine: SpeechEngine) -> None:
    with pytest.raises(LookupError):
        engine.start(language="fi", speaker="kitchen")


def test_a_country_s_english_is_english(engine: SpeechEngine) -> None:
    engine.start(language="en-GB", speaker="kitchen").cancel()


def test_the_same_home_again_is_the_same_answer(engine: SpeechEngine) -> None:
    assert engine.set_home(make_grammar()) == engine.set_home(make_grammar())


def test_nothing_that_is_heard_is_logged(engine: SpeechEngine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    hear(engine, say(COMMAND))
    assert "kitchen" not in caplog.text
