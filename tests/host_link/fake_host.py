"""A stand-in for the voice host: the same command line, the same contract, no engines.

A file `mode` in the models folder, or beside it, makes it misbehave: `exit`, `silent` (never listens), `late` (not
before the mode is another one), `deaf` (reports once, then
nothing), `older` (another protocol), `chatty` (writes to its standard error as a library would), `garbage`,
`mute`, `open` (no wall stands).
It hears a wake word or a command in any sound that is not all zeros.
"""

import argparse
import asyncio
from dataclasses import asdict
import os
from pathlib import Path
import sys
from typing import Any, override

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution, Info, TtsProgram, TtsVoice, WakeModel, WakeProgram
from wyoming.server import AsyncEventHandler, AsyncServer
from wyoming.tts import SynthesizeChunk, SynthesizeStopped
from wyoming.wake import Detect, Detection, NotDetected

from voice_host import contract

SENTENCE = "turn on the kitchen light"
ATTRIBUTION = Attribution(name="Earshot", url="https://github.com/earshot-home/earshot")
ARTIFACT: dict[str, Any] = {"attribution": ATTRIBUTION, "installed": True, "version": "1", "description": "Fake"}

INFO = Info(
    wake=[
        WakeProgram(
            name=contract.WAKE_PROGRAM,
            models=[WakeModel(name="hey_jarvis", phrase="Hey Jarvis", languages=["en"], **ARTIFACT)],
            **ARTIFACT,
        )
    ],
    asr=[
        AsrProgram(name=contract.STT_PROGRAM, models=[AsrModel(name="fake", languages=["en"], **ARTIFACT)], **ARTIFACT)
    ],
    tts=[
        TtsProgram(
            name=contract.TTS_PROGRAM, voices=[TtsVoice(name="fake", languages=["en-GB"], **ARTIFACT)], **ARTIFACT
        )
    ],
)


def report(mode: str) -> contract.HostReport:
    return contract.HostReport(
        protocol=contract.PROTOCOL + (mode == "older"),
        version="1",
        pid=os.getpid(),
        enforced=mode != "open",
        walls=(contract.Wall(name="seccomp", stands=True),),
        attempts=(contract.Attempt(way="tcp", denied=True),),
        engines=tuple(
            contract.EngineInfo(stage=stage, name=f"Fake {stage}", version="1", model="none")
            for stage in ("wake_word", "speech_to_text", "text_to_speech")
        ),
    )


class Handler(AsyncEventHandler):
    mode = ""
    reports = 0

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        super().__init__(reader, writer)
        self.asked = ""
        self.loud = False
        self.fed_ms = 0
        self.home = ""
        self.wants_times = False

    @override
    async def handle_event(self, event: Event) -> bool:
        if self.mode == "garbage" and event.type not in {contract.REPORT, "describe"}:
            self.writer.write(b'{"type": "transcript", "data_length": 99999999999}\n')
            await self.writer.drain()
            return True
        await self.answer(event)
        return True

    async def answer(self, event: Event) -> None:  # noqa: C901 - one case per event
        match event.type:
            case contract.REPORT:
                Handler.reports += 1
                if self.mode != "deaf" or Handler.reports == 1:
                    await self.write_event(Event(contract.REPORT, report(self.mode).to_data()))
            case contract.HOME:
                built = contract.GrammarBuilt(revision=event.data["revision"], words=3, guessed=("earshot",))
                await self.write_event(Event(contract.HOME_BUILT, asdict(built)))
            case "describe":
                await self.write_event(INFO.event())
            case "detect" | "transcribe":
                self.asked = event.type
                self.wants_times = bool((event.data.get("context") or {}).get(contract.CONTEXT_TIMES_KEY))
                if Detect.is_type(event.type) and (set(Detect.from_event(event).names or ()) - {"hey_jarvis"}):
                    await self.write_event(Error("no such wake word", contract.ERROR_NOT_FOUND).event())
                if Transcribe.is_type(event.type) and self.mode == "chatty":
                    sys.stderr.write(f"INFO: decoder.c(1): hypothesis {SENTENCE}\n")
                    sys.stderr.write("WARNING voice_host.fake: a decoder was slow\n")
            case "audio-chunk":
                await self.take(AudioChunk.from_event(event))
            case "audio-stop":
                await self.finish()
            case "synthesize-chunk":
                await self.speak(SynthesizeChunk.from_event(event).text)
            case "synthesize-stop":
                await self.write_event(AudioStop().event())
                await self.write_event(SynthesizeStopped().event())

    async def take(self, chunk: AudioChunk) -> None:
        self.fed_ms += chunk.milliseconds
        first, self.loud = not self.loud and any(chunk.audio), self.loud or any(chunk.audio)
        if self.asked == "detect" and first:
            await self.write_event(Detection(name="hey_jarvis", timestamp=self.fed_ms).event())

    async def finish(self) -> None:
        if self.asked == "detect":
            await self.write_event(NotDetected().event())
            return
        verdict = contract.VERDICT_ACCEPTED if self.loud else contract.VERDICT_SILENCE
        context = {contract.CONTEXT_VERDICT: verdict, contract.CONTEXT_SCORE: 0.5, contract.CONTEXT_ENGINE: "fake"}
        if self.loud and self.wants_times:
            words = enumerate(SENTENCE.split())
            context[contract.CONTEXT_WORD_TIMES] = [[100 * place, 100 * place + 90] for place, _ in words]
        await self.write_event(Transcript(text=SENTENCE if self.loud else "", context=context).event())

    async def speak(self, said: str) -> None:
        await self.write_event(AudioStart(rate=22_050, width=2, channels=1).event())
        for _ in said.split() if self.mode != "mute" else ():
            await self.write_event(AudioChunk(rate=22_050, width=2, channels=1, audio=b"\1\0" * 2205).event())


def mode_of(models: Path) -> str:
    found = [folder / "mode" for folder in (models, models.parent) if (folder / "mode").exists()]
    return found[0].read_text() if found else ""


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--uri", required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--models", type=Path, required=True)
    arguments = parser.parse_args()
    while (mode := mode_of(arguments.models)) == "late":  # noqa: ASYNC110 - a file tells nobody
        await asyncio.sleep(0.01)
    Handler.mode = mode
    if Handler.mode == "exit":
        message = "a library is missing"
        raise ModuleNotFoundError(message)
    if Handler.mode == "silent":
        await asyncio.Event().wait()
    await AsyncServer.from_uri(arguments.uri).run(Handler)


asyncio.run(main())
