"""What Home Assistant's side and the voice host agree on, beyond the Wyoming protocol itself.

Imports the standard library only: both processes load this file. Wyoming 1.10.2 carries everything
that other software also understands; the two extra events below begin with `earshot-`, and a Wyoming
peer that does not know them ignores them, as the protocol asks.
"""

from dataclasses import dataclass, field
from typing import Any, Final

PROTOCOL: Final = 1
"""Raised when an `earshot-` event changes its meaning. The two sides must have the same."""

RATE: Final = 16_000
"""Samples per second of all sound that goes to the host."""
WIDTH: Final = 2
"""Bytes per sample: signed 16 bit, little endian."""
CHANNELS: Final = 1

# ---- Limits: each one closes the connection that breaks it, with a Wyoming `error` event, and nothing else.
MAX_HEADER_BYTES: Final = 16 * 1024
"""One JSON header line. Wyoming's own headers are under 200 bytes."""
MAX_DATA_BYTES: Final = 4 * 1024 * 1024
"""One event's JSON data. The grammar of a home with 2,000 names is under 1 MiB."""
MAX_PAYLOAD_BYTES: Final = 256 * 1024
"""One chunk of sound: 8 s at 16 kHz. Satellites send 20 to 80 ms."""
MAX_CONNECTIONS: Final = 512
"""A home has some ten satellites with up to three connections each; the benchmark has 250."""
MAX_UTTERANCE_SECONDS: Final = 60
"""Longest sound that speech-to-text takes; Assist itself stops after 15 s by default."""
MAX_SPOKEN_CHARACTERS: Final = 10_000
"""Longest text to say at once: some ten minutes of speech."""

# ---- Codes of a Wyoming `error` event. Its text is one English sentence for a log and never holds spoken words.
ERROR_MALFORMED: Final = "malformed"
"""What came is not a Wyoming event, or lacks what its type needs. The connection is closed."""
ERROR_TOO_LARGE: Final = "too-large"
"""A limit above was passed. The connection is closed."""
ERROR_AUDIO_FORMAT: Final = "audio-format"
"""This sound cannot be converted to 16 kHz, 16 bit, mono. The connection is closed."""
ERROR_BUSY: Final = "busy"
"""Too many connections, or too many requests on this one. The connection is closed."""
ERROR_NO_ENGINE: Final = "no-engine"
"""No engine could be loaded for this stage. The report says why."""
ERROR_NOT_READY: Final = "not-ready"
"""The engine has nothing to work with yet, such as no grammar."""
ERROR_NOT_FOUND: Final = "not-found"
"""No such wake word, voice or speaker."""
ERROR_GRAMMAR: Final = "grammar"
"""The home's grammar could not be understood; the one before it stays."""
ERROR_ENGINE: Final = "engine-failed"
"""The engine broke off. The host goes on."""

# ---- Names of the programs, as they stand in Wyoming's `info` event.
WAKE_PROGRAM: Final = "earshot-wake"
STT_PROGRAM: Final = "earshot-stt"
TTS_PROGRAM: Final = "earshot-tts"

REPORT: Final = "earshot-report"
"""Asked with empty data; answered with `HostReport` as data."""
HOME: Final = "earshot-home"
"""Sent with `HomeGrammar` as data; answered by `HOME_BUILT` with `GrammarBuilt` as data."""
HOME_BUILT: Final = "earshot-home-built"

# ---- Keys of `context` in Wyoming's `transcribe`, sent by the client.
CONTEXT_SPEAKER_KEY: Final = "satellite"
"""An opaque id of the satellite: what the recogniser adapts to is kept per such id, in memory only."""
CONTEXT_EXPECTS_KEY: Final = "expects"
"""What is going to be said. Absent: a sentence of this home, or any words. A host that does not know it hears that."""
EXPECTS_ANSWER: Final = "answer"
"""A yes or a no. Whatever is neither is not heard as one."""
CONTEXT_TIMES_KEY: Final = "times"
"""True: when each word was said is to be told, where the recogniser knows. Older hosts never tell."""

# ---- Keys of `context` in Wyoming's `synthesize` and `synthesize-start`, sent by the client.
CONTEXT_SPEED: Final = "speed"
"""How fast to speak: a number from 0.25 to 4, 2.0 is twice as fast. Absent: 1.0."""

