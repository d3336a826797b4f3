"""A file that is being downloaded: written beside its place, hashed as it grows, moved there when it is right."""

from collections.abc import Iterator
import contextlib
import errno
import fcntl
import hashlib
import os
from pathlib import Path
import shutil
from threading import Lock
from typing import Final

from ...errors import ModelBusyError, ModelMismatchError, ModelSpaceError, ModelStorageError
from .catalogue import ModelFile

SUFFIX: Final = ".part"
SPARE_BYTES: Final = 64 * 1024**2
"""Left free on the disk: Home Assistant's own database needs room to go on."""
_BLOCK: Final = 1024 * 1024
_FULL: Final = {errno.ENOSPC, errno.EDQUOT}


class PartFile:
    """The unfinished file of one `ModelFile`. Everything blocks, and raises a ModelError when the disk does not obey.

    The lock is for a download that is cancelled: what it began to write in another thread ends before the file closes.
    """

    def __init__(self, file: ModelFile, folder: Path) -> None:
        """Touch nothing yet."""
        self._file = file
        self.place: Final = folder / file.path
        """Where it goes when it is whole."""
        self._part = self.place.with_name(self.place.name + SUFFIX)
        self._lock = Lock()
        self._digest = hashlib.sha256()
        self._descriptor: int | None = None
        self.length = 0
        """Bytes that are there."""

    @property
    def sha256(self) -> str:
        """Hash of what is there."""
        return self._digest.hexdigest()

    def open(self) -> None:
        """Go on with what an earlier try has left, or begin.

        Raises ModelBusyError when another download has it, ModelSpaceError when it cannot fit.
        """
        with self._lock, self._storage():
            self.place.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ModelBusyError(file=self._file.path) from None
            if os.fstat(self._descriptor).st_size > self._file.size:
                os.ftruncate(self._descriptor, 0)
            while block := os.read(self._descriptor, _BLOCK):
                self._digest.update(block)
                self.length += len(block)
            free = shutil.disk_usage(self.place.parent).free
        if free < self._file.size - self.length + SPARE_BYTES:
            raise self._no_space(free)

    @staticmethod
    def is_whole(file: ModelFile, folder: Path) -> bool:
        """Whether the file is in its place already, with the right size and hash."""
        place = folder / file.path
        try:
            if place.stat().st_size != file.size:
                return False
            with place.open("rb") as opened:
                return hashlib.file_digest(opened, "sha256").hexdigest() == file.sha256
        except OSError:
            return False

    def write(self, data: bytes) -> None:
        """Add what has arrived. Raises ModelMismatchError for more than the catalogue states."""
        with self._lock, self._storage():
            if self._descriptor is None:
                return
            if self.length + len(data) > self._file.size:
                raise ModelMismatchError(file=self._file.path, reason="it is longer than the catalogue states")
            view = memoryview(data)
            while view:
                view = view[os.write(self._descriptor, view) :]
            self._digest.update(data)
            self.length += len(data)

    def restart(self) -> None:
        """Forget what is there: the server sends everything."""
        with self._lock, self._storage():
            if self._descriptor is not None:
                os.ftruncate(self._descriptor, 0)
                os.lseek(self._descriptor, 0, os.SEEK_SET)
            self._digest = hashlib.sha256()
            self.length = 0

    def finish(self) -> None:
        """Prove that it is right and move it to its place, durably. Raises ModelMismatchError."""
        with self._lock, self._storage():
            if self._descriptor is None:
                return
            if self.length != self._file.size or self.sha256 != self._file.sha256:
                raise ModelMismatchError(
                    file=self._file.path, reason="its SHA-256 is another than the catalogue states"
                )
            os.fsync(self._descriptor)
            self._part.replace(self.place)
            _sync_folder(self.place.parent)

    def discard(self) -> None:
        """Remove what has arrived: it can never become the file."""
        with self._lock, self._storage():
            self._part.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file, whatever became of it. Idempotent."""
        with self._lock:
            descriptor, self._descriptor = self._descriptor, None
            if descriptor is not None:
                os.close(descriptor)

    def _no_space(self, free: int) -> ModelSpaceError:
        return ModelSpaceError(file=self._file.path, needed=_megabytes(self._file.size), free=_megabytes(free))

    @contextlib.contextmanager
    def _storage(self) -> Iterator[None]:
        """Say what the disk says in Earshot's words."""
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                raise self._no_space(0) from error
            raise ModelStorageError(reason=error.strerror or type(error).__name__) from error


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
