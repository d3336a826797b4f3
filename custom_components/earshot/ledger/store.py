"""What crosses between the ledger and whatever stores it: values, and what is asked of a store."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from ..errors import LedgerCorruptError
from .projection import UtteranceRow
from .query import Cursor, Labels, Query
from .tree import Frontier, Node, NodeReader

MOVING = "moving"
"""Name of the value that a store has while a ledger is being copied into it; empty or absent when it is whole."""
MOVED = "moved"
"""Name of the value that says what kind of database a ledger has moved to; empty or absent where it is at home."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as it is stored, in the order of its columns."""

    index: int
    kind: str | None
    utterance_id: str | None
    at: int | None
    """Milliseconds since the epoch. These three repeat the body, to be found by; they are no more than an index."""
    salt: bytes | None
    body: bytes | None
    """A redacted entry has lost everything but its index and its leaf."""
    leaf: bytes

    @property
    def redacted(self) -> bool:
        """Whether nothing is left but the leaf."""
        return (self.kind, self.utterance_id, self.at, self.salt, self.body) == (None,) * 5


type Values = Sequence[Any]
"""The values of a row, as the database's driver gives them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many utterances have all of this in common, in the order of the columns of `UtteranceRow`."""

    satellite: str | None
    outcome: str | None
    left_house: bool | None
    places: int
    listened: bool
    utterances: int


class Snapshot(Protocol):
    """Reads of one moment: what is written meanwhile is not seen. Every method raises LedgerUnavailableError."""

    def size(self) -> int:
        """Return one more than the highest index."""

    def hashes(self, level: int, begin: int, count: int) -> Sequence[bytes]:
        """Return stored hashes: leaves (level 0) or nodes of a stored level. Fewer, if some are missing."""

    def entries(self, begin: int = 0) -> Iterator[EntryRow]:
        """Yield the entries from an index on, in order, without holding them all."""

    def entry_values(self, begin: int = 0) -> Iterator[Sequence[Values]]:
        """Yield the same as the database holds it, some rows at a time: the values of each in the order of `EntryRow`.

        They may be of any type, where somebody changed them. Raises LedgerCorruptError too.
        """

    def entries_of(self, utterance_ids: Sequence[str]) -> Sequence[EntryRow]:
        """Return the entries of some utterances, in order."""

    def entries_at(self, indexes: Sequence[int]) -> Sequence[EntryRow]:
        """Return the entries at some places, in order."""

    def happenings(self, kind: str, since: int, until: int | None, limit: int) -> Sequence[EntryRow]:
        """Return the newest entries of one kind from one instant up to another (None: till now), newest first.

        The kind is one of those of which things are asked by their time; see `sql_store.schema.HAPPENINGS`.
        """

    def newest(self, kind: str, last: Cursor | None, limit: int) -> Sequence[EntryRow]:
        """Return the newest entries of one kind, newest first; with `last`, of those that stand behind it.

        The kind is one of those of `happenings`.
        """

    def began(self) -> int | None:
        """Return the instant of the first entry that was not redacted, in milliseconds since the epoch."""

    def utterances(self, query: Query) -> Sequence[UtteranceRow]:
        """Return the rows that a query asks for, newest first."""

    def count(self, query: Query) -> int:
        """Count the utterances that a query finds on all its pages."""

    def labels(self) -> Labels:
        """Return the satellites and the ears that the list knows, by name; MAX_LABELS of each at most."""

    def affected(self, kind: str, begin: int, since: int, until: int) -> int:
        """Count the utterances of which entries of a kind tell, among those that stand at an index or behind it.

        Only what happened from one instant up to, and without, another counts; both in milliseconds since the epoch.
        """

    def first_heard(self, since: int) -> int | None:
        """Return the first entry of the first utterance heard at an instant (in milliseconds) or later."""

    def tally(self, since: int, until: int) -> Sequence[Tally]:
        """Count the utterances heard from one instant up to, and without, another, in milliseconds since the epoch."""

    def all_utterances(self) -> Iterator[UtteranceRow]:
        """Yield every row in the order of first entries, without holding them all."""

    def utterance_values(self, of: Sequence[str] | None = None) -> Iterator[Sequence[Values]]:
        """Yield the same as the database holds it, each in the order of `UtteranceRow`: all rows, or those of some."""

    def utterance_rows(self, utterance_ids: Sequence[str]) -> Mapping[str, UtteranceRow]:
        """Return the rows of some utterances by their ids."""

    def count_utterances(self) -> int:
        """Return how many utterances the entries speak of."""

    def first_entries(self) -> tuple[int, int]:
        """Return how many utterances the entries speak of, and the sum of the indexes of their first entries."""

    def count_listed(self) -> int:
        """Return how many utterances are listed."""

    def count_nodes(self) -> int:
        """Return how many nodes are stored."""

    def checkpoints(self) -> Sequence[str]:
        """Return the stored notes, oldest first."""

    def latest_checkpoint(self) -> str | None:
        """Return the newest stored note."""

    def head(self) -> str | None:
        """Return the note that was signed with the last write."""

    def indexes_of(self, utterance_ids: Sequence[str]) -> Sequence[int]:
        """Return the indexes of the entries of some utterances, in order."""

    def meta(self, name: str) -> str | None:
        """Return a stored value by its name."""

    def all_meta(self) -> Mapping[str, str]:
        """Return every stored value by its name."""


