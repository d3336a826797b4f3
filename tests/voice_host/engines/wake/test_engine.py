from pathlib import Path
from queue import Queue
import threading
import time

from onnx import save
import pytest

from voice_host.engines.interface import WakeDetection
from voice_host.engines.wake.stream import FRAME_BYTES, MAX_QUEUED_BYTES

from .conftest import PATIENCE, Detect, Serve, Sound, tiny_head


def in_chunks(sound: Sound, size: int) -> list[bytes]:
    pcm = sound.tobytes()
    return [pcm[start : start + size] for start in range(0, len(pcm), size)]


def test_a_spoken_wake_word_is_detected_once_with_its_place(detect: Detect, hey_jarvis: Sound) -> None:
    [detection] = detect(hey_jarvis.tobytes())

    assert detection.name == "hey_jarvis"
    assert detection.score >= 0.5
    assert 1500 < detection.at_ms < 3000
    assert detection.at_ms % 80 == 0


def test_other_speech_is_not_a_detection(detect: Detect, no_wake_word: Sound) -> None:
    assert detect(no_wake_word.tobytes(), names=()) == []


@pytest.mark.parametrize("size", [1, 999, 640, 2560, 100_000])
def test_the_size_of_the_chunks_does_not_matter(size: int, detect: Detect, hey_jarvis: Sound) -> None:
    assert detect(*in_chunks(hey_jarvis, size)) == detect(hey_jarvis.tobytes())


def test_a_word_that_is_said_twice_is_detected_twice(detect: Detect, hey_jarvis: Sound) -> None:
    first, second = detect(hey_jarvis.tobytes(), hey_jarvis.tobytes())

    assert second.at_ms - first.at_ms == pytest.approx(3000, abs=80)


def test_a_threshold_that_no_score_reaches_hears_nothing(detect: Detect, hey_jarvis: Sound) -> None:
    assert detect(hey_jarvis.tobytes(), thresholds={"hey_jarvis": 1.0}) == []


def test_a_higher_trigger_level_decides_later(detect: Detect, hey_jarvis: Sound) -> None:
    [soon] = detect(hey_jarvis.tobytes(), trigger_level=1)
    [later] = detect(hey_jarvis.tobytes(), trigger_level=3)

    assert later.at_ms == soon.at_ms + 160


def test_no_names_means_every_word(detect: Detect, hey_jarvis: Sound) -> None:
    assert [found.name for found in detect(hey_jarvis.tobytes(), names=())] == ["hey_jarvis"]


def test_a_word_that_was_not_asked_for_is_not_detected(detect: Detect, hey_jarvis: Sound) -> None:
    assert detect(hey_jarvis.tobytes(), names=["alexa"]) == []


def test_an_unknown_name_is_refused(serve: Serve) -> None:
    with serve() as engine, pytest.raises(ValueError, match="hey_nobody"):
        engine.open(["hey_jarvis", "hey_nobody"], lambda _: None)


def test_streams_are_told_apart(serve: Serve, hey_jarvis: Sound, no_wake_word: Sound) -> None:
    sounds = [hey_jarvis, no_wake_word] * 40
    heard: Queue[int] = Queue()

    def listener(number: int) -> None:
        heard.put(number)

    with serve() as engine:
        streams = [engine.open((), lambda _, number=number: listener(number)) for number in range(len(sounds))]  # type: ignore[misc]  # the default binds the number
        for stream, sound in zip(streams, sounds, strict=True):
            stream.feed(sound.tobytes())
        found = sorted(heard.get(timeout=PATIENCE) for _ in range(40))

    assert found == list(range(0, 80, 2))
    assert heard.empty()


def test_a_stream_begins_fresh_in_the_place_of_a_closed_one(
    serve: Serve, hey_jarvis: Sound, no_wake_word: Sound
) -> None:
    heard: Queue[WakeDetection] = Queue()
    places: list[WakeDetection] = []
    with serve() as engine:
        for _ in range(3):
            stream = engine.open(["hey_jarvis"], heard.put)
            stream.feed(no_wake_word.tobytes())
            stream.feed(hey_jarvis.tobytes())
            places.append(heard.get(timeout=PATIENCE))
            stream.close()

    assert places[1:] == places[:1] * 2


