"""What is checked of every single entry, wherever it comes from: its place, its leaf, its body, its redaction."""

from ..errors import LedgerCorruptError
from .body import decode_body
from .plain import to_milliseconds
from .ranges import EntryRange, first_difference, merged
from .record import Record, Redacted
from .store import EntryRow
from .tree import HASH_BYTES, leaf_hash
from .verdict import StepName, Wrong


def check_entry(index: int, row: EntryRow) -> tuple[EntryRange, ...] | None:
    """Check a stored entry: its place, its leaf, its body, and what the row repeats of it.

    Return what it names as redacted, or None if it is redacted itself. Raises Wrong.
    """
    if row.index != index:
        raise Wrong(StepName.NUMBERS, "an entry is missing", first=index, last=row.index - 1)
    if type(row.leaf) is not bytes or len(row.leaf) != HASH_BYTES:
        raise Wrong(StepName.LEAVES, "an entry has no leaf", first=index, last=index)
    if row.redacted:
        return None
    record = open_entry(index, row.salt, row.body, row.leaf)
    if (row.kind, row.utterance_id, row.at) != (record.kind, record.utterance_id, to_milliseconds(record.at)):
        raise Wrong(StepName.BODIES, "an entry is indexed as another", first=index, last=index)
    return named_by(record)


def named_by(record: Record) -> tuple[EntryRange, ...]:
    """Return what a record names as redacted."""
    return record.entries if isinstance(record, Redacted) else ()


def open_entry(index: int, salt: bytes | None, body: bytes | None, leaf: bytes) -> Record:
    """Return the record of an entry whose leaf and body hold. Raises Wrong."""
    # A database may give values of any type for what somebody changed.
    if type(salt) is not bytes or type(body) is not bytes or leaf_hash(salt, body) != leaf:
        raise Wrong(StepName.LEAVES, "an entry is not what its leaf was made of", first=index, last=index)
    try:
        said, record = decode_body(body)
    except LedgerCorruptError as err:
        raise Wrong(StepName.BODIES, str(err), first=index, last=index) from err
    if said != index:
        raise Wrong(StepName.BODIES, f"this is entry {said}, at another's place", first=index, last=index)
    return record


class Redactions:
    """What is redacted, and what is said to be, as ranges: their number grows with the redactions alone."""

    def __init__(self) -> None:
        self.count = 0
        self._found: list[EntryRange] = []
        self._named: list[EntryRange] = []

    def take(self, index: int, named: tuple[EntryRange, ...] | None) -> None:
        """Go on to the next entry, with what it names as redacted; None is a redacted one."""
        if named is None:
            self.count += 1
            last = self._found.pop() if self._found and self._found[-1].last == index - 1 else None
            self._found.append(EntryRange(first=last.first if last else index, last=index))
        elif named:
            if not all(0 <= one.first <= one.last < index for one in named):
                message = "an entry names entries as redacted that do not stand before it"
                raise Wrong(StepName.REDACTIONS, message, first=index, last=index)
            self._named += named

    def check(self, *, first: int = 0, all_named: bool = True) -> int:
        """Compare both, from an entry on. Without `all_named`, what is redacted may be named by entries not seen here.

        Return how many entries are redacted. Raises Wrong.
        """
        ordered = sorted((one for one in self._named if one.last >= first), key=lambda one: one.first)
        named = tuple(merged(EntryRange(first=max(first, one.first), last=one.last) for one in ordered))
        both = tuple(merged(sorted([*self._found, *named], key=lambda one: one.first)))
        if (index := first_difference(self._found, both)) is not None:
            raise Wrong(StepName.REDACTIONS, "an entry is redacted, and still there", first=index, last=index)
        if all_named and (index := first_difference(named, both)) is not None:
            raise Wrong(StepName.REDACTIONS, "an entry lost its facts, and none says so", first=index, last=index)
        return self.count
