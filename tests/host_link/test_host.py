"""The contract of a voice host, passed by the stand-in and by the real one; and what happens when one ends."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
import os
from pathlib import Path
import signal

import pytest

from custom_components.earshot.errors import HostError, HostProtocolError, HostStartError, HostUnavailableError
from custom_components.earshot.host.voice_host.contract import PROTOCOL, VERDICT_SILENCE, HomeGrammar
from custom_components.earshot.host_link import backoff, kept as kept_module, process as process_module
from custom_components.earshot.host_link.answers import Sound
from custom_components.earshot.host_link.host import VoiceHost
from custom_components.earshot.host_link.kept import KeptHost
from custom_components.earshot.models import Stage
from tests.host_link.facts import alive, environment_of, files_of, left_in
from tests.host_link.sounds import WAKE, Microphone, recording, said, silence, sound_of, stream, timed

GRAMMAR = HomeGrammar(
    language="en",
    jsgf="#JSGF V1.0;\ngrammar home;\npublic <command> = turn (on | off) the kitchen light;\n",
    revision="1",
)


def speak(voice_host: VoiceHost, *parts: str) -> AsyncIterator[Sound]:
    return voice_host.synthesize(said(*parts), voice=None, speaker=None, language="en")


async def until_available(voice_host: KeptHost, *, available: bool = True) -> None:
    changed = asyncio.Event()
    unsubscribe = voice_host.add_listener(changed.set)
    while voice_host.available is not available:
        await changed.wait()
        changed.clear()
    unsubscribe()


# ---- The contract


async def test_a_started_host_reports_itself_and_its_engines(host: VoiceHost) -> None:
    assert host.available
    assert host.report is not None
    assert host.report.protocol == PROTOCOL
    assert host.report.pid == host.pid
    assert {engine.stage for engine in host.report.engines} == {
        Stage.WAKE_WORD,
        Stage.SPEECH_TO_TEXT,
        Stage.TEXT_TO_SPEECH,
    }


async def test_a_host_knows_its_wake_words_voices_and_languages(host: VoiceHost) -> None:
    assert ("hey_jarvis", "Hey Jarvis") in {(word.name, word.phrase) for word in host.wake_words()}
    assert "en" in {language.split("-")[0] for language in host.languages(Stage.SPEECH_TO_TEXT)}
    assert host.voices("en-US")
    assert not host.voices("xx")
    assert not host.languages(Stage.CONVERSATION)


async def test_a_wake_word_is_heard_and_the_microphone_goes_on(host: VoiceHost) -> None:
    microphone = Microphone(silence(1) + recording(WAKE) + silence(1))
    pieces = microphone()
    detected = await host.detect(["hey_jarvis"], pieces)
    assert detected is not None
    assert (detected.name, detected.phrase) == ("hey_jarvis", "Hey Jarvis")
    assert 1000 <= detected.timestamp_ms <= 5000
    (queued,) = detected.queued
    assert queued[1] == microphone.yielded * 80, "the piece that was read last comes back"
    assert not microphone.broken_off
    assert (await anext(pieces))[1] == queued[1] + 80, "nothing of the sound is lost for speech-to-text"
    await pieces.aclose()


async def test_a_stream_without_the_wake_word_ends_in_none(host: VoiceHost) -> None:
    assert await host.detect(["hey_jarvis"], timed(silence(1))) is None


async def test_an_unknown_wake_word_is_refused_with_a_code_and_no_words(host: VoiceHost) -> None:
    with pytest.raises(HostError, match="not-found") as caught:
        await host.detect(["hey_nobody"], timed(silence(1)))
    assert caught.value.placeholders == {"reason": "not-found"}


async def test_silence_is_told_from_words(host: VoiceHost) -> None:
    await host.set_home(GRAMMAR)
    result = await host.transcribe(stream(silence(1)), language="en", satellite="kitchen")
    assert result.text == ""
    assert result.verdict == VERDICT_SILENCE
    assert result.engine


async def test_when_words_were_said_is_told_if_it_is_asked(fake: VoiceHost) -> None:
    await fake.start()
    plain = await fake.transcribe(stream(b"\1\0" * 1600), language="en", satellite="kitchen")
    timed_words = await fake.transcribe(stream(b"\1\0" * 1600), language="en", satellite="kitchen", times=True)
    assert plain.word_times is None
    assert timed_words.word_times is not None
    assert len(timed_words.word_times) == len(timed_words.text.split())


async def test_words_are_spoken_piece_by_piece_with_their_rate(host: VoiceHost) -> None:
    sounds = [sound async for sound in speak(host, "Hello. ", "Good night.")]
    assert len(sounds) > 1
    assert sum(len(sound.pcm) for sound in sounds) > sounds[0].rate // 2


async def test_speech_can_be_broken_off_and_the_next_request_works(host: VoiceHost) -> None:
    speech = speak(host, "One two three four five six. " * 20)
    assert (await anext(speech)).pcm
    assert isinstance(speech, AsyncGenerator)
    await speech.aclose()
    assert [sound async for sound in speak(host, "Hello.")]


async def test_a_home_is_taken_and_remembered(host: VoiceHost) -> None:
    built = await host.set_home(GRAMMAR)
    assert built.revision == "1"
    assert built.words >= 3
    assert host.grammar_built == built


async def test_requests_at_the_same_time_do_not_disturb_each_other(host: VoiceHost) -> None:
    await host.set_home(GRAMMAR)
    microphone = Microphone(silence(1) + recording(WAKE) + silence(1))
    detected, heard, none = await asyncio.gather(
        host.detect([], microphone()),
        host.transcribe(stream(silence(1)), language="en", satellite="bedroom"),
        host.detect(["hey_jarvis"], timed(silence(1))),
    )
    assert detected is not None
    assert heard.verdict == VERDICT_SILENCE
    assert none is None


async def test_requests_under_way_fail_at_once_when_the_host_is_killed_and_the_next_ones_work(host: VoiceHost) -> None:
    await host.set_home(GRAMMAR)
    first = host.pid
    assert first is not None
    waking, speaking = Microphone(b""), Microphone(b"\1\0" * 1600)
    under_way = (
        asyncio.create_task(host.detect([], waking())),
        asyncio.create_task(host.transcribe(sound_of(speaking), language="en", satellite="kitchen")),
    )
    await asyncio.gather(waking.begun.wait(), speaking.begun.wait())
    os.kill(first, signal.SIGKILL)
    failures = await asyncio.gather(*under_way, return_exceptions=True)
    assert [type(failure) for failure in failures] == [HostUnavailableError, HostUnavailableError]
    await until_available(host, available=False)
    await until_available(host)
    assert host.pid != first
    heard = await host.transcribe(stream(silence(1)), language="en", satellite="kitchen")
    assert heard.verdict == VERDICT_SILENCE, "the home's sentences came along"


async def test_speech_under_way_breaks_off_when_the_host_is_killed(host: VoiceHost) -> None:
    speech = speak(host, "One two three four five six. " * 50)
    assert (await anext(speech)).pcm
    os.kill(host.pid or 0, signal.SIGKILL)
    with pytest.raises(HostUnavailableError):
        [sound async for sound in speech]


async def test_a_stopped_host_leaves_no_process_no_socket_and_refuses(host: VoiceHost, sockets: Path) -> None:
    pid = host.pid
    await host.stop()
    await host.stop()
    assert not alive(pid)
    assert not left_in(sockets)
    assert not host.available
    with pytest.raises(HostUnavailableError):
        await host.detect([], timed(silence(1)))


async def test_a_host_that_is_stopped_just_as_it_ends_leaves_nothing(host: VoiceHost, sockets: Path) -> None:
    os.kill(host.pid or 0, signal.SIGKILL)
    await until_available(host, available=False)
    await host.stop()
    assert not left_in(sockets)


# ---- Starts that fail, and hosts that misbehave: with the stand-in


async def test_a_host_that_ends_at_once_is_refused_with_its_last_words(fake: VoiceHost, models: Path) -> None:
    (models / "mode").write_text("exit")
    with pytest.raises(HostStartError) as caught:
        await fake.start()
    assert caught.value.placeholders["reason"] == "ModuleNotFoundError: a library is missing"
    assert not fake.available


async def test_a_host_that_never_listens_is_given_up(
    fake: VoiceHost, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (models / "mode").write_text("silent")
    monkeypatch.setattr(process_module, "START_TIMEOUT_SECONDS", 1)
    with pytest.raises(HostStartError):
        await fake.start()


async def test_a_host_of_another_version_is_refused(fake: VoiceHost, models: Path) -> None:
    (models / "mode").write_text("older")
    with pytest.raises(HostProtocolError):
        await fake.start()


async def test_an_interpreter_that_is_no_program_is_a_failed_start(fake: VoiceHost) -> None:
    fake._environment.python.write_text("no program")
    with pytest.raises(HostStartError):
        await fake.start()


async def test_a_host_that_hangs_is_replaced(fake: VoiceHost, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (models / "mode").write_text("deaf")
    monkeypatch.setattr(kept_module, "HEALTH_SECONDS", 0.1)
    monkeypatch.setattr("custom_components.earshot.host_link.client.ASK_TIMEOUT_SECONDS", 0.1)
    await fake.start()
    first = fake.pid
    (models / "mode").write_text("")
    await until_available(fake, available=False)
    await until_available(fake)
    assert fake.pid != first
    assert not alive(first)


async def test_a_host_that_keeps_failing_is_counted_and_forgiven_once_it_runs(
    fake: VoiceHost, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.01)
    monkeypatch.setattr(kept_module, "HEALTH_SECONDS", 0.1)
    await fake.start()
    (models / "mode").write_text("exit")
    counted = asyncio.Event()
    forgiven = asyncio.Event()

    def look() -> None:
        if fake.failures >= 3:
            (models / "mode").write_text("")
            counted.set()
        if counted.is_set() and fake.failures == 0:
            forgiven.set()

    fake.add_listener(look)
    os.kill(fake.pid or 0, signal.SIGKILL)
    await counted.wait()
    await forgiven.wait()
    assert fake.available


async def test_a_person_need_not_wait_for_the_next_start(fake: VoiceHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 3600)
    await fake.start()
    os.kill(fake.pid or 0, signal.SIGKILL)
    await until_available(fake, available=False)
    unsubscribe = fake.add_listener(fake.retry)  # told that a failure was counted, just before the wait
    await until_available(fake)
    unsubscribe()


async def test_a_block_larger_than_the_contract_is_refused_unread(fake: VoiceHost, models: Path) -> None:
    (models / "mode").write_text("garbage")
    await fake.start()
    with pytest.raises(HostProtocolError):
        await fake.transcribe(stream(silence(1)), language="en", satellite="kitchen")


async def test_an_error_of_the_stream_itself_reaches_the_pipeline_unchanged(fake: VoiceHost) -> None:
    await fake.start()

    async def broken() -> AsyncIterator[bytes]:
        yield silence(0.1)
        raise LookupError

    with pytest.raises(LookupError):
        await fake.transcribe(broken(), language="en", satellite="kitchen")


@pytest.mark.promise(9)
async def test_what_a_library_writes_while_somebody_speaks_is_not_relayed(
    fake: VoiceHost, models: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    (models / "mode").write_text("chatty")
    await fake.start()
    heard = await fake.transcribe(stream(b"\1\0" * 1600), language="en", satellite="kitchen")
    await fake.stop()
    assert heard.text == "turn on the kitchen light"
    assert "voice_host.fake: a decoder was slow" in caplog.text
    assert heard.text not in caplog.text


async def test_the_host_gets_none_of_home_assistants_environment_or_files(
    fake: VoiceHost, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SUPERVISOR_TOKEN", "secret")
    with (tmp_path / "secret").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        await fake.start()
    assert b"secret" not in environment_of(fake.pid)
    assert not {name for name in files_of(fake.pid) if name.startswith(str(tmp_path))}
