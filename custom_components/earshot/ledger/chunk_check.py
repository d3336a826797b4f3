"""The quick look at many entries at once, which can only find that all is well.

Full verification spends its time here. Every column of many rows is compared by one call instead of one for each row;
where anything is not as it should be, nothing is said but that, and `entry_check` looks at one entry after the other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import repeat
from re import Match

from ..errors import LedgerCorruptError
from .body import read_body
from .body_pattern import AT, INDEX, UTTERANCE, Recogniser, recogniser, unescaped
from .canonical import MAX_BODY_BYTES
from .projection import TELLING
from .record import KINDS, Record, Redacted
from .store import EntryRow, Values
from .telling import TOLD
from .tree import HASH_BYTES

type Told = tuple[int, str, str, tuple[str | None, ...] | None]
"""What the list of utterances is told by an entry: its index, its utterance, its kind, the fields that `TOLD` names, or
None where it names none for that kind."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Entries that stand behind one another, and of which nothing is wrong as far as each alone can tell."""

    begin: int
    leaves: Sequence[bytes]
    at: Sequence[int | None]
    utterance_ids: Sequence[str | None]
    redacted: Sequence[int]
    """Indexes of those of which only the leaf is left."""
    redactions: Sequence[tuple[int, Record]]
    """Those that name others as redacted, with their indexes."""
    told: Sequence[Told]
    """In order."""


def glance_at(begin: int, rows: Sequence[Values]) -> Chunk | None:
    """Return rows as entries from an index on, or None if this cannot tell that all of them are well."""
    try:
        return _glance_at(begin, rows)
    except AttributeError, TypeError, ValueError, LedgerCorruptError:
        # A value is of another type, or text is not UTF-8.
        return None


def _glance_at(begin: int, rows: Sequence[Values]) -> Chunk | None:
    indexes, _, names, at, _, _, leaves = zip(*rows, strict=True)
    if indexes != tuple(range(begin, begin + len(rows))):
        return None
    kinds = defaultdict[str | None, list[Values]](list)
    for row in rows:
        kinds[row[1]].append(row)
    redacted = kinds.pop(None, [])
    whole = [row for row in rows if row[5] is not None] if redacted else rows
    if any(row[2:6] != _NOTHING or type(row[6]) is not bytes or len(row[6]) != HASH_BYTES for row in redacted):
        return None
    if [sha256(b"\x00" + row[4] + row[5]).digest() for row in whole] != [row[6] for row in whole]:
        return None
    told: list[Told] = []
    for kind, some in kinds.items():
        more = _recognise(kind, some)
        if more is None:
            return None
        told += more
    told.sort()
    redactions = [(row[0], read_body(row[5])) for row in kinds.get(Redacted.kind, ())]
    return Chunk(begin, leaves, at, names, [row[0] for row in redacted], redactions, told)


def one_entry(row: EntryRow) -> Chunk:
    """Return an entry that was looked at closely and is well. Of what the list is told it says only that it is told."""
    name, kind = row.utterance_id, row.kind
    told: list[Told] = [] if name is None or kind not in TELLING else [(row.index, name, kind, None)]
    return Chunk(row.index, [row.leaf], [row.at], [name], [], [], told)


_NOTHING = (None,) * 4


def _recognise(kind: str | None, rows: Sequence[Values]) -> list[Told] | None:
    """Return what entries of a kind tell the list, or None if one is not seen to say what its row says."""
    bodies = [row[5] for row in rows]
    if kind is None or kind not in KINDS or max(map(len, bodies)) > MAX_BODY_BYTES:
        return None
    found = _match(kind, [body.decode() for body in bodies])
    if found is None:
        return None
    names = found.get(UTTERANCE) or (None,) * len(rows)
    if (
        [*map(int, found[INDEX])] != [row[0] for row in rows]  # type: ignore[arg-type]  # a body without them is not recognised
        or [*names] != [row[2] for row in rows]
        or [*map(int, found[AT])] != [row[3] for row in rows]  # type: ignore[arg-type]  # the same
    ):
        return None
    if kind not in TELLING:
        return []
    values = (
        zip(*[found[field] for field in TOLD[kind].fields], strict=True) if kind in TOLD else repeat(None, len(rows))
    )
    return [(row[0], row[2], kind, said) for row, said in zip(rows, values, strict=True) if row[2] is not None]


def _match(kind: str, texts: Sequence[str]) -> Mapping[str, Sequence[str | None]] | None:
    """Return the fields of bodies of a kind, or None if one is not recognised."""
    told = TOLD[kind].fields if kind in TOLD else ()
    record: type = KINDS[kind]
    quick = recogniser(record, told)
    matches = [*map(quick.match, texts)]
    if None not in matches:
        return quick.columns(matches)  # type: ignore[arg-type]  # none of them is None
    return _match_escaped(recogniser(record, told, escapes=True), texts)


def _match_escaped(slow: Recogniser, texts: Sequence[str]) -> Mapping[str, Sequence[str | None]] | None:
    matches: list[Match[str]] = []
    for text in texts:
        match = slow.match(text)
        if match is None:
            return None
        matches.append(match)
    return {field: [*map(unescaped, values)] for field, values in slow.columns(matches).items()}
