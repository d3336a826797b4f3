"""A ledger on its way from one store to another, while it goes on being written.

Entries are only ever added, so most of them are copied while the ledger works. Each round copies what came since the
round before, as one moment of the source; only the last one needs the source to stand still. Whatever is broken off
is done again: a target that is not whole says so in itself, and nobody opens it as a ledger.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import batched, islice, zip_longest
from typing import Final

from ..errors import LedgerCorruptError, LedgerOccupiedError, LedgerStoppedError
from .batch import carry_on, load_frontier
from .body import decode_body
from .checkpoint import VerifyingKey, open_note
from .entry_check import check_entry
from .ranges import EntryRange
from .record import Redacted
from .store import MOVED, MOVING, NODE_LEVELS, EntryRow, Snapshot, Store, node_reader
from .tree import Frontier, root_hash
from .verdict import Verdict, Wrong
from .verify import verify

CHUNK: Final = 500
"""Entries of one transaction: half a megabyte, so that a server far away still takes less than a second for it."""

type Progress = Callable[[int, int], None]
"""Told how many are done and how many there are, on the thread that works."""


class Found(StrEnum):
    """What the target was when it was looked at."""

    EMPTY = "empty"
    BEGUN = "begun"
    """It holds a beginning of this ledger. What is there stays."""
    AHEAD = "ahead"
    """It holds all of this ledger and more: a move that was broken off after its end. There is nothing to copy."""


class Move:
    """One move. Everything here blocks, and raises LedgerUnavailableError when one of both stores does not answer.

    `stopped` is asked between two pieces of work; when it says so, LedgerStoppedError is raised.
    """

    def __init__(self, source: Store, target: Store, keys: Sequence[VerifyingKey], stopped: Callable[[], bool]) -> None:
        self._source = source
        self._target = target
        self._keys = keys
        self._stopped = stopped

    def prepare(self) -> Found:
        """Look at the target, and make it one that goes on from where it is.

        Raises LedgerOccupiedError, and leaves it alone, if it holds a whole ledger that is not an earlier or later
        state of this one.
        """
        with self._source.read() as ours, self._target.read() as theirs:
            begun = bool(theirs.meta(MOVING))
            if theirs.size() == 0:
                found = Found.EMPTY
            elif not begun and _continues(ours, theirs):
                return Found.AHEAD
            elif not _continues(theirs, ours) and not begun:
                raise LedgerOccupiedError("the database holds another ledger")
            else:
                # What was redacted here meanwhile must not stay there.
                found = Found.BEGUN if self._begins(theirs, ours) else Found.EMPTY
        with self._target.write() as transaction:
            if found is Found.EMPTY:
                transaction.clear()
            transaction.put_meta(MOVING, "1")
        return found

    def copy(self, progress: Progress) -> int:
        """Make the target what the source is at one moment. Return how many entries were missing.

        Raises LedgerCorruptError if what is copied is not what it was signed as.
        """
        with self._source.read() as moment:
            with self._target.read() as theirs:
                frontier = load_frontier(theirs)
                checkpoints = len(theirs.checkpoints())
            first, size = frontier.size, moment.size()
            self._forget(moment, first)
            for rows in batched(moment.entries(first), CHUNK, strict=False):
                self._go_on()
                _add(self._target, frontier, rows)
                progress(frontier.size, size)
            self._check_head(moment.head(), frontier)
            with self._target.write() as transaction:
                for note in moment.checkpoints()[checkpoints:]:
                    transaction.add_checkpoint(note)
                if (head := moment.head()) is not None:
                    transaction.put_head(head)
                for name, value in moment.all_meta().items():
                    transaction.put_meta(name, value)
                transaction.put_meta(MOVING, "1")
                transaction.put_meta(MOVED, "")
        return frontier.size - first

    def check(self, progress: Progress) -> Verdict:
        """Verify the target by itself, as any ledger is verified. Raises LedgerCorruptError if something is wrong."""

        def watched(done: int, total: int) -> None:
            self._go_on()
            progress(done, total)

        with self._target.read() as snapshot:
            verdict = verify(snapshot, self._keys, watched)
        if not verdict.ok:
            raise LedgerCorruptError("the copy does not verify")
        return verdict

    def finish(self, where: str) -> None:
        """Let the target be a whole ledger, and the source one that has moved to `where`: a word, without an address.

        The source must stand still since the last `copy`, and must be one that can be written.
        """
        with self._target.write() as transaction:
            transaction.put_meta(MOVING, "")
        mark_moved(self._source, where)

    def _begins(self, theirs: Snapshot, ours: Snapshot) -> bool:
        """Whether what they have is just the beginning of what we have."""
        rows = zip_longest(theirs.entries(), islice(ours.entries(), theirs.size()))
        for number, (one, other) in enumerate(rows):
            if one != other:
                return False
            if number % CHUNK == 0:
                self._go_on()
        there = theirs.checkpoints()
        return list(there) == list(ours.checkpoints()[: len(there)]) and theirs.count_nodes() == _nodes(theirs.size())

    def _forget(self, moment: Snapshot, first: int) -> None:
        """Take away what was redacted after it had been copied: what entries from `first` on name of those before."""
        if first == 0:
            return
        named = (part for row in moment.entries(first) if row.kind == Redacted.kind for part in _ranges(row))
        for part in named:
            with self._target.write() as transaction:
                copied = islice(transaction.entries(part.first), max(min(part.last, first - 1) - part.first + 1, 0))
                for rows in batched(copied, CHUNK, strict=False):
                    transaction.forget(sorted({row.utterance_id for row in rows if row.utterance_id is not None}))

    def _check_head(self, note: str | None, frontier: Frontier) -> None:
        if note is None and frontier.size == 0:
            return
        head = open_note(note or "", self._keys)
        if (head.size, head.root) != (frontier.size, frontier.root()):
            raise LedgerCorruptError("the ledger is not what was signed last")

    def _go_on(self) -> None:
        if self._stopped():
            raise LedgerStoppedError("the move was broken off")


def mark_moved(source: Store, where: str) -> None:
    """Write into a ledger that it goes on elsewhere, so that nobody writes it by mistake."""
    with source.write() as transaction:
        transaction.put_meta(MOVED, where)


def _continues(ours: Snapshot, theirs: Snapshot) -> bool:
    """Whether their ledger goes on from ours: the same tree at our size."""
    size = ours.size()
    if theirs.size() < size:
        return False
    try:
        return root_hash(size, node_reader(ours.hashes)) == root_hash(size, node_reader(theirs.hashes))
    except LedgerCorruptError:
        # A hole in a tree that was being written: it is no state of ours.
        return False


def _add(target: Store, frontier: Frontier, rows: Sequence[EntryRow]) -> None:
    """Add some entries to the target, and move the frontier on."""
    nodes = []
    for row in rows:
        try:
            check_entry(frontier.size, row)
        except Wrong as wrong:
            raise LedgerCorruptError(f"an entry cannot be copied: {wrong}") from wrong
        nodes += frontier.append(row.leaf, every=NODE_LEVELS)
    with target.write() as transaction:
        transaction.add_entries(rows)
        if nodes:
            transaction.add_nodes(nodes)
        carry_on(transaction, (decode_body(row.body) for row in rows if row.body is not None))


def _ranges(row: EntryRow) -> tuple[EntryRange, ...]:
    """Return what an entry names as redacted."""
    _, record = decode_body(row.body or b"")
    return record.entries if isinstance(record, Redacted) else ()


def _nodes(size: int) -> int:
    """Return how many nodes are stored of a tree of that size."""
    count = 0
    while size := size >> NODE_LEVELS:
        count += size
    return count
