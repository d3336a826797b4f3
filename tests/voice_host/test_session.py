"""Conversations with the server over its socket, with fake engines."""

import asyncio
from typing import Any

import pytest
from wyoming.asr import Transcribe
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncClient
from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.wake import Detect

from tests.voice_host.conftest import Host, read_until, wait_for
from tests.voice_host.fakes import SILENCE, WAKING
from voice_host import session as session_module, session_wake
from voice_host.contract import (
    ERROR_GRAMMAR,
    ERROR_NOT_FOUND,
    HOME,
    HOME_BUILT,
    MAX_PAYLOAD_BYTES,
    MAX_UTTERANCE_SECONDS,
    REPORT,
    HostReport,
)
from voice_host.framing import encode
from voice_host.limits import MAX_BACKLOG_BYTES
from voice_host.session_speech import SpeechSession


def chunk(pcm: bytes, timestamp: int | None = None, **changes: int) -> Event:
    shape = {"rate": 16_000, "width": 2, "channels": 1, **changes}
    return AudioChunk(audio=pcm, timestamp=timestamp, **shape).event()


START = AudioStart(16_000, 2, 1).event()
STOP = AudioStop().event()


async def send(client: AsyncClient, *events: Event) -> None:
    for event in events:
        await client.write_event(event)


async def send_raw(client: AsyncClient, wire: bytes) -> None:
    assert client._writer is not None
    client._writer.write(wire)
    await client._writer.drain()


async def wait_for_hearing(host: Host) -> SpeechSession:
    """Wait until the one session recognises, and return what does."""
    session = next(iter(host.server._sessions.values()))
    await wait_for(lambda: session._hearing is not None)
    assert isinstance(session._hearing, SpeechSession)
    return session._hearing


async def assert_closed(client: AsyncClient, code: str) -> None:
    """Expect an error with this code, and then the end."""
    events = await read_until(client, "error")
    assert events[-1].data["code"] == code
    assert await client.read_event() is None


# ---- About the host


async def test_it_describes_what_it_offers(client: AsyncClient) -> None:
    await send(client, Describe().event())
    info = Info.from_event((await read_until(client, "info"))[-1])
    assert [(it.name, it.installed) for it in (*info.wake, *info.asr, *info.tts)] == [
        ("earshot-wake", True),
        ("earshot-stt", True),
        ("earshot-tts", True),
    ]
    assert [(word.name, word.phrase) for word in info.wake[0].models] == [("first", "First"), ("second", "Second")]
    assert info.asr[0].requires_external_vad
    assert not info.asr[0].supports_transcript_streaming
    assert info.tts[0].supports_synthesize_streaming
    assert [speaker.name for speaker in info.tts[0].voices[0].speakers or []] == ["low", "high"]


async def test_it_answers_a_ping_and_passes_over_what_it_does_not_know(client: AsyncClient) -> None:
    await send(client, Event("run-satellite", {"a": 1}, b"x"), Event("ping", {"text": "a"}))
    assert (await read_until(client, "pong"))[-1] == Event("pong", {"text": "a"})


async def test_its_report_comes_over_the_wire_as_it_is(client: AsyncClient) -> None:
    await send(client, Event(REPORT))
    report = HostReport.from_data((await read_until(client, REPORT))[-1].data)
    assert report.enforced
    assert [engine.stage for engine in report.engines] == ["wake_word", "speech_to_text", "text_to_speech"]


async def test_a_grammar_is_learned_and_a_bad_one_is_refused_without_closing(client: AsyncClient) -> None:
    await send(client, Event(HOME, {"language": "en", "jsgf": "nothing", "revision": "a"}))
    assert (await read_until(client, HOME_BUILT))[-1].data["code"] == ERROR_GRAMMAR
    await send(client, Event(HOME, {"language": "en", "jsgf": "#JSGF V1.0; grammar g;", "revision": "b"}))
    assert (await read_until(client, HOME_BUILT))[-1].data["revision"] == "b"


async def test_connections_wait_until_the_models_are_loaded(host: Host) -> None:
    ready, host.server._ready = host.server._ready, asyncio.get_running_loop().create_future()
    async with host.client() as client:
        await send(client, Event("ping"))
        await wait_for(lambda: len(host.server._sessions) == 1)
        host.server.ready(ready.result())
        await read_until(client, "pong")


