"""The list of donations that are no more, signed by the desk, for whoever has a data set that they were in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
import re
from typing import Final, cast

from ..errors import TombstonesError
from .documents import FORMAT, Fields, Plain, day_of, instant_text, read_document, write_document
from .receipts import DELETION_REASONS, DeletionReason
from .signed import pack_bytes, packed_limit, unpack_bytes
from .signing import Context, SigningKey, verify

MAX_TOMBSTONES: Final = 50_000
"""Entries of one list. At one withdrawal in a hundred that is five million published clips."""
MAX_FEED: Final = 4 * 1024 * 1024
"""Bytes of a body; an entry has at most 61."""
MAX_FEED_FILE: Final = packed_limit(MAX_FEED)
"""Bytes of the signed document."""

_LINE: Final = re.compile(r"([0-9a-f]{32}) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([a-z_]{1,16})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Tombstone:
    """One donation that was deleted."""

    donation_id: str
    day: date
    """When it was deleted."""
    reason: DeletionReason


@dataclass(frozen=True, slots=True)
class Tombstones:
    """A list of them, in the order of their identifiers."""

    issued: datetime
    """Whole seconds."""
    entries: tuple[Tombstone, ...]


def sign_tombstones(entries: Iterable[Tombstone], key: SigningKey, issued: datetime) -> bytes:
    """Return the signed document. Raises TombstonesError for too many, and for a donation that is in it twice."""
    lines: list[Plain] = [f"{one.donation_id} {one.day.isoformat()} {one.reason}" for one in sorted(entries)]
    try:
        plain: dict[str, Plain] = {"format": FORMAT, "issued": instant_text(issued), "tombstones": lines}
        body = write_document(plain, MAX_FEED)
        _read(body)
    except ValueError as err:
        raise TombstonesError(str(err)) from None
    return pack_bytes(body, key.sign(Context.TOMBSTONES, body))


def parse_tombstones(data: bytes, public: bytes) -> Tombstones:
    """Return the list of a signed document, if the desk's signing key signed it. Raises TombstonesError."""
    try:
        body, signature = unpack_bytes(data, MAX_FEED)
    except ValueError as err:
        raise TombstonesError(str(err)) from None
    if not verify(public, Context.TOMBSTONES, body, signature):
        raise TombstonesError("a list of tombstones is not as that desk signed it")
    try:
        return _read(body)
    except ValueError as err:
        raise TombstonesError(str(err)) from None


def _read(body: bytes) -> Tombstones:
    """Return what a body says. Raises ValueError."""
    fields = Fields(read_document(body, MAX_FEED))
    fields.format()
    issued = fields.instant("issued")
    entries = tuple(_entry(line) for line in fields.array("tombstones", MAX_TOMBSTONES))
    fields.done()
    identifiers = [entry.donation_id for entry in entries]
    if identifiers != sorted(set(identifiers)):
        raise ValueError("tombstones are not in their order, or twice")
    return Tombstones(issued, entries)


def _entry(line: Plain) -> Tombstone:
    match = _LINE.fullmatch(line) if isinstance(line, str) else None
    if match is None or match[3] not in DELETION_REASONS:
        raise ValueError("a tombstone is malformed")
    return Tombstone(match[1], day_of(match[2]), cast("DeletionReason", match[3]))
