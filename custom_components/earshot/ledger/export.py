"""A range of the ledger as one file, which proves itself: entries, the rest of the tree, a signed checkpoint.

The format is JSON Lines, every line in the ledger's canonical form: a header, one line an entry, and a last line.
With contents, each stands on lines of its own behind the entry that it was stored with. Written and read as a stream,
whatever its length. Reading believes nothing; `export_verify` does the checking.
"""

from base64 import b64decode, b64encode
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import BinaryIO

from ..errors import LedgerCorruptError, LedgerError
from ..models import ContentKind
from .canonical import MAX_BODY_BYTES, Plain, decode, encode
from .checkpoint import MAX_NOTE_CHARACTERS, VerifyingKey, parse_note
from .export_contents import COMMITMENT_KEY_BYTES, PART_BYTES, with_contents
from .opening import ContentSource
from .store import EntryRow, Snapshot, node_reader
from .tree import HASH_BYTES, SALT_BYTES, cover, read_frontier

FORMAT = "earshot-ledger-export"
VERSION = 1
"""Version of the format of a file without contents. A reader refuses every version but these two."""
VERSION_WITH_CONTENTS = 2

MAX_LINE_BYTES = 6 * MAX_BODY_BYTES + 4 * MAX_NOTE_CHARACTERS
"""A body's every byte may need an escape of six characters in a string. The header, with a note and its hashes, is
smaller than that."""

_HEADER_FIELDS = {"checkpoint", "end", "first", "format", "keys", "left", "version"}
_FIELDS_OF_VERSION = {VERSION: _HEADER_FIELDS, VERSION_WITH_CONTENTS: _HEADER_FIELDS | {"contents"}}
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
    contents: frozenset[ContentKind] = frozenset()
    """What was asked for of the contents. Empty: the file holds none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEntry:
    """One entry. A redacted one has neither salt nor body."""

    index: int
    leaf: bytes
    salt: bytes | None
    body: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedContent:
    """The content of the entry before it, or the beginning of it."""

    kind: ContentKind
    key: bytes | None
    """The key of its commitment. None: it could not be opened."""
    words: bytes | None
    """All of it, if it is text. None: it follows in parts."""
    size: int
    """Bytes of the whole content."""
    problem: str | None
    """Why it could not be opened: "content_damaged" or "content_missing"."""


@dataclass(frozen=True, slots=True)
class ExportedPart:
    """The next bytes of the content before it."""

    data: bytes


type Line = ExportedEntry | ExportedContent | ExportedPart


def write_export(
    snapshot: Snapshot,
    keys: Sequence[VerifyingKey],
    first: int,
    end: int | None,
    contents: ContentSource | None = None,
) -> Iterator[bytes]:
    """Yield the file of the entries from `first` up to `end` (all that follow), line by line.

    Raises LedgerError if the ledger has no such entries, and whatever the source of contents raises.
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
    rows = takewhile(lambda row: row.index < end, snapshot.entries(first))
    if contents is None:
        yield _line(header)
        yield from (_line(_entry(row)) for row in rows)
    else:
        asked: list[Plain] = [kind.value for kind in ContentKind if kind in contents.kinds]
        yield _line(header | {"contents": asked, "version": VERSION_WITH_CONTENTS})
        for line in with_contents(snapshot, rows, contents):
            yield _line(_entry(line) if isinstance(line, EntryRow) else dict(line))
    yield _line({"right": [_text(node(level, index)) for level, index in cover(end, size)]})


