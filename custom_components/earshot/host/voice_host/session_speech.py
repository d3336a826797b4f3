"""Recognising one utterance on one connection: `transcribe`, sound, and one `transcript`."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
import logging
from typing import Any

from wyoming.asr import Transcript
from wyoming.event import Event

from .contract import (
    CONTEXT_ENGINE,
    CONTEXT_SCORE,
    CONTEXT_VERDICT,
    CONTEXT_WORD_TIMES,
    ERROR_ENGINE,
    ERROR_NOT_READY,
    ERROR_TOO_LARGE,
    MAX_UTTERANCE_SECONDS,
    RATE,
    WIDTH,
)
from .engines.interface import Heard, SpeechEngine, SpeechStream
from .faults import RefusedError, describe_fault, error_event
from .limits import FEED_BYTES, MAX_BACKLOG_BYTES
from .workers import Workers, run_in

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How one utterance is to be heard."""

    language: str
    speaker: str
    times: bool = False
    """Whether to tell when each word was said."""


class SpeechSession:
    """One utterance. The recogniser works in a thread while more sound comes in."""

    def __init__(
        self,
        engine: SpeechEngine,
        workers: Workers,
        send: Callable[[Event], Awaitable[None]],
        asked: Asked,
    ) -> None:
        self._engine = engine
        self._pool = workers.hearing
        self._send = send
        self._asked = asked
        self._waiting = bytearray()
        self._taken = 0
        self._changed = asyncio.Event()
        self._room = asyncio.Event()
        self._ended = False
        self._closed = False
        self._task: asyncio.Task[None] | None = None

    @property
    def open(self) -> bool:
        """Whether it takes sound."""
        return not self._ended

    @property
    def at_work(self) -> bool:
        """Whether something is still to come from it."""
        return not self._closed and (self._task is None or not self._task.done())

    async def begin(self) -> None:
        """Start the recogniser, once."""
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    async def hear(self, pcm: bytes, _timestamp: int | None) -> None:
        """Take sound; waits where the recogniser is seconds behind. Raises RefusedError for too long an utterance."""
        self._taken += len(pcm)
        if self._taken > MAX_UTTERANCE_SECONDS * RATE * WIDTH:
            raise RefusedError(f"An utterance is longer than {MAX_UTTERANCE_SECONDS} s.", code=ERROR_TOO_LARGE)
        self._waiting += pcm
        self._changed.set()
        while len(self._waiting) > MAX_BACKLOG_BYTES and self.at_work:
            self._room.clear()
            await self._room.wait()

    async def end(self) -> None:
        """The sound is complete: let the recogniser decide."""
        await self.begin()
        self._ended = True
        self._changed.set()

    def close(self) -> None:
        """Nobody waits any more. The thread ends at the next piece of sound; it cannot be interrupted in one."""
        self._ended = self._closed = True
        self._changed.set()
        self._room.set()

    async def _run(self) -> None:
        try:
            answer = self._transcript(await self._recognise())
        except RefusedError as refused:
            answer = error_event(refused)
        except Exception as fault:  # noqa: BLE001 - whatever a recogniser raises, its connection is told and the host goes on
            level = logging.DEBUG if self._closed else logging.ERROR
            LOGGER.log(level, "Speech-to-text failed: %s", describe_fault(fault))
            answer = error_event(RefusedError("Speech-to-text failed.", code=ERROR_ENGINE))
        finally:
            self._waiting.clear()
            self._ended = True
            self._room.set()
        if answer is not None and not self._closed:
            try:
                await self._send(answer)
            except ConnectionError:
                LOGGER.debug("Nobody waited for a transcript")

    async def _recognise(self) -> Heard | None:
        """Feed until the end. None: nobody waits any more."""
        asked = self._asked
        try:
            start = partial(self._engine.start, language=asked.language, speaker=asked.speaker, times=asked.times)
            stream = await run_in(self._pool, start)
        except LookupError as fault:
            LOGGER.warning("Speech-to-text has nothing to work with: %s", describe_fault(fault))
            raise RefusedError("Speech-to-text has nothing to work with yet.", code=ERROR_NOT_READY) from None
        try:
            while await self._feed(stream):
                pass
            return None if self._closed else await run_in(self._pool, stream.finish)
        finally:
            await run_in(self._pool, stream.cancel)

    async def _feed(self, stream: SpeechStream) -> bool:
        """Hand over what has come, in one piece. Returns whether more will come."""
        while len(self._waiting) < FEED_BYTES and not self._ended:
            self._changed.clear()
            await self._changed.wait()
        if self._closed:
            return False
        pcm = bytes(self._waiting)
        self._waiting.clear()
        self._room.set()
        if pcm:
            await run_in(self._pool, partial(stream.feed, pcm))
        return not self._ended or bool(self._waiting)

    def _transcript(self, heard: Heard | None) -> Event | None:
        if heard is None:
            return None
        context: dict[str, Any] = {CONTEXT_ENGINE: heard.engine, CONTEXT_VERDICT: heard.verdict}
        if heard.score is not None:
            context[CONTEXT_SCORE] = heard.score
        if self._asked.times and heard.times is not None:
            context[CONTEXT_WORD_TIMES] = heard.times
        return Transcript(text=heard.text, language=self._asked.language, context=context).event()
