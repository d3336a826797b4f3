"""Sound on its way to a recogniser: whole samples, a little noise, and whether anybody spoke."""

from typing import Final

import numpy as np
import numpy.typing as npt
from pocketsphinx import Vad  # type: ignore[import-untyped]  # the package carries no types

from ...contract import MAX_UTTERANCE_SECONDS, RATE, WIDTH

NOISE: Final = 20.0
"""Root mean square of the noise that is added for pocketsphinx, in sample values. Digital silence is like nothing
that its acoustic model was trained on: without noise, the tuning voices with silent backgrounds have 87 % of their
commands heard right, with it 96 %."""
SHORTEST_SPEECH_MS: Final = 180
"""Less voiced sound than this is no speech: "on" takes some 200 ms, a knock or a click under 100."""
BOOST: Final = 2.0
"""How much louder the voice detector hears it: alone it takes speech below -30 dBFS, across a room, for silence."""
ABOVE_ROOM: Final = 4.0
"""How many times the power of the room's own noise a voice has: 6 dB. The voice detector alone takes even noise
(a fan at -30 dBFS) for a voice, and a wake word that nobody spoke after would count as something not understood."""
ROOM_PERCENTILE: Final = 20
"""Share of an utterance that is weaker than its room is taken to be. Assist ends it with 0.7 s of no speech, and
people breathe: a fifth is the room in all but a sentence without any pause."""
LOUD: Final = 1500.0
"""Root mean square that the louder parts of speech are brought up to, in sample values. Only quiet speech is below:
the tuning voices, as loud as somebody two metres away, have 2,000 to 4,000. Beside speech at a tenth of that, the
noise above would be one of a loud room."""
LOUD_PERCENTILE: Final = 90
"""Share of the voiced parts that is weaker than its louder parts."""
MOST_GAIN: Final = 16.0
"""Speech that is weaker still is as weak as a microphone's own noise."""
_STRICTNESS: Final = 3
"""The most careful of the voice detector's four modes: noise must not be reported as somebody speaking."""


class Sound:
    """One utterance's sound as it arrives."""

    def __init__(self, *, noise: float = NOISE, gain: float = 1.0) -> None:
        """Begin with no sound; it is made `gain` times louder, and noise of root mean square `noise` is added to it."""
        self._scale = noise
        self._gain = gain
        self._plain = bytearray()
        self._odd = b""
        self._left = MAX_UTTERANCE_SECONDS * RATE * WIDTH
        self._noise = _noise()
        self._vad = Vad(_STRICTNESS, RATE)
        self._unjudged = b""
        self._powers: list[float] = []
        self._voiced: list[bool] = []

    @property
    def gain_wanted(self) -> float:
        """How many times louder the speech so far should be made; 1 where it is loud enough, or nobody spoke."""
        voiced = np.array(self._powers)[np.array(self._voiced, dtype=bool)]
        if not voiced.size:
            return 1.0
        level = np.sqrt(np.percentile(voiced, LOUD_PERCENTILE)) / BOOST
        return float(np.clip(LOUD / max(level, 1.0), 1.0, MOST_GAIN))

    @property
    def has_speech(self) -> bool:
        """Whether somebody spoke, so far."""
        if not self._powers:
            return False
        powers = np.array(self._powers)
        heard = np.array(self._voiced) & (powers > ABOVE_ROOM * np.percentile(powers, ROOM_PERCENTILE))
        return bool(np.count_nonzero(heard) * self._vad.frame_length * 1000 >= SHORTEST_SPEECH_MS)

    def take(self, pcm: bytes) -> bytes:
        """Take sound of any length and return whole samples; nothing beyond the longest utterance."""
        pcm = (self._odd + pcm)[: self._left + len(self._odd)]
        whole = len(pcm) - len(pcm) % WIDTH
        self._odd = pcm[whole:]
        pcm = pcm[:whole]
        self._left -= whole
        self._plain += pcm
        if not pcm:
            return b""
        plain = np.frombuffer(pcm, "<i2").astype(np.float64)
        self._judge(_to_pcm(plain * BOOST))
        return self._prepare(plain, self._noise)

    def again(self, *, gain: float) -> bytes:
        """Return all sound from the beginning, made `gain` times louder."""
        self._gain = gain
        return self._prepare(np.frombuffer(bytes(self._plain), "<i2").astype(np.float64), _noise())

    def _prepare(self, plain: npt.NDArray[np.float64], noise: np.random.Generator) -> bytes:
        return _to_pcm(plain * self._gain + noise.normal(scale=self._scale, size=plain.size))

    def _judge(self, pcm: bytes) -> None:
        size = self._vad.frame_bytes
        pcm = self._unjudged + pcm
        for at in range(0, len(pcm) - size + 1, size):
            frame = pcm[at : at + size]
            self._voiced.append(bool(self._vad.is_speech(frame)))
            self._powers.append(float(np.mean(np.frombuffer(frame, "<i2").astype(np.float64) ** 2)))
        self._unjudged = pcm[len(pcm) - len(pcm) % size :]


def _noise() -> np.random.Generator:
    return np.random.default_rng(0)  # The same sound gives the same words.


def _to_pcm(samples: npt.NDArray[np.float64]) -> bytes:
    return bytes(np.clip(np.rint(samples), -32768, 32767).astype("<i2").tobytes())
