"""The rest of a wake word at the beginning of an utterance.

A wake word is often noticed before its last sound is over, and a closed grammar would take that sound for the first
word of a command: with the last third of a second of "hey jarvis" in front, a third of the tuning voices' commands is
heard right, and with this nine of ten. It cannot simply be allowed before every sentence: "unlock" would be a rest of a
wake word and "lock". So an utterance that fits well alone is not asked, and any other is heard again, behind it.
"""

from collections.abc import Iterator
from typing import Final

WAKE_REST: Final = "[wake]"
"""The word that stands before a sentence there. It is in brackets, like every sound that is no word."""
CERTAIN: Final = -2.5
"""An utterance that fits so well is not heard a second time: half of the tuning voices' commands. With the last third
of a second of a wake word in front, none that was heard right fits better than -2.7."""
ADVANTAGE: Final = 50.0
"""By how much the log-likelihood must be better behind the rest of a wake word. On the tuning voices, with 0 two
commands in a hundred are heard as others, such as "unlock" as "lock"; with 100, as many are lost behind a wake word."""

_WAKE_WORDS: Final = (
    "HH EY JH AA R V AH S",
    "HH EY JH AA R V IH S",
    "AH L EH K S AH",
    "HH EY M AY K R AO F T",
    "HH EY M AA R V IH N",
    "OW K EY N AA B UW",
    "HH EY HH OW M",
    "K AH M P Y UW T ER",
)
"""The wake words that ship with openWakeWord, and those that are common with Home Assistant."""
_SHORTEST: Final = 2
"""Phonemes. A single one is found in any noise."""


def wake_rests() -> tuple[str, ...]:
    """Return the sounds of every ending of every wake word, the whole words too."""
    return tuple(dict.fromkeys(_endings()))


def _endings() -> Iterator[str]:
    for word in _WAKE_WORDS:
        phonemes = word.split()
        for begin in range(len(phonemes) - _SHORTEST + 1):
            yield " ".join(phonemes[begin:])
