"""A small disk of its own for a folder, which can really be full or read-only: a mounted tmpfs.

Limits on the size of a file, which need no rights, end in another error than a full disk does, and in none for the
many small files of the vault.
"""

import fcntl
import os
from pathlib import Path
import struct
import subprocess

_GET_FLAGS, _SET_FLAGS, _IMMUTABLE = 0x80086601, 0x40086602, 0x10
"""FS_IOC_GETFLAGS, FS_IOC_SETFLAGS and FS_IMMUTABLE_FL of Linux (linux/fs.h)."""


class SmallDisk:
    """Some megabytes, from `mount` to `unmount`."""

    SIZE = 8 << 20

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ballast = folder / "ballast"

    def mount(self) -> bool:
        """Put the disk in the folder's place. Return whether this process may."""
        self._folder.mkdir(parents=True, exist_ok=True)
        options = f"size={self.SIZE},mode=700"
        return _runs("mount", "-t", "tmpfs", "-o", options, "earshot-test", str(self._folder))

    def unmount(self) -> None:
        """Take it away, whoever still uses it."""
        assert _runs("umount", "--lazy", str(self._folder))

    def fill(self, room: int = 0) -> None:
        """Leave so many bytes free, in whole pages."""
        status = os.statvfs(self._folder)
        with self._ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, status.f_bavail * status.f_frsize - room))

    def clear(self) -> None:
        """Give all of that back."""
        self._ballast.unlink()

    def turn_read_only(self, *, on: bool) -> None:
        """Let nothing be written any more, or again. Nobody may have a file open for writing."""
        how = "ro" if on else "rw"
        assert _runs("mount", "-o", f"remount,{how}", str(self._folder))


def freeze(path: Path, *, frozen: bool) -> bool:
    """Let nobody write a file, not even who has it open and is root, or let them again. Return whether that holds.

    A filesystem that meets an error turns read-only under those who use it. Nobody may ask it to while they do; a file
    that is immutable refuses them just so, where the filesystem looks at that with every write (ext4 does).
    """
    file = os.open(path, os.O_RDONLY)
    try:
        (flags,) = struct.unpack("l", fcntl.ioctl(file, _GET_FLAGS, struct.pack("l", 0)))
        flags = flags | _IMMUTABLE if frozen else flags & ~_IMMUTABLE
        fcntl.ioctl(file, _SET_FLAGS, struct.pack("l", flags))
    except OSError:
        return False
    finally:
        os.close(file)
    return True


def freezes(folder: Path) -> bool:
    """Whether `freeze` does what it says, for who has a file open."""
    path = folder / "frozen"
    with path.open("wb", buffering=0) as file:
        if not freeze(path, frozen=True):
            return False
        try:
            file.write(b"!")
        except OSError:
            return True
        else:
            return False
        finally:
            freeze(path, frozen=False)


def _runs(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
