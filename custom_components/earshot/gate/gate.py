"""The gate: opens an utterance at its first stage, follows its run, and closes it with the truth."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import replace
import logging
from typing import Final

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.conversation import ConversationInput
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.signal_type import SignalType

from ..const import FINISH_PATIENCE, LATE_ERROR_PATIENCE, RUN_POLL
from ..ledger.circumstances import Announced
from ..models import Outcome, Received, Satellite, Stage
from .changes import tell_listening
from .deeds import Deeds
from .donor import Donor, Nobody
from .engine import Engine, asking_action
from .entries import ACTION, TYPED, Beginning, StageDone
from .flight import OK, Flight, current_flight
from .microphones import Microphones
from .outcome import Ending, conclude, conclude_words
from .prompts import ASK_QUESTION, Prompts
from .reloading import until_loaded_anew
from .runs import current_run
from .said import Remembered
from .settings import PrivacySettings
from .storage import Storage
from .streamed import Streamed
from .told import PIPELINE, Describe, done, is_own, known_id, stages_told
from .wake_ups import DUPLICATE, SATELLITE, WakeUps, phrase_of_satellite

LOGGER = logging.getLogger(__name__)

SIGNAL_FINISHED: Final = SignalType[str]("earshot_utterance_finished")
"""Sent with the id of each utterance whose last entry has been written. Stays within the process: no event."""

UNLOADED: Final = "unloaded"
"""Code of an utterance that was broken off because Earshot was stopped."""
UNSPOKEN: Final = "not_spoken"
"""Code of an answer that was asked for, and whose sound was never fetched from the voice."""

BY_ACTION: Final = "Automation or script"
"""What stands in the place of a satellite for words that an action handed over."""


class Gate:
    """All utterances in flight."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry,
        storage: Storage,
        settings: PrivacySettings,
        describe: Describe,
    ) -> None:
        self._hass = hass
        self._entry = entry
        self._storage = storage
        self._settings = settings
        self._describe = describe
        self.microphones: Final = Microphones()
        self.microphones.add_listener(lambda: tell_listening(hass))
        self.deeds: Final = Deeds(hass, entry, storage.write)
        self.streamed: Final = Streamed(hass, entry, storage.write)
        self._prompts = Prompts(hass)
        self._wake_ups = WakeUps(hass)
        self.remembered: Final = Remembered()
        self.donor: Donor = Nobody()
        """Who is handed what could be given away."""
        self.on_discreet: Callable[[str], None] = lambda _: None
        """Told of each utterance off the record when it is over."""
        self.on_respoken: Callable[[str], None] = lambda _: None
        """Told of each utterance that was answered by another voice when it is over."""
        """Utterances that are over, so that their traces can be found."""
        self._flights: dict[Flight, asyncio.Task[None]] = {}
        settings.add_listener(self._bring_under_settings)

    @property
    def in_flight(self) -> frozenset[str]:
        """Ids of the utterances that are not over."""
        return frozenset(flight.utterance_id for flight in self._flights)

    @callback
    def hears(self, entity_id: str) -> bool:
        """Whether the gate gets sound of this satellite now, or will in a moment: its wake word was just heard."""
        return self.microphones.open(entity_id) or any(
            flight.satellite.entity_id == entity_id and not flight.over and _awaits_speech(flight)
            for flight in self._flights
        )

    @callback
    def hearing(self, run_id: str) -> Engine | None:
        """Give the engine that gets the sound of a run's command in this moment."""
        flights = (flight for flight in self._flights if flight.run is not None and flight.run.run_id == run_id)
        return next((flight.hearing for flight in flights), None)

    @callback
    def listen(self, assistant: str) -> Flight:
        """Begin to listen for a wake word: an utterance only when `woke` says so, and forgotten otherwise."""
        flight = self._flight(Beginning(at=dt_util.utcnow(), assistant=assistant), Stage.WAKE_WORD)
        current_flight.set(flight)
        return flight

    def until_loaded_anew(self) -> AbstractAsyncContextManager[None]:
        """Break off what is done within, without a word, when Earshot was reloaded meanwhile."""
        return until_loaded_anew(self._hass, self._entry)

    @callback
    def woke(self, flight: Flight, phrase: str) -> None:
        """Open the utterance that a wake word began."""
        flight.woke(phrase)
        self._follow(flight)

    @callback
    def take(self, assistant: str) -> Flight:
        """Give the utterance that speech-to-text is about to hear: the one that woke it, or a new one."""
        flight = current_flight.get()
        if flight in self._flights and flight.task is asyncio.current_task() and _awaits_speech(flight):
            return flight
        flight = self._flight(Beginning(at=dt_util.utcnow(), assistant=assistant), Stage.SPEECH_TO_TEXT)
        phrase = phrase_of_satellite(self._hass, flight.run)
        flight.beginning = replace(
            flight.beginning,
            wake_word=phrase,
            woken_by=SATELLITE if phrase else None,
            prompted=self._prompts.take(flight.satellite.entity_id, woken=phrase is not None),
        )
        current_flight.set(flight)
        self._follow(flight)
        return flight

    @contextmanager
    def given(self, assistant: str, said: ConversationInput) -> Iterator[None]:
        """Make an utterance of words that nobody said aloud to the gate, for as long as the agent is asked."""
        if self._current() is not None:
            yield
            return
        context = said.context
        by_person = context.user_id is not None and context.parent_id is None
        run = current_run(self._hass, Stage.CONVERSATION)
        typed = by_person or run is not None
        beginning = Beginning(
            at=dt_util.utcnow(),
            assistant=assistant,
            given=TYPED if typed else ACTION,
            by=None if typed else Satellite(label=BY_ACTION),
        )
        if (
            run is not None and run.event(PipelineEventType.STT_START) is not None
        ):  # spoken, and heard by another engine
            beginning = replace(beginning, given=None, outside=PIPELINE)
        flight = self._flight(beginning, Stage.CONVERSATION)
        flight.user_id = context.user_id
        token = current_flight.set(flight)
        self._follow(flight)
        try:
            yield
        finally:
            # Words that waited for this yes have taken its place.
            for one in (flight, current_flight.get()):
                if one is not None:
                    one.let_go.set()
            if run is None:  # the task may go on to other things; that of a run does not
                current_flight.reset(token)

    @callback
    def asked(self) -> Flight | None:
        """Give the utterance whose words the agent is about to get; None for words that nobody said aloud."""
        if (flight := self._current()) is None:
            return None
        flight.asked_agent = True
        self._enter_others(flight)
        return flight

    @callback
    def go_on(self, flight: Flight, stage: Stage) -> None:
        """Let an utterance that waited for a yes go on in this task, whose run is at `stage`."""
        answer = current_flight.get()
        flight.let_go.clear()
        flight.go_on(answer.run if answer else current_run(self._hass, stage))
        current_flight.set(flight)

    @callback
    def spoken_for(self, text: str) -> Flight | None:
        """Give the utterance that `text`, the beginning of what is to be said, answers; None for an announcement.

        An automation that an utterance set off inherits its context and may speak too, hence the look at the text.
        """
        flight = current_flight.get()
        if flight not in self._flights or flight.speaking is not None or not _answers(flight, text):
            return None
        flight.speaking = asyncio.current_task()
        self._enter_others(flight)
        return flight

    @callback
    def in_flight_of(self, run_id: str) -> bool:
        """Return whether a run is an utterance that is not over."""
        return any(flight.run is not None and flight.run.run_id == run_id for flight in self._flights)

    @callback
    def announced(self, done: StageDone) -> None:
        """Enter that a voice got words which answer nobody."""
        said = done.processed("")
        record = Announced(
            at=said.at,
            ear=said.ear,
            took_ms=said.took_ms,
            integration=said.integration,
            version=said.version,
            status=said.status,
        )
        self._entry.async_create_task(self._hass, self._storage.write([record]), "earshot announcement")

    async def written(self) -> None:
        """Return when everything that was handed over so far is on disk, or when the disk has had its time."""
        await asyncio.gather(*(flight.written() for flight in self._flights))

    async def close(self) -> None:
        """Break off what is in flight, and say so."""
        self._prompts.stop()
        followers = dict(self._flights)
        for follower in followers.values():
            follower.cancel()
        await asyncio.gather(*followers.values(), return_exceptions=True)
        for flight in followers:
            cancelled = Ending(Outcome.CANCELLED, UNLOADED)
            await self._close(flight, Ending(Outcome.BLOCKED) if flight.barred else cancelled)
        await self.deeds.close()
        await self.streamed.close()

    def _flight(self, beginning: Beginning, stage: Stage) -> Flight:
        run = current_run(self._hass, stage)
        flight = Flight(self._hass, self._storage, self._settings, beginning=beginning, run=run)
        flight.give_to(self.donor)
        return flight

    @callback
    def _current(self) -> Flight | None:
        """Give the utterance of this task, if it is not over."""
        flight = current_flight.get()
        return flight if flight in self._flights and flight.task is asyncio.current_task() else None

    @callback
    def _bring_under_settings(self) -> None:
        for flight in self._flights:
            flight.bring_under_settings()

    @callback
    def _follow(self, flight: Flight) -> None:
        flight.begin()
        self._wake_ups.opened(flight)
        if flight.run is not None:
            self.deeds.mark(flight.deeds, flight.run.context_id)
        self._flights[flight] = self._entry.async_create_background_task(
            self._hass, self._until_over(flight), f"earshot utterance {flight.utterance_id}"
        )
        tell_listening(self._hass)

    async def _until_over(self, flight: Flight) -> None:
        await _run_over(flight)
        while flight.question is not None and await flight.question:
            await _run_over(flight)
        if flight.cancelled:
            await asyncio.sleep(LATE_ERROR_PATIENCE)
        elif flight.speaking is not None:
            await asyncio.wait({flight.speaking}, timeout=FINISH_PATIENCE)
        await self._close(flight, self._ending(flight))

    async def _close(self, flight: Flight, ending: Ending) -> None:
        if flight.over:
            return
        if flight.run is not None:
            self.remembered.add(flight.utterance_id, flight.run)
        await self._tell_others(flight, ending)
        await flight.finish(ending.outcome, ending.code)
        self._flights.pop(flight, None)
        if flight.entered:
            self.deeds.outlive(flight.deeds)
        else:
            self.deeds.drop(flight.deeds)
        if flight.discreet:
            self.on_discreet(flight.utterance_id)
        elif flight.respoken:
            self.on_respoken(flight.utterance_id)
        async_dispatcher_send(self._hass, SIGNAL_FINISHED, flight.utterance_id)
        tell_listening(self._hass)

    async def _tell_others(self, flight: Flight, ending: Ending) -> None:
        """Enter for each of two satellites that heard the same wake word that the other one did, too."""
        if ending.code == DUPLICATE:
            if records := self._wake_ups.lose(flight):
                await self._storage.write(records)
            return
        for records in self._wake_ups.unseen(flight):
            await self._storage.write(records)

    @callback
    def _ending(self, flight: Flight) -> Ending:
        self._enter_others(flight, to_the_end=True)
        if flight.barred:
            return Ending(Outcome.BLOCKED)
        if flight.beginning.prompted == ASK_QUESTION:
            _enter_asker(flight)
        run = flight.run
        error = ((run.event(PipelineEventType.ERROR) or {}).get("code")) if run else None
        if error is None and flight.speaking is not None and not flight.took(Stage.TEXT_TO_SPEECH):
            error = UNSPOKEN
        cancelled = flight.cancelled or (flight.task is not None and flight.task.done() and flight.task.cancelled())
        if flight.beginning.given:
            return conclude_words(flight.stages, error, cancelled=cancelled)
        return conclude(
            flight.stages,
            cancelled=cancelled,
            error=error,
            spoken_to=run is not None and run.event(PipelineEventType.STT_VAD_START) is not None,
        )

    @callback
    def _enter_others(self, flight: Flight, *, to_the_end: bool = False) -> None:
        """Enter who had a part in the run without the gate: a sentence trigger, or another engine of its pipeline."""
        if (run := flight.run) is None:
            return
        for told in stages_told(run.events):
            if flight.took(told.stage) or not (told.ended or to_the_end) or is_own(self._hass, told.engine_id):
                continue
            if told.stage is Stage.CONVERSATION and flight.asked_agent:  # the gate knows better what came of it
                continue
            # A sentence trigger's automation acts under a mark of its own.
            flight.deeds.unmarked = flight.deeds.unmarked or told.stage is Stage.CONVERSATION
            flight.stages.append(done(told, self._describe(told.stage, known_id(self._hass, told, run.pipeline_id))))


