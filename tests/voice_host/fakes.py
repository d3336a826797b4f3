"""Engines that satisfy the protocols of `engines/interface.py` and can be made to wait, to fail and to tell."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event

from voice_host.contract import VERDICT_ACCEPTED, VERDICT_SILENCE, EngineInfo, GrammarBuilt, HomeGrammar
from voice_host.engines.interface import Heard, Speech, Voice, WakeDetection, WakeWord

WAKING = b"\x01\x7f"
"""The sample that the fake wake word engine takes for the wake word."""
SILENCE = bytes(3200)


class FakeWakeStream:
    """Hears its word in the first piece that holds `WAKING`, at the end of that piece."""

    def __init__(self, name: str, on_detection: Callable[[WakeDetection], None]) -> None:
        self._name = name
        self._on_detection = on_detection
        self.heard = bytearray()
        self.closed = False

    def feed(self, pcm: bytes) -> None:
        self.heard += pcm
        if WAKING in pcm:
            self._on_detection(WakeDetection(name=self._name, at_ms=len(self.heard) // 32, score=1.0))

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeWake:
    """Knows two words."""

    streams: list[FakeWakeStream] = field(default_factory=list)
    stopped: bool = False

    @property
    def info(self) -> EngineInfo:
        return EngineInfo(stage="wake_word", name="fake wake", version="1", model="none")

    @property
    def words(self) -> tuple[WakeWord, ...]:
        return tuple(
            WakeWord(name=name, phrase=name.title(), languages=("en",), custom=False) for name in ("first", "second")
        )

    def open(self, names: Sequence[str], on_detection: Callable[[WakeDetection], None]) -> FakeWakeStream:
        if not set(names) <= {"first", "second"}:
            raise ValueError("unknown")
        self.streams.append(FakeWakeStream(names[0] if names else "first", on_detection))
        return self.streams[-1]

    def stop(self) -> None:
        self.stopped = True


class FakeSpeechStream:
    """Answers with how much it heard. `gate` holds it up in `feed`."""

    def __init__(self, engine: FakeSpeech, *, times: bool) -> None:
        self._engine = engine
        self._times = ((0, 100), (100, 250)) if times else None
        self.heard = bytearray()
        self.feeds = 0
        self.cancelled = False

    def feed(self, pcm: bytes) -> None:
        self._engine.feeding.set()
        self._engine.gate.wait(10)
        if self._engine.fault is not None:
            raise self._engine.fault
        self.heard += pcm
        self.feeds += 1

    def finish(self) -> Heard:
        if not self.heard:
            return Heard(text="", verdict=VERDICT_SILENCE, score=None, engine="fake")
        text = f"{len(self.heard)} bytes"
        return Heard(text=text, verdict=VERDICT_ACCEPTED, score=-1.5, engine="fake", times=self._times)

    def cancel(self) -> None:
        self.cancelled = True
        self._engine.cancelled.set()


@dataclass
class FakeSpeech:
    """Needs no grammar, unless `missing`."""

    streams: list[FakeSpeechStream] = field(default_factory=list)
    speakers: list[tuple[str, str]] = field(default_factory=list)
    gate: Event = field(default_factory=Event)
    feeding: Event = field(default_factory=Event)
    cancelled: Event = field(default_factory=Event)
    missing: bool = False
    fault: Exception | None = None
    problems: tuple[str, ...] = ()
    homes: list[HomeGrammar] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def info(self) -> EngineInfo:
        return EngineInfo(stage="speech_to_text", name="fake", version="1", model="counting")

    @property
    def languages(self) -> tuple[str, ...]:
        return ("en",)

    def start(self, *, language: str, speaker: str, times: bool = False) -> FakeSpeechStream:
        if self.missing:
            raise LookupError("no grammar")
        self.speakers.append((language, speaker))
        self.streams.append(FakeSpeechStream(self, times=times))
        return self.streams[-1]

    def set_home(self, grammar: HomeGrammar) -> GrammarBuilt | None:
        if not grammar.jsgf.startswith("#JSGF"):
            raise ValueError("no grammar")
        self.homes.append(grammar)
        return GrammarBuilt(revision=grammar.revision, words=len(grammar.jsgf.split()))


@dataclass
class FakeVoice:
    """Says each sentence as so many samples as it has characters. `gate` holds up every sentence but the first."""

    asked: list[tuple[str, str | None, str | None, str | None, float]] = field(default_factory=list)
    gate: Event = field(default_factory=Event)
    fault: Exception | None = None
    abandoned: Event = field(default_factory=Event)
    made: int = 0

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def info(self) -> EngineInfo:
        return EngineInfo(stage="text_to_speech", name="fake voice", version="1", model="beep")

    @property
    def voices(self) -> tuple[Voice, ...]:
        return (Voice(name="beep", languages=("en",), speakers=("low", "high"), rate=22_050, fallback=True),)

    def speak(
        self, text: str, *, voice: str | None, speaker: str | None, language: str | None, speed: float = 1.0
    ) -> Iterator[Speech]:
        if voice not in {None, "beep"}:
            raise LookupError("no such voice")
        self.asked.append((text, voice, speaker, language, speed))
        return self._pieces(text)

    def _pieces(self, text: str) -> Iterator[Speech]:
        try:
            for place, sentence in enumerate(text.split("|")):
                if place:
                    self.gate.wait(10)
                if self.fault is not None:
                    raise self.fault
                if sentence:
                    self.made += 1
                    yield Speech(pcm=bytes(2 * len(sentence)), rate=22_050)
        finally:
            self.abandoned.set()
