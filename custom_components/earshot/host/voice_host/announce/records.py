"""The one announcement of a voice host in multicast DNS (RFC 6762, RFC 6763), as bytes."""

from dataclasses import dataclass
import ipaddress
import struct
from typing import Final

SERVICE: Final = "_earshot-host._tcp.local"

_A: Final = 1
_PTR: Final = 12
_TXT: Final = 16
_SRV: Final = 33
_ANY: Final = 255
_IN: Final = 1
_FLUSH: Final = 0x8000
"""With the class of a record that one host alone has: whoever remembers another one forgets it."""
_ANSWER: Final = 0x8400
"""Flags of an answer by who is in charge of the name."""
_LABEL_BYTES: Final = 63
_TTL: Final = 120
"""Seconds for which an address is good (RFC 6762, 10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What is told of a host."""

    title: str
    """How people call the machine."""
    name: str
    """The host's public name, from its pairing code: the same wherever it is."""
    port: int
    version: str

    def packet(self, address: str, *, gone: bool = False) -> bytes:
        """Return the answer for the network in which the machine has this IPv4 address; `gone`: take it back."""
        instance, machine = f"Earshot {self.name}", f"earshot-{self.name}.local"
        lifetime = 0 if gone else _TTL
        facts = {"id": self.name, "title": self.title, "version": self.version}
        texts = b"".join(_text(f"{key}={value}") for key, value in facts.items())
        records = (
            _record(_name(SERVICE), _PTR, _IN, lifetime, _name(SERVICE, instance)),
            _record(
                _name(SERVICE, instance),
                _SRV,
                _IN | _FLUSH,
                lifetime,
                struct.pack("!HHH", 0, 0, self.port) + _name(machine),
            ),
            _record(_name(SERVICE, instance), _TXT, _IN | _FLUSH, lifetime, texts),
            _record(_name(machine), _A, _IN | _FLUSH, lifetime, ipaddress.IPv4Address(address).packed),
        )
        return struct.pack("!HHHHHH", 0, _ANSWER, 0, len(records), 0, 0) + b"".join(records)

    def is_asked_for(self, packet: bytes) -> bool:
        """Whether a packet asks for any of this. What is no question, or cannot be read, asks for nothing."""
        try:
            return any(self._answers(name, kind) for name, kind in _questions(packet))
        except struct.error, IndexError, UnicodeDecodeError:
            return False

    def _answers(self, name: str, kind: int) -> bool:
        own = {SERVICE: _PTR, f"earshot {self.name}.{SERVICE}": _ANY, f"earshot-{self.name}.local": _A}
        wanted = own.get(name.lower())
        return wanted is not None and (kind in {wanted, _ANY} or wanted == _ANY)


def _record(name: bytes, kind: int, group: int, lifetime: int, data: bytes) -> bytes:
    return name + struct.pack("!HHIH", kind, group, lifetime, len(data)) + data


def _name(dotted: str, instance: str | None = None) -> bytes:
    labels = [*([instance] if instance else []), *dotted.split(".")]
    return b"".join(_text(label, _LABEL_BYTES) for label in labels) + b"\0"


def _text(text: str, most: int = 255) -> bytes:
    encoded = text.encode()[:most]
    return bytes((len(encoded),)) + encoded


def _questions(packet: bytes) -> list[tuple[str, int]]:
    _, flags, count = struct.unpack_from("!HHH", packet)
    found: list[tuple[str, int]] = []
    at = 12
    for _ in range(count if not flags & 0x8000 else 0):
        name, at = _read_name(packet, at)
        (kind,) = struct.unpack_from("!H", packet, at)
        found.append((name, kind))
        at += 4
    return found


def _read_name(packet: bytes, at: int) -> tuple[str, int]:
    """Read a name, which may go on elsewhere in the packet, further in front; returns where it ended."""
    labels: list[str] = []
    end: int | None = None
    begun = at
    while length := packet[at]:
        if length >= 0xC0:  # noqa: PLR2004 - the two bits that mark a pointer (RFC 1035, 4.1.4)
            (target,) = struct.unpack_from("!H", packet, at)
            end = end or at + 2
            if (at := target & 0x3FFF) >= begun:
                raise IndexError("a pointer must point in front of the name, or it could go in a circle")
            begun = at
        else:
            labels.append(packet[at + 1 : at + 1 + length].decode())
            at += 1 + length
    return ".".join(labels), end or at + 1
