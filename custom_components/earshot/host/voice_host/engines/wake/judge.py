"""From scores to detections: one judge per stream and word. Pure."""

from dataclasses import dataclass
from typing import Final

WARM_UP_FRAMES: Final = 5
"""Frames at a stream's beginning that are not judged, as in openWakeWord: the features still hold their blank fill."""
REFRACTORY_FRAMES: Final = 26
"""2.08 s. A score looks back 16 embeddings of 80 ms and the 76 rows of 10 ms of the first of them, together
1.96 s: after this long, nothing of the utterance that was detected can raise it again."""


@dataclass(slots=True)
class Judge:
    """Decides when one word was said in one stream."""

    threshold: float
    trigger_level: int
    """Frames in a row that must reach the threshold."""
    _heard: int = 0
    _above: int = 0
    _resting: int = 0
    _armed: bool = True

    def hear(self, score: float) -> bool:
        """Take the score of the next frame; tell whether the word has just been detected.

        A word is detected once: again only after the refractory time and after the score has fallen in between.
        """
        self._heard += 1
        self._resting = max(0, self._resting - 1)
        if self._heard <= WARM_UP_FRAMES:
            return False
        if score >= self.threshold:
            self._above += 1
        else:  # also a score that is not a number
            self._above = 0
            self._armed = True
        if self._above < self.trigger_level or self._resting or not self._armed:
            return False
        self._armed = False
        self._resting = REFRACTORY_FRAMES
        return True
