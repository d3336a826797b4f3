"""Everything that is done to the sound of a clip before a person hears it as it would leave, in its order."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random, SystemRandom
from typing import Final

METHOD: Final = "mcadams"
"""After its inventor, as the literature calls it; `docs/masking.md` says what it does and what it does not."""
DEFAULT_STRENGTH: Final = 0.5
"""See `docs/masking.md` for what it does to a voice and to its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedSound:
    """Sound as it would leave."""

    pcm: bytes
    """16 kHz, 16 bit, mono."""
    sound_ms: int
    """How long it is now."""
    trimmed_ms: int
    """How much silence was cut off, at both ends together."""
    method: str | None
    """How the voice was masked, and how strongly: "mcadams 0.50". None if it was not."""


def prepare_sound(
    pcm: bytes, *, strength: float, beeps: Sequence[tuple[int, int]], chance: Random | None = None
) -> PreparedSound:
    """Overwrite the spans `beeps` [begin, end) in ms, mask the voice, and cut off the silence around it.

    `pcm` is 16 kHz, 16 bit, mono; spans count from its beginning and may lie outside it, overlap, and come in any
    order. `strength` is from 0.0 (the voice as it is) to 1.0. How a voice is masked is drawn from `chance` for each
    clip; without it from the operating system, and two calls differ. So what a person has heard is to be kept and
    sent, never made again.

    Takes a hundredth of the time that the sound lasts: call it in an executor. Raises ValueError for another strength.
    """
    # numpy with them, see the package's docstring
    from . import beeps as tone, masking, silence  # noqa: PLC0415 - as above
    from .samples import from_pcm, to_ms, to_pcm  # noqa: PLC0415 - as above

    # As it is told: a mask of "0.00" would be none that is called one.
    strength = round(strength, 2)
    # 1. What is to be hidden is gone before anything is reckoned from it: masking looks 20 ms around every sample.
    spans = tone.widened(beeps)
    samples = tone.blanked(from_pcm(pcm), spans)
    # 2. The voice.
    masked = masking.masked(samples, strength=strength, chance=chance or SystemRandom())
    # 3. The tone is for whoever listens: so that a gap is not taken for a pause.
    beeped = tone.beeped(masked, spans)
    # 4. Last, so that spans need not be counted anew.
    trimmed = silence.trimmed(beeped)
    return PreparedSound(
        pcm=to_pcm(trimmed),
        sound_ms=to_ms(len(trimmed)),
        trimmed_ms=to_ms(len(beeped) - len(trimmed)),
        method=f"{METHOD} {strength:.2f}" if strength else None,
    )
