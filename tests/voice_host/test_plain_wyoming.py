"""Home Assistant's own Wyoming integration, which knows nothing of Earshot, against the real host on a port."""

import asyncio
from collections.abc import AsyncIterator, Iterator
import io
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import MagicMock
import wave

from homeassistant.components import stt
from homeassistant.components.tts.entity import TTSAudioRequest
from homeassistant.components.wyoming.data import WyomingService
from homeassistant.components.wyoming.stt import WyomingSttProvider
from homeassistant.components.wyoming.tts import WyomingTtsProvider
from homeassistant.components.wyoming.wake_word import WyomingWakeWordProvider
import pytest
import pytest_socket

from tests.voice_host.processes import running
from tests.voice_host.test_real_engines import HEY_JARVIS, sound_of

SOMETHING = cast("Any", SimpleNamespace(entry_id="test", data=None))


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    pytest_socket.enable_socket()
    import socket  # noqa: PLC0415 - the one that is enabled

    with socket.create_server(("127.0.0.1", 0)) as free:
        found: int = free.getsockname()[1]
    with running("--uri", f"tcp://127.0.0.1:{found}", "--without-code"):
        yield found


@pytest.fixture
async def service(port: int) -> WyomingService:
    pytest_socket.enable_socket()
    made = await WyomingService.create("127.0.0.1", port)
    assert made is not None
    return made


async def test_all_three_platforms_are_found(service: WyomingService) -> None:
    assert {str(platform) for platform in service.platforms} == {"stt", "tts", "wake_word"}


async def test_its_wake_word_entity_hears_hey_jarvis(service: WyomingService) -> None:
    pcm = sound_of(HEY_JARVIS)

    async def stream() -> AsyncIterator[tuple[bytes, int]]:
        for start in range(0, len(pcm), 640):
            yield pcm[start : start + 640], start // 32
        # A microphone goes on. Home Assistant does not wait for an answer when its stream has ended.
        for start in range(len(pcm), len(pcm) + 500 * 640, 640):
            await asyncio.sleep(0.02)
            yield bytes(640), start // 32

    entity = WyomingWakeWordProvider(MagicMock(), SOMETHING, MagicMock(), service)
    result = await entity._async_process_audio_stream(stream(), "hey_jarvis")
    assert result is not None
    assert (result.wake_word_id, result.wake_word_phrase) == ("hey_jarvis", "Hey Jarvis")


async def test_its_speech_to_text_entity_is_told_when_there_is_no_grammar(service: WyomingService) -> None:
    async def stream() -> AsyncIterator[bytes]:
        yield bytes(32_000)

    entity = WyomingSttProvider(SOMETHING, service)
    metadata = cast("Any", SimpleNamespace(language="en"))
    result = await entity.async_process_audio_stream(metadata, stream())
    assert result.result is stt.SpeechResultState.ERROR


async def test_its_text_to_speech_entity_speaks_at_once_and_as_a_stream(service: WyomingService) -> None:
    entry = cast(
        "Any",
        SimpleNamespace(entry_id="test", async_create_background_task=lambda _, work, __: asyncio.ensure_future(work)),
    )
    entity = WyomingTtsProvider(entry, MagicMock(), service)
    entity.hass = MagicMock()
    kind, sound = await cast("Any", entity).async_get_tts_audio("The light is on.", "en", {})
    with wave.open(io.BytesIO(sound)) as spoken:
        whole = spoken.getnframes()
    assert (kind, whole > 10_000) == ("wav", True)

    async def message() -> AsyncIterator[str]:
        yield "The light "
        yield "is on. And the door"
        yield " is shut."

    request = TTSAudioRequest("en", {}, cast("Any", message()))
    response = await entity.async_stream_tts_audio(request)
    streamed = b"".join([piece async for piece in response.data_gen])
    assert (response.extension, streamed[:4], len(streamed) > 2 * whole) == ("wav", b"RIFF", True)
