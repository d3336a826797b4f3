"""What the host says of itself: Wyoming's `info`, and the report that Home Assistant's side asks for."""

import os
from typing import Final

from wyoming.info import (
    AsrModel,
    AsrProgram,
    Attribution,
    Info,
    TtsProgram,
    TtsVoice,
    TtsVoiceSpeaker,
    WakeModel,
    WakeProgram,
)

from .contract import PROTOCOL, STT_PROGRAM, TTS_PROGRAM, WAKE_PROGRAM, Attempt, HostReport, Refused, Wall
from .engines.interface import SpeechEngine, Voice, VoiceEngine, WakeEngine
from .engines.load import Engines
from .sandbox import Sandbox
from .version import version

_EARSHOT: Final = Attribution(name="Earshot", url="")


def make_report(engines: Engines, sandbox: Sandbox, *, run: str, refused: tuple[Refused, ...]) -> HostReport:
    """Collect what stands, what was tried, what answers, and who was not let in."""
    return HostReport(
        protocol=PROTOCOL,
        version=version(),
        pid=os.getpid(),
        enforced=sandbox.enforced,
        walls=sandbox.walls,
        attempts=sandbox.attempts,
        engines=engines.infos,
        problems=engines.problems,
        run=run,
        refused=refused,
    )


def make_info(engines: Engines) -> Info:
    """Describe what this host offers, as Wyoming's `info`."""
    return Info(
        wake=[_wake_program(engines.wake)] if engines.wake else [],
        asr=[_speech_program(engines.speech)] if engines.speech else [],
        tts=[_voice_program(engines.voice)] if engines.voice else [],
    )


def readable(report: HostReport) -> str:
    """Write the report for a person at a terminal."""
    lines = [f"Earshot voice host {report.version}: " + ("enforced" if report.enforced else "NOT enforced")]
    lines += ["Walls:", *(_wall_line(wall) for wall in report.walls)]
    lines += ["Ways out that were tried:", *(_attempt_line(attempt) for attempt in report.attempts)]
    lines += ["Engines:", *(f"  {it.stage}: {it.name} {it.version}, {it.model}. {it.detail}" for it in report.engines)]
    lines += ["Problems:", *(f"  {problem}" for problem in report.problems)] if report.problems else []
    return "\n".join(lines)


def _wall_line(wall: Wall) -> str:
    return f"  {'stands' if wall.stands else 'MISSING':8} {wall.name}: {wall.detail}"


def _attempt_line(attempt: Attempt) -> str:
    return f"  {'denied' if attempt.denied else 'OPEN':8} {attempt.way}: {attempt.detail}"


def _wake_program(engine: WakeEngine) -> WakeProgram:
    info = engine.info
    return WakeProgram(
        name=WAKE_PROGRAM,
        attribution=_EARSHOT,
        installed=True,
        description=info.name,
        version=info.version,
        models=[
            WakeModel(
                name=word.name,
                attribution=Attribution(name=info.name, url=""),
                installed=True,
                description=word.phrase,
                version=info.version,
                languages=list(word.languages),
                phrase=word.phrase,
            )
            for word in engine.words
        ],
    )


def _speech_program(engine: SpeechEngine) -> AsrProgram:
    info = engine.info
    model = AsrModel(
        name=info.model,
        attribution=Attribution(name=info.name, url=""),
        installed=True,
        description=info.name,
        version=info.version,
        languages=list(engine.languages),
    )
    return AsrProgram(
        name=STT_PROGRAM,
        attribution=_EARSHOT,
        installed=True,
        description=info.name,
        version=info.version,
        models=[model],
        supports_transcript_streaming=False,
        # It decides when `audio-stop` comes: somebody else must notice that the person has finished.
        requires_external_vad=True,
        # Its figures were measured on sound as the microphone gave it.
        prefers_auto_gain_enabled=False,
        prefers_noise_reduction_enabled=False,
    )


def _voice_program(engine: VoiceEngine) -> TtsProgram:
    info = engine.info
    return TtsProgram(
        name=TTS_PROGRAM,
        attribution=_EARSHOT,
        installed=True,
        description=info.name,
        version=info.version,
        voices=[_voice(voice, info.version) for voice in engine.voices],
        supports_synthesize_streaming=True,
    )


def _voice(voice: Voice, version: str) -> TtsVoice:
    return TtsVoice(
        name=voice.name,
        attribution=Attribution(name="Robotic voice" if voice.fallback else "Voice found on disk", url=""),
        installed=True,
        description=voice.name,
        version=version,
        languages=list(voice.languages),
        speakers=[TtsVoiceSpeaker(name=name) for name in voice.speakers] or None,
    )
