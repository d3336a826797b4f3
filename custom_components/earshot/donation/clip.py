"""A clip: what is given away, and all of it. Its bytes are what is shown before, and what leaves.

A clip's bytes are a mark, the length of a description, the description as a canonical document, and the sound as a
FLAC file to the end. There is nothing in it of the home: no name, no satellite, no day; the week is as near as it gets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
import re
from typing import Final

from ..errors import ClipError
from .documents import FORMAT, Fields, Plain, read_document, write_document
from .flac_blocks import bare_flac, read_front
from .purposes import Purpose
from .texts import MAX_WORDS, checked_language

MARK: Final = b"EARSHOT-CLIP-1\n"
MAX_DESCRIPTION: Final = 16 * 1024
"""Bytes of the description. 2,000 characters are at most 8,000 bytes of words; the rest is some hundred."""
MAX_SOUND_MS: Final = 120_000
"""Two minutes. Even sound that cannot be compressed then fits into the largest bundle: 3.84 MB."""
MAX_SOUND: Final = 3_900_000
"""Bytes of the sound: two minutes as they are, and what FLAC puts around them."""
MAX_REDACTIONS: Final = 1_000
"""Of one kind; there are no more than words."""
MAX_KINDS: Final = 16
MAX_NAME: Final = 64
"""Characters of a wake word's name and of a method's."""

_LENGTH_BYTES: Final = 4
_WEEK: Final = re.compile(r"([0-9]{4})-W([0-9]{2})", re.ASCII)
_KIND: Final = re.compile(r"[a-z][a-z_]{0,31}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """One thing that was said, as it would leave. It has words, or sound, or both."""

    purpose: Purpose
    week: str
    """When it was said, by the week of ISO 8601: "2026-W48"."""
    language: str
    """Language tag, as "en" or "pt-BR"."""
    words: str | None = None
    """One line, at most 2,000 characters. None: none go along."""
    sound: bytes | None = field(default=None, repr=False)
    """FLAC, 16 kHz, mono, 16 bit. None: none goes along."""
    sound_ms: int = 0
    """How long the sound is in milliseconds, rounded down; 0 without sound."""
    wake_word: str | None = None
    """The name of the wake word model that woke, as "okay_nabu". None: none did, or it does not go along."""
    masked: str | None = None
    """Method and strength of the voice masking, as "mcadams 0.80". None: the voice is as it was."""
    redactions: Mapping[str, int] = field(default_factory=dict)
    """How many were taken out, by kind of what: "name", "number", ..."""


def encode_clip(clip: Clip) -> bytes:
    """Return the payload: the exact bytes that are shown and that leave. Raises ClipError for what is no clip.

    What an encoder wrote into the sound's file beside the sound is left out.
    """
    try:
        sound = b"" if clip.sound is None else bare_flac(clip.sound)
        description = write_document(_plain(clip), MAX_DESCRIPTION)
        data = MARK + len(description).to_bytes(_LENGTH_BYTES) + description + sound
        _read(data)
    except ValueError as err:
        raise ClipError(str(err)) from None
    return data


def decode_clip(data: bytes) -> Clip:
    """Return the clip of a payload; bytes that `encode_clip` would not have written are refused. Raises ClipError."""
    try:
        return _read(data)
    except ValueError as err:
        raise ClipError(str(err)) from None


def payload_sha256(payload: bytes) -> str:
    """Return the hash of a payload in hexadecimal, as the ledger keeps it."""
    return sha256(payload).hexdigest()


def week_of(day: date) -> str:
    """Return the week of a day, as "2026-W48"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _plain(clip: Clip) -> dict[str, Plain]:
    plain: dict[str, Plain] = {
        "format": FORMAT,
        "purpose": str(clip.purpose),
        "week": clip.week,
        "language": clip.language,
        "sound_ms": clip.sound_ms,
        "redactions": dict(clip.redactions),
    }
    optional = {"words": clip.words, "wake_word": clip.wake_word, "masked": clip.masked}
    return plain | {name: value for name, value in optional.items() if value is not None}


def _read(data: bytes) -> Clip:
    """Return the clip of a payload. Raises ValueError."""
    front = len(MARK) + _LENGTH_BYTES
    if not data.startswith(MARK) or len(data) > front + MAX_DESCRIPTION + MAX_SOUND:
        raise ValueError("this is no clip, or too large")
    length = int.from_bytes(data[len(MARK) : front])
    if length > MAX_DESCRIPTION:
        raise ValueError("a description is too large")
    document = Fields(read_document(data[front : front + length], MAX_DESCRIPTION))
    sound = data[front + length :] or None
    clip = _described(document, sound)
    if clip.words is None and sound is None:
        raise ValueError("a clip has neither words nor sound")
    if clip.sound_ms != _length_of(sound):
        raise ValueError("sound_ms is not the length of the sound")
    return clip


def _described(document: Fields, sound: bytes | None) -> Clip:
    document.format()
    clip = Clip(
        purpose=document.choice("purpose", Purpose),
        week=_week(document.string("week")),
        language=checked_language(document.string("language")),
        words=document.text("words", MAX_WORDS) if document.has("words") else None,
        sound=sound,
        sound_ms=document.number("sound_ms", 0, MAX_SOUND_MS),
        wake_word=document.text("wake_word", MAX_NAME) if document.has("wake_word") else None,
        masked=document.text("masked", MAX_NAME) if document.has("masked") else None,
        redactions=_redactions(document.value("redactions")),
    )
    document.done()
    return clip


def _length_of(sound: bytes | None) -> int:
    if sound is None:
        return 0
    front = read_front(sound)
    if not front.bare or len(sound) > MAX_SOUND:
        raise ValueError("the sound's file is too large, or holds more than the sound")
    return front.sound_ms


def _week(text: str) -> str:
    """Return a week that the calendar has. Raises ValueError."""
    match = _WEEK.fullmatch(text)
    try:
        if match is not None and week_of(date.fromisocalendar(int(match[1]), int(match[2]), 1)) == text:
            return text
    except ValueError:
        pass
    raise ValueError("week is not in the calendar")


def _redactions(value: Plain) -> dict[str, int]:
    redactions = Fields(value)
    if not isinstance(value, dict) or len(value) > MAX_KINDS or not all(map(_KIND.fullmatch, value)):
        raise ValueError("redactions are malformed, or too many")
    return {kind: redactions.number(kind, 1, MAX_REDACTIONS) for kind in value}
