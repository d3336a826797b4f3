"""The quick look at many entries at once, which can only find that all is well.

Full verification spends its time here. Every column of many rows is compared by one call instead of one for each row;
where anything is not as it should be, nothing is said but that, and `entry_check` looks at one entry after the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from re import Match

from ..errors import LedgerCorruptError
from .body import read_body
from .body_pattern import AT, INDEX, UTTERANCE, Columns, Recogniser, quick_reader, recogniser, unescaped
from .canonical import MAX_BODY_BYTES
from .projection import TELLING
from .record import KINDS, Record, Redacted
from .store import EntryRow, Values
from .telling import TOLD, Column
from .tree import HASH_BYTES

type Told = tuple[Sequence[str], Sequence[Column] | None]
"""What entries of one kind tell the list of utterances: of which they are, in order, and the fields that `TOLD` names;
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
    told: Mapping[str, Told]
    """By the kinds that tell anything."""


def glance_at(begin: int, rows: Sequence[Values]) -> Chunk | None:
    """Return rows as entries from an index on, or None if this cannot tell that all of them are well."""
    try:
        return _glance_at(begin, rows)
    except AttributeError, TypeError, ValueError, LedgerCorruptError:
        # A value is of another type, or text is not UTF-8.
        return None


def _glance_at(begin: int, rows: Sequence[Values]) -> Chunk | None:
    indexes, _, names, at, salts, bodies, leaves = zip(*rows, strict=True)
    if indexes != tuple(range(begin, begin + len(rows))):
        return None
    kinds = defaultdict[str | None, list[Values]](list)
    for row in rows:
        kinds[row[1]].append(row)
    redacted = kinds.pop(None, [])
    if any(row[2:6] != _NOTHING or type(row[6]) is not bytes or len(row[6]) != HASH_BYTES for row in redacted):
        return None
    hashed = leaves
    if redacted:
        whole = [row for row in rows if row[1] is not None]
        _, _, _, _, salts, bodies, hashed = zip(*whole, strict=True) if whole else [()] * 7
    if [sha256(b"\x00" + salt + body).digest() for salt, body in zip(salts, bodies, strict=True)] != [*hashed]:
        return None
    told: dict[str, Told] = {}
    for kind, some in kinds.items():
        found = _recognise(kind, some)
        if found is None:
            return None
        if kind in TELLING:
            told[kind] = _told(kind, found, some)
    redactions = [(row[0], read_body(row[5])) for row in kinds.get(Redacted.kind, ())]
    return Chunk(begin, leaves, at, names, [row[0] for row in redacted], redactions, told)


def one_entry(row: EntryRow) -> Chunk:
    """Return an entry that was looked at closely and is well. Of what the list is told it says only that it is told."""
    name, kind = row.utterance_id, row.kind
    told: dict[str, Told] = {} if name is None or kind is None or kind not in TELLING else {kind: ([name], None)}
    return Chunk(row.index, [row.leaf], [row.at], [name], [], [], told)


_NOTHING = (None,) * 4


def _told(kind: str, found: Columns, rows: Sequence[Values]) -> Told:
    if kind not in TOLD:
        return [row[2] for row in rows if row[2] is not None], None
    return found[UTTERANCE], [found[field] for field in TOLD[kind].fields]  # type: ignore[return-value]  # these kinds have one


def _recognise(kind: str | None, rows: Sequence[Values]) -> Columns | None:
    """Return the fields of entries of a kind, or None if one is not seen to say what its row says."""
    indexes, _, names, at, _, bodies, _ = zip(*rows, strict=True)
    if kind is None or kind not in KINDS or max(map(len, bodies)) > MAX_BODY_BYTES:
        return None
    found = _read(kind, bodies)
    if (
        found is None
        or found[INDEX] != tuple(map(repr, indexes))
        or found.get(UTTERANCE, names if names.count(None) == len(names) else None) != names
        or found[AT] != tuple(map(repr, at))
    ):
        return None
    return found


def _read(kind: str, bodies: Sequence[bytes]) -> Columns | None:
    """Return the fields of bodies of a kind, or None if one is not recognised."""
    told = TOLD[kind].fields if kind in TOLD else ()
    record: type = KINDS[kind]
    found = quick_reader(record, told)(bodies)
    # An identifier that is empty is another than none.
    if found is None or "" in found.get(UTTERANCE, ()):
        return _match_any_text(recogniser(record, told), map(bytes.decode, bodies))
    return found


def _match_any_text(slow: Recogniser, texts: Iterable[str]) -> Columns | None:
    matches: list[Match[str]] = []
    for text in texts:
        match = slow.match(text)
        if match is None:
            return None
        matches.append(match)
    return {field: tuple(map(unescaped, values)) for field, values in slow.columns(matches).items()}
