import numpy as np
import pytest

from voice_host.engines.stt import adaptation as adaptation_module
from voice_host.engines.stt.acoustics import CEPSTRA, STREAMS, Acoustics, Floats
from voice_host.engines.stt.adaptation import CAUTION, REMEMBERED, Adaptation, Phoneme, VoiceMap

PHONEMES = ("AA", "EH", "IY", "OW", "SIL", "+SPN+")
LENGTH = 28
"""Frames of one phoneme."""
STEP = 4
"""Frames at either end of one in which its neighbour is felt."""


@pytest.fixture
def lots() -> np.random.Generator:
    return np.random.default_rng(7)


@pytest.fixture
def acoustics(lots: np.random.Generator) -> Acoustics:
    """Return a model of four phonemes with two Gaussians each, far apart, and standing still."""
    shape = (STREAMS, len(PHONEMES), 2, CEPSTRA)
    means, variances = lots.normal(scale=4, size=shape), np.ones(shape)
    means[1:] = 0
    variances[1], variances[2] = 2, 4  # Those of a difference of two frames, and of two differences.
    return Acoustics({name: at for at, name in enumerate(PHONEMES)}, means, variances)


def utterance(acoustics: Acoustics, lots: np.random.Generator, count: int = 40) -> tuple[Floats, list[Phoneme]]:
    """Say phonemes as the model expects them, and tell where they are, without the steps between them."""
    said = [PHONEMES[at] for at in lots.integers(0, 4, size=count)]
    means = [acoustics.means[0, acoustics.phonemes[name], lots.integers(0, 2)] for name in said]
    frames = np.repeat(means, LENGTH, axis=0)
    inside = [Phoneme(name, at * LENGTH + STEP, LENGTH - 2 * STEP) for at, name in enumerate(said)]
    return frames + lots.normal(size=frames.shape), inside


def strange(frames: Floats) -> Floats:
    """Say them with another voice."""
    return frames * np.linspace(0.6, 1.3, CEPSTRA) + np.linspace(-1, 1, CEPSTRA)


def distance(first: Floats, second: Floats) -> float:
    return float(np.sqrt(np.mean((first - second) ** 2)))


def test_a_strange_voice_is_mapped_to_what_the_model_expects(acoustics: Acoustics, lots: np.random.Generator) -> None:
    adaptation = Adaptation()
    for _ in range(10):
        frames, phonemes = utterance(acoustics, lots)
        adaptation.learn(acoustics, strange(frames), phonemes)
    assert adaptation.map

    frames, _ = utterance(acoustics, lots)

    assert distance(strange(frames), frames) > 0.8
    assert distance(adaptation.map.apply(strange(frames)), frames) < 0.3


def test_a_voice_that_is_only_shifted_is_shifted_back(acoustics: Acoustics, lots: np.random.Generator) -> None:
    adaptation = Adaptation()
    for _ in range(10):
        frames, phonemes = utterance(acoustics, lots)
        adaptation.learn(acoustics, frames + 1, phonemes)
    assert adaptation.map
    assert adaptation.map.offset.mean() == pytest.approx(-1, abs=0.3)


def test_a_voice_as_the_model_expects_it_stays_as_it_is(acoustics: Acoustics, lots: np.random.Generator) -> None:
    adaptation = Adaptation()
    for _ in range(10):
        adaptation.learn(acoustics, *utterance(acoustics, lots))
    assert adaptation.map
    frames, _ = utterance(acoustics, lots)
    assert distance(adaptation.map.apply(frames), frames) < 0.2


def test_little_speech_moves_the_map_less_than_it_would(
    acoustics: Acoustics, lots: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, phonemes = utterance(acoustics, lots, count=8)
    moved = []
    for caution in (CAUTION, CAUTION / 100):
        monkeypatch.setattr(adaptation_module, "CAUTION", caution)
        adaptation = Adaptation()
        adaptation.learn(acoustics, strange(short), phonemes)
        assert adaptation.map
        moved.append(distance(adaptation.map.matrix, np.eye(CEPSTRA)))

    assert moved[0] < moved[1]


def test_an_earlier_voice_fades(acoustics: Acoustics, lots: np.random.Generator) -> None:
    adaptation = Adaptation()
    for _ in range(10):
        frames, phonemes = utterance(acoustics, lots)
        adaptation.learn(acoustics, strange(frames), phonemes)
    for _ in range(int(4 * REMEMBERED / LENGTH / 40)):
        adaptation.learn(acoustics, *utterance(acoustics, lots))
    assert adaptation.map
    frames, _ = utterance(acoustics, lots)
    assert distance(adaptation.map.apply(frames), frames) < 0.2


@pytest.mark.parametrize(
    "phoneme",
    [Phoneme("SIL", 0, 50), Phoneme("+SPN+", 0, 50), Phoneme("XX", 0, 50), Phoneme("AA", 900, 50), Phoneme("AA", 5, 0)],
)
def test_what_is_no_speech_teaches_nothing(acoustics: Acoustics, phoneme: Phoneme) -> None:
    adaptation = Adaptation()
    adaptation.learn(acoustics, np.ones((100, CEPSTRA)), [phoneme])
    assert adaptation.map is None


def test_a_map_is_affine() -> None:
    mapped = VoiceMap(2 * np.eye(CEPSTRA), np.arange(CEPSTRA, dtype=np.float64)).apply(np.ones((3, CEPSTRA)))
    assert mapped.tolist() == [[2.0 + at for at in range(CEPSTRA)]] * 3
