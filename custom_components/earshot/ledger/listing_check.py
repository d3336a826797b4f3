"""The list of utterances, held to the entries while these pass by.

Each row is compared as soon as the entries have told what it says, and is then forgotten: what is remembered are the
utterances that are open at one time. Where an utterance takes a way that is not the usual one it is doubted, and all of
its entries are read once more. Like the quick look at entries, this can only find that all is well.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import batched, chain
from operator import itemgetter
from typing import Any

from ..errors import LedgerCorruptError
from .chunk_check import Chunk
from .projection import UtteranceRow, project_body
from .store import EntryRow, Snapshot, Values
from .telling import BLANK, KEY, OVERTAKEN, TOLD, UNTOLD, row_values
from .verdict import StepName, Wrong

AT_ONCE = 200
"""Utterances whose entries are read in one query: some thousand entries, about a megabyte."""

MAX_OPEN = 10_000
"""Utterances that are remembered: those of some weeks, if each is told of by an entry of its erasure. About 5 MB."""

_KEY_OF = itemgetter(*range(KEY))


class Listing:
    """The rows of one snapshot, taken up in the order of their first entries."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.sound = True
        """Whether nothing was found that is not as it should be."""
        self._snapshot = snapshot
        self._parts = iter(snapshot.utterance_values())
        self._waiting: list[Values] = []
        """Rows that were read, of utterances that begin later."""
        self._open: dict[str, list[Any]] = {}
        """What entries have told of an utterance so far, of those of which its row says something else."""
        self._said: dict[str, Values] = {}
        """What the row of each of these says."""
        self._doubted: set[str] = set()
        self._count = self._firsts = 0

    def take(self, chunk: Chunk) -> None:
        """Go on by some entries, which are known to be sound."""
        if not self.sound:
            return
        try:
            self._begin(chunk)
            self._close(self._tell(chunk))
            self._forget()
        except LedgerCorruptError, TypeError, ValueError, KeyError:
            # Rows with values of another type, or entries of a doubted utterance that come later and are not sound.
            self.sound = False

    def settle(self) -> bool:
        """Return whether the list is what the entries make of it, once all of them have passed by."""
        try:
            self._doubted |= self._open.keys()
            self._resolve()
            counted = self._snapshot.first_entries() == (self._count, self._firsts)
            listed = self._snapshot.count_listed() == self._count
        except LedgerCorruptError, TypeError, ValueError, KeyError:
            return False
        return self.sound and counted and listed

    def _begin(self, chunk: Chunk) -> None:
        """Take up the rows of the utterances that begin in this chunk."""
        rows = self._until(chunk.begin + len(chunk.utterance_ids))
        if not rows:
            return
        names, at, firsts = zip(*map(_KEY_OF, rows), strict=True)
        # That an utterance has no entry before is told in the end, by the sum of all first entries.
        if min(firsts) < chunk.begin:
            self.sound = False
            return
        self.sound &= tuple([chunk.utterance_ids[first - chunk.begin] for first in firsts]) == names
        self.sound &= tuple([chunk.at[first - chunk.begin] for first in firsts]) == at
        self._open.update([(row[0], [*row[:KEY], *BLANK]) for row in rows])
        self._said.update(zip(names, rows, strict=True))
        self._count += len(rows)
        self._firsts += sum(firsts)

    def _until(self, end: int) -> Sequence[Values]:
        """Return the next rows of utterances whose first entry stands before an index."""
        waiting = self._waiting
        while not waiting or waiting[-1][2] < end:
            more = next(self._parts, None)
            if more is None:
                break
            waiting += more
        count = bisect_left(waiting, end, key=itemgetter(2))
        self._waiting = waiting[count:]
        return waiting[:count]

    def _tell(self, chunk: Chunk) -> Iterable[str]:
        """Tell what entries say. Return the utterances of which something was told."""
        told = chunk.told
        touched = set[str]().union(*[names for names, _ in told.values()])
        doubted = touched - self._open.keys()
        self._open.update([(name, [*UNTOLD]) for name in doubted])
        doubted.update(*[names for names, columns in told.values() if columns is None])
        for one, other in OVERTAKEN:
            if one in told and other in told:
                doubted |= set(told[one][0]).intersection(told[other][0])
        for kind, telling in TOLD.items():
            names, columns = told.get(kind, ((), None))
            if columns is not None:
                telling.tell(self._open, names, *columns)
        for name in doubted:
            self._doubt(name)
        return touched - doubted if doubted else touched

    def _close(self, names: Iterable[str]) -> None:
        """Forget the utterances of which everything was told that their rows say."""
        opened, said = self._open, self._said
        for name in names:
            if tuple(opened[name]) == said[name]:
                del opened[name], said[name]

    def _doubt(self, name: str) -> None:
        self._open.pop(name, None)
        self._said.pop(name, None)
        self._doubted.add(name)

    def _forget(self) -> None:
        """Keep what is remembered within its limit."""
        if len(self._open) > MAX_OPEN:
            for name in list(self._open)[: len(self._open) - MAX_OPEN]:
                self._doubt(name)
        if len(self._doubted) >= AT_ONCE:
            self._resolve()

    def _resolve(self) -> None:
        """Read the entries of the doubted utterances once more."""
        names = list(self._doubted)
        self._doubted.clear()
        for first in range(0, len(names), AT_ONCE):
            some = names[first : first + AT_ONCE]
            made = rebuild(self._snapshot.entries_of(some))
            rows = {row[0]: tuple(row) for part in self._snapshot.utterance_values(some) for row in part}
            self.sound = self.sound and rows == {name: row_values(row) for name, row in made.items()}


def check_list(snapshot: Snapshot) -> None:
    """Hold each row to the entries of its utterance, in the order of their first entries. Raises Wrong at the first."""
    checked = 0
    for rows in chain.from_iterable(batched(part, AT_ONCE, strict=False) for part in snapshot.utterance_values()):
        told = rebuild(snapshot.entries_of([row[0] for row in rows]))
        for row in rows:
            made = told.get(row[0])
            if made is None or row_values(made) != tuple(row):
                message = "an utterance is listed as something that its entries do not say"
                raise Wrong(StepName.UTTERANCES, message, utterance_id=str(row[0]))
        checked += len(rows)
    if checked != snapshot.first_entries()[0]:
        raise Wrong(StepName.UTTERANCES, "an utterance that has entries is not listed", **_unlisted(snapshot))
    if checked != snapshot.count_listed():
        raise Wrong(StepName.UTTERANCES, "an utterance is listed twice over")


def _unlisted(snapshot: Snapshot) -> dict[str, int | str | None]:
    """Return the place of the first utterance that has entries and no row."""
    places = ((row[0], row[2]) for part in snapshot.entry_values() for row in part if row[2] is not None)
    for some in batched(places, AT_ONCE, strict=False):
        names = sorted({name for _, name in some})
        listed = {row[0] for part in snapshot.utterance_values(names) for row in part}
        for index, name in some:
            if name not in listed:
                return {"first": index, "utterance_id": name}
    return {}


def rebuild(entries: Iterable[EntryRow]) -> dict[str, UtteranceRow]:
    """Return the rows that entries make, by their utterances' ids. The entries are known to be sound."""
    rows: dict[str, UtteranceRow] = {}
    for entry in entries:
        if (name := entry.utterance_id) is None or entry.at is None or entry.body is None:
            continue
        row = rows.get(name) or UtteranceRow(utterance_id=name, at=entry.at, first_index=entry.index)
        rows[name] = project_body(row, entry.index, entry.kind or "", entry.body)
    return rows
