"""Clips in a folder of one's own, in the layouts that training tools read. Blocks; raises OSError.

- Common Voice: `<language>/clips/<name>.flac`, and in `<language>/other.tsv` a line for each: the table of clips that
  nobody has voted on, for the words are a recogniser's.
- openWakeWord: `<wake word>/positive/<name>.wav` for what was said to a satellite, and
  `<wake word>/negative/<name>.wav` for what woke one though nobody called it.

A clip is called after the hash of its bytes, which says nothing of who spoke, and writing it twice writes it once.
"""

import os
from pathlib import Path
import re
from typing import Final
import unicodedata

from ..errors import ClipError
from .clip import Clip
from .purposes import Purpose

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
"""Of the tables of Common Voice since version 17."""

TABLE: Final = "other.tsv"
MAX_FOLDER_NAME: Final = 64
"""Characters of a wake word as a folder's name."""


def write_clip(folder: Path, clip: Clip, name: str, wav: bytes) -> tuple[Path, ...]:
    """Write a clip below a folder, durably, and return the files that are its own.

    `wav` is its sound once more, as openWakeWord reads it. Raises ClipError for a clip without sound, which has no
    place in these layouts; OSError.
    """
    if clip.sound is None:
        raise ClipError("a clip without sound has no place in a training layout")
    if clip.purpose is Purpose.SPEECH:
        file = folder / clip.language / "clips" / f"{name}.flac"
        _write(file, clip.sound)
        _list(folder / clip.language / TABLE, _line(clip, file.name))
        return (file,)
    side = "negative" if clip.purpose is Purpose.FALSE_WAKES else "positive"
    file = folder / folder_name(clip.wake_word) / side / f"{name}.wav"
    _write(file, wav)
    return (file,)


def folder_name(wake_word: str | None) -> str:
    """Return a wake word as a folder's name: letters and digits of any language, and underscores."""
    plain = unicodedata.normalize("NFKC", wake_word or "").casefold()
    return re.sub(r"[^\w]+", "_", plain).strip("_")[:MAX_FOLDER_NAME] or "no_wake_word"


def _line(clip: Clip, path: str) -> str:
    """Return a clip's line of the table. Nobody's name, age, gender or accent is in it."""
    values = {"path": path, "sentence": clip.words or "", "up_votes": "0", "down_votes": "0", "locale": clip.language}
    return "\t".join(values.get(column, "") for column in COLUMNS)


def _list(table: Path, line: str) -> None:
    """Add a line to a table, unless it is in it. The table is replaced as a whole: no power cut leaves half a line."""
    lines = table.read_text(encoding="utf-8").splitlines() if table.exists() else ["\t".join(COLUMNS)]
    if line not in lines:
        _write(table, "".join(f"{one}\n" for one in [*lines, line]).encode())


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    with part.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    part.replace(file)
