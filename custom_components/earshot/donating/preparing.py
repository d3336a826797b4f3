"""Makes of what was said what would leave: words redacted, sound masked, beeped and trimmed, time coarsened. Blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
import json
from typing import Any, Final, Self

from ..donation.clip import Clip, encode_clip, payload_sha256, week_of
from ..donation.purposes import Purpose
from ..donation.redaction import HomeNames, Redacted, WordTime, redact, stretches_to_beep
from ..donation.sound.prepare import prepare_sound
from ..models import ContentKind
from ..vault import flac
from .told import Hidden

_WAKE_WORDS: Final = frozenset(
    {"okay nabu", "ok nabu", "hey jarvis", "hey mycroft", "hey marvin", "hey rhasspy", "alexa"}
)
"""Wake words that many homes have. One of a home's own says whose home it is."""
OWN: Final = "own"
"""What stands for such a one."""

PERSON: Final = "person"
"""The kind of what a person hid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What was said, as it was."""

    said: datetime
    language: str
    words: str | None = field(repr=False)
    """None: nobody knows them, or the purpose does not need them."""
    times: tuple[WordTime, ...] | None = field(repr=False)
    wake_word: str | None

    def to_bytes(self) -> bytes:
        """Return it without the sound, to be sealed."""
        times = None if self.times is None else [(time.begin_ms, time.end_ms) for time in self.times]
        told = {"said": self.said.isoformat(), "language": self.language, "words": self.words, "times": times}
        return json.dumps(told | {"wake_word": self.wake_word}).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return what `to_bytes` wrote."""
        told = json.loads(data)
        times = told["times"]
        return cls(
            said=datetime.fromisoformat(told["said"]),
            language=told["language"],
            words=told["words"],
            times=None if times is None else tuple(WordTime(begin_ms=begin, end_ms=end) for begin, end in times),
            wake_word=told["wake_word"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How it is to be made."""

    purpose: Purpose
    strength: float
    hide: tuple[int, ...] = ()
    """Words that a person hid, counted from 0."""
    with_sound: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What would leave, and what was changed."""

    payload: bytes = field(repr=False)
    sha256: str
    contents: tuple[ContentKind, ...]
    sound_ms: int
    times_unknown: bool
    notes: Notes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What a preview tells beside the payload."""

    hidden: tuple[Hidden, ...]
    hide: tuple[int, ...]
    trimmed_ms: int
    beeps: int
    with_sound: bool

    def to_bytes(self) -> bytes:
        """Return them, to be sealed."""
        hidden = [(one.kind, one.begin, one.end, list(one.words)) for one in self.hidden]
        told: dict[str, Any] = {"hidden": hidden, "hide": list(self.hide), "trimmed_ms": self.trimmed_ms}
        return json.dumps(told | {"beeps": self.beeps, "with_sound": self.with_sound}).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return what `to_bytes` wrote."""
        told = json.loads(data)
        return cls(
            hidden=tuple(
                Hidden(kind=kind, begin=begin, end=end, words=tuple(words))
                for kind, begin, end, words in told["hidden"]
            ),
            hide=tuple(told["hide"]),
            trimmed_ms=told["trimmed_ms"],
            beeps=told["beeps"],
            with_sound=told["with_sound"],
        )


def prepare(original: Original, pcm: bytes, names: HomeNames, wish: Wish) -> Prepared:
    """Make what would leave. `pcm` is 16 bit mono at 16 kHz; empty where there is no sound.

    Raises ClipError, ValueError, VaultError for what cannot be made.
    """
    redacted = _redacted(original, names, wish)
    beeps = _beeps(original, redacted)
    with_sound = wish.with_sound and bool(pcm)
    sound = prepare_sound(pcm, strength=wish.strength, beeps=beeps or ()) if with_sound else None
    encoded = flac.encode(sound.pcm) if sound is not None and sound.sound_ms else None
    words = None if redacted is None else redacted.words
    payload = encode_clip(
        Clip(
            purpose=wish.purpose,
            week=week_of(original.said.astimezone(UTC).date()),
            # Of whom it is tells a region more than it helps anybody who trains a recognizer.
            language=original.language.partition("-")[0] or "und",
            words=words,
            sound=encoded,
            sound_ms=sound.sound_ms if sound is not None and encoded is not None else 0,
            wake_word=None if original.wake_word is None else _common(original.wake_word),
            masked=sound.method if sound is not None and encoded is not None else None,
            redactions={} if redacted is None else redacted.counts,
        )
    )
    there = ((ContentKind.SOUND, encoded is not None), (ContentKind.WORDS, words is not None))
    return Prepared(
        payload=payload,
        sha256=payload_sha256(payload),
        contents=tuple(kind for kind, has in there if has),
        sound_ms=sound.sound_ms if sound is not None and encoded is not None else 0,
        # Who speaks in a sound whose words nobody knows may have said anything. Before a wake word, too: the seconds
        # that are held begin while the room still talks among itself.
        times_unknown=encoded is not None and (beeps is None or original.words is None),
        notes=Notes(
            hidden=() if redacted is None else _hidden(redacted, wish.hide),
            hide=wish.hide,
            trimmed_ms=sound.trimmed_ms if sound is not None else 0,
            beeps=len(beeps or ()),
            with_sound=with_sound,
        ),
    )


def _common(wake_word: str) -> str:
    return wake_word if " ".join(wake_word.casefold().replace("_", " ").split()) in _WAKE_WORDS else OWN


def _redacted(original: Original, names: HomeNames, wish: Wish) -> Redacted | None:
    if original.words is None:
        return None
    return redact(original.words, original.language, names, hide=wish.hide)


def _beeps(original: Original, redacted: Redacted | None) -> Sequence[tuple[int, int]] | None:
    """Return where to beep; None where something is hidden and nobody knows where it was said."""
    if redacted is None or original.words is None:
        return ()
    return stretches_to_beep(redacted.spans, original.times, original.words)


def _hidden(redacted: Redacted, hide: Sequence[int]) -> tuple[Hidden, ...]:
    spans = ((span, tuple(range(span.first_word, span.end_word))) for span in redacted.spans)
    return tuple(
        Hidden(kind=PERSON if set(words) <= set(hide) else span.kind.value, begin=span.begin, end=span.end, words=words)
        for span, words in spans
    )
