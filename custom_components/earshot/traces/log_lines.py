"""The log files of Home Assistant: finding the messages that may hold words, and blanking them where they stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
import os
from pathlib import Path
import re
from typing import BinaryIO, Final

from .voice_loggers import holds_words

HEAD: Final = re.compile(
    rb"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d{3} ([A-Z]+) \([^)\n]*\) \[([^\]\n]+)\] ",
)
"""How every message begins (bootstrap.py, async_enable_logging). Lines that begin otherwise go on with it."""

BLANK: Final = re.compile(rb"[^\r\n]")
BLANKED: Final = re.compile(rb"[*\r\n]*")


@dataclass(slots=True)
class LogMessage:
    """A message that may hold words, at its place in the file."""

    begin: int
    """The first byte after its head."""
    end: int
    at: tuple[datetime, ...]
    """When it was written: two instants in the hour that a change of the clocks repeats, for the log names no zone."""
    blank: bool = True
    """Whether nothing is there any more."""


def messages_with_words(file: BinaryIO) -> Iterator[LogMessage]:
    """Yield the messages that may hold words and are not blank yet, in order. Holds one line at a time."""
    position = 0
    message: LogMessage | None = None
    for line in file:
        begin = position
        position += len(line)
        if (head := HEAD.match(line)) is not None:
            if message is not None and not message.blank:
                yield message
            begin += head.end()
            message = None
            if holds_words(head[3].decode(errors="replace"), head[2].decode()):
                message = LogMessage(begin, begin, _instants(head[1].decode()))
        if message is not None:
            message.end = position
            message.blank &= BLANKED.fullmatch(line[head.end() if head else 0 :]) is not None
    if message is not None and not message.blank:
        yield message


def blank_messages(path: Path, meant: Callable[[LogMessage], bool]) -> int:
    """Overwrite the messages that are meant, durably, and return how many. Blocks; raises OSError.

    The file keeps its length and its other bytes, so whoever appends to it meanwhile is not in the way.
    """
    count = 0
    with path.open("rb") as reading, path.open("r+b") as writing:
        for message in filter(meant, messages_with_words(reading)):
            writing.seek(message.begin)
            writing.write(BLANK.sub(b"*", os.pread(reading.fileno(), message.end - message.begin, message.begin)))
            count += 1
        writing.flush()
        os.fsync(writing.fileno())
    return count


def log_files(path: Path) -> list[Path]:
    """Return the log file and what became of earlier ones: `.1` of the last run, `.old`, `.2026-11-23` of a day."""
    return [path, *path.parent.glob(f"{path.name}.[0-9o]*")] if path.parent.is_dir() else []


def _instants(clock: str) -> tuple[datetime, ...]:
    """Read the log's time, which is the machine's local one, both times it may stand for."""
    naive = datetime.strptime(clock, "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 - the next line gives it the machine's zone
    return tuple(dict.fromkeys(naive.replace(fold=fold).astimezone(UTC) for fold in (0, 1)))