async def _run_over(flight: Flight) -> None:
    if flight.run is None and flight.beginning.given:
        await flight.let_go.wait()
        return
    while flight.task is not None and not flight.task.done() and not (flight.run and flight.run.over):
        await asyncio.wait({flight.task}, timeout=RUN_POLL)


def _enter_asker(flight: Flight) -> None:
    """Enter that the words went to the action that asked, instead of to an agent."""
    if flight.heard_words and not flight.took(Stage.CONVERSATION):
        flight.deeds.unmarked = True  # what it does with them bears the mark of whoever called it
        got = Received(words=len(flight.heard_words.split()))
        flight.stages.append(StageDone(engine=asking_action(), at=dt_util.utcnow(), got=got, took_ms=0, status=OK))


def _awaits_speech(flight: Flight) -> bool:
    return not flight.took(Stage.SPEECH_TO_TEXT) and not (flight.run and flight.run.over)


def _answers(flight: Flight, text: str) -> bool:
    if flight.answer is not None:
        return flight.answer.startswith(text)
    if flight.run is None:
        return False
    if (end := flight.run.event(PipelineEventType.INTENT_END)) is not None:
        speech = end["intent_output"]["response"]["speech"]
        return bool(speech.get("plain", {}).get("speech", "").startswith(text))
    progress = flight.run.event(PipelineEventType.INTENT_PROGRESS)
    return progress is not None and progress.get("tts_start_streaming", False)
