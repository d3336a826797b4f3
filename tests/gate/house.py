# ruff: noqa: ARG002 - a stand-in takes what the real one takes
"""A home with Earshot in it: a voice host that hears what a test says, and real Assist pipelines."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
import contextlib
from pathlib import Path
import sqlite3
from typing import Any

from homeassistant.components import stt
from homeassistant.components.assist_pipeline import (
    PipelineEvent,
    async_get_pipelines,
    async_pipeline_from_audio_stream,
)
from homeassistant.components.assist_pipeline.models import AudioSettings, PipelineStage, WakeWordSettings
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import area_registry as ar, entity_registry as er
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.assistants.plan import CONF_ENGINES
from custom_components.earshot.const import DOMAIN, SUBENTRY_ASSISTANT, TITLE
from custom_components.earshot.errors import HostUnavailableError
from custom_components.earshot.host.voice_host.contract import EngineInfo, GrammarBuilt, HostReport
from custom_components.earshot.host_link.answers import Sound, Transcribed, VoiceInfo, WakeDetected, WakeWordInfo
from custom_components.earshot.host_link.environment import HostEnvironment
from custom_components.earshot.ledger import Ledger, Query, Record, UtteranceView
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.models import Stage
from custom_components.earshot.runtime import RuntimeData

COMMAND = "turn on the kitchen light"
SECOND = b"\x01\x00" * 16_000
"""One second of sound."""

REPORT = HostReport(
    protocol=1,
    version="0.1.0",
    pid=4711,
    enforced=True,
    walls=(),
    attempts=(),
    engines=(
        EngineInfo(stage="wake_word", name="wake", version="1", model="hey_jarvis"),
        EngineInfo(stage="speech_to_text", name="grammar", version="2", model="en-us"),
        EngineInfo(stage="text_to_speech", name="voice", version="3", model="fallback"),
    ),
)


class FakeHost:
    """Stands in for the voice host: hears what it is told to hear, and says a tone for every part of a text."""

    def __init__(self, hass: HomeAssistant, environment: HostEnvironment, models: Path) -> None:
        self.report: HostReport | None = REPORT
        self.grammar_built: GrammarBuilt | None = None
        self.available = True
        self.waits = True
        """Whether anybody's patience lasts until it comes."""
        self.failures = 0
        self.refused = False
        self.title = None
        self.place = None
        self.hears: Transcribed | Exception = accepted(COMMAND)
        self.hears_from: dict[str, Transcribed] = {}
        """What it hears from one satellite, by the satellite's opaque id, instead."""
        self.wakes_after = 1.0
        """Seconds of sound after which it hears the wake word."""
        self.says: Callable[[str], None] = _quietly
        """Called with each part of a text before its sound is handed out."""
        self.wake_error: Exception | None = None
        self.speech_error: Exception | None = None
        self.stuck = asyncio.Event()
        self.gets_stuck = False
        self.stopped = asyncio.Event()
        self.listeners: list[Callable[[], None]] = []
        self.running = False
        self.satellites: list[str] = []
        self.times: list[bool] = []
        """Whether it was to tell when words were said, each time."""
        self.answers: list[bool] = []
        """Whether a yes or a no was expected, each time that it was to hear something."""

    async def start(self) -> HostReport:
        self.running = True
        return REPORT

    async def begin(self) -> None:
        await self.start()

    @property
    def members(self) -> tuple[Any, ...]:
        return (self,)

    def nearest(self, key: str, stage: Stage, without: frozenset[Any] = frozenset()) -> FakeHost:
        return self

    async def wait_until_available(self, seconds: float) -> bool:
        changed = asyncio.Event()
        forget = self.add_listener(changed.set)
        try:
            while not self.available and self.waits:
                await changed.wait()
                changed.clear()
        finally:
            forget()
        return self.available

    async def stop(self) -> None:
        self.running = False
        self.stopped.set()

    def retry(self) -> None:
        """Nothing waits here."""

    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def turn(self, *, available: bool) -> None:
        """Come or go."""
        self.available = available
        for listener in tuple(self.listeners):
            listener()

    async def detect(self, names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> WakeDetected | None:
        if self.wake_error is not None:
            raise self.wake_error
        size = 0
        async for pcm, timestamp in stream:
            size += len(pcm)
            if size >= self.wakes_after * len(SECOND):
                return WakeDetected(name="hey_jarvis", phrase="Hey Jarvis", timestamp_ms=timestamp)
        return None

    async def transcribe(
        self, stream: AsyncIterable[bytes], *, language: str, satellite: str, answer: bool = False, times: bool = False
    ) -> Transcribed:
        self.satellites.append(satellite)
        self.answers.append(answer)
        self.times.append(times)
        if isinstance(self.hears, Exception):
            raise self.hears
        async for _ in stream:
            pass
        if self.gets_stuck:
            self.stuck.set()
            await self.stopped.wait()
            raise HostUnavailableError
        return self.hears_from.get(satellite, self.hears)

    async def synthesize(
        self,
        text: AsyncIterable[str],
        *,
        voice: str | None,
        speaker: str | None,
        language: str,
        speed: float = 1.0,
    ) -> AsyncIterator[Sound]:
        async for part in text:
            if self.speech_error is not None:
                raise self.speech_error
            self.says(part)
            yield Sound(pcm=SECOND, rate=16_000)

    def wake_words(self) -> tuple[WakeWordInfo, ...]:
        return (WakeWordInfo(name="hey_jarvis", phrase="Hey Jarvis", languages=("en",)),)

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        return (
            VoiceInfo(name="fallback", description="The voice that is always there", languages=("en",), speakers=()),
        )

    def languages(self, stage: Stage) -> tuple[str, ...]:
        return ("en",)

    async def set_home(self, grammar: Any) -> GrammarBuilt:
        self.grammar_built = GrammarBuilt(revision=grammar.revision, words=1, unheard=("qz",))
        return self.grammar_built


def accepted(text: str) -> Transcribed:
    return Transcribed(text=text, verdict="accepted", score=1.0, engine="grammar")


def refused(verdict: str) -> Transcribed:
    return Transcribed(text="", verdict=verdict, score=0.0, engine="grammar")


async def make_home(hass: HomeAssistant) -> None:
    """Set up Assist and one light's worth of things to switch."""
    for domain in ("homeassistant", "http", "conversation", "assist_pipeline"):
        assert await async_setup_component(hass, domain, {})
    lights = {"kitchen_light": {"name": "Kitchen light"}, "hall_lamp": {"name": "Hall lamp"}}
    assert await async_setup_component(hass, "input_boolean", {"input_boolean": lights})
    for name in lights:
        async_expose_entity(hass, "conversation", f"input_boolean.{name}", should_expose=True)
    await hass.async_block_till_done()


def earshot_entry() -> MockConfigEntry:
    return MockConfigEntry(
        domain=DOMAIN,
        title=TITLE,
        subentries_data=[
            {"data": {}, "subentry_type": SUBENTRY_ASSISTANT, "title": TITLE, "unique_id": None, "subentry_id": "one"}
        ],
    )


class House:
    """What a test asks of a home with Earshot."""

    def __init__(self, hass: HomeAssistant, entry: MockConfigEntry) -> None:
        self.hass = hass
        self.entry = entry

    @property
    def runtime(self) -> RuntimeData:
        runtime: RuntimeData = self.entry.runtime_data
        return runtime

    @property
    def host(self) -> FakeHost:
        host: Any = self.runtime.host
        assert isinstance(host, FakeHost)
        return host

    @property
    def pipeline_id(self) -> str:
        return next(pipeline.id for pipeline in async_get_pipelines(self.hass) if pipeline.name == TITLE)

    async def put_behind(self, engines: dict[Stage, str]) -> None:
        """Let a person choose these engines for the assistant; what is not named is Earshot's own."""
        (assistant,) = self.entry.get_subentries_of_type(SUBENTRY_ASSISTANT)
        chosen = {stage.value: engine for stage, engine in engines.items()}
        self.hass.config_entries.async_update_subentry(self.entry, assistant, data={CONF_ENGINES: chosen})
        await self.hass.async_block_till_done()

    def speak_to(  # noqa: PLR0913 - each is a way in which runs differ
        self,
        *,
        seconds: float = 2.0,
        pcm: bytes | None = None,
        pace: float = 0.0,
        wake_timeout: float | None = None,
        start: PipelineStage = PipelineStage.STT,
        end: PipelineStage = PipelineStage.TTS,
        satellite_id: str | None = None,
        device_id: str | None = None,
        pipeline_id: str | None = None,
        conversation_id: str | None = None,
        user_id: str | None = None,
        wake_word_phrase: str | None = None,
        on_event: Callable[[PipelineEvent], None] = lambda _: None,
    ) -> asyncio.Task[None]:
        """Begin a run of Earshot's pipeline in a task of its own, as a satellite does."""
        run = async_pipeline_from_audio_stream(
            self.hass,
            context=Context(user_id=user_id),
            event_callback=on_event,
            stt_metadata=stt.SpeechMetadata(
                language="",
                format=stt.AudioFormats.WAV,
                codec=stt.AudioCodecs.PCM,
                bit_rate=stt.AudioBitRates.BITRATE_16,
                sample_rate=stt.AudioSampleRates.SAMPLERATE_16000,
                channel=stt.AudioChannels.CHANNEL_MONO,
            ),
            stt_stream=sound(pcm or SECOND * round(seconds), pace),
            pipeline_id=pipeline_id or self.pipeline_id,
            satellite_id=satellite_id,
            device_id=device_id,
            conversation_id=conversation_id,
            wake_word_phrase=wake_word_phrase,
            start_stage=start,
            end_stage=end,
            wake_word_settings=WakeWordSettings(timeout=wake_timeout),
            audio_settings=AudioSettings(is_vad_enabled=False),
        )
        # Named as Home Assistant's own satellites name theirs.
        name = f"{satellite_id}_pipeline" if satellite_id else "a browser's run"
        return self.hass.async_create_background_task(run, name)

    async def say(self, **how: Any) -> list[PipelineEvent]:
        """Let a run end, and return its events."""
        events: list[PipelineEvent] = []
        await self.speak_to(on_event=events.append, **how)
        return events

    async def over(self) -> None:
        """Wait until no utterance is in flight."""
        await asyncio.gather(*self.runtime.gate._flights.values())
        await self.hass.async_block_till_done(wait_background_tasks=False)

    async def utterances(self) -> tuple[UtteranceView, ...]:
        """Every utterance that is over, newest first."""
        await self.over()
        page = await self.hass.async_add_executor_job(self.runtime.ledger.utterances, Query())
        return page.items

    async def entries(self, kind: str) -> tuple[Record, ...]:
        """Every entry of a kind, in order, as the database has it."""
        await self.over()

        def read() -> tuple[Record, ...]:
            with contextlib.closing(sqlite3.connect(self.runtime.paths.ledger)) as database:
                found = database.execute('SELECT body FROM entry WHERE kind = ? ORDER BY "index"', (kind,))
                return tuple(decode_body(body)[1] for (body,) in found)

        return await self.hass.async_add_executor_job(read)

    async def utterance(self) -> UtteranceView:
        """The only utterance."""
        (only,) = await self.utterances()
        return only


def _quietly(_text: str) -> None:
    """Say nothing of it."""


def kinds_on_disk(runtime: RuntimeData) -> list[str]:
    """Return the kinds of all entries of the newest utterance, as another connection to the database reads them."""
    ledger = Ledger.open(f"sqlite:///{runtime.paths.ledger}", keys=runtime.paths.keys, origin="test")
    try:
        (newest, *_) = ledger.utterances(Query()).items
        return [entry.record.kind for entry in ledger.entries(newest.utterance_id)]
    finally:
        ledger.close()


def add_satellite(hass: HomeAssistant, name: str, area: str | None = None) -> str:
    """Put an assist_satellite into the registry and the state machine, and return its entity id."""
    registry = er.async_get(hass)
    entry = registry.async_get_or_create("assist_satellite", "test", name, suggested_object_id=name.lower())
    if area is not None:
        registry.async_update_entity(entry.entity_id, area_id=ar.async_get(hass).async_get_or_create(area).id)
    hass.states.async_set(entry.entity_id, "idle", {"friendly_name": f"{name} satellite"})
    return entry.entity_id


async def sound(pcm: bytes, pace: float) -> AsyncIterator[bytes]:
    """Yield sound as a satellite does, in pieces of 10 ms, each after `pace` seconds."""
    piece = len(SECOND) // 100
    for begin in range(0, len(pcm), piece):
        await asyncio.sleep(pace)
        yield pcm[begin : begin + piece]
