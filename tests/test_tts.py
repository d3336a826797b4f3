"""The voice: a stream of sound in a form that every satellite takes."""

import io
from typing import Any
import wave

from homeassistant.components import tts
from homeassistant.components.tts.helper import get_engine_instance
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import HostUnavailableError
from custom_components.earshot.gate.inner.wave import wave_header
from custom_components.earshot.tts import EarshotVoice
from tests.gate.house import SECOND, House


def voice(hass: HomeAssistant) -> EarshotVoice:
    entity = get_engine_instance(hass, "tts.earshot_voice")
    assert isinstance(entity, EarshotVoice)
    return entity


async def parts(*texts: str) -> Any:
    for text in texts:
        yield text


def test_the_header_is_read_as_a_wave_of_sound_that_still_comes() -> None:
    with wave.open(io.BytesIO(wave_header(22_050) + SECOND)) as read:
        assert (read.getframerate(), read.getsampwidth(), read.getnchannels()) == (22_050, 2, 1)
        assert read.readframes(len(SECOND)) == SECOND


async def test_every_part_is_spoken_as_it_comes(hass: HomeAssistant, house: House) -> None:
    said: list[str] = []
    house.host.says = said.append
    request = tts.entity.TTSAudioRequest("en", {}, parts("The light ", "is on."))
    answer = await voice(hass).async_stream_tts_audio(request)
    pieces = [piece async for piece in answer.data_gen]
    assert answer.extension == "wav"
    assert pieces == [wave_header(16_000), SECOND, SECOND]
    assert said == ["The light ", "is on."]


async def test_a_voice_that_is_away_is_an_error_that_can_be_translated(hass: HomeAssistant, house: House) -> None:
    house.host.speech_error = HostUnavailableError()
    answer = await voice(hass).async_stream_tts_audio(tts.entity.TTSAudioRequest("en", {}, parts("Hello")))
    with pytest.raises(Exception, match="host_unavailable") as caught:
        _ = [piece async for piece in answer.data_gen]
    assert getattr(caught.value, "translation_key", None) == "host_unavailable"


async def test_the_voices_of_the_host_are_offered(hass: HomeAssistant, house: House) -> None:
    voices = voice(hass).async_get_supported_voices("en")
    assert voices is not None
    assert [offered.voice_id for offered in voices] == ["fallback"]
    assert voice(hass).default_language == "en"
    assert voice(hass).async_supports_streaming_input()


@pytest.mark.parametrize(("asked", "given"), [(9, 2.0), (0.1, 0.5), (1.25, 1.25), (None, 1.0)])
async def test_speed_stays_within_what_can_be_followed(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch, asked: float | None, given: float
) -> None:
    speeds: list[float] = []
    real = house.host.synthesize

    def synthesize(text: Any, **how: Any) -> Any:
        speeds.append(how["speed"])
        return real(text, **how)

    monkeypatch.setattr(house.host, "synthesize", synthesize)
    options = {} if asked is None else {"speed": asked}
    answer = await voice(hass).async_stream_tts_audio(tts.entity.TTSAudioRequest("en", options, parts("Hello")))
    assert [piece async for piece in answer.data_gen]
    assert speeds == [given]
