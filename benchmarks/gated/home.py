"""A Home Assistant in this process, with and without Earshot's gate in front of the same engines."""

import asyncio
from collections.abc import AsyncIterator
import logging
from pathlib import Path
import time
from types import MappingProxyType
from typing import Final, Self

from homeassistant import bootstrap
from homeassistant.components import stt
from homeassistant.components.assist_pipeline import (
    PipelineEvent,
    PipelineEventType,
    async_get_pipelines,
    async_pipeline_from_audio_stream,
)
from homeassistant.components.assist_pipeline.models import AudioSettings, PipelineEventCallback, PipelineStage
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.tts import async_get_stream
from homeassistant.config_entries import ConfigEntry, ConfigEntryState, ConfigSubentry
from homeassistant.core import Context, HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import entity_registry as er
from homeassistant.runner import RuntimeConfig

from custom_components.earshot.assistants.plan import CONF_ENGINES
from custom_components.earshot.const import DOMAIN, SUBENTRY_ASSISTANT
from custom_components.earshot.models import Stage
from custom_components.earshot.runtime import RuntimeData
from scripts.home.paths import HomePaths
from scripts.home.satellite import free_port
from scripts.home.seed import seed

from .engines import ENGINES, InstantEngines, add_engines

GATED: Final = "Gated"
PLAIN: Final = "Plain"

PIECE: Final = 2048
"""Bytes: 64 ms, as satellites send it. Home Assistant cuts it into pieces of 10 ms for the engines."""
BYTES_PER_SECOND: Final = 32_000


class MeasuredHome:
    """A home with both pipelines. Earshot is loaded while the gate is measured, and unloaded while it is not."""

    def __init__(
        self, hass: HomeAssistant, entry: ConfigEntry[RuntimeData], engines: InstantEngines, plain: str
    ) -> None:
        self.hass = hass
        self.engines = engines
        self.entry = entry
        self._plain = plain

    @classmethod
    async def start(cls, folder: Path) -> Self:
        """Start Home Assistant and set Earshot up, as a person does. Takes some ten seconds."""
        paths = HomePaths(folder)
        port = free_port(0)
        assert port is not None
        seed(paths, port)
        hass = await bootstrap.async_setup_hass(RuntimeConfig(config_dir=str(paths.config), skip_pip=True))
        assert hass is not None
        # Home Assistant fails to write a title into a sound file that is none, which is not what is measured.
        logging.disable(logging.ERROR)
        await hass.async_start()
        await hass.async_block_till_done()
        engines = await add_engines(hass)
        plain = await hass.data[KEY_ASSIST_PIPELINE].pipeline_store.async_create_item(_plain_pipeline())
        home = cls(hass, await _set_up(hass), engines, plain.id)
        chosen = {stage.value: engine for stage, engine in ENGINES.items()}
        gated = ConfigSubentry(
            data=MappingProxyType({CONF_ENGINES: chosen}),
            subentry_type=SUBENTRY_ASSISTANT,
            title=GATED,
            unique_id=None,
        )
        hass.config_entries.async_add_subentry(home.entry, gated)
        await hass.async_block_till_done()
        return home

    async def stop(self) -> None:
        """End Home Assistant."""
        await self.hass.async_stop(force=True)

    async def load(self, *, gate: bool) -> None:
        """Load Earshot, or unload it."""
        loaded = self.entry.state is ConfigEntryState.LOADED
        if gate and not loaded:
            await self.hass.config_entries.async_setup(self.entry.entry_id)
        elif loaded and not gate:
            await self.hass.config_entries.async_unload(self.entry.entry_id)
        await self.hass.async_block_till_done()

    def pipeline_id(self, *, gate: bool) -> str:
        """Return the pipeline through the gate, or past it."""
        if not gate:
            return self._plain
        return next(pipeline.id for pipeline in async_get_pipelines(self.hass) if pipeline.name == GATED)

    def satellite(self, number: int) -> str:
        """Put a satellite into the home, and return its entity id."""
        registry = er.async_get(self.hass)
        name = f"satellite_{number}"
        entity_id = registry.async_get_or_create("assist_satellite", "bench", name, suggested_object_id=name).entity_id
        self.hass.states.async_set(entity_id, "idle")
        return entity_id

    async def speak(self, *, gate: bool, satellite_id: str | None, size: int, pace: float = 0.0) -> float:
        """Say `size` bytes of sound, each piece after `pace` seconds; return the seconds until the answer is spoken.

        From the first piece of sound to the end of the answer's sound, as a satellite fetches it.
        """
        spoken = asyncio.Event()
        streams: list[asyncio.Task[None]] = []

        def follow(event: PipelineEvent) -> None:
            if event.type is PipelineEventType.TTS_END and event.data is not None:
                token = event.data["tts_output"]["token"]
                streams.append(self.hass.async_create_background_task(self._fetch(token, spoken), "fetch"))

        began = time.perf_counter()
        await self._run(follow, gate=gate, satellite_id=satellite_id, size=size, pace=pace)
        await spoken.wait()
        return time.perf_counter() - began

    async def listen(self, *, gate: bool, size: int) -> float:
        """Let a satellite stream to the wake word engine; return the seconds of CPU that this process took."""
        heard = self.engines.wake_word.heard
        began = time.process_time()
        await self._run(
            lambda _: None, gate=gate, satellite_id=None, size=size, pace=0.0, start=PipelineStage.WAKE_WORD
        )
        took = time.process_time() - began
        assert self.engines.wake_word.heard - heard == size, "the engine was not handed all of the sound"
        return took

    async def over(self) -> None:
        """Wait until no utterance is in flight, as in a home, where the next one comes minutes later."""
        if self.entry.state is not ConfigEntryState.LOADED:
            return
        await asyncio.gather(*self.entry.runtime_data.gate._flights.values())  # noqa: SLF001 - nobody else waits for all

    async def _fetch(self, token: str, spoken: asyncio.Event) -> None:

        stream = async_get_stream(self.hass, token)
        assert stream is not None
        async for _ in stream.async_stream_result():
            pass
        spoken.set()

    async def _run(  # noqa: PLR0913 - each is a way in which runs differ
        self,
        on_event: PipelineEventCallback,
        *,
        gate: bool,
        satellite_id: str | None,
        size: int,
        pace: float,
        start: PipelineStage = PipelineStage.STT,
    ) -> None:
        run = async_pipeline_from_audio_stream(
            self.hass,
            context=Context(),
            event_callback=on_event,
            stt_metadata=stt.SpeechMetadata(
                language="",
                format=stt.AudioFormats.WAV,
                codec=stt.AudioCodecs.PCM,
                bit_rate=stt.AudioBitRates.BITRATE_16,
                sample_rate=stt.AudioSampleRates.SAMPLERATE_16000,
                channel=stt.AudioChannels.CHANNEL_MONO,
            ),
            stt_stream=_sound(size, pace),
            pipeline_id=self.pipeline_id(gate=gate),
            satellite_id=satellite_id,
            start_stage=start,
            audio_settings=AudioSettings(is_vad_enabled=False),
        )
        # Named as Home Assistant's own satellites name theirs.
        await self.hass.async_create_background_task(run, f"{satellite_id}_pipeline")


