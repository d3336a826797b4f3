"""Home Assistant's websocket API, one question at a time."""

from collections.abc import Iterator
from contextlib import ExitStack
import json
from pathlib import Path
import ssl
from typing import Any, Final, Self

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from .errors import HomeError, RefusedError

_TIMEOUT: Final = 60.0
"""Seconds to wait for one answer. Verifying a long ledger takes the longest."""
_MAX_BYTES: Final = 64 * 1024 * 1024
"""One message. The registries of a large home are some megabytes."""


class HomeSocket:
    """An authenticated connection. Not thread-safe, and events come only to the one subscription that is open."""

    def __init__(self, url: str, token: str, *, authority: Path | None = None) -> None:
        """Connect and log in; raises HomeError. `authority` is who is believed to certify an address with https."""
        self.authority = authority
        self._open = ExitStack()
        address = url.replace("http", "ws", 1) + "/api/websocket"
        try:
            secure = ssl.create_default_context(cafile=authority) if authority is not None else None
            opened = connect(address, max_size=_MAX_BYTES, proxy=None, ssl=secure, open_timeout=_TIMEOUT)
            self._connection: ClientConnection = self._open.enter_context(opened)
        except (OSError, WebSocketException) as error:
            raise HomeError(f"cannot reach Home Assistant at {url}: {error}") from error
        self._last_id = 0
        self._receive()
        self._connection.send(json.dumps({"type": "auth", "access_token": token}))
        if self._receive()["type"] != "auth_ok":
            raise HomeError("Home Assistant does not accept this home's access token")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._open.close()

    def ask(self, command: str, **data: Any) -> Any:
        """Send a command and return its result; raises RefusedError."""
        number = self.send(command, **data)
        while True:
            message = self._receive()
            if message.get("id") == number and message["type"] == "result":
                return _result(command, message)

    def send(self, command: str, **data: Any) -> int:
        """Send a command without waiting; return its number."""
        self._last_id += 1
        self._connection.send(json.dumps({"id": self._last_id, "type": command, **data}))
        return self._last_id

    def send_sound(self, handler: int, chunk: bytes) -> None:
        """Send sound to a pipeline run; an empty chunk ends it."""
        self._connection.send(bytes([handler]) + chunk)

    def events(self, number: int, timeout: float = _TIMEOUT) -> Iterator[Any]:
        """Yield the events that belong to command `number`; raises HomeError when none comes for `timeout` seconds."""
        while True:
            message = self._receive(timeout)
            if message.get("id") != number:
                continue
            if message["type"] == "result":
                _result("subscription", message)
            elif message["type"] == "event":
                yield message["event"]

    def _receive(self, timeout: float = _TIMEOUT) -> dict[str, Any]:
        try:
            return dict(json.loads(self._connection.recv(timeout)))
        except TimeoutError as error:
            raise HomeError(f"Home Assistant said nothing for {timeout:.0f} seconds") from error
        except WebSocketException as error:
            raise HomeError("Home Assistant closed the connection") from error


def _result(command: str, message: dict[str, Any]) -> Any:
    if message["success"]:
        return message["result"]
    error = message["error"]
    raise RefusedError(f"{command}: {error['message']}", code=error["code"])
