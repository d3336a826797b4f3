"""The ways to a voice host: a socket file of this machine, and TLS to a port, which both sides open with one secret."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ..errors import HostIdentityError
from ..host.voice_host.pairing import client_context, code_of, name_of, secret_of


class Way(Protocol):
    """How a connection to one host is made."""

    async def open(self, reader: asyncio.StreamReader) -> asyncio.StreamWriter:
        """Connect, and let what comes be read by `reader`. Raises OSError, or a HostError that says more."""


class SocketFile:
    """The socket of a host of this machine, in a folder that only its owner may enter."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def open(self, reader: asyncio.StreamReader) -> asyncio.StreamWriter:
        """Connect. Raises OSError."""
        loop = asyncio.get_running_loop()
        protocol = asyncio.StreamReaderProtocol(reader)
        transport, _ = await loop.create_unix_connection(lambda: protocol, str(self._path))
        return asyncio.StreamWriter(transport, protocol, reader, loop)


@dataclass(frozen=True, slots=True)
class HostAddress:
    """A host on a port, and the secret that is shared with it."""

    host: str
    """A name or an address."""
    port: int
    secret: bytes

    def __repr__(self) -> str:
        """Leave the secret out: what is shown in a log is shown to whoever helps."""
        return f"HostAddress({self.host!r}, {self.port})"

    @property
    def name(self) -> str:
        """What this host may be called in public; the same wherever it is."""
        return name_of(self.secret)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> HostAddress:
        """Read what `to_data` wrote into the configuration."""
        return cls(str(data["host"]), int(data["port"]), secret_of(str(data["code"])))

    def to_data(self) -> dict[str, str | int]:
        """Return what the configuration holds of it: the pairing code as a person types it."""
        return {"host": self.host, "port": self.port, "code": code_of(self.secret)}


class GuardedPort:
    """The port of a host anywhere: nothing is said to it before it has proved that it knows the secret."""

    def __init__(self, address: HostAddress) -> None:
        self._address = address
        self._context = client_context(address.secret)
        self.met_at: str | None = None
        """The address at which it was last met, whatever its name stood for. None before the first time."""

    async def open(self, reader: asyncio.StreamReader) -> asyncio.StreamWriter:
        """Connect. Raises OSError, or HostIdentityError when the two do not share the secret."""
        loop = asyncio.get_running_loop()
        protocol = asyncio.StreamReaderProtocol(reader)
        plain, _ = await loop.create_connection(lambda: protocol, self._address.host, self._address.port)
        writer = asyncio.StreamWriter(plain, protocol, reader, loop)
        try:
            await writer.start_tls(self._context)
        except TimeoutError:
            raise
        except OSError as err:  # ssl.SSLError is one; a host that refuses breaks the connection off
            raise HostIdentityError("It did not prove that it knows the pairing code") from err
        except BaseException:
            plain.abort()
            raise
        if not writer.get_extra_info("ssl_object").session_reused:
            plain.abort()
            raise HostIdentityError("It opened with something else than the pairing code")
        self.met_at = str(writer.get_extra_info("peername")[0])
        return writer
