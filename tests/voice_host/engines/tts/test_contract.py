"""What every engine behind `VoiceEngine` does, run on the fallback voice and on Piper voices."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
import logging
from typing import Any

import pytest

from voice_host.contract import MAX_SPOKEN_CHARACTERS
from voice_host.engines.interface import Speech, VoiceEngine
from voice_host.engines.tts.fallback import FallbackVoice
from voice_host.engines.tts.piper_voice import PiperVoice
from voice_host.espeak import Espeak

TWO_SENTENCES = "The kitchen light is on. The bedroom light is off."


def say(engine: VoiceEngine, text: str, *, language: str | None = "en", speed: float = 1.0) -> list[Speech]:
    return list(engine.speak(text, voice=None, speaker=None, language=language, speed=speed))


def seconds(pieces: list[Speech]) -> float:
    return sum(len(piece.pcm) / 2 / piece.rate for piece in pieces)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list into which every piece goes as it is made."""
    pieces: list[str] = []

    def counted(voice: Any) -> None:
        say_one: Callable[..., Speech] = voice.say

        def say(self: object, piece: str, **options: object) -> Speech:
            pieces.append(piece)
            return say_one(self, piece, **options)

        monkeypatch.setattr(voice, "say", say)

    counted(FallbackVoice)
    counted(PiperVoice)
    return pieces


def test_it_says_what_it_is_and_why(engine: VoiceEngine) -> None:
    assert engine.info.stage == "text_to_speech"
    assert engine.info.name in {"espeak-ng", "piper"}
    assert engine.info.version
    assert engine.info.model == engine.voices[0].name
    assert engine.info.detail.endswith(".")


def test_it_always_has_the_fallback_voice_and_offers_it_last(engine: VoiceEngine) -> None:
    assert [voice.fallback for voice in engine.voices].count(True) == 1
    assert engine.voices[-1].fallback


def test_speech_has_the_rate_of_its_voice_and_whole_samples(engine: VoiceEngine) -> None:
    pieces = say(engine, TWO_SENTENCES)
    assert {piece.rate for piece in pieces} == {engine.voices[0].rate}
    assert all(piece.pcm and len(piece.pcm) % 2 == 0 for piece in pieces)


def test_the_first_sentence_comes_before_the_second_is_made(engine: VoiceEngine, made: list[str]) -> None:
    speaking = engine.speak(TWO_SENTENCES, voice=None, speaker=None, language="en")
    assert made == []
    first = next(speaking)
    assert made == ["The kitchen light is on."]
    assert first.pcm
    assert len(list(speaking)) == 1
    assert len(made) == 2


def test_an_answer_that_is_broken_off_makes_no_more_and_keeps_nothing_locked(
    engine: VoiceEngine, made: list[str]
) -> None:
    speaking = engine.speak(TWO_SENTENCES * 5, voice=None, speaker=None, language="en")
    next(speaking)
    speaking.close()  # type: ignore[attr-defined]  # a generator, as a server that is interrupted closes it
    assert len(made) == 1
    assert not Espeak.shared()._lock.locked()
    assert say(engine, "Still here.")


@pytest.mark.parametrize("text", ["", "   ", "...", "\n"])
def test_nothing_to_say_is_no_sound(engine: VoiceEngine, text: str) -> None:
    assert say(engine, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "before\0after",
        "\x01-900s fast",
        "😀👩‍👩‍👧‍👦🏳️‍🌈",
        "lone \ud800 surrogate",
        "\ue000\uffff",
        '<speak><break time="60s"/>hello & goodbye</speak>',
        "[[h@loU]] [[[[ ]]",
        "%s %n {0} ${jndi:x}",
        "e\u0301" * 400,
        "e" * MAX_SPOKEN_CHARACTERS,
    ],
    ids=["nul", "command", "emoji", "surrogate", "private", "ssml", "brackets", "formats", "accents", "one long word"],
)
def test_hostile_text_is_only_text(engine: VoiceEngine, text: str) -> None:
    pieces = say(engine, text)
    assert all(len(piece.pcm) % 2 == 0 for piece in pieces)
    assert say(engine, "Still here.")


def test_markup_is_spoken_and_not_obeyed(engine: VoiceEngine) -> None:
    assert seconds(say(engine, '<break time="60s"/>')) < 60


def test_a_text_over_the_limit_is_refused(engine: VoiceEngine) -> None:
    with pytest.raises(ValueError, match="characters"):
        say(engine, "x" * (MAX_SPOKEN_CHARACTERS + 1))


def test_a_faster_voice_needs_less_time(engine: VoiceEngine) -> None:
    slow, normal, fast = (seconds(say(engine, TWO_SENTENCES, speed=speed)) for speed in (0.5, 1.0, 2.0))
    assert slow > 1.5 * normal
    assert fast < 0.7 * normal


@pytest.mark.parametrize("speed", [0, -1, 100, float("nan"), float("inf")])
def test_an_impossible_speed_is_refused(engine: VoiceEngine, speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        say(engine, "x", speed=speed)


def test_an_unknown_voice_is_refused_before_the_first_piece(engine: VoiceEngine, made: list[str]) -> None:
    with pytest.raises(LookupError):
        engine.speak("x", voice="nobody", speaker=None, language=None)
    assert made == []


def test_an_unknown_speaker_is_refused_before_the_first_piece(engine: VoiceEngine, made: list[str]) -> None:
    with pytest.raises(LookupError):
        engine.speak("x", voice=None, speaker="nobody", language="en")
    assert made == []


def test_a_language_that_nobody_speaks_is_refused(engine: VoiceEngine) -> None:
    with pytest.raises(LookupError):
        engine.speak("x", voice=None, speaker=None, language="xx")


def test_a_refusal_does_not_repeat_what_was_to_be_said(engine: VoiceEngine) -> None:
    with pytest.raises(LookupError) as refused:
        engine.speak("a secret", voice="nobody", speaker=None, language=None)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "de-CH", None])
def test_it_speaks_the_language_that_was_asked_for(engine: VoiceEngine, language: str | None) -> None:
    assert say(engine, "Hallo Welt.", language=language)


def test_another_language_sounds_otherwise(engine: VoiceEngine) -> None:
    english, german = (seconds(say(engine, TWO_SENTENCES, language=tag)) for tag in ("en", "de"))
    assert english != pytest.approx(german, rel=0.05)


def test_threads_do_not_disturb_one_another(engine: VoiceEngine) -> None:
    languages = ["en", "de"] * 6
    alone = {tag: seconds(say(engine, TWO_SENTENCES, language=tag)) for tag in ("en", "de")}
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda tag: seconds(say(engine, TWO_SENTENCES, language=tag)), languages))
    # espeak-ng's pauses differ by a millisecond from time to time; German is 10 % longer than English here.
    assert together == [pytest.approx(alone[tag], rel=0.01) for tag in languages]


def test_words_reach_no_log(engine: VoiceEngine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    say(engine, "My password is swordfish.")
    assert "swordfish" not in caplog.text
    assert "password" not in caplog.text
