"""The voice host as the rest of Earshot sees it: ask it, and be told when it comes and goes."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine, Sequence
import logging
from pathlib import Path
from typing import Any, Final, Protocol

from homeassistant.core import HomeAssistant, callback
from wyoming.info import Info
from wyoming.tts import SynthesizeVoice

from ..errors import HostError, HostUnavailableError
from ..host.voice_host.contract import CONTEXT_SPEED, GrammarBuilt, HomeGrammar, HostReport
from ..models import Stage
from .answers import Sound, Transcribed, VoiceInfo, WakeDetected, WakeWordInfo
from .backoff import Backoff
from .client import HostClient
from .environment import HOST_ROOT, HostEnvironment
from .process import HostCommand, HostProcess
from .remembered import RememberedHost

LOGGER = logging.getLogger(__name__)

HEALTH_SECONDS: Final = 30
"""Between two looks at a running host. One that ended is noticed at once; this finds one that hangs."""
MISSED_ANSWERS: Final = 2
"""Looks in a row without an answer before it is replaced: one may be a machine that was asleep."""


class HomeSentences(Protocol):
    """What `set_home` needs of a grammar."""

    @property
    def language(self) -> str:
        """As Home Assistant writes it."""

    @property
    def jsgf(self) -> str:
        """The grammar."""

    @property
    def revision(self) -> str:
        """Its hash."""


class VoiceHost:
    """Keeps one host process running, from `start` to `stop`, and hands requests to it.

    Every request raises HostUnavailableError while there is no host, and at once when it ends under a request.
    """

    def __init__(
        self, hass: HomeAssistant, environment: HostEnvironment, models: Path, *, root: Path = HOST_ROOT
    ) -> None:
        self._hass = hass
        self._environment = environment
        self._models = models
        self._root = root
        self._backoff = Backoff()
        self._listeners: list[Callable[[], None]] = []
        self._process: HostProcess | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._wake_up = asyncio.Event()
        self._home: HomeGrammar | None = None
        self._info = Info()
        self._remembered = RememberedHost(hass, environment, models)
        self._available = False
        self.report: HostReport | None = None
        """What the present host says of itself, or the last one that was there. None before the first answers: it is
        never remembered, because only a running host can say that its walls stand."""
        self.grammar_built: GrammarBuilt | None = None
        """What the host made of the home's sentences; None before it has any."""

    @property
    def available(self) -> bool:
        """Whether there is a host to ask."""
        return self._available

    @property
    def failures(self) -> int:
        """Crashes and failed starts in a row; 0 again once a host has run for half a minute."""
        return self._backoff.failures

    @property
    def pid(self) -> int | None:
        """Process id of the present host."""
        return self._process.pid if self._process else None

    async def start(self) -> HostReport:
        """Start a host and keep one running. Installs its packages first, should an update have changed them.

        Raises a HostError when the first start fails; nothing runs then.
        """
        if await self._hass.async_add_executor_job(self._environment.find) is None:
            await self._environment.install(self._hass, lambda _: None)
        report = await self._launch()
        self._begin_keeping(self._keep())
        return report

    async def begin(self) -> None:
        """Start a host and keep one running, and wait for it only while nobody knows what it can do.

        What it can do is known from the last one: then `languages`, `voices` and `wake_words` answer at once, the
        host comes when it comes, and a start that fails is tried again like one after a crash. Raises as `start`
        does where that is not known, or the packages are not there.
        """
        info = await self._remembered.recall()
        if info is None:
            await self.start()
            return
        self._info = info
        self._begin_keeping(self._launch_and_keep())

    async def stop(self) -> None:
        """End the host and leave nothing of it. Idempotent."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)
        await self._end_process()

    @callback
    def retry(self) -> None:
        """Try the next start now, instead of after the wait."""
        self._wake_up.set()

    @callback
    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever availability, report or failures change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def wait_until_available(self, seconds: float) -> bool:
        """Wait for a host, but not longer than that; return whether there is one now."""
        changed = asyncio.Event()
        forget = self.add_listener(changed.set)
        try:
            async with asyncio.timeout(seconds):
                while not self._available:
                    await changed.wait()
                    changed.clear()
        except TimeoutError:
            return False
        finally:
            forget()
        return True

    async def detect(self, names: Sequence[str], stream: AsyncIterable[tuple[bytes, int]]) -> WakeDetected | None:
        """Listen for wake words (none named: any) in 16 kHz sound with timestamps; None when the stream ended first."""
        heard = await self._client().detect(names, stream)
        if heard is None:
            return None
        phrase = next((word.phrase for word in self.wake_words() if word.name == heard.name), heard.name)
        return WakeDetected(name=heard.name, phrase=phrase, timestamp_ms=heard.at_ms, queued=heard.queued)

    async def transcribe(self, stream: AsyncIterable[bytes], *, language: str, satellite: str) -> Transcribed:
        """Turn speech (16 kHz, 16 bit, mono) into words. `satellite` is an opaque id that the recogniser adapts to."""
        return await self._client().transcribe(stream, language=language, satellite=satellite)

    def synthesize(
        self,
        text: AsyncIterable[str],
        *,
        voice: str | None,
        speaker: str | None,
        language: str,
        speed: float = 1.0,
    ) -> AsyncIterator[Sound]:
        """Say `text`, sentence by sentence, while it is still coming in. `voice` None: the best for `language`."""
        wish = SynthesizeVoice(name=voice, speaker=speaker) if voice else SynthesizeVoice(language=language)
        context = {} if speed == 1.0 else {CONTEXT_SPEED: speed}
        return self._client().synthesize(text, voice=wish, context=context)

    async def set_home(self, grammar: HomeSentences) -> GrammarBuilt:
        """Teach the host this home's sentences, now and after every restart."""
        self._home = HomeGrammar(language=grammar.language, jsgf=grammar.jsgf, revision=grammar.revision)
        self.grammar_built = await self._client().set_home(self._home)
        self._notify()
        return self.grammar_built

    def wake_words(self) -> tuple[WakeWordInfo, ...]:
        """Wake words that the host can listen for."""
        return tuple(
            WakeWordInfo(name=model.name, phrase=model.phrase or model.name, languages=tuple(model.languages))
            for program in self._info.wake
            for model in program.models
        )

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        """Voices that speak `language`, whatever their region, best first."""
        return tuple(voice for voice in self._all_voices() if _primary(language) in map(_primary, voice.languages))

    def languages(self, stage: Stage) -> tuple[str, ...]:
        """Languages that the host can do `stage` in, as BCP 47 tags."""
        by_stage = {
            Stage.WAKE_WORD: (word.languages for word in self.wake_words()),
            Stage.SPEECH_TO_TEXT: (model.languages for program in self._info.asr for model in program.models),
            Stage.TEXT_TO_SPEECH: (voice.languages for voice in self._all_voices()),
        }
        return tuple(sorted({language for languages in by_stage.get(stage, ()) for language in languages}))

    def _all_voices(self) -> tuple[VoiceInfo, ...]:
        return tuple(
            VoiceInfo(
                name=voice.name,
                description=voice.description or voice.name,
                languages=tuple(voice.languages),
                speakers=tuple(speaker.name for speaker in voice.speakers or ()),
            )
            for program in self._info.tts
            for voice in program.voices
        )

    def _client(self) -> HostClient:
        if self._process is None or not self._available:
            raise HostUnavailableError("There is no voice host now")
        return self._process.client

    async def _launch(self) -> HostReport:
        arguments = ("--models", str(self._models))
        command = HostCommand(python=self._environment.python, root=self._root, arguments=arguments)
        self._process = process = HostProcess(self._hass, command)
        try:
            fingerprint = await self._remembered.fingerprint()
            report = await process.start()
            self._info = await process.client.describe()
            await self._teach(process.client)
        except BaseException:
            await self._end_process()
            raise
        self.report = report
        self._available = True
        LOGGER.info("The voice host answers: process %d, network closed: %s", report.pid, report.enforced)
        self._notify()
        await self._remembered.remember(self._info, fingerprint)
        return report

    async def _teach(self, client: HostClient) -> None:
        """Give a new host the home's sentences before anybody can speak to it."""
        taught: HomeGrammar | None = None
        while (home := self._home) is not taught and home is not None:  # it may change during a lesson
            taught = home
            try:
                self.grammar_built = await client.set_home(home)
            except HostUnavailableError:
                raise
            except HostError as err:
                # A host that cannot hear commands can still wake and speak: better than none.
                LOGGER.warning("The voice host did not take the home's sentences: %s", err)

    async def _end_process(self) -> None:
        was_available, self._available = self._available, False
        if was_available:
            self._notify()
        if self._process is not None:
            # Forgotten only when it is gone: a stop that was cancelled half-way is done again by the next one.
            await self._process.stop()
            self._process = None

    @callback
    def _begin_keeping(self, work: Coroutine[Any, Any, None]) -> None:
        self._keeper = self._hass.async_create_background_task(work, "earshot voice host keeper")

    async def _launch_and_keep(self) -> None:
        await self._try_to_launch()
        await self._keep()

    async def _try_to_launch(self) -> None:
        try:
            await self._launch()
        except HostError as err:
            LOGGER.warning("The voice host did not start: %s", err.placeholders.get("reason") or err)

    async def _keep(self) -> None:
        """Replace the host whenever it ends or hangs."""
        while True:
            if self._process is not None:
                await self._watch(self._process)
                await self._end_process()
            self._wake_up.clear()
            delay = self._backoff.failed()
            self._notify()
            LOGGER.warning("The voice host is started again in %.1f s", delay)
            await self._pause(delay)
            await self._try_to_launch()

    async def _pause(self, delay: float) -> None:
        try:
            async with asyncio.timeout(delay):
                await self._wake_up.wait()
        except TimeoutError:
            return

    async def _watch(self, process: HostProcess) -> None:
        """Return when the host has ended or does not answer any more."""
        ended = self._hass.async_create_background_task(process.wait(), "earshot voice host wait")
        missed = 0
        try:
            while missed < MISSED_ANSWERS:
                await asyncio.wait({ended}, timeout=HEALTH_SECONDS)
                if ended.done():
                    LOGGER.warning("The voice host ended with status %d", ended.result())
                    return
                missed = 0 if await self._is_well(process.client) else missed + 1
            LOGGER.warning("The voice host does not answer")
        finally:
            ended.cancel()

    async def _is_well(self, client: HostClient) -> bool:
        try:
            report = await client.report()
        except HostError:
            return False
        if self._backoff.failures or report != self.report:
            self._backoff.succeeded()
            self.report = report
            self._notify()
        return True

    @callback
    def _notify(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()