class ExportReader:
    """Reads an export once, from its beginning. Every method raises LedgerCorruptError."""

    def __init__(self, file: BinaryIO) -> None:
        """Take up a file at its beginning and read its header."""
        self._file = file
        self._ahead: dict[str, Plain] | None = None
        self.header = _header(self._next())

    def entries(self) -> Iterator[ExportedEntry]:
        """Yield as many entries as the header says. Each says itself which one it is."""
        return (line for line in self.lines() if isinstance(line, ExportedEntry))

    def lines(self) -> Iterator[Line]:
        """Yield the entries, and behind each what there is of its content."""
        for _ in range(self.header.end - self.header.first):
            entry = _read_entry(self._next())
            yield entry
            if self.header.contents:
                yield from self._content_of(entry)

    def _content_of(self, entry: ExportedEntry) -> Iterator[Line]:
        plain = self._next()
        if "content" not in plain:
            self._ahead = plain
            return
        content = _read_content(plain, entry.index)
        if content.kind not in self.header.contents:
            raise LedgerCorruptError("an export holds a content that was not asked for")
        yield content
        missing = 0 if content.words is not None else content.size
        while missing > 0:
            part = _read_part(self._next(), missing)
            missing -= len(part.data)
            yield part

    def right(self) -> tuple[bytes, ...]:
        """Return the roots of the complete subtrees behind the last entry, once all entries are read."""
        plain = self._next()
        if plain.keys() != {"right"} or self._file.read(1):
            raise LedgerCorruptError("an export does not end with its last line")
        return _hashes(plain["right"])

    def _next(self) -> dict[str, Plain]:
        if (ahead := self._ahead) is not None:
            self._ahead = None
            return ahead
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
    version = plain.get("version")
    fields = _FIELDS_OF_VERSION.get(version) if type(version) is int else None
    if fields is None or plain.keys() != fields or plain["format"] != FORMAT:
        raise LedgerCorruptError("the file is no export of a ledger, or of another version")
    first, end, note, keys = plain["first"], plain["end"], plain["checkpoint"], plain["keys"]
    if type(first) is not int or type(end) is not int or not 0 <= first < end:
        raise LedgerCorruptError("an export names no range of entries")
    if not isinstance(note, str) or not isinstance(keys, list):
        raise LedgerCorruptError("an export's header is malformed")
    parsed = tuple(VerifyingKey.parse(key) if isinstance(key, str) else _refuse() for key in keys)
    left, contents = _hashes(plain["left"]), _kinds(plain["contents"]) if "contents" in plain else frozenset()
    return Header(first=first, end=end, checkpoint=note, keys=parsed, left=left, contents=contents)


def _kinds(plain: Plain) -> frozenset[ContentKind]:
    """Return the contents that a file says it may hold: some, each once, in the one order."""
    known = [kind.value for kind in ContentKind]
    if not isinstance(plain, list) or not plain or plain != [kind for kind in known if kind in plain]:
        raise LedgerCorruptError("an export does not say which contents it holds")
    return frozenset(ContentKind(kind) for kind in known if kind in plain)


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


def _read_content(plain: dict[str, Plain], index: int) -> ExportedContent:
    kind, place, told = plain["content"], plain.get("index"), plain.keys() - {"content", "index"}
    if not isinstance(kind, str) or kind not in set(ContentKind) or type(place) is not int or place != index:
        raise LedgerCorruptError("a content of an export does not belong to the entry before it")
    key = _bytes(plain["key"], COMMITMENT_KEY_BYTES) if "key" in told else None
    words, size, problem = plain.get("words"), plain.get("size"), plain.get("problem")
    if told == {"key", "words"} and isinstance(words, str):
        data = words.encode()
        return ExportedContent(kind=ContentKind(kind), key=key, words=data, size=len(data), problem=None)
    if told == {"key", "size"} and type(size) is int and size >= 0:
        return ExportedContent(kind=ContentKind(kind), key=key, words=None, size=size, problem=None)
    if told == {"problem"} and isinstance(problem, str) and problem:
        return ExportedContent(kind=ContentKind(kind), key=None, words=None, size=0, problem=problem)
    raise LedgerCorruptError("a line of an export is no content")


def _read_part(plain: dict[str, Plain], missing: int) -> ExportedPart:
    if plain.keys() != {"data"}:
        raise LedgerCorruptError("a content of an export breaks off")
    return ExportedPart(_bytes(plain["data"], min(missing, PART_BYTES)))


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
