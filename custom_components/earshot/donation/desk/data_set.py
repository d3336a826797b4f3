"""Data sets in the layouts that training tools read, written into a ZIP file one clip after the other.

- Common Voice: `clips/<donation>.flac` and `validated.tsv` with its columns. Nobody knows which clips come from one
  person, so each has a `client_id` of its own, and there is no age, gender or accent.
- openWakeWord: `<wake word>/positive/<donation>.wav` and `<wake word>/negative/<donation>.wav`.

With each go `tombstones.tsv`, what was in earlier data sets of this layout and is to be taken out of them, and
`README.txt`, which says so. A clip's file is called after its donation, so that a tombstone finds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
import re
from types import TracebackType
from typing import Final, Self
import unicodedata
import wave
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from .layouts import Layout

COLUMNS: Final = (
    "client_id",
    "path",
    "sentence_id",
    "sentence",
    "sentence_domain",
    "up_votes",
    "down_votes",
    "age",
    "gender",
    "accents",
    "variant",
    "locale",
    "segment",
)
"""Of `validated.tsv`, as Common Voice has them since version 17."""

NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
"""What a data set may be called: it becomes a file's name, and stands in receipts."""

_SAMPLE_RATE: Final = 16_000
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file in it: when a clip was written says nothing to anybody."""

_README: Final = """\
This data set was given by people who let others listen to what they said, for one purpose: {purpose}.
A clip is called after its donation. What stands in tombstones.tsv was withdrawn, or should never have been given:
take it out of every copy and of what was made earlier. The desk lists what is withdrawn later at
{address}/api/earshot/desk/tombstones, signed.
Voices may be masked, and that hides them from nobody who tries. Do not try to find out who speaks.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedClip:
    """An accepted clip, as it is published."""

    donation_id: str
    language: str
    words: str | None = field(repr=False)
    wake_word: str | None
    right: bool
    """Whether the wake word is in it."""
    agreed: int
    """Labels that say the same."""
    differed: int
    sound: bytes = field(repr=False)
    """FLAC for Common Voice; 16 kHz, mono, 16 bit PCM for openWakeWord."""


class DataSetWriter:
    """One data set on its way into a file. Blocks; raises OSError."""

    def __init__(self, path: Path, layout: Layout) -> None:
        self._layout = layout
        self._zip = ZipFile(path, "w", ZIP_STORED)
        self._lines = ["\t".join(COLUMNS)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, err: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def add(self, clip: PublishedClip) -> None:
        """Write a clip."""
        if self._layout is Layout.COMMON_VOICE:
            name = f"{clip.donation_id}.flac"
            self._put(f"clips/{name}", clip.sound)
            self._lines.append("\t".join(_columns(clip, name)))
            return
        side = "positive" if clip.right else "negative"
        self._put(f"{folder_name(clip.wake_word)}/{side}/{clip.donation_id}.wav", _wav(clip.sound))

    def finish(self, tombstones: Sequence[tuple[str, str, str]], *, purpose: str, address: str) -> None:
        """Write what goes beside the clips. A tombstone is a donation, a day and a reason."""
        if self._layout is Layout.COMMON_VOICE:
            self._put("validated.tsv", _table(self._lines))
        lines = ["donation_id\tday\treason", *("\t".join(one) for one in tombstones)]
        self._put("tombstones.tsv", _table(lines))
        self._put("README.txt", _README.format(purpose=purpose, address=address).encode())

    def _put(self, name: str, content: bytes) -> None:
        info = ZipInfo(name, _EPOCH)
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, content)


def folder_name(wake_word: str | None) -> str:
    """Return a wake word as a folder's name: letters and digits of any language, and underscores."""
    plain = unicodedata.normalize("NFKC", wake_word or "").casefold()
    return re.sub(r"[^\w]+", "_", plain).strip("_")[:64] or "no_wake_word"


def _columns(clip: PublishedClip, name: str) -> tuple[str, ...]:
    client = sha256(clip.donation_id.encode()).hexdigest()
    sentence = " ".join((clip.words or "").split())
    votes = (str(clip.agreed), str(clip.differed))
    return client, name, "", sentence, "", *votes, "", "", "", "", clip.language, ""


def _table(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _wav(pcm: bytes) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(_SAMPLE_RATE)
        wav.writeframes(pcm)
    return file.getvalue()