# ---- Keys of `context` in Wyoming's `transcript`, sent by the host.
CONTEXT_ENGINE: Final = "engine"
"""Name of the engine that listened, as in `info`."""
CONTEXT_VERDICT: Final = "verdict"
"""One of the VERDICT values."""
CONTEXT_SCORE: Final = "score"
"""The figure that accepted or rejected the words: a float, larger is surer. Absent where there is none."""
CONTEXT_WORD_TIMES: Final = "word_times"
"""When each word of the text was said, as `str.split` divides them: pairs of whole milliseconds from the first sample
that was sent, its beginning and its end. Absent where nobody asked, and where the recogniser does not know."""

VERDICT_ACCEPTED: Final = "accepted"
VERDICT_REJECTED: Final = "rejected"
"""Somebody spoke, and it is not a sentence of this home. The text is empty."""
VERDICT_SILENCE: Final = "silence"
"""No speech was heard. The text is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """One defence that keeps the host off the network."""

    name: str
    """`seccomp`, `network_namespace`, `no_new_privileges`, `descriptors`, `limits`."""
    stands: bool
    detail: str = ""
    """Why it does not stand, or what it forbids: one English phrase for a tinkerer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One way out of the sandbox that the host tried after it closed itself in."""

    way: str
    """`tcp`, `udp`, `getaddrinfo`, `io_uring` …"""
    denied: bool
    detail: str = ""
    """The error it met, such as `EPERM`; or what succeeded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineInfo:
    """One engine that answers for a stage, and where its model came from."""

    stage: str
    """`wake_word`, `speech_to_text` or `text_to_speech`."""
    name: str
    version: str
    model: str
    detail: str = ""
    """Why this one and not another, in one English sentence."""


# ---- Why a connection over a network was not let in.
REFUSED_NO_TLS: Final = "no_tls"
"""It spoke something else, such as plain Wyoming."""
REFUSED_CODE: Final = "wrong_code"
"""It did not know the pairing code."""
REFUSED_TIMEOUT: Final = "timeout"
"""It did not prove in time that it knows it, or went away before."""
REFUSED_TOO_MANY: Final = "too_many"
"""Too many others were trying at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Connections that were not let in, for one reason, since the host started."""

    why: str
    """One of the REFUSED values."""
    count: int
    last_from: str
    """Address that the last of them came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostReport:
    """What the host says of itself. `enforced` is what the ledger may call enforced, if Earshot started this host."""

    protocol: int
    version: str
    pid: int
    enforced: bool
    """A wall that closes the network stands, and every attempt was denied."""
    walls: tuple[Wall, ...]
    attempts: tuple[Attempt, ...]
    engines: tuple[EngineInfo, ...]
    problems: tuple[str, ...] = ()
    """Models or files that were found and could not be used, one English sentence each."""
    run: str = ""
    """A name of this run of the process, drawn at its start: in a container every process has the same id."""
    refused: tuple[Refused, ...] = ()
    """Whom it did not let in, on a network."""

    def to_data(self) -> dict[str, Any]:
        """Encode as the data of an event."""
        from dataclasses import asdict  # noqa: PLC0415

        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> HostReport:
        """Decode; raises KeyError, TypeError or ValueError for anything else.

        What a newer host says beside it is passed over: a host on another machine is updated by itself.
        """
        known = {name: data[name] for name in cls.__dataclass_fields__ if name in data}
        known["walls"] = tuple(Wall(**wall) for wall in data["walls"])
        known["attempts"] = tuple(Attempt(**attempt) for attempt in data["attempts"])
        known["engines"] = tuple(EngineInfo(**engine) for engine in data["engines"])
        known["problems"] = tuple(data.get("problems", ()))
        known["refused"] = tuple(Refused(**refused) for refused in data.get("refused", ()))
        return cls(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeGrammar:
    """The sentences that this home understands, for a recogniser with a closed grammar."""

    language: str
    """As Home Assistant writes it: `en`, `de-CH`."""
    jsgf: str
    """A JSGF 1.0 grammar whose public rules are whole sentences, in lower case, words only.

    `_hex_` in a word is the character of that number, and `_n22_word` is heard as `word` and written as 22, together
    with the digits of such words beside it.
    """
    revision: str
    """A hash of the above. The host keeps a built grammar and does no work for one that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrammarBuilt:
    """The host's answer to a grammar."""

    revision: str
    words: int
    """Distinct words in the grammar."""
    guessed: tuple[str, ...] = field(default=())
    """Words that no dictionary has and whose pronunciation was guessed from the spelling."""
    unheard: tuple[str, ...] = field(default=())
    """Words that cannot be heard at all: sentences with them will never be recognised."""
    took_ms: int = 0
