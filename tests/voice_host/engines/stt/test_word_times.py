"""When each word was said, out of the recogniser's best path."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest

from tests.voice_host.engines.stt.conftest import hear, make_grammar, say
from voice_host.contract import RATE, WIDTH
from voice_host.engines.interface import SpeechEngine
from voice_host.engines.stt.wake_rest import WAKE_REST
from voice_host.engines.stt.word_times import stretches, word_times


@dataclass
class Segment:
    word: str
    start_frame: int
    end_frame: int
    ascore: float = 1.0


PATH = (
    Segment("<sil>", 0, 9),
    Segment("set(2)", 10, 19),
    Segment("(NULL)", 19, 19),
    Segment("<sil>", 20, 24),
    Segment("_n2_twenty", 25, 39),
    Segment("_n2_two", 40, 59),
    Segment("light_20__1f4a1_", 60, 79),
)
WORDS = ("set", "_n2_twenty", "_n2_two", "light_20__1f4a1_")


def test_a_number_is_one_word_and_a_name_may_be_several() -> None:
    assert word_times(WORDS, stretches(PATH)) == ((100, 200), (250, 600), (600, 800), (600, 800))


def test_the_rest_of_a_wake_word_is_none_of_the_words() -> None:
    heard = stretches((Segment(WAKE_REST, 0, 5), Segment("stop", 6, 9)))
    assert word_times(("stop",), heard) == ((60, 100),)


def test_nothing_is_told_where_the_path_has_other_words() -> None:
    assert word_times(("set", "two"), stretches(PATH)) is None


def test_words_are_said_where_there_is_sound(closed: SpeechEngine) -> None:
    pcm = say("turn on the kitchen light", snr_db=60)
    times = hear(closed, pcm, times=True).times
    assert times is not None
    samples = np.abs(np.frombuffer(pcm, "<i2").astype(np.float64))
    loud = np.flatnonzero(samples > 0.05 * samples.max()) * 1000 / RATE
    assert times[0][0] == pytest.approx(loud[0], abs=100)
    assert times[-1][1] == pytest.approx(loud[-1], abs=100)
    assert all(before[1] == after[0] for before, after in pairwise(times))


def test_a_second_of_silence_before_moves_every_word_by_a_second(closed: SpeechEngine) -> None:
    pcm = say("turn on the kitchen light", snr_db=60)
    plain = hear(closed, pcm, speaker="one", times=True).times
    later = hear(closed, bytes(RATE * WIDTH) + pcm, speaker="two", times=True).times
    assert plain is not None
    assert later is not None
    for (begin, end), (later_begin, later_end) in zip(plain, later, strict=True):
        assert (later_begin - begin, later_end - end) == pytest.approx((1000, 1000), abs=80)


def test_digits_have_the_time_of_all_their_words(closed: SpeechEngine) -> None:
    rules = "public <sentence> = set the lamp to (_n2_twenty _n2_two | _n20_twenty) degrees;\n"
    closed.set_home(make_grammar(rules))
    heard = hear(closed, say("set the lamp to twenty two degrees"), times=True)
    assert heard.text == "set the lamp to 22 degrees"
    assert heard.times is not None
    assert len(heard.times) == len(heard.text.split())
    begin, end = heard.times[4]
    assert 300 < end - begin < 1200  # two words, and not one
