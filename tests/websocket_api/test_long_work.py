"""Work that takes long ends when nobody waits for it, and says so when it fails."""

import asyncio
from collections.abc import Callable
import threading
from typing import Any
from unittest.mock import Mock

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.websocket_api.events import Events
from custom_components.earshot.websocket_api.long_work import run_long


@pytest.fixture
def connection() -> Mock:
    return Mock(subscriptions={})


def events(connection: Mock) -> list[Any]:
    return [call.args for call in connection.send_event.call_args_list]


async def test_progress_is_told_before_the_result(hass: HomeAssistant, connection: Mock) -> None:
    def work(progress: Callable[[int, int], None]) -> str:
        progress(1, 2)
        progress(2, 2)
        return "done"

    assert await run_long(hass, Events(connection, 5), work) == "done"
    assert [event for _, event in events(connection)] == [
        {"type": "progress", "done": 1, "total": 2},
        {"type": "progress", "done": 2, "total": 2},
    ]
    connection.send_result.assert_called_once_with(5)


async def test_work_ends_when_nobody_waits_for_it(hass: HomeAssistant, connection: Mock) -> None:
    began, go_on, reached = threading.Event(), threading.Event(), []

    def work(progress: Callable[[int, int], None]) -> str:
        began.set()
        go_on.wait()
        progress(1, 2)
        reached.append("further")
        return "done"

    task = asyncio.create_task(run_long(hass, Events(connection, 5), work))
    await hass.async_add_executor_job(began.wait)
    connection.subscriptions[5]()
    go_on.set()
    assert await task is None
    assert not reached
    assert not events(connection)


async def test_a_result_that_nobody_waits_for_any_more_is_kept_back(hass: HomeAssistant, connection: Mock) -> None:
    def work(_: Callable[[int, int], None]) -> str:
        connection.subscriptions[5]()
        return "done"

    assert await run_long(hass, Events(connection, 5), work) is None


async def test_a_failure_is_an_event_because_the_message_is_answered(hass: HomeAssistant, connection: Mock) -> None:
    def work(_: Callable[[int, int], None]) -> str:
        raise LedgerUnavailableError

    assert await run_long(hass, Events(connection, 5), work) is None
    assert events(connection) == [(5, {"type": "failed", "code": "ledger_unavailable", "placeholders": {}})]
