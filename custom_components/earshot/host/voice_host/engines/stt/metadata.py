"""The metadata of an ONNX file, read without reading its weights.

An ONNX file is a Protocol Buffers message (`ModelProto`, onnx.proto 1.x) whose field 14 is a list of key and value
pairs. The weights lie in field 7, which is skipped: a model has hundreds of megabytes, and this is a glance.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

_METADATA_PROPS: Final = 14
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
"""Wire types of Protocol Buffers."""
_MAX_VARINT_BYTES: Final = 10
_MAX_ENTRY: Final = 1024 * 1024
"""Longest entry that is read: some models keep their word list in the metadata."""


def read_metadata(file: Path) -> dict[str, str]:
    """Return the metadata of an ONNX file. Raises ValueError when it is none, OSError when it cannot be read."""
    found: dict[str, str] = {}
    with file.open("rb") as stream:
        size = file.stat().st_size
        if not size:
            raise ValueError("the file is empty")
        while stream.tell() < size:
            number, kind = divmod(_varint(stream), 8)
            if kind == _BYTES:
                length = _varint(stream)
                if length > size - stream.tell():
                    raise ValueError("the file is cut off")
                if number == _METADATA_PROPS and length <= _MAX_ENTRY:
                    key, value = _pair(stream.read(length))
                    found[key] = value
                else:
                    stream.seek(length, 1)
            elif kind == _VARINT:
                _varint(stream)
            elif kind in {_FIXED32, _FIXED64}:
                stream.seek(4 if kind == _FIXED32 else 8, 1)
            else:
                raise ValueError("the file is not an ONNX model")
    return found


def _varint(stream: BinaryIO) -> int:
    number = 0
    for place in range(_MAX_VARINT_BYTES):
        byte = stream.read(1)
        if not byte:
            raise ValueError("the file is cut off")
        number |= (byte[0] & 0x7F) << (7 * place)
        if byte[0] < 0x80:  # noqa: PLR2004 - the bit that says that more bytes follow
            return number
    raise ValueError("the file is not an ONNX model")


def _pair(entry: bytes) -> tuple[str, str]:
    """Decode a `StringStringEntryProto`: field 1 is the key, field 2 the value."""
    fields = dict(_strings(entry))
    return fields.get(1, ""), fields.get(2, "")


def _strings(entry: bytes) -> Iterator[tuple[int, str]]:
    at = 0
    while at < len(entry):
        tag, at = _varint_at(entry, at)
        length, at = _varint_at(entry, at)
        if tag % 8 != _BYTES or at + length > len(entry):
            raise ValueError("the file is not an ONNX model")
        yield tag // 8, entry[at : at + length].decode("utf-8", "replace")
        at += length


def _varint_at(data: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while at < len(data) and shift < 7 * _MAX_VARINT_BYTES:
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more bytes follow
            return number, at
    raise ValueError("the file is not an ONNX model")
