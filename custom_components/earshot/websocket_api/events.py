"""Events that follow a command's answer: a type for each, and who still listens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from homeassistant.components.websocket_api.connection import ActiveConnection

from ..errors import EarshotError
from ..ledger.jsonable import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far long work is."""

    type: Literal["progress"] = field(default="progress", init=False)
    done: int
    total: int | None = None
    """Null where nobody knows how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Long work was broken off by an error. The last event: the command has its answer already."""

    type: Literal["failed"] = field(default="failed", init=False)
    code: str
    """The error's code, as commands answer with."""
    placeholders: Mapping[str, str]
    """What fills the error's sentence."""

    @classmethod
    def of(cls, err: EarshotError) -> Failed:
        """Tell of an error."""
        return cls(code=err.code, placeholders=err.placeholders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailable:
    """What is followed cannot be told for now, and what was sent before may not be true any more.

    The next event of another type tells it anew.
    """

    type: Literal["unavailable"] = field(default="unavailable", init=False)
    code: str
    """"not_loaded" while Earshot is being reloaded, or the error's code, as commands answer with."""


class Events[T]:
    """The events that one command sends. `T` are their types: nothing else is sent.

    It is made before the command waits for anything, so that nothing is begun for somebody who is gone by then.
    """

    def __init__(self, connection: ActiveConnection, message_id: int) -> None:
        self._connection = connection
        self._id = message_id
        self._stop: Callable[[], object] | None = None
        self._gone = False
        self.answered = False
        """Whether the command has its answer already."""
        self.wanted = False
        """Whether somebody listens: from the beginning until they unsubscribe or are gone."""
        connection.subscriptions[message_id] = self._end

    def begin(self, stop: Callable[[], object] | None = None) -> None:
        """Answer the command with null; from now on events are sent. `stop` is called when nobody listens any more."""
        self.listen(stop)
        self.answered = True
        self._connection.send_result(self._id)

    def listen(self, stop: Callable[[], object] | None = None) -> None:
        """Let events be sent for a command that answers by itself. Otherwise as `begin`."""
        self._stop = stop
        self.wanted = not self._gone
        if self._gone and stop is not None:
            stop()

    def send(self, event: T) -> None:
        """Send an event, if anybody listens."""
        if self.wanted:
            self._connection.send_event(self._id, to_json(event))

    def close(self) -> None:
        """Forget it, if it never began."""
        if not self.wanted:
            self._connection.subscriptions.pop(self._id, None)

    def _end(self) -> None:
        self.wanted = False
        self._gone = True
        if self._stop is not None:
            self._stop()
