"""The layouts in which accepted clips are published, each for what the clips were given for and nothing else."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from ..purposes import Purpose


class Layout(StrEnum):
    """A layout that training tools read."""

    COMMON_VOICE = "common_voice"
    """Mozilla Common Voice: `validated.tsv` and `clips/`, for speech recognition."""
    OPEN_WAKE_WORD = "openwakeword"
    """openWakeWord: a folder `positive` and a folder `negative` for each wake word, of WAV files."""


USES: Final[Mapping[Layout, frozenset[Purpose]]] = {
    Layout.COMMON_VOICE: frozenset({Purpose.SPEECH}),
    Layout.OPEN_WAKE_WORD: frozenset({Purpose.WAKE_WORDS, Purpose.FALSE_WAKES}),
}
"""A clip goes only into a layout that serves what its donor consented to."""
