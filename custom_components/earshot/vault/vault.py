"""The vault: sound and words of utterances, sealed, each under a key of its own, until their time is over.

It never decides what is kept, and the ledger never sees what it holds. Nothing in clear touches the disk.

A content goes: `seal` (its key and its file are durable, the file under a temporary name), an entry in the ledger,
`commit` (the file has its name). It ends: `erase` (noted, key destroyed, file gone), an entry, `told` (the note is
taken away). What a crash leaves in between, `reconcile` finishes or undoes at the next start.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
import hmac
from pathlib import Path
from threading import Condition, Lock
from typing import Self

from ..errors import ContentDamagedError, ContentGoneError, ContentMissingError, VaultError
from ..models import ContentKind
from .clock import Clock
from .contents import SealedFiles
from .deadlines import Deadlines
from .erasures import Erasures, Untold
from .files import ContentName
from .inventory import Held, Inventory
from .keys import KeyRing
from .reconcile import Reconciled, reconcile
from .sealing import commitment as commit_to, commitment_key, new_key, seal, unseal


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


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A content, and what the commitment in the ledger can be checked with."""

    content: bytes
    commitment_key: bytes


class Vault:
    """One vault. Every method blocks, and may be called from any thread; trouble with the disk is a VaultError."""

    def __init__(self, keys: KeyRing, files: SealedFiles, erasures: Erasures, clock: Clock) -> None:
        """Use `open`."""
        self._keys = keys
        self._files = files
        self._erasures = erasures
        self._lock = Lock()
        self._deadlines = Deadlines(clock)
        self._inventory = Inventory()
        # Sealed by this process and neither committed nor discarded yet: their entries are on their way.
        self._pending: set[ContentName] = set()
        # Of these, those whose files are being written. The disk is waited for outside the lock: many contents that are
        # sealed at once share its flushes.
        self._writing: set[ContentName] = set()
        self._written = Condition(self._lock)
        self._rotating = Lock()

    @classmethod
    def open(cls, contents: Path, keys: Path, *, clock: Clock | None = None) -> Self:
        """Open the folders, and make them and the household key the first time.

        `keys` must lie outside the backups, and must not lie inside `contents`. Raises VaultError.
        """
        if keys.resolve().is_relative_to(contents.resolve()):
            raise VaultError("the keys may not lie beside what they open")
        with _translated():
            ring = KeyRing.open(keys)
            vault = cls(ring, SealedFiles.open(contents), Erasures.open(keys / "erasures"), clock or Clock())
            vault._index()
        return vault

    def seal(self, utterance_id: str, kind: ContentKind, content: bytes, *, until: datetime | None) -> Sealed:
        """Seal a content, durably, under a temporary name. `until` has a time zone.

        Raises VaultError if this kind of content of this utterance was sealed before.
        """
        name, key = ContentName(utterance_id, kind), new_key()
        commitment, sealed = commit_to(name, key, content), seal(name, key, content)
        with self._writing_of(name), _translated():
            self._keys.add(name, key, until)
            self._files.write_waiting(name, sealed)
            with self._lock:
                self._deadlines.put(name, until, sealed_now=True)
                self._inventory.put(name, len(sealed))
        return Sealed(utterance_id=utterance_id, kind=kind, size=len(content), commitment=commitment, until=until)

    def commit(self, sealed: Sealed) -> None:
        """Give a sealed content its name. The ledger has its entry by now. Raises ContentGoneError."""
        name = ContentName(sealed.utterance_id, sealed.kind)
        with _translated():
            self._files.settle(name)
        with self._lock:
            self._pending.discard(name)

    def discard(self, sealed: Sealed) -> None:
        """Undo `seal`: the ledger has no entry of it, and never will. If it may have one, `erase` it."""
        with self._lock, _translated():
            self._destroy(ContentName(sealed.utterance_id, sealed.kind))

    def read(self, utterance_id: str, kind: ContentKind, *, commitment: str | None = None) -> bytes:
        """Return a content. With the ledger's `commitment`, it is also checked to be what was entered there.

        Raises ContentGoneError if it was never kept, is erased, or its time is over, ContentMissingError if there is a
        key and no file, and ContentDamagedError.
        """
        return self._open(ContentName(utterance_id, kind), commitment)[1]

    def disclose(self, utterance_id: str, kind: ContentKind, *, commitment: str) -> Disclosed:
        """Return a content for somebody outside, with what it can be checked by. Raises as `read` does."""
        name = ContentName(utterance_id, kind)
        key, content = self._open(name, commitment)
        return Disclosed(content, commitment_key(name, key))

    def holds(self, utterance_id: str, kind: ContentKind) -> bool:
        """Whether there is anything of a content: its key, its file, or the note of an erasure that is not told yet."""
        name = ContentName(utterance_id, kind)
        with _translated():
            return self._keys.has(name) or self._files.has(name) or self._erasures.has(name)

    def erase(self, utterance_id: str, kinds: Iterable[ContentKind], *, by: str = "") -> tuple[ContentKind, ...]:
        """Destroy the keys of contents, then their files. Return the kinds of which there was anything.

        `by` is who wants it. It is noted until the ledger knows (`told`), and is found again by `untold`.
        """
        names = [ContentName(utterance_id, kind) for kind in kinds]
        with self._lock, _translated():
            there = [name for name in names if self._keys.has(name) or self._files.has(name)]
            for name in there:
                self._erasures.note(name, by)
            for name in names:
                self._destroy(name)
        return tuple(name.kind for name in there)

    def untold(self) -> tuple[Untold, ...]:
        """Return the erasures that were not told to the ledger, each brought to its end first."""
        with self._lock, _translated():
            for name in self._erasures.names():
                self._destroy(name)
            return self._erasures.untold()

    def told(self, utterance_id: str, kinds: Iterable[ContentKind]) -> None:
        """Take the note of an erasure away: the ledger knows of it, or never knew of the content."""
        with self._lock, _translated():
            self._erasures.told([ContentName(utterance_id, kind) for kind in kinds])

    def shorten(self, utterance_id: str, kind: ContentKind, until: datetime) -> bool:
        """Let a content end sooner. Return whether it does: never later than it would have.

        Raises ContentGoneError, ContentDamagedError.
        """
        name = ContentName(utterance_id, kind)
        with self._lock, _translated():
            before = self._keys.get(name)[1]
            if before is not None and until >= before:
                return False
            self._keys.shorten(name, until)
            self._deadlines.shorten(name, until)
            return True

    def names(self) -> tuple[ContentName, ...]:
        """Return the contents that have a key, in order."""
        with self._lock, _translated():
            return tuple(sorted(self._keys.names()))

    def due(self) -> tuple[Due, ...]:
        """Return the contents whose time is over by their utterances, the longest overdue first."""
        with self._lock:
            # What waits for its entry is erased after it: an erasure is told of what the ledger knows.
            ended = [name for name in self._deadlines.due() if name not in self._pending]
        kinds: dict[str, list[ContentKind]] = {}
        for name in ended:
            kinds.setdefault(name.utterance_id, []).append(name.kind)
        return tuple(Due(utterance_id, tuple(of_one)) for utterance_id, of_one in kinds.items())

    def until(self, utterance_id: str, kind: ContentKind) -> datetime | None:
        """Return when a content is to be erased. None: it is gone, or nobody has set a time."""
        with self._lock:
            return self._deadlines.until(ContentName(utterance_id, kind))

    def seconds_left(self) -> float | None:
        """Return in how many seconds the next content is to be erased, if nobody sets the clock; None if none is."""
        with self._lock:
            return self._deadlines.seconds_left()

    def held(self) -> Held:
        """Return how much there is, and when it is erased."""
        with self._lock:
            return self._inventory.held(self._deadlines)

    @property
    def fingerprint(self) -> str:
        """What tells the household key from others, in hexadecimal."""
        return self._keys.household.keys[0].fingerprint

    @property
    def rotation_unfinished(self) -> bool:
        """Whether a rotation of the household key was begun, and something broke it off."""
        return self._keys.household.unfinished

    def rotate(self, enter: Callable[[str, str], None], *, go_on: bool = False) -> None:
        """Exchange the household key for a new one, and destroy the old one.

        `enter` is called with the fingerprints of both when everything opens with the new one, before the old one is
        destroyed; if it raises, or anything else breaks the rotation off, everything stays readable, and the next one
        goes on from there. Contents are sealed, read and erased meanwhile. With `go_on` only a rotation that was broken
        off is brought to its end.
        """
        with self._rotating:
            if go_on and not self.rotation_unfinished:
                return
            with self._lock, _translated():
                # A key that is just being written may be wrapped with the one that is to go, and has no name yet.
                self._written.wait_for(lambda: not self._writing)
                self._keys.household.begin()
                names = tuple(self._keys.names())
            for name in names:
                with self._lock, _translated():
                    self._keys.rotate(name)
            new, old = self._keys.household.keys
            enter(old.fingerprint, new.fingerprint)
            with self._lock, _translated():
                self._keys.household.finish()

    def reconcile(self, known: Callable[[str, ContentKind], bool], enter: Callable[[Reconciled], None]) -> Reconciled:
        """Bring keys, files and ledger together at start. See `reconcile.reconcile`.

        What this process has sealed, and not committed or discarded yet, is left alone. Nothing is sealed meanwhile.
        """
        with self._lock, _translated():
            for name in self._erasures.names():
                self._destroy(name)
            found = reconcile(self._keys, self._files, known, self._pending, enter)
            self._index()
        return found

    @contextmanager
    def _writing_of(self, name: ContentName) -> Iterator[None]:
        """Let a block write the files of a new content, and leave nothing of it if that fails."""
        with self._lock, _translated():
            if self._erasures.has(name):
                raise VaultError("this content was sealed and erased before")
            if name in self._pending or self._keys.has(name):
                raise VaultError("this content was sealed before")
            self._pending.add(name)
            self._writing.add(name)
        try:
            yield
        except BaseException:
            with self._lock, _translated():
                self._destroy(name)
            raise
        finally:
            with self._lock:
                self._writing.discard(name)
                self._written.notify_all()

    def _open(self, name: ContentName, commitment: str | None) -> tuple[bytes, bytes]:
        """Return the key and the content of a name."""
        with _translated():
            key, until = self._keys.get(name)
            if self._deadlines.over(name, until):
                raise ContentGoneError("the time of this content is over")
            content = unseal(name, key, self._sealed_file(name))
        if commitment is not None and not hmac.compare_digest(commitment, commit_to(name, key, content)):
            raise ContentDamagedError("this is not the content that the ledger speaks of")
        return key, content

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
        names = set(self._keys.names())
        self._deadlines.keep_measured(names)
        self._inventory.replace((name, size) for name, size in self._files.sizes() if name in names)
        for name in names:
            if name in self._deadlines:
                continue
            try:
                self._deadlines.put(name, self._keys.get(name)[1], sealed_now=False)
            except ContentGoneError, ContentDamagedError:
                continue

    def _destroy(self, name: ContentName) -> None:
        # The key goes first: from then on nothing opens, whatever happens to the file.
        self._keys.destroy(name)
        self._files.remove(name)
        self._deadlines.remove(name)
        self._inventory.remove(name)
        self._pending.discard(name)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as err:
        raise VaultError(f"the vault's disk refused: {err.strerror}") from err
