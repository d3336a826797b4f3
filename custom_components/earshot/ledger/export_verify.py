"""Verification of an export, in numbered steps that stop at the first thing that is wrong.

(1) *header*: the file says that it is an export of a known version, and of which entries.
(2) *checkpoint*: its checkpoint is signed by a trusted key and speaks for at least those entries.
(3) *lines*: every line is what it should be, and nothing follows the last.
(4) *numbers*: the entries are those that the header names, in order, without a hole.
(5) *leaves*: each entry's leaf is the hash of its salt and its body, or it is redacted.
(6) *bodies*: each body is a canonical record and says the number it stands at.
(7) *redactions*: nothing that an entry of the file names as redacted is there; and if the file reaches to the end of
    the ledger, everything that is redacted is named.
(8) *tree*: the entries, with the hashes of what lies before and behind them, make the root that was signed.
(9) *contents*: each content that the file holds is the one that its entry speaks of. That none was left out cannot be
    told: they are opened by whoever writes the file.

What the caller must still do: bring the trusted keys from somewhere other than the file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import BinaryIO

from ..errors import LedgerCorruptError
from .body_pattern import glance
from .checkpoint import Checkpoint, VerifyingKey, open_note
from .content_check import ContentCheck
from .entry_check import Redactions, named_by, open_entry
from .export import ExportedContent, ExportedEntry, ExportedPart, ExportReader, Line
from .record import Finished, Heard, Processed, Record, Stored
from .tree import Frontier, cover, leaf_hash
from .verdict import Step, Verdict, Wrong, number_of

PROGRESS_EVERY = 1000
"""Entries between two calls of `progress`."""


class ExportStep(StrEnum):
    """The steps of a verification, in order."""

    HEADER = "header"
    CHECKPOINT = "checkpoint"
    LINES = "lines"
    NUMBERS = "numbers"
    LEAVES = "leaves"
    BODIES = "bodies"
    REDACTIONS = "redactions"
    TREE = "tree"
    CONTENTS = "contents"


def verify_export(
    file: BinaryIO, keys: Sequence[VerifyingKey], progress: Callable[[int, int], None] | None = None
) -> Verdict:
    """Check an export, read from its beginning. `keys` are those whose signatures are believed.

    `progress` is called with the number of entries that were looked at and the number of all. What is wrong is in the
    verdict, whatever the file holds. Raises OSError if it cannot be read.
    """
    walk = _ExportWalk(file, keys, progress or (lambda _done, _all: None))
    steps: list[Step] = []
    failure = None
    try:
        for name, checked in walk.steps():
            steps.append(Step(number=number_of(name), name=name, checked=checked))
    except Wrong as wrong:
        failure = wrong.failure(ExportStep)
    return Verdict(
        ok=failure is None,
        size=walk.done,
        root=walk.root.hex(),
        redacted=walk.redactions.count,
        steps=tuple(steps),
        failure=failure,
    )


class _ExportWalk:
    """One verification, in a single pass."""

    def __init__(self, file: BinaryIO, keys: Sequence[VerifyingKey], progress: Callable[[int, int], None]) -> None:
        self._file = file
        self._keys = keys
        self._progress = progress
        self.redactions = Redactions()
        self._contents = ContentCheck(ExportStep.CONTENTS)
        self._lines = self.done = 0
        self.root = b""

    def steps(self) -> Iterator[tuple[ExportStep, int]]:
        """Walk the steps, and yield each that held with the number of things it looked at."""
        reader, frontier = self._begin()
        yield ExportStep.HEADER, 1
        header, checkpoint = reader.header, self._open(reader)
        yield ExportStep.CHECKPOINT, 1
        self._walk_entries(reader, frontier)
        right = self._right(reader)
        yield ExportStep.LINES, self._lines + 2
        yield from ((name, self.done) for name in (ExportStep.NUMBERS, ExportStep.LEAVES, ExportStep.BODIES))
        whole = header.end == checkpoint.size
        yield ExportStep.REDACTIONS, self.redactions.check(first=header.first, all_named=whole)
        yield ExportStep.TREE, self._check_tree(frontier, checkpoint, header.end, right)
        yield ExportStep.CONTENTS, self._contents.finish()

    def _begin(self) -> tuple[ExportReader, Frontier]:
        """Step 1."""
        try:
            reader = ExportReader(self._file)
            return reader, Frontier(reader.header.first, reader.header.left)
        except (LedgerCorruptError, ValueError) as err:
            raise Wrong(ExportStep.HEADER, str(err)) from err

    def _open(self, reader: ExportReader) -> Checkpoint:
        """Step 2."""
        try:
            checkpoint = open_note(reader.header.checkpoint, self._keys)
        except LedgerCorruptError as err:
            raise Wrong(ExportStep.CHECKPOINT, str(err)) from err
        if checkpoint.size < reader.header.end:
            raise Wrong(ExportStep.CHECKPOINT, "the checkpoint does not speak for these entries", first=checkpoint.size)
        return checkpoint

    def _walk_entries(self, reader: ExportReader, frontier: Frontier) -> None:
        """Steps 3 to 6 for each entry, and what can be said of its content."""
        total = reader.header.end - reader.header.first
        lines = reader.lines()
        while (line := self._next(lines, frontier.size)) is not None:
            self._lines += 1
            match line:
                case ExportedEntry():
                    self._take(line, frontier, contents=bool(reader.header.contents))
                    if self.done % PROGRESS_EVERY == 0:
                        self._progress(self.done, total)
                case ExportedContent():
                    self._contents.content(line)
                case ExportedPart():
                    self._contents.part(line.data)
        self._progress(self.done, total)

    def _next(self, lines: Iterator[Line], index: int) -> Line | None:
        try:
            return next(lines, None)
        except LedgerCorruptError as err:
            raise Wrong(ExportStep.LINES, str(err), first=index, last=index) from err

    def _take(self, entry: ExportedEntry, frontier: Frontier, *, contents: bool) -> None:
        index = frontier.size
        if entry.index != index:
            raise Wrong(ExportStep.NUMBERS, "an entry is missing, or not at its place", first=index, last=index)
        if _tells_no_more(entry, contents=contents):
            self.redactions.take(index, ())
            self._contents.entry(index, None)
        else:
            record = None if entry.salt is None else open_entry(index, entry.salt, entry.body, entry.leaf)
            self.redactions.take(index, None if record is None else named_by(record))
            self._contents.entry(index, record)
        frontier.append(entry.leaf)
        self.done += 1

    def _right(self, reader: ExportReader) -> tuple[bytes, ...]:
        try:
            return reader.right()
        except LedgerCorruptError as err:
            raise Wrong(ExportStep.LINES, str(err), first=reader.header.end) from err

    def _check_tree(self, frontier: Frontier, checkpoint: Checkpoint, end: int, right: Sequence[bytes]) -> int:
        """Step 8."""
        behind = tuple(cover(end, checkpoint.size))
        if len(behind) != len(right):
            raise Wrong(ExportStep.TREE, "the hashes behind the entries are not as many as they should be", first=end)
        for (level, _), node in zip(behind, right, strict=True):
            frontier.append(node, level)
        self.root = frontier.root()
        if self.root != checkpoint.root:
            raise Wrong(ExportStep.TREE, "the entries do not make the tree that was signed")
        return 1


_PLAIN: Mapping[bytes, type[Record]] = {
    f'"kind":"{record.kind}"'.encode(): record for record in (Processed, Heard, Finished, Stored)
}
"""The kinds of nearly all entries, by what their bodies hold. They name nothing as redacted."""


def _tells_no_more(entry: ExportedEntry, *, contents: bool) -> bool:
    """Return whether an entry is sound, and nothing in it is needed. This can only ever find that all is well."""
    salt, body = entry.salt, entry.body
    if salt is None or body is None or leaf_hash(salt, body) != entry.leaf:
        return False
    for mark, kind in _PLAIN.items():
        if mark in body and (found := glance(kind, body)) is not None:
            return found[0] == entry.index and not (contents and kind is Stored)
    return False
