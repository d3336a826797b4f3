"""Wake words: openWakeWord's models, rearranged to listen to many streams at once.

The models are those of the `openwakeword` package by David Scripka (https://github.com/dscripka/openWakeWord):
its code, the mel front end and Google's speech embedding are under the Apache License 2.0, its wake word heads under
CC BY-NC-SA 4.0. Nothing of them is part of Earshot: they are read from the installed package, and rearranged
in memory, with the same scores. `docs/decisions/0004-wake-words-in-one-batch.md` tells why and how.
"""

from .create import DEFAULT_THRESHOLD, create_wake_engine
from .engine import StreamingWakeEngine

__all__ = ["DEFAULT_THRESHOLD", "StreamingWakeEngine", "create_wake_engine"]