@pytest.mark.parametrize("request_type", ["detect", "transcribe", "synthesize", "synthesize-start", HOME])
async def test_a_stage_without_an_engine_says_so_and_the_connection_stays(
    host: Host, make_services: Any, request_type: str
) -> None:
    host.server._ready = asyncio.get_running_loop().create_future()
    host.server.ready(make_services(None))
    async with host.client() as client:
        await send(client, Event(request_type, {"text": "a"}), START, chunk(SILENCE), STOP, Event("ping"))
        events = await read_until(client, "pong")
        assert events[-1].data["code"] == "no-engine"
        await read_until(client, "pong")


# ---- Wake word


async def test_a_wake_word_is_reported_with_the_time_of_its_sound(client: AsyncClient) -> None:
    await send(client, Detect(names=["second"]).event(), START, chunk(SILENCE, 5000), chunk(WAKING * 16, 5100))
    detection = (await read_until(client, "detection"))[-1]
    assert detection.data["name"] == "second"
    assert detection.data["timestamp"] == 5100


async def test_without_times_of_the_client_the_sound_is_counted(client: AsyncClient) -> None:
    await send(client, Detect().event(), START, chunk(SILENCE), chunk(WAKING * 16))
    assert (await read_until(client, "detection"))[-1].data["timestamp"] == 101


async def test_sound_without_a_wake_word_ends_with_not_detected(
    client: AsyncClient, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_wake, "WAKE_GRACE_SECONDS", 0.01)
    await send(client, Detect().event(), START, chunk(SILENCE), STOP)
    assert [event.type for event in await read_until(client, "not-detected")] == ["not-detected"]
    assert host.wake.streams[0].closed


async def test_after_a_detection_no_not_detected_follows(
    client: AsyncClient, monkeypatch: pytest.MonkeyPatch, host: Host
) -> None:
    monkeypatch.setattr(session_wake, "WAKE_GRACE_SECONDS", 0.01)
    await send(client, Detect().event(), START, chunk(WAKING), STOP)
    assert [event.type for event in await read_until(client, "detection")] == ["detection"]
    await wait_for(lambda: host.wake.streams[0].closed)
    await send(client, Event("ping"))
    assert [event.type for event in await read_until(client, "pong")] == ["pong"]


async def test_an_unknown_wake_word_is_refused_and_its_sound_is_passed_over(client: AsyncClient) -> None:
    await send(client, Detect(names=["third"]).event(), START, chunk(WAKING), STOP, Event("ping"))
    assert (await read_until(client, "pong"))[-1].data["code"] == ERROR_NOT_FOUND
    assert [event.type for event in await read_until(client, "pong")] == ["pong"]


async def test_listening_ends_with_the_connection(host: Host) -> None:
    async with host.client() as client:
        await send(client, Detect().event(), START, chunk(SILENCE))
        await wait_for(lambda: bool(host.wake.streams and host.wake.streams[0].heard))
    await wait_for(lambda: host.wake.streams[0].closed)


# ---- Speech-to-text


async def test_an_utterance_is_recognised_as_it_comes(client: AsyncClient, host: Host) -> None:
    await send(
        client,
        Transcribe(language="en-GB", context={"satellite": "kitchen"}).event(),
        START,
        *[chunk(SILENCE)] * 3,
    )
    await wait_for(lambda: bool(host.speech.streams) and len(host.speech.streams[0].heard) == 3 * len(SILENCE))
    await send(client, STOP)
    transcript = (await read_until(client, "transcript"))[-1].data
    assert transcript == {
        "text": "9600 bytes",
        "language": "en-GB",
        "context": {"engine": "fake", "verdict": "accepted", "score": -1.5},
    }
    assert host.speech.speakers == [("en-GB", "kitchen")]
    assert host.speech.streams[0].cancelled


@pytest.mark.parametrize(("asked", "told"), [(True, [[0, 100], [100, 250]]), (False, None), (None, None)])
async def test_when_words_were_said_is_told_to_whoever_asks(client: AsyncClient, asked: Any, told: Any) -> None:
    await send(client, Transcribe(language="en", context={"times": asked}).event(), START, chunk(SILENCE), STOP)
    context = (await read_until(client, "transcript"))[-1].data["context"]
    assert context.get("word_times") == told


async def test_an_answer_is_heard_by_what_hears_answers(client: AsyncClient, host: Host) -> None:
    context = {"satellite": "kitchen", "expects": "answer"}
    await send(client, Transcribe(language="en", context=context).event(), START, chunk(SILENCE), STOP)
    await read_until(client, "transcript")
    assert (host.speech.speakers, host.answers.speakers) == ([], [("en", "kitchen")])


