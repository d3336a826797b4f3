"""Where a review desk is: `https://` and a host; `http://` only on this machine."""

from ipaddress import ip_address
import re
from typing import Final
from urllib.parse import urlsplit

MAX_ADDRESS: Final = 300
"""Characters. A host name has at most 253."""

LOCALHOST: Final = "localhost"
_HOST: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?", re.ASCII)
_PRINTABLE: Final = re.compile(r"[!-~]+", re.ASCII)


def desk_address(text: str) -> str:
    """Return a desk's address in its one form: scheme, host and port, in small letters, without a slash at the end.

    A name outside of ASCII is given as its A-label ("xn--..."). Raises ValueError for a path, a query, a user, a host
    that is none, and for plain HTTP to anything but this machine by a loopback address or as `localhost`.
    """
    if len(text) > MAX_ADDRESS or _PRINTABLE.fullmatch(text) is None:
        raise ValueError("an address is too long, or not printable ASCII")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError("this is no address") from None
    if parts.scheme not in {"https", "http"} or parts.path not in {"", "/"} or "@" in parts.netloc or "\\" in text:
        raise ValueError("an address is https://, a host, and perhaps a port")
    if "?" in text or "#" in text or parts.netloc.endswith(":") or port == 0:
        raise ValueError("an address has no query and no fragment")
    if parts.scheme == "http" and not is_loopback(host):
        raise ValueError("plain HTTP is for this machine only")
    return f"{parts.scheme}://{_written(host)}{'' if port is None else f':{port}'}"


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine: 127.0.0.0/8, ::1, or the name `localhost` (RFC 6761, 6.3)."""
    if host == LOCALHOST:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _written(host: str) -> str:
    """Return a host as it stands in an address. Raises ValueError."""
    try:
        address = ip_address(host)
    except ValueError:
        if _HOST.fullmatch(host) is None or host.rstrip(".").rpartition(".")[2].isdecimal():
            raise ValueError("an address has no host") from None
        return host
    if "%" in host:
        raise ValueError("an address is of one network interface only")
    return f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004 - the version is the name


def proxy_address(text: str) -> str:
    """Return the address of a proxy, as it was written: `http://` or `https://`, perhaps a user and a password, a host.

    Raises ValueError for anything else. What goes through it to a desk is TLS all the same.
    """
    scheme, separator, rest = text.partition("://")
    user, at, host = rest.rpartition("@")
    if scheme not in {"http", "https"} or not separator or (at and not user) or set(user) & set("/?#@"):
        raise ValueError("a proxy's address is http:// or https://, and a host")
    desk_address(f"https://{host}")
    return text
