"""The real process with the real engines, over its socket: what Home Assistant's side will meet."""

from collections.abc import Iterator
from pathlib import Path
import tempfile
import wave

import numpy as np
import pytest
import pytest_socket
from wyoming.asr import Transcribe
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncClient, AsyncUnixClient
from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.tts import Synthesize
from wyoming.wake import Detect

from tests.voice_host.conftest import read_until
from tests.voice_host.engines.stt.tiny_models import write_streaming_model
from tests.voice_host.engines.tts.made_voice import make_voice
from tests.voice_host.processes import RunningHost, finished, running
from voice_host.contract import CHANNELS, HOME, HOME_BUILT, RATE, REPORT, WIDTH, HostReport

HEY_JARVIS = Path(__file__).parent / "data" / "hey_jarvis.wav"
NO_WAKE_WORD = Path(__file__).parent / "data" / "no_wake_word.wav"
GRAMMAR = """#JSGF V1.0;
grammar home;
<room> = kitchen | bedroom | bathroom;
public <sentence> = turn ( on | off ) the <room> light | what time is it;
"""


@pytest.fixture(scope="module")
def running_host() -> Iterator[tuple[RunningHost, Path]]:
    with tempfile.TemporaryDirectory(prefix="earshot-") as folder:
        path = Path(folder) / "host.sock"
        with running("--uri", f"unix://{path}") as host:
            yield host, path


@pytest.fixture
def client(running_host: tuple[RunningHost, Path]) -> AsyncClient:
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    return AsyncUnixClient(running_host[1], connect_timeout=30, read_timeout=60)


def sound_of(path: Path) -> bytes:
    with wave.open(str(path)) as recording:
        assert (recording.getframerate(), recording.getsampwidth(), recording.getnchannels()) == (RATE, WIDTH, CHANNELS)
        pcm: bytes = recording.readframes(recording.getnframes())
    return pcm


async def send_sound(client: AsyncClient, pcm: bytes) -> None:
    await client.write_event(AudioStart(RATE, WIDTH, CHANNELS).event())
    for start in range(0, len(pcm), 2560):
        piece = pcm[start : start + 2560]
        await client.write_event(AudioChunk(RATE, WIDTH, CHANNELS, piece, timestamp=1000 + start // 32).event())
    await client.write_event(AudioStop().event())


async def say(client: AsyncClient, text: str) -> bytes:
    """Let the host speak, as a microphone in a quiet room would hear it: at 16 kHz, with some noise around it."""
    await client.write_event(Synthesize(text=text).event())
    events = await read_until(client, "audio-stop")
    rate = events[0].data["rate"]
    spoken = np.frombuffer(b"".join(event.payload or b"" for event in events), "<i2").astype(float)
    places = np.arange(int(len(spoken) * RATE / rate)) * rate / RATE
    heard = np.concatenate(
        (np.zeros(RATE // 2), np.interp(places, np.arange(len(spoken)), spoken), np.zeros(RATE // 2))
    )
    heard += np.random.default_rng(1).normal(0, 60, len(heard))
    pcm: bytes = np.clip(heard, -32768, 32767).astype("<i2").tobytes()
    return pcm


async def test_all_three_stages_are_described(client: AsyncClient) -> None:
    async with client:
        await client.write_event(Describe().event())
        info = Info.from_event((await read_until(client, "info"))[-1])
    assert "hey_jarvis" in [word.name for word in info.wake[0].models]
    assert "en" in info.asr[0].models[0].languages
    assert info.tts[0].voices


async def test_nothing_can_leave_it(client: AsyncClient, running_host: tuple[RunningHost, Path]) -> None:
    async with client:
        await client.write_event(Event(REPORT))
        report = HostReport.from_data((await read_until(client, REPORT))[-1].data)
    missing = [f"{wall.name}: {wall.detail}" for wall in report.walls if not wall.stands]
    if any(line.startswith("seccomp") for line in missing):
        pytest.skip(f"This kernel offers too little: {missing}")
    assert report.enforced
    assert len(report.attempts) >= 16
    assert [engine.stage for engine in report.engines] == ["wake_word", "speech_to_text", "text_to_speech"]
    assert report.problems == ()
    assert report.pid == running_host[0].process.pid


async def test_hey_jarvis_is_heard_when_it_is_said(client: AsyncClient) -> None:
    pcm = sound_of(HEY_JARVIS)
    async with client:
        await client.write_event(Detect(names=["hey_jarvis"]).event())
        await send_sound(client, pcm)
        detection = (await read_until(client, "detection", "not-detected"))[-1]
    assert detection.type == "detection"
    assert detection.data["name"] == "hey_jarvis"
    assert 1000 < detection.data["timestamp"] <= 1000 + len(pcm) // 32


async def test_other_speech_wakes_nothing(client: AsyncClient) -> None:
    async with client:
        await client.write_event(Detect().event())
        await send_sound(client, sound_of(NO_WAKE_WORD))
        assert (await read_until(client, "detection", "not-detected"))[-1].type == "not-detected"


async def test_a_sentence_of_the_home_is_said_and_understood_and_never_logged(
    client: AsyncClient, running_host: tuple[RunningHost, Path]
) -> None:
    async with client:
        await client.write_event(Event(HOME, {"language": "en", "jsgf": GRAMMAR, "revision": "r1"}))
        built = (await read_until(client, HOME_BUILT))[-1].data
        assert (built["revision"], built["unheard"]) == ("r1", [])
        pcm = await say(client, "turn on the kitchen light")
        await client.write_event(Transcribe(language="en", context={"satellite": "test"}).event())
        await send_sound(client, pcm)
        transcript = (await read_until(client, "transcript"))[-1].data
    assert transcript["text"] == "turn on the kitchen light"
    assert transcript["context"]["verdict"] == "accepted"
    assert transcript["context"]["engine"]
    assert not any("kitchen" in line for line in running_host[0].log)


async def test_silence_is_no_sentence(client: AsyncClient) -> None:
    async with client:
        await client.write_event(Event(HOME, {"language": "en", "jsgf": GRAMMAR, "revision": "r1"}))
        await read_until(client, HOME_BUILT)
        await client.write_event(Transcribe(language="en").event())
        await send_sound(client, np.random.default_rng(1).normal(0, 20, RATE).astype("<i2").tobytes())
        transcript = (await read_until(client, "transcript"))[-1].data
    assert transcript["text"] == ""
    assert transcript["context"]["verdict"] in {"silence", "rejected"}


def test_models_from_a_folder_load_behind_the_sandbox(tmp_path: Path) -> None:
    make_voice(tmp_path / "text_to_speech", "en_US-tiny-medium")
    write_streaming_model(tmp_path / "speech_to_text" / "tiny-en")
    code, report, log = finished("--check", "--models", str(tmp_path))
    assert "text_to_speech: piper" in report, report + log
    assert "speech_to_text: sherpa-onnx" in report, report + log
    assert "Problems" not in report
    assert code == 0 or "MISSING  seccomp" in report


def test_a_model_that_ends_the_process_that_loads_it_is_a_problem_and_nothing_more(tmp_path: Path) -> None:
    write_streaming_model(tmp_path / "speech_to_text" / "broken-en", leave_out="T")
    _, report, log = finished("--check", "--models", str(tmp_path))
    assert "speech_to_text: pocketsphinx" in report, report + log
    assert "Problems" in report
