"""A snapshot of a ledger in memory, to be changed as nobody should."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import batched
from typing import Self, cast

from custom_components.earshot.ledger.checkpoint import VerifyingKey
from custom_components.earshot.ledger.store import EntryRow, Snapshot, Values
from custom_components.earshot.ledger.verify import Verdict, verify

ROWS = 64
"""Rows handed on at a time: fewer than a store does, so that a change is come upon sooner."""


@dataclass(frozen=True)
class MemorySnapshot:
    """What verification reads of a store."""

    rows: list[Values]
    nodes: dict[tuple[int, int], bytes]
    utterances: list[Values]
    notes: list[str]
    note: str | None
    keys: tuple[VerifyingKey, ...] = field(default=())

    @classmethod
    def of(cls, snapshot: Snapshot, keys: Sequence[VerifyingKey]) -> Self:
        """Take everything that is stored."""
        size = snapshot.size()
        nodes = {(8, index): found for index, found in enumerate(snapshot.hashes(8, 0, size))}
        return cls(
            [tuple(row) for rows in snapshot.entry_values() for row in rows],
            nodes,
            [tuple(row) for rows in snapshot.utterance_values() for row in rows],
            list(snapshot.checkpoints()),
            snapshot.head(),
            tuple(keys),
        )

    def verdict(self) -> Verdict:
        return verify(cast("Snapshot", self), self.keys)

    def with_value(self, index: int, column: int, value: object) -> Self:
        """Return it with one value of one entry changed."""
        row = self.rows[index]
        return self.with_row(index, (*row[:column], value, *row[column + 1 :]))

    def with_row(self, index: int, *rows: Values) -> Self:
        """Return it with other entries in the place of one."""
        return replace(self, rows=[*self.rows[:index], *rows, *self.rows[index + 1 :]])

    def with_listed(self, number: int, column: int, value: object) -> Self:
        """Return it with one value in the list of utterances changed."""
        row = self.utterances[number]
        changed = (*row[:column], value, *row[column + 1 :])
        return replace(self, utterances=[*self.utterances[:number], changed, *self.utterances[number + 1 :]])

    def size(self) -> int:
        return self.rows[-1][0] + 1 if self.rows else 0

    def hashes(self, level: int, begin: int, count: int) -> Sequence[bytes]:
        places = [(level, index) for index in range(begin, begin + count)]
        return [self.nodes[place] for place in places if place in self.nodes]

    def entry_values(self) -> Iterator[Sequence[Values]]:
        return batched(self.rows, ROWS, strict=False)

    def entries_of(self, utterance_ids: Sequence[str]) -> Sequence[EntryRow]:
        found = defaultdict[str | None, list[EntryRow]](list)
        for row in self.rows:
            found[row[2]].append(EntryRow(*row))
        return sorted((row for name in utterance_ids for row in found[name]), key=lambda row: row.index)

    def utterance_values(self, of: Sequence[str] | None = None) -> Iterator[Sequence[Values]]:
        return iter([[row for row in self.utterances if of is None or row[0] in of]])

    def first_entries(self) -> tuple[int, int]:
        firsts = {row[2]: row[0] for row in reversed(self.rows) if row[2] is not None}
        return len(firsts), sum(firsts.values())

    def count_listed(self) -> int:
        return len(self.utterances)

    def count_nodes(self) -> int:
        return len(self.nodes)

    def checkpoints(self) -> Sequence[str]:
        return self.notes

    def head(self) -> str | None:
        return self.note
