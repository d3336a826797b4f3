"""A range of the ledger as one file, which proves itself: entries, the rest of the tree, a signed checkpoint.

The format is JSON Lines, every line in the ledger's canonical form: a header, one line an entry, and a last line.
Written and read as a stream, whatever its length. Reading believes nothing; `export_verify` does the checking.
"""

from base64 import b64decode, b64encode
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from ..errors import LedgerCorruptError, LedgerError
from .canonical import MAX_BODY_BYTES, Plain, decode, encode
from .checkpoint import MAX_NOTE_CHARACTERS, VerifyingKey, parse_note
from .store import EntryRow, Snapshot, node_reader
from .tree import HASH_BYTES, SALT_BYTES, cover, read_frontier

FORMAT = "earshot-ledger-export"
VERSION = 1
"""Version of the file's format. A reader refuses every other."""

MAX_LINE_BYTES = 6 * MAX_BODY_BYTES + 4 * MAX_NOTE_CHARACTERS
"""A body's every byte may need an escape of six characters in a string. The header, with a note and its hashes, is
smaller than that."""

_HEADER_FIELDS = {"checkpoint", "end", "first", "format", "keys", "left", "version"}
_MAX_HASHES = 63
"""A size has no more bits than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The first line: which entries of which tree follow."""

    first: int
    """Index of the first entry."""
    end: int
    """One more than the index of the last."""
    checkpoint: str
    """The signed note of the tree that they are proven to be in."""
    keys: tuple[VerifyingKey, ...]
    """The keys that the ledger's notes were signed with, as the file says itself."""
    left: tuple[bytes, ...]
    """Roots of the complete subtrees before the first entry, the largest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEntry:
    """One entry. A redacted one has neither salt nor body."""

    index: int
    leaf: bytes
    salt: bytes | None
    body: bytes | None


def write_export(snapshot: Snapshot, keys: Sequence[VerifyingKey], first: int, end: int | None) -> Iterator[bytes]:
    """Yield the file of the entries from `first` up to `end` (all that follow), line by line.

    Raises LedgerError if the ledger has no such entries.
    """
    note = snapshot.head()
    size = parse_note(note).size if note else 0
    end = size if end is None else end
    if note is None or not 0 <= first < end <= size:
        raise LedgerError("the ledger has no such entries")
    node = node_reader(snapshot.hashes)
    header: dict[str, Plain] = {
        "checkpoint": note,
        "end": end,
        "first": first,
        "format": FORMAT,
        "keys": [key.text for key in keys],
        "left": [_text(peak) for peak in read_frontier(first, node).peaks],
        "version": VERSION,
    }
    yield _line(header)
    for row in snapshot.entries(first):
        if row.index >= end:
            break
        yield _line(_entry(row))
    yield _line({"right": [_text(node(level, index)) for level, index in cover(end, size)]})


class ExportReader:
    """Reads an export once, from its beginning. Every method raises LedgerCorruptError."""

    def __init__(self, file: BinaryIO) -> None:
        """Take up a file at its beginning and read its header."""
        self._file = file
        self.header = _header(self._next())

    def entries(self) -> Iterator[ExportedEntry]:
        """Yield as many entries as the header says. Each says itself which one it is."""
        for _ in range(self.header.end - self.header.first):
            yield _read_entry(self._next())

    def right(self) -> tuple[bytes, ...]:
        """Return the roots of the complete subtrees behind the last entry, once all entries are read."""
        plain = self._next()
        if plain.keys() != {"right"} or self._file.read(1):
            raise LedgerCorruptError("an export does not end with its last line")
        return _hashes(plain["right"])

    def _next(self) -> dict[str, Plain]:
        line = self._file.readline(MAX_LINE_BYTES + 1)
        if len(line) > MAX_LINE_BYTES or not line.endswith(b"\n"):
            raise LedgerCorruptError("an export breaks off, or has a line that is too long")
        return decode(line.removesuffix(b"\n"), MAX_LINE_BYTES)


def _line(plain: dict[str, Plain]) -> bytes:
    return encode(plain, MAX_LINE_BYTES) + b"\n"


def _entry(row: EntryRow) -> dict[str, Plain]:
    plain: dict[str, Plain] = {"index": row.index, "leaf": _text(row.leaf)}
    if row.salt is not None and row.body is not None:
        try:
            plain |= {"body": row.body.decode(), "salt": _text(row.salt)}
        except UnicodeDecodeError as err:
            raise LedgerCorruptError(f"entry {row.index} is damaged") from err
    return plain


def _header(plain: dict[str, Plain]) -> Header:
    if plain.keys() != _HEADER_FIELDS or plain["format"] != FORMAT or plain["version"] != VERSION:
        raise LedgerCorruptError("the file is no export of a ledger, or of another version")
    first, end, note, keys = plain["first"], plain["end"], plain["checkpoint"], plain["keys"]
    if type(first) is not int or type(end) is not int or not 0 <= first < end:
        raise LedgerCorruptError("an export names no range of entries")
    if not isinstance(note, str) or not isinstance(keys, list):
        raise LedgerCorruptError("an export's header is malformed")
    parsed = tuple(VerifyingKey.parse(key) if isinstance(key, str) else _refuse() for key in keys)
    return Header(first=first, end=end, checkpoint=note, keys=parsed, left=_hashes(plain["left"]))


def _read_entry(plain: dict[str, Plain]) -> ExportedEntry:
    index, leaf = plain.get("index"), _bytes(plain.get("leaf"), HASH_BYTES)
    if type(index) is not int or plain.keys() not in ({"index", "leaf"}, {"body", "index", "leaf", "salt"}):
        raise LedgerCorruptError("a line of an export is no entry")
    if "body" not in plain:
        return ExportedEntry(index=index, leaf=leaf, salt=None, body=None)
    body = plain["body"]
    if not isinstance(body, str):
        raise LedgerCorruptError("a line of an export is no entry")
    return ExportedEntry(index=index, leaf=leaf, salt=_bytes(plain["salt"], SALT_BYTES), body=body.encode())


def _hashes(plain: Plain) -> tuple[bytes, ...]:
    if not isinstance(plain, list) or len(plain) > _MAX_HASHES * 2:
        raise LedgerCorruptError("an export holds no list of hashes where one belongs")
    return tuple(_bytes(item, HASH_BYTES) for item in plain)


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(plain: Plain | None, length: int) -> bytes:
    """Return bytes of one length from base64 in its canonical form."""
    try:
        data = b64decode(plain, validate=True) if isinstance(plain, str) else b""
    except (binascii.Error, ValueError) as err:
        raise LedgerCorruptError("an export holds malformed base64") from err
    if len(data) != length or _text(data) != plain:
        raise LedgerCorruptError("an export holds bytes of a wrong length, or not in their one form")
    return data


def _refuse() -> VerifyingKey:
    raise LedgerCorruptError("an export holds something that is no key")