async def test_silence_has_a_verdict_and_no_score(client: AsyncClient) -> None:
    await send(client, Transcribe().event(), START, STOP)
    context = (await read_until(client, "transcript"))[-1].data["context"]
    assert context == {"engine": "fake", "verdict": "silence"}


async def test_what_waits_for_the_recogniser_goes_to_it_at_once(client: AsyncClient, host: Host) -> None:
    host.speech.gate.clear()
    await send(client, Transcribe().event(), START, *[chunk(SILENCE)] * 10, STOP)
    await wait_for(host.speech.feeding.is_set)
    await send(client, Event("ping"))
    await read_until(client, "pong")
    host.speech.gate.set()
    assert (await read_until(client, "transcript"))[-1].data["text"] == "32000 bytes"
    assert host.speech.streams[0].feeds < 10


async def test_sound_of_another_rate_is_converted(client: AsyncClient) -> None:
    await send(client, Transcribe().event(), chunk(bytes(2 * 48_000), rate=48_000), STOP)
    assert (await read_until(client, "transcript"))[-1].data["text"] == "32000 bytes"


async def test_an_engine_with_nothing_to_work_with_says_so_and_the_next_request_works(
    client: AsyncClient, host: Host
) -> None:
    host.speech.missing = True
    await send(client, Transcribe().event(), START, chunk(SILENCE), STOP)
    assert (await read_until(client, "transcript"))[-1].data["code"] == "not-ready"
    host.speech.missing = False
    await send(client, Transcribe().event(), START, chunk(SILENCE), STOP)
    assert (await read_until(client, "transcript"))[-1].type == "transcript"


async def test_a_fault_of_the_engine_is_told_without_its_words(
    client: AsyncClient, host: Host, caplog: pytest.LogCaptureFixture
) -> None:
    host.speech.fault = KeyError("the secret words")
    await send(client, Transcribe().event(), START, chunk(SILENCE * 2), STOP)
    error = (await read_until(client, "transcript"))[-1]
    assert error.data == {"text": "Speech-to-text failed.", "code": "engine-failed"}
    assert "KeyError at fakes.py:" in caplog.text
    assert "secret" not in caplog.text
    await send(client, Event("ping"))
    await read_until(client, "pong")


async def test_an_utterance_that_nobody_waits_for_any_more_is_cancelled(host: Host) -> None:
    host.speech.gate.clear()
    async with host.client() as client:
        await send(client, Transcribe().event(), START, chunk(SILENCE))
        await wait_for(host.speech.feeding.is_set)
        await send(client, chunk(SILENCE), Event("ping"))
        await read_until(client, "pong")
    await wait_for(lambda: not host.server._sessions)
    host.speech.gate.set()
    await wait_for(host.speech.cancelled.is_set)
    assert host.speech.streams[0].feeds == 1


async def test_an_utterance_may_not_be_longer_than_a_minute(client: AsyncClient, host: Host) -> None:
    second = bytes(32_000)
    await send(client, Transcribe().event(), START, *[chunk(second)] * MAX_UTTERANCE_SECONDS)
    await send(client, Event("ping"))
    await read_until(client, "pong")
    await send(client, chunk(b"ab"))
    await assert_closed(client, "too-large")
    await wait_for(host.speech.cancelled.is_set)


async def test_a_recogniser_that_is_behind_slows_its_sender_down(client: AsyncClient, host: Host) -> None:
    host.speech.gate.clear()
    await send(client, Transcribe().event(), START)
    sending = asyncio.create_task(send(client, *[chunk(bytes(32_000))] * 40, STOP))
    await wait_for(lambda: bool(host.server._sessions))
    speech = await wait_for_hearing(host)
    await wait_for(lambda: len(speech._waiting) > MAX_BACKLOG_BYTES)
    assert len(speech._waiting) <= MAX_BACKLOG_BYTES + 32_000
    assert not sending.done()
    host.speech.gate.set()
    assert (await read_until(client, "transcript"))[-1].data["text"] == f"{40 * 32_000} bytes"
    await sending


# ---- What breaks the rules ends its own connection only


