"""Whether sound may be handed to a recognizer: what a rule refuses, what waits for a yes, and how the yes is heard."""

from collections.abc import AsyncGenerator, AsyncIterable
from dataclasses import dataclass, replace
from typing import Final

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.stt import SpeechMetadata, SpeechResult, SpeechResultState
from homeassistant.util import language as language_util

from ..errors import HostError
from ..models import ContentKind, Stage
from ..policy.decide import Decision, Verdict
from .door import Door
from .engine import Engine
from .flight import REJECTED, Flight
from .gate import Gate
from .inner.interface import SpeechAbilities, SpeechEngine, Transcript
from .inner.own import OwnSpeech
from .own_sentences import OwnSentences
from .phrases import Phrase, phrase, says_yes
from .questions import NO, SILENCE, Question, Questions
from .rehearing import Rehearing
from .sound import BYTES_PER_SECOND, LONGEST_KEPT_SECONDS, SoundMeter, bytes_per_second

UNHEARD: Final = "…"
"""What Assist gets for words where a rule kept the sound from the recognizer, so that the run goes on to the gate's
agent, which says why. It is no sentence of anybody's, and screens show it as what it is."""

_NOTHING: Final = SpeechResult(None, SpeechResultState.SUCCESS)
"""Assist calls it "no text recognized"."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Sound on its way to a recognizer."""

    flight: Flight
    engine: SpeechEngine
    described: Engine
    metadata: SpeechMetadata
    stream: AsyncIterable[bytes]
    again: bool = False
    """Whether the microphone has been counted already."""


class Hearing:
    """Stands before the recognizers."""

    def __init__(
        self, gate: Gate, door: Door, questions: Questions, own_sentences: OwnSentences, own: OwnSpeech
    ) -> None:
        self._gate = gate
        self._door = door
        self._questions = questions
        self._own_sentences = own_sentences
        self._own = own

    async def hear(self, heard: Listening) -> SpeechResult:
        """Return the words that a recognizer made of the sound; or, where it may not have it, what stands for them.

        Raises what the engine raises; a voice host that failed is an error as a result.
        """
        decision = self._door.consult(heard.flight, heard.described, heard.engine.engine_id)
        if decision.verdict is Verdict.ASK and self._can_ask(heard):
            return await (self._answer(heard) if self._answers(heard.flight) else self._ask(heard, decision))
        if decision.verdict >= Verdict.ASK:
            return await self._refuse(heard, decision)
        if not self._answers(heard.flight):
            return await self._transcribe(heard)
        result = await self._transcribe(replace(heard, engine=heard.engine.for_answer()))
        return result if result.text else self._unanswered(heard, result)

    async def _refuse(self, heard: Listening, decision: Decision) -> SpeechResult:
        """Let the sound go by unheard, and have it said why."""
        said = self._door.refuse(heard.flight, heard.described, decision)
        why = Phrase.CANNOT_ASK if decision.verdict is Verdict.ASK else said
        await self._let_by(heard)
        return _explained(heard, why)

    async def _ask(self, heard: Listening, decision: Decision) -> SpeechResult:
        """Hold the sound, and have it asked whether it may be sent."""
        sound = await self._let_by(heard)
        if _nobody_spoke(heard.flight) or (run := heard.flight.run) is None:
            self._door.refuse(heard.flight, heard.described, decision)
            return _NOTHING
        question = Question(
            engine=heard.described,
            rule=self._door.rule(decision),
            flight=heard.flight,
            sound=sound,
            metadata=heard.metadata,
        )
        result = _explained(heard, Phrase.ASK)
        self._questions.pose(run.conversation_id, run.satellite_id, question)
        return result

    async def _answer(self, heard: Listening) -> SpeechResult:
        """Hear an answer by Earshot's own recognizer, and send on a yes what waited for it."""
        own = self._own.near(heard.flight.speaker).for_answer()
        result = await self._transcribe(Listening(heard.flight, own, own.describe(), heard.metadata, heard.stream))
        question = self._waiting(heard.flight)
        if not result.text:
            return self._unanswered(heard, result)
        if question is None or question.sound is None:
            return result  # the words wait, and the agent's side knows what they are worth
        if not says_yes(heard.metadata.language, result.text):
            self._refuse_question(heard.flight, NO)
            return _explained(heard, Phrase.NOT_SENT)
        return await self._send(heard, question)

    def _unanswered(self, heard: Listening, result: SpeechResult) -> SpeechResult:
        """Do and send nothing after something that is no answer, and say so where somebody spoke."""
        spoke = any(done.status == REJECTED for done in heard.flight.stages)
        run = heard.flight.run
        if run is not None and (text := self._own_sentences.unanswered(run.conversation_id, run.satellite_id)):
            return _said_instead(heard, text) if spoke else result
        self._refuse_question(heard.flight, NO if spoke else SILENCE)
        return _explained(heard, Phrase.NOT_SENT) if spoke else result

    async def _send(self, heard: Listening, question: Question) -> SpeechResult:
        run, flight = heard.flight.run, question.flight
        if run is None or flight is None or question.sound is None or question.metadata is None:
            return _NOTHING
        self._questions.take(run.conversation_id, run.satellite_id)
        self._gate.go_on(flight, Stage.SPEECH_TO_TEXT)
        stream = _once(question.sound)
        again = Listening(flight, heard.engine, heard.described, question.metadata, stream, again=True)
        return await self._transcribe(again)

    async def _transcribe(self, heard: Listening) -> SpeechResult:
        """Let a recognizer hear, and another of its kind from the beginning where it fails and that one may.

        Returns the words when it is on disk who heard. Raises what the engine raises.
        """
        flight, asked = heard.flight, heard
        sound = heard.stream if heard.again else _measured(heard)
        held = Rehearing(sound) if heard.engine.instead() else None
        try:
            transcript = await transcribe(asked, held.from_the_beginning() if held else sound)
            while transcript is None and held and (instead := self._instead(asked)) is not None:
                asked = instead
                transcript = await transcribe(asked, held.from_the_beginning())
        finally:
            if held is not None:
                await held.close()
        await flight.settle()
        if transcript is None:
            return SpeechResult(None, SpeechResultState.ERROR)
        flight.language = heard.metadata.language
        if transcript.result.text:
            flight.heard_words, flight.word_times = transcript.result.text, transcript.word_times
            flight.keep(ContentKind.WORDS, transcript.result.text)
        return transcript.result

    def _instead(self, heard: Listening) -> Listening | None:
        """Return another recognizer, after this one failed, that may have the sound without being asked about."""
        engine = heard.engine.instead()
        if engine is None:
            return None
        described = engine.describe()
        if self._door.consult(heard.flight, described, engine.engine_id).verdict >= Verdict.ASK:
            return None
        return replace(heard, engine=engine, described=described)

    async def _let_by(self, heard: Listening) -> bytes:
        """Let the sound flow by to its end, and return it, or its first minute.

        An engine that finds the end of what is said by itself leaves a stream without one, so it is not waited for.
        """
        held = bytearray()
        if heard.engine.abilities.processing.requires_external_vad:
            async for piece in _measured(heard):
                held += piece[: LONGEST_KEPT_SECONDS * BYTES_PER_SECOND - len(held)]
        return bytes(held)

    def _can_ask(self, heard: Listening) -> bool:
        """Whether an answer can be heard without the engine that is asked about, and the sound be held meanwhile."""
        own = self._own.near(heard.flight.speaker)
        return (
            heard.flight.run is not None
            and own.available
            and self._door.allows(heard.flight, own.describe(), own.engine_id)
            and heard.engine.abilities.processing.requires_external_vad
            and _takes(own.abilities, heard.metadata)
        )

    def _answers(self, flight: Flight) -> bool:
        """Whether what is said is the answer to something that was asked there."""
        run = flight.run
        own = run is not None and self._own_sentences.asks(run.conversation_id, run.satellite_id)
        return own or self._waiting(flight) is not None

    def _waiting(self, flight: Flight) -> Question | None:
        run = flight.run
        return self._questions.waiting(run.conversation_id, run.satellite_id) if run is not None else None

    def _refuse_question(self, flight: Flight, answer: str) -> None:
        if (run := flight.run) is not None:
            self._questions.refuse(run.conversation_id, run.satellite_id, answer)