class Transaction(Snapshot, Protocol):
    """Writes that become durable together, or not at all."""

    def add_entries(self, rows: Sequence[EntryRow]) -> None:
        """Append entries."""

    def add_entry_values(self, rows: Sequence[Values]) -> None:
        """Append entries, each as its values in the order of `EntryRow`."""

    def add_nodes(self, nodes: Sequence[Node]) -> None:
        """Add nodes of stored levels."""

    def put_utterances(self, rows: Iterable[UtteranceRow], known: Iterable[str]) -> None:
        """Write rows; `known` are the utterances that have one already."""

    def drop_utterances(self, utterance_ids: Sequence[str]) -> None:
        """Take rows away from the list. What the entries say stays."""

    def drop_companies(self) -> None:
        """Take away the companies that no utterance is in, and ask anew for those that there are."""

    def forget(self, utterance_ids: Sequence[str]) -> None:
        """Take away everything about some utterances but the indexes and the leaves of their entries."""

    def add_checkpoint(self, note: str) -> None:
        """Keep a checkpoint."""

    def put_head(self, note: str) -> None:
        """Replace the note of the present tree."""

    def put_meta(self, name: str, value: str) -> None:
        """Replace a value by its name."""

    def clear(self) -> None:
        """Take away everything: this is no ledger yet, or a copy that nobody needs."""


class Store(Protocol):
    """Durable storage of one ledger. Every method raises LedgerUnavailableError."""

    def read(self) -> AbstractContextManager[Snapshot]:
        """Open a snapshot. Any thread may; it never waits for a write."""

    def write(self) -> AbstractContextManager[Transaction]:
        """Open a transaction, durable when the block is left. One thread at a time."""

    @property
    def erases(self) -> bool:
        """Whether a `scrub` leaves nothing of what was taken away. A server keeps logs and free pages of its own."""

    def scrub(self) -> bool:
        """Do what can be done so that nothing of what was taken away is left.

        Return whether that is done: somebody who reads just now can prevent it.
        """

    def close(self) -> None:
        """Give up every connection."""


NODE_LEVELS = 8
"""Every eighth level of the tree is stored: one row for 256 entries, as C2SP tlog-tiles cuts its tiles."""


def node_reader(hashes: Callable[[int, int, int], Sequence[bytes]]) -> NodeReader:
    """Return a reader of any complete subtree on top of the levels that are stored."""

    def read(level: int, index: int) -> bytes:
        above = level % NODE_LEVELS
        found = hashes(level - above, index << above, 1 << above)
        if len(found) != 1 << above:
            raise LedgerCorruptError("the tree has a hole")
        frontier = Frontier()
        for leaf in found:
            frontier.append(leaf)
        return frontier.root()

    return read
