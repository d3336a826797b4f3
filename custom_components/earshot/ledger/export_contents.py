"""Opened contents in an export: asked for in parts, before each of which it is entered that they are opened.

The ledger holds no contents and knows nobody who does. Whoever exports brings a source for them.

A content is bound to its entry by the commitment there, which is an HMAC under a key that is derived from the
content's own. The export carries that derived key, so anybody can check the content against the entry; the content's
own key stays in the vault, and opens nothing else to somebody who has the file.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Final, Protocol

from ..errors import LedgerCorruptError
from ..models import ContentKind
from .body import decode_body
from .canonical import MAX_BODY_BYTES, Plain
from .record import Erased, Stored
from .store import EntryRow, Snapshot

COMMITMENT_KEY_BYTES: Final = 32
PART_BYTES: Final = 48 * 1024
"""Bytes of a content on one line: as base64 they fit into a line that every reader of an export takes."""
ENTRIES_AT_ONCE: Final = 200
"""Entries whose contents are announced together: one append to the ledger, and few enough to be opened soon after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A content that an entry speaks of."""

    index: int
    """The entry's index."""
    utterance_id: str
    kind: ContentKind
    commitment: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A content, and the key of its commitment."""

    content: bytes
    commitment_key: bytes


class ContentSource(Protocol):
    """Opens contents. Both methods block; errors of theirs break the export off."""

    kinds: frozenset[ContentKind]
    """What is asked for."""

    def announce(self, wanted: Sequence[Wanted]) -> None:
        """Enter that these will be opened. Afterwards they are read in this order; nothing else is."""

    def read(self, wanted: Wanted) -> Opened | str | None:
        """Return a content; a code, if it is kept and cannot be opened; None, if it is not kept any more."""


def with_contents(
    snapshot: Snapshot, rows: Iterable[EntryRow], source: ContentSource
) -> Iterator[EntryRow | Mapping[str, Plain]]:
    """Yield entries, each with the lines of its content behind it.

    Raises LedgerCorruptError if an entry cannot be read, and what the source raises.
    """
    for part in batched(rows, ENTRIES_AT_ONCE, strict=False):
        wanted = {one.index: one for one in _still_kept(snapshot, list(_wanted(part, source.kinds)))}
        if wanted:
            source.announce(tuple(wanted.values()))
        for row in part:
            yield row
            if (one := wanted.get(row.index)) is not None:
                yield from _lines(one, source.read(one))


def _wanted(rows: Iterable[EntryRow], kinds: frozenset[ContentKind]) -> Iterator[Wanted]:
    for row in rows:
        if row.kind != Stored.kind or row.body is None:
            continue
        _, record = decode_body(row.body)
        if not isinstance(record, Stored):
            raise LedgerCorruptError(f"entry {row.index} is indexed as another")
        if record.content in kinds:
            yield Wanted(
                index=row.index,
                utterance_id=record.utterance_id,
                kind=record.content,
                commitment=record.commitment,
            )


def _still_kept(snapshot: Snapshot, wanted: Sequence[Wanted]) -> Iterator[Wanted]:
    """Leave out what the ledger knows to be erased: nobody opens it, so nobody is said to have."""
    erased: set[tuple[str, ContentKind]] = set()
    for row in snapshot.entries_of(sorted({one.utterance_id for one in wanted})):
        if row.kind == Erased.kind and row.body is not None and isinstance(record := decode_body(row.body)[1], Erased):
            erased |= {(record.utterance_id, kind) for kind in record.contents}
    return (one for one in wanted if (one.utterance_id, one.kind) not in erased)


def _lines(wanted: Wanted, found: Opened | str | None) -> Iterator[Mapping[str, Plain]]:
    about: dict[str, Plain] = {"content": wanted.kind.value, "index": wanted.index}
    if found is None:
        return
    if isinstance(found, str):
        yield about | {"problem": found}
        return
    about["key"] = b64encode(found.commitment_key).decode()
    words = _words(wanted.kind, found.content)
    if words is not None:
        yield about | {"words": words}
        return
    yield about | {"size": len(found.content)}
    for begin in range(0, len(found.content), PART_BYTES):
        yield {"data": b64encode(found.content[begin : begin + PART_BYTES]).decode()}


def _words(kind: ContentKind, content: bytes) -> str | None:
    """Return a content as text, if it can stand on a line as it is."""
    if kind is ContentKind.SOUND or len(content) > MAX_BODY_BYTES:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None