async def _sound(size: int, pace: float) -> AsyncIterator[bytes]:
    for begin in range(0, size, PIECE):
        await asyncio.sleep(pace)
        yield bytes(min(PIECE, size - begin))


async def _set_up(hass: HomeAssistant) -> ConfigEntry[RuntimeData]:
    flow = await hass.config_entries.flow.async_init(DOMAIN, context={"source": "user"})
    while flow["type"] not in {FlowResultType.CREATE_ENTRY, FlowResultType.ABORT}:
        if flow["type"] is FlowResultType.SHOW_PROGRESS:
            await hass.async_block_till_done()
        answer: dict[str, str] | None = {} if flow["type"] is FlowResultType.FORM else None
        flow = await hass.config_entries.flow.async_configure(flow["flow_id"], answer)
    assert flow["type"] is FlowResultType.CREATE_ENTRY, flow
    await hass.async_block_till_done()
    return hass.config_entries.async_entries(DOMAIN)[0]


def _plain_pipeline() -> dict[str, str | None]:
    return {
        "name": PLAIN,
        "language": "en",
        "conversation_engine": ENGINES[Stage.CONVERSATION],
        "conversation_language": "en",
        "stt_engine": ENGINES[Stage.SPEECH_TO_TEXT],
        "stt_language": "en",
        "tts_engine": ENGINES[Stage.TEXT_TO_SPEECH],
        "tts_language": "en",
        "tts_voice": None,
        "wake_word_entity": ENGINES[Stage.WAKE_WORD],
        "wake_word_id": None,
    }
