from pathlib import Path

import numpy as np
import pytest

from scripts.home.errors import HomeError
from scripts.home.microphone import RATE, noise, recording
from scripts.home.speech import (
    LEAD_SECONDS,
    TAIL_SECONDS,
    as_pcm,
    last_word,
    pink_noise,
    read_recording,
    utterance,
    write_wav,
)


def test_noise_is_ten_decibels_weaker_a_decade_higher() -> None:
    power = np.abs(np.fft.rfft(pink_noise(RATE * 20))) ** 2
    hertz = np.fft.rfftfreq(RATE * 20, 1 / RATE)

    def band(low: int, high: int) -> float:
        return float(np.mean(power[(hertz >= low) & (hertz < high)]))

    assert 10 * np.log10(band(100, 200) / band(1000, 2000)) == pytest.approx(10, abs=1)


def test_an_utterance_begins_in_a_room_where_nobody_speaks() -> None:
    sound = np.frombuffer(utterance("turn on the light"), dtype="<i2").astype(float)
    lead = int(LEAD_SECONDS * RATE)

    before, after = (float(np.sqrt(np.mean(part**2))) for part in (sound[:lead], sound[lead : 3 * lead]))

    assert 0 < before < after / 5


def test_a_recording_that_is_written_is_played_as_it_was(tmp_path: Path) -> None:
    pcm = as_pcm(pink_noise(RATE) * np.float32(0.1))
    write_wav(tmp_path / "said.wav", pcm)

    assert recording(tmp_path / "said.wav") == pcm
    assert read_recording(tmp_path / "said.wav") == pcm


def test_a_file_that_is_no_recording_is_a_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "said.wav").write_text("no sound")

    with pytest.raises(HomeError, match=r"said\.wav is no recording"):
        read_recording(tmp_path / "said.wav")
    with pytest.raises(HomeError, match="there is no recording"):
        read_recording(tmp_path / "missing.wav")


def test_the_room_is_never_digitally_silent() -> None:
    room = np.frombuffer(noise(), dtype="<i2")

    assert float(np.mean(room == 0)) < 0.2
    assert int(np.max(np.abs(room))) < 100


def test_the_last_word_ends_where_the_quiet_room_begins() -> None:
    whole = last_word(utterance("turn on the kitchen light"))

    # The sentence takes between one and three seconds; what comes before it is known.
    assert LEAD_SECONDS + 1.5 < whole < LEAD_SECONDS + 5
    assert len(utterance("turn on the kitchen light")) / 2 / RATE - whole == pytest.approx(TAIL_SECONDS, abs=0.3)
