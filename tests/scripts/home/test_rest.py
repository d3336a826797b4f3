"""A test run may take longer than an access token lasts, or be put to sleep in the middle."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
import json
import time
from typing import Any
from urllib.parse import parse_qs
from urllib.request import Request

import pytest

from scripts.home import rest as module
from scripts.home.rest import Rest

LASTS = 1800.0
"""Seconds for which Home Assistant believes an access token."""


class Server:
    """Gives tokens as Home Assistant does, and refuses one that is too old."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._given: dict[str, float] = {}

    @contextmanager
    def open(self, request: Request, **_: object) -> Iterator[BytesIO]:
        yield BytesIO(json.dumps(self._answer(request)).encode())

    def _answer(self, request: Request) -> Any:
        match request.selector:
            case "/auth/token":
                assert isinstance(request.data, bytes)
                asked = parse_qs(request.data.decode())
                assert asked.get("refresh_token", ["kept"]) == ["kept"]
                token = f"token {len(self._given)}"
                self._given[token] = self._now()
                return {"access_token": token, "refresh_token": "kept"} if "code" in asked else {"access_token": token}
            case path if path.startswith("/auth/login_flow"):
                return {"flow_id": "1", "type": "create_entry", "result": "code"}
            case _:
                token = str(request.get_header("Authorization")).removeprefix("Bearer ")
                return self._now() - self._given[token] < LASTS


@pytest.mark.parametrize("slept", [0.0, 899.0, 1799.0, 1801.0, 7200.0])
def test_a_login_holds_however_long_it_takes(monkeypatch: pytest.MonkeyPatch, slept: float) -> None:
    clock = [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: clock[0])
    monkeypatch.setattr(module, "urlopen", Server(lambda: clock[0]).open)
    rest = Rest("http://127.0.0.1:1")
    rest.log_in("demo", "secret")
    for _ in range(3):
        clock[0] += slept
        assert rest.get("/api/") is True
