"""What the ledger says of contents to whoever opens them: which there are, and what they must turn out to be.

The ledger holds no contents and knows nobody who does. Whoever wants them opened brings a source.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..errors import LedgerCorruptError
from ..models import ContentKind
from .body import decode_body
from .record import Erased, Stored
from .store import EntryRow, Snapshot


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


def wanted_of(rows: Iterable[EntryRow], kinds: frozenset[ContentKind]) -> Iterator[Wanted]:
    """Yield the contents of these kinds that entries speak of. Raises LedgerCorruptError if one cannot be read."""
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


def still_kept(snapshot: Snapshot, wanted: Sequence[Wanted]) -> Iterator[Wanted]:
    """Leave out what the ledger knows to be erased: nobody opens it, so nobody is said to have."""
    erased: set[tuple[str, ContentKind]] = set()
    for row in snapshot.entries_of(sorted({one.utterance_id for one in wanted})):
        if row.kind == Erased.kind and row.body is not None and isinstance(record := decode_body(row.body)[1], Erased):
            erased |= {(record.utterance_id, kind) for kind in record.contents}
    return (one for one in wanted if (one.utterance_id, one.kind) not in erased)
