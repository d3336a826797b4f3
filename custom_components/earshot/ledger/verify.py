"""Verification of a whole ledger, in numbered steps that stop at the first thing that is wrong.

(1) *numbers*: the entries are numbered from 0 without a hole.
(2) *leaves*: each entry's leaf is the hash of its salt and its body.
(3) *bodies*: each body is a canonical record, says the number it stands at, and is indexed as what it is.
(4) *redactions*: an entry that has no more than its leaf is named by a later entry as redacted, and what is named
    so has no more than its leaf.
(5) *nodes*: the stored nodes of the tree are those of the leaves, and there are no others.
(6) *head*: the tree has the size and the root that were signed with the last write.
(7) *checkpoints*: each stored checkpoint is signed by a trusted key and is a former state of this tree.
(8) *utterances*: the list of utterances is what the entries make of it.

What the caller must still do: bring the trusted keys from somewhere other than the database, and a checkpoint that
was noted elsewhere, if there is one. Whoever holds the private key can rewrite what no outsider has seen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from ..errors import LedgerCorruptError
from .checkpoint import Checkpoint, VerifyingKey, open_note
from .chunk_check import Chunk, glance_at, one_entry
from .entry_check import Redactions, check_entry, named_by
from .listing_check import Listing, check_list, rebuild
from .node_check import StoredNodes
from .store import NODE_LEVELS, EntryRow, Snapshot, Values
from .tree import Frontier
from .verdict import Failure, Step, StepName, Verdict, Wrong, number_of

__all__ = ["Failure", "Step", "StepName", "Verdict", "rebuild", "verify"]


def verify(
    snapshot: Snapshot,
    keys: Sequence[VerifyingKey],
    progress: Callable[[int, int], None] | None = None,
    *,
    noted: Sequence[Checkpoint] = (),
) -> Verdict:
    """Check everything that is stored. `keys` are those whose signatures are believed; there must be one.

    `noted` are checkpoints that somebody kept elsewhere. They are compared like those that are stored, and need no
    signature: whoever brings them believes them.

    `progress` is called with the number of entries that were looked at and the number of all, on this thread.
    Raises LedgerUnavailableError if the storage does not answer; what is wrong is in the verdict.
    """
    walk = _Walk(snapshot, keys, progress or (lambda _done, _all: None), noted)
    steps: list[Step] = []
    failure = None
    try:
        for name, checked in walk.steps():
            steps.append(Step(number=number_of(name), name=name, checked=checked))
    except Wrong as wrong:
        failure = wrong.failure(StepName)
    frontier = walk.frontier
    return Verdict(
        ok=failure is None,
        size=frontier.size,
        root=frontier.root().hex(),
        redacted=walk.redactions.count,
        steps=tuple(steps),
        failure=failure,
    )


class _Walk:
    """One verification: a single pass over the entries, with everything else compared on the way."""

    def __init__(
        self,
        snapshot: Snapshot,
        keys: Sequence[VerifyingKey],
        progress: Callable[[int, int], None],
        noted: Sequence[Checkpoint],
    ) -> None:
        self._snapshot = snapshot
        self._noted = noted
        self._keys = keys
        self._progress = progress
        self.frontier = Frontier()
        self.redactions = Redactions()
        self._nodes = StoredNodes(snapshot)
        self._listing = Listing(snapshot)
        self._sizes: list[int] = []
        self._roots: dict[int, bytes] = {}
        """Roots at the sizes that signatures speak of."""

    def steps(self) -> Iterator[tuple[StepName, int]]:
        """Walk the steps, and yield each that held with the number of things it looked at."""
        notes = self._snapshot.checkpoints()
        head = self._snapshot.head()
        opened = [*(self._open(note) for note in notes), *self._noted]
        self._sizes = sorted({checkpoint.size for checkpoint in opened if checkpoint is not None})
        self._walk_entries()
        size = self.frontier.size
        yield from ((name, size) for name in (StepName.NUMBERS, StepName.LEAVES, StepName.BODIES))
        yield StepName.REDACTIONS, self.redactions.check()
        yield StepName.NODES, self._check_nodes()
        yield StepName.HEAD, self._check_head(head, opened)
        yield StepName.CHECKPOINTS, self._check_checkpoints(opened)
        yield StepName.UTTERANCES, self._check_utterances()

    def _open(self, note: str) -> Checkpoint | None:
        try:
            return open_note(note, self._keys)
        except LedgerCorruptError:
            return None

    def _walk_entries(self) -> None:
        """Steps 1 to 3 for each entry; remember the roots at some sizes, and the first node that differs."""
        total = self._snapshot.size()
        self._roots[0] = self.frontier.root()
        for rows in self._snapshot.entry_values():
            chunk = glance_at(self.frontier.size, rows)
            if chunk is None:
                self._walk_closely(rows)
            else:
                self._walk_chunk(chunk)
            self._progress(self.frontier.size, total)
        self._progress(self.frontier.size, total)

    def _walk_chunk(self, chunk: Chunk) -> None:
        """Go on by entries that are well."""
        for index in chunk.redacted:
            self.redactions.take(index, None)
        for index, record in chunk.redactions:
            self.redactions.take(index, named_by(record))
        self._listing.take(chunk)
        begin, end = chunk.begin, chunk.begin + len(chunk.leaves)
        stops = self._sizes[bisect_right(self._sizes, begin) : bisect_left(self._sizes, end)]
        for first, last in pairwise([begin, *stops, end]):
            self._grow(chunk.leaves[first - begin : last - begin])

    def _walk_closely(self, rows: Sequence[Values]) -> None:
        """Go on by entries one of which is wrong, or not of an everyday form."""
        for values in rows:
            row, index = EntryRow(*values), self.frontier.size
            self.redactions.take(index, check_entry(index, row))
            self._listing.take(one_entry(row))
            self._grow([row.leaf])

    def _grow(self, leaves: Sequence[bytes]) -> None:
        """Go on by leaves behind the last of which a root may have been signed."""
        self._nodes.compare(self.frontier.extend(leaves, NODE_LEVELS))
        at = bisect_left(self._sizes, self.frontier.size)
        if self._sizes[at : at + 1] == [self.frontier.size]:
            self._roots[self.frontier.size] = self.frontier.root()

    def _check_nodes(self) -> int:
        """Step 5."""
        if (node := self._nodes.first_wrong()) is not None:
            first = node.index << node.level
            last = first + (1 << node.level) - 1
            raise Wrong(StepName.NODES, "a stored node is not the hash of its entries", first=first, last=last)
        if self._snapshot.count_nodes() != self._nodes.count:
            message = "there are nodes over entries that are not there"
            raise Wrong(StepName.NODES, message, first=self.frontier.size)
        return self._nodes.count

    def _check_head(self, note: str | None, opened: Iterable[Checkpoint | None]) -> int:
        """Step 6."""
        size = self.frontier.size
        if note is None:
            if size:
                raise Wrong(StepName.HEAD, "no head was signed for these entries", first=0, last=size - 1)
            return 0
        head = self._open(note)
        if head is None:
            raise Wrong(StepName.HEAD, "the head is not signed by a trusted key")
        if head.size > size:
            message = "entries are missing at the end"
            raise Wrong(StepName.HEAD, message, first=size, last=head.size - 1)
        if head.size < size:
            message = "there are entries that nobody signed"
            raise Wrong(StepName.HEAD, message, first=head.size, last=size - 1)
        if head.root != self.frontier.root():
            message = "the entries do not make the tree that was signed"
            raise Wrong(StepName.HEAD, message, first=self._sound_until(opened, size), last=size - 1)
        return 1

    def _sound_until(self, opened: Iterable[Checkpoint | None], below: int) -> int:
        """Return the largest size, below another, at which a checkpoint and the tree agree."""
        agreed = (c.size for c in opened if c is not None and c.size < below and self._roots.get(c.size) == c.root)
        return max(agreed, default=0)

    def _check_checkpoints(self, opened: Sequence[Checkpoint | None]) -> int:
        """Step 7."""
        size = self.frontier.size
        for number, checkpoint in enumerate(opened):
            if checkpoint is None:
                message = "a checkpoint is not signed by a trusted key"
                raise Wrong(StepName.CHECKPOINTS, message, checkpoint=number)
            if checkpoint.size > size:
                message, first = "entries are missing that a checkpoint speaks for", size
            elif checkpoint.root != self._roots[checkpoint.size]:
                message = "entries are not what they were at a checkpoint"
                first = self._sound_until(opened, checkpoint.size)
            else:
                continue
            last = checkpoint.size - 1
            raise Wrong(StepName.CHECKPOINTS, message, first=first, last=last, checkpoint=number)
        return len(opened)

    def _check_utterances(self) -> int:
        """Step 8."""
        if not self._listing.settle():
            check_list(self._snapshot)
        return self._snapshot.count_listed()
