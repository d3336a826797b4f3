"""Engines that hear, and things to let them hear."""

from collections.abc import Callable
from hashlib import sha256
import os
from pathlib import Path
import subprocess
import sys

import pytest

from benchmarks.commands.voices import spoken
from tests.voice_host.engines.stt.tiny_models import write_streaming_model, write_whole_model
from voice_host.contract import HomeGrammar
from voice_host.engines.interface import Heard, SpeechEngine
from voice_host.engines.stt import create_speech_engine

RULES = """
<place> = kitchen | bedroom | living room;
public <sentence> = turn (on | off) [the] <place> (light | lights) | what time is it
  | set a timer for (one | two | five | ten) minutes | open the shutters in the <place>;
"""


def make_grammar(rules: str = RULES, language: str = "en") -> HomeGrammar:
    jsgf = f"#JSGF V1.0;\ngrammar home;\n{rules}"
    return HomeGrammar(language=language, jsgf=jsgf, revision=sha256(jsgf.encode()).hexdigest())


def say(text: str, *, voice: str = "espeak-ng:en-us", snr_db: float = 25.0) -> bytes:
    return spoken(voice, text, snr_db=snr_db, seed=0)


def say_alone(text: str, *, voice: str = "espeak-ng:en-us") -> bytes:
    """Say it in a process of its own, always with the same breath: it depends on all that this voice said before."""
    code = (
        "import sys; from tests.voice_host.engines.stt.conftest import say; "
        "sys.stdout.buffer.write(say(sys.argv[1], voice=sys.argv[2]))"
    )
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", code, text, voice], check=True, capture_output=True, env=os.environ | path
    ).stdout


def hear(
    engine: SpeechEngine, pcm: bytes, *, speaker: str = "kitchen", chunk: int = 2560, times: bool = False
) -> Heard:
    stream = engine.start(language=engine.languages[0], speaker=speaker, times=times)
    for at in range(0, len(pcm), chunk):
        stream.feed(pcm[at : at + chunk])
    return stream.finish()


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two tiny models."""
    folder = tmp_path_factory.mktemp("speech_to_text")
    write_streaming_model(folder / "tiny-streaming-en")
    write_whole_model(folder / "tiny-whole-en")
    return folder


@pytest.fixture
def closed() -> SpeechEngine:
    engine = create_speech_engine(None)
    engine.set_home(make_grammar())
    return engine


@pytest.fixture(params=["pocketsphinx", "tiny-streaming-en", "tiny-whole-en"])
def engine(request: pytest.FixtureRequest, models: Path, make: Callable[[Path, str], SpeechEngine]) -> SpeechEngine:
    """Return every engine in turn, ready to hear."""
    return make(models, request.param)


@pytest.fixture
def make() -> Callable[[Path, str], SpeechEngine]:
    def make(folder: Path, choice: str) -> SpeechEngine:
        engine = create_speech_engine(folder, choice=choice)
        engine.set_home(make_grammar())
        return engine

    return make
