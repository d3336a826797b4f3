import numpy as np
import pytest

from tests.voice_host.engines.stt.conftest import hear, make_grammar, say
from voice_host.engines.interface import SpeechEngine
from voice_host.engines.stt import closed as closed_module, create_speech_engine
from voice_host.engines.stt.closed import ClosedGrammarEngine
from voice_host.engines.stt.vocal_tract import OTHERS, PLAIN, vocal_tract

COMMAND = "turn off the living room lights"


def squeezed(pcm: bytes, factor: float) -> bytes:
    """Play sound faster or slower: all its frequencies move by a factor, as if from a smaller or larger throat."""
    samples = np.frombuffer(pcm, "<i2").astype(np.float64)
    places = np.arange(0, samples.size - 1, factor)
    return bytes(np.interp(places, np.arange(samples.size), samples).astype("<i2").tobytes())


@pytest.mark.parametrize("factor", [0.75, 1.4])
def test_a_small_or_a_large_throat_fits_better_with_the_others_tried(
    monkeypatch: pytest.MonkeyPatch, factor: float
) -> None:
    scores = []
    for others in ((), OTHERS):
        monkeypatch.setattr(closed_module, "OTHERS", others)
        engine = create_speech_engine(None)
        engine.set_home(make_grammar())
        scores.append(hear(engine, squeezed(say(COMMAND), factor)).score or -100.0)
    assert scores[1] > scores[0] + 0.05


def test_the_throat_of_one_utterance_is_not_that_of_the_next(closed: SpeechEngine) -> None:
    fresh = hear(closed, say(COMMAND), speaker="kitchen")
    assert hear(closed, squeezed(say(COMMAND), 1.3), speaker="bedroom").score != fresh.score
    assert hear(closed, say(COMMAND), speaker="office").score == fresh.score


def test_a_decoder_goes_back_plain_even_when_hearing_fails(closed: SpeechEngine) -> None:
    assert isinstance(closed, ClosedGrammarEngine)
    assert closed._home
    decoder = closed._home.decoders.take(wait=True)
    assert decoder

    def fail() -> None:
        with vocal_tract(decoder, OTHERS[0]):
            assert decoder.config["warp_params"] == str(OTHERS[0])
            raise RuntimeError("the decoder is broken")

    with pytest.raises(RuntimeError, match="broken"):
        fail()
    assert decoder.config["warp_params"] == str(PLAIN)
