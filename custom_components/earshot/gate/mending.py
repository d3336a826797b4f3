"""What a start finds and puts right, as the ledger will tell of it. Nothing is mended silently."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from ulid_transform import ulid_to_timestamp

from ..ledger.ledger import Ledger
from ..ledger.record import Erased, Gap, Record
from ..models import ContentKind
from ..vault.files import ContentName
from ..vault.reconcile import Reconciled
from .storage import NOT_ENTERED

RETENTION: Final = "retention"
"""What erased contents whose time was over."""
KEY_GONE: Final = "key_gone"
"""What erased contents whose key is gone: they came back from a backup, or the folder of keys was lost."""
ENTRIES_MISSING: Final = "entries_missing"
"""Reason of a gap: contents were found that this ledger never heard of. An older ledger was put in its place."""


def entries(ledger: Ledger, found: Reconciled, now: datetime) -> list[Record]:
    """Say of what is about to be destroyed why nobody can open it any more. Blocks."""
    records: list[Record] = [_erased(*lost, now, KEY_GONE) for lost in _by_utterance(found.unreadable)]
    strangers = []
    for utterance_id, kinds in _by_utterance(found.discarded):
        if ledger.utterance(utterance_id) is None:
            strangers.append(utterance_id)
        else:
            records.append(_erased(utterance_id, kinds, now, NOT_ENTERED))
    if strangers:
        # Who heard them is not known any more, so there is nothing to say of each: only of the time.
        times = [_time_of(utterance_id, now) for utterance_id in strangers]
        records.append(Gap(at=now, began=min(times), ended=max(times), reason=ENTRIES_MISSING))
    return records


def _erased(utterance_id: str, kinds: tuple[ContentKind, ...], now: datetime, by: str) -> Erased:
    return Erased(utterance_id=utterance_id, at=now, contents=kinds, by=by)


def _by_utterance(names: Sequence[ContentName]) -> list[tuple[str, tuple[ContentKind, ...]]]:
    together: dict[str, list[ContentKind]] = {}
    for name in names:
        together.setdefault(name.utterance_id, []).append(name.kind)
    return [(utterance_id, tuple(kinds)) for utterance_id, kinds in together.items()]


def _time_of(utterance_id: str, now: datetime) -> datetime:
    """Return when an utterance began, as its identifier says; never later than now."""
    try:
        return min(now, datetime.fromtimestamp(ulid_to_timestamp(utterance_id) / 1000, UTC))
    except ValueError, OverflowError:
        return now