async def transcribe(heard: Listening, sound: AsyncIterable[bytes]) -> Transcript | None:
    """Let a recognizer hear, and enter what it got; None if a voice host failed. Raises what others raise."""
    try:
        with heard.flight.at_work(heard.described) as work:
            work.sound = SoundMeter(bytes_per_second(heard.metadata))
            engine = heard.engine.with_word_times() if heard.flight.wants_word_times else heard.engine
            transcript = await engine.hear(heard.metadata, work.sound.through(sound), heard.flight.speaker)
            work.status = transcript.status
    except HostError:
        return None
    return transcript


def _measured(heard: Listening) -> AsyncGenerator[bytes]:
    """Let the sound flow by, counted for the microphone, and held where it is to be kept."""
    flight, second = heard.flight, bytes_per_second(heard.metadata)
    flight.microphone.bytes_per_second = second
    # Sound of another form comes by a direct call only, and not from a room: none of it is kept.
    held = flight.recorded(heard.stream) if second == BYTES_PER_SECOND else heard.stream
    return flight.microphone.through(held)


def _explained(heard: Listening, what: Phrase) -> SpeechResult:
    """Have something said in the place of an answer, where somebody spoke.

    Where no run goes on to an agent (a direct call of the engine), it is an error.
    """
    if _nobody_spoke(heard.flight):
        return _NOTHING
    if heard.flight.run is None and heard.flight.satellite.entity_id is None:
        return SpeechResult(None, SpeechResultState.ERROR)
    return _said_instead(heard, phrase(heard.metadata.language, what, heard.described.standing))


def _said_instead(heard: Listening, text: str) -> SpeechResult:
    heard.flight.to_explain = text
    return SpeechResult(UNHEARD, SpeechResultState.SUCCESS)


def _nobody_spoke(flight: Flight) -> bool:
    """Whether Home Assistant listened for speech, and heard none until it gave up."""
    run = flight.run
    ended = run is not None and run.event(PipelineEventType.STT_VAD_END) is not None
    return ended and run is not None and run.event(PipelineEventType.STT_VAD_START) is None


def _takes(abilities: SpeechAbilities, metadata: SpeechMetadata) -> bool:
    return (
        metadata.format in abilities.formats
        and metadata.codec in abilities.codecs
        and metadata.bit_rate in abilities.bit_rates
        and metadata.sample_rate in abilities.sample_rates
        and metadata.channel in abilities.channels
        and bool(language_util.matches(metadata.language, abilities.languages))
    )


async def _once(sound: bytes) -> AsyncGenerator[bytes]:
    """Give held sound as a satellite does, in pieces of 100 ms."""
    step = BYTES_PER_SECOND // 10
    for begin in range(0, len(sound), step):
        yield sound[begin : begin + step]
