"""Limits of this side alone. Those that the other side must know stand in `contract.py`."""

from typing import Final

from .contract import RATE, WIDTH

MAX_SMALL_DATA_BYTES: Final = 64 * 1024
"""JSON data of every event but the home's grammar: the longest text to say, each character escaped as `\\uXXXX`."""

READ_BYTES: Final = 64 * 1024
"""How much is taken from a connection at once: two seconds of sound, so that what arrived meanwhile is one read."""

FEED_BYTES: Final = RATE * WIDTH * 80 // 1000
"""Sound is handed to the recogniser in pieces of at least 80 ms: a thread switch for each 20 ms costs as much as the
recognition of them."""

MAX_BACKLOG_BYTES: Final = RATE * WIDTH * 8
"""Sound that may wait for the recogniser before the connection is read no further: 8 s, some 250 kB for each."""

WAKE_GRACE_SECONDS: Final = 0.5
"""How long after the end of the sound a wake word may still be reported: the wake engine works in ticks of its own,
and a detection is due within 200 ms even with a hundred streams."""

SPEECH_PIECE_SECONDS: Final = 0.2
"""Length of one piece of spoken sound on the wire. Shorter ones cost headers, longer ones delay a slow listener."""

MAX_WAITING_REQUESTS: Final = 4
"""Requests to speak that may wait on one connection. Home Assistant sends one per connection."""

IDLE_SECONDS: Final = 300.0
"""A connection on which nothing is asked and nothing is under way is closed after five minutes."""

STALL_SECONDS: Final = 30.0
"""A peer that sends half an event, or that does not take what it asked for, is given up after this time."""

SWEEP_SECONDS: Final = 5.0
"""How often the connections are looked over for the two limits above."""

STOP_SECONDS: Final = 1.0
"""How long the engines have to end when the process is told to stop; it must be gone within two seconds."""

HANDSHAKE_SECONDS: Final = 10.0
"""How long somebody on the network has to prove that they know the pairing code. It takes some milliseconds; a small
board that starts has its cores busy for seconds."""

MAX_STRANGERS: Final = 64
"""Connections that have not proved it yet, and as many from one address as the next says. All satellites of a home
speak through one Home Assistant, which opens a connection for each request."""
MAX_STRANGERS_EACH: Final = 32

PARENT_SECONDS: Final = 0.5
"""How often the process looks whether the one that started it is still there."""

MAX_WORKERS: Final = 4
"""Threads that hear, and as many that speak. More than the cores of a home server gain nothing."""

MIN_SPEED: Final = 0.25
MAX_SPEED: Final = 4.0
"""Beyond these nobody understands the speech, and Piper's memory grows with the length of the sound."""

FILE_BYTES: Final = 1024 * 1024
"""The largest file that this process may write. It writes none, but for a log that is redirected to one."""

MEMORY_BYTES_MIN: Final = 1024**3
MEMORY_BYTES_MAX: Final = 6 * 1024**3
"""Bounds of the memory limit, which is half of the machine's. The largest model that is offered needs about 1.5 GB,
and a broken one must not take the home's other programs with it. The kernel counts private writable memory only:
a model that is mapped from its file is free."""

SPARE_DESCRIPTORS: Final = 256
"""Open files beyond one per connection: libraries, model files while they load, the loop's own."""
