"""Events are sent while somebody listens, and nothing is begun for those who are gone."""

from unittest.mock import Mock

import pytest

from custom_components.earshot.websocket_api.events import Events, Progress

HALF = Progress(done=1, total=2)


@pytest.fixture
def connection() -> Mock:
    return Mock(subscriptions={})


def test_the_answer_comes_before_the_first_event(connection: Mock) -> None:
    events = Events[Progress](connection, 5)
    events.send(HALF)
    events.begin()
    events.send(HALF)
    assert [name for name, *_ in connection.method_calls] == ["send_result", "send_event"]
    connection.send_event.assert_called_once_with(5, {"type": "progress", "done": 1, "total": 2})


def test_who_unsubscribes_is_sent_nothing_more(connection: Mock) -> None:
    events, stop = Events[Progress](connection, 5), Mock()
    events.begin(stop)
    connection.subscriptions[5]()
    events.send(HALF)
    stop.assert_called_once_with()
    connection.send_event.assert_not_called()


def test_nothing_is_begun_for_somebody_who_left_before(connection: Mock) -> None:
    events, stop = Events[Progress](connection, 5), Mock()
    connection.subscriptions.pop(5)()
    events.begin(stop)
    stop.assert_called_once_with()
    assert not events.wanted


def test_one_that_never_began_is_forgotten_and_one_that_did_is_not(connection: Mock) -> None:
    Events[Progress](connection, 4).close()
    begun = Events[Progress](connection, 5)
    begun.begin()
    begun.close()
    assert set(connection.subscriptions) == {5}
