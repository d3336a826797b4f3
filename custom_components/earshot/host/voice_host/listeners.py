"""Makes the sockets that the host listens on, before it gives up making any."""

from collections.abc import Iterable
from contextlib import suppress
import os
from pathlib import Path
import socket
import stat
from typing import Final

from .config import Address, TcpAddress, UnixAddress

_BACKLOG: Final = 128
"""Connections that may wait to be accepted: all satellites of a home at once, after a restart."""


class ListenError(Exception):
    """An address that cannot be listened on. The message is a sentence for the person who gave it."""


def listen(addresses: Iterable[Address]) -> list[socket.socket]:
    """Listen on every address. Raises ListenError, and then listens on none."""
    sockets: list[socket.socket] = []
    try:
        for address in addresses:
            sockets += _listen_unix(address) if isinstance(address, UnixAddress) else _listen_tcp(address)
    except BaseException:
        for each in sockets:
            each.close()
        raise
    return sockets


def _listen_unix(address: UnixAddress) -> list[socket.socket]:
    path = address.path
    try:
        _check_folder(path.parent)
        _remove_stale(path)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listening.bind(str(path))
        path.chmod(0o600)
        listening.listen(_BACKLOG)
    except OSError as error:
        raise ListenError(f"Cannot listen on {path}: {error.strerror or error}.") from error
    return [listening]


def _check_folder(folder: Path) -> None:
    """Refuse a folder that others may enter: who can reach the socket can listen in."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) != stat.S_IRWXU:
        raise ListenError(f"{folder} must be a folder of our own with mode 0700.")


def _remove_stale(path: Path) -> None:
    """Remove the socket of a process that is gone. Raises ListenError if one still answers, or it is no socket."""
    with suppress(FileNotFoundError):
        if not stat.S_ISSOCK(path.lstat().st_mode):
            raise ListenError(f"{path} is there already and is no socket.")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(1)
            if probe.connect_ex(str(path)) == 0:
                raise ListenError(f"Another process listens on {path}.")
        path.unlink()


def _listen_tcp(address: TcpAddress) -> list[socket.socket]:
    try:
        found = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE, proto=socket.IPPROTO_TCP
        )
        family, _, _, _, place = found[0]
        return [socket.create_server(place[:2], family=family, backlog=_BACKLOG)]
    except socket.gaierror as error:
        raise ListenError(f"Cannot listen on {address.host}: {error.strerror}.") from error
    except OSError as error:
        # Python's own message repeats the address.
        reason = os.strerror(error.errno or 0)
        raise ListenError(f"Cannot listen on {address.host}:{address.port}: {reason}.") from error
