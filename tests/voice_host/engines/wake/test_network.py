from collections.abc import Sequence
from typing import Any

import numpy as np
from openwakeword import Model  # type: ignore[import-untyped]  # the package carries no types
import pytest

from voice_host.engines.wake.network import Network
from voice_host.engines.wake.shipped import SHIPPED_WORDS, find_shipped_models

from .conftest import Listen, Sound

IGNORED = 5
"""openWakeWord answers 0 to the first 5 frames of a stream, whatever it hears."""
TOLERANCE = 1e-3


def peer_scores(sound: Sound, words: Sequence[str]) -> list[list[float]]:
    """Scores of the `openwakeword` package itself: frames x words."""
    models = find_shipped_models()
    files = {word.name: models.path(word.file) for word in SHIPPED_WORDS}
    peer = Model([str(files[word]) for word in words])
    answers: list[dict[str, Any]] = [
        peer.predict(sound[start : start + 1280]) for start in range(0, sound.size - 1279, 1280)
    ]
    return [[float(answer[files[word].stem]) for word in words] for answer in answers]


@pytest.mark.parametrize("clip", ["hey_jarvis", "no_wake_word"])
def test_scores_are_those_of_the_openwakeword_package(
    clip: str, network: Network, request: pytest.FixtureRequest
) -> None:
    sound: Sound = request.getfixturevalue(clip)
    words = [word.name for word in SHIPPED_WORDS]
    network.reset(0)
    here = np.array([0])
    ours = []
    for start in range(0, sound.size - 1279, 1280):
        frame = sound[None, start : start + 1280].astype(np.float32)
        answer = network.listen(here, frame, dict.fromkeys(words, here))
        ours.append([float(answer[word][0]) for word in words])

    theirs = peer_scores(sound, words)

    assert len(ours) == 37
    np.testing.assert_allclose(ours[IGNORED:], theirs[IGNORED:], atol=TOLERANCE, rtol=0)
    assert (max(row[0] for row in theirs) > 0.9) == (clip == "hey_jarvis")


def test_streams_of_a_batch_score_as_they_do_alone(listen: Listen, hey_jarvis: Sound, no_wake_word: Sound) -> None:
    sounds = [hey_jarvis, no_wake_word, np.roll(hey_jarvis, 5000), hey_jarvis // 3]

    together = np.array(listen(sounds))

    alone = np.hstack([listen([sound]) for sound in sounds])
    np.testing.assert_allclose(together, alone, atol=1e-5, rtol=0)
    assert together.max(axis=0)[0] > 0.9


def test_a_loud_stream_does_not_change_a_quiet_one(listen: Listen, hey_jarvis: Sound) -> None:
    quiet = (hey_jarvis // 64).astype(np.int16)
    loud = np.random.default_rng(1).integers(-32768, 32767, hey_jarvis.size).astype(np.int16)
    silent = np.zeros_like(hey_jarvis)

    beside_loud = np.array(listen([quiet, loud]))[:, 0]

    beside_silent = np.array(listen([quiet, silent]))[:, 0]
    np.testing.assert_array_equal(beside_loud, beside_silent)
    assert beside_loud.max() > 0.5


def test_a_slot_that_was_reset_remembers_nothing(listen: Listen, hey_jarvis: Sound, no_wake_word: Sound) -> None:
    fresh = listen([no_wake_word])
    listen([hey_jarvis])

    again = listen([no_wake_word])

    assert again == fresh


def test_no_sound_stays_in_a_slot_that_was_reset(network: Network, hey_jarvis: Sound) -> None:
    here = np.array([0])
    network.reset(0)
    network.listen(here, hey_jarvis[None, :1280].astype(np.float32), {})
    assert network._tails[0].any()

    network.reset(0)

    assert not network._tails[0].any()


def test_slots_keep_their_memory_when_more_are_made(network: Network, hey_jarvis: Sound) -> None:
    network.reset(0)
    here = np.array([0])
    scores = []
    for number, start in enumerate(range(0, hey_jarvis.size - 1279, 1280)):
        network.reset(number + 1)
        frame = hey_jarvis[None, start : start + 1280].astype(np.float32)
        scores += network.listen(here, frame, {"hey_jarvis": here})["hey_jarvis"].tolist()

    assert max(scores) > 0.9


def test_only_the_streams_that_listen_for_a_word_are_scored(network: Network, hey_jarvis: Sound) -> None:
    slots = np.arange(3)
    for slot in slots:
        network.reset(int(slot))
    sound = np.repeat(hey_jarvis[None, :1280].astype(np.float32), 3, axis=0)

    scores = network.listen(slots, sound, {"alexa": np.array([2]), "hey_jarvis": np.array([0, 1])})

    assert {name: values.shape for name, values in scores.items()} == {"alexa": (1,), "hey_jarvis": (2,)}
