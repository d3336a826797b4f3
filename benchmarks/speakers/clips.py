"""Who says what in the measurement of masking, and the masked versions of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
import random

import numpy as np

from benchmarks.commands import reported, tuning
from benchmarks.commands.draw import candidates
from benchmarks.commands.voices import available, spoken
from custom_components.earshot.donation.sound.masking import masked, with_coefficient
from custom_components.earshot.donation.sound.samples import Floats, from_pcm

SNR_DB = 25.0
"""A quiet room."""
ENROLMENT = 5
"""Clips that whoever wants to know a voice again has of it."""
TESTS = 5
"""Other clips of each voice, with other sentences."""
VOICES = 32
RECORDED = ("flite:awb", "flite:kal16", "flite:rms", "flite:slt")
"""Voices that were made from recordings of four people; the others are a synthesizer's with other settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Voices, and what they say."""

    voices: tuple[str, ...]
    sentences: tuple[str, ...]

    @classmethod
    def held_out(cls) -> People:
        """Return those that nothing was chosen with."""
        return cls(voices=available((*candidates()[:VOICES], *RECORDED)), sentences=_few(reported.FOREIGN))

    @classmethod
    def tuning(cls) -> People:
        """Return those that the range of the coefficient and the default strength were chosen with."""
        voices = tuple(voice for voice in tuning.VOICES if not voice.startswith("flite:"))
        return cls(voices=voices, sentences=_few(tuning.FOREIGN))

    def clips(self) -> list[list[Floats]]:
        """Let every voice say every sentence; enrolment first."""
        return [
            [from_pcm(spoken(voice, text, snr_db=SNR_DB, seed=number)) for number, text in enumerate(self.sentences)]
            for voice in self.voices
        ]


def masked_clips(clips: Sequence[Sequence[Floats]], strength: float) -> list[list[Floats]]:
    """Mask every clip with a coefficient of its own, the same ones in every run."""
    chance = random.Random(strength)  # noqa: S311 - a draw that is repeated, not a secret
    return _each(clips, lambda clip: masked(clip, strength=strength, chance=chance))


def turned_back(clips: Sequence[Sequence[Floats]], guess: float) -> list[list[Floats]]:
    """Undo the masking of every clip as if its coefficient had been `guess`."""
    return _each(clips, lambda clip: with_coefficient(clip, 1.0 / guess))


def _each(clips: Sequence[Sequence[Floats]], change: Callable[[Floats], Floats]) -> list[list[Floats]]:
    return [[change(clip) for clip in row] for row in clips]


def _few(sentences: Sequence[str]) -> tuple[str, ...]:
    """Take as many as are needed, evenly from all, of those that are long enough to know a voice by."""
    enough = [text for text in sentences if len(text.split()) > 5]  # noqa: PLR2004 - about two seconds
    chosen = np.linspace(0, len(enough) - 1, ENROLMENT + TESTS).round().astype(int)
    return tuple(enough[at] for at in chosen)
