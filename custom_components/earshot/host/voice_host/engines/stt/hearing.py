"""One hearing of a sound, as from one kind of voice, and what was found in it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import numpy as np
from pocketsphinx import Decoder  # type: ignore[import-untyped]  # the package carries no types

from .acoustics import CEPSTRA, Floats
from .adaptation import VoiceMap
from .evidence import Fit, fit
from .vocal_tract import PLAIN, vocal_tract
from .wake_rest import ADVANTAGE, WAKE_REST
from .word_times import Stretch, stretches

_LOST: Final = 3
"""Frames that pocketsphinx takes from either end of cepstra that it is given, to reckon their changes from."""


@dataclass(frozen=True, slots=True)
class Ear:
    """As from what kind of voice a sound is heard."""

    stretch: float = PLAIN
    """Of its vocal tract."""
    map: VoiceMap | None = None
    """What was learnt of the satellite's voices; never together with a stretch, which it was not learnt with."""


PLAIN_EAR: Final = Ear()


@dataclass(frozen=True, slots=True)
class Sounding:
    """An utterance's sound, ready to be heard again."""

    pcm: bytes
    cepstra: Floats | None
    """[frame, value]; None where nothing was learnt that they are needed for."""
    mean: str
    """Of the cepstra, as pocketsphinx writes it."""

    @property
    def centred(self) -> Floats:
        """The cepstra without their mean."""
        assert self.cepstra is not None  # noqa: S101 - whoever asks has seen to it
        return self.cepstra - self._mean

    @property
    def _mean(self) -> Floats:
        values = np.zeros(CEPSTRA)
        given = [float(value) for value in self.mean.split(",")]
        values[: len(given)] = given
        return values

    @contextmanager
    def heard(self, decoder: Decoder, ear: Ear) -> Iterator[None]:
        """Decode all of it, and let the result be looked at before the decoder is plain again."""
        with vocal_tract(decoder, ear.stretch):
            self.run(decoder, ear.map)
            yield

    def run(self, decoder: Decoder, voice_map: VoiceMap | None) -> None:
        """Decode all of it, with the vocal tract that the decoder has."""
        decoder.set_cmn(self.mean)
        decoder.start_utt()
        if voice_map is None:
            decoder.process_raw(self.pcm)
        else:
            mapped = np.pad(voice_map.apply(self.centred) + self._mean, ((_LOST, _LOST), (0, 0)), mode="edge")
            decoder.process_cep(mapped.astype("<f4").tobytes())
        decoder.end_utt()


@dataclass(frozen=True, slots=True)
class Found:
    """The best path of one hearing."""

    words: tuple[str, ...]
    fit: Fit
    stretches: tuple[Stretch, ...]
    """When each of the words was said."""
    ear: Ear = PLAIN_EAR
    behind_rest: bool = False
    """Whether the rest of a wake word stood before them."""


def find(decoder: Decoder, ear: Ear = PLAIN_EAR) -> Found | None:
    """Return what a decoder found in what it has just heard."""
    hypothesis = decoder.hyp()
    found = fit(decoder.seg()) if hypothesis else None
    if hypothesis is None or found is None:
        return None
    words = tuple(hypothesis.hypstr.split())
    said = tuple(word for word in words if word != WAKE_REST)
    return Found(said, found, stretches(decoder.seg()), ear, WAKE_REST in words)


def best(hearings: Iterable[Found | None]) -> Found | None:
    """Return what fits best of several hearings of one sound."""
    return max((found for found in hearings if found), key=lambda found: found.fit.whole, default=None)


def better(plain: Found | None, behind: Found | None) -> Found | None:
    """Return what explains the sound better: a sentence alone, or one behind the rest of a wake word."""
    if plain is None or behind is None:
        return plain or behind
    return behind if behind.fit.likelihood > plain.fit.likelihood + ADVANTAGE else plain
