"""Wyoming's framing with limits: one JSON header line, then JSON data, then payload.

Wyoming's own reader believes whatever length a peer announces. This one holds at most one event, whose parts are
bounded before they are received, and speaks one error: RefusedError.
"""

from collections.abc import Iterator
from dataclasses import dataclass
import json
from typing import Any, Final

from wyoming.event import Event
from wyoming.version import __version__ as wyoming_version

from .contract import ERROR_TOO_LARGE, HOME, MAX_DATA_BYTES, MAX_HEADER_BYTES, MAX_PAYLOAD_BYTES
from .faults import RefusedError
from .limits import MAX_SMALL_DATA_BYTES

_NEWLINE: Final = b"\n"


@dataclass(frozen=True, slots=True)
class _Header:
    """A header line that was understood; its parts may still be under way."""

    type: str
    data: dict[str, Any]
    data_length: int
    payload_length: int


class Decoder:
    """Turns the bytes of one connection into events. After it raised it is of no further use."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._searched = 0
        self._header: _Header | None = None

    @property
    def midway(self) -> bool:
        """Whether an event has begun and not ended."""
        return bool(self._buffer) or self._header is not None

    def feed(self, received: bytes) -> Iterator[Event]:
        """Take bytes and yield the events that they complete. Raises RefusedError at the first that is none."""
        self._buffer += received
        while (event := self._next()) is not None:
            yield event

    def _next(self) -> Event | None:
        if self._header is None:
            line = self._take_line()
            if line is None:
                return None
            self._header = _parse_header(line)
        header = self._header
        if len(self._buffer) < header.data_length + header.payload_length:
            return None
        data = header.data
        if header.data_length:
            data = data | _parse_object(self._take(header.data_length))
        payload = self._take(header.payload_length) if header.payload_length else None
        self._header = None
        return Event(type=header.type, data=data, payload=payload)

    def _take_line(self) -> bytes | None:
        end = self._buffer.find(_NEWLINE, self._searched)
        if max(end, len(self._buffer) if end < 0 else 0) > MAX_HEADER_BYTES:
            raise RefusedError(f"A header is longer than {MAX_HEADER_BYTES} bytes.", code=ERROR_TOO_LARGE)
        if end < 0:
            self._searched = len(self._buffer)
            return None
        self._searched = 0
        return self._take(end + 1)

    def _take(self, length: int) -> bytes:
        taken = bytes(self._buffer[:length])
        del self._buffer[:length]
        return taken


def encode(event: Event) -> bytes:
    """Write an event as it goes over the wire, in one piece so that events never interleave."""
    header: dict[str, Any] = {"type": event.type, "version": wyoming_version}
    data = json.dumps(event.data, ensure_ascii=False).encode() if event.data else b""
    payload = event.payload or b""
    if data:
        header["data_length"] = len(data)
    if payload:
        header["payload_length"] = len(payload)
    return b"".join((json.dumps(header, ensure_ascii=False).encode(), _NEWLINE, data, payload))


def _parse_header(line: bytes) -> _Header:
    fields = _parse_object(line)
    kind = fields.get("type")
    data = fields.get("data") or {}
    if not isinstance(kind, str) or not kind or not isinstance(data, dict):
        raise RefusedError("A header has no type, or data that is no object.")
    return _Header(
        kind,
        data,
        _length(fields, "data_length", MAX_DATA_BYTES if kind == HOME else MAX_SMALL_DATA_BYTES),
        _length(fields, "payload_length", MAX_PAYLOAD_BYTES),
    )


def _length(fields: dict[str, Any], name: str, limit: int) -> int:
    length = fields.get(name)
    if length is None:
        return 0
    if not isinstance(length, int) or isinstance(length, bool) or length < 0:
        raise RefusedError(f"The {name} of an event is no length.")
    if length > limit:
        raise RefusedError(f"The {name} of an event is over {limit} bytes.", code=ERROR_TOO_LARGE)
    return length


def _parse_object(text: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(text)
    except ValueError, RecursionError:
        # The parser's own message quotes what it could not read.
        raise RefusedError("What came is not JSON.") from None
    if not isinstance(parsed, dict):
        raise RefusedError("What came is JSON, and no object.")
    return parsed
