"""Where an address is: on this machine, in this home, or outside; and which addresses a configuration names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
import re
from typing import Any, Final
from urllib.parse import urlsplit

from ..models import Place

THIS_MACHINE: Final = "localhost"
"""The name that stands for what is reached without any network, a socket in the file system too."""

_HOME: Final = tuple(IPv4Network(net) for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"))
_HOME_6: Final = tuple(IPv6Network(net) for net in ("fc00::/7", "fe80::/10"))
"""Private and link-local addresses (RFC 1918, 3927, 4193, 4291). Of the others that are not public, such as those
of a provider's or a tunnel's inside (100.64.0.0/10), nobody can say where they end."""

_SUPERVISOR: Final = IPv4Network("172.30.32.0/23")
_SUPERVISOR_GATE: Final = IPv4Address("172.30.32.1")
"""The bridge between Home Assistant OS's containers, and the address that its machine has on it. Whoever has that
address is the machine that all of them run on."""

_ON_LINK_BITS: Final = 64
"""The shortest prefix of an IPv6 network that is one link (RFC 4291, 2.5.4)."""

_NAMES_A_HOST: Final = re.compile(
    r"(?:^|_)(?:host|hostname|server|address|ip|url|uri|endpoint|api_base)$", re.IGNORECASE
)
_URL: Final = re.compile(r"(?:https?|wss?|tcp|unix)://\S+", re.IGNORECASE)

type Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine in its networks."""

    addresses: frozenset[Address] = frozenset()
    """Its own, beside the loopback ones."""
    links: tuple[IPv6Network, ...] = ()
    """The IPv6 networks that it is directly attached to. In a home their addresses are public ones, too."""


def place_of_address(address: Address, machine: Machine) -> Place:
    """Place one address. What is neither this machine's, nor a home's, nor public, is unknown."""
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or IPv6Address(int(address))  # without its scope
    if address.is_loopback or address.is_unspecified or address in machine.addresses:
        return Place.THIS_MACHINE
    if isinstance(address, IPv4Address):
        if address in _SUPERVISOR and _SUPERVISOR_GATE in machine.addresses:
            return Place.THIS_MACHINE
        near = any(address in net for net in _HOME)
    else:
        on_link = (link for link in machine.links if link.prefixlen >= _ON_LINK_BITS)
        near = any(address in net for net in (*_HOME_6, *on_link))
    if near:
        return Place.HOME_NETWORK
    return Place.INTERNET if address.is_global and not address.is_multicast else Place.UNKNOWN


def literal(host: str) -> Address | None:
    """Return the address that a host's name spells; None for a name that must be asked for."""
    if host == THIS_MACHINE or host.endswith(f".{THIS_MACHINE}"):
        return IPv4Address("127.0.0.1")  # RFC 6761, 6.3: never anything else
    try:
        return ip_address(host)
    except ValueError:
        return None


def hosts_in(configuration: Mapping[str, Any]) -> Iterator[str]:
    """Yield the hosts that a configuration names, in lower case, some of them twice.

    A whole value that is a URL names one under any key; a bare name does under a key that says that it is one.
    """
    for key, value in configuration.items():
        yield from _hosts_of(key, value)


def _hosts_of(key: str, value: Any) -> Iterator[str]:
    match value:
        case Mapping():
            yield from hosts_in(value)
        case list() | tuple():
            for item in value:
                yield from _hosts_of(key, item)
        case str() if value.strip():
            if (host := _host(key, value.strip())) is not None:
                yield host.lower().rstrip(".")


def _host(key: str, value: str) -> str | None:
    """Return the host of one value. What should name one and is not understood is a name that nobody can resolve."""
    url = _URL.fullmatch(value) is not None
    if not url and not _NAMES_A_HOST.search(key):
        return None
    if value.startswith("unix:"):
        return THIS_MACHINE
    if not url and literal(value.strip("[]")):
        return value.strip("[]")
    try:
        return urlsplit(value if url else f"//{value}").hostname or value
    except ValueError:
        return value
