"""The vault: sound and words of utterances, sealed, each under a key of its own, until their time is over.

It never decides what is kept, and the ledger never sees what it holds. Nothing in clear touches the disk.

A content goes: `seal` (its key and its file are durable, the file under a temporary name), an entry in the ledger,
`commit` (the file has its name). What a crash leaves in between, `reconcile` finishes or undoes at the next start.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
import hmac
from pathlib import Path
from threading import Lock
from typing import Self

from ..errors import ContentDamagedError, ContentGoneError, ContentMissingError, VaultError
from ..models import ContentKind
from .contents import SealedFiles
from .files import ContentName
from .keys import KeyRing
from .reconcile import Reconciled, reconcile
from .sealing import commitment as commit_to, new_key, seal, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A content that is sealed and waits for its entry in the ledger."""

    utterance_id: str
    kind: ContentKind
    size: int
    """Bytes of the content before sealing."""
    commitment: str
    """What the ledger keeps to recognise the content by, in hexadecimal."""
    until: datetime | None
    """When it is to be erased. None: nobody has set a time."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be erased of one utterance."""

    utterance_id: str
    kinds: tuple[ContentKind, ...]


class Vault:
    """One vault. Every method blocks, and may be called from any thread; trouble with the disk is a VaultError."""

    def __init__(self, keys: KeyRing, files: SealedFiles, clock: Callable[[], datetime]) -> None:
        """Use `open`."""
        self._keys = keys
        self._files = files
        self._clock = clock
        self._lock = Lock()
        self._untils: dict[ContentName, datetime | None] = {}
        # Sealed by this process and neither committed nor discarded yet: their entries are on their way.
        self._pending: set[ContentName] = set()

    @classmethod
    def open(cls, contents: Path, keys: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Self:
        """Open the folders, and make them and the household key the first time.

        `keys` must lie outside the backups, and must not lie inside `contents`. Raises VaultError.
        """
        if keys.resolve().is_relative_to(contents.resolve()):
            raise VaultError("the keys may not lie beside what they open")
        with _translated():
            vault = cls(KeyRing.open(keys), SealedFiles.open(contents), clock)
            vault._index()
        return vault

    def seal(self, utterance_id: str, kind: ContentKind, content: bytes, *, until: datetime | None) -> Sealed:
        """Seal a content, durably, under a temporary name. `until` has a time zone.

        Raises VaultError if this kind of content of this utterance was sealed before.
        """
        name, key = ContentName(utterance_id, kind), new_key()
        commitment, sealed = commit_to(name, key, content), seal(name, key, content)
        with self._lock, _translated():
            self._keys.add(name, key, until)
            self._untils[name] = until
            self._pending.add(name)
            try:
                self._files.write_waiting(name, sealed)
            except OSError:
                self._destroy(name)
                raise
        return Sealed(utterance_id=utterance_id, kind=kind, size=len(content), commitment=commitment, until=until)

    def commit(self, sealed: Sealed) -> None:
        """Give a sealed content its name. The ledger has its entry by now. Raises ContentGoneError."""
        name = ContentName(sealed.utterance_id, sealed.kind)
        with self._lock, _translated():
            self._files.settle(name)
            self._pending.discard(name)

    def discard(self, sealed: Sealed) -> None:
        """Undo `seal`: the ledger has no entry of it, and never will."""
        with self._lock, _translated():
            self._destroy(ContentName(sealed.utterance_id, sealed.kind))

    def read(self, utterance_id: str, kind: ContentKind, *, commitment: str | None = None) -> bytes:
        """Return a content. With the ledger's `commitment`, it is also checked to be what was entered there.

        Raises ContentGoneError if it was never kept, is erased, or its time is over, ContentMissingError if there is a
        key and no file, and ContentDamagedError.
        """
        name = ContentName(utterance_id, kind)
        with _translated():
            key, until = self._keys.get(name)
            if until is not None and until <= self._clock():
                raise ContentGoneError("the time of this content is over")
            content = unseal(name, key, self._sealed_file(name))
        if commitment is not None and not hmac.compare_digest(commitment, commit_to(name, key, content)):
            raise ContentDamagedError("this is not the content that the ledger speaks of")
        return content

    def erase(self, utterance_id: str, kinds: Iterable[ContentKind]) -> tuple[ContentKind, ...]:
        """Destroy the keys of contents, then their files. Return the kinds of which there was anything."""
        names = [ContentName(utterance_id, kind) for kind in kinds]
        with self._lock, _translated():
            return tuple(name.kind for name in names if self._destroy(name))

    def due(self, now: datetime) -> tuple[Due, ...]:
        """Return the contents whose time is over by their utterances, the longest overdue first."""
        with self._lock:
            ended = [(until, name) for name, until in self._untils.items() if until is not None and until <= now]
        kinds: dict[str, list[ContentKind]] = {}
        for _, name in sorted(ended):
            kinds.setdefault(name.utterance_id, []).append(name.kind)
        return tuple(Due(utterance_id, tuple(of_one)) for utterance_id, of_one in kinds.items())

    def next_due(self) -> datetime | None:
        """Return the instant at which the next content is to be erased, or None."""
        with self._lock:
            return min((until for until in self._untils.values() if until is not None), default=None)

    def reconcile(
        self, known: Callable[[str, ContentKind], bool], enter_lost: Callable[[Sequence[ContentName]], None]
    ) -> Reconciled:
        """Bring keys, files and ledger together at start. See `reconcile.reconcile`.

        What this process has sealed, and not committed or discarded yet, is left alone. Nothing is sealed meanwhile.
        """
        with self._lock, _translated():
            found = reconcile(self._keys, self._files, known, self._pending, enter_lost)
            self._index()
        return found

    def _sealed_file(self, name: ContentName) -> bytes:
        try:
            return self._files.read(name)
        except ContentGoneError as err:
            if name in self._pending:
                raise
            self._keys.get(name)  # raises if it was erased just now
            raise ContentMissingError("there is a key and no file for this content") from err

    def _index(self) -> None:
        """Read until when everything may be kept. A key that does not open says nothing of that, and opens nothing."""
        self._untils.clear()
        for name in self._keys.names():
            try:
                self._untils[name] = self._keys.get(name)[1]
            except ContentGoneError, ContentDamagedError:
                continue

    def _destroy(self, name: ContentName) -> bool:
        # The key goes first: from then on nothing opens, whatever happens to the file.
        key_was_there = self._keys.destroy(name)
        file_was_there = self._files.remove(name)
        self._untils.pop(name, None)
        self._pending.discard(name)
        return key_was_there or file_was_there


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as err:
        raise VaultError(f"the vault's disk refused: {err.strerror}") from err
