"""Several writes on their way into one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched, chain, repeat
import secrets
from typing import Self

from ..errors import LedgerCorruptError, LedgerError
from .body import encode_body
from .checkpoint import SigningKey, VerifyingKey, open_note
from .plain import to_milliseconds
from .projection import project_all
from .ranges import to_ranges
from .rebuilding import put_right
from .record import Record, Redacted
from .store import NODE_LEVELS, Snapshot, Transaction, Values, node_reader
from .tree import SALT_BYTES, Frontier, leaf_hash, read_frontier


@dataclass(frozen=True, slots=True)
class Appended:
    """Where records were entered."""

    first_index: int
    """Index of the first of them; the others follow without a gap."""
    size: int
    """Number of entries of the ledger just after them."""


MAX_RANGES = 1000
"""Ranges that one `redacted` entry names. With indexes of the largest size they still fit into one body."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was taken away."""

    utterances: int
    entries: int

    def __add__(self, other: Self) -> Redaction:
        return Redaction(self.utterances + other.utterances, self.entries + other.entries)


def load_frontier(snapshot: Snapshot) -> Frontier:
    """Return the growing edge of the stored tree. Raises LedgerCorruptError if a part of it is missing."""
    return read_frontier(snapshot.size(), node_reader(snapshot.hashes))


class Batch:
    """What is to be written, in order. Appending touches no database before `finish`."""

    def __init__(self, transaction: Transaction, frontier: Frontier, key: SigningKey, disputed: str | None) -> None:
        """Go on from this frontier, and move it. `disputed` is what `disputed_head` found."""
        self.appends = False
        """Whether anything is entered, and with it the head replaced."""
        self._transaction = transaction
        self._frontier = frontier
        self._disputed = disputed
        self._key = key
        self._size = frontier.size
        self._rows: list[Values] = []
        """Entries that are not written yet. The frontier has not come to them either."""
        self._records: list[tuple[int, Record]] = []
        self._notes: list[str] = []
        self._meta: dict[str, str] = {}

    def append(self, records: Sequence[Record]) -> Appended:
        """Enter records. Raises LedgerError, and enters none, if one of them has no canonical form."""
        first = self._size
        try:
            self._rows += _entries(first, records)
        except (AttributeError, TypeError, ValueError) as err:
            raise LedgerError(f"a record has no canonical form: {err}") from err
        self._records += enumerate(records, first)
        self._size += len(records)
        self.appends |= bool(records)
        return Appended(first, self._size)

    def redact(self, utterance_ids: Sequence[str], by: str, at: datetime) -> Redaction:
        """Take away what is known of some utterances, and enter that it was. Unknown ones are passed over.

        Raises LedgerError, and takes nothing away, if that has no canonical form.
        """
        # What this batch entered a moment ago may be of these utterances too.
        self._write_entries()
        known = self._transaction.utterance_rows(utterance_ids)
        indexes = self._transaction.indexes_of(utterance_ids)
        if not indexes:
            return Redaction(0, 0)
        parts = batched(to_ranges(indexes), MAX_RANGES, strict=False)
        counts = chain([len(known)], repeat(0))
        self.append(
            [Redacted(at=at, entries=part, utterances=count, by=by) for part, count in zip(parts, counts, strict=False)]
        )
        self._transaction.forget(utterance_ids)
        return Redaction(len(known), len(indexes))

    def put_right(self, utterance_ids: Sequence[str]) -> int:
        """Make the rows of some utterances anew. Return how many were not what their entries say."""
        self._write_entries()
        return put_right(self._transaction, utterance_ids)

    def sign(self) -> str:
        """Keep a checkpoint of the tree as it is now. Return its note."""
        self._write_entries()
        note = self._present()
        self._notes.append(note)
        return note

    def put_meta(self, name: str, value: str) -> None:
        """Replace a value by its name."""
        self._meta[name] = value

    def finish(self) -> None:
        """Write everything."""
        transaction = self._transaction
        self._write_entries()
        if self.appends:
            if self._disputed is not None:
                transaction.add_checkpoint(self._disputed)
            transaction.put_head(self._present())
        for note in self._notes:
            if note != transaction.latest_checkpoint():
                transaction.add_checkpoint(note)
        for name, value in self._meta.items():
            transaction.put_meta(name, value)

    def _present(self) -> str:
        return self._key.sign(self._frontier.size, self._frontier.root())

    def _write_entries(self) -> None:
        """Write the entries that wait, and what is derived from them."""
        if not self._rows:
            return
        self._transaction.add_entry_values(self._rows)
        carry_on(self._transaction, self._records)
        if nodes := self._frontier.extend([row[-1] for row in self._rows], NODE_LEVELS):
            self._transaction.add_nodes(nodes)
        self._rows, self._records = [], []


def carry_on(transaction: Transaction, records: Iterable[tuple[int, Record]]) -> None:
    """Carry the rows of the utterances on by some entries, which follow those that are there."""
    told = defaultdict[str, list[tuple[int, Record]]](list)
    for entry in records:
        if (name := entry[1].utterance_id) is not None:
            told[name].append(entry)
    known = transaction.utterance_rows(sorted(told))
    rows = [project_all(known.get(name), entries) for name, entries in told.items()]
    transaction.put_utterances([row for row in rows if row != known.get(row.utterance_id)], known)


def disputed_head(snapshot: Snapshot, frontier: Frontier, keys: Sequence[VerifyingKey]) -> str | None:
    """Return the note of the last head if it does not speak for the stored tree.

    The next append replaces the head. A head that a tree was cut off or swapped under is the evidence of it, and
    must outlive that: kept among the checkpoints, every later verification comes upon it.
    """
    note = snapshot.head()
    if note is None:
        return None
    try:
        checkpoint = open_note(note, keys)
    except LedgerCorruptError:
        return note
    return None if (checkpoint.size, checkpoint.root) == (frontier.size, frontier.root()) else note


def _entries(first: int, records: Sequence[Record]) -> list[Values]:
    """Return the rows of entries, in the order of `EntryRow`. All or none: nothing is entered meanwhile."""
    salts = secrets.token_bytes(SALT_BYTES * len(records))
    rows: list[Values] = []
    for number, record in enumerate(records):
        salt, body = salts[SALT_BYTES * number : SALT_BYTES * (number + 1)], encode_body(first + number, record)
        at = to_milliseconds(record.at)
        rows.append((first + number, record.kind, record.utterance_id, at, salt, body, leaf_hash(salt, body)))
    return rows