def test_streams_that_follow_one_another_share_one_place(serve: Serve, hey_jarvis: Sound) -> None:
    heard: Queue[WakeDetection] = Queue()
    with serve() as engine:
        for _ in range(3):
            stream = engine.open(["hey_jarvis"], heard.put)
            stream.feed(hey_jarvis.tobytes())
            heard.get(timeout=PATIENCE)
            stream.close()

        assert len(engine._network._first) == 1


def test_what_a_closed_stream_left_behind_is_not_heard_in_its_place(
    serve: Serve, detect: Detect, hey_jarvis: Sound, no_wake_word: Sound
) -> None:
    [alone] = detect(hey_jarvis.tobytes())
    heard: Queue[WakeDetection] = Queue()
    busy, go_on = threading.Event(), threading.Event()

    def hold(_: WakeDetection) -> None:
        busy.set()
        go_on.wait(PATIENCE)

    with serve() as engine:
        engine.open([], hold).feed(hey_jarvis.tobytes())
        busy.wait(PATIENCE)
        closed = engine.open([], heard.put)
        closed.feed(no_wake_word.tobytes())
        closed.close()
        engine.open(["hey_jarvis"], heard.put).feed(hey_jarvis.tobytes())
        go_on.set()

        detection = heard.get(timeout=PATIENCE)

    assert closed.at_ms == 0  # type: ignore[attr-defined]  # of this engine's streams: none of it was taken
    assert detection.at_ms == alone.at_ms
    assert detection.score == pytest.approx(alone.score, abs=1e-5)


def test_a_closed_stream_takes_nothing_and_can_be_closed_again(serve: Serve, hey_jarvis: Sound) -> None:
    heard: list[WakeDetection] = []
    other: Queue[WakeDetection] = Queue()
    with serve() as engine:
        closed = engine.open([], heard.append)
        closed.close()
        closed.close()
        closed.feed(hey_jarvis.tobytes())
        engine.open([], other.put).feed(hey_jarvis.tobytes())
        other.get(timeout=PATIENCE)

    assert heard == []


def test_the_oldest_sound_is_dropped_when_a_stream_is_far_behind(serve: Serve, hey_jarvis: Sound) -> None:
    silence = bytes(4 * MAX_QUEUED_BYTES)
    heard: Queue[WakeDetection] = Queue()
    with serve() as engine:
        stream = engine.open(["hey_jarvis"], heard.put)
        stream.feed(silence + hey_jarvis.tobytes())
        detection = heard.get(timeout=PATIENCE)

    assert detection.at_ms > len(silence) // 32


def test_a_failing_listener_does_not_deafen_the_others(
    serve: Serve, hey_jarvis: Sound, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: WakeDetection) -> None:
        raise RuntimeError("listener")

    heard: Queue[WakeDetection] = Queue()
    with serve() as engine:
        engine.open([], fail).feed(hey_jarvis.tobytes())
        engine.open([], heard.put).feed(hey_jarvis.tobytes())
        engine.open([], heard.put).feed(hey_jarvis.tobytes())

        assert heard.get(timeout=PATIENCE) == heard.get(timeout=PATIENCE)

    assert "listener" in caplog.text


def test_two_words_are_heard_at_once(detect: Detect, hey_jarvis: Sound, tmp_path: Path) -> None:
    save(tiny_head(bias=2.0), f"{tmp_path}/always.onnx")

    heard = detect(hey_jarvis.tobytes(), names=["always", "hey_jarvis"], folder=tmp_path)

    assert sorted(found.name for found in heard) == ["always", "hey_jarvis"]


def test_nothing_is_computed_while_no_sound_comes(serve: Serve) -> None:
    with serve() as engine:
        for _ in range(10):
            engine.open([], lambda _: None).feed(bytes(FRAME_BYTES - 2))
        gathered = count_calls(engine, "_take")
        time.sleep(0.3)

        assert gathered == []


def count_calls(thing: object, name: str) -> list[str]:
    """Note each call of a method from now on."""
    calls: list[str] = []
    method = getattr(thing, name)

    def noted(*arguments: object) -> object:
        calls.append(threading.current_thread().name)
        return method(*arguments)

    setattr(thing, name, noted)
    return calls


def test_a_stopped_engine_ends_its_thread(serve: Serve) -> None:
    with serve() as engine:
        thread = engine._thread
    assert not thread.is_alive()
