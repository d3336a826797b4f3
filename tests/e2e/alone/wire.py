"""What leaves a machine that has nothing but itself, read from the wire: no program can send past it."""

from collections.abc import Set as AbstractSet
from ipaddress import ip_address
import socket
import struct
import threading
from typing import Final, Self

_EVERY_PROTOCOL: Final = 0x0003
_IPV4: Final = 0x0800
_IPV6: Final = 0x86DD
_TCP: Final = 6
_UDP: Final = 17
_ETHERNET: Final = 14
"""Bytes before the packet itself; the loopback interface has them, too."""


class Wire:
    """Every address to which a packet was sent. Only root may read the wire."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_PROTOCOL))
        self._socket.bind(("lo", 0))
        self._socket.settimeout(0.2)
        self._found: set[str] = set()
        self._over = threading.Event()
        self._reader = threading.Thread(target=self._read)

    def __enter__(self) -> Self:
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._reader.join()
        self._socket.close()

    def seen(self) -> AbstractSet[str]:
        """Return where something was sent to so far: "address:port", or the address alone where there is no port."""
        return frozenset(self._found)

    def forget(self) -> None:
        """Forget what was seen so far."""
        self._found.clear()

    def _read(self) -> None:
        while not self._over.is_set():
            try:
                frame = self._socket.recv(65_536)
            except TimeoutError:
                continue
            if (where := destination(frame)) is not None:
                self._found.add(where)


def destination(frame: bytes) -> str | None:
    """Say where a packet goes; None where that is the loopback, or where it is none of the Internet Protocol."""
    (kind,) = struct.unpack_from("!H", frame, 12)
    packet = frame[_ETHERNET:]
    if kind == _IPV4:
        header, protocol, address = (packet[0] & 0x0F) * 4, packet[9], ip_address(packet[16:20])
    elif kind == _IPV6:
        header, protocol, address = 40, packet[6], ip_address(packet[24:40])
    else:
        return None
    if address.is_loopback:
        return None
    if protocol not in {_TCP, _UDP}:
        return str(address)
    (port,) = struct.unpack_from("!H", packet, header + 2)
    return f"{address}:{port}"
