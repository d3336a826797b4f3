from collections.abc import Callable
from pathlib import Path

import pytest

from tests.voice_host.engines.tts.made_voice import make_voice
from voice_host.engines.interface import VoiceEngine
from voice_host.engines.tts import create_voice_engine


def _fallback_only(_: Path) -> VoiceEngine:
    return create_voice_engine(None)


def _with_piper(folder: Path) -> VoiceEngine:
    make_voice(folder, "en_US-made-medium", speakers=("ann", "bob"))
    make_voice(folder, "de_DE-made-medium", language="de_DE", espeak="de")
    return create_voice_engine(folder)


@pytest.fixture(params=[_fallback_only, _with_piper], ids=["fallback", "piper"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> VoiceEngine:
    """Return the engine as a host without downloads has it, and as one with Piper voices has it."""
    make: Callable[[Path], VoiceEngine] = request.param
    return make(tmp_path)
