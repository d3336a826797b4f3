"""What a start finds and puts right, as the ledger will tell of it. Nothing is mended silently."""

from collections.abc import Sequence, Set as AbstractSet
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from ulid_transform import ulid_to_timestamp

from ..ledger.ledger import Ledger
from ..ledger.query import MAX_PAGE, Query
from ..ledger.record import Erased, Gap, Record
from ..ledger.view import UtteranceView
from ..models import ContentKind
from ..vault.files import ContentName
from ..vault.reconcile import Reconciled
from ..vault.vault import Vault
from .storage import NOT_ENTERED

RETENTION: Final = "retention"
"""What erased contents whose time was over."""
KEY_GONE: Final = "key_gone"
"""What erased contents whose key is gone: they came back from a backup, or the folder of keys was lost."""
LOST: Final = "lost"
"""What erased contents of which there is neither a key nor a file: both folders were lost, or an older vault was put in
their place."""
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


def vanished(ledger: Ledger, vault: Vault, in_flight: AbstractSet[str]) -> list[Erased]:
    """Find what the ledger says is kept, and of which there is nothing at all; say so. Blocks, page by page."""
    found: dict[str, tuple[ContentKind, ...]] = {}
    for query in (Query(limit=MAX_PAGE, words_kept=True), Query(limit=MAX_PAGE, sound_kept=True)):
        before: str | None = ""
        while before is not None:
            page = ledger.utterances(replace(query, before=before or None))
            for view in page.items:
                absent = tuple(kind for kind in _kept(view) if not vault.holds(view.utterance_id, kind))
                if absent and view.utterance_id not in in_flight:
                    found[view.utterance_id] = absent
            before = page.next
    # What was erased meanwhile is in the ledger by now: it was entered before the last trace of it was taken away.
    now = datetime.now(UTC)
    return [
        _erased(utterance_id, kinds, now, LOST)
        for utterance_id, absent in found.items()
        if (kinds := tuple(kind for kind in _kept(ledger.utterance(utterance_id)) if kind in absent))
    ]


def _kept(view: UtteranceView | None) -> list[ContentKind]:
    return [content.kind for content in view.contents if content.erased_at is None] if view else []


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
