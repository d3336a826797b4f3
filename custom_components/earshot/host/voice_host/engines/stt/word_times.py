"""When each word was said: the recogniser's best path has it anyway, so that it costs nothing to ask."""

from collections.abc import Iterable, Sequence
import re
from typing import Final

from .evidence import Segment
from .lexicon import written

FRAME_MS: Final = 10
"""From one frame of pocketsphinx to the next."""
_NO_WORD: Final = ("<", "[", "+", "(")
"""How pocketsphinx begins what is silence, noise or nothing."""
_NUMBERED: Final = re.compile(r"\(\d+\)$")
"""How it marks another pronunciation of a word."""

type Stretch = tuple[str, int, int]
"""A word of the grammar, its first frame and its last."""


def stretches(segments: Iterable[Segment]) -> tuple[Stretch, ...]:
    """Return when the words of a path were said, without what is none, such as the rest of a wake word."""
    return tuple(
        (_NUMBERED.sub("", segment.word), segment.start_frame, segment.end_frame)
        for segment in segments
        if not segment.word.startswith(_NO_WORD)
    )


def word_times(words: Sequence[str], said: Sequence[Stretch]) -> tuple[tuple[int, int], ...] | None:
    """Return the beginning and the end in ms of each word that `written` makes of `words`, as `str.split` divides it.

    The words of a number are one there, and a name can be written as several. None where the path had other words.
    """
    if tuple(word for word, _, _ in said) != tuple(words):
        return None
    times: list[tuple[int, int]] = []
    for count, (_, begin, end) in enumerate(said, 1):
        pieces = len(written(words[:count]).split())
        stretch = (begin * FRAME_MS, (end + 1) * FRAME_MS)
        if pieces == len(times) and times:
            times[-1] = (times[-1][0], stretch[1])
        times.extend([stretch] * (pieces - len(times)))
    return tuple(times)