BROKEN = [
    (b"garbage\n", "malformed"),
    (b"x" * 20_000, "too-large"),
    (b'{"type": "audio-chunk", "payload_length": %d}\n' % (MAX_PAYLOAD_BYTES + 1), "too-large"),
    (encode(Event("detect", {"names": "first"})), "malformed"),
    (encode(Event("synthesize", {})), "malformed"),
    (encode(Event("synthesize", {"text": 7})), "malformed"),
    (encode(Event("synthesize", {"text": "a", "voice": "b"})), "malformed"),
    (encode(Event("synthesize", {"text": "a", "text_format": "ssml"})), "malformed"),
    (encode(Event("synthesize", {"text": "a", "context": {"speed": 100}})), "malformed"),
    (encode(Event("synthesize", {"text": "a" * 10_001})), "too-large"),
    (encode(Event("transcribe", {"context": {"satellite": 1}})), "malformed"),
    (encode(Event("transcribe", {"context": {"times": 1}})), "malformed"),
    (
        encode(Event("transcribe")) + encode(Event("audio-start", {"rate": 7, "width": 2, "channels": 1})),
        "audio-format",
    ),
    (encode(Event("transcribe")) + encode(Event("audio-chunk", {}, b"ab")), "audio-format"),
    (encode(Event("transcribe")) + encode(chunk(b"abc")), "audio-format"),
    (encode(Event("transcribe")) + encode(START) + encode(chunk(b"ab", rate=48_000)), "audio-format"),
    (encode(Event("ping", {"text": ["a"]})), "malformed"),
    (encode(Event(HOME, {"language": "en"})), "malformed"),
]


@pytest.mark.parametrize(("wire", "code"), BROKEN)
async def test_what_breaks_the_rules_is_refused_and_another_utterance_goes_on(
    host: Host, client: AsyncClient, wire: bytes, code: str
) -> None:
    await send(client, Transcribe().event(), START, chunk(SILENCE))
    async with host.client() as broken:
        await send_raw(broken, wire)
        await assert_closed(broken, code)
    await send(client, chunk(SILENCE), STOP)
    assert (await read_until(client, "transcript"))[-1].data["text"] == "6400 bytes"


async def test_a_connection_too_many_is_refused_and_a_place_that_is_freed_is_given_again(host: Host) -> None:
    clients = [host.client() for _ in range(8)]
    for each in clients:
        await each.connect()
        await send(each, Event("ping"))
        await read_until(each, "pong")
    async with host.client() as late:
        await assert_closed(late, "busy")
    for each in clients:
        await each.disconnect()
    await wait_for(lambda: not host.server._sessions)
    async with host.client() as late:
        await send(late, Event("ping"))
        await read_until(late, "pong")


async def test_a_fault_of_our_own_ends_that_connection_only(
    host: Host, client: AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("the secret words")

    async with host.client() as other:
        await send(other, Event("ping"))
        await read_until(other, "pong")
        monkeypatch.setattr(session_module, "WakeSession", fail)
        await send(client, Detect().event())
        assert await client.read_event() is None
        await send(other, Event("ping"))
        await read_until(other, "pong")
    assert "ZeroDivisionError" in caplog.text
    assert "secret" not in caplog.text


# ---- Those that stall


@pytest.mark.parametrize(
    ("wire", "patience"), [(b"", 301), (b'{"type": "pi', 31), (encode(Event("transcribe")) + encode(START), 301)]
)
async def test_a_silent_connection_is_closed_after_its_time_and_not_before(
    host: Host, client: AsyncClient, wire: bytes, patience: int
) -> None:
    await send(client, Event("ping"))
    await read_until(client, "pong")
    session = next(iter(host.server._sessions.values()))
    await send_raw(client, wire)
    await wait_for(lambda: session._decoder.midway or session._hearing is not None or not wire)
    assert not session.expire(session._touched + patience - 2)
    assert session.expire(session._touched + patience)
    await wait_for(lambda: not host.server._sessions)


async def test_a_connection_that_waits_for_its_transcript_is_not_silent(client: AsyncClient, host: Host) -> None:
    host.speech.gate.clear()
    await send(client, Transcribe().event(), START, chunk(SILENCE), STOP)
    await wait_for(host.speech.feeding.is_set)
    session = next(iter(host.server._sessions.values()))
    assert not session.expire(session._touched + 1000)


async def test_a_listener_that_takes_nothing_is_given_up(client: AsyncClient, host: Host) -> None:
    await send(client, *[Event("synthesize", {"text": "|".join(["a" * 99] * 100)})] * 4)
    await wait_for(lambda: bool(host.server._sessions))
    session = next(iter(host.server._sessions.values()))
    await wait_for(lambda: len(host.voice.asked) == 4 or session._writing_since is not None)
    session._writing_since = session._writing_since or session._touched
    assert not session.expire(session._writing_since + 29)
    assert session.expire(session._writing_since + 31)
    await wait_for(lambda: not host.server._sessions)
