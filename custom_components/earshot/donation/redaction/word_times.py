"""When each word was said, and which stretches of the sound are to be beeped for what was hidden."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from .redacted import Span

BEEP_MARGIN_MS: Final = 150
"""How much longer a beep is than its word, at either end. Of 494 words that synthetic voices said in a quiet and a loud
room, the recogniser had 1 in 100 begin over 64 ms too late or end over 73 ms too early, and none over 119 ms too late
(`scripts/bench word_times`); a quarter more, because people are no synthetic voices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTime:
    """One word of what was recognised, as `str.split` divides it."""

    begin_ms: int
    """From the first sample that the recogniser got."""
    end_ms: int


def stretches_to_beep(
    spans: Iterable[Span], times: Sequence[WordTime] | None, words: str
) -> tuple[tuple[int, int], ...] | None:
    """Return where to beep, as (begin, end) in ms, in order and apart; None where nobody knows.

    `words` as they were said. Nobody knows either where the times are of other words than these. What was hidden in no
    sound at all needs no beep.
    """
    hidden = tuple(spans)
    if not hidden:
        return ()
    if times is None or len(times) != len(words.split()):
        return None
    stretches: list[tuple[int, int]] = []
    for span in hidden:
        said = times[span.first_word : span.end_word]
        begin = max(0, min(time.begin_ms for time in said) - BEEP_MARGIN_MS)
        end = max(time.end_ms for time in said) + BEEP_MARGIN_MS
        if stretches and begin <= stretches[-1][1]:
            begin = min(begin, stretches[-1][0])
            end = max(end, stretches.pop()[1])
        stretches.append((begin, end))
    return tuple(stretches)
