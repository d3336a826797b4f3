from pathlib import Path

import numpy as np
import pytest

from tests.voice_host.engines.tts.made_voice import PHONEME_SAMPLES, make_voice
from voice_host.engines.tts import create_voice_engine
from voice_host.engines.tts.engine import MAX_LOADED, Voices
from voice_host.espeak import Espeak


def engine_of(folder: Path, *, choice: str | None = None) -> Voices:
    engine = create_voice_engine(folder, choice=choice)
    assert isinstance(engine, Voices)
    return engine


def say(engine: Voices, *, voice: str | None = None, speaker: str | None = None, language: str | None = None) -> bytes:
    return b"".join(piece.pcm for piece in engine.speak("Hello.", voice=voice, speaker=speaker, language=language))


def test_without_a_folder_the_robotic_voice_speaks_and_says_so(tmp_path: Path) -> None:
    for engine in (create_voice_engine(None), engine_of(tmp_path), engine_of(tmp_path / "missing")):
        assert engine.info.model == "espeak-ng"
        assert "No Piper voice" in engine.info.detail


def test_the_best_quality_speaks_by_default(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-a-low", quality="low")
    make_voice(tmp_path, "en_US-b-high", quality="high")
    make_voice(tmp_path, "en_US-c-unheard", quality="unheard of")
    engine = engine_of(tmp_path)
    assert [voice.name for voice in engine.voices[:3]] == ["en_US-b-high", "en_US-a-low", "en_US-c-unheard"]
    assert engine.resolve(None, "en").voice.name == "en_US-b-high"


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en-GB", "en_GB-a-low"),
        ("en-US", "en_US-b-high"),
        ("en", "en_US-b-high"),
        ("en-AU", "en_US-b-high"),
        ("de-CH", "de_DE-c-medium"),
        ("fr", "espeak-ng"),
    ],
)
def test_the_voice_nearest_to_the_language_answers(tmp_path: Path, language: str, voice: str) -> None:
    make_voice(tmp_path, "en_GB-a-low", language="en_GB", quality="low")
    make_voice(tmp_path, "en_US-b-high", quality="high")
    make_voice(tmp_path, "de_DE-c-medium", language="de_DE", espeak="de")
    answer = engine_of(tmp_path).resolve(None, language)
    assert answer.voice.name == voice
    assert answer.why


