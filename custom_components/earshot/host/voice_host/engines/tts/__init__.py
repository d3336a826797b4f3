"""Text-to-speech: Piper's voices from a folder, and a robotic voice that needs no download."""

from pathlib import Path

from ...espeak import Espeak
from ..interface import VoiceEngine
from .engine import Voices
from .folder import find

__all__ = ["create_voice_engine"]


def create_voice_engine(folder: Path | None, *, choice: str | None = None) -> VoiceEngine:
    """Make the engine with every voice below `folder`; `choice` names the one that speaks by default.

    Raises LookupError when the `piper-tts` package, which carries the fallback voice too, is not installed.
    """
    found, problems = find(folder)
    return Voices(found, Espeak.shared(), choice=choice, problems=problems)
