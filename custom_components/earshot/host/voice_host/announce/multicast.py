"""Tells the local network by multicast DNS: at the start, whenever somebody asks, and at the end that it is over."""

from contextlib import suppress
import fcntl
import logging
import select
import socket
import struct
import time
from typing import Final

from .records import Announcement

LOGGER = logging.getLogger(__name__)

GROUP: Final = "224.0.0.251"
PORT: Final = 5353
_SIOCGIFADDR: Final = 0x8915
_REPEATED: Final = (0.0, 1.0, 3.0)
"""Seconds after the start at which it is told without being asked (RFC 6762, 8.3)."""
_LOOK_SECONDS: Final = 15.0
"""How often the machine's networks are looked at: a cable may come later than the container."""
_LEAST_SECONDS: Final = 1.0
"""Between two answers (RFC 6762, 6): who asks all the time is answered once a second."""


def addresses() -> list[str]:
    """Return the IPv4 address of each network that this machine is in; of itself alone if there is none."""
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # an interface without an address
                answer = fcntl.ioctl(asking, _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(answer[20:24]))
    outside = [address for address in found if not address.startswith("127.")]
    return outside or found


class Announcer:
    """Announces one host until it is told to stop."""

    def __init__(self, announcement: Announcement, *, group: str = GROUP, port: int = PORT) -> None:
        self._announcement = announcement
        self._group = group
        self._port = port
        self._joined: set[str] = set()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_UDP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
        self._socket.bind(("", port))
        self._stop, self._stopped = socket.socketpair()

    def stop(self) -> None:
        """Let `run` end. Safe in a signal handler."""
        self._stop.send(b"\0")

    def run(self) -> None:
        """Announce and answer until `stop`."""
        began = time.monotonic()
        pending = list(_REPEATED)
        looked = said = -_LOOK_SECONDS
        while True:
            now = time.monotonic() - began
            if now - looked >= _LOOK_SECONDS:
                looked = now
                if self._join_new():
                    pending = [now + wait for wait in _REPEATED]
            if pending and now >= pending[0]:
                pending.pop(0)
                self._say()
                said = now
            wait = min(pending[0] if pending else now + _LOOK_SECONDS, looked + _LOOK_SECONDS) - now
            ready, _, _ = select.select([self._socket, self._stopped], [], [], max(0.0, wait))
            if self._stopped in ready:
                break
            if self._socket in ready and self._hears_question() and now - said >= _LEAST_SECONDS:
                pending = sorted([*pending, now])
        self._say(gone=True)
        self._socket.close()

    def _join_new(self) -> bool:
        new = [address for address in addresses() if address not in self._joined]
        for address in new:
            membership = socket.inet_aton(self._group) + socket.inet_aton(address)
            with suppress(OSError):  # joined by another address of the same interface, or gone meanwhile
                self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
            self._joined.add(address)
        return bool(new)

    def _hears_question(self) -> bool:
        try:
            return self._announcement.is_asked_for(self._socket.recv(9000))
        except OSError:
            return False

    def _say(self, *, gone: bool = False) -> None:
        for address in self._joined:
            try:
                self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
                self._socket.sendto(self._announcement.packet(address, gone=gone), (self._group, self._port))
            except OSError as error:
                LOGGER.debug("Nothing could be told in the network of %s: %s", address, error.strerror)
