"""Looking for something that was said, in the sealed words of a range.

The words are opened one by one by whoever brings a source for them; this reads each, and keeps none. It says which
utterances hold what was looked for, and nothing else of them.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Final
import unicodedata

from ..errors import LedgerError
from ..models import ContentKind
from .opening import ContentSource, Opened, Wanted, still_kept, wanted_of
from .query import Cursor, Query
from .store import Snapshot

MAX_LOOKED: Final = 1000
"""Utterances that one search looks at: those of some days, opened in a second or two. The next goes on from there."""
AT_ONCE: Final = 100
"""Utterances that are announced together: one append to the ledger."""
MAX_NEEDLE: Final = 200
"""Characters to look for. Nobody says a longer command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for, and where. Upper and lower case, forms of characters and white space make no difference."""

    needle: str = field(repr=False)
    """Never written anywhere: it is as telling as what it finds."""
    query: Query
    """The range. Its limit is not used: a search ends after MAX_LOOKED utterances, however many of them hold it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a search."""

    utterance_ids: tuple[str, ...]
    """Those that hold it, newest first."""
    looked: int
    """Utterances that were looked at."""
    next: str | None
    """The `before` of the search that goes on from here. None: there is nothing more to look at."""


def look_for(
    read: Callable[[], AbstractContextManager[Snapshot]],
    search: Search,
    source: ContentSource,
    progress: Callable[[int, int], None],
) -> Found:
    """Search, newest first. Nothing is held open while words are read.

    `progress` is called with the number of utterances that were looked at and the most there can be. Raises LedgerError
    for a search of nothing or of too much, LedgerUnavailableError, and what the source raises.
    """
    wanted = _folded(search.needle)
    if not wanted or len(search.needle) > MAX_NEEDLE:
        raise LedgerError(f"a search is for 1 to {MAX_NEEDLE} characters")
    found: list[str] = []
    query = replace(search.query, limit=AT_ONCE)
    if source.kinds == {ContentKind.WORDS}:
        query = replace(query, words_kept=True)
    looked = 0
    while looked < MAX_LOOKED:
        with read() as snapshot:
            rows = snapshot.utterances(query)
            contents = _contents(snapshot, [row.utterance_id for row in rows], source.kinds)
        if contents:
            source.announce(contents)
        holding = {one.utterance_id for one in contents if wanted in _words(source.read(one))}
        found += [row.utterance_id for row in rows if row.utterance_id in holding]
        looked += len(rows)
        progress(looked, MAX_LOOKED)
        if len(rows) < AT_ONCE:
            return Found(tuple(found), looked, None)
        query = replace(query, before=str(Cursor(rows[-1].at, rows[-1].first_index)))
    return Found(tuple(found), looked, query.before)


def _contents(snapshot: Snapshot, utterance_ids: Sequence[str], kinds: frozenset[ContentKind]) -> tuple[Wanted, ...]:
    """Return what is kept of some utterances, newest last."""
    spoken = frozenset(kinds - {ContentKind.SOUND})
    return tuple(still_kept(snapshot, list(wanted_of(snapshot.entries_of(utterance_ids), spoken))))


def _words(opened: Opened | str | None) -> str:
    """Return a content as it is compared. What does not open, or is no text, holds nothing."""
    if not isinstance(opened, Opened):
        return ""
    try:
        return _folded(opened.content.decode())
    except UnicodeDecodeError:
        return ""


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())
