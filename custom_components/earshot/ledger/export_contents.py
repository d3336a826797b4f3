"""Opened contents in an export: asked for in parts, before each of which it is entered that they are opened.

A content is bound to its entry by the commitment there, which is an HMAC under a key that is derived from the
content's own. The export carries that derived key, so anybody can check the content against the entry; the content's
own key stays in the vault, and opens nothing else to somebody who has the file.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
from typing import Final

from ..models import ContentKind
from .canonical import MAX_BODY_BYTES, Plain
from .opening import ContentSource, Opened, Wanted, still_kept, wanted_of
from .store import EntryRow, Snapshot

COMMITMENT_KEY_BYTES: Final = 32
PART_BYTES: Final = 48 * 1024
"""Bytes of a content on one line: as base64 they fit into a line that every reader of an export takes."""
ENTRIES_AT_ONCE: Final = 200
"""Entries whose contents are announced together: one append to the ledger, and few enough to be opened soon after."""


def with_contents(
    snapshot: Snapshot, rows: Iterable[EntryRow], source: ContentSource
) -> Iterator[EntryRow | Mapping[str, Plain]]:
    """Yield entries, each with the lines of its content behind it.

    Raises LedgerCorruptError if an entry cannot be read, and what the source raises.
    """
    for part in batched(rows, ENTRIES_AT_ONCE, strict=False):
        wanted = {one.index: one for one in still_kept(snapshot, list(wanted_of(part, source.kinds)))}
        if wanted:
            source.announce(tuple(wanted.values()))
        for row in part:
            yield row
            if (one := wanted.get(row.index)) is not None:
                yield from _lines(one, source.read(one))


def _lines(wanted: Wanted, found: Opened | str | None) -> Iterator[Mapping[str, Plain]]:
    about: dict[str, Plain] = {"content": wanted.kind.value, "index": wanted.index}
    if found is None:
        return
    if isinstance(found, str):
        yield about | {"problem": found}
        return
    about["key"] = b64encode(found.commitment_key).decode()
    words = _words(wanted.kind, found.content)
    if words is not None:
        yield about | {"words": words}
        return
    yield about | {"size": len(found.content)}
    for begin in range(0, len(found.content), PART_BYTES):
        yield {"data": b64encode(found.content[begin : begin + PART_BYTES]).decode()}


def _words(kind: ContentKind, content: bytes) -> str | None:
    """Return a content as text, if it can stand on a line as it is."""
    if kind is ContentKind.SOUND or len(content) > MAX_BODY_BYTES:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None
