"""Engines of others behind the gate: what they have in common.

An engine is looked up each time it is asked, so that one that was reloaded, renamed or exchanged meanwhile is found.
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Final

from homeassistant.core import CALLBACK_TYPE, Event, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.entity import Entity
from homeassistant.helpers.event import async_track_entity_registry_updated_event, async_track_state_change_event

from ...assistants.plan import Assistant
from ...errors import EngineMissingError
from ...models import Stage
from ..engine import Engine

type Describe = Callable[[Stage, str], Engine]
"""Says who an engine is and where, by its stage and id."""

ANSWER_PATIENCE: Final = 60.0
"""Seconds that a recognizer may think when it has all the sound, and a voice between two pieces of its own. Slow boards
take some ten seconds for a sentence; after a minute nobody stands there any more, and the run would stay open."""

SPEECH_PATIENCE: Final = 300.0
"""Seconds that one utterance may last in all. Nobody speaks for five minutes to a voice assistant."""

AGENT_PATIENCE: Final = 300.0
"""Seconds that an agent may take. A language model that uses tools on a slow machine takes minutes."""


class GuardedEngine[T]:
    """One engine of somebody else."""

    stage: Stage

    def __init__(self, hass: HomeAssistant, assistant: Assistant, describe: Describe) -> None:
        self._hass = hass
        self._assistant = assistant
        self._describe = describe

    @property
    def engine_id(self) -> str:
        """The id by which Home Assistant knows it now."""
        return self._assistant.engine_id(self._hass, self.stage) or ""

    @abstractmethod
    def find(self) -> T | None:
        """Look it up; None if it is not there."""

    @property
    def engine(self) -> T:
        """The engine. Raises EngineMissingError."""
        found = self.find()
        if found is None:
            raise EngineMissingError(engine=self.engine_id)
        return found

    @property
    def available(self) -> bool:
        """Whether it is there, and says that it can be asked."""
        found = self.find()
        return found is not None and (not isinstance(found, Entity) or found.available)

    def describe(self) -> Engine:
        """Say who it is and where."""
        return self._describe(self.stage, self.engine_id)

    async def ready(self, _seconds: float) -> bool:
        """Return whether it is there. Nobody waits: without the gate nobody would."""
        return self.find() is not None

    @callback
    def add_listener(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `listener` whenever it comes, goes or changes."""
        return _Followed(self._hass, self.engine_id, listener).stop


class _Followed:
    """Follows an entity through its states and its names."""

    def __init__(self, hass: HomeAssistant, entity_id: str, listener: Callable[[], None]) -> None:
        self._hass = hass
        self._listener = listener
        self._unsubscribe: list[CALLBACK_TYPE] = []
        self._follow(entity_id)

    @callback
    def stop(self) -> None:
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._unsubscribe.clear()

    @callback
    def _follow(self, entity_id: str) -> None:
        self._unsubscribe = [
            async_track_state_change_event(self._hass, [entity_id], self._changed),
            async_track_entity_registry_updated_event(self._hass, [entity_id], self._registered),
        ]

    @callback
    def _changed(self, _event: Event[Any]) -> None:
        self._listener()

    @callback
    def _registered(self, event: Event[er.EventEntityRegistryUpdatedData]) -> None:
        if event.data["action"] == "update" and "old_entity_id" in event.data:
            self.stop()
            self._follow(event.data["entity_id"])
        self._listener()
