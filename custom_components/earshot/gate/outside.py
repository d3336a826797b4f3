"""Finds what goes past the gate, by what Home Assistant tells everybody, and enters it as outside Earshot.

What tells of itself: states of satellites, agents and recognizers, the chat log, the event of a capture. Home Assistant
tells it in the task where it happens, so that task, and the run that it belongs to, are known from then on. What does
not tell of itself stands in the list of the latest runs, which is looked through at each of these signs and now
and then. Ten runs of each pipeline are in it, and nothing of `/api/stt` and of words without a pipeline.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
import logging
from typing import Any, Final

from homeassistant.components.assist_pipeline.const import EVENT_RECORDING
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.conversation.chat_log import async_subscribe_chat_logs, current_chat_log
from homeassistant.components.conversation.const import ChatLogEventType
from homeassistant.components.conversation.trace import ConversationTrace, async_get_traces
from homeassistant.components.http.const import KEY_HASS_USER
from homeassistant.const import Platform
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, State, callback
from homeassistant.helpers import chat_session
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.helpers.event import TrackStates, async_track_state_change_filtered
from homeassistant.helpers.http import current_request
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from ..const import LATE_ERROR_PATIENCE, OUTSIDE_POLL, RUN_POLL
from ..ledger.record import Record
from ..models import Outcome
from .captures import Capture, captured_satellites, captures_now, overheard
from .deeds import Watched
from .gate import SIGNAL_FINISHED, UNLOADED, Gate
from .outcome import Ending
from .passed import Passed, PassedRun, PassedSpeech, PassedWords, records_of
from .runs import current_satellite, runs_but, unremembered_run
from .storage import Storage
from .told import Describe, count_words, is_own

LOGGER = logging.getLogger(__name__)

_TELLING: Final = {
    Platform.ASSIST_SATELLITE,
    Platform.CONVERSATION,
    Platform.STT,
    Platform.TTS,
    Platform.WAKE_WORD,
}
"""Entities whose states change when somebody speaks to them, or through them."""

_JUST_NOW_SECONDS: Final = 1.0
"""How old the time in an entity's state may be that says when it was asked last. It is written in the same moment; an
older one is a state that came back."""


@dataclass(slots=True)
class _Memory:
    """What must outlive a reload of Earshot, so that nothing is entered twice or lost in between."""

    known: set[str] = field(default_factory=set)
    """Runs that have been looked at, as long as Home Assistant remembers them."""
    passing: list[Passed] = field(default_factory=list)
    captures: dict[str, Capture] = field(default_factory=dict)


_MEMORY: HassKey[_Memory] = HassKey("earshot_outside")


class Outside:
    """Watches, from `start` to `stop`."""

    def __init__(self, hass: HomeAssistant, storage: Storage, gate: Gate, describe: Describe) -> None:
        self._hass = hass
        self._storage = storage
        self._gate = gate
        self._describe = describe
        self._memory = _Memory()
        self._sign = asyncio.Event()
        self._entering = asyncio.Lock()
        self._forget: list[Callable[[], None]] = []
        self._watching: asyncio.Task[None] | None = None

    @callback
    def start(self) -> None:
        """Begin to watch. What was over before anybody watched is left alone."""
        if (memory := self._hass.data.get(_MEMORY)) is None:
            memory = self._hass.data[_MEMORY] = _Memory()
            memory.known = {run.run_id for run in runs_but(self._hass, ()) if run.over}
        self._memory = memory
        for passed in memory.passing:
            passed.watched = None  # nobody watched meanwhile, so nobody can say what was not done
        states = async_track_state_change_filtered(
            self._hass, TrackStates(all_states=False, entities=set(), domains=set(_TELLING)), self._on_state
        )
        self._forget = [
            states.async_remove,
            async_subscribe_chat_logs(self._hass, self._on_chat),
            self._hass.bus.async_listen(EVENT_RECORDING, self._on_capture),
        ]
        self._watching = self._hass.async_create_background_task(self._watch(), "earshot watches what goes past")

    async def stop(self) -> None:
        """Watch no more. What goes past now is taken up again after a reload, and entered when Home Assistant ends."""
        while self._forget:
            self._forget.pop()()
        if self._watching is None:
            return
        async with self._entering:  # broken off in the middle, it would be lost, or entered again
            self._watching.cancel()
        await asyncio.wait({self._watching})
        self._watching = None
        with self._undisturbed():
            self._look()
        self._note_utterances()
        if self._hass.is_stopping:
            await self._break_off()

    @property
    def captures(self) -> tuple[Capture, ...]:
        """The captures of microphones that go on, as far as they were entered."""
        return tuple(self._memory.captures.values())

    @property
    def direct(self) -> tuple[PassedSpeech, ...]:
        """Sound that is being sent straight to a recognizer."""
        passing = (passed for passed in self._memory.passing if isinstance(passed, PassedSpeech))
        return tuple(passed for passed in passing if not passed.over(self._hass))

    async def settle(self) -> None:
        """Look now, and return when everything that is over has been entered."""
        self._look()
        async with self._entering:
            await self._enter()

    async def _watch(self) -> None:
        while True:
            self._sign.clear()
            with self._undisturbed():
                await self.settle()
            busy = self._memory.captures or any(passed.ends_silently for passed in self._memory.passing)
            with suppress(TimeoutError):
                async with asyncio.timeout(RUN_POLL if busy else OUTSIDE_POLL):
                    await self._sign.wait()

    @contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """Let no mistake of Earshot's disturb what it only watches, nor end the watching."""
        try:
            yield
        except Exception as err:  # noqa: BLE001 - Home Assistant would let a conversation fail with it
            LOGGER.error("What goes past could not be followed: %s", type(err).__name__)  # noqa: TRY400 - its text may be words

    @callback
    def _on_state(self, event: Event[EventStateChangedData]) -> None:
        """Hear of an engine or a satellite that does something, or comes or goes."""
        with self._undisturbed():
            self._look()
            if self._note_task() is None:
                self._look_for_mine()
            new, old = event.data["new_state"], event.data["old_state"]
            if new is not None and old is not None and not is_own(self._hass, new.entity_id) and _asked_just_now(new):
                self._note_asked(new)
        self._sign.set()

    @callback
    def _note_asked(self, engine: State) -> None:
        if engine.domain == Platform.STT:
            self._on_speech(engine)
        elif engine.domain == Platform.CONVERSATION:
            self._on_words(engine)

    @callback
    def _on_speech(self, recognizer: State) -> None:
        """Sound came without a pipeline: in a run this state does not change."""
        request = current_request.get()
        user = request.get(KEY_HASS_USER) if request is not None else None
        task = asyncio.current_task()
        self._pass(PassedSpeech(recognizer.entity_id, user.id if user else None, task))

    @callback
    def _on_words(self, agent: State) -> None:
        """Words came. If a chat log is open already, it is a run's, or that of an agent that asks another one."""
        if current_chat_log.get() is not None:
            return
        words = PassedWords(agent.entity_id, agent.context, asyncio.current_task(), _trace_of(agent.entity_id))
        self._pass(words)
        if not words.by_action:  # an automation does more under its mark than what these words make an agent do
            self._watch_deeds(words, agent.context.id)

    @callback
    def _on_chat(self, _conversation_id: str, kind: ChatLogEventType, data: dict[str, Any]) -> None:
        """Hear of the words of a run as they come. Home Assistant calls this in the middle of its conversation."""
        with self._undisturbed():
            self._look()
            run, content = self._note_task(), data.get("content")
            if kind is ChatLogEventType.CONTENT_ADDED and run is not None and isinstance(content, dict):
                self._note_words(run, content)
        self._sign.set()

    @callback
    def _note_words(self, run: PassedRun, content: dict[str, Any]) -> None:
        """Count them: the events of the run may not be written down any more."""
        if content["role"] == "user":
            run.words, run.told_at = count_words(content["content"]), dt_util.utcnow()
            if run.goes_past(self._hass):
                self._watch_deeds(run, run.run.context_id)
        elif run.words is not None:
            run.agent, run.told_at = content.get("agent_id"), dt_util.utcnow()

    @callback
    def _on_capture(self, _event: Event) -> None:
        with self._undisturbed():
            self._look()
        self._sign.set()

    @callback
    def _pass(self, passed: Passed) -> None:
        self._memory.passing.append(passed)
        self._wake_after(passed.task)

    @callback
    def _watch_deeds(self, passed: Passed, mark: str | None) -> None:
        """Watch what is done to the home under a mark that nothing but this bears."""
        if mark is not None and passed.watched is None:
            passed.watched = Watched(self._hass, passed.utterance_id)
            self._gate.deeds.mark(passed.watched, mark)

    @callback
    def _wake_after(self, task: asyncio.Task[Any] | None) -> None:
        if task is not None:
            task.add_done_callback(lambda _: self._sign.set())

    @callback
    def _look(self) -> None:
        """Find runs that were not there before, and those whose microphone is being captured."""
        memory = self._memory
        for run in runs_but(self._hass, memory.known):
            memory.known.add(run.run_id)
            memory.passing.append(PassedRun(run))
        if captured := captured_satellites(self._hass):
            for passed in memory.passing:
                if isinstance(passed, PassedRun) and passed.run.satellite_id in captured and not passed.run.over:
                    passed.captured = True
        remembered = self._hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.values()
        memory.known.intersection_update(run_id for runs in remembered for run_id in runs)

    @callback
    def _note_utterances(self) -> None:
        """Remember which utterances of the gate's go on or are not told of yet: the gate of the next Earshot is new."""
        for passed in self._memory.passing:
            if isinstance(passed, PassedRun) and (known := self._gate.remembered.of_run(passed.run.run_id)) is not None:
                passed.entered_as = known

    @callback
    def _note_task(self) -> PassedRun | None:
        """Return the run that this task is, and remember the task."""
        session = chat_session.current_session.get()
        if session is None:
            return None
        runs = (passed for passed in self._memory.passing if isinstance(passed, PassedRun) and not passed.run.over)
        mine = [passed for passed in runs if passed.run.conversation_id == session.conversation_id]
        newest = max(mine, key=lambda passed: passed.run.run_id, default=None)
        if newest is not None and newest.task is None:
            newest.task = asyncio.current_task()
            self._wake_after(newest.task)
        return newest

    @callback
    def _look_for_mine(self) -> None:
        """Find the run of a satellite that this task is, where it is in no list."""
        session, satellite_id = chat_session.current_session.get(), current_satellite(None)
        if session is None or satellite_id is None:
            return
        run = unremembered_run(self._hass, satellite_id, session.conversation_id)
        passing = {passed.run.run_id for passed in self._memory.passing if isinstance(passed, PassedRun)}
        if run is not None and run.run_id not in passing:
            passed = PassedRun(run)
            passed.task = asyncio.current_task()
            self._pass(passed)

    async def _enter(self) -> None:
        """Enter what is over, and captures as soon as they are there."""
        await self._enter_captures()
        over = [passed for passed in self._memory.passing if passed.over(self._hass) and not self._in_flight(passed)]
        if over:
            await asyncio.sleep(LATE_ERROR_PATIENCE)
        for passed in over:
            self._memory.passing.remove(passed)
            with self._undisturbed():
                await self._tell(passed)

    def _in_flight(self, passed: Passed) -> bool:
        """Return whether the gate has not ended its part of a run yet."""
        return isinstance(passed, PassedRun) and self._gate.in_flight_of(passed.run.run_id)

    async def _tell(self, passed: Passed, ending: Ending | None = None) -> None:
        if isinstance(passed, PassedRun) and (known := self._utterance_of(passed)) is not None:
            if passed.captured:
                await self._write(known, [overheard(known)])
            self._drop_deeds(passed)
            return
        story = passed.story(self._hass, self._describe)
        if story is None:
            self._drop_deeds(passed)
            return
        user = await self._hass.auth.async_get_user(passed.user_id) if passed.user_id else None
        acted = passed.watched.take_news(last=True) if passed.watched else None
        records = records_of(passed.utterance_id, story, user, acted, ending)
        if isinstance(passed, PassedRun):
            self._gate.remembered.add(passed.utterance_id, passed.run)
            records += [overheard(passed.utterance_id)] if passed.captured else []
        if await self._write(passed.utterance_id, records) and passed.watched and not self._hass.is_stopping:
            self._gate.deeds.outlive(passed.watched)
        else:
            self._drop_deeds(passed)

    @callback
    def _utterance_of(self, passed: PassedRun) -> str | None:
        """Return the utterance that the gate has entered a run as; None if it went past the gate."""
        return self._gate.remembered.of_run(passed.run.run_id) or passed.entered_as

    @callback
    def _drop_deeds(self, passed: Passed) -> None:
        if passed.watched is not None:
            self._gate.deeds.drop(passed.watched)

    async def _enter_captures(self) -> None:
        now, known = captures_now(self._hass), self._memory.captures
        for queue_id in known.keys() - now.keys():
            capture = known.pop(queue_id)
            await self._write(capture.utterance_id, [capture.closed()])
        for queue_id in now.keys() - known.keys():
            if await self._storage.write(now[queue_id].opened()):
                known[queue_id] = now[queue_id]

    async def _break_off(self) -> None:
        """Enter what is going past as broken off. Home Assistant ends, and nobody will see how it goes on."""
        for passed in self._memory.passing:
            await self._tell(passed, Ending(Outcome.CANCELLED, UNLOADED))
        for capture in self._memory.captures.values():
            await self._storage.write([capture.closed()])
        self._memory.passing.clear()
        self._memory.captures.clear()

    async def _write(self, utterance_id: str, records: list[Record]) -> bool:
        written = await self._storage.write(records)
        if written:
            async_dispatcher_send(self._hass, SIGNAL_FINISHED, utterance_id)
        return written


def _trace_of(agent: str) -> ConversationTrace | None:
    """Return Home Assistant's trace of what an agent is asked in this moment; None if it was asked in another way."""
    newest = next(reversed(async_get_traces()), None)
    if newest is None:
        return None
    told = newest.as_dict()
    asked = (told["events"][0]["data"] or {}).get("agent_id") if told["events"] else None
    return newest if asked == agent and not told["result"] else None


def _asked_just_now(state: State) -> bool:
    """Return whether the time that is an agent's or a recognizer's state is now: somebody has just asked it."""
    at = dt_util.parse_datetime(state.state)
    return at is not None and abs((state.last_updated - at).total_seconds()) < _JUST_NOW_SECONDS