def test_the_chosen_voice_answers_for_its_language_only(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-a-high", quality="high")
    make_voice(tmp_path, "en_US-b-low", quality="low")
    make_voice(tmp_path, "de_DE-c-medium", language="de_DE", espeak="de")
    engine = engine_of(tmp_path, choice="en_US-b-low")
    assert engine.info.model == "en_US-b-low"
    assert "chosen" in engine.info.detail
    assert engine.resolve(None, "en").voice.name == "en_US-b-low"
    assert engine.resolve(None, "de").voice.name == "de_DE-c-medium"


def test_the_robotic_voice_can_be_chosen(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-a-high", quality="high")
    assert engine_of(tmp_path, choice="espeak-ng").resolve(None, "en").voice.fallback


def test_a_choice_that_is_not_there_is_a_problem_and_not_a_silence(tmp_path: Path) -> None:
    engine = engine_of(tmp_path, choice="en_US-gone-medium")
    assert engine.info.model == "espeak-ng"
    assert any("en_US-gone-medium" in problem for problem in engine.problems)
    assert say(engine)


def test_a_broken_network_becomes_a_problem_and_the_next_best_speaks(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-broken-high", quality="high").write_bytes(b"not a network")
    make_voice(tmp_path, "en_US-whole-low", quality="low")
    engine = engine_of(tmp_path)
    assert engine.info.model == "en_US-whole-low"
    assert [problem for problem in engine.problems if "en_US-broken-high" in problem]
    assert all(problem.endswith(".") for problem in engine.problems)
    assert "en_US-broken-high" not in {voice.name for voice in engine.voices}


def test_a_voice_that_breaks_later_is_refused_by_name_and_replaced_by_language(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-whole-high", quality="high")
    broken = make_voice(tmp_path, "de_DE-broken-medium", language="de_DE", espeak="de")
    engine = engine_of(tmp_path)
    broken.write_bytes(b"")
    with pytest.raises(LookupError, match="de_DE-broken-medium"):
        say(engine, voice="de_DE-broken-medium")
    assert engine.resolve(None, "de").voice.fallback
    assert say(engine, language="de")


def test_a_network_of_another_kind_is_no_voice(tmp_path: Path) -> None:
    single = make_voice(tmp_path, "en_US-single-medium")
    several = make_voice(tmp_path, "en_US-several-medium", speakers=("ann", "bob"))
    single.write_bytes(several.read_bytes())
    engine = engine_of(tmp_path)
    with pytest.raises(LookupError, match="not that of a Piper voice"):
        say(engine, voice="en_US-single-medium")
    assert say(engine, voice="en_US-several-medium")


def test_only_a_few_voices_stay_loaded(tmp_path: Path) -> None:
    names = [f"en_US-v{number}-medium" for number in range(MAX_LOADED + 2)]
    for name in names:
        make_voice(tmp_path, name)
    engine = engine_of(tmp_path)
    for name in names:
        assert say(engine, voice=name)
    assert list(engine._loaded) == names[-MAX_LOADED:]
    assert say(engine, voice=names[0])


def test_an_answer_goes_on_when_its_voice_is_unloaded(tmp_path: Path) -> None:
    names = [f"en_US-v{number}-medium" for number in range(MAX_LOADED + 2)]
    for name in names:
        make_voice(tmp_path, name)
    engine = engine_of(tmp_path)
    speaking = engine.speak("One. Two.", voice=names[0], speaker=None, language=None)
    assert next(speaking).pcm
    for name in names[1:]:
        say(engine, voice=name)
    assert names[0] not in engine._loaded
    assert next(speaking).pcm


def test_each_speaker_sounds_otherwise_and_the_first_is_the_default(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-two-medium", speakers=("ann", "bob"))
    engine = engine_of(tmp_path)
    assert engine.voices[0].speakers == ("ann", "bob")
    ann, bob, default = (say(engine, speaker=speaker) for speaker in ("ann", "bob", None))
    assert ann != bob
    assert default == ann


def test_a_piece_is_as_loud_as_can_be_and_never_clipped(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-made-medium")
    sound = np.frombuffer(say(engine_of(tmp_path)), "<i2")
    assert 32_000 < np.abs(sound.astype(int)).max() <= 32_767


def test_a_phoneme_lasts_as_long_as_the_network_says(tmp_path: Path) -> None:
    make_voice(tmp_path, "en_US-made-medium")
    sound = np.frombuffer(say(engine_of(tmp_path)), "<i2")
    assert len(sound) > 0
    assert len(sound) % PHONEME_SAMPLES == 0


def test_a_phonemizer_that_fails_is_an_error_and_keeps_nothing_locked(tmp_path: Path) -> None:
    make_voice(tmp_path, "xx-made-medium", language="en_US", espeak="no-such-language")
    engine = engine_of(tmp_path)
    with pytest.raises(ValueError, match="xx-made-medium failed"):
        say(engine)
    assert not Espeak.shared()._lock.locked()
    assert say(engine, voice="espeak-ng")


@pytest.mark.parametrize("brackets", ["[[x]]", "[[[x]]]", "[[x"])
def test_brackets_are_no_way_to_say_raw_phonemes(tmp_path: Path, brackets: str) -> None:
    make_voice(tmp_path, "en_US-made-medium")
    engine = engine_of(tmp_path)

    def said(words: str) -> list[bytes]:
        return [piece.pcm for piece in engine.speak(words, voice=None, speaker=None, language=None)]

    assert said(brackets) == said("x")


def test_a_voice_of_plain_letters_needs_no_pronunciation(tmp_path: Path) -> None:
    make_voice(tmp_path, "xx-letters-medium", phoneme_type="text")
    engine = engine_of(tmp_path)
    # A pause after each letter, and begin, pause and end around them. The phonemes have no capital letters.
    assert len(say(engine)) == 2 * PHONEME_SAMPLES * (2 * len("ello.") + 3)
