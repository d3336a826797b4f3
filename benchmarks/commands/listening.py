"""Lets the engine hear what was said, and counts."""

from collections.abc import Iterable
from dataclasses import dataclass
import random
from time import process_time

from benchmarks.commands.sameness import canonical
from benchmarks.commands.voices import spoken
from custom_components.earshot.grammar import HomeNames, build_grammar
from voice_host.contract import RATE, VERDICT_ACCEPTED, WIDTH, HomeGrammar
from voice_host.engines.interface import SpeechEngine
from voice_host.engines.stt import create_speech_engine

CHUNK_BYTES = 80 * RATE * WIDTH // 1000
"""80 ms: what a satellite sends at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One sentence that was said, and what became of it."""

    voice: str
    said: str
    is_command: bool
    text: str
    verdict: str
    score: float | None
    sound_seconds: float
    took_seconds: float
    """Of CPU time, which other load on the machine does not change."""

    @property
    def right(self) -> bool:
        """Whether it was heard as it was said, up to articles and plurals."""
        return self.accepted and canonical(self.text) == canonical(self.said)

    @property
    def accepted(self) -> bool:
        """Whether it was taken for a command."""
        return bool(self.verdict == VERDICT_ACCEPTED)


def make_engine(home: HomeNames) -> SpeechEngine:
    """Make the default engine with the grammar of `home`."""
    engine = create_speech_engine(None)
    grammar = build_grammar("en", home)
    engine.set_home(HomeGrammar(language=grammar.language, jsgf=grammar.jsgf, revision=grammar.revision))
    return engine


def hear_all(
    engine: SpeechEngine, voices: Iterable[str], commands: Iterable[str], foreign: Iterable[str], *, snr_db: float
) -> list[Heard]:
    """Say everything with every voice, each at a satellite of its own, commands and others mixed."""
    sentences = [(text, True) for text in commands] + [(text, False) for text in foreign]
    heard = []
    for voice in voices:
        mixed = sentences.copy()
        random.Random(voice).shuffle(mixed)  # noqa: S311 - an order, not a secret
        for number, (text, is_command) in enumerate(mixed):
            heard.append(_hear(engine, voice, text, spoken(voice, text, snr_db=snr_db, seed=number), is_command))
    return heard


def _hear(engine: SpeechEngine, voice: str, said: str, pcm: bytes, is_command: bool) -> Heard:  # noqa: FBT001 - a fact
    began = process_time()
    stream = engine.start(language="en", speaker=voice)
    for at in range(0, len(pcm), CHUNK_BYTES):
        stream.feed(pcm[at : at + CHUNK_BYTES])
    result = stream.finish()
    return Heard(
        voice=voice,
        said=said,
        is_command=is_command,
        text=result.text,
        verdict=result.verdict,
        score=result.score,
        sound_seconds=len(pcm) / WIDTH / RATE,
        took_seconds=process_time() - began,
    )
